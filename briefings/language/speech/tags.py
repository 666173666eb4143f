"""Speech tags: "said the analyst", «по её словам», «деп санайды ол» — and whom they name."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.language.roles import standing
from briefings.language.speech.mention import Mention
from briefings.language.speech.subjects import heads_of, is_inside, subject_of, words_between
from briefings.language.speech.table import ANYBODY, Agreement, SpeechTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REACH = 400  # characters on either side of a verb
_PARENTHETICAL = re.compile(r"[,—–·»”\"-]\s*(?:the\s+)?$")
_SITE = re.compile(r"(?:sea)?port|airport|railway|customs|exchange|official")
_WRITTEN_BY = re.compile(r"\s+(?:[\w-]+\s+){0,4}?(?:by|from)\s+")
_CLOSES = re.compile(r"(?:\s+(?:on|in|at|to|late|last|this|earlier)\s[^,.;:]{0,40})?[.…]?[»”\")]*\s*$")
_POSSESSIVE = re.compile(r"\b(?:его|ее|их|its|their|оның)\s$")
_COLON_BEFORE = re.compile(r"[:;]\s*(?:по\s+)?$")
# Nothing but a description follows a name: «…, заведующая лабораторией Института степных вод.»
_DESCRIBED = re.compile(r"(?:,[^,:;!?]{3,120}){0,2}[.…]?\s*$")
_TRAILING = re.compile(r"[^,.;:!?]{0,60}[.…]?[»”\")]*\s*$")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag at `start:end`. `subject` None: somebody the text does not name. `reports`: by itself it turns
    its sentence into reported speech; other tags only say who speaks in a quotation beside them."""

    start: int
    end: int
    subject: Mention | None
    reports: bool
    asks: bool = False
    trailing: bool = False
    form: Agreement = ANYBODY  # what the verb shows of its subject
    clause: bool = True  # a whole clause is reported, so what follows may go on with it
    clause_follows: bool = True  # the words come behind it: «сказал, что …», and not «что …, рассказал»
    bare_stance: bool = False  # only a verb of stance and its object: «раскритиковал проект»
    source: bool = False  # «по его словам»: it names whose words the whole sentence is
    intends: bool = False  # «центр рассчитывает выпустить»: a body's wish, of which somebody else may tell


def find_tags(
    frame: str, start: int, end: int, mentions: Sequence[Mention], table: SpeechTable
) -> tuple[Tag, ...]:
    """The tags of the sentence `frame[start:end]` with its mentions, in order.

    Quoted words of `frame` are blanked out.
    """
    inside = [m for m in mentions if frame[m.start] != "·"]
    tags = [
        *_sources(frame, start, end, inside, table),
        *_verbs(frame, (start, end), inside, table),
        *(
            Tag(m.start(), m.end(), None, reports=False, asks=True)
            for m in table.asks.finditer(frame, start, end)
        ),
    ]
    return tuple(sorted(tags, key=lambda t: t.start))


def main_tag(tags: Sequence[Tag]) -> Tag | None:
    """The tag that says whose words the sentence reports: the outermost one, which English and Russian may
    put last ("..., the analyst recalled")."""
    reporting = [t for t in tags if t.reports]
    if reporting and reporting[0].subject and reporting[0].subject.kind == "document":
        # «Согласно документу, как отметили в министерстве, …»: the one who is named speaks
        reporting = [t for t in reporting if t.subject and t.subject.kind != "document"] or reporting
    if not reporting:
        return None
    closing = [t for t in reporting if t.trailing]
    outermost = closing[-1] if closing else reporting[0]
    if outermost.intends and (sources := [t for t in reporting if t.source]):
        return sources[0]  # «К лету центр, по её словам, надеется открыться»
    # «Сейчас, уточнила министр, предупреждают за два»: a verb without anybody says less than one with her
    return outermost if outermost.subject else next((t for t in reporting if t.subject), outermost)


def _sources(
    frame: str, start: int, end: int, mentions: Sequence[Mention], table: SpeechTable
) -> Iterator[Tag]:
    for match in table.own_source.finditer(frame, start, end):
        word = next(filter(None, match.groups()))
        at = match.start(match.lastgroup or 0)
        pronoun = Mention("pronoun", at, at + len(word), word, table.pronouns[word])
        named = [m for m in mentions if m.kind == "person" and m.nominative and m.end <= match.start()]
        if named and re.search(r"[:;]\s*$", frame[named[-1].end : match.start()]):
            pronoun = named[-1]  # «Осторожнее аналитик X: по его мнению, …»
        pronoun = _before_colon(frame, start, pronoun, mentions)
        yield Tag(match.start(), match.end(), pronoun, reports=True, source=True)
    for match in table.troubles.finditer(frame, start, end):
        if troubled := _troubled(frame, match, mentions, table):
            yield Tag(
                min(troubled.start, match.start()), max(troubled.end, match.end()), troubled, reports=True
            )
    for match in table.according.finditer(frame, start, end):
        found = next((m for m in mentions if 0 <= m.start - match.end() <= 4), None)
        if found is None:
            found = next((m for m in mentions if words_between(frame, match.end(), m.start) in (1, 2)), None)
        if found is not None:
            yield Tag(match.start(), found.end, _owner(frame, found, mentions), reports=True, source=True)
    opening = table.for_whom.match(frame, start, end)
    for mention in mentions:
        if opening and mention.start == opening.end() and _is_expert(mention, table):
            yield Tag(start, mention.end, mention, reports=True)
        behind = table.source_before.match(frame, mention.end, end)
        if behind and mention.kind != "pronoun" and not _is_measured(mention, behind):
            yield Tag(mention.start, behind.end(), mention, reports=True)
    yield from _documents(frame, start, end, mentions, table)


def _troubled(
    frame: str, verb: re.Match[str], mentions: Sequence[Mention], table: SpeechTable
) -> Mention | None:
    """Whom something worries, which is that person's view: «Министра беспокоит …», "What troubles X is …"."""
    for m in mentions:
        if m.kind not in ("person", "role") or not table.object_form.search(frame, m.start, m.end):
            continue
        if table.verb_last:
            if m.end <= verb.start():
                return m
        elif (table.role_first and not m.nominative) or table.bare_clause:
            before = words_between(frame, m.end, verb.start()) if table.role_first else None
            behind = words_between(frame, verb.end(), m.start)
            if before in (0, 1) or behind == 0:
                return m
    return None


def _is_measured(mention: Mention, behind: re.Match[str]) -> bool:
    """Whether figures are only of a place, and not its word: "port data showed"."""
    return behind.group()[0] == " " and _SITE.fullmatch(mention.text.lower()) is not None


def _is_expert(mention: Mention, table: SpeechTable) -> bool:
    """Whether it is an expert, named or not, and no office: what a visit is for a president is no view."""
    if mention.kind == "role":
        return table.expert.match(mention.text.lower().removeprefix("the ")) is not None
    speaker = mention.speaker if mention.kind == "person" else None
    return speaker is not None and speaker.role is not None and standing(speaker) == "expert"


def _documents(
    frame: str, start: int, end: int, mentions: Sequence[Mention], table: SpeechTable
) -> Iterator[Tag]:
    """Papers that speak: «в заявлении говорится», "according to a study by the Institute"; and nameless sources."""
    documents = list(table.document.finditer(frame, start, end))
    for match in table.unnamed_source.finditer(frame, start, end):
        told = any(d.start() <= match.start() < d.end() for d in documents)
        if not told and not any(match.start() <= m.end and m.start <= match.end() + 12 for m in mentions):
            yield Tag(match.start(), match.end(), None, reports=True)
    for match in documents:
        inside = [m for m in mentions if match.start() <= m.start < match.end()]
        author = next((m for m in inside if m.kind in ("body", "person")), None)
        if author is None and (by := _WRITTEN_BY.match(frame, match.end(), end)):
            author = next((m for m in mentions if m.start - by.end() in (0, 4)), None)
        written = Mention("document", match.start(), match.end(), match.group())
        trailing = bool(
            _PARENTHETICAL.search(frame, start, match.start()) and _TRAILING.match(frame, match.end(), end)
        )
        yield Tag(match.start(), match.end(), author or written, reports=True, trailing=trailing)


def _verbs(
    frame: str, bounds: tuple[int, int], mentions: Sequence[Mention], table: SpeechTable
) -> Iterator[Tag]:
    heads = heads_of(frame, mentions, table)
    starts = [m.start for m in heads]
    unsaid = [match.span() for match in table.impersonal.finditer(frame, *bounds)]
    for verb in table.verb.finditer(frame, *bounds):
        if any(begin <= verb.start() < finish for begin, finish in unsaid):
            continue  # "it is widely believed": nobody's word
        # A subject stands within reach; without a limit one endless sentence would take minutes
        start, end = max(bounds[0], verb.start() - _REACH), min(bounds[1], verb.end() + _REACH)
        near = heads[bisect_left(starts, start) : bisect_left(starts, end)]
        subject, on_the_right = subject_of(frame, verb, start, near, table)
        if subject is None and table.needs_subject.fullmatch(verb.group()):
            continue
        if subject and not on_the_right:
            subject = _before_colon(frame, start, subject, near)
        after = subject.end if subject and on_the_right else verb.end()
        opening = min(verb.start(), subject.start) if subject else verb.start()
        clause = table.clause_after.match(frame, after, end)
        before = table.clause_before.search(frame, start, verb.start())
        kind = verb.lastgroup
        silent = kind == "says" and table.silent.search(frame, start, verb.start())
        if clause and clause.lastgroup == "infinitive" and subject is None:
            clause = None  # «Линию обещали сдать»: nobody in particular
        reports = (
            kind != "tags"
            and not silent
            and bool(
                clause
                or (kind == "holds" and subject)
                or (kind == "stance" and subject and _takes_stance(frame, verb, start, subject, table))
                or (before and (table.verb_last or on_the_right or before["as"]))
                or (kind == "holds" and table.bare_clause)
            )
        )
        parenthetical = _PARENTHETICAL.search(frame, start, opening)
        trailing = bool(parenthetical and _TRAILING.match(frame, after, end))
        reports = reports or bool(kind != "tags" and trailing and before)
        if table.bare_clause and kind != "tags" and subject and parenthetical:
            reports = reports or bool(_CLOSES.match(frame, after, end))  # "…, the firm added."
        if reports and subject and _is_deed(verb, subject, clause, before, table):
            reports = False
        if reports and on_the_right and not clause and not before:
            reports = not table.presents.fullmatch(frame, start, opening) or not _DESCRIBED.match(
                frame, after, end
            )
        bare_stance = kind == "stance" and not clause and not before
        yield Tag(
            opening,
            after,
            subject,
            reports,
            trailing=trailing,
            form=table.agreement(verb.group()),
            bare_stance=bare_stance,
            clause=bool(clause or before or (table.bare_clause and not bare_stance)),
            clause_follows=bool(clause),
            intends=kind in ("holds", "stance") and subject is not None and subject.kind == "body",
        )


def _owner(frame: str, found: Mention, mentions: Sequence[Mention]) -> Mention:
    """Whose press service is meant: «Завод «Искра» растёт: по данным его пресс-службы, …»."""
    if found.kind != "body" or not _POSSESSIVE.search(frame, 0, found.start):
        return found
    before = (m for m in mentions if m.kind == "body" and m.nominative and m.end <= found.start)
    return next(before, found)


def _before_colon(frame: str, start: int, pronoun: Mention, mentions: Sequence[Mention]) -> Mention:
    """Whom a pronoun behind a colon means: who acts in front of it, «Союз передал письмо: по его данным, …»."""
    if pronoun.kind != "pronoun" or not _COLON_BEFORE.search(frame, start, pronoun.start):
        return pronoun
    actor = next((m for m in mentions if m.nominative and m.kind in ("person", "body", "crowd")), None)
    fits = actor is not None and actor.end <= pronoun.start and actor.agreement.fits(pronoun.agreement)
    return actor if actor and fits else pronoun


def _is_deed(
    verb: re.Match[str],
    subject: Mention,
    clause: re.Match[str] | None,
    before: re.Match[str] | None,
    table: SpeechTable,
) -> bool:
    """Whether a body only acts: «Союз попросил снизить налог», "the government proposed a tariff".

    What those concerned demand is a fact, too: «жители требуют анализов воды».
    """
    if subject.kind == "crowd" and not before and not (clause and clause.lastgroup != "infinitive"):
        return bool(table.demands.fullmatch(verb.group())) and not table.expert.match(subject.text.lower())
    if subject.kind != "body" or not table.deeds.fullmatch(verb.group()):
        return False
    told = clause is not None and clause.lastgroup != "infinitive"
    return not told and not (
        before and before.group().lstrip().startswith(("деп", ",", "»", '"', "”", "as ", "как "))
    )


def _rebuffs(frame: str, verb: re.Match[str], start: int, table: SpeechTable) -> bool:
    """Whether what is rejected was only said, so that rejecting it is an answer: "rejects the accusation"."""
    if table.verb_last:
        return table.charge.search(frame, start, verb.start()) is not None
    return table.charge.match(frame, verb.end()) is not None


def _takes_stance(frame: str, verb: re.Match[str], start: int, subject: Mention, table: SpeechTable) -> bool:
    """Whether a stance is somebody's word: a person's, or «в министерстве …», but no state's or firm's deed."""
    if subject.kind == "body" or subject.agreement.gender == "n":
        return (
            is_inside(frame, start, subject, table)
            or bool(table.avows.fullmatch(verb.group()))
            or _rebuffs(frame, verb, start, table)
        )
    return subject.kind != "interviewer"
