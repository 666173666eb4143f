"""The entry of a brief in the search index: its passages in dictionary forms, line for line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from zlib import crc32

from briefings.archive.passages import passages_of
from briefings.archive.words import forms, spelled

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

_BEGINNING = 3  # letters
_BRIEFS = 2**32  # room for as many briefs in the number of an entry, below its day


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index holds of a brief.

    `forms`: a line a passage, a space between words, | between the forms of one. `neighbours`: a key for each
    two words that follow each other. `facets`: the language and the dimensions.
    """

    forms: str
    neighbours: str
    facets: str


def entry_of(document: Mapping[str, Any]) -> Entry:
    """The entry of a brief's document, the article's text included."""
    lines = [
        [forms(word, passage.language) for word in spelled(passage.text)] for passage in passages_of(document)
    ]
    keys = {key for line in lines for word, follower in pairwise(line) for key in _pairs(word, follower)}
    dimensions = (d["id"] for d in document["dimensions"] if d["sign"] != "not_covered")
    facets = [facet("language", document["language"]), *(facet("dimension", name) for name in dimensions)]
    return Entry(
        "\n".join(" ".join("|".join(word) for word in line) for line in lines),
        " ".join(f"{key:x}" for key in sorted(keys)),
        " ".join(facets),
    )


def neighbour_keys(word: tuple[str, ...], follower: tuple[str, ...]) -> set[str]:
    """The keys under which two words, each in all its forms, are found as neighbours.

    FTS5 cannot put the forms of a word at one position, so it knows no phrases of ours. The beginnings of
    two words, the same in most of their forms, tell nearly all briefs without the phrase from those with it.
    """
    return {f"{key:x}" for key in _pairs(word, follower)}


def _pairs(word: tuple[str, ...], follower: tuple[str, ...]) -> Iterator[int]:
    return (
        crc32(after, crc32(before)) & 0xFFFFF
        for before in _beginnings(word)
        for after in _beginnings(follower)
    )


@lru_cache(maxsize=100_000)
def _beginnings(word: tuple[str, ...]) -> frozenset[bytes]:
    return frozenset(form[:_BEGINNING].encode() for form in word)


def facet(kind: str, value: str) -> str:
    """One word of the index for `value`, whatever characters it has."""
    return kind + value.encode("utf-8", "surrogatepass").hex()


def entry_number(day: str, brief: int) -> int:
    """The number of the entry of the brief with this row number: entries of a later day have higher ones."""
    return date.fromisoformat(day).toordinal() * _BRIEFS + brief


def brief_row(entry: int) -> int:
    """The row of the brief that an entry stands for."""
    return entry % _BRIEFS


def put(connection: sqlite3.Connection, number: int, entry: Entry) -> None:
    """Add `entry` to the index. Inside a transaction."""
    connection.execute(
        "INSERT INTO searchable (id, forms, neighbours, facets) VALUES (?, ?, ?, ?)",
        (number, entry.forms, entry.neighbours, entry.facets),
    )
