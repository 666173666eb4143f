"""Write a file whole or not at all, and find out beforehand whether that will work."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from briefings.errors import UserError


def write_whole(path: Path, text: str) -> None:
    """Put `text` into `path` as UTF-8: written beside it, synced, then renamed over it.

    Whoever reads `path` finds the old file or the new one, never half of one, also after a power cut.
    Raises `UserError` naming the file when the folder cannot be written or the disk is full.
    """
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(
            dir=path.parent, prefix=f".{path.name[:40]}.{os.getpid()}.", suffix=".part"
        )
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)  # mkstemp makes it private; a brief is for the desk
        Path(temporary).replace(path)
    except BaseException as error:  # Ctrl-C included: it may come at any line, and leaves no part either
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise UserError(
            f"{path} cannot be written ({error.strerror}); free some space or choose another folder with --out"
        ) from error


def sweep(folder: Path) -> None:
    """Remove what processes that were killed in the middle of writing have left in `folder`."""
    for part in folder.glob(".*.*.*.part"):
        process = part.name.split(".")[-3]
        if process.isdecimal() and not _lives(int(process)):
            part.unlink(missing_ok=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # somebody else's
        return True
    return True


def refuse_unwritable(folder: Path) -> None:
    """Raise `UserError` unless files can be written in `folder`, or it can be made. Makes nothing itself."""
    try:
        standing = next(path for path in (folder, *folder.absolute().parents) if path.exists())
        with tempfile.TemporaryFile(dir=standing):
            pass
    except OSError as error:
        raise UserError(
            f"{folder} cannot be written ({error.strerror}); choose another folder with --out or BRIEFINGS_OUT"
        ) from error
