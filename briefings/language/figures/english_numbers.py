"""English number words."""

from __future__ import annotations

from decimal import Decimal

from briefings.language.figures.number_words import NumberWord, words

_CARDINALS = {
    "0": "zero", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven",
    "8": "eight", "9": "nine", "10": "ten", "11": "eleven", "12": "twelve dozen", "13": "thirteen",
    "14": "fourteen", "15": "fifteen", "16": "sixteen", "17": "seventeen", "18": "eighteen",
    "19": "nineteen", "20": "twenty", "30": "thirty", "40": "forty", "50": "fifty", "60": "sixty",
    "70": "seventy", "80": "eighty", "90": "ninety", "100": "hundred",
}  # fmt: skip
_ORDINALS = {
    "2": "second", "3": "third", "4": "fourth", "5": "fifth", "6": "sixth", "7": "seventh",
    "8": "eighth", "9": "ninth", "10": "tenth", "11": "eleventh", "12": "twelfth", "13": "thirteenth",
    "14": "fourteenth", "15": "fifteenth", "16": "sixteenth", "17": "seventeenth", "18": "eighteenth",
    "19": "nineteenth", "20": "twentieth", "30": "thirtieth", "40": "fortieth", "50": "fiftieth",
    "60": "sixtieth", "70": "seventieth", "80": "eightieth", "90": "ninetieth", "100": "hundredth",
}  # fmt: skip
_SCALES = {
    "1e3": "thousand", "1e6": "million mln mn", "1e9": "billion bln bn", "1e12": "trillion trln tn",
}  # fmt: skip
_PLURALS = {
    "10": "tens dozens", "100": "hundreds", "1e3": "thousands", "1e6": "millions", "1e9": "billions",
    "1e12": "trillions",
}  # fmt: skip
_MULTIPLES = {
    "2": "twice doubled twofold", "3": "thrice tripled trebled threefold",
    "4": "quadrupled fourfold", "5": "fivefold", "10": "tenfold",
}  # fmt: skip

WORDS = {
    **words(_CARDINALS, "cardinal"),
    **words({"1": "one", "2": "both couple pair"}, "cardinal", certain=False),
    **words(_ORDINALS, "ordinal"),
    **words({"1": "first"}, "ordinal", certain=False),
    **words(_SCALES, "scale"),
    **words(_PLURALS, "plural"),
    **words(_MULTIPLES, "multiple"),
    **words(
        {"1": "once", "2": "double doubles doubling", "3": "triple triples tripling"},
        "multiple",
        certain=False,
    ),
    **words({"0.5": "half halve halves halved halving"}, "fraction"),
    **{
        f"{word}s": NumberWord(1 / Decimal(value), "fraction")
        for value, word in _ORDINALS.items()
        if value not in {"2", "100"}
    },
    **words({"0.25": "quarter quarters"}, "fraction"),
}


def number_word(word: str) -> NumberWord | None:
    """What a folded English word means as a number."""
    return WORDS.get(word)
