"""Two things in each other's place: "four rivers and two lakes" told as two rivers and four lakes, «не хлеб, а соль».

`source` is the cited sentences, one a line. Where a statement repeats the words between two things, it must
keep the two on their sides; and what a text sets against another thing ("A, not B") must not be chosen the
other way round.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.language.meaning.alignment import Clash, span
from briefings.language.meaning.clauses import clauses
from briefings.language.meaning.cues import Cue
from briefings.language.meaning.scope import negations
from briefings.language.meaning.words import same_word, words
from briefings.language.names import find_names
from briefings.language.names.known import known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language
    from briefings.language.meaning.words import Word
    from briefings.language.names import Name

_LONGEST = 10  # words between them
# What joins equals, which may be told in either order; and deeds that two do with one another.
_EQUAL = frozenset(
    {"and", "or", "with", "и", "или", "с", "со", "либо", "және", "мен", "бен", "пен", "немесе"}
)
_PARTING = re.compile(r"[.!?;:…\n]")
_FIGURE = re.compile(r"\d")
# What parts those who did from those who did not.
_PART = re.compile(
    r";|,\s+(?:but|while|whereas|though|although|но|а|тогда\s+как|хотя|бірақ|ал|алайда)\s+|\s+but\s+|[.!?]\s+|\n",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\b(?:and|or|и|или|мен|пен|бен|және)\b", re.IGNORECASE)
_FEW = 2  # names that need a word between them to be a list: "in Aktau, Turkmenistan …" is none
_THAN = re.compile(r"[дтн][ае]н$")
_MORE = re.compile(r"р[ае][қк]$", re.IGNORECASE)
_DEGREE = re.compile(
    r"(?:үлкен|кіші|көп|аз|артық|кем|жоғары|төмен|маңызды|қымбат|арзан|жылдам|тез|ұзақ|қысқа|күшті|әлсіз|жақсы|жаман"
    r"|пайдалы|тиімді|басым|биік|алыс|жақын|қиын|оңай|бай|кедей|ерте|кеш)(?:р[ае][қк]|[ыі]р[ае][қк])?"
)
_BETWEEN = re.compile(r"\s*,?\s*(?:and|or|и|или|мен|пен|бен|және)?\s*", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:invit\w+|among|neighbours?|members?|parties|divided|differ\w*|приглаш\w+|сосед\w+|участник\w*|между|шақыр\w+|арасында\w*)\b",
    re.IGNORECASE,
)


def exchanges(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement has two things of its source in each other's place."""
    there = source_language or language
    found = list(_on_the_wrong_side(statement, source, language, there))
    if language == there == "kk":
        found += _compared_crosswise(statement, source)
    if language == there:
        ours = words(statement, language)
        for line in source.splitlines():
            found += _swapped(ours, words(line, language), statement, line)
    return tuple(found)


def _swapped(ours: Sequence[Word], theirs: Sequence[Word], statement: str, line: str) -> Iterator[Clash]:
    """Pairs on the other side of the very words that stand between them, in the same surroundings."""
    said, held = ([word.text.lower() for word in spread] for spread in (ours, theirs))
    same = _same_places(ours, theirs)
    for before, after in sorted(same):
        if not _tells(ours[before]) or not _tells(theirs[after]):
            continue
        for length in range(_LONGEST):
            other = (before + length + 1, after - length - 1)
            if other not in same or (before, other[1]) in same:
                continue
            between = said[before + 1 : other[0]]
            if between != held[other[1] + 1 : after] or not _tells(ours[other[0]]):
                continue
            parted = _PARTING.search(statement, ours[before].end, ours[other[0]].start)
            if not parted and _EQUAL.issuperset(between):
                continue
            alike = (
                _at(said, before - 1) == _at(held, other[1] - 1),
                _at(said, other[0] + 1) == _at(held, after + 1),
            )
            if sum(alike) >= (1 if length > 1 else 2):
                yield Clash(
                    span("swapped", statement, ours[before], ours[other[0]]),
                    span("swapped", line, theirs[other[1]], theirs[after]),
                )


def _compared_crosswise(statement: str, source: str) -> Iterator[Clash]:
    """Kazakh comparisons turned round: «мәні пайдасынан үлкен» told as «пайдасы мәнінен үлкен»."""
    theirs = list(_comparisons(source))
    for than, degree, subject in _comparisons(statement):
        for other, same_degree, other_subject in theirs:
            if same_word(than, other) or not same_word(degree, same_degree):
                continue
            if any(same_word(than, w) for w in other_subject) and any(same_word(other, w) for w in subject):
                yield Clash(
                    span("swapped", statement, than, degree), span("swapped", source, other, same_degree)
                )
                return
        if not _MORE.search(degree.text) or any(same_word(degree, d) for _, d, _ in theirs):
            continue
        for clause in clauses(source, "kk"):  # «Ресей ертерек бастаған» told as «Ресейден ертерек»
            held = [w for w in clause.words if same_word(w, degree) and _DEGREE.fullmatch(w.text.lower())]
            before = [w for w in clause.words if held and w.end <= held[0].start]
            if any(same_word(w, than) for w in before) and not any(
                _THAN.search(w.text.lower()) for w in before
            ):
                yield Clash(span("swapped", statement, than, degree), span("swapped", source, held[0]))
                return


def _comparisons(text: str) -> Iterator[tuple[Word, Word, list[Word]]]:
    """What something is compared with, the word of degree behind it, and the words that say what is compared."""
    for clause in clauses(text, "kk"):
        for at, (word, degree) in enumerate(pairwise(clause.words)):
            if _THAN.search(word.text.lower()) and _DEGREE.fullmatch(degree.text.lower()):
                yield word, degree, [w for w in clause.words[:at] if w.content]


def _same_places(ours: Sequence[Word], theirs: Sequence[Word]) -> set[tuple[int, int]]:
    """The places of the words that both texts have, in whatever form."""
    places = defaultdict[str, list[int]](list)
    for place, word in enumerate(theirs):
        for mark in _marks(word):
            places[mark].append(place)
    return {
        (at, place) for at, word in enumerate(ours) for mark in _marks(word) for place in places.get(mark, ())
    }


def _marks(word: Word) -> Iterator[str]:
    yield "as printed " + word.text.lower()
    yield from word.form.keys


def _at(spread: Sequence[str], place: int) -> str | None:
    return spread[place] if 0 <= place < len(spread) else None


def _tells(word: Word) -> bool:
    return word.content or _counts(word)


def _counts(word: Word) -> bool:
    return bool(_FIGURE.search(word.text)) or word.text.lower() in _NUMBERS


_NUMBERS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})


def _on_the_wrong_side(statement: str, source: str, language: Language, there: Language) -> Iterator[Clash]:
    """Names listed together of which the source says one thing of some and denies it of the others."""
    sides = {True: set[str](), False: set[str]()}
    for denied, name in _sided(source, there):
        sides[denied].add(name)
    if not (sides[True] - sides[False] and sides[False] - sides[True]):
        return
    for names in _lists(statement, language):
        keys = [_key(name) for name in names]
        mixed = (
            [k in sides[True] - sides[False] for k in keys],
            [k in sides[False] - sides[True] for k in keys],
        )
        if any(mixed[0]) and any(mixed[1]) and not _sums_up(statement):
            first, last = names[0], names[-1]
            listed = Cue("listed", first.start, last.end, statement[first.start : last.end])
            yield Clash(listed, Cue("listed", 0, len(source), source))
            return


def _sided(text: str, language: Language) -> Iterator[tuple[bool, str]]:
    """The names of `text` in lists, each with whether its part of the sentence denies."""
    names = find_names(text, language)
    begin = 0
    for part in [*_PART.finditer(text), None]:
        end = part.start() if part else len(text)
        denied = any(begin <= cue.start < end for cue in negations(text, language))
        yield from ((denied, _key(name)) for name in names if begin <= name.start < end)
        begin = part.end() if part else end


def _lists(text: str, language: Language) -> Iterator[list[Name]]:
    """The names of one kind in `text` that stand together with nothing but commas and "and" between them."""
    run: list[Name] = []
    for name in find_names(text, language):
        # "Without India and Brazil, X argues": who speaks is none of them
        if run and (name.kind != run[-1].kind or not _BETWEEN.fullmatch(text[run[-1].end : name.start])):
            if _is_list(run, text):
                yield run
            run = []
        run.append(name)
    if _is_list(run, text):
        yield run


def _is_list(run: Sequence[Name], text: str) -> bool:
    return len(run) > _FEW or (len(run) == _FEW and _JOINT.search(text, run[0].end, run[1].start) is not None)


def _key(name: Name) -> str:
    return known(name.text) or name.text.lower()


def _sums_up(text: str) -> bool:
    """Whether the statement speaks of all alike, whatever each has done: "the six states invited, A, B and C"."""
    return _ALL.search(text) is not None
