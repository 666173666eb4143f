"""How alike two tellings are: whether they are of one event, in whichever of the three languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefings.digesting.mentions import HOME

if TYPE_CHECKING:
    from briefings.digesting.telling import Items, Telling

_Sort = Literal["names", "bodies", "figures", "acts", "lemmas"]
# What happened weighs more than who and where: one minister has several events a day.
_WEIGHTS: dict[_Sort, float] = {"names": 1.0, "bodies": 0.5, "figures": 1.4, "acts": 1.5, "lemmas": 1.5}
_ANCHORS: tuple[_Sort, ...] = ("names", "bodies", "figures")
# Of names, bodies and figures so much must be shared; words alone make a topic, not an event.
_LEAST_ANCHORED = 1.0
# What is left of a likeness when the one is of one country, the other of another; when each has one of its own.
_ELSEWHERE = 0.35
_PARTLY_ELSEWHERE = 0.75
# And when both were published on one day with figures, so much of them, and share none.
_OTHER_FIGURES, _LEAST_FIGURES = 0.75, 1.0
_LONGEST = 10  # days between two reports of one event

SAME_EVENT = 0.36  # from here on two briefs are of one event


def likeness(a: Telling, b: Telling) -> float:
    """From 0 (nothing in common) to 1 (one mentions nothing that the other does not). Symmetric."""
    if a.published and b.published and abs((a.published - b.published).days) > _LONGEST:
        return 0.0
    if sum(_of(a, sort).shared(_of(b, sort)) for sort in _ANCHORS) < _LEAST_ANCHORED:
        return 0.0
    common = possible = 0.0
    for sort, weight in _WEIGHTS.items():
        mine, theirs = _of(a, sort), _of(b, sort)
        smaller = min(mine.weight, theirs.weight)
        if smaller and (sort != "lemmas" or a.language == b.language):
            # One thing in common of one is weaker than four of four.
            trust = weight / (smaller + 1)
            common += trust * mine.shared(theirs)
            possible += trust * smaller
    return common / possible * _same_countries(a.countries, b.countries) * _other_figures(a, b)


def _same_countries(a: frozenset[str], b: frozenset[str]) -> float:
    if not a - b or not b - a:
        return 1.0
    # Calls of one minister to Ankara and to London are two events, though his own country is in both
    return _PARTLY_ELSEWHERE if (a & b) - {HOME} else _ELSEWHERE


def _other_figures(a: Telling, b: Telling) -> float:
    """A later report may have new figures; of one day, figures without one in common are of two events."""
    of_one_day = a.published is not None and a.published == b.published
    have_figures = min(a.figures.weight, b.figures.weight) >= _LEAST_FIGURES
    return _OTHER_FIGURES if of_one_day and have_figures and not a.figures.shared(b.figures) else 1.0


def _of(telling: Telling, sort: _Sort) -> Items:
    items: Items = getattr(telling, sort)
    return items
