"""Turn a model's answer into a `Draft`, and its replacements into a better one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.domain import (
    Confidence,
    Dimension,
    Draft,
    Judgement,
    Language,
    Proposal,
    Section,
    SourceIssue,
    Speaker,
    Statement,
    Voice,
)
from briefings.drafting.parsing import MOST_BOTTOM_LINES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefings.drafting.answer import Answer, Attributed, Claim, Covered, Position, Replacement

_STAKES_IN_ORDER = ("gain", "risk", "obligation")
# In these sections only one voice can be heard, whatever a replacement says.
_ONLY_VOICE: dict[Section, Voice] = {
    "expert_views": "expert",
    "comparison": "assessment",
    "positioning": "assessment",
    "watch": "assessment",
}

# A statement is known again by its section, its words and its sentences.
Place = tuple[str, str, tuple[str, ...]]


def to_draft(answer: Answer, *, language: Language, dimensions: Sequence[str]) -> Draft:
    """The answer as a `Draft` in `language`, with every dimension of the lens and none besides."""
    covered = {item.id: item for item in reversed(answer.dimensions)}
    return Draft(
        language=language,
        drafter="model",
        title=_attributed(answer.title),
        bottom_line=tuple(map(_attributed, answer.bottom_line[:MOST_BOTTOM_LINES])),
        event=tuple(map(_attributed, answer.event)),
        stakes=tuple(map(_attributed, sorted(answer.stakes, key=lambda s: _STAKES_IN_ORDER.index(s.kind)))),
        expert_views=tuple(
            Proposal(view.text, "expert", view.citations, _speaker(expert.speaker, expert.role))
            for expert in answer.expert_views
            for view in expert.views
        ),
        comparison=tuple(map(_claim, answer.comparison)),
        positioning=tuple(map(_judgement, answer.positioning)),
        confidence=Confidence(answer.confidence.level, answer.confidence.reason),
        dimensions=tuple(_dimension(id_, covered.get(id_)) for id_ in dimensions),
        watch=tuple(map(_claim, answer.watch)),
        source_issues=tuple(SourceIssue(i.text, i.citations, i.kind) for i in answer.source_issues),
        gaps=tuple(filter(None, answer.gaps)),
    )


def place(section: str, statement: Proposal | Statement) -> Place:
    """Where `revised` finds `statement`."""
    return section, statement.text, statement.citations


def revised(
    draft: Draft,
    replacements: Mapping[Place, Replacement],
    accepts: Callable[[Proposal, Section], bool],
) -> Draft:
    """`draft` with the statements at these places replaced by what `accepts`, everything else as it was."""

    def better(section: Section, old: Proposal) -> Proposal:
        new = replacements.get(place(section, old))
        if new is None:
            return old
        proposal = mended(section, old, new)
        return proposal if accepts(proposal, section) else old

    def mended(section: Section, old: Proposal, new: Replacement) -> Proposal:
        voice = _ONLY_VOICE.get(section, new.voice)
        speaker = None if _ONLY_VOICE.get(section) == "assessment" else _speaker(new.speaker, _role(old, new))
        return Proposal(new.text, voice, new.citations, speaker)

    def judgement(old: Judgement) -> Judgement:
        return Judgement(
            better("positioning", old.proposal),
            better("positioning", old.alternative) if old.alternative else None,
        )

    def all_of(section: Section, statements: Sequence[Proposal]) -> tuple[Proposal, ...]:
        return tuple(better(section, old) for old in statements)

    return replace(
        draft,
        title=better("title", draft.title) if draft.title else None,
        bottom_line=all_of("bottom_line", draft.bottom_line),
        event=all_of("event", draft.event),
        stakes=all_of("stakes", draft.stakes),
        expert_views=all_of("expert_views", draft.expert_views),
        comparison=all_of("comparison", draft.comparison),
        positioning=tuple(map(judgement, draft.positioning)),
        watch=all_of("watch", draft.watch),
    )


def _speaker(name: str | None, role: str | None = None) -> Speaker | None:
    return Speaker(name, role) if name else None


def _role(old: Proposal, new: Replacement) -> str | None:
    """The role stays with the person: a replacement names somebody else without one."""
    return old.speaker.role if old.speaker and old.speaker.name == new.speaker else None


def _attributed(item: Attributed) -> Proposal:
    return Proposal(item.text, item.voice, item.citations, _speaker(item.speaker))


def _claim(claim: Claim | Position) -> Proposal:
    return Proposal(claim.text, "assessment", claim.citations)


def _judgement(position: Position) -> Judgement:
    alternative = _claim(position.alternative) if position.alternative else None
    return Judgement(_claim(position), alternative)


def _dimension(id_: str, covered: Covered | None) -> Dimension:
    if covered is None or covered.sign == "not_covered":
        return Dimension(id_, "not_covered", 0)
    return Dimension(id_, covered.sign, covered.level, covered.citations)
