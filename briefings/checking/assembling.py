"""Put the statements that passed together to a brief, and the others beside it with their reasons."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefings.checking.form import confidence_fault
from briefings.checking.length import mark_overlong
from briefings.checking.scale import likelihood_of
from briefings.checking.statements import check_statement, is_withheld
from briefings.domain import (
    Article,
    Brief,
    Confidence,
    Dimension,
    Draft,
    ExpertView,
    Finding,
    Judgement,
    Language,
    Made,
    Positioning,
    Proposal,
    Section,
    SourceIssue,
    Speaker,
    Statement,
    Withheld,
)
from briefings.language.names import read_ahead
from briefings.language.orders import orders_a_program

if TYPE_CHECKING:
    from collections.abc import Iterable


def check(draft: Draft, article: Article, made: Made, *, number: str, revision: int = 1) -> Brief:
    """The brief that `draft` may become: what every rule passed, and what was withheld with its reasons.

    `number` is the brief's number (`2025-09-22/01-ru`), `made` how it came to be.
    """
    door = _Door(article, draft.language)
    title = door.pass_all("title", [draft.title] if draft.title else [])
    expert_views = door.pass_all("expert_views", draft.expert_views)
    brief = Brief(
        id=number,
        revision=revision,
        language=draft.language,
        article=article,
        title=title[0] if title else title_from_source(article),
        bottom_line=door.pass_all("bottom_line", draft.bottom_line),
        event=door.pass_all("event", draft.event),
        stakes=door.pass_all("stakes", draft.stakes),
        expert_views=_by_speaker(expert_views),
        comparison=door.pass_all("comparison", draft.comparison),
        positioning=tuple(p for j in draft.positioning for p in door.pass_judgement(j)),
        confidence=door.pass_confidence(draft.confidence),
        dimensions=tuple(door.pass_dimension(d) for d in draft.dimensions),
        watch=door.pass_all("watch", draft.watch),
        source_issues=tuple(i for issue in draft.source_issues for i in door.pass_issue(issue)),
        gaps=tuple(gap for gap in draft.gaps if door.pass_remark("gaps", gap)),
        withheld=(),
        made=made,
        outside_notes=draft.outside_notes,
    )
    brief = replace(brief, withheld=tuple(door.withheld))
    # What was extracted is the source's own sentences: nobody can be asked to shorten them.
    return mark_overlong(brief) if draft.drafter == "model" else brief


@dataclass
class _Door:
    article: Article
    language: Language
    withheld: list[Withheld] = field(default_factory=list)

    def pass_all(self, section: Section, proposals: Iterable[Proposal]) -> tuple[Statement, ...]:
        proposals = list(proposals)
        read_ahead((p.text for p in proposals), self.language)
        checked = [check_statement(p, self.article, section) for p in proposals]
        for statement in checked:
            if is_withheld(statement.findings):
                self.withheld.append(Withheld(section, statement, statement.findings))
        return tuple(s for s in checked if not is_withheld(s.findings))

    def pass_judgement(self, judgement: Judgement) -> Iterable[Positioning]:
        alternatives = self.pass_all("positioning", [judgement.alternative] if judgement.alternative else [])
        for statement in self.pass_all("positioning", [judgement.proposal]):
            likelihood = likelihood_of(statement.text, self.language)
            yield Positioning(statement, likelihood, alternatives[0] if alternatives else None)

    def pass_dimension(self, dimension: Dimension) -> Dimension:
        """The dimension, or "not covered" when no cited sentence exists: a sign needs a sentence."""
        known = tuple(c for c in dimension.citations if c in self.article.by_id and self._tells(c))
        if not known or dimension.sign == "not_covered":
            return Dimension(dimension.id, "not_covered", 0)
        return replace(dimension, citations=known)

    def pass_issue(self, issue: SourceIssue) -> Iterable[SourceIssue]:
        if self._pass_words("source_issues", Proposal(issue.text, "assessment", issue.citations)):
            yield issue

    def pass_confidence(self, confidence: Confidence | None) -> Confidence:
        """The confidence; "low" without a reason when none may be printed. One article never gives "high"."""
        if confidence is None or not self.pass_remark("confidence", confidence.reason):
            return Confidence("low", "")
        if fault := confidence_fault(confidence.reason, self.language):
            self.withheld.append(
                Withheld("confidence", Statement(confidence.reason, "assessment", ()), (fault,))
            )
            return Confidence("low", "")
        return replace(confidence, level="moderate") if confidence.level == "high" else confidence

    def pass_remark(self, section: str, text: str) -> bool:
        """Whether a remark about the whole source may be printed: it may quote nothing the source lacks."""
        everything = tuple(s.id for s in self.article.sentences if self._tells(s.id))
        return self._pass_words(section, Proposal(text, "assessment", everything), shown_citations=())

    def _tells(self, number: str) -> bool:
        return not orders_a_program(self.article.words_of(self.article.by_id[number]))

    def _pass_words(
        self, section: str, proposal: Proposal, shown_citations: tuple[str, ...] | None = None
    ) -> bool:
        kind: Section = "source_issues" if section == "source_issues" else "comparison"
        statement = check_statement(proposal, self.article, kind)
        findings: tuple[Finding, ...] = tuple(f for f in statement.findings if f.severity == "withhold")
        if findings:
            citations = proposal.citations if shown_citations is None else shown_citations
            self.withheld.append(Withheld(section, replace(statement, citations=citations), findings))
        return not findings


def title_from_source(article: Article) -> Statement:
    """The first sentence of the source, when no proposed title may be printed; not one that gives orders."""
    first = next((s for s in article.body if not orders_a_program(article.words_of(s))), article.sentences[0])
    return Statement(article.words_of(first), "reported", (first.id,), first.speaker)


def _by_speaker(statements: Iterable[Statement]) -> tuple[ExpertView, ...]:
    views: dict[str, list[Statement]] = {}
    speakers: dict[str, Speaker] = {}
    for statement in statements:
        if statement.speaker is not None:
            speakers.setdefault(statement.speaker.name, statement.speaker)
            views.setdefault(statement.speaker.name, []).append(statement)
    return tuple(ExpertView(speakers[name], tuple(position)) for name, position in views.items())
