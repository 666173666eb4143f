"""Words and phrases of a list, found in a text in whatever form they take there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.language.lemmas import lemmas
from briefings.language.meaning.words import plain, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefings.domain import Language

# Inflection only: «мүмкіндік» (chance) is not «мүмкін» (possibly), "clear" is not "clearly".
_ENGLISH_ENDINGS = ("", "s", "es", "'s", "ly")
_KAZAKH_ENDING = re.compile(
    r"(?:[лдт][ае]р)?(?:[ыі]м[ыі]з|с?[ыі]н?)?(?:[ндт][ыі]ң|[ғгқк][ае]|[ндт][ыі]|[дт][ае]|[дтн][ае]н|[мбп]ен)?(?:д[ыі]р)?"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """`phrase` of the list stands at `start:end` (code points) of the text, written as `text`."""

    phrase: str
    text: str
    start: int
    end: int


def find_wordings(text: str, phrases: tuple[str, ...], language: Language) -> Iterator[Wording]:
    """Where the words of one of `phrases` stand beside each other in `text`, in the order of the text."""
    said, is_form = words(text, language), _IS_FORM[language]
    listed = _listed(phrases, language)
    for at, word in enumerate(said):
        for phrase, wanted in listed:
            if not is_form(word.text, wanted[0]):
                continue
            found = said[at : at + len(wanted)]
            beside = all(not text[a.end : b.start].strip() for a, b in pairwise(found))
            forms = (other.text for other in found)
            if len(found) == len(wanted) and beside and all(map(is_form, forms, wanted)):
                yield Wording(phrase, text[word.start : found[-1].end], word.start, found[-1].end)
                break


@lru_cache(maxsize=64)
def _listed(phrases: tuple[str, ...], language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The phrases, each with its words."""
    return tuple(
        (phrase, tuple(plain(word.text).replace("ё", "е") for word in words(phrase, language)))
        for phrase in phrases
    )


def _russian(word: str, listed: str) -> bool:
    return listed in _russian_forms(word)


@lru_cache(maxsize=20_000)
def _russian_forms(word: str) -> frozenset[str]:
    said = plain(word).replace("ё", "е")
    return lemmas(said, "ru") | {said}


def _kazakh(word: str, listed: str) -> bool:
    said = plain(word)
    return said.startswith(listed) and _KAZAKH_ENDING.fullmatch(said, len(listed)) is not None


def _english(word: str, listed: str) -> bool:
    if listed == "may":
        return word == "may"  # not the month
    said = plain(word).replace("’", "'")
    return said in _english_forms(listed)


@lru_cache(maxsize=512)
def _english_forms(listed: str) -> frozenset[str]:
    return frozenset((*(listed + ending for ending in _ENGLISH_ENDINGS), listed.removesuffix("y") + "ies"))


_IS_FORM: dict[Language, Callable[[str, str], bool]] = {"ru": _russian, "kk": _kazakh, "en": _english}
