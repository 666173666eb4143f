"""Find briefs by words in any form: in their statements and in the sentences of their sources."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from briefings.archive.indexing import brief_row, entry_number, facet
from briefings.archive.numbers import Number
from briefings.archive.passages import Passage, passages_of
from briefings.archive.query import Term, read_query
from briefings.archive.store import document_at
from briefings.archive.trouble import explained
from briefings.archive.words import printed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language

_MATCHES = 3  # shown of one brief
_ENTRIES = "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ?"
_FORMS = "SELECT forms FROM searchable WHERE id = ?"  # apart: sorting by rank would carry all of them along
# Newest first costs next to nothing; bm25 must look at every match before it can name the best.
_NEWEST = f"{_ENTRIES} ORDER BY rowid DESC"
_RANKED = f"{_ENTRIES} ORDER BY bm25(search, 1.0, 0.0, 0.0), rowid DESC"


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that holds words asked for, and where: `spans` are offsets into its text, end exclusive, apart."""

    passage: Passage
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """The latest revision of a brief that holds all terms, and the passages that hold the most of them."""

    number: str
    revision: int
    language: Language
    day: str
    title: str
    outlet: str | None
    matches: tuple[Match, ...]


def search(
    connection: sqlite3.Connection,
    query: str,
    *,
    since: date | None = None,
    language: Language | None = None,
    dimension: str | None = None,
    limit: int = 20,
    ranked: bool = False,
) -> list[Hit]:
    """The briefs that hold every word and "phrase" of `query` in whatever form, the newest day first.

    `since` is the earliest day of their numbers, `language` the briefs' own, `dimension` one on which the
    article says something, `limit` the most there may be. `ranked` puts the most telling first (bm25).
    Raises `UserError` for a query without a word, `UnusableArchive` as the archive does.
    """
    terms = read_query(query)
    expression = " AND ".join(term.expression() for term in terms)
    if language:
        expression += f" AND facets : {facet('language', language)}"
    if dimension:
        expression += f" AND facets : {facet('dimension', dimension)}"
    earliest = entry_number((since or date.min).isoformat(), 0)
    with explained(connection):
        entries = connection.execute(_RANKED if ranked else _NEWEST, (expression, earliest))
        return list(islice(_hits(connection, entries, terms), limit))


def _hits(connection: sqlite3.Connection, entries: sqlite3.Cursor, terms: Sequence[Term]) -> Iterator[Hit]:
    for (entry,) in entries:
        lines = connection.execute(_FORMS, (entry,)).fetchone()["forms"].split("\n")
        found = [{term: places for term in terms if (places := term.places(line))} for line in lines]
        if len({term for here in found for term in here}) == len(terms):
            yield _hit(connection, brief_row(entry), found)


def _hit(connection: sqlite3.Connection, row: int, found: Sequence[dict[Term, list[tuple[int, int]]]]) -> Hit:
    document = document_at(connection, row)
    passages = passages_of(document)
    telling: dict[tuple[str, ...], int] = {}
    for at in sorted((at for at in range(len(found)) if found[at]), key=lambda at: -len(found[at])):
        telling.setdefault(passages[at].sentences[:1] or (str(at),), at)  # not once more what it cites
    return Hit(
        document["id"],
        document["revision"],
        document["language"],
        Number.read(document["id"]).day,
        document["title"]["text"],
        document["article"]["outlet"],
        tuple(_match(passages[at], found[at]) for at in list(telling.values())[:_MATCHES]),
    )


def _match(passage: Passage, places: dict[Term, list[tuple[int, int]]]) -> Match:
    words = list(printed(passage.text))
    spans: list[tuple[int, int]] = []
    for first, after in sorted({place for found in places.values() for place in found}):
        start, end = words[first].start, words[after - 1].end
        if spans and start < spans[-1][1]:  # a word, and a phrase that it is part of
            start, end = spans[-1][0], max(end, spans.pop()[1])
        spans.append((start, end))
    return Match(passage, tuple(spans))
