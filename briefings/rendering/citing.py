"""Statements with their citations in place, numbered in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.domain import Finding, Language, Quote, QuoteVerdict, Speaker, Statement, Voice

_PRINTED: frozenset[QuoteVerdict] = frozenset({"verbatim", "ellipsis", "slip"})


def anchor(number: str) -> str:
    """The anchor of a source sentence: "S8" stands at `#s8`."""
    return number.lower()


def short(number: str) -> str:
    """The number a chip shows: "8" for S8, "h1" for the heading H1."""
    return number[1:] if number.startswith("S") else number.lower()


@dataclass(frozen=True, slots=True)
class Chip:
    """One citation. `id` is its own anchor; `kind` says how the sentence is used: quoted or paraphrased."""

    id: str
    sentence: str
    kind: str

    @property
    def target(self) -> str:
        """The anchor it leads to."""
        return anchor(self.sentence)

    @property
    def number(self) -> str:
        """What the reader sees."""
        return short(self.sentence)


@dataclass(frozen=True, slots=True)
class Claim:
    """A text whose citations stand between `before` and `after`.

    `quotes` are those that stand in the source, `notes` the findings the reader should look at.
    """

    id: str
    before: str
    after: str
    chips: tuple[Chip, ...]
    voice: Voice | None = None
    speaker: Speaker | None = None
    quotes: tuple[Quote, ...] = ()
    notes: tuple[Finding, ...] = ()


def split_for_citations(text: str, language: Language) -> tuple[str, str]:
    """`text` in two: what stands before its citations and what after.

    Russian and Kazakh set them before a final . , ; : and after » ? ! …; English after any of them.
    """
    text = text.rstrip()
    single = text[-1:] in set(".,;:") and not text.endswith("..")
    return (text[:-1], text[-1]) if single and language != "en" else (text, "")


@dataclass(slots=True)
class Numberer:
    """Gives out the numbers of claims and chips; `seen` maps each cited sentence to its first chip."""

    language: Language
    claims: int = 0
    chips: int = 0
    seen: dict[str, str] = field(default_factory=dict)

    def statement(self, statement: Statement) -> Claim:
        """The claim that prints `statement`."""
        quotes = tuple(q for q in statement.quotes if q.verdict in _PRINTED)
        how: dict[str | None, str] = {quote.sentence: quote.verdict for quote in quotes}
        claim = self._claim(statement.text, statement.citations, how)
        notes = tuple(f for f in statement.findings if f.severity == "mark")
        return Claim(
            claim.id,
            claim.before,
            claim.after,
            claim.chips,
            statement.voice,
            statement.speaker,
            quotes,
            notes,
        )

    def text(self, text: str, citations: tuple[str, ...]) -> Claim:
        """The claim that prints a text which is no statement: a source issue, the basis of a dimension."""
        return self._claim(text, citations, {})

    def _claim(self, text: str, citations: tuple[str, ...], how: dict[str | None, str]) -> Claim:
        self.claims += 1
        chips = tuple(self._chip(number, how.get(number, "paraphrase")) for number in citations)
        before, after = split_for_citations(text, self.language) if chips else (text, "")
        return Claim(f"k{self.claims}", before, after, chips)

    def _chip(self, sentence: str, kind: str) -> Chip:
        self.chips += 1
        chip = Chip(f"c{self.chips}", sentence, kind)
        self.seen.setdefault(sentence, chip.id)
        return chip
