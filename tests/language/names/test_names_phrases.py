"""Russian noun phrases in the nominative."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.language.names.phrases import adjectives_start, nominative


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Национальном банке Верданы", "Национальный банк Верданы"),
        ("министерства связи республики", "министерство связи"),
        ("Каспийской линии", "Каспийская линия"),
        ("секретариата фонда", "секретариат фонда"),
        ("пресс-службе министерства", "пресс-служба министерства"),
        ("Евразийского банка развития", "Евразийский банк развития"),
        ("КазДалаТемира", "КазДалаТемир"),
        ("компании «Казбур»", "компания «Казбур»"),
    ],
)
def test_adjectives_and_noun_go_into_the_nominative_and_the_rest_stays(printed: str, expected: str) -> None:
    assert nominative(printed) == expected


@given(st.text(max_size=30))
def test_a_nominative_never_adds_a_word(phrase: str) -> None:
    assert nominative(phrase).count(" ") <= phrase.count(" ")


def test_a_month_is_no_adjective_of_the_body_behind_it() -> None:
    text = "сообщило 20 мая министерство"
    assert adjectives_start(text, text.index("министерство"), len(text)) == text.index("министерство")
