"""Who is on stage: the speakers so far, and which of them a pronoun or a role means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.language.speech_table import Agreement, SpeechTable, lowered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.domain import Attribution, Speaker
    from briefings.language.speech_mention import Mention

_STEM = 6  # «экономистка» is an «экономист»


_DETERMINERS = frozenset({"the", "this", "that"})


def _stem(word: str) -> str:
    return word[:_STEM] if len(word) > _STEM else word[:-1] if len(word) > _STEM - 2 else word


@dataclass(frozen=True, slots=True)
class Source:
    """Whose words a sentence relays. `speaker` None: somebody, but the text does not show who."""

    speaker: Speaker | None
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class _Entrance:
    speaker: Speaker | None
    kind: str
    agreement: Agreement
    named_in: int | None  # the paragraph of a tag with the name, while the tags since lead back to it


class Stage:
    """The speakers of one article in the order in which they spoke."""

    def __init__(self, cast: Sequence[Mention], table: SpeechTable) -> None:
        self._table = table
        self._cast = {m.speaker: m for m in cast if m.kind == "person" and m.speaker}
        self._entrances: list[_Entrance] = []

    @property
    def only_person(self) -> Speaker | None:
        """The one person who has spoken so far; None when nobody has, or several have."""
        people = {e.speaker for e in self._entrances if e.kind == "person"}
        return people.pop() if len(people) == 1 else None

    def enter(self, subject: Mention | None, paragraph: int, form: Agreement, *, tagged: bool) -> Source:
        """Take note of who speaks or acts, and say who it is.

        `tagged`: the sentence relays their words. A name makes the attribution explicit, and so does a
        pronoun in the paragraph of such a name or a role at most one paragraph on; farther it is anaphora.
        """
        if subject is None or subject.kind in ("crowd", "interviewer"):
            kind = "crowd" if subject or form.plural else "unknown"
            self._entrances.append(_Entrance(None, kind, subject.agreement if subject else form, None))
            return Source(None, "explicit")
        if subject.kind == "person":
            self._note(subject.speaker, "person", subject.agreement, form, paragraph if tagged else None)
            return Source(subject.speaker, "explicit")
        if subject.kind == "body":
            return self._body(subject, paragraph, tagged=tagged)
        found = self._pronoun(subject, form) if subject.kind == "pronoun" else self._role(subject, form)
        if found is None or found.speaker is None:
            kind = "crowd" if subject.agreement.plural else "unknown"
            self._entrances.append(_Entrance(None, kind, subject.agreement, None))
            return Source(None, "anaphora")
        reach = 0 if subject.kind == "pronoun" else 1
        near = found.named_in is not None and paragraph - found.named_in <= reach
        named_in = found.named_in if near or subject.kind == "role" else None
        self._note(found.speaker, found.kind, found.agreement, form, named_in)
        return Source(found.speaker, "explicit" if near else "anaphora")

    def call_back(self, speaker: Speaker | None) -> None:
        """Let one who has spoken before be the last who spoke."""
        self._entrances += [e for e in self._entrances if e.speaker == speaker][-1:]

    def _note(
        self, speaker: Speaker | None, kind: str, known: Agreement, form: Agreement, named_in: int | None
    ) -> None:
        learned = known if known.gender else Agreement(form.gender, plural=known.plural)
        if named_in is None:
            previous = self._entrances[-1] if self._entrances else None
            if previous and previous.speaker == speaker:
                named_in = previous.named_in
        self._entrances.append(_Entrance(speaker, kind, learned, named_in))

    def _body(self, subject: Mention, paragraph: int, *, tagged: bool) -> Source:
        noun = lowered(subject.text)[:_STEM]
        bare = subject.speaker is not None and len(subject.speaker.name.split()) == 1
        if bare:
            for entrance in reversed(self._entrances):
                if entrance.kind == "body" and entrance.speaker and noun in lowered(entrance.speaker.name):
                    self._entrances.append(entrance)
                    return Source(entrance.speaker, "anaphora")
        self._note(subject.speaker, "body", subject.agreement, Agreement(), paragraph if tagged else None)
        return Source(subject.speaker, "explicit")

    def _pronoun(self, subject: Mention, form: Agreement) -> _Entrance | None:
        for entrance in reversed(self._entrances):
            if subject.agreement.plural:
                return entrance if entrance.kind in ("crowd", "body") else None
            if entrance.kind in ("person", "unknown") and (
                entrance.agreement.fits(subject.agreement) and entrance.agreement.fits(form)
            ):
                return entrance
        return None

    def _role(self, subject: Mention, form: Agreement) -> _Entrance | None:
        noun, qualifiers = self._parts(subject)
        spoke = [e for e in reversed(self._entrances) if e.kind == "person" and e.agreement.fits(form)]
        for entrance in spoke:
            if self._bears(entrance.speaker, noun, qualifiers):
                return entrance
        if qualifiers:
            spoke = []
        if self._table.anyone.match(noun):
            return spoke[0] if spoke else None
        if self._table.expert.match(noun):
            return next((e for e in spoke if self._is_expert(e.speaker)), None)
        if self._table.official.match(noun):
            return next((e for e in spoke if not self._is_expert(e.speaker)), None)
        bearers = [s for s in self._cast if self._bears(s, noun, qualifiers)]
        if len(bearers) != 1:
            return None
        return _Entrance(bearers[0], "person", self._cast[bearers[0]].agreement, None)

    def _parts(self, subject: Mention) -> tuple[str, list[str]]:
        """«министр торговли» is a «министр», and of trade; "the U.S. leader" a leader, and of the U.S."""
        words = [w for w in lowered(subject.text).split() if w not in _DETERMINERS]
        return (words[0], words[1:]) if self._table.role_first else (words[-1], words[:-1])

    def _bears(self, speaker: Speaker | None, noun: str, qualifiers: Sequence[str]) -> bool:
        role = self._role_of(speaker)
        return all(_stem(word) in role for word in (noun, *qualifiers))

    def _is_expert(self, speaker: Speaker | None) -> bool:
        role = self._role_of(speaker)
        return not role or bool(self._table.expert.search(role)) or not self._table.role.search(role)

    @staticmethod
    def _role_of(speaker: Speaker | None) -> str:
        return lowered(speaker.role) if speaker and speaker.role else ""
