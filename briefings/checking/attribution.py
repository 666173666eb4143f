"""Who a statement gives its words to: by its speaker field and by its own wording."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.domain import LANGUAGE_CODES
from briefings.language.lemmas import lemmas
from briefings.language.names import same_person
from briefings.language.names.known import known
from briefings.language.names.trades import is_role
from briefings.language.sentences import split
from briefings.language.speech import attribute

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.domain import Language, Sentence, Speaker


_WORD = re.compile(r"[^\W\d_][\w-]{2,}")
_QUOTED = re.compile('[«"“„]([^«»"“”„]+)[»"”“]')
_STEM = 3  # letters
_MINISTRY = re.compile(r"министерств|министрлі|ministry", re.IGNORECASE)
_MINISTER = re.compile(r"министр(?!лі)|minister", re.IGNORECASE)
_TITLE = re.compile(
    r"(?:the|and|for|deputy|vice|first|acting|chief|press|зам\w*|перв\w+|бірінші|жөніндегі)", re.IGNORECASE
)


def attributions(text: str, language: Language) -> tuple[Sentence, ...]:
    """The sentences of a statement that give their words to somebody: «по словам Сабитова, …», "X said …"."""
    return tuple(s for s in attribute(text, split(text, language), language) if s.voice != "outlet")


def same_speaker(a: str, b: str) -> bool:
    """Whether two printed names mean one person or one body, in whatever case, length or alphabet."""
    if same_person(a, b):
        return True
    body = known(a)
    if body is not None or known(b) is not None:
        return body == known(b)
    return same_body(a, b)


def speaks(name: str, sentence: Sentence) -> bool:
    """Whether `name` is the speaker of `sentence`."""
    return sentence.speaker is not None and same_speaker(name, sentence.speaker.name)


def describe(speaker: Speaker) -> str:
    """A speaker as a finding names one."""
    return f"{speaker.name} ({speaker.role})" if speaker.role else speaker.name


def same_body(a: str, b: str) -> bool:
    """«пресс-служба министерства транспорта», «Министерство транспорта»: the shorter one's words stand in the other.

    A name in quotation marks stands for its body with or without the noun: «Қанат», «Қанат» компаниясы.
    """
    if (one := _own_name(a)) and one in (_own_name(b), _bare(b)):
        return True
    if (other := _own_name(b)) and other == _bare(a):
        return True
    shorter, longer = sorted((_words(a), _words(b)), key=len)
    if len(shorter) < 2:
        return bool(shorter) and shorter == longer
    return all(any(not word.isdisjoint(other) for other in longer) for word in shorter)


def serves(role: str, body: str) -> bool:
    """Whether who bears the printed `role` serves the `body`: a deputy minister of water the Ministry of Water.

    What the role names beside its own nouns («председатель | комитета авиации») must all stand in the body's name.
    """
    words = [word for word in _WORD.findall(role) if not _is_title(word) and known(word) is None]
    names = [word.casefold() for word in _WORD.findall(body)]
    if not all(any(_alike(word.casefold(), name) for name in names) for word in words):
        return False
    if _MINISTRY.search(body):
        return _MINISTER.search(role) is not None
    return any(_is_body_noun(word, names) for word in words)


def _is_title(word: str) -> bool:
    return any(is_role(word, language) for language in LANGUAGE_CODES) or _TITLE.fullmatch(word) is not None


def _is_body_noun(word: str, names: Sequence[str]) -> bool:
    """Whether a word is the noun of the body: its first word or its last."""
    return bool(names) and any(_alike(word.casefold(), name) for name in (names[0], names[-1]))


def _alike(a: str, b: str) -> bool:
    """Whether two words are forms of one: «одақ», «одағы»; «комитета», «комитет»."""
    size = max(_STEM, min(len(a), len(b)) - 1)
    return len(a) >= _STEM and a[:size] == b[:size]


def _own_name(name: str) -> str | None:
    found = _QUOTED.search(name)
    return found[1].casefold() if found else None


def _bare(name: str) -> str:
    return name.strip('«»"“”„ ').casefold()


def _words(name: str) -> list[frozenset[str]]:
    return [lemmas(word.strip('«»"“”,.'), "ru") | {word.casefold()} for word in name.split() if len(word) > 2]
