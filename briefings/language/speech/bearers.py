"""Whom a role means: «аналитик», "the envoy", «ведомство басшысы», by the roles that are printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.language.roles import standing
from briefings.language.speech.table import SpeechTable, lowered

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefings.domain import Speaker

_STEM = 6  # «экономистка» is an «экономист»
_OUTLET = re.compile(r"агентств|издани|редакци|газет|журнал|портал|наш")
_DETERMINERS = frozenset({"the", "this", "that", "этот", "бұл"})


_ANYBODYS = ("эксперт", "специалист", "сарапшы", "маман", "expert", "specialist")


class RoleName:
    """The words of a role that calls somebody back, and whom they fit."""

    def __init__(self, text: str, table: SpeechTable) -> None:
        """«министр торговли» is a «министр», and of trade; "the U.S. leader" a leader, and of the U.S."""
        words = [w.removeprefix("экс-") for w in lowered(text).split() if w not in _DETERMINERS]
        self._table = table
        self._phrase = " ".join(words)
        self._noun = words[0 if table.role_first else -1]
        self._qualifiers = words[1:] if table.role_first else words[:-1]
        if table.anyone.match(self._noun) and all(map(_OUTLET.match, self._qualifiers)):
            self._qualifiers = []  # «собеседница агентства»: whoever talks to the outlet

    @property
    def is_narrowed(self) -> bool:
        """Whether more than a noun is given: «руководитель проекта»."""
        return bool(self._qualifiers)

    @property
    def is_generic(self) -> bool:
        """Whether the noun fits people of many roles: «эксперт», «чиновник»."""
        table = self._table
        return any(kind.match(self._noun) for kind in (table.anyone, table.expert, table.official))

    @property
    def is_anybodys(self) -> bool:
        """Whether the noun alone is said of whoever is asked for knowledge: «сарапшы», «эксперт»."""
        return not self._qualifiers and self._noun.startswith(_ANYBODYS)

    @property
    def tests(self) -> tuple[Callable[[Speaker], bool], ...]:
        """What to ask of a speaker, the surest question first."""
        return self._is_printed, self._is_another_word, self._fits_generally

    def _is_printed(self, speaker: Speaker) -> bool:
        role = lowered(speaker.role or "")
        return all(stem(word) in role for word in (self._noun, *self._qualifiers))

    def _is_another_word(self, speaker: Speaker) -> bool:
        """An ambassador is a «дипломат», a minister a «глава ведомства»."""
        role, table = lowered(speaker.role or ""), self._table
        if any(words.fullmatch(self._phrase) and roles.search(role) for words, roles in table.means):
            return True
        narrowed = [word for word in self._qualifiers if not table.any_body.match(word)]
        return all(stem(word) in role for word in narrowed) and any(
            nouns.match(self._noun) and roles.search(role) for nouns, roles in table.means
        )

    def _fits_generally(self, speaker: Speaker) -> bool:
        """An expert is no official; anybody may be a «собеседник»."""
        if self._qualifiers:
            return False
        kind = self._table.official if standing(speaker) == "official" else self._table.expert
        return bool(self._table.anyone.match(self._noun) or kind.match(self._noun))


def stem(word: str) -> str:
    """The beginning that the forms of a word share."""
    return word[:_STEM] if len(word) > _STEM else word[:-1] if len(word) > _STEM - 2 else word
