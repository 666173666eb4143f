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
    r"(?:buy|bought|borrow|import|receiv|obtain|rent|acquir|get|got|purchas|inherit|order|win|won|take|took|seiz)"
    r"(?:e|es|ed|s|d|ing)?"
)
# Deeds that one does to another, who stands right behind the verb.
_DOES = (
    r"(?:su(?:e|ing)|accus|fin|overtak|overtook|beat|defeat|replac|invit|criticis|criticiz|support|back|thank|warn|urg|ask|fund|own|host"
    r"|control|outbid|outsold|overrul|sanction|owns?)(?:e|es|ed|s|d|ing)?"
)
_TO, _FROM = r"\s(?:to|with|for)\s", r"\sfrom\s"
_DEED = re.compile(rf"\b(?:(?P<gives>{_GIVES})|(?P<gets>{_GETS})|(?P<does>{_DOES}))\b", re.IGNORECASE)
_BREAK = re.compile(r"[.;:!?\n]|,\s(?:which|who|whose|but|and|while)\b")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_THE = re.compile(r"\s(?:the\s|its\s)?")


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
    for ours, other in product(_deeds(statement) if theirs else (), theirs):
        if ours.kind != other.kind or (ours.kind == "does" and ours.cue.text[:3] != other.cue.text[:3]):
            continue
        if (
            _among(ours.giver, other.getter)
            and _among(ours.getter, other.giver)
            and not _among(ours.giver, other.giver)
        ):
            return (Clash(ours.cue, other.cue),)
    return ()


def _deeds(text: str) -> Iterator[_Deed]:
    names = find_names(text, "en")
    if len(names) <= 1:
        return
    for match in _DEED.finditer(text):
        begin = max((m.end() for m in _BREAK.finditer(text, 0, match.start())), default=0)
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
    subject = _keys(before)
    if match["does"]:
        if passive:
            agent = _keys(_marked(behind, r"\sby\s", text))
            return _Deed("does", cue, agent, subject) if agent and subject else None
        struck = _keys([n for n in behind[:1] if _THE.fullmatch(text, match.end(), n.start)])
        return _Deed("does", cue, subject, struck) if subject and struck else None
    gives = match["gives"] is not None
    other = _keys(_marked(behind, _TO if gives else _FROM, text))
    if gives and not other and not passive:
        other = _keys(
            [n for n in behind[:1] if _THE.fullmatch(text, match.end(), n.start)]
        )  # "gave Tarn a boat"
    if passive:
        subject = _keys(_marked(behind, r"\sby\s", text))
    if not subject or not other:
        return None
    return _Deed("gives", cue, *((subject, other) if gives else (other, subject)))


def _marked(names: Sequence[Name], preposition: str, text: str) -> list[Name]:
    pattern = re.compile(rf"{preposition}(?:the\s|its\s|an?\s)?(?:[a-z-]+\s){{0,2}}$", re.IGNORECASE)
    return [n for n in names if pattern.search(text, max(0, n.start - 40), n.start)]


def _keys(names: Sequence[Name]) -> tuple[str, ...]:
    return tuple(known(n.text) or n.text.removesuffix("’s").removesuffix("'s") for n in names)


def _among(some: Sequence[str], others: Sequence[str]) -> bool:
    return any(a == b or same_person(a, b) for a, b in product(some, others))
