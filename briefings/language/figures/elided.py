"""A number that leaves out the unit of the one before it: "21 days instead of ten", «12 недель против четырёх»."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.language.figures.figure import Figure

_UNITS = frozenset({"duration", "percent", "money"})
_SENTENCE = re.compile(r"[.!?…](?:\s|$)|\n")
# What stands behind a number that counts no noun of its own: the end of a clause, or where and when it holds.
_BARE = re.compile(
    r"\s*(?:[.,;:!?…)—–»”\"]|$)|\s+(?:at|in|on|for|by|before|earlier|elsewhere|now|today|a|per|last|and|or|to|under"
    r"|в|во|на|у|до|по|для|при|раньше|ранее|прежде|теперь|сейчас|и|или|ныне|қазір|бұрын|болды|болған|еді)(?!\w)",
    re.IGNORECASE,
)
_MOST = 1900  # from here on a bare number may be a year


def elided(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The bare numbers of `text` with the unit of the nearest figure before them in their sentence.

    `figures` are those of `text`, in order. A number stays what it is as well: this is a second reading of it.
    """
    unit: Figure | None = None
    for figure in figures:
        if unit and _SENTENCE.search(text, unit.end, figure.start):
            unit = None
        if figure.kind in _UNITS:
            unit = figure
        elif unit and _is_bare(figure, text):
            yield replace(figure, kind=unit.kind, unit=unit.unit)


def _is_bare(figure: Figure, text: str) -> bool:
    small = figure.kind == "number" and isinstance(figure.value, Decimal) and figure.value < _MOST
    return small and _BARE.match(text, figure.end) is not None
