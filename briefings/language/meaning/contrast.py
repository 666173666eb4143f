"""Two things set against each other («не стены, а крыша», "roofs, not walls"), and a statement that swaps them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from briefings.language.figures import DATE_KINDS, find_figures, same_figure
from briefings.language.meaning.alignment import Clash, span
from briefings.language.meaning.cues import Cue, find_cues
from briefings.language.meaning.words import content_words, same_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language
    from briefings.language.figures import Figure
    from briefings.language.meaning.words import Word

_STRETCH = r"[^,;:.!?—–«»]{2,70}"
# Groups "out" and "in": what is set aside, and what is put in its place.
_PATTERNS: dict[Language, tuple[str, ...]] = {
    "ru": (
        rf"\bне\s+(?:столько\s+|только\s+)?(?P<out>{_STRETCH}),\s+(?:а|но|зато|сколько)\s+(?!не\b)(?P<in>{_STRETCH})",
        rf"(?P<in>{_STRETCH}),\s+(?:а|но)\s+не\s+(?P<out>{_STRETCH})",
        rf"\bвместо\s+(?P<out>{_STRETCH}),?\s+(?P<in>{_STRETCH})",
        rf"(?P<in>{_STRETCH})\s+вместо\s+(?P<out>{_STRETCH})",
    ),
    "kk": (
        rf"(?P<out>{_STRETCH})\s+(?:емес,|орнына|гөрі)\s+(?P<in>{_STRETCH})",
        rf"(?P<in>{_STRETCH})[,—–]\s+(?P<out>{_STRETCH})\s+емес\s*(?=[.;!?]|$)",
    ),
    "en": (
        rf"\bnot\s+(?P<out>{_STRETCH}?),?\s+but\s+(?P<in>{_STRETCH})",
        rf"(?P<in>{_STRETCH}),\s+(?:and\s+)?not\s+(?P<out>{_STRETCH})",
        rf"(?P<in>{_STRETCH}?),?\s+(?:rather\s+than|instead\s+of)\s+(?P<out>{_STRETCH})",
    ),
}
_PART = re.compile(r"(?:[^,;:.!?—–]|(?<=\d)[,.:–—](?=\d))+")
_PARTITIVE = re.compile(r"[ыі](?:н\w*)?$")  # «312 үйдің 270-і»
_BROKEN = re.compile(r"[^,;:.!?—–]+")
_NOT_ONLY = re.compile(
    r"\b(?:не\s+только|not\s+(?:only|just|merely)|ғана\s+емес|қана\s+емес)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Contrast:
    """The words set aside, and those put in their place."""

    out: tuple[Word, ...]
    put: tuple[Word, ...]


def swaps_contrast(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement affirms what its source sets aside, and sets aside what it affirms."""
    there = source_language or language
    return tuple(
        Clash(span("contrast", statement, *ours.out), span("contrast", source, *theirs.out))
        for finds in (_contrasts, _enough_and_lacking)
        for ours in finds(statement, language)
        for theirs in finds(source, there)
        if _crosswise(ours, theirs)
    )[:1]


def swaps_figures(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where two figures of one sentence change places: «готовят 70, а нужно 8» for «готовят 8, а нужно 70»."""
    there = source_language or language
    ours = _with_stretches(statement, language)
    for sentence in source.split("\n"):
        theirs = _with_stretches(sentence, there)
        for (a, near_a), (b, near_b) in combinations(ours, 2):
            held_a = next((words for f, words in theirs if same_figure(a, f)), None)
            held_b = next((words for f, words in theirs if same_figure(b, f)), None)
            if held_a is None or held_b is None or same_figure(a, b):
                continue
            crossed = _crosswise(_Contrast(near_a, near_b), _Contrast(held_a, held_b))
            straight = _meet(_only(near_a, near_b), _only(held_a, held_b)) or _meet(
                _only(near_b, near_a), _only(held_b, held_a)
            )
            if crossed and not straight:
                return (Clash(Cue("figure", a.start, a.end, a.text), Cue("figure", b.start, b.end, b.text)),)
    return ()


def swaps_counted(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where a number counts what its source counts by another, which has this one for something else.

    «60 гектар» of «40 гектар», where «алпыс адам» stands beside it.
    """
    there = source_language or language
    theirs = list(_counted(source, there))
    said = content_words(statement, language)
    for figure, noun in _counted(statement, language):
        of_it = [held for f, held in theirs if same_figure(f, figure)]
        others = [f for f, held in theirs if same_word(held, noun) and not same_figure(f, figure)]
        told = any(same_word(held, word) for held in of_it for word in said)
        if of_it and others and not told:
            other = others[0]
            return (
                Clash(
                    Cue("figure", figure.start, figure.end, figure.text),
                    Cue("figure", other.start, other.end, other.text),
                ),
            )
    return ()


def _counted(text: str, language: Language) -> Iterator[tuple[Figure, Word]]:
    """The plain numbers with the noun right behind each."""
    content = content_words(text, language)
    for figure in find_figures(text, language):
        if figure.kind != "number" or not figure.certain or _PARTITIVE.search(figure.text):
            continue
        noun = next((w for w in content if w.start >= figure.end), None)
        if noun and text[figure.end : noun.start].isspace() and not noun.form.negated:
            yield figure, noun


def _with_stretches(text: str, language: Language) -> list[tuple[Figure, tuple[Word, ...]]]:
    """The figures with the words of the stretch between two marks in which each stands.

    Of several that share a stretch ("64 divers and 18 cranes") each has the words behind it alone.
    """
    figures = find_figures(text, language)
    return [
        (figure, _beside(text, _share(stretch.span(), figure, figures), figures, language))
        for figure in figures
        if figure.certain and figure.kind not in DATE_KINDS
        for stretch in _PART.finditer(text)
        if stretch.start() <= figure.start < stretch.end()
    ]


def _share(stretch: tuple[int, int], figure: Figure, figures: Sequence[Figure]) -> tuple[int, int]:
    begin, end = stretch
    others = [other.start for other in figures if begin <= other.start < end and other is not figure]
    return (figure.end, min((o for o in others if o > figure.start), default=end)) if others else stretch


def _beside(
    text: str, place: tuple[int, int], figures: Sequence[Figure], language: Language
) -> tuple[Word, ...]:
    counted = [range(figure.start, figure.end) for figure in figures]
    return tuple(
        word
        for word in _content(text, place, language)
        if not any(word.start in span or word.end - 1 in span for span in counted)
    )


def _only(some: Sequence[Word], others: Sequence[Word]) -> list[Word]:
    return [word for word in some if not any(same_word(word, other) for other in others)]


def _crosswise(ours: _Contrast, theirs: _Contrast) -> bool:
    set_aside, put = _only(theirs.out, theirs.put), _only(theirs.put, theirs.out)
    return _meet(_only(ours.out, ours.put), put) and _meet(_only(ours.put, ours.out), set_aside)


def _meet(some: Sequence[Word], others: Sequence[Word]) -> bool:
    return any(same_word(word, other) for word in some for other in others)


def _contrasts(text: str, language: Language) -> Iterator[_Contrast]:
    for pattern in _PATTERNS[language]:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            if not _NOT_ONLY.search(match.group()):
                yield _Contrast(
                    _content(text, match.span("out"), language), _content(text, match.span("in"), language)
                )


def _enough_and_lacking(text: str, language: Language) -> Iterator[_Contrast]:
    """What is lacking, against what there is enough of: «школ хватает, а учителей мало»."""
    lacking = _stretches_with("lack", text, language)
    enough = _stretches_with("enough", text, language)
    if lacking and enough:
        yield _Contrast(lacking, enough)


def _stretches_with(topic: str, text: str, language: Language) -> tuple[Word, ...]:
    cues = find_cues(topic, text, language)
    return tuple(
        word
        for stretch in _BROKEN.finditer(text)
        if any(stretch.start() <= cue.start < stretch.end() for cue in cues)
        for word in _content(text, stretch.span(), language)
        if not any(cue.start <= word.start < cue.end for cue in cues)
    )


def _content(text: str, place: tuple[int, int], language: Language) -> tuple[Word, ...]:
    return tuple(word for word in content_words(text, language) if place[0] <= word.start < place[1])
