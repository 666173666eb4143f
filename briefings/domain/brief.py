"""What may be published. Only `briefings.checking` makes a `Brief`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefings.domain.article import Article, Language, Speaker
from briefings.domain.draft import (
    Confidence,
    Dimension,
    DrafterName,
    Likelihood,
    OutsideNote,
    SourceIssue,
    Voice,
)

Corroboration = Literal["single", "same_origin", "independent", "contradicted"]
QuoteVerdict = Literal["verbatim", "ellipsis", "slip", "altered", "absent"]
Rule = Literal[
    "citation",
    "quotation",
    "speaker",
    "voice",
    "number",
    "date",
    "name",
    "negation",
    "hedge",
    "tense",
    "support",
    "form",
]
Severity = Literal["withhold", "mark"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Why a statement was withheld or marked: the rule, and the words and sentence that clash."""

    rule: Rule
    detail: str
    severity: Severity = "withhold"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words inside quotation marks in a statement, and where they stand in the source.

    `start` and `end` are offsets into the article's text, None when the words are not there.
    """

    text: str
    sentence: str | None
    start: int | None
    end: int | None
    verdict: QuoteVerdict


@dataclass(frozen=True, slots=True)
class Statement:
    """One checked statement: its voice, whose words it relays, the sentences it rests on."""

    text: str
    voice: Voice
    citations: tuple[str, ...]
    speaker: Speaker | None = None
    quotes: tuple[Quote, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpertView:
    """What one person holds."""

    speaker: Speaker
    position: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Positioning:
    """A checked assessment of what the article means for the country's standing."""

    statement: Statement
    likelihood: Likelihood | None = None
    alternative: Statement | None = None


@dataclass(frozen=True, slots=True)
class Withheld:
    """A statement that did not pass, kept for the reader to see, with every reason."""

    section: str
    statement: Statement
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """How a brief came to be: enough to make it again, or to doubt it."""

    drafter: DrafterName
    version: str
    created: str  # ISO date and time with zone
    marking: str
    ai_notice: str
    model: str | None = None
    prompt_sha256: str | None = None
    lens_sha256: str | None = None
    seconds: float = 0.0
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    cost_usd: float | None = None
    reviewed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """What is published. Only `briefings.checking` makes one."""

    id: str
    revision: int
    language: Language
    article: Article
    title: Statement
    bottom_line: tuple[Statement, ...]
    event: tuple[Statement, ...]
    stakes: tuple[Statement, ...]
    expert_views: tuple[ExpertView, ...]
    comparison: tuple[Statement, ...]
    positioning: tuple[Positioning, ...]
    confidence: Confidence
    dimensions: tuple[Dimension, ...]
    watch: tuple[Statement, ...]
    source_issues: tuple[SourceIssue, ...]
    gaps: tuple[str, ...]
    withheld: tuple[Withheld, ...]
    made: Made
    corroboration: Corroboration = "single"
    outside_notes: tuple[OutsideNote, ...] = ()

    @property
    def cited(self) -> frozenset[str]:
        """The numbers of all source sentences that the brief uses."""
        printed = (
            [self.title, *self.bottom_line, *self.event, *self.stakes, *self.comparison, *self.watch]
            + [s for view in self.expert_views for s in view.position]
            + [p.statement for p in self.positioning]
            + [p.alternative for p in self.positioning if p.alternative]
        )
        numbers = {number for statement in printed for number in statement.citations}
        numbers |= {number for dimension in self.dimensions for number in dimension.citations}
        numbers |= {number for issue in self.source_issues for number in issue.citations}
        return frozenset(numbers)
