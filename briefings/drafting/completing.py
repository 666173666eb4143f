"""What can be found in a source without a model is added to any draft, whoever made it, and never twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.drafting.gaps import find_gaps
from briefings.drafting.issues import find_issues
from briefings.drafting.offices import check_titles
from briefings.drafting.source import Source
from briefings.rendering.labels import labels

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.domain import Article, Draft, SourceIssue
    from briefings.lens import Lens


def complete(draft: Draft, article: Article, lens: Lens, overrides: Path | None = None) -> Draft:
    """`draft` with the weak places of the source, the facts they clash with, and gaps when it names none.

    A weak place that the draft names already (the same kind in one of the same sentences) is left to it.
    """
    source, words = Source(article, lens), labels(draft.language, overrides)
    titles = check_titles(article, words, overrides)
    found = (*titles.issues, *find_issues(source, words.weak_places))
    fresh = tuple(issue for issue in found if not any(_same(issue, other) for other in draft.source_issues))
    printed = {proposal.text for proposal in draft.event}
    found_gaps = (gap.text for gap in find_gaps(source, words.gaps) if gap.text not in printed)
    notes = tuple(note for note in titles.notes if note not in draft.outside_notes)
    return replace(
        draft,
        source_issues=(*draft.source_issues, *fresh),
        gaps=draft.gaps or tuple(found_gaps),
        outside_notes=(*draft.outside_notes, *notes),
    )


def _same(issue: SourceIssue, other: SourceIssue) -> bool:
    return issue.kind == other.kind and not set(issue.citations).isdisjoint(other.citations)
