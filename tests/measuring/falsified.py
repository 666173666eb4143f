"""Quotations that say what the article does not: every one of them must be refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.language.lemmas import russian
from tests.measuring.faithful import beside_a_denial, over_a_denial

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language
    from tests.measuring.faithful import Span

# Their words all stand in the article; what is left out makes them false.
CUT = "denial cut away"
CUT_AT_AN_END = "denial cut away at an end"

_DIGIT = re.compile(r"\d(?!.*\d)")  # the last one
_NAME = re.compile(r"(?<=\S )[^\W\d_][\w’'-]{3,}")
_DROPPED: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"\b(?:не|нет|ни|без)\s", re.IGNORECASE),
    "kk": re.compile(r"\s(?:емес|жоқ)\b|(?<=\w\w)[мбп][ае](?=(?:ды|ді|йды|йді|ған|ген)\b)", re.IGNORECASE),
    "en": re.compile(r"\b(?:not|no|never)\s|n['’]t\b", re.IGNORECASE),
}
_KAZAKH_VERB = re.compile(r"(?<=\w{3})(?:[дт][ыі]|[ғқ]ан|[гк]ен)(?=[\s.,»”]|$)")
_KAZAKH_DENIED = {
    "ды": "мады", "ді": "меді", "ты": "пады", "ті": "педі",
    "ған": "маған", "ген": "меген", "қан": "паған", "кен": "пеген",
}  # fmt: skip
_ENGLISH_VERB = re.compile(r"\b(?:is|are|was|were|will|has|have|had|can|could|would|should|may|must)\b")
# Opposites by the beginnings of their words, so that endings stay.
_OPPOSITES: dict[Language, tuple[tuple[str, str], ...]] = {
    "ru": (
        ("увелич", "уменьш"), ("повыс", "пониз"), ("рост", "спад"), ("больше", "меньше"), ("лучш", "худш"),
        ("перв", "последн"), ("нов", "стар"), ("разреш", "запрещ"), ("начал", "закончил"), ("высок", "низк"),
        ("побед", "пораж"), ("выигр", "проигр"), ("поддерж", "отверг"), ("открыл", "закрыл"), ("сильн", "слаб"),
        ("раньше", "позже"), ("внутри", "снаружи"), ("много", "мало"), ("все", "никто"), ("хорош", "плох"),
    ),
    "kk": (
        ("көп", "аз"), ("өс", "азай"), ("жоғары", "төмен"), ("жаңа", "ескі"), ("бірінші", "соңғы"),
        ("үлкен", "кіші"), ("жақсы", "жаман"), ("артық", "кем"), ("бастал", "аяқтал"), ("кейін", "бұрын"),
        ("ұзақ", "қысқа"), ("күшті", "әлсіз"), ("ішінде", "сыртында"), ("жеңіс", "жеңіліс"), ("аш", "жап"),
    ),
    "en": (
        ("increas", "decreas"), ("more", "less"), ("first", "last"), ("before", "after"), ("high", "low"),
        ("new", "old"), ("best", "worst"), ("better", "worse"), ("win", "lose"), ("won", "lost"), ("open", "clos"),
        ("support", "oppos"), ("rise", "fall"), ("rose", "fell"), ("good", "bad"), ("large", "small"), ("all", "none"),
        ("accept", "reject"), ("early", "late"), ("long", "short"), ("many", "few"),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Surroundings:
    """What a forger has at hand: the words of this article, of another, and of a translation."""

    sentences: Sequence[str]
    foreign: Sequence[str]
    translation: str | None


def falsified(span: Span, around: Surroundings, dice: random.Random) -> Iterator[tuple[str, str]]:
    """(kind, quotation) for every falsification that the span offers a place for. Not yet known to be absent."""
    words = span.words
    parts = words.split()
    half = len(parts) // 2
    here = dice.choice(around.sentences).split()
    yield from (("negation dropped", text) for text in _without_negation(words, span.language))
    yield from (("negation added", text) for text in _with_negation(words, span.language))
    if re.search(r"\d", words):
        yield "number", _DIGIT.sub(lambda m: str((int(m[0]) + 3) % 10), words, count=1)
    yield from (("antonym", text) for text in _opposite(words, span.language))
    yield from (("name", text) for text in _other_name(words, around.sentences, dice))
    at = dice.randrange(1, len(parts) - 1)
    if others := [w for w in here if w.isalpha() and len(w) > 3 and w.casefold() != parts[at].casefold()]:
        yield "one word changed", " ".join([*parts[:at], dice.choice(others), *parts[at + 1 :]])
    yield "one word left out", " ".join([*parts[:half], *parts[half + 1 :]])
    yield (
        "two words swapped",
        " ".join([*parts[: half - 1], parts[half], parts[half - 1], *parts[half + 1 :]]),
    )
    yield "two places spliced", " ".join([*parts[:half], *here[-(len(here) // 2 + 1) :]])
    yield "parts in the wrong order", " ".join([*parts[half:], "…", *parts[:half]])
    yield from ((CUT, text) for text in over_a_denial(span))
    yield from ((CUT_AT_AN_END, text) for text in beside_a_denial(span))
    if around.foreign:
        foreign = dice.choice(around.foreign).split()
        yield "another article's tail", " ".join([*parts[:half], *foreign[-4:]])
        yield "words of another article", " ".join(foreign[:20])
    if around.translation:
        yield "translated", around.translation


def _without_negation(words: str, language: Language) -> Iterator[str]:
    if _DROPPED[language].search(words):
        yield " ".join(_DROPPED[language].sub("", words, count=1).split())


def _with_negation(words: str, language: Language) -> Iterator[str]:
    if language == "kk":
        if found := _KAZAKH_VERB.search(words):
            yield words[: found.start()] + _KAZAKH_DENIED[found[0]] + words[found.end() :]
    elif language == "en":
        if found := _ENGLISH_VERB.search(words):
            yield f"{words[: found.end()]} not{words[found.end() :]}"
    else:
        parts = words.split()
        verb = next((i for i, word in enumerate(parts) if _is_russian_verb(word)), None)
        if verb is not None and parts[verb - 1 : verb] not in (["не"], ["Не"]):
            yield " ".join([*parts[:verb], "не", *parts[verb:]])


def _is_russian_verb(word: str) -> bool:
    word = word.strip(".,;:!?«»()")
    return word.isalpha() and word.islower() and russian().parse(word)[0].tag.POS == "VERB"


def _opposite(words: str, language: Language) -> Iterator[str]:
    for pair in _OPPOSITES[language]:
        for this, that in (pair, pair[::-1]):
            found = re.search(rf"\b{this}", words)
            if found:
                yield words[: found.start()] + that + words[found.end() :]
                return


def _other_name(words: str, sentences: Sequence[str], dice: random.Random) -> Iterator[str]:
    """One capitalised word inside the span for another one of the same article."""
    ours = [found for found in _NAME.finditer(words) if found[0][0].isupper()]
    theirs = sorted({m[0] for s in sentences for m in _NAME.finditer(s) if m[0][0].isupper()})
    spare = [name for name in theirs if name not in words]
    if ours and spare:
        found = dice.choice(ours)
        yield words[: found.start()] + dice.choice(spare) + words[found.end() :]
