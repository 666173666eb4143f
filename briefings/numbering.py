"""The number of a brief: `2025-09-22/01-ru`. Given once, kept by its article, never used for another.

So are the names of its files: `news.html`, or `news-2025-09-22-02-ru.html` beside another `news.txt`.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefings.domain import Language

REPORT = "batch"  # batch.json stands beside the briefs
_NUMBER = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{2,})-(ru|kk|en)")
# What may differ between two runs over the same article without making another brief of it.
_INCIDENTAL = ("created", "seconds", "tokens_in", "tokens_cached", "tokens_out", "cost_usd")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A brief that has its number already.

    `content` is the SHA-256 of its document without what differs from run to run.
    """

    number: str
    revision: int
    language: str
    article_path: str
    article_sha256: str
    content: str


class Register:
    """The numbers and names given so far, in the out folder and in this run."""

    def __init__(self, briefs: Iterable[Numbered] = (), names: Mapping[str, Numbered] | None = None) -> None:
        self._names = dict(names or {})
        self._revised: dict[str, Numbered] = {}  # by number: the last revision
        self._places: dict[str, tuple[str, str]] = {}  # by article: day and place
        self._taken: dict[str, int] = {}  # by day: the highest place
        for brief in (*briefs, *self._names.values()):
            self._remember(brief)

    @classmethod
    def of_folder(cls, folder: Path) -> Register:
        """The register of the `*.json` briefs in `folder`; other files are passed over."""
        found = {path.stem: _read(path) for path in sorted(folder.glob("*.json"))}
        return cls(names={name: brief for name, brief in found.items() if brief is not None})

    def number(self, day: str, language: Language, article_sha256: str) -> str:
        """The number for this article's brief: its old one, or the next free one of `day` (YYYY-MM-DD)."""
        # Whatever the day is now: an article without a date is briefed again tomorrow.
        day, place = self._places.get(article_sha256) or (day, f"{self._taken.get(day, 0) + 1:02d}")
        return f"{day}/{place}-{language}"

    def revision(self, brief: Numbered) -> int:
        """1 for a new brief, the old revision when nothing changed, else the next. Remembers `brief`."""
        last = self._revised.get(brief.number)
        revision = 1 if last is None else last.revision + (last.content != brief.content)
        self._remember(replace(brief, revision=revision))
        return revision

    def _remember(self, brief: Numbered) -> None:
        last = self._revised.get(brief.number)
        if last is None or last.revision <= brief.revision:
            self._revised[brief.number] = brief
        if match := _NUMBER.fullmatch(brief.number):
            self._places.setdefault(brief.article_sha256, (match[1], match[2]))
            self._taken[match[1]] = max(self._taken.get(match[1], 0), int(match[2]))

    def name(self, brief: Numbered) -> str:
        """What the files of `brief` are called: as its article is; with its number when that is taken.

        It is taken by a brief of another article or in another language, or by the report of a batch: that
        is not written over.
        """
        name = Path(brief.article_path).stem
        holder = self._names.get(name)
        if name == REPORT or (holder is not None and not _replaces(brief, holder)):
            name = f"{name}-{brief.number.replace('/', '-')}"
        self._names[name] = brief
        return name


def numbered(document: Mapping[str, Any]) -> Numbered:
    """The entry of a brief's JSON document in the register."""
    incidental = {"revision": 0, "made": {**document["made"], **dict.fromkeys(_INCIDENTAL)}}
    incidental["article"] = {**document["article"], "path": ""}  # the same file, called from another folder
    content = json.dumps({**document, **incidental}, sort_keys=True)
    return Numbered(
        document["id"],
        document["revision"],
        document["language"],
        document["article"]["path"],
        document["article"]["sha256"],
        hashlib.sha256(content.encode()).hexdigest(),
    )


def _replaces(brief: Numbered, earlier: Numbered) -> bool:
    same_article = (
        brief.article_sha256 == earlier.article_sha256 or brief.article_path == earlier.article_path
    )
    return same_article and brief.language == earlier.language


def _read(path: Path) -> Numbered | None:
    """The brief in the file at `path`; None when it is another JSON file, whatever is in it."""
    try:
        brief = numbered(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    words = (brief.number, brief.language, brief.article_path, brief.article_sha256)
    return brief if all(isinstance(w, str) for w in words) and isinstance(brief.revision, int) else None
