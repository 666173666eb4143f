"""Two amounts of one kind: which was then and which is now, and which is the larger; and a statement that turns them.

"21 days instead of ten" is no "ten days; before, it was 21", and who was to pay 19 million of the 31 million
asked for pays less than was asked, also where no figure is repeated.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.language.figures import find_figures, same_figure
from briefings.language.figures.elided import elided
from briefings.language.meaning.alignment import Clash
from briefings.language.meaning.cues import Cue
from briefings.language.meaning.words import content_words, same_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language
    from briefings.language.figures import Figure
    from briefings.language.meaning.words import Word

_COUNTED = frozenset({"money", "percent", "duration", "number"})
# What stands before the amount of then, and marks the piece of a sentence that tells of then.
_INSTEAD: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"(?:\bвместо|\bпротив|\bсо?|\bот)\s+(?:\w+\s+){0,2}$", re.IGNORECASE),
    "kk": re.compile(r"(?!)"),
    "en": re.compile(
        r"\b(?:instead\s+of|rather\s+than|against|from|compared\s+with)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
    ),
}
_THEN: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"\b(?:раньше|ранее|прежде|до\s+этого|до\s+сих\s+пор|прежн\w+)\b", re.IGNORECASE),
    "kk": re.compile(r"\b(?:бұрын\w*|бұған\s+дейін\w*|осыған\s+дейін\w*)", re.IGNORECASE),
    "en": re.compile(
        r"\b(?:before|previously|earlier|formerly|until\s+now|used\s+to|hitherto)\b", re.IGNORECASE
    ),
}
_BEHIND: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"(?!)"),
    "kk": re.compile(
        r"(?:[нтд][ыі]ң)?(?:\s+\w+){0,2}?\s+орнына\b|[дтн][ае]н\s+(?=\d|\w+(?:ға|ге|қа|ке)\b)", re.IGNORECASE
    ),
    "en": re.compile(r"(?!)"),
}
_REACH = 60  # characters before an amount
_PIECE = re.compile(r"(?:[^,;:.!?—–\n]|(?<=\d)[.,](?=\d))+")
# Words that weigh one amount against another, with "than" or without; Kazakh sets the lesser term before its verb.
_LARGER: dict[Language, str] = {
    "ru": r"(?:больше|выше|дороже|дольше|длиннее|крупнее),?\s+чем|превы(?:сил|шает|шал)\w*",
    "en": r"(?:more|larger|higher|bigger|greater|longer|dearer)(?:\s+\w+){0,3}?\s+than|exceed(?:s|ed)",
    "kk": r"(?!)",
}
_SMALLER: dict[Language, str] = {
    "ru": r"(?:меньше|ниже|дешевле|короче|быстрее),?\s+чем|не\s+(?:достиг|дотягива|дотяну)\w*",
    "en": r"(?:less|smaller|lower|fewer|shorter|cheaper)(?:\s+\w+){0,3}?\s+than|f(?:ell|alls)\s+short\s+of",
    "kk": r"(?!)",
}


def turns_then_and_now(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the amount of now is told as that of then, and that of then as the one of now."""
    there = source_language or language
    ours, theirs = _told_in_time(statement, language), _told_in_time(source, there)
    for now, then in ((a, b) for a, of_a in ours for b, of_b in ours if of_b and not of_a):
        once = [f for f, of_then in theirs if of_then and same_figure(f, now)]
        today = [f for f, of_then in theirs if not of_then and same_figure(f, then)]
        kept = any(of_then == (f is then) for f in (now, then) for g, of_then in theirs if same_figure(f, g))
        if once and today and not kept:
            return (Clash(_cue(then), _cue(once[0])),)
    return ()


def turns_comparison(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where a statement calls larger what by the two amounts of its sentence is the smaller one."""
    there = source_language or language
    for more, pattern in ((True, _LARGER[language]), (False, _SMALLER[language])):
        found = re.search(rf"(?<!\w)(?:{pattern})(?!\w)", statement, re.IGNORECASE)
        if found is None or any(f.kind in _COUNTED and f.certain for f in find_figures(statement, language)):
            continue
        said = content_words(statement, language)
        left = [w for w in said if w.end <= found.start()]
        right = [w for w in said if w.start >= found.end()]
        for line in source.splitlines():
            pair = _pair(line, there)
            if pair is None:
                continue
            (a, near_a), (b, near_b) = pair
            straight, crossed = _meet(left, near_a, right, near_b), _meet(left, near_b, right, near_a)
            if straight == crossed:
                continue
            first, second = (a, b) if straight > crossed else (b, a)
            if first.value != second.value and (_size(first) > _size(second)) != more:
                return (Clash(Cue("compared", found.start(), found.end(), found[0]), _cue(first)),)
    return ()


def _told_in_time(text: str, language: Language) -> list[tuple[Figure, bool]]:
    """The amounts of `text`, each with whether it is that of then."""
    figures = find_figures(text, language)
    full = {f.start: f for f in elided(text, figures)}
    counted = [full.get(f.start, f) for f in figures if f.kind in _COUNTED and f.certain]
    if len(counted) <= 1:
        return []
    pieces = [m.span() for m in _PIECE.finditer(text)]
    then = [span for span in pieces if _THEN[language].search(text, *span)]
    # "Before, it was ten": the word alone between two marks belongs to what follows
    then += [behind for span, behind in pairwise(pieces) if span in then and not _holds(span, counted)]
    return [
        (
            f,
            bool(
                _INSTEAD[language].search(text, max(f.start - _REACH, 0), f.start)
                or _BEHIND[language].match(text, f.end)
                or any(start <= f.start < end for start, end in then)
            ),
        )
        for f in counted
    ]


def _holds(span: tuple[int, int], figures: Sequence[Figure]) -> bool:
    return any(span[0] <= f.start < span[1] for f in figures)


def _pair(
    line: str, language: Language
) -> tuple[tuple[Figure, list[Word]], tuple[Figure, list[Word]]] | None:
    """The only two amounts of a sentence, in one unit, each with the words of its own piece of the sentence."""
    figures = [f for f in find_figures(line, language) if f.kind in _COUNTED - {"number"} and f.certain]
    if len(figures) != len("ab") or len({(f.kind, f.unit) for f in figures}) != 1:
        return None
    held = list(content_words(line, language))
    pieces = [m.span() for m in _PIECE.finditer(line)]
    near = []
    for figure in figures:
        start, end = next(span for span in pieces if span[0] <= figure.start < span[1])
        near.append([w for w in held if start <= w.start < end])
    return ((figures[0], near[0]), (figures[1], near[1])) if near[0] != near[1] else None


def _meet(left: Sequence[Word], near: Sequence[Word], right: Sequence[Word], far: Sequence[Word]) -> int:
    """How many words of either side of a comparison stand by the amount that it would be of."""
    return sum(1 for _ in _shared(left, near)) + sum(1 for _ in _shared(right, far))


def _shared(some: Sequence[Word], others: Sequence[Word]) -> Iterator[Word]:
    return (word for word in some if any(same_word(word, other) for other in others))


def _size(figure: Figure) -> Decimal:
    return figure.value if isinstance(figure.value, Decimal) else Decimal(0)


def _cue(figure: Figure) -> Cue:
    return Cue("figure", figure.start, figure.end, figure.text)
