"""One proposed statement through the door: printed as it is, printed with a mark, or withheld."""

from __future__ import annotations

from briefings.checking.evidence import Evidence
from briefings.checking.locating import containing
from briefings.checking.rules import RULES
from briefings.domain import Article, Finding, Proposal, Quote, Section, Statement


def check_statement(proposal: Proposal, article: Article, section: Section) -> Statement:
    """`proposal` as a statement with everything the rules found; `is_withheld` says whether it may be printed."""
    evidence = Evidence(article, section, proposal)
    findings = tuple(finding for rule in RULES for finding in rule(evidence))
    text, quotes = _in_source_spelling(evidence)
    return Statement(text, proposal.voice, proposal.citations, proposal.speaker, quotes, findings)


def is_withheld(findings: tuple[Finding, ...]) -> bool:
    """Whether one of the findings keeps the statement from the reader."""
    return any(finding.severity == "withhold" for finding in findings)


def _in_source_spelling(evidence: Evidence) -> tuple[str, tuple[Quote, ...]]:
    """The statement with slips inside its quotations mended from the source, and where each quotation stands."""
    text, quotes = evidence.statement.text, []
    pairs = list(zip(evidence.quotations, evidence.located, strict=True))
    for quotation, located in reversed(pairs):
        words = quotation.text
        if located.verdict == "slip":
            words = evidence.article.text[located.start : located.end]
            text = text[: quotation.start] + words + text[quotation.end :]
        sentence = None
        if located.start is not None and located.end is not None:
            holder = containing(evidence.article.sentences, located.start, located.end)
            sentence = holder.id if holder else next(iter(located.sentences), None)
        quotes.append(Quote(words, sentence, located.start, located.end, located.verdict))
    return text, tuple(reversed(quotes))
