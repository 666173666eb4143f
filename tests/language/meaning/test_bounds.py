"""At least is not at most: a figure keeps the side from which its source bounds it."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import LANGUAGE_CODES, Language
from briefings.language.meaning.bounds import loses_bound, turns_bound

LEAST: list[tuple[Language, str]] = [
    ("ru", "Порт примет не менее 40 судов."),
    ("ru", "Порт примет не менее чем 40 судов."),
    ("ru", "Порт примет минимум 40 судов."),
    ("ru", "Порт примет по меньшей мере 40 судов."),
    ("ru", "Порт примет более 40 судов."),
    ("ru", "Порт примет 40 судов или больше."),
    ("kk", "Порт кемінде 40 кеме қабылдайды."),
    ("kk", "Порт 40 кемеден кем емес қабылдайды."),
    ("kk", "Порт 40 кемеден астамын қабылдайды."),
    ("kk", "Порт қабылдайтын кеме саны 40 кемеден асады."),
    ("en", "The port will take at least 40 ships."),
    ("en", "The port will take no fewer than 40 ships."),
    ("en", "The port will take a minimum of 40 ships."),
    ("en", "The port will take more than 40 ships."),
    ("en", "The port will take 40 or more ships."),
]
MOST: list[tuple[Language, str]] = [
    ("ru", "Порт примет не более 40 судов."),
    ("ru", "Порт примет максимум 40 судов."),
    ("ru", "Порт примет до 40 судов."),
    ("ru", "Порт примет менее 40 судов."),
    ("kk", "Порт ең көбі 40 кеме қабылдайды."),
    ("kk", "Порт 40 кемеден артық емес қабылдайды."),
    ("kk", "Порт қабылдайтын кеме саны 40 кемеден аспайды."),
    ("kk", "Порт 40-қа дейін кеме қабылдайды."),
    ("kk", "Порт 40 кемеден азын қабылдайды."),
    ("en", "The port will take at most 40 ships."),
    ("en", "The port will take up to 40 ships."),
    ("en", "The port will take no more than 40 ships."),
    ("en", "The port will take fewer than 40 ships."),
]
UNBOUNDED: list[tuple[Language, str]] = [
    ("ru", "Порт примет 40 судов."),
    ("ru", "Порт примет около 40 судов."),
    ("kk", "Порт 40 кеме қабылдайды."),
    ("en", "The port will take 40 ships."),
]
DATES: list[tuple[Language, str, Language, str]] = [
    ("ru", "Порт откроют не позднее 5 мая.", "ru", "Порт откроют не раньше 5 мая."),
    ("ru", "Мост построят до 2030 года.", "ru", "Мост построят после 2030 года."),
    ("ru", "Мост построят к 2030 году.", "kk", "Көпір 2030 жылдан кейін салынады."),
    ("kk", "Көпір 2030 жылға дейін салынады.", "en", "The bridge will be built after 2030."),
    ("kk", "Порт 5 мамырдан кешіктірмей ашылады.", "ru", "Порт откроют не раньше 5 мая."),
    ("en", "The bridge will be built by 2030.", "en", "The bridge will be built from 2030."),
]
HALVES: list[tuple[Language, str, Language, str]] = [
    ("kk", "БҰҰ шығынның жартысынан көбін өтейді.", "kk", "БҰҰ шығынның жартысынан азын өтейді."),
    ("kk", "БҰҰ шығынның жартысынан көбін өтейді.", "ru", "ООН возместит меньше половины расходов."),
    ("en", "The UN will repay more than half.", "ru", "ООН возместит менее половины."),
]


@pytest.mark.parametrize(("there", "source"), LEAST)
def test_at_most_for_at_least_is_caught_in_any_wording(there: Language, source: str) -> None:
    for here, statement in MOST:
        assert turns_bound(statement, source, here, there), statement
        assert turns_bound(source, statement, there, here), statement


@pytest.mark.parametrize("alike", [LEAST, MOST], ids=["least", "most"])
def test_the_same_bound_in_other_words_passes(alike: list[tuple[Language, str]]) -> None:
    for (there, source), (here, statement) in itertools.product(alike, alike):
        assert turns_bound(statement, source, here, there) == (), (source, statement)


@pytest.mark.parametrize(("here", "statement"), UNBOUNDED)
def test_a_figure_without_a_bound_clashes_with_none(here: Language, statement: str) -> None:
    for there, source in LEAST + MOST:
        assert turns_bound(statement, source, here, there) == ()
        assert turns_bound(source, statement, there, here) == ()


@pytest.mark.parametrize(("there", "source", "here", "statement"), DATES + HALVES)
def test_a_date_or_a_half_bounded_from_the_other_side_is_caught(
    there: Language, source: str, here: Language, statement: str
) -> None:
    assert turns_bound(statement, source, here, there)


@pytest.mark.parametrize(
    ("language", "source", "statement"),
    [
        ("ru", "Примут от 40 до 60 судов.", "Примут до 60 судов, но не меньше 40."),
        ("ru", "В мае примут не менее 40 судов, в июне не более 40 судов.", "В июне примут до 40 судов."),
        ("ru", "Примут не менее 40 судов.", "Примут не более 50 судов."),
        ("kk", "Экспорт 20 пайызға көп болды.", "Экспорт 20 пайызға аз емес."),
    ],
)
def test_another_figure_or_both_bounds_pass(language: Language, source: str, statement: str) -> None:
    assert turns_bound(statement, source, language) == ()


def test_a_clash_shows_bound_and_figure_on_either_side() -> None:
    source, statement = "Порт примет не менее 40 судов.", "The port will take up to 40 ships."
    (clash,) = turns_bound(statement, source, "en", "ru")
    assert (clash.said.text, clash.source.text) == ("up to 40", "не менее 40")
    assert statement[clash.said.start : clash.said.end] == clash.said.text
    assert source[clash.source.start : clash.source.end] == clash.source.text


@given(
    st.lists(st.sampled_from(LEAST + MOST + UNBOUNDED), min_size=1, max_size=4),
    st.sampled_from(LANGUAGE_CODES),
)
def test_a_text_never_turns_its_own_bounds(parts: list[tuple[Language, str]], language: Language) -> None:
    text = " ".join(sentence for own, sentence in parts if own == language)
    assert turns_bound(text, text, language) == ()


@pytest.mark.parametrize(
    ("language", "text", "cut", "loses"),
    [
        ("ru", "Порт примет не менее 40 судов.", "не менее", True),
        ("ru", "Порт откроют не ранее, чем через два года.", "не ранее,", True),
        ("ru", "Порт примет не менее 40 судов.", "Порт примет", False),
        ("ru", "Порт примет не менее 40 судов.", "не менее 40 судов", False),
        ("kk", "Порт 40 кемеден астамын қабылдайды.", "астамын", True),
        ("en", "The port will take at least 40 ships.", "at least", True),
        ("en", "The port will take 40 or more ships.", "The port", False),
    ],
)
def test_a_cut_may_take_the_bound_of_a_figure_that_stays(
    language: Language, text: str, cut: str, loses: bool
) -> None:
    start = text.index(cut)
    assert loses_bound(text, start, start + len(cut), language) == loses
