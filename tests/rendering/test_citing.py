"""Where citations stand, and how they are numbered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import Finding, Quote, Statement
from briefings.rendering.citing import Numberer, short, split_for_citations

if TYPE_CHECKING:
    from briefings.domain import Language


@pytest.mark.parametrize(
    ("language", "text", "before", "after"),
    [
        ("ru", "Форум пройдёт осенью.", "Форум пройдёт осенью", "."),
        ("kk", "Форум күзде өтеді:", "Форум күзде өтеді", ":"),
        ("ru", "Она сказала «нет».", "Она сказала «нет»", "."),
        ("ru", "Она сказала: «Нет.»", "Она сказала: «Нет.»", ""),
        ("ru", "Кто приедет?", "Кто приедет?", ""),
        ("ru", "Приедут!", "Приедут!", ""),
        ("ru", "И так далее…", "И так далее…", ""),
        ("ru", "И так далее...", "И так далее...", ""),
        ("en", "It will be held in autumn.", "It will be held in autumn.", ""),
        ("en", "She said “no”.", "She said “no”.", ""),
    ],
)
def test_citations_stand_where_the_language_puts_them(
    language: Language, text: str, before: str, after: str
) -> None:
    assert split_for_citations(text, language) == (before, after)


@given(st.text(), st.sampled_from(["ru", "kk", "en"]))
def test_placing_citations_loses_no_character_but_blanks_at_the_end(text: str, language: Language) -> None:
    assert "".join(split_for_citations(text, language)) == text.rstrip()


def test_a_heading_keeps_its_letter_in_the_number() -> None:
    assert [short("S8"), short("H1")] == ["8", "h1"]


def test_chips_are_numbered_in_reading_order_and_the_first_of_a_sentence_is_kept() -> None:
    numberer = Numberer("ru")
    first = numberer.statement(Statement("Раз.", "reported", ("S1", "S2")))
    second = numberer.statement(Statement("Два.", "reported", ("S2",)))
    assert [chip.id for chip in (*first.chips, *second.chips)] == ["c1", "c2", "c3"]
    assert numberer.seen == {"S1": "c1", "S2": "c2"}


def test_a_chip_says_whether_its_sentence_is_quoted() -> None:
    quote = Quote("слова", "S2", 0, 5, "ellipsis")
    absent = Quote("иные", "S1", None, None, "absent")
    claim = Numberer("ru").statement(Statement("«слова».", "expert", ("S1", "S2"), quotes=(quote, absent)))
    assert [chip.kind for chip in claim.chips] == ["paraphrase", "ellipsis"]
    assert claim.quotes == (quote,)


def test_only_marks_are_shown_beside_a_printed_statement() -> None:
    mark, other = Finding("tense", "было", "mark"), Finding("date", "будет", "withhold")
    claim = Numberer("ru").statement(Statement("Раз.", "reported", ("S1",), findings=(mark, other)))
    assert claim.notes == (mark,)
