"""What a brief says happened, statement by statement, ready to be held against another brief's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefings.digesting.telling import Telling, day_of, language_of, told_in, what_happened
from briefings.lens import holds_digest_terms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefings.domain import Brief, Language, Statement
    from briefings.lens import DigestTerms, Lens

Kind = Literal["money", "number", "percent", "date", "place", "form", "stage", "denial"]
FORMS: tuple[DigestTerms, ...] = ("contact_remote", "contact_in_person")


@dataclass(frozen=True)
class Said:
    """One statement of a brief about what happened, in the outlet's or an official's voice."""

    statement: Statement
    brief: Brief
    language: Language
    telling: Telling

    @property
    def text(self) -> str:
        """The words of the statement."""
        return self.statement.text


@dataclass(frozen=True)
class Claim:
    """One side of a difference: the statement, the words that differ, and what they come to in any language."""

    said: Said
    words: str
    value: str


@dataclass(frozen=True)
class Difference:
    """What two statements say differently of one matter."""

    kind: Kind
    one: Claim
    other: Claim


def said_in(brief: Brief) -> tuple[Said, ...]:
    """What `brief` says happened, each statement once. Forecasts of experts and our assessments are none."""
    language = language_of(brief)
    published = day_of(brief.article.published)
    stated = {s.text: s for s in what_happened(brief) if s.voice in ("reported", "official")}
    return tuple(Said(s, brief, language, told_in((s.text,), language, published)) for s in stated.values())


@dataclass(frozen=True)
class Account:
    """What a brief says happened, and the forms of contact it names, each with the first statement that does."""

    brief: Brief
    said: tuple[Said, ...]
    forms: Mapping[str, Said]


def account_of(brief: Brief, lens: Lens) -> Account:
    """What `brief` says happened, by the terms of `lens` for forms of contact."""
    said = said_in(brief)
    forms: dict[str, Said] = {}
    for one in said:
        form = next((f for f in FORMS if holds_digest_terms(one.text, f, lens, one.language)), None)
        if form:
            forms.setdefault(form, one)
    return Account(brief, said, forms)


def in_common(a: Said, b: Said) -> float:
    """How much two statements have in common, figures left out: they are what may differ."""
    ours, theirs = a.telling, b.telling
    return ours.names.shared(theirs.names) + ours.bodies.shared(theirs.bodies) + ours.acts.shared(theirs.acts)
