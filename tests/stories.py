"""Briefs of the labelled stories (tests/eval/stories), built from title, event and outlet."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.domain import Article, Brief, Confidence, Made, Sentence, Statement

if TYPE_CHECKING:
    from briefings.domain import Genre, Language

FOLDER = Path(__file__).parent / "eval" / "stories"


@dataclass(frozen=True)
class Told:
    """A brief and the story it was labelled with."""

    story: str
    brief: Brief


def a_brief(
    title: str,
    *event: str,
    number: str = "2031-03-03/01-en",
    language: Language = "en",
    outlet: str | None = "Caspian Ledger",
    published: str | None = "2031-03-03",
    genre: Genre = "news_report",
    created: str | None = None,
    marking: str = "TLP:CLEAR",
    **more: Any,
) -> Brief:
    """A brief that says `event` and no more, of an article that says the same."""
    text = ""
    sentences = []
    for at, line in enumerate((title, *event)):
        text += "\n" * bool(text)
        name = f"S{at}" if at else "H1"
        kind = "sentence" if at else "heading"
        sentences.append(Sentence(name, kind, len(text), len(text) + len(line), at + 1))  # type: ignore[arg-type]
        text += line
    article = Article(
        f"{number.replace('/', '-')}.txt",
        text,
        language,
        tuple(sentences),
        hashlib.sha256(text.encode()).hexdigest(),
        title=title,
        outlet=outlet,
        published=published,
        genre=genre,
        sample=True,
    )
    voice = "official" if genre == "official_release" else "reported"
    return Brief(
        id=number,
        revision=more.pop("revision", 1),
        language=language,
        article=article,
        title=Statement(title, voice, ("H1",)),
        bottom_line=more.pop("bottom_line", ()),
        event=tuple(Statement(line, voice, (f"S{at}",)) for at, line in enumerate(event, 1)),
        stakes=(),
        expert_views=more.pop("expert_views", ()),
        comparison=(),
        positioning=(),
        confidence=Confidence("low", ""),
        dimensions=more.pop("dimensions", ()),
        watch=more.pop("watch", ()),
        source_issues=(),
        gaps=(),
        withheld=more.pop("withheld", ()),
        made=Made("extraction", "0", created or f"{published or '2031-03-03'}T12:00:00+05:00", marking, ""),
        **more,
    )


def told(half: str) -> list[Told]:
    """The labelled briefs of a half, "tuned" or "held_out", numbered per day and language."""
    counts: dict[tuple[str, str], int] = {}
    stories = []
    for line in (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        day = entry["published"], entry["language"]
        counts[day] = counts.get(day, 0) + 1
        brief = a_brief(
            entry["title"],
            *entry["event"],
            number=f"{day[0]}/{counts[day]:02d}-{day[1]}",
            language=entry["language"],
            outlet=entry["outlet"],
            published=entry["published"],
            genre=entry["genre"],
        )
        stories.append(Told(entry["story"], brief))
    return stories
