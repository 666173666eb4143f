"""Whether two printed names mean one person. All people are invented."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefings.language.names import same_person
from briefings.language.names.script import letters, sound

SAME = [
    ("Берикову", "Асхат Бериков"),
    ("Асхата Берикова", "А. Бериков"),
    ("А.К. Бериков", "Асхат Бериков"),
    ("Бериков Асхат", "Асхат Бериков"),
    ("Бериков Асхат Кенесович", "Асхат Бериков"),
    ("Асхат Кенесович", "Асхат Бериков"),
    ("АСХАТ БЕРИКОВ", "Берикова"),
    ("политолог Асхат Бериков", "Берикову"),
    ("Ж.-М. Отаров", "Жан-Мухтар Отаров"),
    ("Ж. Отаров", "Жан-Мухтар Отаров"),
    ("Павла Кравца", "Павел Кравец"),
    ("Никиты Орлова", "Никита Орлов"),
    ("Зеленогорскому", "Юрий Зеленогорский"),
    ("Мариной Толстой", "Марина Толстая"),
    ("Урсулы фон дер Вальде", "Вальде"),
    ("Ли Цзяньпину", "Ли"),
    ("Серика Нуртуғана", "Серік Нұртуған"),
    ("Сейітовтің", "Қанат Сейітов"),
    ("Қ. Сейітов", "Қанат Сейітовке"),
    ("Момынұлына", "Берік Момынұлы"),
    ("Әлихан Смайылов", "Алихан Смаилов"),
    ("Бейбіт Көшербаев", "Бейбита Кошербаева"),
    ("Mr Berikov", "Асхат Бериков"),
    ("Asqat Berikov's", "Асқат Бериков"),
    ("Ye. Karin", "Ерлан Карин"),
    ("John F. Marlowe", "Marlowe"),
    ("Donald Brump", "Дональдом Брампом"),
    ("Elizabeth Warden", "Элизабет Уорден"),
    ("Раушан Серқалиеваның", "Раушан Серқалиева"),
    ("Yu. Serkaliyev", "Юрий Серкалиев"),
    ("I. Serkaliyev", "Ілияс Серкалиев"),
    ("Y. Serkaliyev", "Ықылас Серкалиев"),
    ("Е. Серкалиев", "Yerlan Serkaliyev"),
    ("Қ. Серкалиев", "Канат Серкалиев"),
]
# The habits of transliteration, word by word.
SPELLINGS = [
    "Тоқанов Токанов Tokanov Toqanov",
    "Қалиев Калиев Kaliyev Kaliev",
    "Ақылбек Акылбек Akylbek",
    "Жұмабаев Жумабаев Zhumabayev Jumabayev Zhumabaev",
    "Нұртілеу Нуртлеу Nurtleu",
    "Қасым-Жомарт Касым-Жомарт Kassym-Jomart Qasym-Jomart",
    "Беленский Belensky Belenskiy Belenskyy",
    "Сәдуақасова Садвакасова Sadvakassova",
    "Мирзиёев Mirziyoyev",
    "Айгүл Айгуль Aigul Aigül",
    "Юрий Yuri Yury Yuriy",
    "Ержан Yerzhan Erjan",
    "Хасанов Khasanov Hasanov",
    "Щербаков Shcherbakov",
    "Цой Tsoi Tsoy",
    "Джапаров Жапаров Japarov Zhaparov",
    "Сарсылдыев Sarsyldyev",
    "Сарсылдыев Sarsyldyyev",
    "Ветлищев Vetlishchev",
    "Кармасханов Karmaskhanov",
    "Тілеулесов Тлеулесов Tleulessov",
    "Дольев Dolyev Doliev",
    "Астафьев Astafyev Astafiev",
    "Байсеркин Bayserkin Baiserkin",
    "Юмагузин Yumaguzin Iumaguzin",
    "Лядовский Lyadovsky Liadovskii",
    "Рассадин Rassadin Rasadin",
    "Вериленко Verylenko",
    "Вериленко Verilenko",
    "Зинсхайм Sinsheim",
]
DIFFERENT = [
    ("Нурлан Нурланов", "Динара Нурланова"),
    ("Нурланов", "Динара Нурланова"),
    ("А. Бериков", "Т. Бериков"),
    ("Асхат Бериков", "Айдос Бериков"),
    ("Бериков", "Бориков"),
    ("Асхат Бериков", "Askhat Borikov"),
    ("Канат Сейтов", "Канат Отаров"),
    ("Асхат Бериков", "Асхат Беримов"),
    ("Дана Ким", "Dina Kim"),
    ("Асхат Кенесович", "Асхат Маратович"),
    ("Эрик Брамп", "Дональд Брамп"),
    ("Асхат", "Асхат Бериков"),
    ("Яна Отарова", "Anna Otarova"),
    ("Канат Тылеков", "Kanat Tilekov"),
    ("Канат Тілекбаев", "Kanat Tylekbayev"),
    ("Канат Мусеев", "Kanat Musiyev"),
    ("Канат Байжов", "Kanat Bazhov"),
    ("Канат Шурин", "Kanat Shchurin"),
    ("Канат Геннатов", "Kanat Genatov"),
    ("Канат Осовчук", "Kanat Osavchuk"),
    ("Канат Столяр", "Kanat Stolyarov"),
    ("Сәкен Қарғжан", "Saken Qargyzhan"),
    ("Ержан Серқалиев", "І. Серқалиев"),
    ("Ержан Серқалиев", "I. Serqaliyev"),
    ("Юлия Серкалиева", "Ye. Serkaliyeva"),
    ("Раушан Серкалиев", "Раушан Серкалиева"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_person_is_known_in_any_case_alphabet_and_length(a: str, b: str) -> None:
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize("spellings", SPELLINGS)
def test_one_name_is_known_in_each_of_its_spellings(spellings: str) -> None:
    assert [p for p in combinations(spellings.split(), 2) if not same_person(*p)] == []


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_people_stay_two(a: str, b: str) -> None:
    assert not same_person(a, b)
    assert not same_person(b, a)


def test_a_bare_surname_in_a_doubtful_form_fits_both_twins() -> None:
    assert same_person("Нурланова", "Нурлан Нурланов")
    assert same_person("Нурланова", "Динара Нурланова")


HARD, OV, OVA, A, SOFT, SKY = (
    "- а у а ом е",
    "- а у а ым е",
    "а ой ой у ой ой",
    "а ы е у ой е",
    "й я ю я ем е",
    "ий ого ому ого им ом",
)
RUSSIAN = [
    ("Талгат", HARD, "Бериков", OV),
    ("Канат", HARD, "Сейтов", OV),
    ("Жан-Мухтар", HARD, "Отаев", OV),
    ("Дональд", HARD, "Брамп", HARD),
    ("Буркитбай", SOFT, "Аятан", HARD),
    ("Сергей", SOFT, "Ларин", OV),
    ("Гюнтер", HARD, "Вольф", HARD),
    ("Владимир", HARD, "Беленский", SKY),
    ("Динара", A, "Бериковой", OVA),
    ("Гульмира", A, "Илеушева", OVA),
    ("Мадина", A, "Карина", OVA),
    ("Айгуль", "", "Сейтова", OVA),
    ("Мурат", HARD, "Нуртугел", HARD),
    ("Роман", HARD, "Василенко", ""),
    ("Урсула", A, "Лейден", ""),
]


def _declined(word: str, endings: str) -> list[str]:
    if not endings:
        return [word] * 6
    first, *rest = [ending.strip("-") for ending in endings.split()]
    stem = word[: len(word) - len(first)] if first else word
    return [stem + ending for ending in (first, *rest)]


def test_russian_names_are_known_in_all_six_cases_and_taken_for_nobody_else() -> None:
    people = {
        f"{given} {surname}": list(zip(_declined(given, a), _declined(surname, b), strict=True))
        for given, a, surname, b in RUSSIAN
        if surname != "Бериковой"
    }
    forms = [(full, f"{g} {s}") for full, pairs in people.items() for g, s in pairs]
    assert len(forms) == 84
    assert [form for form in forms if not same_person(*form)] == []
    assert [(p, f) for p in people for full, f in forms if p != full and same_person(p, f)] == []


# Genitive, dative, accusative, locative, ablative, instrumental.
KAZAKH = [
    ("Сейітов", "Сейітовтің Сейітовке Сейітовті Сейітовте Сейітовтен Сейітовпен"),
    ("Қаратай", "Қаратайдың Қаратайға Қаратайды Қаратайда Қаратайдан Қаратаймен"),
    ("Мәженова", "Мәженованың Мәженоваға Мәженованы Мәженовада Мәженовадан Мәженовамен"),
    ("Бекқожа", "Бекқожаның Бекқожаға Бекқожаны Бекқожада Бекқожадан Бекқожамен"),
    ("Тілеуберді", "Тілеубердінің Тілеубердіге Тілеубердіні Тілеубердіде Тілеубердіден Тілеубердімен"),
    ("Ақтас", "Ақтастың Ақтасқа Ақтасты Ақтаста Ақтастан Ақтаспен"),
    ("Дәурен", "Дәуреннің Дәуренге Дәуренді Дәуренде Дәуреннен Дәуренмен"),
    ("Жүсіп", "Жүсіптің Жүсіпке Жүсіпті Жүсіпте Жүсіптен Жүсіппен"),
    ("Орынғали", "Орынғалидың Орынғалиға Орынғалиды Орынғалида Орынғалидан Орынғалимен"),
    ("Момынұлы", "Момынұлының Момынұлына Момынұлын Момынұлында Момынұлынан Момынұлымен"),
]


@pytest.mark.parametrize(("name", "forms"), KAZAKH)
def test_kazakh_names_are_known_in_all_cases_and_taken_for_nobody_else(name: str, forms: str) -> None:
    for form in forms.split():
        assert same_person(name, form)
        assert same_person(f"Берік {name}", f"Б. {form}")
        assert [other for other, _ in KAZAKH if other != name and same_person(other, form)] == []


NAMES = st.text(alphabet="АБКабикоевнуйыяқәіңABKaboevniyh .-'", max_size=24)


@given(NAMES, NAMES)
@example("", ".")
def test_being_the_same_person_is_mutual_and_holds_of_oneself(a: str, b: str) -> None:
    assert same_person(a, a)
    assert same_person(a, b) == same_person(b, a)


@given(st.text(max_size=20))
def test_keys_of_any_text_are_made_and_letters_are_folded_once(word: str) -> None:
    assert letters(letters(word)) == letters(word)
    assert sound(word.lower()) == sound(letters(word))


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Holly Willoughby", "Холли Уиллоуби"),
        ("Nigel Farage", "Найджел Фараж"),
        ("Gus Poyet", "Гаса Пойета"),
        ("James Moyes", "Джеймсом Мойесом"),
        ("Michael Vann", "Майклу Ванну"),
        ("Christion Abercrombie", "Кристиан Аберкромби"),
        ("Lukas Heikkola", "Лукас Хейккола"),
    ],
)
def test_a_name_that_is_respelt_by_ear_is_the_same_person(latin: str, cyrillic: str) -> None:
    assert same_person(latin, cyrillic)


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Holly Willoughby", "Холли Уилкинс"),
        ("David Patton", "Дэвид Петерсон"),
        ("Peter Jones", "Питер Симс"),
        ("James Moyes", "Джон Мойес"),
        ("Dina Moyes", "Дана Мойес"),
    ],
)
def test_another_name_of_like_sound_is_another_person(latin: str, cyrillic: str) -> None:
    assert not same_person(latin, cyrillic)
