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
    from collections.abc import Iterator

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
    said = words(text, language)
    for at, word in enumerate(said):
        for phrase in phrases:
            wanted = _parts(phrase, language)
            found = said[at : at + len(wanted)]
            if len(found) == len(wanted) and all(map(_is_form, found, wanted, [language] * len(found))):
                if all(not text[a.end : b.start].strip() for a, b in pairwise(found)):
                    yield Wording(phrase, text[word.start : found[-1].end], word.start, found[-1].end)
                    break


@lru_cache(maxsize=512)
def _parts(phrase: str, language: Language) -> tuple[str, ...]:
    return tuple(plain(word.text).replace("ё", "е") for word in words(phrase, language))


def _is_form(word: Word, listed: str, language: Language) -> bool:
    said = plain(word.text).replace("ё", "е").replace("’", "'")
    if language == "ru":
        return said == listed or listed in lemmas(said, "ru")
    if language == "kk":
        return said.startswith(listed) and _KAZAKH_ENDING.fullmatch(said, len(listed)) is not None
    if said == "may":
        return listed == said and word.text == "may"  # not the month
    plural = listed.removesuffix("y") + "ies" if listed.endswith("ry") else listed
    return said == plural or any(said == listed + ending for ending in _ENGLISH_ENDINGS)
