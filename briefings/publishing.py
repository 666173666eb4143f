"""A checked brief is published: numbered, kept in the archive, and written whole under names of its own."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING

from briefings.archive.trouble import UnusableArchive
from briefings.errors import BriefingsError
from briefings.files import write_whole
from briefings.rendering import SUFFIXES, Format, brief_document, brief_from_document, render

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from briefings.domain import Brief, Language
    from briefings.errors import UnusableReply
    from briefings.numbering import Register


@dataclass(frozen=True, slots=True)
class Published:
    """A brief with its number and revision, and the files that hold it."""

    brief: Brief
    files: tuple[Path, ...]


class Publisher:
    """Writes briefs to `out` in `formats`, numbered by `register`; may be shared by threads.

    `content` is a folder that overrides templates, `dimension_names` those of the lens, by id and language.
    """

    def __init__(
        self,
        out: Path,
        register: Register,
        *,
        formats: tuple[Format, ...],
        content: Path | None = None,
        dimension_names: Mapping[str, Mapping[Language, str]] | None = None,
    ) -> None:
        self.out = out
        self._register = register
        self._formats = formats
        self._content = content
        self._dimension_names = dimension_names
        self._lock = Lock()

    def publish(self, brief: Brief) -> Published:
        """`brief` in its files. Raises `UserError` when one cannot be written."""
        with self._lock:
            brief, name = self._enter(brief)
        files = self._write(brief, name)
        with self._lock:
            newer = self._newer(brief)
        if newer is not None:
            # Another process briefed the same article meanwhile: the newest revision is the one that stays.
            self._write(newer, name)
        return Published(brief, files)

    def _write(self, brief: Brief, name: str) -> tuple[Path, ...]:
        files = []
        for kind in self._formats:
            text = render(brief, kind, overrides=self._content, dimension_names=self._dimension_names)
            file = self.out / f"{name}{SUFFIXES[kind]}"
            write_whole(file, text)
            files.append(file)
        return tuple(files)

    def _newer(self, brief: Brief) -> Brief | None:
        archive = self._register.archive
        latest = archive.revision(brief.id) or brief.revision
        document = archive.brief(brief.id) if latest > brief.revision else None
        return brief_from_document(document) if document else None

    def keep_rejected(self, article: Path, error: UnusableReply) -> BriefingsError:
        """The error as told to the user, who paid for the answer: it is kept beside the briefs."""
        if not error.answer.strip():
            return error
        answer = error.answer.encode("utf-8", "backslashreplace")
        file = self.out / "rejected" / f"{article.stem}.txt"
        if file.exists():
            if file.read_bytes() == answer:
                return BriefingsError(f"{error}; what it answered is kept in {file}")
            # Another answer, paid for as well.
            file = file.with_stem(f"{article.stem}-{hashlib.sha256(answer).hexdigest()[:8]}")
        try:
            write_whole(file, answer.decode())
        except BriefingsError as unwritten:
            return BriefingsError(f"{error}; its answer is lost: {unwritten}")
        return BriefingsError(f"{error}; what it answered is kept in {file}")

    def _enter(self, brief: Brief) -> tuple[Brief, str]:
        """`brief` as the archive has it, and the name of its files. One thread at a time."""
        day = brief.article.published or time.strftime("%Y-%m-%d")
        number = self._register.archive.number(day, brief.language, brief.article.sha256)
        brief = replace(brief, id=number)
        document = brief_document(brief)
        revision = self._store(document)
        return replace(brief, revision=revision), self._register.name(document)

    def _store(self, document: dict[str, Any]) -> int:
        """The brief's revision in the archive; a brief that cannot be stored there is kept beside the others."""
        try:
            return self._register.archive.store(document)
        except UnusableArchive as error:
            file = self.out / "unstored" / f"{document['id'].replace('/', '-')}.json"
            write_whole(file, json.dumps(document, indent=2))
            raise BriefingsError(f"{error}; the brief that was made is kept in {file}") from error

    def close(self) -> None:
        """Close the archive."""
        self._register.close()
