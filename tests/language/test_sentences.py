from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import LANGUAGE_CODES, Language
from briefings.language.sentences import split


def sentences(text: str, language: Language = "ru") -> list[str]:
    return [text[s.start : s.end] for s in split(text, language)]


@pytest.mark.parametrize(
    ("language", "whole"),
    [
        ("ru", "Президент К.-Ж. Токаев прибыл в г. Алматы."),
        ("ru", "Проект стоит 30 млрд долл. США и 5 млн. тонн в год."),
        ("ru", "Встреча прошла на ул. Абая, д. 5, и т.д. по списку."),
        ("ru", "22 сентября 2025 г. Президент открыл форум."),
        ("ru", "«Зачем?» — спросил он."),
        ("ru", "Он спросил: «Когда?» и ушёл."),
        ("kk", "Қ. Оспанов 2025 ж. 5 мамырда келді."),
        ("kk", "«Неге?» – деді ол."),
        ("en", "Mr. A. B. Smith met U.S. Senator Jones at 5 p.m. on Sept. 3."),
        ("en", "The U.N. General Assembly opened."),
        ("en", "“Why?” Askar Bekov asked."),
        ("en", "It costs 3.5 million, e.g. for roads, vs. 2.1 before."),
    ],
)
def test_a_short_form_or_a_tag_does_not_end_the_sentence(language: Language, whole: str) -> None:
    assert sentences(whole, language) == [whole]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("ru", ["Это было в 2025 г.", "Но это не всё."]),
        ("ru", ["Рост составил 5 млрд.", "Это много!", "Почему?", "Никто не знает…"]),
        ("ru", ["— Да, — сказал он.", "— А потом?"]),
        ("kk", ["Ол келді.", "Бұл маңызды ма?", "Иә."]),
        ("en", ["He lives in the U.S.", "The law changed.", "“We go.”", "She left."]),
        ("en", ["It was founded by Foo Inc.", "However, it failed."]),
    ],
)
def test_sentences_are_cut_where_they_end(language: Language, parts: list[str]) -> None:
    assert sentences(" ".join(parts), language) == parts


def test_a_direct_quotation_keeps_its_inner_sentences() -> None:
    text = '"Мы ждём. Это важно. Поэтому едем", - сказал политолог.'
    assert sentences(text) == ['"Мы ждём.', "Это важно.", 'Поэтому едем", - сказал политолог.']


def test_a_heading_is_never_glued_to_the_next_paragraph() -> None:
    text = "Переговоры в Астане\nСтороны встретились утром. Они спорили.\n\nИтоги\nДоговор готов."
    units = split(text, "ru")
    assert [(u.id, text[u.start : u.end]) for u in units] == [
        ("H1", "Переговоры в Астане"),
        ("S1", "Стороны встретились утром."),
        ("S2", "Они спорили."),
        ("H2", "Итоги"),
        ("S3", "Договор готов."),
    ]


def test_a_markdown_heading_leaves_its_hashes_outside() -> None:
    text = "## Итоги дня!\n\nДоговор готов."
    heading, sentence = split(text, "ru")
    assert (heading.id, text[heading.start : heading.end], sentence.id) == ("H1", "Итоги дня!", "S1")


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    text = (
        "The ministry said on Monday that the talks on grain transit would be\n"
        "held in Astana in March and that both delegations had agreed on the\n"
        "agenda. No date was given."
    )
    units = split(text, "en")
    assert [u.paragraph for u in units] == [1, 1]
    assert text[units[0].start : units[0].end].endswith("agenda.")


def test_the_text_before_start_is_left_out() -> None:
    text = " date 2025-09-22 Астана приняла гостей."
    (only,) = split(text, "ru", start=17)
    assert (only.start, text[only.start : only.end]) == (17, "Астана приняла гостей.")


def test_a_text_without_letters_has_no_sentence() -> None:
    assert split(" \n\n--- *** ...\n", "en") == ()


@given(st.text(alphabet='аБв. \n!?«»"—г5A.b…#', max_size=200), st.sampled_from(LANGUAGE_CODES))
def test_offsets_are_ordered_disjoint_and_cover_every_letter(text: str, language: Language) -> None:
    units = split(text, language)
    covered: set[int] = set()
    last = 0
    for unit in units:
        assert last <= unit.start < unit.end <= len(text)
        assert not text[unit.start].isspace()
        assert not text[unit.end - 1].isspace()
        covered |= set(range(unit.start, unit.end))
        last = unit.end
    assert {i for i, c in enumerate(text) if c.isalnum()} <= covered


@given(st.text(max_size=300), st.sampled_from(LANGUAGE_CODES))
def test_numbers_run_without_a_gap_whatever_the_text(text: str, language: Language) -> None:
    units = split(text, language)
    for kind, letter in (("sentence", "S"), ("heading", "H")):
        ids = [u.id for u in units if u.kind == kind]
        assert ids == [f"{letter}{n}" for n in range(1, len(ids) + 1)]
