"""How far a Russian noun phrase goes, and its nominative: «министр | торговли и интеграции» | заявил."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from briefings.language.lemmas import parses_of, russian

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEXT = re.compile(r"\s+(?:(?:и|по)\s+)?(?P<word>«[^»\n]{2,40}»|\"[^\"\n]{2,40}\"|[\w-]+)(?=\W|$)")
_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w-]*)\s+$")
_CASES = frozenset({"gent", "datv"})  # «министр торговли», «комитет по торговле»
# Whose ministry it is need not be said: «министерство связи республики»
_COUNTRY = re.compile(r"\s+(?:республики|страны|государства)$")
_MOST_ADJECTIVES = 3
_PROPER = {"Name", "Surn", "Patr", "Geox", "Orgn"}


def modifiers_end(text: str, end: int) -> int:
    """Where the words end that qualify the noun ending at `end`: genitives, names, quoted names."""
    while found := _NEXT.match(text, end):
        word = found["word"]
        if word[0] not in '«"' and not word[0].isupper() and not _qualifies(word):
            break
        end = found.end()
    return end


def adjectives_start(text: str, start: int, end: int) -> int:
    """Where the adjectives begin that agree with the noun `text[start:end]`: «национального | банка»."""
    noun = {(p.tag.case, p.tag.number) for p in _parses(text[start:end]) if p.tag.POS == "NOUN"}
    for _ in range(_MOST_ADJECTIVES):
        before = _BEFORE.search(text, max(0, start - 40), start)
        if not before or not _is_adjective(before["word"], noun):
            break
        start = before.start()
    return start


def nominative(phrase: str) -> str:
    """«Национальном банке Верданы» as «Национальный банк Верданы»: adjectives and noun, up to the noun."""
    words = _COUNTRY.sub("", phrase).split(" ")
    head = next((i for i, word in enumerate(words) if not _only_adjective(word)), len(words))
    noun = _noun(words[head], words[:head]) if head < len(words) else None
    if noun is None:
        return " ".join(words)
    gender = {noun.tag.gender} - {None}
    adjectives = [
        _inflected(word, next(p for p in _parses(word) if p.tag.POS == "ADJF"), {"nomn", "sing", *gender})
        for word in words[:head]
    ]
    return " ".join([*adjectives, _inflected(words[head], noun, {"nomn"}), *words[head + 1 :]])


def is_noun(word: str) -> bool:
    """Whether a Russian word of the dictionary is a common noun, and cannot be an adjective: «убытки», «ущерб»."""
    if not word.isalpha() or not russian().word_is_known(word.lower()):
        return False
    parses = _parses(word.lower())
    return bool(parses) and all(p.tag.POS == "NOUN" and not _PROPER & set(p.tag.grammemes) for p in parses)


def may_be_nominative(word: str) -> bool:
    """Whether a Russian word can be read as a nominative; True for what is no Russian word."""
    parses = _parses(word)
    return not parses or any(parse.tag.case in {"nomn", None} for parse in parses)


def may_be_subject(words: Sequence[str]) -> bool:
    """Whether a Russian name can stand in the nominative: its first word, and the noun of an adjective."""
    adjective = len(words) > 1 and _only_adjective(words[0].lower())
    return may_be_nominative(words[0]) and not (adjective and not may_be_nominative(words[1]))


def _is_adjective(word: str, noun: set[tuple[str, str]]) -> bool:
    parses = _parses(word)
    if not parses or parses[0].tag.POS != "ADJF":
        return False
    return any(
        p.tag.POS == "ADJF"
        and not {"Apro", "Anum"} & set(p.tag.grammemes)
        and (p.tag.case, p.tag.number) in noun
        for p in parses
    )


def _only_adjective(word: str) -> bool:
    parses = _parses(word)
    return bool(parses) and parses[0].tag.POS == "ADJF"


def _noun(word: str, adjectives: Sequence[str]) -> Any:
    """The parse of the noun in the singular that its adjectives agree with; a bank, not a jar («банка»)."""
    nouns = [p for p in _parses(word) if p.tag.POS == "NOUN" and p.tag.number != "plur"]
    for adjective in adjectives[:1]:
        shapes = {(p.tag.case, p.tag.gender) for p in _parses(adjective) if p.tag.POS == "ADJF"}
        nouns = [p for p in nouns if (p.tag.case, p.tag.gender) in shapes]
    return next((p for p in nouns if p.normal_form == "банк"), nouns[0] if nouns else None)


def _inflected(word: str, parse: Any, grammemes: set[str]) -> str:
    """The word in another form, its capitals kept; as it is when the dictionary does not know how."""
    form = parse.inflect(grammemes)
    if form is None or parse.tag.case == "nomn":
        return word
    inflected = str(form.word) if "ё" in word.lower() else str(form.word).replace("ё", "е")
    if word.isupper():
        return inflected.upper()
    kept = next(
        (i for i, (a, b) in enumerate(zip(word.lower(), inflected, strict=False)) if a != b),
        min(len(word), len(inflected)),
    )
    return word[:kept] + inflected[kept:]


@lru_cache(maxsize=1 << 14)
def _qualifies(word: str) -> bool:
    parses = _parses(word)
    # An adverb or verb among the readings decides: «снова», «вчера» have no business in a name
    if any(parse.tag.POS in {"ADVB", "VERB", "PREP", "CONJ", "PRCL", "INFN", "NPRO"} for parse in parses):
        return False
    if any("Apro" in parse.tag for parse in parses):
        return False  # «в министерстве такой сценарий …»
    return any(parse.tag.case in _CASES and parse.tag.POS in {"NOUN", "ADJF", "PRTF"} for parse in parses)


def _parses(word: str) -> list[Any]:
    try:
        return list(parses_of(word))
    except ValueError:  # a letter that the analyser cannot name
        return []
