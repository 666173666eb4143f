"""Who gives what to whom: "the club sold the hall to the bank", told as the bank selling it to the club.

English only: its order of words says who gives, its prepositions to whom. Verbs that two do with one another
(trade, sign, meet) have no sides.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from briefings.language.meaning.alignment import Clash
from briefings.language.meaning.cues import Cue
from briefings.language.names import find_names
from briefings.language.names.known import known
from briefings.language.names.same import same_person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language
    from briefings.language.names import Name

# Deeds whose subject gives, with the preposition of the one who gets; and whose subject gets, with that of the giver.
_GIVES = (
    r"(?:sell|sold|give|gave|given|grant|lend|lent|leas|supply|suppli|suppl|ship|export|deliver|donat|transfer|hand|offer|return"
    r"|send|sent|award|cede|ceding|ceded|provid|owe|owing|pay|paid|repaid|repay|shar|promis|pledg"
    r"|extradit|deport)(?:e|es|ed|s|d|ing|ied|ies|y)?"
)
_GETS = (
    r"(?:buy|bought|borrow|import|receiv|obtain|rent|acquir|purchas|inherit|seiz)"
    r"(?:e|es|ed|s|d|ing)?"
)
# Deeds that one does to another, who stands right behind the verb.
_DOES = (
    r"(?:su(?:e|ing)|accus|fin|overtak|overtook|beat|defeat|replac|invit|criticis|criticiz|support|back|thank|warn|urg|ask|fund|host"
    r"|control|outbid|outsold|overrul|sanction)(?:e|es|ed|s|d|ing)?"
)
_TO, _FROM = r"\s(?:to|with|for)\s", r"\sfrom\s"
_DEED = re.compile(rf"\b(?:(?P<gives>{_GIVES})|(?P<gets>{_GETS})|(?P<does>{_DOES}))\b", re.IGNORECASE)
_BREAK = re.compile(r"[.;:!?\n]|,\s(?:which|who|whose|but|and|while)\b|\sthat\s")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_REACH = 200  # characters before a verb in which its subject stands
_NEAR = 4  # words between a subject and its verb; more hold a verb of their own
_THE = re.compile(
    r"\s(?:the\s|its\s)?(?:(?!in\b|at\b|of\b|on\b|by\b|from\b|to\b|with\b|for\b)[a-z-]+\s){0,2}"
)


class _Deed(NamedTuple):
    """A deed with the names on its giving (or doing) and on its getting side."""

    kind: str
    cue: Cue
    giver: tuple[str, ...]
    getter: tuple[str, ...]


def swaps_sides(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where who gives in the source gets in the statement, and who gets gives."""
    if language != "en" or source_language not in (None, "en"):
        return ()
    theirs = tuple(_deeds(source)) if _DEED.search(statement) else ()
    for ours in _deeds(statement) if theirs else ():
        alike = [other for other in theirs if other.kind == ours.kind]
        if any(_among(ours.giver, other.giver) or _among(ours.getter, other.getter) for other in alike):
            continue
        for other in alike:
            given, got = _among(ours.giver, other.getter), _among(ours.getter, other.giver)
            same_verb = ours.cue.text[:3].lower() == other.cue.text[:3].lower()
            # Who is on one side only must be there by the same verb.
            if (given and got and (same_verb or ours.kind != "does")) or ((given or got) and same_verb):
                return (Clash(ours.cue, other.cue),)
    return ()


def same_sides(statement: str, source: str) -> bool:
    """Whether the two tell one English deed from either end: "lent by Tarn", "borrowed from Tarn"."""
    return any(
        ours.kind == other.kind == "gives"
        and (_among(ours.giver, other.giver) or _among(ours.getter, other.getter))
        for ours, other in product(_deeds(statement), _deeds(source))
    )


def _deeds(text: str) -> Iterator[_Deed]:
    names = find_names(text, "en")
    if not names:
        return
    for match in _DEED.finditer(text):
        begin = max(match.start() - _REACH, 0)
        begin = max((m.end() for m in _BREAK.finditer(text, begin, match.start())), default=begin)
        stop = _BREAK.search(text, match.end())
        end = stop.start() if stop else len(text)
        before = [n for n in names if begin <= n.start and n.end <= match.start()]
        behind = [n for n in names if match.end() <= n.start < end]
        if deed := _read(match, before, behind, text):
            yield deed


def _read(match: re.Match[str], before: Sequence[Name], behind: Sequence[Name], text: str) -> _Deed | None:
    """The deed at `match` with its sides; None where the text does not show both."""
    cue = Cue("deed", match.start(), match.end(), match[0])
    passive = _PASSIVE.search(text, 0, match.start()) is not None
    near = before and len(text[before[-1].end : match.start()].split()) <= _NEAR
    subject = _keys(before) if near or passive else ()
    if match["does"]:
        if passive:
            agent = _keys(_marked(behind, r"\sby\s", text))
            return _Deed("does", cue, agent, subject) if agent or subject else None
        struck = _keys([n for n in behind[:1] if _THE.fullmatch(text, match.end(), n.start)])
        return _Deed("does", cue, subject, struck) if subject or struck else None
    gives = match["gives"] is not None
    other = _keys(_marked(behind, _TO if gives else _FROM, text))
    if gives and not other and not passive:
        other = _keys(
            [n for n in behind[:1] if _THE.fullmatch(text, match.end(), n.start)]
        )  # "gave Tarn a boat"
    if passive:
        subject = _keys(_marked(behind, r"\sby\s", text))
    if not subject and not other:
        return None
    return _Deed("gives", cue, *((subject, other) if gives else (other, subject)))


def _marked(names: Sequence[Name], preposition: str, text: str) -> list[Name]:
    pattern = re.compile(rf"{preposition}(?:the\s|its\s|an?\s)?(?:[a-z-]+\s){{0,2}}$", re.IGNORECASE)
    return [n for n in names if pattern.search(text, max(0, n.start - 40), n.start)]


def _keys(names: Sequence[Name]) -> tuple[str, ...]:
    return tuple(known(n.text) or n.text.removesuffix("’s").removesuffix("'s") for n in names)


def _among(some: Sequence[str], others: Sequence[str]) -> bool:
    return any(a == b or same_person(a, b) for a, b in product(some, others))
