"""The walls of the house: imports point one way, and a module without a place fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT, "--config", str(ROOT / "pyproject.toml"), "--no-cache"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_every_wall_stands() -> None:
    linted = lint(ROOT)
    assert linted.returncode == 0, linted.stdout
    assert "0 broken" in linted.stdout


def copy_of_the_package(folder: Path) -> Path:
    for file in (ROOT / "briefings").rglob("*.py"):
        copy = folder / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    return folder / "briefings"


def test_a_module_without_a_place_and_an_import_against_the_grain_are_found(tmp_path: Path) -> None:
    package = copy_of_the_package(tmp_path)
    (package / "helpers.py").write_text("", encoding="utf-8")
    with (package / "language" / "sentences.py").open("a", encoding="utf-8") as file:
        file.write("\nimport briefings.pipeline\n")
    linted = lint(tmp_path)
    assert linted.returncode == 1
    assert "briefings.helpers" in linted.stdout
    assert "briefings.language.sentences -> briefings.pipeline" in linted.stdout
