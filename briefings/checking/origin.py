"""Across languages: a statement comes from the sentences it cites, not from others of the article.

Within one language `support` reads this off the words. Here an embedding (the extra `across`) compares what
they are about. It can only add a finding: it takes a denial of a sentence to be as near as the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.domain import Finding
from briefings.language.meaning.nearness import nearness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence

# By how much (cosine) another sentence must be nearer than any cited. Of 300 true statements of the fixture one
# is lost to it.
_CLEARLY = 0.02
_MOST = 300  # sentences; reading takes some 30 ms each, and a longer text would keep its reader waiting


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding when another sentence is clearly nearer to the statement than any it cites."""
    body = evidence.article.body
    if (
        evidence.same_language
        or not evidence.cited
        or evidence.statement.voice == "assessment"
        or len(body) > _MOST
    ):
        return
    near = nearness(evidence.statement.text, map(evidence.article.words_of, (*body, *evidence.cited)))
    if not near:
        return
    others, cited = near[: len(body)], near[len(body) :]
    if max(others) >= max(cited) + _CLEARLY:
        nearest = body[others.index(max(others))].id
        yield Finding(
            "citation", f"{evidence.numbers} is not where this stands; {nearest} is nearer in meaning"
        )
