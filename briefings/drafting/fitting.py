"""Keep a draft to one page: what matters least to the reader goes first, and nobody's view goes entirely."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefings.domain import Draft, Proposal, Section

# What is given up, in this order: a section, and how many of its statements stay. In the views it is
# statements a person.
_GIVEN_UP: tuple[tuple[Section, int], ...] = (
    ("positioning", 1),
    ("expert_views", 2),
    ("watch", 2),
    ("positioning", 0),
    ("stakes", 2),
    ("event", 2),
    ("watch", 1),
    ("stakes", 1),
    ("comparison", 1),
    ("expert_views", 1),
)


def fit(draft: Draft, words: int) -> Draft:
    """`draft` with at most `words` words on its first page, as far as giving up statements can do it."""
    for section, stay in _GIVEN_UP:
        while page_words(draft) > words:
            shorter = _shorter(draft, section, stay)
            if shorter is draft:
                break
            draft = shorter
    return draft


def page_words(draft: Draft) -> int:
    """The words of the first page, headings, names before statements and citations not counted."""
    statements = (
        *((draft.title,) if draft.title else ()),
        *draft.bottom_line,
        *draft.event,
        *draft.stakes,
        *draft.expert_views,
        *draft.comparison,
        *(judgement.proposal for judgement in draft.positioning),
        *draft.watch,
    )
    return sum(len(text.split()) for text in (*(s.text for s in statements), *draft.gaps))


def _shorter(draft: Draft, section: Section, stay: int) -> Draft:
    """`draft` with the last statement of `section` left out, the very same when only `stay` are there."""
    if section == "expert_views":
        return _shorter_views(draft, stay)
    statements: tuple[Any, ...] = getattr(draft, section)
    free = [i for i, said in enumerate(statements) if section != "stakes" or not _of_a_party(said)]
    if len(statements) <= stay or not free:
        return draft
    shorter: dict[str, Any] = {section: (*statements[: free[-1]], *statements[free[-1] + 1 :])}
    return replace(draft, **shorter)


def _of_a_party(said: Proposal) -> bool:
    """Whether an interested party is heard, who is heard nowhere else."""
    return said.voice == "reported" and said.speaker is not None and said.speaker.role is not None


def _shorter_views(draft: Draft, stay: int) -> Draft:
    views = list(draft.expert_views)
    counts = Counter(_name(view) for view in views)
    at = next((i for i in reversed(range(len(views))) if counts[_name(views[i])] > stay), None)
    if at is None:
        return draft
    return replace(draft, expert_views=(*views[:at], *views[at + 1 :]))


def _name(view: Proposal) -> str | None:
    return view.speaker.name if view.speaker else None
