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
    from briefings.language.meaning.words import Word

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
    for at, word in enumerate(said):
        for phrase in phrases:
            wanted = _parts(phrase, language)
            found = said[at : at + len(wanted)]
            beside = all(not text[a.end : b.start].strip() for a, b in pairwise(found))
            if len(found) == len(wanted) and beside and all(map(is_form, found, wanted)):
                yield Wording(phrase, text[word.start : found[-1].end], word.start, found[-1].end)
                break


@lru_cache(maxsize=512)
def _parts(phrase: str, language: Language) -> tuple[str, ...]:
    return tuple(plain(word.text).replace("ё", "е") for word in words(phrase, language))


def _russian(word: Word, listed: str) -> bool:
    said = plain(word.text).replace("ё", "е")
    return said == listed or listed in lemmas(said, "ru")


def _kazakh(word: Word, listed: str) -> bool:
    said = plain(word.text)
    return said.startswith(listed) and _KAZAKH_ENDING.fullmatch(said, len(listed)) is not None


def _english(word: Word, listed: str) -> bool:
    if listed == "may":
        return word.text == "may"  # not the month
    said = plain(word.text).replace("’", "'")
    return said in {listed + ending for ending in _ENGLISH_ENDINGS} | {listed.removesuffix("y") + "ies"}


_IS_FORM: dict[Language, Callable[[Word, str], bool]] = {"ru": _russian, "kk": _kazakh, "en": _english}
