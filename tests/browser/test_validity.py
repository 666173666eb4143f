"""The pages are valid HTML."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefings.rendering import Format, render
from tests.briefs import DIMENSION_NAMES, sample_brief
from tests.rendering.hostile import with_words

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.browser

_FORMS: tuple[Format, ...] = ("html", "plain")


@pytest.mark.parametrize("form", _FORMS)
def test_html_validate_finds_nothing(form: Format, tmp_path: Path, tool: Callable[[str], Path]) -> None:
    pages = {
        "ru": render(sample_brief("ru"), form, dimension_names=DIMENSION_NAMES),
        "kk": render(sample_brief("kk"), form, language="en"),
        "hostile": render(with_words("<b>\"'&amp;</script>"), form),
    }
    for name, page in pages.items():
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
    rules = Path(__file__).with_name(".htmlvalidate.json")
    command = ["node", tool("html-validate/bin/html-validate.mjs"), "--config", rules]
    checked = subprocess.run(
        [*command, *(f"{name}.html" for name in pages)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stdout + checked.stderr
