"""Different figures and dates of one matter in two briefs.

A difference that cannot be tied to one matter is passed over: two figures side by side that count different
things would be worse than none.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from briefings.digesting.saying import Claim, Difference, Kind, Said, in_common
from briefings.digesting.telling import figure_item
from briefings.language.figures import CalendarDate, find_figures, missing_figures
from briefings.language.meaning.words import same_word, words_with_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefings.language.figures import Figure
    from briefings.language.meaning.words import Word

_SAME_SIZE = 2  # figures of one matter differ by less than so many times
_FULL = 1.0  # weight of one thing that means something


def figure_differences(
    one: Sequence[Said], other: Sequence[Said], *, knowing: bool = False
) -> Iterator[Difference]:
    """Different figures of one matter; `knowing`: the other may name the first one's figure beside its own."""
    for a, b in product(one, other):
        mine = _telling_figures(a) if knowing else _unshared(a, other)
        for f, g in product(mine, _unshared(b, one)):
            kind = _kind(f)
            if kind is None or kind != _kind(g) or f.unit != g.unit:
                continue
            if _same_matter(kind, (f, a, one), (g, b, other)):
                yield Difference(kind, _claim(f, a), _claim(g, b))


def _claim(figure: Figure, said: Said) -> Claim:
    item = figure_item(figure, said.telling.published)
    return Claim(said, figure.text, min(item.keys) if item else figure.text)


def _kind(figure: Figure) -> Kind | None:
    if isinstance(figure.value, CalendarDate):
        return "date" if figure.value.day and figure.value.month else None
    kinds: dict[str, Kind] = {"money": "money", "number": "number", "percent": "percent"}
    return kinds.get(figure.kind)


_Placed = tuple["Figure", Said, "Sequence[Said]"]


def _same_matter(kind: Kind, one: _Placed, other: _Placed) -> bool:
    (f, a, all_a), (g, b, all_b) = one, other
    if in_common(a, b) < _FULL:
        return False
    if kind != "date" and not _of_one_size(f, g):
        return False
    if kind == "number" and a.language == b.language:
        counted = _counted(f, a), _counted(g, b)
        return counted[0] is not None and counted[1] is not None and same_word(counted[0], counted[1])
    # In two languages only the one figure of its kind that each brief has is sure to be of one matter.
    return len(_of_kind(all_a, f)) == 1 and len(_of_kind(all_b, g) - _of_kind(all_a, f)) == 1


def _of_one_size(f: Figure, g: Figure) -> bool:
    if isinstance(f.value, CalendarDate) or isinstance(g.value, CalendarDate):
        return False
    smaller, larger = sorted((f.value, g.value))
    return smaller > 0 and larger < smaller * _SAME_SIZE


def _of_kind(said: Iterable[Said], like: Figure) -> set[object]:
    """The different values that `said` holds in the kind and unit of a figure."""
    return {
        f.value for s in said for f in _telling_figures(s) if _kind(f) == _kind(like) and f.unit == like.unit
    }


def _telling_figures(said: Said) -> tuple[Figure, ...]:
    found = find_figures(said.text, said.language)
    items = ((f, figure_item(f, said.telling.published)) for f in found)
    return tuple(f for f, item in items if item is not None and item.weight >= _FULL)


def _unshared(said: Said, others: Sequence[Said]) -> tuple[Figure, ...]:
    """The figures of `said` that the other brief holds nowhere, in whatever rounding."""
    if not others:
        return ()
    missing = missing_figures(said.text, [o.text for o in others], said.language, others[0].language)
    return tuple(figure for figure in _telling_figures(said) if figure in missing)


def _counted(figure: Figure, said: Said) -> Word | None:
    """The word for what a plain number counts: the next one that carries facts."""
    return next(
        (w for w in words_with_names(said.text, said.language) if w.content and w.start >= figure.end), None
    )


def added_figures(before: Sequence[Said], after: Sequence[Said]) -> tuple[Said, ...]:
    """The statements of `after` with a figure that `before` holds nowhere."""
    return tuple(said for said in after if _unshared(said, before))
