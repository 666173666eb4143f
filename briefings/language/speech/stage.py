"""Who is on stage: the speakers so far, and which of them a pronoun, a role or a short name means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.domain import Speaker
from briefings.language.names.known import known
from briefings.language.names.same import same_person
from briefings.language.roles import standing
from briefings.language.speech.bearers import RoleName
from briefings.language.speech.table import Agreement, SpeechTable, lowered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.domain import Attribution
    from briefings.language.speech.mention import Mention

_SOFTENED = {"қ": "ғ", "к": "г", "п": "б"}
_STEM = 6  # letters that the forms of a body's noun share: министрлік, министрлігі


_ANY_PAPER = re.compile(r"\b(?:an?|one|another)\s+(?:[\w’'-]+\s+){0,2}[\w-]+$")
_MINISTRY = re.compile(r"министерств|министрлік|ministry")
_PRESS_SERVICE = re.compile(r"пресс-|press\s+|баспасөз")


@dataclass(frozen=True, slots=True)
class Source:
    """Whose words a sentence relays. `speaker` None: somebody, but the text does not show who.

    `by_person`: a person, who may go on without a tag; a ministry's announcement is over with its sentence.
    """

    speaker: Speaker | None
    attribution: Attribution
    by_person: bool = False


@dataclass(frozen=True, slots=True)
class _Entrance:
    speaker: Speaker | None
    kind: str
    agreement: Agreement
    named_in: int | None  # the paragraph of a tag with the name, while the tags since lead back to it
    section: int = 0


class Stage:
    """The speakers of one article in the order in which they spoke."""

    def __init__(self, cast: Sequence[Mention], bodies: Sequence[Mention], table: SpeechTable) -> None:
        self._table = table
        self._cast = {m.speaker: m for m in cast if m.kind == "person" and m.speaker}
        self._bodies = [m for m in bodies if m.speaker and " " in m.speaker.name]
        self._firms = [m for m in bodies if m.speaker and _is_firm(m.speaker, table)]
        self._entrances: list[_Entrance] = []
        self._section = 0
        self._writer: Speaker | None = None

    @property
    def only_person(self) -> Speaker | None:
        """The one person who has spoken so far; None when nobody has, or several have."""
        people = {e.speaker for e in self._entrances if e.kind == "person"}
        return people.pop() if len(people) == 1 else None

    def open_section(self) -> None:
        """A heading: who speaks behind it is called by his role before those in front of it."""
        self._section += 1

    def enter(self, subject: Mention | None, paragraph: int, form: Agreement, *, tagged: bool) -> Source:
        """Take note of who speaks or acts, and say who it is.

        `tagged`: the sentence relays their words. A name makes the attribution explicit, and so does a
        pronoun in the paragraph of such a name or a role at most one paragraph on; farther it is anaphora.
        """
        if subject is None or subject.kind in ("crowd", "interviewer"):
            kind = "crowd" if subject or form.plural else "unknown"
            self._take(_Entrance(None, kind, subject.agreement if subject else form, None))
            return Source(None, "explicit")
        if subject.kind == "person":
            speaker = self._bearer(subject.speaker, form)
            self._note(speaker, "person", subject.agreement, form, paragraph if tagged else None)
            return Source(speaker, "explicit", by_person=True)
        if subject.kind == "body":
            return self._body(subject, paragraph, tagged=tagged)
        if subject.kind == "document":
            return self._document(subject)
        found = self._pronoun(subject, form) if subject.kind == "pronoun" else self._role(subject, form)
        if found is None or found.speaker is None:
            kind = "crowd" if subject.agreement.plural else "unknown"
            self._take(_Entrance(None, kind, subject.agreement, None))
            return Source(None, "anaphora")
        reach = 0 if subject.kind == "pronoun" else 1
        near = found.named_in is not None and paragraph - found.named_in <= reach
        named_in = found.named_in if near or subject.kind == "role" else None
        self._note(found.speaker, found.kind, found.agreement, form, named_in)
        return Source(found.speaker, "explicit" if near else "anaphora", by_person=found.kind == "person")

    def _bearer(self, named: Speaker | None, form: Agreement) -> Speaker | None:
        """Of several people who share a surname, the last who spoke is called by it alone."""
        if named is None or " " in named.name:
            return named
        bearers = [s for s in self._cast if " " in s.name and same_person(s.name, named.name)]
        if named.role:  # «экономист Сарыбел»
            role = RoleName(named.role, self._table)
            fitting = next((f for test in role.tests if (f := [s for s in bearers if test(s)])), bearers)
            bearers = fitting
            if len(bearers) == 1:
                return bearers[0]
        spoke = (e for e in reversed(self._entrances) if e.agreement.fits(form))
        return next((e.speaker for e in spoke if e.speaker in bearers), named)

    def call_back(self, speaker: Speaker | None) -> None:
        """Let one who has spoken before be the last who spoke."""
        for entrance in [e for e in self._entrances if e.speaker == speaker][-1:]:
            self._take(entrance)

    def _take(self, entrance: _Entrance) -> None:
        self._entrances.append(
            _Entrance(entrance.speaker, entrance.kind, entrance.agreement, entrance.named_in, self._section)
        )

    def _note(
        self, speaker: Speaker | None, kind: str, known: Agreement, form: Agreement, named_in: int | None
    ) -> None:
        learned = known if known.gender else Agreement(form.gender, plural=known.plural)
        if named_in is None:
            previous = self._entrances[-1] if self._entrances else None
            if previous and previous.speaker == speaker:
                named_in = previous.named_in
        self._take(_Entrance(speaker, kind, learned, named_in))

    def _body(self, subject: Mention, paragraph: int, *, tagged: bool) -> Source:
        full = self._full_name(subject, paragraph)
        if full is not None:
            self._note(full, "body", subject.agreement, Agreement(), None)
            return Source(full, "anaphora")
        self._note(subject.speaker, "body", subject.agreement, Agreement(), paragraph if tagged else None)
        return Source(subject.speaker, "explicit")

    def _full_name(self, subject: Mention, paragraph: int) -> Speaker | None:
        """What a body is called in full when it is printed as its noun alone; None when it is a name itself."""
        if subject.speaker is None or " " in subject.speaker.name:
            return None
        noun = lowered(subject.speaker.name)
        spoke = [
            e.speaker
            for e in reversed(self._entrances)
            if e.kind == "body" and e.speaker and not _PRESS_SERVICE.search(lowered(e.speaker.name))
        ]
        if short := self._table.any_body.match(noun):
            if short.lastgroup == "firm":
                return self._firm(subject, spoke)
            return next(iter(spoke), None) or self._printed(subject, "") or self._ministry()
        own = self._ministry() if _MINISTRY.match(noun) and self._spoke_in_person(paragraph) else None
        return own or next((s for s in spoke if _calls(noun, s.name)), None) or self._printed(subject, noun)

    def _spoke_in_person(self, paragraph: int) -> bool:
        """Whether a person spoke last in this paragraph: behind «вице-министр X» a «министерство» is his."""
        last = self._entrances[-1] if self._entrances else None
        return last is not None and last.kind == "person" and last.named_in == paragraph

    def _firm(self, subject: Mention, spoke: Sequence[Speaker]) -> Speaker | None:
        """Which firm «компания» is: the one last named, or else the last body that spoke for no state."""
        named = [m.speaker for m in self._firms if m.start < subject.start]
        return named[-1] if named else next((s for s in spoke if standing(s) == "other"), None)

    def _ministry(self) -> Speaker | None:
        """The ministry of the minister who spoke last: «ведомство» behind «вице-министр экологии X»."""
        role, name = self._table.office
        for entrance in reversed(self._entrances):
            held = entrance.speaker.role if entrance.speaker and entrance.kind == "person" else None
            if held and (office := role.match(held)):
                ministry = name.format(of=office["of"])
                ministry = ministry[0].upper() + ministry[1:]
                named = [b.speaker for b in self._bodies if b.speaker and b.speaker.name.startswith(ministry)]
                return named[0] if named else Speaker(ministry)
        return None

    def _printed(self, subject: Mention, noun: str) -> Speaker | None:
        """The last body printed before `subject`, or the only one after it, whose name has the noun."""
        named = [m for m in self._bodies if m.speaker and _calls(noun, m.speaker.name)]
        if not noun:  # «ведомство» is of the state
            named = [m for m in named if m.speaker and standing(m.speaker) == "official"]
        before = [m.speaker for m in named if m.start < subject.start]
        if before:
            return before[-1]
        after = {m.speaker for m in named}
        return after.pop() if noun and len(after) == 1 else None

    def hand_in(self, writer: Speaker | None) -> None:
        """Note whose letter is on the table, for «говорится в нём»; None when there is none."""
        self._writer = writer

    def _document(self, subject: Mention) -> Source:
        """A paper speaks for who has just handed it in, or the last body that did; just any paper for nobody."""
        if self._writer:
            return Source(self._writer, "anaphora")
        if _ANY_PAPER.search(lowered(subject.text)):
            self._take(_Entrance(None, "crowd", Agreement(), None))
            return Source(None, "explicit")
        for entrance in reversed(self._entrances):
            if entrance.kind == "body":
                self._take(entrance)
                return Source(entrance.speaker, "anaphora")
        before = [m.speaker for m in self._bodies if m.start < subject.start]
        if author := before[-1] if before else None:
            self._note(author, "body", Agreement(), Agreement(), None)
            return Source(author, "anaphora")
        self._take(_Entrance(None, "crowd", Agreement(), None))
        return Source(None, "anaphora")

    def _pronoun(self, subject: Mention, form: Agreement) -> _Entrance | None:
        for entrance in reversed(self._entrances):
            if subject.agreement.plural:
                return entrance if entrance.kind in ("crowd", "body") else None
            if subject.agreement.gender == "n":
                if entrance.kind == "body":
                    return entrance
            elif entrance.kind == "body" and entrance.agreement.gender:
                if entrance.agreement.fits(subject.agreement):
                    return entrance  # «Фонд открыл счёт. По его расчётам, …»
            elif entrance.kind in ("person", "unknown") and (
                entrance.agreement.fits(subject.agreement) and entrance.agreement.fits(form)
            ):
                return entrance
        return None

    def _role(self, subject: Mention, form: Agreement) -> _Entrance | None:
        """Who bears the role: among those who spoke since the last heading first, then among all."""
        role = RoleName(subject.text, self._table)
        spoke = [e for e in reversed(self._entrances) if e.kind == "person" and e.agreement.fits(form)]
        last = self._entrances[-1] if self._entrances else None
        if last and last.speaker and last in spoke and role.is_anybodys and role.tests[-1](last.speaker):
            return last  # «сарапшының сөзінше» right behind an ichthyologist is she, whoever was called so before
        for group in ([e for e in spoke if e.section == self._section], spoke):
            for test in role.tests:
                if bearer := next((e for e in group if e.speaker and test(e.speaker)), None):
                    return bearer
            if _is_nameless_role(group, narrowed=role.is_narrowed):
                return group[0]
        if role.is_generic:
            return self._last_expert(spoke) if role.is_narrowed else None
        printed, another, _ = role.tests
        bearers = [s for s in self._cast if printed(s)] or [s for s in self._cast if another(s)]
        if len(bearers) != 1:
            return None
        return _Entrance(bearers[0], "person", self._cast[bearers[0]].agreement, None)

    def _last_expert(self, spoke: Sequence[_Entrance]) -> _Entrance | None:
        """«Аналитик бюро «Азимут»» behind «Экономист X»: who spoke last, if his bureau was not named before."""
        last = next((e for e in spoke if e.section == self._section), None)
        plain = last is not None and last.speaker is not None and last.speaker.role is not None
        if last is None or not plain or last is not self._entrances[-1]:
            return None
        role = last.speaker.role if last.speaker and last.speaker.role else ""
        return last if " " not in role and self._table.expert.match(lowered(role)) else None


def _is_nameless_role(spoke: Sequence[_Entrance], *, narrowed: bool) -> bool:
    """Whether the last of these may bear any role: none is printed with the name.

    «Руководитель проекта» says more than «руководитель», so nobody else may have spoken but in a role of his own.
    """
    last = spoke[0].speaker if spoke else None
    if last is None or last.role:
        return False
    others = (entrance.speaker for entrance in spoke if entrance.speaker != last)
    return not narrowed or all(other is not None and other.role for other in others)


def _is_firm(speaker: Speaker, table: SpeechTable) -> bool:
    """Whether a body is a firm by its noun, or has no noun at all that says what it is: «Темир Бур»."""
    bare = " " not in speaker.name and table.any_body.match(lowered(speaker.name))
    if bare or speaker.name.islower() or known(speaker.name) is not None:
        return False
    nouns = [m.group() for m in table.body.finditer(lowered(speaker.name))]
    return all(found and found.lastgroup == "firm" for found in map(table.any_body.match, nouns))


def _calls(noun: str, name: str) -> bool:
    """Whether a body of this name can be called by the noun."""
    words = lowered(name)
    softened = noun[:-1] + _SOFTENED.get(noun[-1:], noun[-1:])  # «одақ», «… одағы»
    called = any(stem[:_STEM] in words for stem in (noun, softened))
    return " " in name and called and not _PRESS_SERVICE.search(words)
