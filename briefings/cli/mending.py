"""`briefings doctor --mend`: what is done to an archive that is not sound."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from briefings.archive.health import examine
from briefings.archive.mending import rebuild_index, save
from briefings.archive.opening import open_archive
from briefings.archive.trouble import DamagedArchive

if TYPE_CHECKING:
    from pathlib import Path


def mend_archive(path: Path) -> str:
    """Mend the archive at `path` if it needs it; what was done, in a sentence.

    Raises `UnusableArchive` when it cannot be mended from here: it is locked, or another kind of file.
    """
    if not path.exists():
        return f"there is no archive at {path} yet; nothing to mend"
    try:
        health = examine(path)
        damaged = health.damage is not None
    except DamagedArchive:
        damaged = True
    if damaged:
        saved = save(path)
        left_out = f", spoilt and left out: {saved.left_out}" if saved.left_out else ""
        return (
            f"{path} is damaged and stays as it is; what could be read of it is now in {saved.path} (revisions of "
            f"briefs: {saved.revisions}{left_out}). Look through the new one with BRIEFINGS_ARCHIVE={saved.path}, then "
            "put it in the place of the old"
        )
    if health.index is None:
        return f"{path} is sound; nothing to mend"
    with closing(open_archive(path)) as connection:
        return f"the search index of {path} was built anew; briefs in it: {rebuild_index(connection)}"
