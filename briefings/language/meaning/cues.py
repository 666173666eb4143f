"""Find the words by which a text denies, hedges, sets conditions or speaks of plans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from briefings.language.meaning import cues_en, cues_kk, cues_ru

if TYPE_CHECKING:
    from briefings.domain import Language

_TABLES: dict[Language, dict[str, dict[str, str]]] = {
    "ru": cues_ru.CUES,
    "kk": cues_kk.CUES,
    "en": cues_en.CUES,
}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words at `start:end` (code points) of a text and what they do: `kind` is "negation", "possible" …"""

    kind: str
    start: int
    end: int
    text: str


def find_doubles(topic: str, text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """Where words stand that look like cues of `topic` and are none: «одан басқаны сұрамайды»."""
    found = _pattern(topic, language).finditer(text)
    return tuple(match.span() for match in found if match.lastgroup == "double")


@lru_cache(maxsize=8192)
def find_cues(topic: str, text: str, language: Language) -> tuple[Cue, ...]:
    """The cues of one topic of the tables ("negation", "hedge", "plan" …), in order."""
    return tuple(
        Cue(match.lastgroup or "", match.start(), match.end(), match[0])
        for match in _pattern(topic, language).finditer(text)
        if match.lastgroup != "double"
    )


@cache
def _pattern(topic: str, language: Language) -> re.Pattern[str]:
    kinds = _TABLES[language][topic].items()
    alternatives = "|".join(f"(?P<{kind}>{_expression(words)})" for kind, words in kinds)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def whole_words(alternatives: str) -> re.Pattern[str]:
    """A pattern for the `alternatives` of a table as whole words, in the notation of `cues_ru`."""
    return re.compile(rf"(?<!\w)(?:{_expression(alternatives)})(?!\w)", re.IGNORECASE)


def _expression(words: str) -> str:
    one_line = re.sub(r"\n\s*", "", words.strip())
    spread = one_line.replace(" ", r"\s+").replace("*", r"\w*")
    return re.sub(r"\[[^\]]*\]|е", lambda found: "[её]" if found[0] == "е" else found[0], spread)
