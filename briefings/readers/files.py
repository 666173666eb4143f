"""From a path to the bytes of one article, and to nothing else: no folder, no pipe, no picture."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

from briefings.errors import UnreadableArticle, UserError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# A novel is 1–2 MB of UTF-8. What is larger is a dump or a mistake, and would only be refused later, by
# the model's context window, at a price.
MAX_BYTES = 5 * 1024 * 1024

_SAVE_AS_TEXT = "not yet supported; save its text as .txt, .md or .html"
_FORMATS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", f"is a PDF, {_SAVE_AS_TEXT}"),
    (b"PK\x03\x04", f"is a Word document or another zip archive, {_SAVE_AS_TEXT}"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", f"is an old Office document, {_SAVE_AS_TEXT}"),
    (b"{\\rtf", f"is an RTF document, {_SAVE_AS_TEXT}"),
    (b"\x89PNG\r\n\x1a\n", "is a picture, not text; give the article as .txt, .md or .html"),
    (b"\xff\xd8\xff", "is a picture, not text; give the article as .txt, .md or .html"),
    (b"GIF8", "is a picture, not text; give the article as .txt, .md or .html"),
    (b"\x1f\x8b", "is compressed; unpack it first"),
)


def read_bytes(path: Path) -> bytes:
    """The bytes of the file at `path`.

    Raises `UnreadableArticle` when there is no such file, when it is a folder, a device or a pipe, when
    it may not be read, when it is empty, larger than `MAX_BYTES`, or in a format that is not text.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UnreadableArticle(f"{path}: is a folder; name the articles in it: briefings brief {path}/*")
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableArticle(f"{path}: is not a regular file; save the article to one first")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)  # not st_size: the file may still be growing
    except FileNotFoundError:
        raise UnreadableArticle(f"{path}: there is no such file; check the name") from None
    except PermissionError:
        raise UnreadableArticle(f"{path}: may not be read; ask its owner for read permission") from None
    except (OSError, ValueError) as problem:  # ValueError: a NUL in the name
        reason = getattr(problem, "strerror", None) or problem
        raise UnreadableArticle(
            f"{path}: cannot be read ({reason}); check the name, then copy the file to a local disk"
        ) from problem
    _refuse(path, data)
    return data


def _refuse(path: Path, data: bytes) -> None:
    if not data.strip():
        raise UnreadableArticle(f"{path}: is empty; put the text of the article into it")
    if len(data) > MAX_BYTES:
        raise UnreadableArticle(
            f"{path}: is larger than {MAX_BYTES // 1024**2} MB; split it into its articles, one a file"
        )
    for magic, reason in _FORMATS:
        if data.startswith(magic):
            raise UnreadableArticle(f"{path}: {reason}")


def find_files(paths: Iterable[Path], suffixes: Iterable[str]) -> list[Path]:
    """Files as named, folders as the files in them (at any depth) whose suffix is one of `suffixes`.

    In the order of the call, a folder by name; no file twice; names that begin with a dot are skipped.
    Raises `UserError` for a path that does not exist and for a folder without any article.
    """
    wanted = frozenset(suffixes)
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise UserError(f"{path}: there is no such file or folder; check the name")
        if not path.is_dir():
            found.setdefault(path)
            continue
        inside = [file for file in sorted(path.rglob("*")) if _is_article(file, path, wanted)]
        if not inside:
            raise UserError(
                f"{path}: no articles in this folder; put {', '.join(sorted(wanted))} files there"
            )
        found.update(dict.fromkeys(inside))
    return list(found)


def _is_article(file: Path, folder: Path, suffixes: frozenset[str]) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and file.suffix.lower() in suffixes and file.is_file()
