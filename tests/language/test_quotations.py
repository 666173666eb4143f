from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.language.quotations import find_quotations
from briefings.language.quoted_words import in_quotation_marks, own_words


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("роль «средней державы» и «моста»", ["средней державы", "моста"]),
        ("он сказал «ждём „завтра“ ответа» и ушёл", ["ждём „завтра“ ответа"]),
        ('"so it is", he said', ["so it is"]),
        ("“A” and “B”", ["A", "B"]),
        ("the analysts’ view doesn’t count", []),
        ("he called it ‘a fair deal’ yesterday", ["a fair deal"]),
        ("he called it 'a fair deal' yesterday", ["a fair deal"]),
        ("it's the state's 'own' plan", ["own"]),
        ("„Так“ сказано", ["Так"]),
        ("пусто «» здесь", []),
    ],
)
def test_what_stands_in_quotation_marks_is_found(text: str, quoted: list[str]) -> None:
    assert [q.text for q in find_quotations(text)] == quoted


def test_a_mark_never_closed_quotes_to_the_end() -> None:
    (quotation,) = find_quotations("он сказал «ждём ответа")
    assert (quotation.text, quotation.closed) == ("ждём ответа", False)


@given(st.text(alphabet="аб «»“”„\"'’ "))
def test_offsets_of_a_quotation_are_its_words(text: str) -> None:
    for quotation in find_quotations(text):
        assert text[quotation.start : quotation.end] == quotation.text


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ('"Мы ждём.', "Мы ждём"),
        ("Это важно.", "Это важно"),
        ("Неужели...", "Неужели..."),
        ('Поэтому едем", - сказал политолог.', "Поэтому едем"),
        ("«Да», — сказал он.", "Да"),
        ("“We will,” she said.", "We will"),
        ("Он заявил: «Мы начали.", "Мы начали"),
        ("Он сказал: «Да, готовы».", None),
        ('страна как "мост" между ними', None),
    ],
)
def test_own_words_leave_the_tag_behind(sentence: str, own: str | None) -> None:
    assert own_words(sentence) == own


def test_each_language_has_its_own_quotation_marks() -> None:
    assert [in_quotation_marks("x", language) for language in ("ru", "kk", "en")] == ["«x»", "«x»", "“x”"]
