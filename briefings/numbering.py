"""The numbers and file names of one call's briefs, given by the archive to all who write at the same time."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.archive import file_names
from briefings.archive.file_names import Written
from briefings.archive.numbers import Number, NumberTaken
from briefings.archive.opening import open_archive
from briefings.archive.store import Archive
from briefings.errors import UserError
from briefings.files import refuse_unwritable
from briefings.rendering import SUFFIXES, brief_document, brief_from_document

if TYPE_CHECKING:
    from collections.abc import Mapping


REPORT = "batch"  # batch.json stands beside the briefs


class Register:
    """The archive at `path` as those see it who write briefs into `folder`. Made when first needed."""

    def __init__(self, path: Path, folder: Path) -> None:
        self._path = path
        self._folder = folder

    @cached_property
    def archive(self) -> Archive:
        """The archive, opened. Briefs that stand in a folder new to it are taken in: numbers, names and all."""
        archive = Archive(open_archive(self._path))
        try:
            if not file_names.known(archive.connection, self._folder):
                _take_in(self._folder, archive)
        except BaseException:
            archive.close()
            raise
        return archive

    def refuse_unusable(self) -> None:
        """Raise `UserError` unless briefs can be stored. Makes nothing where there is nothing yet."""
        if self._path.exists():
            _ = self.archive
        else:
            refuse_unwritable(self._path.parent)

    def name(self, document: Mapping[str, Any]) -> str:
        """What the files of this brief are called in the folder; other files there are never taken for them."""
        return file_names.claim(
            self.archive.connection,
            self._folder,
            Number.read(document["id"]),
            Path(document["article"]["path"]),
            stands=lambda name: (
                name == REPORT or any((self._folder / f"{name}{end}").exists() for end in SUFFIXES.values())
            ),
        )

    def close(self) -> None:
        """Close the archive if it was opened."""
        if "archive" in self.__dict__:
            self.archive.close()


def _take_in(folder: Path, archive: Archive) -> None:
    """Store the `*.json` briefs of `folder`, made before there was an archive; other files are passed over.

    Their names come last and at once: until then another process, or the next run, takes them in as well.
    """
    found = [(path.stem, brief) for path in sorted(folder.glob("*.json")) if (brief := _read(path))]
    names = []
    for name, brief in sorted(found, key=lambda entry: entry[1]["revision"]):
        with suppress(NumberTaken):
            archive.store(brief, datetime.fromisoformat(brief["made"]["created"]))
            names.append(Written(name, Number.read(brief["id"]), Path(brief["article"]["path"])))
    if names:
        file_names.record(archive.connection, folder, names)


def _read(path: Path) -> dict[str, Any] | None:
    """The document in the file at `path`; None when it is no brief, whatever else is in it."""
    try:
        document = brief_document(brief_from_document(json.loads(path.read_text(encoding="utf-8"))))
        Number.read(document["id"])
        datetime.fromisoformat(document["made"]["created"])
    except (OSError, ValueError, AttributeError, RecursionError, UserError):
        return None
    return document
