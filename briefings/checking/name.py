"""No person, body or place in a statement that the cited sentences do not name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.domain import Finding
from briefings.language.figures import find_figures
from briefings.language.names import find_names, is_printed
from briefings.language.names_known import known
from briefings.language.words import same_word, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence
    from briefings.language.names import Name

_UNIT = re.compile(r"[A-ZА-Я][A-Za-zА-Яа-я]{0,2}(?:/\w+)?")  # MW, GWh, Тбит/с


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding for each name of the statement that neither its sentences nor their speakers bear."""
    if not evidence.cited:
        return
    figures = find_figures(evidence.statement.text, evidence.language)
    for name in find_names(evidence.statement.text, evidence.language):
        if any(f.start < name.end and name.start < f.end for f in figures):
            continue  # «US dollars», «Тбит/с»: the unit of a figure, looked at with it
        if not (_is_unit(name, evidence) or _is_held(name, evidence) or _is_translated(name, evidence)):
            yield Finding("name", f"«{name.text}» is not in {', '.join(s.id for s in evidence.cited)}")


def _is_held(name: Name, evidence: Evidence) -> bool:
    if is_printed(name.text, evidence.context, name.kind):
        return True
    # «Центр речной политики» may stand in the source as plain words that no finder takes for a name.
    if name.kind == "person" or not evidence.same_language:
        return False
    held = words(evidence.context, evidence.article.language)
    return all(
        any(same_word(word, other) for other in held)
        for word in words(name.text, evidence.language)
        if word.content
    )


def _is_translated(name: Name, evidence: Evidence) -> bool:
    """A body whose name is made of common words is translated, not spelt: it can be missed in neither language."""
    return (
        not evidence.same_language
        and name.kind == "organisation"
        and len(name.text.split()) > 2
        and known(name.text) is None
    )


def _is_unit(name: Name, evidence: Evidence) -> bool:
    """Whether what looks like a name is the unit of a figure: «20 MW»."""
    before = evidence.statement.text[: name.start].rstrip()
    return bool(_UNIT.fullmatch(name.text)) and before[-1:].isdigit()
