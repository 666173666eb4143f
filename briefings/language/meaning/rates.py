"""What a figure is counted by: «40 тонн в год», "40 tonnes a month", and a statement that counts by another span."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.language.figures import DATE_KINDS, find_figures, same_figure
from briefings.language.meaning.alignment import Clash
from briefings.language.meaning.cues import Cue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language
    from briefings.language.figures import Figure

_SPANS: dict[Language, dict[str, str]] = {
    "ru": {
        "hour": r"в\s+час|за\s+час|ежечасно",
        "day": r"в\s+(?:день|сутки)|за\s+(?:день|сутки)|ежедневно",
        "week": r"в\s+неделю|за\s+неделю|еженедельно",
        "month": r"в\s+месяц|за\s+месяц|ежемесячно",
        "year": r"в\s+год|за\s+год|ежегодно",
    },
    "kk": {
        "hour": r"сағатына|сағат\s+сайын",
        "day": r"күніне|тәулігіне|күн\s+сайын",
        "week": r"аптасына|апта\s+сайын",
        "month": r"айына|ай\s+сайын",
        "year": r"жылына|жыл\s+сайын",
    },
    "en": {
        "hour": r"(?:an|per|every|each)\s+hour|hourly",
        "day": r"(?:a|per|every|each)\s+day|daily",
        "week": r"(?:a|per|every|each)\s+week|weekly",
        "month": r"(?:a|per|every|each)\s+month|monthly",
        "year": r"(?:a|per|every|each)\s+year|annually|yearly|annum",
    },
}
_COUNTED = r"[^.,;:!?\n]{0,40}?"  # what is counted, between the figure and its span


def turns_rate(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement counts a figure of its source by another span: by the month what is by the year."""
    theirs = tuple(_rates(source, source_language or language))
    found: list[Clash] = []
    for figure, cue in _rates(statement, language):
        rivals = [other for there, other in theirs if same_figure(figure, there)]
        if rivals and all(rival.kind != cue.kind for rival in rivals):
            found.append(Clash(cue, rivals[0]))
    return tuple(found)


def _rates(text: str, language: Language) -> Iterator[tuple[Figure, Cue]]:
    """The figures with a span right behind what they count; in Kazakh in front of them, too."""
    for figure in find_figures(text, language):
        if figure.kind in DATE_KINDS or figure.kind in ("duration", "multiple") or not figure.certain:
            continue
        for kind, words in _SPANS[language].items():
            behind = re.compile(rf"{_COUNTED}(?<!\w)(?:{words})(?!\w)", re.IGNORECASE).match(text, figure.end)
            ahead = language == "kk" and re.search(
                rf"(?<!\w)(?:{words})\s+(?:[\w-]+\s+){{0,2}}$", text[: figure.start], re.IGNORECASE
            )
            if behind or ahead:
                yield figure, Cue(kind, figure.start, figure.end, text[figure.start : figure.end])
                break
