"""Every statement cites sentences that exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.domain import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding when nothing is cited, and one for each number that the article does not have."""
    if not evidence.statement.citations:
        yield Finding("citation", "no source sentence is cited")
    for number in dict.fromkeys(evidence.statement.citations):
        if number not in evidence.article.by_id:
            yield Finding("citation", f"{number} is not a sentence of the article")
