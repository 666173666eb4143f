"""Who a statement gives its words to: by its speaker field and by its own wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.language.lemmas import lemmas
from briefings.language.names import same_person
from briefings.language.names.known import known
from briefings.language.sentences import split
from briefings.language.speech import attribute

if TYPE_CHECKING:
    from briefings.domain import Language, Sentence, Speaker


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
    """«пресс-служба министерства транспорта», «Министерство транспорта»: the shorter one's words stand in the other."""
    shorter, longer = sorted((_words(a), _words(b)), key=len)
    if len(shorter) < 2:
        return bool(shorter) and shorter == longer
    return all(any(not word.isdisjoint(other) for other in longer) for word in shorter)


def _words(name: str) -> list[frozenset[str]]:
    return [lemmas(word.strip('«»"“”,.'), "ru") | {word.casefold()} for word in name.split() if len(word) > 2]
