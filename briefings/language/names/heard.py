"""Whether a name in one alphabet is that of the other as it is heard: Kavanaugh, Кавано; Farage, Фараж.

Rules of transliteration do not reach names that are respelt by ear from English or French. What survives are
the consonants by the place where they are formed, in order; vowels, h and what is not pronounced do not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Indel

from briefings.language.names.script import KAZAKH_TO_RUSSIAN, alphabet, letters, sound

# Longest spellings first; what no pattern names is a vowel or silent.
_LATIN = (
    (r"ough|augh|gh(?![aeiou])|^k(?=n)|^p(?=s)|w(?![aeiouyh])|(?<!c)(?<!s)(?<!t)(?<!p)h", ""),
    (r"ch(?=[rln]|ae)", "K"),
    (r"tch|sch|sh|ch|zh|dg|cz|sz|j|(?<=[aeiou])ge?(?=$)|g(?=[eiy])|c(?=[eiy])|[sz]", "S"),
    (r"qu", "KV"),
    (r"x", "KS"),
    (r"[ckgq]", "K"),
    (r"ph|[fvw]", "V"),
    (r"th|[td]", "T"),
    *((letter.lower(), letter) for letter in "BPLRMN"),
)
_CYRILLIC = (
    (r"дж|тч|тс|[жшщчцсз]", "S"),
    (r"[кг]", "K"),
    (r"[фв]|у(?=[аеиоыэюяё])", "V"),
    (r"[тд]", "T"),
    (r"б", "B"),
    (r"п", "P"),
    (r"л", "L"),
    (r"р", "R"),
    (r"м", "M"),
    (r"н", "N"),
)


_AW, _OW = (re.compile(rf"{vowel}w(?![aeiouy])") for vowel in "ao")


# How English reads its letters: Judge is Джадж, Rose Роуз, Page Пейдж, White Уайт.
_READ = tuple(
    (re.compile(spelt), heard)
    for spelt, heard in (
        (r"dge?|j|g(?=e$)", "dzh"), (r"(?<=dzh)e$|(?<=nn)e$|(?<=ll)e$|(?<=tt)e$", ""), (r"wh?(?=[aeiou])", "u"),
        (r"a([^aeiouy])e$", r"ei\1"), (r"ose$", "ouz"), (r"o([^aeiouy])e$", r"ou\1"), (r"i([^aeiouy])e$", r"ai\1"),
        (r"a(dzh)$", r"ei\1"), (r"eo(?=r)", "o"), (r"(?<=[^aeio])u(?=[^aeiouy])", "a"),
    )
)  # fmt: skip


def _pattern(table: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    return re.compile("|".join(f"({expression})" for expression, _ in table)), tuple(c for _, c in table)


_TABLES = {"latin": _pattern(_LATIN), "cyrillic": _pattern(_CYRILLIC)}
_ALIKE, _ALOUD = 0.8, 0.5  # similarity, 0 to 1: of the consonants, and of all that is heard
_FEW = 2  # consonants that tell little: all must agree


@lru_cache(maxsize=1 << 15)
def heard_alike(x: str, y: str) -> bool:
    """Whether two nominatives of different alphabets may be one name, spelt as either language hears it."""
    if (alphabet(x) == "latin") == (alphabet(y) == "latin"):
        return False
    a, b = _skeleton(x), _skeleton(y)
    if not a or not b or a[0] != b[0]:
        return False
    if min(len(a), len(b)) <= _FEW and a != b:
        return False
    aloud = max(Indel.normalized_similarity(a, b) for a in _aloud(x) for b in _aloud(y))
    return Indel.normalized_similarity(a, b) >= _ALIKE and aloud >= _ALOUD


def _aloud(word: str) -> tuple[str, ...]:
    """All that is heard of a word: in English aw is о (Law, Лоу) and ow ау (Brown, Браун)."""
    plain = read = letters(word)
    if alphabet(word) != "latin":
        return (sound(word),)
    for spelt, heard in _READ:
        read = spelt.sub(heard, read)
    told = (sound(word), *((sound(read),) if read != plain else ()))
    return told if "w" not in plain else (*told, sound(_AW.sub("ou", plain)), sound(_OW.sub("au", plain)))


def _skeleton(word: str) -> str:
    """The consonants of a word by their place, doubled ones once."""
    plain = letters(word)
    if alphabet(word) == "latin":
        kind = "latin"
    else:
        kind, plain = "cyrillic", plain.translate(KAZAKH_TO_RUSSIAN)
    pattern, classes = _TABLES[kind]
    found = "".join(classes[match.lastindex - 1] for match in pattern.finditer(plain) if match.lastindex)
    opening = "A" if plain[:1] in "aeiouyаеиоуыэюя" and not _begins(pattern, plain) else ""
    return opening + re.sub(r"(.)\1+", r"\1", found)


def _begins(pattern: re.Pattern[str], word: str) -> bool:
    match = pattern.match(word)
    return match is not None and match.lastindex is not None


# What the first vowel of an English name may become: James, Джеймс; Michael, Майкл; never Dina, Дана.
_FIRST_VOWELS = {
    "eo": "о", "ea": "и|е|о", "au": "о|а", "a": "а|э|е|о", "e": "е|э|и", "i": "и|ы|і|ай", "y": "и|ы|ай", "o": "о|а|у",
    "u": "у|ю|а",
}  # fmt: skip
_VOWELS = re.compile("eo|ea|au|[aeiouy]")
_CYRILLIC_VOWEL = re.compile("[аеёиоуыэюяәіөүұ]")


@lru_cache(maxsize=1 << 13)
def same_first_vowel(x: str, y: str) -> bool:
    """Whether the first vowels of two names of different alphabets may be one: what keeps Дана from Dina."""
    latin, other = (x, y) if alphabet(x) == "latin" else (y, x)
    ours, theirs = _VOWELS.search(letters(latin)), _CYRILLIC_VOWEL.search(letters(other))
    if ours is None or theirs is None:
        return ours is theirs
    return re.match(_FIRST_VOWELS[ours.group()], letters(other)[theirs.start() :]) is not None
