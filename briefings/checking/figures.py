"""Numbers and dates: none that the cited sentences lack. One module for two rules: both look for figures."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from briefings.domain import Finding
from briefings.language.figures import DATE_KINDS, missing_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence
    from briefings.language.figures import Figure


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding for each number, amount or date of the statement that no cited sentence holds."""
    sources = [evidence.article.words_of(s) for s in evidence.cited]
    if not sources:
        return
    published = (evidence.article.published or "")[:4]
    missing = missing_figures(
        evidence.statement.text,
        sources,
        evidence.language,
        evidence.article.language,
        int(published) if published.isdigit() else None,
    )
    for figure in missing:
        if evidence.statement.voice == "assessment" and _counts_views(figure, evidence):
            continue
        dated = figure.kind in DATE_KINDS
        yield Finding(
            "date" if dated else "number",
            f"«{figure.text}» is not in {evidence.numbers}",
        )


def _counts_views(figure: Figure, evidence: Evidence) -> bool:
    """Whether the figure counts or ranks what the assessment itself compares: «оба», «two experts», «второй»."""
    views = max(2, len(evidence.cited))
    counted = isinstance(figure.value, Decimal) and figure.value <= views
    return counted and figure.kind in ("number", "ordinal") and not figure.text.isdigit()
