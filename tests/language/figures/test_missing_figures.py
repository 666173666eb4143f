"""Which figures of a statement its sources do not hold, within one language and across three."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import LANGUAGE_CODES, Language
from briefings.language.figures import Figure, find_figures, missing_figures, same_figure

SAME: list[dict[Language, str]] = [
    {"ru": "30 млрд долл. США", "en": "$30 billion", "kk": "30 млрд АҚШ доллары"},
    {"ru": "80-й сессии", "en": "the 80th session", "kk": "80-ші сессия"},
    {"ru": "восьмидесятой сессии", "en": "the eightieth session", "kk": "сексенінші сессия"},
    {"ru": "половина", "en": "half of them", "kk": "жартысы"},
    {"ru": "50%", "en": "half of them", "kk": "50 пайыз"},
    {"ru": "полтора миллиона", "en": "1.5 million", "kk": "бір жарым миллион"},
    {"ru": "трёх заводов", "en": "three plants", "kk": "үш зауыт"},
    {"ru": "22 сентября 2025 года", "en": "September 22, 2025", "kk": "2025 жылғы 22 қыркүйекте"},
    {"ru": "22.09.2025", "en": "22 September 2025", "kk": "22 қыркүйек 2025 жыл"},
    {"ru": "в два раза", "en": "twofold", "kk": "екі есе"},
    {"ru": "каждый пятый", "en": "one in five", "kk": "әрбір бесінші"},
    {"ru": "пятилетний план", "en": "a five-year plan", "kk": "бес жылдық жоспар"},
    {"ru": "в XIX веке", "en": "in the 19th century", "kk": "19 ғасырда"},
    {"ru": "50-летие", "en": "the 50th anniversary", "kk": "50 жылдығы"},
    {"ru": "десять лет", "en": "ten years", "kk": "он жыл"},
    {"ru": "в девяностых годах", "en": "in the 1990s", "kk": "1990-жылдары"},
    {"ru": "десятки тысяч человек", "en": "tens of thousands of people", "kk": "ондаған мың адам"},
    {"ru": "в III квартале", "en": "in the third quarter", "kk": "үшінші тоқсанда"},
    {"ru": "в 14:30", "en": "at 2:30 p.m. local time", "kk": "сағат 14:30-да"},
    {"ru": "в 7 часов утра", "en": "at 7 a.m. local time", "kk": "таңғы сағат 7-де"},
    {"ru": "33 процента", "en": "a third of them", "kk": "үштен бірі"},
    {"ru": "первая половина 2025 года", "en": "the first half of 2025", "kk": "2025 жылдың бірінші жартысы"},
]


@pytest.mark.parametrize("facts", SAME, ids=lambda facts: facts["en"])
def test_the_same_figure_is_found_across_languages(facts: dict[Language, str]) -> None:
    flagged = [
        (facts[mine], facts[theirs])
        for mine, theirs in permutations(facts, 2)
        if missing_figures(facts[mine], [facts[theirs]], mine, theirs)
    ]
    assert all(any(figure.certain for figure in find_figures(text, code)) for code, text in facts.items())
    assert flagged == []


DIFFERENT = [
    ("ru", "30 млн долларов", "ru", "30 млрд долларов"),
    ("ru", "30 млрд тенге", "ru", "30 млрд долларов"),
    ("ru", "30 млрд тенге", "ru", "30 млрд"),
    ("ru", "30 процентов", "ru", "30 заводов"),
    ("ru", "на 3 процентных пункта", "ru", "на 3 процента"),
    ("ru", "30 стран", "ru", "29,7 стран"),
    ("ru", "около 40 стран", "ru", "29,7 стран"),
    ("ru", "более 30 стран", "ru", "29,7 стран"),
    ("ru", "более 30 стран", "ru", "менее 30 стран"),
    ("ru", "22 сентября 2025 года", "ru", "22 сентября"),
    ("ru", "22 сентября", "ru", "в сентябре"),
    ("ru", "22 сентября", "ru", "22 октября"),
    ("ru", "32.09.2025", "ru", "22.09.2025"),
    ("ru", "в 2026 году", "ru", "22 сентября 2025 года"),
    ("ru", "тысячи человек", "ru", "сотни человек"),
    ("ru", "пять лет", "ru", "пять месяцев"),
    ("ru", "во вторник", "ru", "22 сентября 2025 года"),
    ("en", "twenty-six plants", "ru", "двадцать пять заводов"),
    ("en", "$30 million", "kk", "30 млрд АҚШ доллары"),
    ("kk", "он жеті ауыл", "en", "sixteen villages"),
    ("kk", "2024 жылғы 22 қыркүйекте", "en", "September 22, 2025"),
    ("kk", "әрбір бесінші", "ru", "каждый четвёртый"),
    ("en", "a third of exports", "ru", "34 процента экспорта"),
]


@pytest.mark.parametrize(("language", "statement", "source_language", "source"), DIFFERENT)
def test_a_changed_figure_is_missing(
    language: Language, statement: str, source_language: Language, source: str
) -> None:
    assert missing_figures(statement, [source], language, source_language) != ()


SUPPORTED = [
    ("в сентябре 2025 года", "22 сентября 2025 года"),
    ("в 2025 году", "22 сентября 2025 года"),
    ("22 сентября", "22 сентября 2025 года"),
    ("в понедельник", "22 сентября 2025 года"),
    ("в 2020-е годы", "в 2025 году"),
    ("около 30 стран", "29,7 стран"),
    ("почти 30 стран", "29,7 стран"),
    ("более 5 млн тонн", "5,4 млн тонн"),
    ("30 стран", "около 30 стран"),
    ("тысячи человек", "5 300 человек"),
    ("30 млрд", "30 млрд долларов"),
    ("полтора года", "18 месяцев"),
    ("24 часа", "одни сутки, 1440 минут"),
    ("статья 5", "пятая статья"),
    ("один завод", "завод"),
]


@pytest.mark.parametrize(("statement", "source"), SUPPORTED)
def test_less_detail_and_honest_rounding_are_supported(statement: str, source: str) -> None:
    assert missing_figures(statement, [source], "ru", "ru") == ()


SHARES = [
    ("ru", "каждый пятый", ()),
    ("en", "one in five", ()),
    ("kk", "бес баланың бірі", ()),
    ("kk", "20 пайыз", ()),
    ("en", "one in four", ("one in four",)),
    ("ru", "каждый шестой", ("шестой",)),
]


@pytest.mark.parametrize(("language", "statement", "missing"), SHARES)
def test_a_kazakh_part_of_a_whole_is_a_share(
    language: Language, statement: str, missing: tuple[str, ...]
) -> None:
    found = missing_figures(statement, ["Бес баланың біреуінде жасырын шот бар."], language, "kk")
    assert tuple(figure.text for figure in found) == missing


def test_each_figure_may_stand_in_another_cited_sentence() -> None:
    cited = ["В 2025 году открыли три завода.", "Вложено 30 млрд тенге."]
    statement = "В 2025 году в три завода вложили 30 млрд тенге и 5 млн долларов."
    (missing,) = missing_figures(statement, cited, "ru", "ru")
    assert (missing.text, missing.unit) == ("5 млн долларов", "USD")


def test_the_end_of_one_sentence_never_joins_the_start_of_the_next() -> None:
    assert missing_figures("25 заводов", ["Их стало двадцать", "Пять закрыли."], "ru", "ru") != ()


@given(st.integers(0, 9_999_999), st.sampled_from(LANGUAGE_CODES))
def test_a_number_grouped_by_spaces_is_the_number_in_plain_digits(number: int, language: Language) -> None:
    grouped = f"{number:,}".replace(",", "\u00a0")
    assert missing_figures(f"({grouped} x)", [f"({number} x)"], language, language) == ()


@given(st.integers(2, 9_999_999), st.integers(2, 9_999_999), st.sampled_from(LANGUAGE_CODES))
def test_two_numbers_are_the_same_figure_only_when_they_are_equal(
    one: int, other: int, language: Language
) -> None:
    (first,), (second,) = find_figures(f"({one} x)", language), find_figures(f"({other} x)", language)
    assert same_figure(first, second) == same_figure(second, first) == (one == other)


WORDS = st.sampled_from(
    [
        "22",
        "сентября",
        "2025",
        "года",
        "пять",
        "10",
        "–",
        "15",
        "%",
        "млн",
        "тенге",
        "половина",
        "вдвое",
        "около",
        "двадцать",
        "второй",
        "в",
        "среду",
        ".",
        ",",
    ]
)


@given(st.lists(WORDS, max_size=12))
def test_a_text_never_lacks_its_own_figures(words: list[str]) -> None:
    text = " ".join(words)
    assert missing_figures(text, [text], "ru", "ru") == ()


def test_same_figure_is_symmetric_over_all_sample_figures() -> None:
    figures: list[Figure] = [
        figure for facts in SAME for code, text in facts.items() for figure in find_figures(text, code)
    ]
    assert len(figures) > 60
    assert all(same_figure(a, b) == same_figure(b, a) for a in figures for b in figures)
    assert all(same_figure(a, a) for a in figures)


def test_a_year_of_another_sentence_or_of_the_article_may_be_put_to_a_day() -> None:
    said = "Соглашение подписали 7 апреля 2026 года."
    assert not missing_figures(said, ["Соглашение подписали 7 апреля."], "ru", "ru", year=2026)
    assert not missing_figures(said, ["Соглашение подписали 7 апреля.", "Это было в 2026 году."], "ru", "ru")
    assert missing_figures(said, ["Соглашение подписали 7 апреля."], "ru", "ru", year=2025)
    assert missing_figures(said, ["Соглашение подписали 8 апреля 2026 года."], "ru", "ru", year=2026)
    assert missing_figures(said, ["Соглашение подписали 7 апреля 2024 года."], "ru", "ru", year=2026)
