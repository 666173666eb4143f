"""Find prompts/ and templates/: in the user's folder, in the wheel, or in the checkout.

Prompts, templates, labels and the lens are content, not code. A user's folder (setting
`BRIEFINGS_CONTENT`) overrides single files: `mine/prompts/brief.md` replaces only that one.
"""

from __future__ import annotations

from pathlib import Path

from briefings.errors import UserError

_PACKAGE = Path(__file__).parent


def search_path(folder: str, overrides: Path | None = None) -> list[Path]:
    """The folders that may hold `folder` ("prompts", "templates"), the user's own first."""
    candidates = [_PACKAGE / "_bundled" / folder, _PACKAGE.parent / folder]
    if overrides is not None:
        candidates.insert(0, overrides / folder)
    return [path for path in candidates if path.is_dir()]


def find(name: str, overrides: Path | None = None) -> Path:
    """The file called `name`, as in `find("templates/labels.yaml")`.

    Raises `UserError` when it stands in none of the folders.
    """
    folder, _, rest = name.partition("/")
    for base in search_path(folder, overrides):
        if (base / rest).is_file():
            return base / rest
    raise UserError(f"{name} is missing from this installation; reinstall briefings or restore the file")


def read(name: str, overrides: Path | None = None) -> str:
    """The text of the file called `name`, read as UTF-8."""
    return find(name, overrides).read_text(encoding="utf-8")
