"""No person, body or place in a statement that the cited sentences do not name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.domain import Finding
from briefings.language.meaning.words import same_word, words
from briefings.language.names import is_printed
from briefings.language.names.known import known
from briefings.language.names.script import sound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence
    from briefings.language.names import Name

_CAPITALISED = re.compile(r"[^\W\d_a-zа-яёәғқңөұүһі][\w-]+")
_WITHOUT = re.compile(r"(?:сыз|сіз)$")  # «Қазақстансыз», without Kazakhstan
_SHORTEST_STEM = 4  # sounds, vowels и and ы left out
_SHARED_STEM = 0.75  # of the shorter name
_UNIT = re.compile(r"[A-ZА-Я][A-Za-zА-Яа-я]{0,2}(?:/\w+)?")  # MW, GWh, Тбит/с


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding for each name of the statement that neither its sentences nor their speakers bear."""
    if not evidence.cited:
        return
    for name in evidence.names:
        if any(f.start < name.end and name.start < f.end for f in evidence.figures):
            continue  # «US dollars», «Тбит/с»: the unit of a figure, looked at with it
        if not (_is_unit(name, evidence) or _is_held(name, evidence)):
            yield Finding("name", f"«{name.text}» is not in {', '.join(s.id for s in evidence.cited)}")


def _is_held(name: Name, evidence: Evidence) -> bool:
    text = _WITHOUT.sub("", name.text) if evidence.language == "kk" else name.text
    if is_printed(text, evidence.context, name.kind):
        return True
    if name.kind == "person":
        return False
    if evidence.statement.voice == "assessment" and name.kind == "place":
        # What it means for a country may be said where the cited sentence only calls it «страна».
        return is_printed(text, evidence.article.text, "place")
    if not evidence.same_language:
        return known(text) is None and _is_spelt_alike(name, evidence)
    # «Центр речной политики» may stand in the source as plain words that no finder takes for a name.
    held = words(evidence.context, evidence.article.language)
    ours = [word for word in words(name.text, evidence.language) if word.content]
    return all(any(same_word(word, other) for other in held) for word in ours)


def _is_spelt_alike(name: Name, evidence: Evidence) -> bool:
    """Whether each capitalised word of the name begins as one of the source does, in the other alphabet.

    Шардара, «Шардаринское водохранилище»; a body whose name is made of common words («Международный фонд
    спасения Арала») is translated, not spelt, and can be missed in neither language.
    """
    if name.kind == "organisation" and len(name.text.split()) > 2:
        return True
    if all(word.concepts for word in words(name.text, evidence.language)):
        return True  # «Орта дәліз», the Middle Corridor
    theirs = [sound(word) for word in _CAPITALISED.findall(evidence.context)]
    ours = [sound(word) for word in _CAPITALISED.findall(name.text)]
    return bool(ours) and all(any(_begin_alike(a, b) for b in theirs) for a in ours)


def _begin_alike(a: str, b: str) -> bool:
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= max(_SHORTEST_STEM, _SHARED_STEM * min(len(a), len(b)))


def _is_unit(name: Name, evidence: Evidence) -> bool:
    """Whether what looks like a name is the unit of a figure: «20 MW»."""
    before = evidence.statement.text[: name.start].rstrip()
    return bool(_UNIT.fullmatch(name.text)) and before[-1:].isdigit()
