"""The forms of an English word that its ending alone makes: plural, third person, past, -ing."""

from __future__ import annotations

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh", "o")
_DOUBLED = frozenset("bdgklmnprtv")


def inflections(word: str) -> tuple[str, ...]:
    """`word` (lower case, base form) and what -s, -ed and -ing make of it; some no English word."""
    if len(word) < 3 or not word.isalpha():
        return (word,)
    head, before, last = word[:-1], word[-2], word[-1]
    if last == "y" and before not in _VOWELS:
        return (word, head + "ies", head + "ied", word + "ing")
    if last == "e" and before != "e":
        return (word, word + "s", word + "d", head + "ing")
    plural = word + ("es" if word.endswith(_HISSING) else "s")
    forms = (word, plural, word + "ed", word + "ing")
    # A single vowel between consonants doubles what follows: stop, stopped. So does no "visit", but what
    # that makes is no other word.
    if last in _DOUBLED and before in _VOWELS and word[-3] not in _VOWELS:
        return (*forms, word + last + "ed", word + last + "ing")
    return forms
