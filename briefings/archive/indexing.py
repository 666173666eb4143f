"""The entry of a brief in the search index: its passages in dictionary forms, line for line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from briefings.archive.passages import passages_of
from briefings.archive.words import forms, printed

if TYPE_CHECKING:
    from collections.abc import Mapping

_BRIEFS = 2**32  # room for as many briefs in the number of an entry, below its day


@dataclass(frozen=True, slots=True)
class Entry:
    """`forms`: a line a passage, a space between words, | between the forms of one. `facets`: language, dimensions."""

    forms: str
    facets: str


def entry_of(document: Mapping[str, Any]) -> Entry:
    """The entry of a brief's document, the article's text included."""
    lines = (
        " ".join("|".join(forms(word.text, passage.language)) for word in printed(passage.text))
        for passage in passages_of(document)
    )
    dimensions = (d["id"] for d in document["dimensions"] if d["sign"] != "not_covered")
    facets = [facet("language", document["language"]), *(facet("dimension", name) for name in dimensions)]
    return Entry("\n".join(lines), " ".join(facets))


def facet(kind: str, value: str) -> str:
    """One word of the index for `value`, whatever characters it has."""
    return kind + value.encode("utf-8", "surrogatepass").hex()


def entry_number(day: str, brief: int) -> int:
    """The number of the entry of the brief with this row number: entries of a later day have higher ones."""
    return date.fromisoformat(day).toordinal() * _BRIEFS + brief


def brief_row(entry: int) -> int:
    """The row of the brief that an entry stands for."""
    return entry % _BRIEFS
