"""Numbers and dates: none that the cited sentences lack. One module for two rules: both look for figures."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from briefings.checking.listed import counts_listed
from briefings.domain import Finding
from briefings.language.figures import DATE_KINDS, CalendarDate, find_figures, missing_figures
from briefings.language.meaning.clauses import clauses
from briefings.language.meaning.concepts import REPORTING
from briefings.language.meaning.words import same_word, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence
    from briefings.domain import Language
    from briefings.language.figures import Figure
    from briefings.language.meaning.words import Word

_WORDS = re.compile(r"\s+(?:\w+\s+)?(?:words?|слов\w*|сөз\w*)", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_BOTH = re.compile(r"\bthe\s+$", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"\s*(?:[,.;]|$)|\s+(?:\w+ed|agree|had|have|has|will|would|can|could|may|might|were|are|do|did|sides|countries|states|neighbou?rs"
    r"|governments|parties|met|began|of\s+them)\b"
)
_NEITHER = re.compile(
    r"\b(?:neither|either|both|each)\s+of\s+(?:the\s+|these\s+|those\s+)?$|\b(?:ни|кажд)[\w\s]*?\b(?:одн|кажд)\w+\s+из\s+(?:этих\s+)?$",
    re.IGNORECASE,
)
_OF_BOTH = re.compile(
    r"\b(?:neither|both|either|оба|обе|обоих|обеих|обоим|обеим|екеуі\w*|екі\s+тарап\w*)\b|\bни\s+(?:\w\s+)?т\w{1,3},?\s+ни\b",
    re.IGNORECASE,
)
_DUAL = 2
_TWO = 2  # sentences with a day each


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding for each number, amount or date of the statement that no cited sentence holds."""
    # What the source leaves open may be told with a figure from anywhere in it.
    held = evidence.article.sentences if evidence.asks else evidence.cited
    sources = [evidence.article.words_of(s) for s in held] if evidence.cited else []
    if not sources:
        return
    year, month = _published(evidence)
    missing = missing_figures(
        evidence.statement.text,
        sources,
        evidence.language,
        evidence.article.language,
        year,
        month,
        _day(evidence.article.published),
    )
    for figure in missing:
        if evidence.statement.voice == "assessment" and _counts_views(figure, evidence):
            continue
        if (
            _counts_names(figure, evidence)
            or _counts_words(figure, evidence)
            or counts_listed(figure, evidence)
            or _means_both(figure, evidence)
        ):
            continue
        dated = figure.kind in DATE_KINDS
        yield Finding(
            "date" if dated else "number",
            f"«{figure.text}» is not in {evidence.numbers}",
        )
    yield from _misdated(evidence)


def _misdated(evidence: Evidence) -> Iterator[Finding]:
    """A day that the cited sentences give to another deed: "signed on 17 April", where they sign on the 13th."""
    there = evidence.article.language
    dated = {s.id: _days(evidence.article.words_of(s), there) for s in evidence.cited}
    if sum(map(bool, dated.values())) < _TWO:
        return
    for figure in _days(evidence.statement.text, evidence.language):
        verb = _deed_before(figure, evidence)
        if verb is None:
            continue
        telling = [
            s
            for s in evidence.cited
            if any(same_word(verb, w) for w in words(evidence.article.words_of(s), there))
        ]
        days = [day for s in telling for day in dated[s.id]]
        if days and len(telling) == 1 and not any(_same_day(day, figure) for day in days):
            yield Finding(
                "date", f"«{figure.text}» is not when «{verb.text}»: {telling[0].id} has «{days[0].text}»"
            )


def _days(text: str, language: Language) -> list[Figure]:
    """The figures that name a day of a month."""
    return [f for f in find_figures(text, language) if isinstance(f.value, CalendarDate) and f.value.day]


def _same_day(a: Figure, b: Figure) -> bool:
    one, other = a.value, b.value
    return (
        isinstance(one, CalendarDate)
        and isinstance(other, CalendarDate)
        and (one.month, one.day) == (other.month, other.day)
    )


def _deed_before(figure: Figure, evidence: Evidence) -> Word | None:
    """The verb of the clause in which the date stands, the nearest before it."""
    for clause in clauses(evidence.statement.text, evidence.language):
        if clause.start <= figure.start < clause.end:
            verbs = [w for w in clause.content if w.form.verb and w.start < figure.start]
            return verbs[-1] if verbs and REPORTING not in verbs[-1].concepts else None
    return None


def _counts_names(figure: Figure, evidence: Evidence) -> bool:
    """Whether the figure counts the people whom the statement names: «обе Армбристер, Селестин и …»."""
    people = [name for name in evidence.names if name.kind == "person"]
    return figure.kind == "number" and not figure.text.isdigit() and figure.value == len(people)


def _means_both(figure: Figure, evidence: Evidence) -> bool:
    """Whether "the two" stands for those named before, and counts nothing: "before the two agreed".

    So it does beside "neither" where the sentences cited speak of both: "neither of the two firms".
    """
    text = evidence.statement.text
    if figure.kind == "number" and figure.value == _DUAL and _NEITHER.search(text, 0, figure.start):
        return _OF_BOTH.search(evidence.source) is not None
    before = _BOTH.search(text, 0, figure.start) is not None and evidence.language == "en"
    return figure.text.lower() == "two" and before and _NO_NOUN.match(text, figure.end) is not None


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _published(evidence: Evidence) -> tuple[int | None, int | None]:
    """Year and month of the article, as far as it gives them."""
    year, month = [*(evidence.article.published or "").split("-"), "", ""][:2]
    return int(year) if year.isdigit() else None, int(month) if month.isdigit() else None


def _counts_words(figure: Figure, evidence: Evidence) -> bool:
    """Whether the figure counts the words of what is quoted: "in six words: …"."""
    if figure.kind != "number" or not _WORDS.match(evidence.statement.text, figure.end):
        return False
    return any(len(_WORD.findall(quotation.text)) == figure.value for quotation in evidence.quotations)


def _counts_views(figure: Figure, evidence: Evidence) -> bool:
    """Whether the figure counts or ranks what the assessment itself compares: «оба», «two experts», «второй»."""
    views = max(2, len(evidence.cited))
    counted = isinstance(figure.value, Decimal) and figure.value <= views
    return counted and figure.kind in ("number", "ordinal") and not figure.text.isdigit()
