"""Two parallel halves («ночью 31 тысяча, днём 12», "Norway pays the fare, Poland the hall") told crosswise.

What sets the halves apart, their keys, are two countries, two names, two opposites, what comes first and what
then, what is and what ought to be. A statement that has both keys, each beside what the source says of the
other, and nothing beside its own, has them in each other's place. `source` is the cited sentences, one a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.language.figures import find_figures
from briefings.language.meaning.alignment import Clash
from briefings.language.meaning.concepts import REPORTING, opposites_of
from briefings.language.meaning.countries import countries_of
from briefings.language.meaning.cues import Cue, whole_words
from briefings.language.meaning.scope import negations
from briefings.language.meaning.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language

_PART = re.compile(r"(?:[^,;.!?…:\n]|(?<=\d)[,.:](?=\d))+")
_ENDS = re.compile(r"[.!?…\n]\s")
# In the notation of `cues_ru`.
_MARKS: dict[Language, dict[str, re.Pattern[str]]] = {
    "ru": {
        "first": whole_words("сперва|сначала|вначале|прежде(?! чем)|поначалу"),
        "then": whole_words("потом|затем|впоследствии"),
        "due": whole_words(
            "долж(?:ен|на|но|ны)|положено|полагается|нуж(?:ен|на|но|ны)|следовало бы|надо бы|требуется"
        ),
    },
    "kk": {
        "first": whole_words("алдымен|әуелі|бастапқыда"),
        "then": whole_words("кейін|сосын|содан кейін"),
        "due": whole_words("тиіс|керек еді|керек|қажет"),
    },
    "en": {
        "first": whole_words("first|initially|to begin with"),
        "then": whole_words("then|afterwards|only later"),
        "due": whole_words("should|ought to|supposed to|need|needs|needed"),
    },
}
_IN_TWO_WORDS = 2
_SET_APART = frozenset({("first", "then"), ("then", "first")})


@dataclass(frozen=True, slots=True)
class _Half:
    """A stretch between two marks: its keys, and everything it says, figures included."""

    cue: Cue
    keys: frozenset[tuple[str, str]]
    said: tuple[frozenset[str], ...]
    denies: bool

    def apart_from(self, other: _Half, key: tuple[str, str]) -> list[frozenset[str]]:
        """What only this half says, its key left out."""
        mark = {key[1], f"={key[1]}", f"@{key[1]}"}
        return [
            one for one in self.said if one.isdisjoint(mark) and not any(map(one.intersection, other.said))
        ]


def swaps_halves(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement says of each of two things what the source says of the other."""
    there = source_language or language
    pairs = tuple(_pairs(source, there))
    for ours in _pairs(statement, language) if pairs else ():
        for theirs in pairs:
            if _crossed(ours, theirs) or _exchanged(ours, theirs):
                return (Clash(ours[0].cue, theirs[0].cue),)
    return ()


def _pairs(text: str, language: Language) -> Iterator[tuple[_Half, _Half]]:
    """The neighbours of one sentence."""
    for one, other in pairwise(_halves(text, language)):
        # «Не деньги, а время» sets one thing aside, which `contrast` judges.
        if one.denies == other.denies and not _ENDS.search(text, one.cue.end - 1, other.cue.start):
            yield one, other


def _crossed(ours: tuple[_Half, _Half], theirs: tuple[_Half, _Half]) -> bool:
    for one, other in _contrasts(theirs):
        for first, second in ((ours[0], ours[1]), (ours[1], ours[0])):
            if not (_has(first, one) and _has(second, other)):
                continue
            here = first.apart_from(second, one), second.apart_from(first, other)
            there = theirs[0].apart_from(theirs[1], one), theirs[1].apart_from(theirs[0], other)
            crossed = _meet(here[0], there[1]) and _meet(here[1], there[0])
            # The verb that both halves share stands in the first of either: «A платит за одно, B — за другое».
            if crossed and not (_meet(here[0], there[0]) and _meet(here[1], there[1])):
                return True
    return False


def _exchanged(ours: tuple[_Half, _Half], theirs: tuple[_Half, _Half]) -> bool:
    """Whether what a half says in two words is torn apart: «отставку исключает, премию | обещает»."""
    long, short = (
        half.apart_from(other, _OTHERWISE) for half, other in zip(theirs, theirs[::-1], strict=True)
    )
    if len(short) != _IN_TWO_WORDS or len(long) < _IN_TWO_WORDS:
        return False
    here = ours[0].apart_from(ours[1], _OTHERWISE), ours[1].apart_from(ours[0], _OTHERWISE)
    mixed = all(_meet(some, long) for some in here)
    return mixed and any(
        _meet(here[0], short[at : at + 1])
        and _meet(here[1], short[1 - at : 2 - at])
        and not _meet(here[0], short[1 - at : 2 - at])
        and not _meet(here[1], short[at : at + 1])
        for at in (0, 1)
    )


def _meet(some: list[frozenset[str]], others: list[frozenset[str]]) -> bool:
    return any(not one.isdisjoint(other) for one in some for other in others)


def _has(half: _Half, key: tuple[str, str]) -> bool:
    return key in half.keys or (key == _OTHERWISE and ("mark", "due") not in half.keys)


_OTHERWISE = ("mark", "")  # the half that tells what is, beside one that tells what ought to be


def _contrasts(halves: tuple[_Half, _Half]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """The keys that set the halves apart, one of each."""
    own, others = halves[0].keys - halves[1].keys, halves[1].keys - halves[0].keys
    for one in own:
        for other in others:
            if one[0] == other[0] and _opposed(one, other):
                yield one, other
    due = ("mark", "due")
    if due in others:
        yield _OTHERWISE, due
    elif due in own:
        yield due, _OTHERWISE


def _opposed(one: tuple[str, str], other: tuple[str, str]) -> bool:
    if one[0] == "concept":
        return other[1] in opposites_of(one[1])
    return one[0] != "mark" or (one[1], other[1]) in _SET_APART


@lru_cache(maxsize=2048)
def _halves(text: str, language: Language) -> tuple[_Half, ...]:
    """The stretches of `text` between marks that say anything."""
    spread, figures = words(text, language), find_figures(text, language)
    denials = negations(text, language)
    marks = [
        (kind, found.start()) for kind, mark in _MARKS[language].items() for found in mark.finditer(text)
    ]
    counted = [range(figure.start, figure.end) for figure in figures]
    halves = []
    for part in _PART.finditer(text):
        start, end = part.span()
        inside = [
            w for w in spread if start <= w.start < end and not any(w.start in span for span in counted)
        ]
        content = [w for w in inside if w.content and REPORTING not in w.concepts]
        keys = {("mark", kind) for kind, at in marks if start <= at < end}
        keys |= {("concept", concept) for w in content if not w.form.verb for concept in w.concepts}
        nations = {countries_of(w) for w in content if countries_of(w)}
        if len(nations) == 1:  # «Казахстан, | Кыргызстан и Таджикистан»: a list has no halves
            keys |= {("country", key) for key in nations.pop()}
        keys |= {
            ("name", key)
            for w in inside
            if w.text[0].isupper() and w.start > start + 1
            for key in w.form.keys
        }
        said = [
            w.keys | {f"@{key}" for key in countries_of(w)}
            for w in content
            if not any(w.start == at for _, at in marks)
        ]
        said += [frozenset({f"#{f.value}"}) for f in figures if start <= f.start < end]
        if said:
            cue = Cue("half", start, end, part.group().strip())
            denies = any(start <= denial.start < end for denial in denials)
            halves.append(_Half(cue, frozenset(keys), tuple(said), denies))
    return tuple(halves)
