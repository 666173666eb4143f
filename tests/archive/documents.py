"""Documents of briefs for the archive: the sample brief, with its article made another one by `more` words."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefings.rendering import brief_document
from tests.briefs import sample_brief

if TYPE_CHECKING:
    from briefings.archive.store import Archive
    from briefings.domain import Language


def document(number: str, more: str = "", *, event: str | None = None) -> dict[str, Any]:
    """The document of the sample brief as brief `number`; `event` is what its first event says."""
    brief = sample_brief(number[-2:])  # type: ignore[arg-type]
    text = brief.article.text + more
    last = brief.article.sentences[-1]
    article = replace(
        brief.article,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        sentences=(*brief.article.sentences[:-1], replace(last, end=len(text))),
        path=f"articles/{hashlib.sha256(more.encode()).hexdigest()[:8]}.txt",
    )
    events = brief.event if event is None else (replace(brief.event[0], text=event), *brief.event[1:])
    return brief_document(replace(brief, id=number, article=article, event=events))


def kept(archive: Archive, more: str = "", *, language: Language = "ru", day: str = "2031-10-01") -> str:
    """Store such a brief; its number."""
    made = document(f"{day}/01-{language}", more)
    made["id"] = archive.number(day, language, made["article"]["sha256"])
    archive.store(made)
    return str(made["id"])
