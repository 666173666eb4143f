"""Words that say the same thing across forms and languages (`concepts.txt`), and those that say the opposite."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefings.language.meaning.inflections_en import inflections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language

# Saying is everywhere in news: two words for it are no sign that two sentences speak of the same event.
REPORTING = "say"

_CONCEPTS, _KINDRED = "concepts.txt", "kindred.txt"

# «Низкообогащённый» is «жоғары байытылған» turned round: the first half of a compound has a degree.
_DEGREE = {"низко": ("low",), "высок": ("high",)}
_COMPOUND = 11  # letters from which on a word with such a beginning is a compound

_CONTRACTED = re.compile("(?<=[аәеоөұүыі])я")


def concepts_of(keys: frozenset[str], language: Language) -> frozenset[str]:
    """The concepts that a word with these `keys` stands for; mostly none or one, now and then two."""
    return _looked_up(keys, language, _CONCEPTS)


@lru_cache(maxsize=8192)
def kindred_of(keys: frozenset[str], language: Language) -> frozenset[str]:
    """The families (`kindred.txt`) of a word with these `keys`: wider than concepts, and blind to contraries."""
    return _looked_up(keys, language, _KINDRED)


def _looked_up(keys: frozenset[str], language: Language, file: str) -> frozenset[str]:
    table = _table(language, file)
    if language == "ru":
        degree = (concept for key in keys for concept in _DEGREE.get(key[:5], ()) if len(key) > _COMPOUND)
        return frozenset().union(
            *(table.get(key, frozenset()) for key in keys), degree if file == _CONCEPTS else ()
        )
    # Shorter keys join too much: "important" has the stem of import, сатып (buying) that of сат- (sell).
    longest_first = sorted(keys, key=lambda key: (-len(key), key))
    spelt = _spelt(longest_first) if language == "en" else longest_first
    return next((table[key] for key in spelt if key in table), frozenset())


@cache
def opposites_of(concept: str) -> frozenset[str]:
    """The concepts that say the contrary of `concept`."""
    return frozenset(other for pair in opposites() if concept in pair for other in pair if other != concept)


@cache
def opposites() -> tuple[tuple[str, str], ...]:
    """The pairs of concepts that a summary may not swap: it would say the contrary."""
    pairs = (line.split() for line in _lines("opposites.txt"))
    return tuple((one, other) for one, other in pairs)


def rows(file: str = "concepts.txt") -> Iterator[tuple[str, Language, list[str]]]:
    """The rows of `concepts.txt` or `kindred.txt`, a line at a time: its name, language, words as listed."""
    name, language = "", _LANGUAGES["ru"]
    for line in _lines(file):
        if not line.startswith(" "):
            name = line
            continue
        # A line that names no language goes on with the one above.
        language = _LANGUAGES.get(line[2:4], language)
        yield name, language, line[5:].split()


_LANGUAGES: dict[str, Language] = {"ru": "ru", "kk": "kk", "en": "en"}


@cache
def _table(language: Language, file: str) -> dict[str, frozenset[str]]:
    """Key of a word → the concepts of `file` whose rows list it."""
    table: dict[str, set[str]] = {}
    for name, column, listed in rows(file):
        for word in listed if column == language else ():
            for key in {word, _apart(word)} if language == "kk" else {word}:
                table.setdefault(key, set()).add(name)
    # Russian lemmas and Kazakh stems are keys as they stand. An English form that is listed itself keeps to
    # its own rows: "news" is no plural of "new".
    whole = _inflected(table) | table if language == "en" else table
    return {word: frozenset(concepts) for word, concepts in whole.items()}


def _apart(word: str) -> str:
    """A Kazakh word with я after a vowel spelt йа, as the stems of `forms_kk` are: саясат, сайасат."""
    return _CONTRACTED.sub("йа", word)


def _inflected(table: dict[str, set[str]]) -> dict[str, set[str]]:
    forms: dict[str, set[str]] = {}
    for word, concepts in table.items():
        for form in inflections(word):
            forms.setdefault(form, set()).update(concepts)
    return forms


def _spelt(keys: list[str]) -> tuple[str, ...]:
    """English keys, then what their stems may be a base of: the stem of "left" is that of leave, "leav"."""
    plain = [key.removesuffix("'s").removesuffix("'") for key in keys]
    return (*plain, *(key + "e" for key in plain), *(key[:-1] + "y" for key in plain))


def _lines(name: str) -> Iterator[str]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
