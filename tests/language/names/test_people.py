"""The people of an article under one name each. All people are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.language.names import find_names, people, resolve

if TYPE_CHECKING:
    from briefings.domain import Language

ARTICLES: list[tuple[Language, str, list[tuple[str, str | None, int]]]] = [
    (
        "ru",
        "По словам Асхата Берикова, рост есть. Политолог Асхат Бериков спокоен. С Бериковым согласны.",
        [("Асхат Бериков", "Политолог", 3)],
    ),
    ("ru", "Встреча с Дональдом Брампом прошла.", [("Дональд Брамп", None, 1)]),
    ("ru", "Беседа с Гульнарой Есеновой.", [("Гульнара Есенова", None, 1)]),
    ("ru", "С Рамоном Гартом спорят. Гарт молчит.", [("Рамон Гарт", None, 2)]),
    ("ru", "У политолога Кайсаба Тлеубаева иной взгляд.", [("Кайсаб Тлеубаев", "политолога", 1)]),
    ("ru", "А. Бериков спорит. Т. Бериков молчит.", [("А. Бериков", None, 1), ("Т. Бериков", None, 1)]),
    (
        "ru",
        "Нурлан Отаров и Динара Отарова спорят. Отаров ушёл. Отарова осталась. С Отаровым согласны.",
        [("Нурлан Отаров", None, 3), ("Динара Отарова", None, 1), ("Отарова", None, 1)],
    ),
    ("ru", "ТАЛГАТ БЕРИКОВ доволен.", [("Талгат Бериков", None, 1)]),
    ("ru", "Историк Лия Чагаева спорит. С Чагаевой согласны.", [("Лия Чагаева", "Историк", 2)]),
    # A surname that is a trade, and that looks like a possessive
    ("kk", "Сарапшы Раушан Ғалым келді. Ғалымның айтуынша, жақсы.", [("Раушан Ғалым", "Сарапшы", 2)]),
    # A surname that looks like a possessive in the accusative, and one made of a town
    ("kk", "Кеңесші Зарина Құсайын келісті.", [("Зарина Құсайын", "Кеңесші", 1)]),
    ("kk", "Министр Ерлан Оралов келді. Ораловтың айтуынша, жақсы.", [("Ерлан Оралов", "Министр", 2)]),
    # A role with the name of its body behind it
    (
        "ru",
        "С ним спорит Анна Ридова, директор центра политики «Вектор».",
        [("Анна Ридова", "директор центра политики «Вектор»", 1)],
    ),
    ("kk", "Еділ Мәженовтің айтуынша, жақсы. Мәженов келді.", [("Еділ Мәженов", None, 2)]),
    ("kk", "Сарапшы Берік Момынұлына хат келді.", [("Берік Момынұлы", "Сарапшы", 1)]),
    (
        "en",
        "Economist Helen Ostrander spoke. Ostrander's book is out. H. Ostrander left.",
        [("Helen Ostrander", "Economist", 3)],
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), ARTICLES)
def test_mentions_join_under_the_fullest_nominative(
    language: Language, text: str, expected: list[tuple[str, str | None, int]]
) -> None:
    found = [
        (person.name, person.role, len(person.mentions)) for person in people(find_names(text, language))
    ]
    assert found == expected


def test_gender_is_told_by_the_form_or_the_given_name() -> None:
    text = "Айгуль Ким, Асхат Бериков и Морган Ли приехали."
    assert {p.name: p.gender for p in people(find_names(text, "ru"))} == {
        "Айгуль Ким": "f",
        "Асхат Бериков": "m",
        "Морган Ли": None,
    }


def test_every_person_of_the_text_is_resolved_and_nothing_else_is() -> None:
    names = find_names("Асхат Бериков приехал в Астану. Берикова ждали.", "ru")
    assert [name.kind for name in names] == ["person", "place", "person"]
    assert resolve(names) == {0: "Асхат Бериков", 2: "Асхат Бериков"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "ru",
            "Игнат Лобов встал рано. Лобов ушёл. Игнат Петрович вернулся. У Игната есть лодка.",
            "Игнат Лобов",
        ),
        ("ru", "Астрид Вольф приехала. Астрид рада. Мы слушали Вольф.", "Астрид Вольф"),
        ("kk", "Астрид Вольф Верданадан келді. Астрид қуанды. Вольфтың кемесі бар.", "Астрид Вольф"),
        ("en", "Helen Brandt came early. Brandt left. They like Helen.", "Helen Brandt"),
    ],
)
def test_a_given_name_a_surname_and_a_patronymic_are_one_person(
    language: Language, text: str, name: str
) -> None:
    assert [person.name for person in people(find_names(text, language))] == [name]


def test_a_woman_whose_given_name_ends_like_a_mans_surname_stays_a_woman() -> None:
    assert [p.gender for p in people(find_names("Катрин Вольф приехала.", "ru"))] == ["f"]
