"""How far a Russian noun phrase goes: «министр | торговли и интеграции» | заявил."""

from __future__ import annotations

import re
from functools import lru_cache

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


@lru_cache(maxsize=1 << 14)
def _qualifies(word: str) -> bool:
    try:
        parses = russian().parse(word)
    except ValueError:  # a letter that the analyser cannot name
        return False
    # An adverb or verb among the readings decides: «снова», «вчера» have no business in a name
    if any(parse.tag.POS in {"ADVB", "VERB", "PREP", "CONJ", "PRCL", "INFN", "NPRO"} for parse in parses):
        return False
    return any(parse.tag.case in _CASES and parse.tag.POS in {"NOUN", "ADJF", "PRTF"} for parse in parses)
