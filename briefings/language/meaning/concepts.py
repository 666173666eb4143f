"""Words that say the same thing across forms and languages (`concepts.txt`), and those that say the opposite."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefings.language.meaning.forms import read_form

if TYPE_CHECKING:
    from briefings.domain import Language

# Concepts that a summary may not swap: it would say the contrary.
OPPOSITES: tuple[tuple[str, str], ...] = (
    ("support", "oppose"),
    ("support", "reject"),
    ("adopt", "reject"),
    ("adopt", "abolish"),
    ("adopt", "postpone"),
    ("launch", "postpone"),
    ("begin", "postpone"),
    ("continue", "stop"),
    ("continue", "end"),
    ("begin", "stop"),
    ("launch", "stop"),
    ("comply", "violate"),
    ("unite", "divide"),
    ("create", "abolish"),
    ("launch", "abolish"),
    ("rise", "fall"),
    ("strengthen", "weaken"),
    ("strengthen", "fall"),
    ("improve", "worsen"),
    ("accelerate", "slow"),
    ("open", "close"),
    ("begin", "end"),
    ("launch", "end"),
    ("export", "import"),
    ("win", "lose"),
    ("buy", "sell"),
    ("allow", "ban"),
    ("confirm", "deny"),
    ("agree", "reject"),
    ("agree", "disagree"),
    ("join", "leave"),
    ("include", "exclude"),
    ("appoint", "dismiss"),
    ("free", "arrest"),
    ("guilty", "innocent"),
    ("profit", "deficit"),
    ("surplus", "deficit"),
    ("high", "low"),
    ("more", "less"),
    ("majority", "minority"),
    ("positive", "negative"),
    ("internal", "external"),
    ("success", "failure"),
    ("north", "south"),
    ("east", "west"),
)


# Saying is everywhere in news: two words for it are no sign that two sentences speak of the same event.
REPORTING = "say"


@cache
def opposites_of(concept: str) -> frozenset[str]:
    """The concepts that say the contrary of `concept`."""
    pairs = (pair for pair in OPPOSITES if concept in pair)
    return frozenset(other for pair in pairs for other in pair if other != concept)


def concepts_of(keys: frozenset[str], language: Language) -> frozenset[str]:
    """The concepts that a word with these `keys` stands for; mostly none, now and then two."""
    table = _table(language)
    return frozenset().union(*(table.get(key, frozenset()) for key in keys))


@cache
def _table(language: Language) -> dict[str, frozenset[str]]:
    """Key of a word → the concepts whose rows list it."""
    table: dict[str, frozenset[str]] = {}
    name = column = ""
    for line in (files(__package__) / "concepts.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if not line.startswith(" "):
            name = line
            continue
        # A line that names no language goes on with the one above.
        head, listed = line[2:4].strip(), line[5:].split()
        column = head or column
        for key in (key for word in listed if column == language for key in _keys(word, language)):
            table[key] = table.get(key, frozenset()) | {name}
    return table


def _keys(word: str, language: Language) -> frozenset[str]:
    # Russian lemmas and Kazakh stems are keys as they stand; English ones go through the stemmer.
    return read_form(word, language).keys if language == "en" else frozenset({word})
