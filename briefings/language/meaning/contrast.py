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
_SEVERAL = 2  # words
_MANY_TIMES = 3  # as many words have changed sides as have kept theirs
_PART = re.compile(r"(?:[^,;:.!?—–]|(?<=\d)[,.:–—](?=\d))+")
_PARTITIVE = re.compile(r"[ыі](?:н\w*)?$")  # «312 үйдің 270-і»
_BROKEN = re.compile(r"[^,;:.!?—–]+")
_INFINITIVE = re.compile(r"\b(?:to|will|must|should|would|shall)\s+$", re.IGNORECASE)
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
            held_a = next((words for f, words in theirs if _same(a, f)), None)
            held_b = next((words for f, words in theirs if _same(b, f)), None)
            if held_a is None or held_b is None or _same(a, b):
                continue
            crossed = _crosswise(_Contrast(near_a, near_b), _Contrast(held_a, held_b))
            straight = _meeting(near_a, near_b, held_a, held_b)
            changed = _meeting(near_a, near_b, held_b, held_a)
            if crossed and (
                not straight
                or changed > _MANY_TIMES * straight
                or _heads_crossed((near_a, near_b), (held_a, held_b))
            ):
                return (Clash(_cue(a), _cue(b)),)
    return ()


def swaps_counted(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where a number counts what its source counts by another, which has this one for something else.

    «60 гектар» of «40 гектар», where «алпыс адам» stands beside it.
    """
    there = source_language or language
    theirs = list(_counted(source, there))
    amounts = find_figures(source, there)
    said = content_words(statement, language)
    alone = sum(figure.kind == "money" for figure in find_figures(statement, language)) == 1
    for figure, noun in _counted(statement, language):
        of_it = [held for f, held in theirs if same_figure(f, figure)]
        others = [f for f, held in theirs if same_word(held, noun) and not same_figure(f, figure)]
        told = any(same_word(held, word) for held in of_it for word in said)
        paid = alone and figure.kind == "money" and any(same_figure(f, figure) for f in amounts)
        if (of_it or paid) and others and not told:
            return (Clash(_cue(figure), _cue(others[0])),)
    return ()


def _counted(text: str, language: Language) -> Iterator[tuple[Figure, Word]]:
    """The plain numbers with the noun right behind each, and the amounts of money with the verb beside each."""
    content = content_words(text, language)
    figures = find_figures(text, language)
    for figure in figures:
        if figure.kind == "money":
            verb = _paying(figure, content, text, language)
            if verb:
                yield figure, verb
            continue
        if figure.kind != "number" or not figure.certain or _PARTITIVE.search(figure.text):
            continue
        noun = next((w for w in content if w.start >= figure.end), None)
        if noun and text[figure.end : noun.start].isspace() and not noun.form.negated:
            yield figure, noun


def _paying(figure: Figure, content: Sequence[Word], text: str, language: Language) -> Word | None:
    """The verb whose object an amount is: "pay | $19 million", «19 млн доллар | төледі»."""
    if language == "kk":
        near = next((w for w in content if w.start >= figure.end), None)
        between = text[figure.end : near.start] if near else ""
    else:
        near = next((w for w in reversed(content) if w.end <= figure.start), None)
        between = text[near.end : figure.start] if near else ""
    is_verb = near is not None and (near.form.verb or bool(_INFINITIVE.search(text, 0, near.start)))
    return near if is_verb and between.isspace() else None


def swaps_subjects(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where two subjects change places: "Latvia pays, the diocese keeps the moulds" told the other way round."""
    there = source_language or language
    ours = _stretched(statement, language)
    theirs = [_stretched(sentence, there) for sentence in source.split("\n")] if len(ours) > 1 else []
    for (a, of_a), (b, of_b) in combinations(ours, 2):
        for spread in theirs if not same_word(a, b) else ():
            for (c, of_c), (d, of_d) in combinations(spread, 2):
                crossed = same_word(a, d) and same_word(b, c) and not same_word(c, d)
                if (
                    crossed
                    and _meeting(of_a, of_b, of_c, of_d) >= _SEVERAL
                    and not _meeting(of_a, of_b, of_d, of_c)
                ):
                    return (Clash(span("subject", statement, a), span("subject", source, c)),)
    return ()


def _stretched(text: str, language: Language) -> list[tuple[Word, tuple[Word, ...]]]:
    """The stretches of `text` between marks: what each begins with, its subject, and the rest of its words."""
    found = (_content(text, stretch.span(), language) for stretch in _PART.finditer(text))
    return [(words[0], words[1:]) for words in found if len(words) >= _SEVERAL]


def takes_the_others_figure(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the only figure of a statement is that of something else: readers gave 40 of the 310 million, not 310."""
    ours = _figures_with_stretches(statement, language)
    if len(ours) != 1:
        return ()
    figure, near = ours[0]
    for sentence in source.split("\n"):
        theirs = _figures_with_stretches(sentence, source_language or language)
        own = [words for f, words in theirs if same_figure(figure, f)]
        for other, beside in theirs if len(own) == 1 and not _meet(near, own[0]) else ():
            alien = sum(_meet([word], beside) for word in near)
            if (
                _comparable(figure, other)
                and not same_figure(figure, other)
                and alien >= max(_SEVERAL, len(near) / 2)
            ):
                return (Clash(_cue(figure), _cue(other)),)
    return ()


def _cue(figure: Figure | Cue) -> Cue:
    return Cue("figure", figure.start, figure.end, figure.text)


def _comparable(figure: Figure, other: Figure) -> bool:
    """Whether two figures may be taken for one another: of one unit, or money and a number that leaves it out."""
    return {figure.kind, other.kind} == {"money", "number"} or (figure.kind, figure.unit) == (
        other.kind,
        other.unit,
    )


def _same(a: Figure | Cue, b: Figure | Cue) -> bool:
    if isinstance(a, Cue) or isinstance(b, Cue):
        return isinstance(a, Cue) and isinstance(b, Cue) and a.kind == b.kind
    return same_figure(a, b)


def _with_stretches(text: str, language: Language) -> list[tuple[Figure | Cue, tuple[Word, ...]]]:
    return [*_figures_with_stretches(text, language), *_rests(text, language)]


def _rests(text: str, language: Language) -> list[tuple[Figure | Cue, tuple[Word, ...]]]:
    """What is called the rest, or is free: it may change places with the figure beside it; with the words around it."""
    return [
        (
            cue,
            tuple(w for w in _content(text, stretch.span(), language) if not cue.start <= w.start < cue.end),
        )
        for topic in ("rest", "gratis")
        for cue in find_cues(topic, text, language)
        for stretch in _PART.finditer(text)
        if stretch.start() <= cue.start < stretch.end()
    ]


def _figures_with_stretches(text: str, language: Language) -> list[tuple[Figure, tuple[Word, ...]]]:
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


def _heads_crossed(
    ours: tuple[Sequence[Word], Sequence[Word]], theirs: tuple[Sequence[Word], Sequence[Word]]
) -> bool:
    """Whether what two stretches begin with, their subjects, have changed places: "adults pay", "pupils pay"."""
    if not all((*ours, *theirs)):
        return False
    (a, b), (c, d) = ((x[0], y[0]) for x, y in (ours, theirs))
    return same_word(a, d) and same_word(b, c) and not same_word(a, b) and not same_word(c, d)


def _meeting(a: Sequence[Word], b: Sequence[Word], one: Sequence[Word], other: Sequence[Word]) -> int:
    """How many words of `a` alone stand in `one` alone, and of `b` in `other`."""
    pairs = ((_only(a, b), _only(one, other)), (_only(b, a), _only(other, one)))
    return sum(_meet([word], there) for here, there in pairs for word in here)


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
