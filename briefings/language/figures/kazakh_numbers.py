"""Kazakh number words: roots with their case, possessive, ordinal and plural-of-size endings."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from briefings.language.figures.number_words import NumberWord

_ROOTS = {
    "нөл": "0", "бір": "1", "екі": "2", "үш": "3", "төрт": "4", "бес": "5", "алты": "6", "жеті": "7",
    "сегіз": "8", "тоғыз": "9", "он": "10", "дюжина": "12", "жиырма": "20", "отыз": "30", "қырық": "40", "елу": "50",
    "алпыс": "60", "жетпіс": "70", "сексен": "80", "тоқсан": "90", "жүз": "100",
    "мың": "1e3", "миллион": "1e6", "миллиард": "1e9", "триллион": "1e12",
}  # fmt: skip
_WRITTEN_SHORT = {"млн": "1e6", "млрд": "1e9", "трлн": "1e12"}
_COLLECTIVE = {
    "біреу": "1", "екеу": "2", "үшеу": "3", "төртеу": "4", "бесеу": "5", "алтау": "6", "жетеу": "7",
}  # fmt: skip
# Words that look like a declined numeral and are something else: him, there, for, in the face, gold.
_OTHER_WORDS = re.compile(
    r"он(?:ы(?!нш)|а).*|онда|ондай.*|ондағы.*|үшін|жүзі(?:нде|нен|не|н)?|алтын(?!ш).*|жүзу.*"
)
_CASE = r"(?:с?[ыі])?(?:[дтн]?[ыі]ң|(?:[нғгқк]|н?[дт])?[ае]|[дтн][ае]н|[дтн]?[ыі]|н|[мбп]ен|н?[дт][ае]й)?"
_FORM = re.compile(
    rf"(?:(?P<group>{'|'.join(_COLLECTIVE)})|(?P<root>{'|'.join(sorted(_ROOTS, key=len, reverse=True))}|қырығ)"
    rf"(?:(?P<ordinal>[ыі]?нш[ыі])(?P<listing>ден|дан)?|(?P<plural>[длт][ае][ғг][ае]н|[длт][ае]п)"
    rf"|(?P<league>[лдт][ыі][қкғг]))?){_CASE}"
)
_FRACTIONS = re.compile(r"(?P<half>жарты(?P<part>с[ыі].*)?)|ширег[ыі].*|ширек")


def is_bare(word: str) -> bool:
    """Whether `word` is a numeral without an ending; only the last word of a number takes one."""
    return word in _ROOTS or word in _WRITTEN_SHORT


@lru_cache(maxsize=8192)
def number_word(word: str) -> NumberWord | None:
    """What a folded Kazakh word means as a number."""
    if word.startswith("алғашқы"):
        return NumberWord(Decimal(1), "ordinal", certain=False)
    if word in _WRITTEN_SHORT:
        return NumberWord(Decimal(_WRITTEN_SHORT[word]), "scale")
    if part := _FRACTIONS.fullmatch(word):
        value = Decimal("0.5" if part["half"] else "0.25")
        return NumberWord(value, "fraction", certain=part["part"] is not None)
    match = _FORM.fullmatch(word)
    if match is None or match["listing"] or _OTHER_WORDS.fullmatch(word):
        return None
    if match["group"]:
        value = Decimal(_COLLECTIVE[match["group"]])
        return NumberWord(value, "cardinal", certain=value > 2)  # somebody, both
    value = Decimal(_ROOTS.get(match["root"], "40"))  # қырығ- is қырық before a vowel
    if match["ordinal"]:
        return NumberWord(value, "ordinal", certain=value > 2)  # екінші is also "the other"
    if match["plural"]:
        return NumberWord(value, "plural") if value >= 10 else None
    # жетілік and жиырмалық are also the names of the G7 and the G20.
    # «нөлден бастады» is from scratch
    certain = value != 1 and not match["league"] and word != "нөлден"
    return NumberWord(value, "scale" if value >= 1000 else "cardinal", certain)
