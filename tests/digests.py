"""Digests of the invented briefs in tests/briefs.py: a full day, and a day without news."""

from __future__ import annotations

from dataclasses import replace

from briefings.domain import (
    Brief,
    Contradiction,
    Digest,
    Indicator,
    Language,
    Speaker,
    Statement,
    Story,
    Version,
)
from tests.briefs import sample_brief

OTHER: dict[Language, Language] = {"ru": "kk", "kk": "en", "en": "ru"}


def numbered(brief: Brief, place: int, **changes: object) -> Brief:
    """Another brief of the same day with its own number."""
    return replace(brief, id=f"2031-10-01/{place:02d}-{brief.language}", **changes)  # type: ignore[arg-type]


def published_by(brief: Brief, outlet: str) -> Brief:
    return replace(brief, article=replace(brief.article, outlet=outlet, url="https://news.example.org/2"))


def sample_digest(language: Language = "ru") -> Digest:
    """Four stories, two in one line, a silent one, a watch list; one story merged, changed and disputed."""
    brief = sample_brief(language)
    reprint = published_by(numbered(brief, 2), "Степной курьер")
    foreign = numbered(sample_brief(OTHER[language]), 3)
    minister = Speaker("Жәнібек Үмітов", "министр озёр")
    clash = Contradiction(
        "14.10.2031 / 15.10.2031",
        (
            Version(brief.event[0], brief.id, brief.article.outlet, "2031-10-01"),
            Version(replace(foreign.event[1], text="15.10.2031."), foreign.id, "Дала жаршысы", "2031-09-30"),
        ),
    )
    lead = Story(
        key="forum",
        lead=brief,
        others=(reprint, foreign),
        origins=2,
        tier=1,
        reasons=("тот же текст", "А. Тестова, Актогай, 14.10.2031"),
        change="changed",
        change_detail="«планируется» → «строится»",
        previous="2031-09-30/04-ru",
        contradictions=(clash,),
    )
    official = Statement("Министерство подтвердило дату.", "official", ("S1",), minister)
    return Digest(
        number=187,
        day="2031-10-01",
        language=language,
        since="2031-09-30T06:30:00+05:00",
        until="2031-10-01T06:30:00+05:00",
        stories=(
            lead,
            Story("second", numbered(brief, 4, bottom_line=(official, *brief.bottom_line)), tier=2),
            Story("third", numbered(foreign, 5), tier=3, change="confirmed"),
            Story("fourth", numbered(brief, 6, positioning=(), dimensions=()), tier=4),
        ),
        more=(Story("fifth", numbered(foreign, 7)), Story("sixth", numbered(brief, 8))),
        silent=(Story("seventh", numbered(brief, 9), change="silent"),),
        watch=(Indicator(brief.watch[0], brief.id, "2031-10-01"),),
    )


def empty_digest(language: Language = "ru") -> Digest:
    """A day on which nothing came."""
    return replace(sample_digest(language), stories=(), more=(), silent=(), watch=())
