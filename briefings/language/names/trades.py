"""Words for what a person is or does: the lexicon's, and trades that no list has."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.language.lemmas import lemmas, parses_of, russian
from briefings.language.names.lexicon import LEXICONS

if TYPE_CHECKING:
    from briefings.domain import Language

_KAZAKH_POSSESSIVES = ("ы", "і", "сы", "сі")
# Trades that no list has: гидролог, климатолог, hydrologist, physician
_KAZAKH_TRADE = re.compile(r"(?:лог|граф|изик|атик|генетик|ист|ис(?=[ыі])|(?<!н)ш[ыі])(?:сы|сі|ы|і|гі|ғы)?$")
_ENGLISH_TRADE = re.compile(
    r"(?:ologist|ographer|icist|omist|ematician|ysician|itician|atistician|[a-z]{3}(?:man|woman|keeper|worker|maker|herd))$"
)
_SHORTEST_TRADE = 5


@lru_cache(maxsize=1 << 14)
def is_role(word: str, language: Language) -> bool:
    """Whether the word can be the head of a role, in any case (Russian) or with a possessive (Kazakh)."""
    lowered = word.lower().strip(".")
    roles = LEXICONS[language].roles
    if lowered in roles:
        return True
    if language == "ru":
        parts = lowered.split("-")  # юрист-международник
        return any(
            not lemmas(part, "ru").isdisjoint(roles) for part in {lowered, parts[0], parts[-1]} if part
        )
    if language == "kk":
        if len(lowered) > _SHORTEST_TRADE and _KAZAKH_TRADE.search(lowered):
            return True
        return any(
            lowered.endswith(e) and not _ends(lowered[: -len(e)]).isdisjoint(roles)
            for e in _KAZAKH_POSSESSIVES
        )
    return lowered.rpartition("-")[2] in roles or bool(_ENGLISH_TRADE.search(lowered))


def _ends(stem: str) -> frozenset[str]:
    # көмекші, көмекшісі; but бастық, бастығы; экономист, экономисі
    softened = {"ғ": "қ", "г": "к", "б": "п"}.get(stem[-1:], stem[-1:])
    return frozenset((stem, f"{stem}т" if stem.endswith("с") else stem, stem[:-1] + softened))


@lru_cache(maxsize=1 << 14)
def is_trade(word: str) -> bool:
    """Whether a Russian word is a noun for a human being, and no name: гидролог, подпасок."""
    parses = parses_of(word) if russian().word_is_known(word) else ()
    return bool(parses) and all(
        "anim" in p.tag and p.tag.POS == "NOUN" and not {"Name", "Surn", "Patr"} & set(p.tag.grammemes)
        for p in parses
    )
