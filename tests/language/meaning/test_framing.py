"""Who says it and in what manner needs no source; what is said does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.language.meaning.framing import framing_words, general_words
from briefings.language.meaning.words import content_words

if TYPE_CHECKING:
    from briefings.domain import Language

FRAMED: list[tuple[Language, str, str]] = [
    ("ru", "По убеждению Санжара Окаса, порт опустеет.", "убеждению"),
    ("ru", "Окас указывает на слабое место: «Порт опустеет».", "слабое"),
    ("kk", "Оқас ойын ашық айтты: «Порт бос қалады».", "ашық"),
    ("kk", "Оқастың пайымдауынша, порт бос қалады.", "пайымдауынша"),
    ("en", "To Sanjar Okas’s mind, the port will empty.", "mind"),
    ("en", "In Okas's telling, the port will empty.", "telling"),
    ("en", "Okas sums up in one sentence: “The port will empty.”", "sums"),
]


@pytest.mark.parametrize(("language", "text", "word"), FRAMED)
def test_the_frame_is_told_from_what_it_holds(language: Language, text: str, word: str) -> None:
    said = content_words(text, language)
    framed = {w.text for w in framing_words(text, said, language)}
    assert word in framed
    assert not framed & {"порт", "Порт", "опустеет", "port", "empty"}


def test_a_long_opening_is_a_statement_of_its_own() -> None:
    text = "Окас, вернувшийся с тайной встречи перевозчиков и страховщиков, говорит: «Порт опустеет»."
    framed = {w.text for w in framing_words(text, content_words(text, "ru"), "ru")}
    assert framed == {"говорит"}


@pytest.mark.parametrize(
    ("language", "text", "general"),
    [
        ("ru", "Участники соглашения продали зерно", {"Участники"}),
        ("kk", "Құжатқа қатысушылар астық сатты", {"Құжатқа", "қатысушылар"}),
        ("en", "Both parties sold the grain", {"parties"}),
    ],
)
def test_general_words_stand_for_anything_of_their_kind(
    language: Language, text: str, general: set[str]
) -> None:
    assert {w.text for w in general_words(content_words(text, language), language)} == general
