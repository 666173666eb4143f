"""Who is who: whether two printed names mean one person, and the people of an article.

Names agree under Russian cases, Kazakh suffixes, initials, a missing given name and another alphabet.
Two people of one surname stay two: a given name, an initial or the gender keeps them apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefings.language.names.given import genders_of
from briefings.language.names.heard import heard_alike, same_first_vowel
from briefings.language.names.parts import Form, forms_of, is_initial, is_known_given
from briefings.language.names.script import KAZAKH_TO_RUSSIAN, alphabet, consonants, letters, sound
from briefings.language.names.spelling import spellings

# A surname that transliterates by rule; any other may have been respelt by ear (Trump, Biden).
_BOTH = 2
_BY_RULE = re.compile(
    r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая)|ко|бай|бек|хан|жан|улы|ұлы|кызы|қызы)$", re.IGNORECASE
)
_UNROUNDED = re.compile("[ыі]п")
# A surname of ours in Latin letters: it is spelt by rule, so that Melnikov is nobody's Мельник.
_OURS_IN_LATIN = re.compile(r"(?<=[a-z]{2})(?:[oe]va?|enko|chuk|skaya|uly|kyzy)(?:['’]s)?$", re.IGNORECASE)
# How a Latin name may open, and the letters that its initial may be: Yerlan and Yuri are both a Y.
_OPENINGS = (
    ("ye", "еэ"), ("yo", "ео"), ("yu", "ю"), ("ya", "я"), ("y$", "еюяый"), ("y", "ый"),
    ("iu", "юи"), ("ia", "яи"), ("i", "иый"), ("e", "еэ"),
)  # fmt: skip


@lru_cache(maxsize=1 << 17)
def same_person(a: str, b: str) -> bool:
    """Whether two printed names, each in any case, alphabet and length, may mean one person.

    A bare surname agrees with every full name that has it; two given names, initials or genders that
    differ never agree.
    """
    if a == b:
        return True
    one_alphabet = (alphabet(a) == "latin") == (alphabet(b) == "latin")
    if one_alphabet and _marks(a).isdisjoint(_marks(b)):
        return False
    return any(_agree(x, y) for x in forms_of(a) for y in forms_of(b))


@lru_cache(maxsize=1 << 14)
def is_given_of(word: str, name: str) -> bool:
    """Whether a lone given name is that of a person named in full: «Катрин» and «Катрин Вольф»."""
    if " " in word.strip() or not is_known_given(word):
        return False
    alone = {form.surname for form in forms_of(word) if form.surname}
    given = {form.given for form in forms_of(name) if form.given and form.surname}
    return any(same_word(x, y) for x in alone for y in given)


@lru_cache(maxsize=1 << 14)
def _marks(name: str) -> frozenset[str]:
    """The loosest keys of surname and given name: names without a common mark cannot agree."""
    parts = [part for form in forms_of(name) for part in (form.surname, form.given) if part]
    return frozenset(consonants(word) for part in parts for word in (part, part.split(" ")[-1]))


def _agree(x: Form, y: Form) -> bool:
    if x.gender and y.gender and x.gender != y.gender:
        return False
    if x.surname and y.surname:
        if not _surnames_agree(x.surname, y.surname):
            return False
    elif not (x.given and y.given):
        return False
    return _given_agree(x.given, y.given) and _given_agree(x.patronymic, y.patronymic)


def _surnames_agree(x: str, y: str) -> bool:
    # «фон дер Ляйен» is also called Ляйен
    if (" " in x) != (" " in y):
        x, y = x.split(" ")[-1], y.split(" ")[-1]
    return _same_surname(x, y) or _respelt(x, y)


@lru_cache(maxsize=1 << 16)
def _same_surname(x: str, y: str) -> bool:
    """Whether two nominatives are one surname: the same word, and if it transliterates by rule, spelt as one.

    Kazakh surnames pass into Russian by ear (Сағынтай, Сагинтай) and schemes differ in Latin letters, so
    between those only the sound tells.
    """
    if any(a != x or b != y for a in _rounded(x) for b in _rounded(y) if _same_surname_as_spelt(a, b)):
        return True
    return _same_surname_as_spelt(x, y)


def _rounded(name: str) -> tuple[str, ...]:
    """A Kazakh name, also as Russian and Latin letters round it: Жақып, Жакупов; Жүсіп, Zhusupov."""
    rounded = _UNROUNDED.sub("уп", name) if alphabet(name) == "kazakh" else name
    return (name,) if rounded == name else (name, rounded)


def _same_surname_as_spelt(x: str, y: str) -> bool:
    if not same_word(x, y):
        return False
    if (alphabet(x) == "latin") == (alphabet(y) == "latin"):
        return True
    native = y if alphabet(x) == "latin" else x
    return not _BY_RULE.search(native) or not spellings(x).isdisjoint(spellings(y))


def _given_agree(x: str | None, y: str | None) -> bool:
    if x is None or y is None:
        return True
    if is_initial(x) or is_initial(y):
        # К.-Ж. against К. or Касым-Жомарт: as many initials as both show
        pairs = zip(x.split("-"), y.split("-"), strict=False)
        return all(_same_first_letter(i, j) for i, j in pairs)
    if same_word(x, y):
        return True
    known = [genders for name in (x, y) if (genders := genders_of(name))]
    if not _respelt(x, y) or len(known) < _BOTH:
        return _respelt(x, y)
    return not known[0].isdisjoint(known[1]) and same_first_vowel(x, y)


def _same_first_letter(x: str, y: str) -> bool:
    if (alphabet(x) == "latin") == (alphabet(y) == "latin"):
        # Қ. is К. in Russian, but an І. is no Е.
        return _first_letter(x) == _first_letter(y)
    latin, native = (x, y) if alphabet(x) == "latin" else (y, x)
    opening = letters(latin)
    for latin_opening, native_letters in _OPENINGS:
        if re.match(latin_opening, opening):
            return _first_letter(native) in native_letters
    return sound(latin)[:1] == sound(native)[:1]


def _first_letter(name: str) -> str:
    return letters(name)[:1].translate(KAZAKH_TO_RUSSIAN)


@lru_cache(maxsize=1 << 16)
def same_word(x: str, y: str) -> bool:
    """Whether two nominatives are one word, within an alphabet or by the rules of transliteration."""
    if letters(x) == letters(y):
        return True
    if alphabet(x) == alphabet(y) != "latin":
        # Садықов and Сәдіқов are two; Тоқаев and Токаев one
        return letters(x).translate(KAZAKH_TO_RUSSIAN) == letters(y).translate(KAZAKH_TO_RUSSIAN)
    return sound(x) == sound(y) != ""


@lru_cache(maxsize=1 << 16)
def _respelt(x: str, y: str) -> bool:
    """Whether one word is the other as it is heard in another language: Трамп, Trump."""
    if (alphabet(x) == "latin") == (alphabet(y) == "latin"):
        return False
    latin, native = (x, y) if alphabet(x) == "latin" else (y, x)
    if _BY_RULE.search(native) or _OURS_IN_LATIN.search(latin):
        return False
    return (consonants(x) == consonants(y) and len(consonants(x)) > 2) or heard_alike(x, y)
