"""Everyone and everything in an article that could be speaking: people, bodies, roles, pronouns."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from briefings.domain import Language, Speaker
from briefings.language.names import Name, find_names
from briefings.language.names.given import genders_of
from briefings.language.names.people import Person, people
from briefings.language.names.phrases import modifiers_end
from briefings.language.names.same import same_person
from briefings.language.names.trades import is_role
from briefings.language.speech.bodies import FAMILY_FIRM, find_bodies, in_full
from briefings.language.speech.kk import CASES
from briefings.language.speech.mention import Mention, MentionKind
from briefings.language.speech.roles import printed_role
from briefings.language.speech.table import Agreement, Gender, SpeechTable
from briefings.language.speech.table import lowered as lower_case

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_WORD = re.compile(r"[\w-]+")
_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ого|его|ому|ым|им)$")
_SHORT = 3
_OF_WHAT = re.compile(r"\s(?:of|at|for|in|from|with)\s")
_POSSESSED = re.compile(r"(?<=.{5})(?:с?[ыі])$")
# How a role is declined that the article prints: «по словам энтомолога», «энтомологтың айтуынша»
_DECLINED: dict[Language, str] = {"ru": "(?:а|у|ом|е|я|ю|ем)", "kk": CASES}
_REACH = 16  # characters before a noun in which «один», "a" may stand
_NOUN_BEFORE = re.compile(r"\s+(?P<noun>[^\W\d_]{4,})\s+$")


class Cast(NamedTuple):
    """The mentions of an article in order, none inside another, and all bodies, also those inside a role."""

    mentions: tuple[Mention, ...]
    bodies: tuple[Mention, ...]


def find_mentions(text: str, lowered: str, language: Language, table: SpeechTable) -> Cast:
    """Everyone and everything in `text` that could be speaking."""
    names = find_names(text, language)
    persons = list(_people(text, lowered, names, language, table))
    bodies = sorted(find_bodies(text, lowered, names, language, table), key=lambda m: (m.start, -m.end))
    bodies = in_full(bodies, text)
    roles = [
        *_matches(text, lowered, "role", table.role, table.indefinite),
        *_matches(text, lowered, "role", _printed_roles(persons, language), table.indefinite),
    ]
    nouns = [
        *_matches(text, lowered, "crowd", table.crowd),
        *(_qualified(text, roles) if table.role_first else roles),
        *_matches(text, lowered, "interviewer", table.interviewer),
    ]
    pronouns = [
        Mention("pronoun", m.start(), m.end(), text[m.start() : m.end()], table.pronouns[m.group()])
        for m in table.pronoun.finditer(lowered)
    ]
    starts = [m.start for m in bodies]
    # «Совет молодых учёных» is a body, whoever the scientists are
    nouns = [noun for noun in nouns if not _is_within(noun, bodies, starts)]
    return Cast(
        tuple(_without_overlaps([*persons, *pronouns, *nouns, *bodies])), tuple(_without_overlaps(bodies))
    )


def _is_within(noun: Mention, bodies: Sequence[Mention], starts: Sequence[int]) -> bool:
    """Whether the noun stands inside the name of a body that does not begin behind it; `starts` are the bodies' own."""
    before = bisect_right(starts, noun.start)
    return before > 0 and noun.end <= bodies[before - 1].end


def _people(
    text: str, lowered: str, names: Sequence[Name], language: Language, table: SpeechTable
) -> Iterator[Mention]:
    everybody = people(names)
    for person in everybody:
        shared = " " not in person.name and any(
            " " in other.name and same_person(other.name, person.name) for other in everybody
        )
        beside = [_role_beside(text, lowered, name.start, language, table) for name in person.mentions]
        role = printed_role(person, text, language) or next(
            (text[b : n.start].strip() for n, b in zip(person.mentions, beside, strict=True) if b), None
        )
        for name, noun in zip(person.mentions, beside, strict=True):
            if lowered.startswith("the ", name.start - 4) or FAMILY_FIRM.match(text, name.end):
                continue  # "the Steppe Courier" is nobody
            start, end = noun or name.start, name.end
            if name.role and name.role_start is not None:
                start = min(start, name.role_start)
                end = max(end, name.role_start + len(name.role))
                end += end > name.end and text[end : end + 1] == ","
            yield Mention(
                "person",
                start,
                end,
                name.text,
                Agreement(_gender(person, language), plural=False),
                _is_nominative(name.text, person.name),
                # A surname that several bear is whose its role beside this very mention says
                Speaker(person.name, name.role if shared else role),
            )


def _gender(person: Person, language: Language) -> Gender | None:
    """The gender that the name shows; of a Latin name only a given name that is known (Katrin is no surname in -in)."""
    known = genders_of(person.name.split()[0])
    if language == "en":
        return next(iter(known)) if len(known) == 1 else None
    return person.gender


def _role_beside(
    text: str, lowered: str, name_start: int, language: Language, table: SpeechTable
) -> int | None:
    """Where the noun between a speech verb and a name begins: «дейді балықшы X» makes X a «балықшы»."""
    noun = _NOUN_BEFORE.search(text, max(0, name_start - 30), name_start)
    if not noun or not noun["noun"].islower():
        return None
    if language == "en" and not is_role(noun["noun"], "en"):
        return None  # "an official told Chris Harris"
    verbs = table.verb.finditer(lowered, max(0, noun.start() - 30), noun.start())
    return noun.start("noun") if any(verb.end() == noun.start() for verb in verbs) else None


def _is_nominative(printed: str, full: str) -> bool:
    """Whether each printed word or initial is one of the full name, which stands in the nominative."""
    words = full.casefold().split()
    return all(
        any(word.startswith(part) if len(part) == 1 else word == part for word in words)
        for part in printed.casefold().replace(".", " ").split()
    )


def _printed_roles(persons: Sequence[Mention], language: Language) -> re.Pattern[str]:
    """The nouns of the roles that this article prints («смотритель маяка»), whatever the tables know."""
    nouns = set()
    for role in {m.speaker.role for m in persons if m.speaker and m.speaker.role and m.nominative}:
        if language == "en":
            role = _OF_WHAT.split(role, maxsplit=1)[0]  # "chairwoman | of the union"
        words = [w for w in _WORD.findall(lower_case(role)) if len(w) > _SHORT and not _ADJECTIVE.search(w)]
        if words:
            nouns.add(words[0] if language == "ru" else words[-1])
        if words and language == "kk":
            nouns.add(_POSSESSED.sub("", words[-1]))  # «институттың энтомологы», «деді энтомолог»
    before = r"(?:the\s+)?(?:[\w.-]+\s+)?" if language == "en" else ""
    either = "|".join(map(re.escape, sorted(nouns, key=len, reverse=True)))
    declined = _DECLINED.get(language, "(?!)")
    return re.compile(rf"\b(?:(?P<any>{before}(?:{either}))|(?:{either}){declined})\b" if nouns else r"(?!)")


def _matches(
    text: str,
    lowered: str,
    kind: MentionKind,
    noun: re.Pattern[str],
    indefinite: re.Pattern[str] | None = None,
) -> Iterator[Mention]:
    plural = True if kind == "crowd" else None if kind == "interviewer" else False
    for match in noun.finditer(lowered):
        start, end = match.span()
        nominative = any(match.groupdict().values())
        somebody = indefinite is not None and indefinite.search(lowered, max(0, start - _REACH), end)
        agreement = Agreement(plural=None if match.groupdict().get("one") else plural)
        yield Mention("crowd" if somebody else kind, start, end, text[start:end], agreement, nominative)


def _qualified(text: str, roles: Iterable[Mention]) -> Iterator[Mention]:
    """The roles with the words that narrow them: «министр» of «министр торговли»."""
    for role in roles:
        end = modifiers_end(text, role.end)
        yield replace(role, end=end, text=text[role.start : end])


def _without_overlaps(mentions: Sequence[Mention]) -> list[Mention]:
    """Of overlapping mentions the first of the list stays; the list is in order of trust."""
    kept: list[Mention] = []
    taken = bytearray(max((m.end for m in mentions), default=0))
    for mention in mentions:
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)
