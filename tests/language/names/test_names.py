"""Finding names and roles. All people and bodies but states and capitals are invented."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.domain import LANGUAGE_CODES, Language
from briefings.language.names import find_names

PEOPLE: list[tuple[Language, str, list[tuple[str, str | None]]]] = [
    ("ru", "Политолог Асхат Бериков отмечает рост.", [("Асхат Бериков", "Политолог")]),
    (
        "ru",
        "Директор Центра «Аспан» Айгуль Отарова сообщила.",
        [("Айгуль Отарова", "Директор Центра «Аспан»")],
    ),
    ("ru", "Советник президента Марат Сериков прибыл.", [("Марат Сериков", "Советник президента")]),
    (
        "ru",
        "Об этом заявил министр труда и социальной защиты Ерлан Оразов.",
        [("Ерлан Оразов", "министр труда и социальной защиты")],
    ),
    ("ru", "Болат Отаев, директор Института рек, доволен.", [("Болат Отаев", "директор Института рек")]),
    ("ru", "Спорит юрист-международник Болат Отаев.", [("Болат Отаев", "юрист-международник")]),
    (
        "kk",
        "Бұл туралы «Көкше» орталығының экономисі Ерлан Бекенов айтты.",
        [("Ерлан Бекенов", "«Көкше» орталығының экономисі")],
    ),
    (
        "kk",
        "Көлік министрлігі Логистика департаментінің директоры Ерлан Бекенов келді.",
        [("Ерлан Бекенов", "Көлік министрлігі Логистика департаментінің директоры")],
    ),
    (
        "en",
        "The Minister of Trade and Integration Arman Bekenov arrived.",
        [("Arman Bekenov", "Minister of Trade and Integration")],
    ),
    ("en", "Pumps came from Norway's Fjell Vann.", []),
    ("en", "Shipping company Breeze Cargo is buying ferries.", []),
    ("kk", "«Ерке Құрал» компаниясы жабылды.", []),
    ("ru", "И.о. министра энергетики Асхат Жумаев выступил.", [("Асхат Жумаев", "И.о. министра энергетики")]),
    ("ru", "Встреча с бывшим послом Иваном Котовым.", [("Иваном Котовым", "бывшим послом")]),
    ("ru", "На вопрос о возможной встрече Ивана Котова он не ответил.", [("Ивана Котова", None)]),
    ("ru", "Визит Ивана Котова в Астану начался.", [("Ивана Котова", None)]),
    ("ru", "К.-Ж. Отаров встретил гостей.", [("К.-Ж. Отаров", None)]),
    ("ru", "Выступил ТАЛГАТ БЕРИКОВ.", [("ТАЛГАТ БЕРИКОВ", None)]),
    (
        "ru",
        "Выступила Әсел Нұртуған, за ней Қайрат Сейітов.",
        [("Әсел Нұртуған", None), ("Қайрат Сейітов", None)],
    ),
    (
        "ru",
        "В работе занята Ирина Полонская. Полонская довольна.",
        [("Ирина Полонская", None), ("Полонская", None)],
    ),
    (
        "ru",
        "Приехал Джон Марлоу (John Marlowe) из Лондона.",
        [("Джон Марлоу", None), ("John Marlowe", None)],
    ),
    ("en", "Political analyst Askhat Berikov told reporters.", [("Askhat Berikov", "Political analyst")]),
    (
        "en",
        "Askhat Berikov, a senior fellow at the Dala Institute, said so. Berikov left.",
        [("Askhat Berikov", "senior fellow at the Dala Institute"), ("Berikov", None)],
    ),
    ("en", "Deputy Foreign Minister Roman Orlov arrived.", [("Roman Orlov", "Deputy Foreign Minister")]),
    ("en", "Meanwhile President Otarov's visit went on.", [("Otarov", "President")]),
    ("en", "According to Kazakh economist Daniyar Bekov, it is.", [("Daniyar Bekov", "Kazakh economist")]),
    ("en", "In Helen Ostrander's view, the road is late.", [("Helen Ostrander", None)]),
    ("en", "Ursula von der Walde spoke in Karaganda.", [("Ursula von der Walde", None)]),
    ("en", "Kazakhstan's Foreign Ministry denied it on Monday.", []),
    ("en", "The Cold War and the World Cup are over.", []),
    ("kk", "Саясаттанушы Асхат Беріков атап өтті.", [("Асхат Беріков", "Саясаттанушы")]),
    (
        "kk",
        "Дала институтының директоры Айгүл Отарова деді.",
        [("Айгүл Отарова", "Дала институтының директоры")],
    ),
    ("kk", "Қ. Сейітов, саясаттанушы, айтты.", [("Қ. Сейітов", "саясаттанушы")]),
    (
        "kk",
        "Бүгін Сыртқы істер министрі Мұрат Орынғали Астанада сөйледі.",
        [("Мұрат Орынғали", "Сыртқы істер министрі")],
    ),
    (
        "kk",
        "Жиынға Асхат Беріков келді. Беріковтің айтуынша, жол ашылады.",
        [("Асхат Беріков", None), ("Беріковтің", None)],
    ),
    ("kk", "Кеше Айгүл Отарова Қарағандыда болды.", [("Айгүл Отарова", None)]),
    ("kk", "Орталық Азия елдері кездесті.", []),
]
OTHERS: list[tuple[Language, str, set[tuple[str, str]]]] = [
    ("ru", "В Астане открылся офис ООН.", {("place", "Астане"), ("organisation", "ООН")}),
    (
        "en",
        "The Ministry of Trade and Integration met the UN General Assembly in Tashkent.",
        {
            ("organisation", "Ministry of Trade and Integration"),
            ("organisation", "UN General Assembly"),
            ("place", "Tashkent"),
        },
    ),
    (
        "kk",
        "Сыртқы істер министрлігінде БҰҰ-ның Қазақстандағы кеңсесі туралы айтылды.",
        {
            ("organisation", "Сыртқы істер министрлігінде"),
            ("organisation", "БҰҰ-ның"),
            ("place", "Қазақстандағы"),
        },
    ),
]


@pytest.mark.parametrize(("language", "text", "expected"), PEOPLE)
def test_people_are_found_with_their_roles(
    language: Language, text: str, expected: list[tuple[str, str | None]]
) -> None:
    found = [(name.text, name.role) for name in find_names(text, language) if name.kind == "person"]
    assert found == expected


@pytest.mark.parametrize(("language", "text", "expected"), OTHERS)
def test_bodies_and_places_are_found_whole(
    language: Language, text: str, expected: set[tuple[str, str]]
) -> None:
    assert {(name.kind, name.text) for name in find_names(text, language)} == expected


def test_a_role_is_never_borrowed_from_the_person_before() -> None:
    names = find_names("Министр Иван Котов и Пётр Львов спорят.", "ru")
    assert [(name.text, name.role) for name in names] == [("Иван Котов", "Министр"), ("Пётр Львов", None)]


def test_a_name_does_not_run_across_lines() -> None:
    names = find_names("Рост\nАсхат Бериков\nИван Котов", "ru")
    assert [name.text for name in names if name.kind == "person"] == ["Асхат Бериков", "Иван Котов"]


@pytest.mark.parametrize("language", LANGUAGE_CODES)
@pytest.mark.parametrize("text", ["", " ", "\n \n", "…", "1 000", " " * 3000, "Я" * 3000])
def test_a_text_without_names_has_none(text: str, language: Language) -> None:
    assert [name for name in find_names(text, language) if name.kind == "person"] == []


@given(
    st.text(alphabet="АБИванПетровқәіңAbcde .,-«»\"'’()\n\r!ё1ßİ́", max_size=80),
    st.sampled_from(LANGUAGE_CODES),
)
@settings(deadline=None, max_examples=60)
def test_offsets_hold_and_names_never_overlap_whatever_the_text(text: str, language: Language) -> None:
    names = find_names(text, language)
    for name in names:
        assert text[name.start : name.end] == name.text != ""
        if name.role is not None:
            assert name.role_start is not None
            assert text[name.role_start : name.role_start + len(name.role)] == name.role
    assert all(a.end <= b.start for a, b in itertools.pairwise(names))
