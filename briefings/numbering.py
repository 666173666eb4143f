"""The number of a brief: `2025-09-22/01-ru`. Given once, kept by its article, never used for another."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from briefings.domain import Language

_NUMBER = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{2,})-(ru|kk|en)")
# What may differ between two runs over the same article without making another brief of it.
_INCIDENTAL = ("created", "seconds", "tokens_in", "tokens_cached", "tokens_out", "cost_usd")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A brief that has its number already. `content` is its document without what differs from run to run."""

    number: str
    revision: int
    article_sha256: str
    content: str


class Register:
    """The numbers given so far, in the out folder and in this run."""

    def __init__(self, briefs: Iterable[Numbered] = ()) -> None:
        self._briefs = list(briefs)

    @classmethod
    def of_folder(cls, folder: Path) -> Register:
        """The register of the `*.json` briefs in `folder`; other files are passed over."""
        documents = (_document(path) for path in sorted(folder.glob("*.json")))
        return cls(numbered(d) for d in documents if d is not None)

    def number(self, day: str, language: Language, article_sha256: str) -> str:
        """The number for this article's brief: its old one, or the next free one of `day` (YYYY-MM-DD)."""
        taken = 0
        for brief in self._briefs:
            match = _NUMBER.fullmatch(brief.number)
            if match and match[1] == day:
                if brief.article_sha256 == article_sha256:
                    return f"{day}/{match[2]}-{language}"
                taken = max(taken, int(match[2]))
        return f"{day}/{taken + 1:02d}-{language}"

    def revision(self, brief: Numbered) -> int:
        """1 for a new brief, the old revision when nothing changed, else the next. Remembers `brief`."""
        earlier = [b for b in self._briefs if b.number == brief.number]
        last = max(earlier, key=lambda b: b.revision, default=None)
        revision = 1 if last is None else last.revision + (last.content != brief.content)
        self._briefs.append(Numbered(brief.number, revision, brief.article_sha256, brief.content))
        return revision


def numbered(document: Mapping[str, Any]) -> Numbered:
    """The entry of a brief's JSON document in the register."""
    made = {key: value for key, value in document["made"].items() if key not in _INCIDENTAL}
    content = {**document, "made": made, "revision": 0}
    return Numbered(
        document["id"],
        document["revision"],
        document["article"]["sha256"],
        json.dumps(content, sort_keys=True, ensure_ascii=False),
    )


def _document(path: Path) -> dict[str, Any] | None:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        numbered(document)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return document if isinstance(document, dict) else None
