"""What somebody proposes to print. Nothing in it has been checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from briefings.domain.article import Language, Speaker

Voice = Literal["reported", "official", "expert", "assessment"]
Section = Literal[
    "title",
    "bottom_line",
    "event",
    "stakes",
    "expert_views",
    "comparison",
    "positioning",
    "watch",
    "source_issues",
]
# Sections that hold plain lists of statements, in the order in which a brief is read.
STATEMENT_SECTIONS: tuple[Section, ...] = (
    "bottom_line",
    "event",
    "stakes",
    "expert_views",
    "comparison",
    "watch",
)
Sign = Literal["+", "-", "±", "not_covered"]
ConfidenceLevel = Literal["low", "moderate", "high"]
Likelihood = Literal[
    "remote", "highly_unlikely", "unlikely", "realistic", "likely", "highly_likely", "almost_certain"
]
DrafterName = Literal["model", "extraction"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One statement that somebody (a model, the extractive drafter, a file) would like to print."""

    text: str
    voice: Voice
    citations: tuple[str, ...]
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A proposed assessment and the alternative that was weighed, each with its words of likelihood."""

    proposal: Proposal
    alternative: Proposal | None = None


@dataclass(frozen=True, slots=True)
class Confidence:
    """How far the evidence carries, and why. About the evidence, never about the event."""

    level: ConfidenceLevel
    reason: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """What the article shows of one dimension of the lens. `level`: 0 none … 4 recognised by others."""

    id: str
    sign: Sign
    level: int
    citations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceIssue:
    """A weak place of the source: `kind` is contradiction, status, title or unattributed."""

    text: str
    citations: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class OutsideNote:
    """A dated, sourced fact from outside the article; never used in a judgement."""

    text: str
    source: str
    date: str


@dataclass(frozen=True, slots=True)
class Usage:
    """What a drafting cost. Tokens as the endpoint billed them, wall seconds, USD (None: price unknown)."""

    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    seconds: float = 0.0
    cost_usd: float | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What was proposed. Nothing in it has been checked."""

    language: Language
    drafter: DrafterName
    title: Proposal | None = None
    bottom_line: tuple[Proposal, ...] = ()
    event: tuple[Proposal, ...] = ()
    stakes: tuple[Proposal, ...] = ()
    expert_views: tuple[Proposal, ...] = ()
    comparison: tuple[Proposal, ...] = ()
    positioning: tuple[Judgement, ...] = ()
    confidence: Confidence | None = None
    dimensions: tuple[Dimension, ...] = ()
    watch: tuple[Proposal, ...] = ()
    source_issues: tuple[SourceIssue, ...] = ()
    gaps: tuple[str, ...] = ()
    outside_notes: tuple[OutsideNote, ...] = ()
    model: str | None = None
    prompt_sha256: str | None = None
    lens_sha256: str | None = None
    usage: Usage = field(default_factory=Usage)
