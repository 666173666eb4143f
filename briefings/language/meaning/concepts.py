"""Words that say the same thing across forms and languages (`concepts.txt`), and those that say the opposite."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefings.language.meaning.inflections_en import inflections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language

# Saying is everywhere in news: two words for it are no sign that two sentences speak of the same event.
REPORTING = "say"


def concepts_of(keys: frozenset[str], language: Language) -> frozenset[str]:
    """The concepts that a word with these `keys` stands for; mostly none or one, now and then two."""
    table = _table(language)
    if language == "en":
        return table.get(_as_listed(keys, table), frozenset())
    return frozenset().union(*(table.get(key, frozenset()) for key in keys))


@cache
def opposites_of(concept: str) -> frozenset[str]:
    """The concepts that say the contrary of `concept`."""
    return frozenset(other for pair in opposites() if concept in pair for other in pair if other != concept)


@cache
def opposites() -> tuple[tuple[str, str], ...]:
    """The pairs of concepts that a summary may not swap: it would say the contrary."""
    pairs = (line.split() for line in _lines("opposites.txt"))
    return tuple((one, other) for one, other in pairs)


def rows() -> Iterator[tuple[str, Language, list[str]]]:
    """The rows of `concepts.txt`, a line at a time: concept, language, words as listed."""
    name, language = "", _LANGUAGES["ru"]
    for line in _lines("concepts.txt"):
        if not line.startswith(" "):
            name = line
            continue
        # A line that names no language goes on with the one above.
        language = _LANGUAGES.get(line[2:4], language)
        yield name, language, line[5:].split()


_LANGUAGES: dict[str, Language] = {"ru": "ru", "kk": "kk", "en": "en"}


@cache
def _table(language: Language) -> dict[str, frozenset[str]]:
    """Key of a word → the concepts whose rows list it."""
    table: dict[str, set[str]] = {}
    for name, column, listed in rows():
        for word in listed if column == language else ():
            table.setdefault(word, set()).add(name)
    # Russian lemmas and Kazakh stems are keys as they stand. An English form that is listed itself keeps to
    # its own rows: "news" is no plural of "new".
    whole = _inflected(table) | table if language == "en" else table
    return {word: frozenset(concepts) for word, concepts in whole.items()}


def _inflected(table: dict[str, set[str]]) -> dict[str, set[str]]:
    forms: dict[str, set[str]] = {}
    for word, concepts in table.items():
        for form in inflections(word):
            forms.setdefault(form, set()).update(concepts)
    return forms


def _as_listed(keys: frozenset[str], table: dict[str, frozenset[str]]) -> str:
    """The one of a word's keys that the table knows.

    English keys are the word and its stem, and the stem joins too much: "important" is no import. An
    irregular form has the stem of its base: "left" that of leave, "leav".
    """
    plain = sorted({key.removesuffix("'s").removesuffix("'") for key in keys}, key=len, reverse=True)
    spelt = (*plain, *(key + "e" for key in plain), *(key[:-1] + "y" for key in plain))
    return next((key for key in spelt if key in table), "")


def _lines(name: str) -> Iterator[str]:
    text = (files(__package__) / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
