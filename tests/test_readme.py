from __future__ import annotations

from pathlib import Path

import pytest

from briefings.cli.main import COMMANDS
from briefings.settings import KNOWN

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name: str) -> None:
    assert f"`briefings {name}" in README


@pytest.mark.parametrize("name", KNOWN)
def test_every_setting_is_documented(name: str) -> None:
    assert f"`{name}`" in README


def test_the_readme_begins_with_its_two_commands() -> None:
    code = README.split("```")[1]
    assert [line.split("#")[0].strip() for line in code.strip().splitlines()] == ["make brief", "make test"]


def test_the_picture_is_there() -> None:
    assert (ROOT / "tests" / "browser" / "brief.png").stat().st_size > 10_000
