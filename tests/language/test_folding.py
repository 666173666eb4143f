from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.language.folding import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("«Ёлка»", '"елка"'),
        ("80-й", "80‑й"),
        ("мост — это", "мост - это"),
        ("Астана\u00a0и \n Алматы", "астана и алматы"),
        ("и\u0306", "й"),
        ("за́мок", "замок"),
        ("со\u00adгласие", "согласие"),
        ("да...", "да…"),
        ("Za\u0301rate", "Zárate"),
    ],
)
def test_what_a_keyboard_or_a_layout_changes_is_folded_away(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(("one", "other"), [("и", "й"), ("қ", "к"), ("і", "и"), ("ұ", "у"), ("не да", "да")])
def test_letters_and_words_are_kept(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text).text).text == fold(text).text


@given(st.text())
def test_every_folded_letter_knows_where_it_came_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(0 <= offset < len(text) for offset in folded.offsets)
