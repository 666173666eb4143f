"""The words of the field as frozen types.

Data walks one way: an `Article` is read, a `Draft` is proposed, checking turns it into a `Brief`,
rendering prints it. A `Draft` holds what somebody claims; nothing in it has been checked. A `Brief`
is what may be published; only `briefings.checking` makes one.

Offsets are code points into `Article.text`, end exclusive: `article.text[s.start:s.end]`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Language = Literal["ru", "kk", "en"]
LANGUAGE_CODES: tuple[Language, ...] = ("ru", "kk", "en")

SentenceKind = Literal["sentence", "heading"]
SentenceVoice = Literal["outlet", "direct", "indirect", "free_indirect", "question"]
Attribution = Literal["explicit", "anaphora", "inherited"]
Genre = Literal[
    "official_release",
    "news_report",
    "expert_comment",
    "interview",
    "opinion_column",
    "analysis",
    "press_review",
    "social_post",
]
Corroboration = Literal["single", "same_origin", "independent", "contradicted"]
Voice = Literal["reported", "official", "expert", "assessment"]
Section = Literal[
    "title", "bottom_line", "event", "stakes", "expert_views", "comparison", "positioning", "watch"
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
DrafterName = Literal["model", "extraction"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: a person or body, with the role as the article prints it."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One numbered unit of the source: S1…Sn for sentences, H1…Hn for headings.

    `paragraph` counts from 1. `voice` is who is heard: the outlet itself, a quoted person, a person in
    reported speech, the same without a tag of its own (`free_indirect`), or an interviewer's question.
    """

    id: str
    kind: SentenceKind
    start: int
    end: int
    paragraph: int
    voice: SentenceVoice = "outlet"
    speaker: Speaker | None = None
    attribution: Attribution = "explicit"


@dataclass(frozen=True)
class Article:
    """A source text as read, code point for code point, with its numbered sentences."""

    path: str
    text: str
    language: Language
    sentences: tuple[Sentence, ...]
    sha256: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None  # ISO date, YYYY-MM-DD
    genre: Genre = "news_report"
    sample: bool = False  # written for this project: invented outlet and people

    @cached_property
    def by_id(self) -> dict[str, Sentence]:
        """The sentences by their number: `article.by_id["S8"]`."""
        return {sentence.id: sentence for sentence in self.sentences}

    def words_of(self, sentence: Sentence) -> str:
        """The sentence exactly as it stands in the source."""
        return self.text[sentence.start : sentence.end]

    @property
    def file(self) -> str:
        """The name of the file, without the folders of whoever briefed it."""
        return re.split(r"[/\\]", self.path)[-1]

    @property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences without the headings."""
        return tuple(s for s in self.sentences if s.kind == "sentence")


# ---- proposed, unchecked ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Proposal:
    """One statement that somebody (a model, the extractive drafter, a file) would like to print."""

    text: str
    voice: Voice
    citations: tuple[str, ...]
    speaker: Speaker | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A proposed assessment with its likelihood and the alternative that was weighed."""

    proposal: Proposal
    likelihood: Likelihood | None = None
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
    model: str | None = None
    prompt_sha256: str | None = None
    lens_sha256: str | None = None
    usage: Usage = field(default_factory=Usage)


# ---- checked, publishable --------------------------------------------------------------------


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
