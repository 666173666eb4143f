"""Every statement cites sentences that exist and tell a reader something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.domain import Finding
from briefings.language.orders import orders_a_program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding when nothing is cited, and one for each number that the article lacks or that gives orders."""
    if not evidence.statement.citations:
        yield Finding("citation", "no source sentence is cited")
    for number in dict.fromkeys(evidence.statement.citations):
        if number not in evidence.article.by_id:
            yield Finding("citation", f"{number} is not a sentence of the article")
    for sentence in evidence.cited:
        if orders_a_program(evidence.article.words_of(sentence)):
            yield Finding("citation", f"{sentence.id} gives orders to a program; nothing can rest on it")
