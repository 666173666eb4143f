"""Find the people, bodies and places that a text names, and tell whether two names mean the same.

`find_names` finds them, `people` and `resolve` join the mentions of each person, `same_person` and
`names_agree` compare names in any case, alphabet and length.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.language.names.agree import is_printed, names_agree
from briefings.language.names.capitals import find_by_capitals
from briefings.language.names.people import Person, people, resolve
from briefings.language.names.roles import Role, role_of
from briefings.language.names.russian import find_russian, read_russian_ahead
from briefings.language.names.same import same_person
from briefings.language.names.spans import Kind, Name, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.domain import Language

__all__ = [
    "Kind",
    "Name",
    "Person",
    "find_names",
    "is_printed",
    "names_agree",
    "people",
    "read_ahead",
    "resolve",
    "same_person",
]

_GOVERNING = re.compile(
    r"\b(?:от|у|для|без|из|против|до|после|кроме|вместо|с|со|к|ко|о|об|при|над|перед|между|словам|мнению|оценке|данным|"
    r"убеждению|словами)\s+$",
    re.IGNORECASE,
)
_LONGEST_GOVERNING = 20


def read_ahead(texts: Iterable[str], language: Language) -> None:
    """Ready the names of `texts` together, which is faster than one by one; changes no answer."""
    if language == "ru":
        read_russian_ahead(texts)


@lru_cache(maxsize=1024)  # a sentence is read once with its article and again by each statement that cites it
def find_names(text: str, language: Language) -> tuple[Name, ...]:
    """The names of `text` in the order of print, none overlapping another."""
    spans = find_russian(text) if language == "ru" else find_by_capitals(text, language)
    people_found = [span for span in spans if span.kind == "person"]
    following = dict(pairwise(people_found))
    names: list[Name] = []
    after = 0
    for span in spans:
        role = None
        if span.kind == "person":
            next_one = following.get(span)
            before = next_one.start if next_one else len(text)
            role = role_of(text, span, language, after, before)
            after = span.end
        names.append(_name(text, span, role, language))
    return tuple(names)


def _name(text: str, span: Span, role: Role | None, language: Language) -> Name:
    begin = role.start if role and role.start < span.start else span.start
    governed = language == "ru" and _GOVERNING.search(text, max(0, begin - _LONGEST_GOVERNING), begin)
    return Name(
        span.kind,
        span.start,
        span.end,
        span.text_in(text),
        text[role.start : role.end] if role else None,
        role.start if role else None,
        language,
        bool(governed),
    )
