"""Before is not after, and for is not against."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import LANGUAGE_CODES, Language
from briefings.language.meaning.particles import turns_particle

# source language, source, statement language, statement
Pair = tuple[Language, str, Language, str]

TURNED: list[Pair] = [
    ("ru", "Стороны встретились до саммита.", "ru", "Стороны встретились после саммита."),
    ("ru", "Порт закрыли накануне выборов.", "kk", "Порт сайлаудан кейін жабылды."),
    ("kk", "Тараптар саммитке дейін кездесті.", "kk", "Тараптар саммиттен кейін кездесті."),
    ("kk", "Порт сайлаудан кейін жабылды.", "en", "The port was closed before the election."),
    ("en", "The parties met ahead of the summit.", "en", "The parties met after the summit."),
    ("en", "The port was closed after the election.", "ru", "Порт закрыли перед выборами."),
    ("ru", "Парламент проголосовал за реформу.", "ru", "Парламент проголосовал против реформы."),
    ("ru", "Депутаты высказались против реформы.", "en", "The deputies voted for the reform."),
    ("en", "The council voted in favour of the bill.", "en", "The council voted against the bill."),
    ("kk", "Парламент реформаға қарсы дауыс берді.", "ru", "Парламент проголосовал за реформу."),
]
KEPT: list[Pair] = [
    ("ru", "Стороны встретились до саммита.", "ru", "Накануне саммита стороны встретились."),
    ("ru", "Стороны встретились до саммита, а после саммита уехали.", "ru", "После саммита стороны уехали."),
    ("ru", "Стороны встретились до саммита.", "ru", "Стороны встретились после выборов."),
    ("ru", "Дорога до порта закрыта.", "kk", "Портқа дейін жол жабық."),
    ("kk", "Тараптар саммитке дейін кездесті.", "en", "The parties met before the summit."),
    ("ru", "Парламент проголосовал за реформу.", "en", "Parliament voted for the reform."),
    ("ru", "Порт закрыли. После этого начались выборы.", "ru", "Порт закрыли до выборов."),
    ("en", "The council voted against the bill.", "ru", "Совет проголосовал против законопроекта."),
]


@pytest.mark.parametrize(("there", "source", "here", "statement"), TURNED)
def test_before_for_after_and_for_for_against_are_caught(
    there: Language, source: str, here: Language, statement: str
) -> None:
    assert turns_particle(statement, source, here, there)


@pytest.mark.parametrize(("there", "source", "here", "statement"), KEPT)
def test_the_same_order_or_another_event_passes(
    there: Language, source: str, here: Language, statement: str
) -> None:
    assert turns_particle(statement, source, here, there) == ()


@given(st.sampled_from(TURNED + KEPT), st.sampled_from(LANGUAGE_CODES))
def test_a_text_never_turns_its_own_particles(pair: Pair, language: Language) -> None:
    text = f"{pair[1]} {pair[3]}"
    assert turns_particle(text, text, language) == ()
