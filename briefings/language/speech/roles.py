"""The role of a speaker as a reader would write it: in the nominative, without a sentence's capital."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.language.names.forms import NOMINATIVE
from briefings.language.names.phrases import nominative
from briefings.language.names.roles import role_cases
from briefings.language.names.trades import is_role

if TYPE_CHECKING:
    from briefings.domain import Language
    from briefings.language.names.people import Person

_OPENS = re.compile(r"(?:^|[.!?…:][\s\"»”)]*|\n\s*)[«\"“—–\s-]*$")
_KAZAKH_ADJECTIVE = re.compile(r"(?:[дтл][ыі][қк]|^(?:саяси|ғылыми|аға|бас|бұрынғы|тәуелсіз|белгілі|кіші))$")
_OF = re.compile(r" of (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)*")
_RUSSIAN_ADJECTIVE = re.compile(r"(?:ый|ий|ой|ая|яя)$")
_ENGLISH_QUALITY = re.compile(r"(?:independent|political|senior|former|leading|veteran|local|retired)$")


def printed_role(person: Person, text: str, language: Language) -> str | None:
    """The role printed beside one of the mentions of a person; None when it cannot be put in the nominative."""
    if person.role is None:
        return None
    role = person.role
    start = next((m.role_start for m in person.mentions if m.role == role and m.role_start is not None), None)
    if start is not None and _OPENS.search(text, max(0, start - 12), start) and _is_common(role, language):
        role = role[0].lower() + role[1:]
    if language == "en" and start is not None and (country := _of_country(person, text)):
        role += country
    if language == "ru" and not role_cases(role) & NOMINATIVE:
        role = nominative(role)
        return role if role_cases(role) & NOMINATIVE else None
    return role


def _of_country(person: Person, text: str) -> str:
    """The rest of a role behind its name: "President Helga Stern | of Verdania"."""
    found = next((m for m in person.mentions if m.role_start is not None and m.role_start < m.start), None)
    country = _OF.match(text, found.end) if found else None
    return country.group() if country else ""


def _is_common(role: str, language: Language) -> bool:
    """Whether only its place in the sentence gives the first word its capital."""
    first, *others = role.split()
    if first[1:].lower() != first[1:]:  # МИД, CEO
        return False
    lowered = first.lower()
    if language == "ru":
        return is_role(lowered, "ru") or bool(_RUSSIAN_ADJECTIVE.search(lowered))
    if language == "kk":
        return is_role(lowered, "kk") or bool(_KAZAKH_ADJECTIVE.search(lowered))
    # "Trade Minister Marat" keeps its capitals wherever it stands
    if _ENGLISH_QUALITY.match(lowered):
        return True
    return all(w.islower() for w in others) and is_role(lowered, "en") and bool(others or _is_trade(lowered))


def _is_trade(word: str) -> bool:
    """Whether an English role names a trade, and no title that keeps its capital before a name."""
    return bool(re.search(r"(?:ist|ian|yst|er|or|expert|scholar)$", word)) and word not in {
        "minister", "premier", "governor", "senator", "mayor", "ambassador", "chancellor", "professor", "doctor",
        "commissioner", "speaker", "commander", "emperor",
    }  # fmt: skip
