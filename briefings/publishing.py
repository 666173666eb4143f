"""A checked brief becomes files: it is given its number and its names, and written whole."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING

from briefings.errors import BriefingsError
from briefings.files import write_whole
from briefings.numbering import numbered
from briefings.rendering import SUFFIXES, Format, brief_document, render

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

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
        files = []
        for kind in self._formats:
            text = render(brief, kind, overrides=self._content, dimension_names=self._dimension_names)
            file = self.out / f"{name}{SUFFIXES[kind]}"
            write_whole(file, text)
            files.append(file)
        return Published(brief, tuple(files))

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
        """`brief` as the register has it, and the name of its files. Nobody else may be at it."""
        day = brief.article.published or time.strftime("%Y-%m-%d")
        brief = replace(brief, id=self._register.number(day, brief.language, brief.article.sha256))
        entry = numbered(brief_document(brief))
        revision = self._register.revision(entry)
        return replace(brief, revision=revision), self._register.name(entry)
