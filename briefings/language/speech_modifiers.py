"""How far a Russian noun phrase goes: «министр | торговли и интеграции» | заявил."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from briefings.language.lemmas import russian

_NEXT = re.compile(r"\s+(?:(?:и|по)\s+)?(?P<word>«[^»\n]{2,40}»|\"[^\"\n]{2,40}\"|[\w-]+)(?=\W|$)")
_CASES = frozenset({"gent", "datv"})  # «министр торговли», «комитет по торговле»


def modifiers_end(text: str, end: int) -> int:
    """Where the words end that qualify the noun ending at `end`: genitives, names, quoted names."""
    while found := _NEXT.match(text, end):
        word = found["word"]
        if word[0] not in '«"' and not word[0].isupper() and not _qualifies(word):
            break
        end = found.end()
    return end


def may_be_nominative(word: str) -> bool:
    """Whether a Russian word can be read as a nominative; True for what is no Russian word."""
    parses = _parses(word)
    return not parses or any(parse.tag.case in {"nomn", None} for parse in parses)


@lru_cache(maxsize=1 << 14)
def _qualifies(word: str) -> bool:
    parses = _parses(word)
    # An adverb or verb among the readings decides: «снова», «вчера» have no business in a name
    if any(parse.tag.POS in {"ADVB", "VERB", "PREP", "CONJ", "PRCL", "INFN", "NPRO"} for parse in parses):
        return False
    return any(parse.tag.case in _CASES and parse.tag.POS in {"NOUN", "ADJF", "PRTF"} for parse in parses)


def _parses(word: str) -> list[Any]:
    try:
        return list(russian().parse(word))
    except ValueError:  # a letter that the analyser cannot name
        return []
