"""What is found, in every way a newsroom writes it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import LANGUAGE_CODES, Language
from briefings.language.figures import CalendarDate, Figure, find_figures, missing_figures


def read(text: str, language: Language) -> list[tuple[object, ...]]:
    """Kind, value and unit of the certain figures."""
    return [
        (figure.kind, figure.value, figure.unit) for figure in find_figures(text, language) if figure.certain
    ]


NUMBERS = [
    ("ru", "построено 1 250 домов", "1250"),
    ("ru", "построено 1\u00a0250\u202f000 домов", "1250000"),
    ("ru", "выросло до 3,75", "3.75"),
    ("ru", "собрано 10,000 подписей", "10000"),
    ("ru", "полтора миллиона жителей", "1500000"),
    ("ru", "1,5 млн жителей", "1500000"),
    ("ru", "два с половиной миллиона жителей", "2500000"),
    ("ru", "полмиллиона жителей", "500000"),
    ("ru", "двадцатью пятью районами", "25"),
    ("ru", "ста сорока двум школам", "142"),
    ("ru", "трёх заводов", "3"),
    ("ru", "четверо участников", "4"),
    ("ru", "2 млн 300 тысяч тонн", "2300000"),
    ("ru", "5 тысяч 300 тонн", "5300"),
    ("ru", "12 тыс. тонн", "12000"),
    ("ru", "миллион тонн", "1000000"),
    ("ru", "20-ти странам", "20"),
    ("kk", "бір жарым миллион тұрғын", "1500000"),
    ("kk", "1,5 миллион тұрғын", "1500000"),
    ("kk", "бір мың төрт жүз алпыс бес адам", "1465"),
    ("kk", "он алты ауылда", "16"),
    ("kk", "отыз үштен астам ауыл", "33"),
    ("kk", "40-тан астам ел", "40"),
    ("kk", "қырыққа жуық ауыл", "40"),
    ("kk", "жетеуі келді", "7"),
    ("kk", "жарты миллион адам", "500000"),
    ("en", "1,234 homes", "1234"),
    ("en", "1.5 million residents", "1500000"),
    ("en", "one and a half million residents", "1500000"),
    ("en", "half a million residents", "500000"),
    ("en", "a million residents", "1000000"),
    ("en", "two hundred and five schools", "205"),
    ("en", "twenty-five districts", "25"),
    ("en", "11million", "11000000"),
]


@pytest.mark.parametrize(("language", "text", "value"), NUMBERS)
def test_a_number_is_read_however_it_is_written(language: Language, text: str, value: str) -> None:
    assert read(text, language) == [("number", Decimal(value), None)]


UNITS = [
    ("ru", "30 млрд долл. США", "money", "30e9", "USD"),
    ("ru", "30 млрд долларов США", "money", "30e9", "USD"),
    ("ru", "5 канадских долларов", "money", "5", "CAD"),
    ("ru", "450 тенге", "money", "450", "KZT"),
    ("kk", "30 млрд АҚШ доллары", "money", "30e9", "USD"),
    ("kk", "450 теңгеге", "money", "450", "KZT"),
    ("en", "$30 billion", "money", "30e9", "USD"),
    ("en", "US$1.5m", "money", "1.5e6", "USD"),
    ("en", "a $2 billion fund", "money", "2e9", "USD"),
    ("en", "€3bn", "money", "3e9", "EUR"),
    ("ru", "рост на 4,5 процента", "percent", "4.5", None),
    ("ru", "рост на 4,5 %", "percent", "4.5", None),
    ("ru", "один процент", "percent", "1", None),
    ("ru", "на 3 п.п.", "percent", "3", "point"),
    ("ru", "на 3 процентных пункта", "percent", "3", "point"),
    ("kk", "4,5 пайызға өсті", "percent", "4.5", None),
    ("en", "4.5 per cent", "percent", "4.5", None),
    ("en", "3 percentage points", "percent", "3", "point"),
    ("ru", "половина экспорта", "percent", "50", None),
    ("ru", "две трети экспорта", "percent", "66.67", None),
    ("ru", "2/3 экспорта", "percent", "66.67", None),
    ("kk", "экспорттың 3/4-і", "percent", "75", None),
    ("en", "1/2 of exports", "percent", "50", None),
    ("kk", "тоннаның 9-ын алды", "number", "9", None),
    ("ru", "каждый пятый житель", "percent", "20", None),
    ("kk", "экспорттың жартысы", "percent", "50", None),
    ("kk", "экспорттың үштен екісі", "percent", "66.67", None),
    ("en", "half of exports", "percent", "50", None),
    ("en", "two-thirds of exports", "percent", "66.67", None),
    ("en", "one in five residents", "percent", "20", None),
    ("ru", "вырос в 2,5 раза", "multiple", "2.5", None),
    ("ru", "вырос вдвое", "multiple", "2", None),
    ("kk", "екі есе өсті", "multiple", "2", None),
    ("en", "more than doubled", "multiple", "2", None),
    ("ru", "пять лет", "duration", "5", "year"),
    ("ru", "пятилетний план", "duration", "5", "year"),
    ("ru", "двадцатипятилетний план", "duration", "25", "year"),
    ("ru", "10-дневный визит", "duration", "10", "day"),
    ("ru", "трёхдневный визит", "duration", "3", "day"),
    ("kk", "бес жылдық жоспар", "duration", "5", "year"),
    ("kk", "үш күндік сапар", "duration", "3", "day"),
    ("en", "a five-year plan", "duration", "5", "year"),
    ("en", "a 56-year-old engineer", "duration", "56", "year"),
    ("en", "half an hour", "duration", "0.5", "hour"),
    ("kk", "жарты сағат", "duration", "0.5", "hour"),
    ("ru", "80-й сессии", "ordinal", "80", None),
    ("ru", "восьмидесятой сессии", "ordinal", "80", None),
    ("ru", "двадцать второй съезд", "ordinal", "22", None),
    ("kk", "80-ші сессия", "ordinal", "80", None),
    ("kk", "сексенінші сессия", "ordinal", "80", None),
    ("kk", "оныншы сессия", "ordinal", "10", None),
    ("en", "the 80th session", "ordinal", "80", None),
    ("en", "the twenty-second session", "ordinal", "22", None),
    ("ru", "XXI века", "ordinal", "21", "century"),
    ("kk", "ХХІ ғасырда", "ordinal", "21", "century"),
    ("ru", "в I квартале", "ordinal", "1", "quarter"),
    ("ru", "в первом квартале", "ordinal", "1", "quarter"),
    ("kk", "бірінші тоқсанда", "ordinal", "1", "quarter"),
    ("en", "in the first quarter", "ordinal", "1", "quarter"),
    ("ru", "десятки тысяч жителей", "magnitude", "1e4", None),
    ("kk", "ондаған мың тұрғын", "magnitude", "1e4", None),
    ("kk", "жүздеген тұрғын", "magnitude", "100", None),
    ("en", "tens of thousands of residents", "magnitude", "1e4", None),
    ("ru", "1990-е годы", "decade", "1990", None),
    ("ru", "в девяностых годах", "decade", "90", None),
    ("kk", "1990-жылдары", "decade", "1990", None),
    ("en", "the 1990s", "decade", "1990", None),
    ("ru", "в среду", "weekday", "3", None),
    ("kk", "сәрсенбіде", "weekday", "3", None),
    ("en", "on Wednesday", "weekday", "3", None),
    ("ru", "в 14:30", "clock", "870", None),
    ("en", "at 2:30 p.m. today", "clock", "870", None),
]


@pytest.mark.parametrize(("language", "text", "kind", "value", "unit"), UNITS)
def test_what_is_counted_is_read_with_the_number(
    language: Language, text: str, kind: str, value: str, unit: str | None
) -> None:
    assert read(text, language) == [(kind, Decimal(value), unit)]


DATES = [
    ("ru", "22 сентября 2025 года", [(2025, 9, 22)]),
    ("ru", "22-го сентября 2025 г.", [(2025, 9, 22)]),
    ("ru", "двадцать второго сентября", [(None, 9, 22)]),
    ("ru", "22.09.2025", [(2025, 9, 22)]),
    ("ru", "2025-09-22", [(2025, 9, 22)]),
    ("ru", "в сентябре 2025 года", [(2025, 9, None)]),
    ("ru", "с 22 по 26 сентября 2025 года", [(2025, 9, 22), (2025, 9, 26)]),
    ("ru", "22–26 сентября", [(None, 9, 22), (None, 9, 26)]),
    ("ru", "5, 12 и 19 мая", [(None, 5, 5), (None, 5, 12), (None, 5, 19)]),
    ("kk", "2025 жылғы 22 қыркүйекте", [(2025, 9, 22)]),
    ("kk", "2025 жылдың 22 қыркүйегінде", [(2025, 9, 22)]),
    ("kk", "22 қыркүйек 2025 жыл", [(2025, 9, 22)]),
    ("kk", "22-қыркүйекте", [(None, 9, 22)]),
    ("kk", "қыркүйектің 22-сінде", [(None, 9, 22)]),
    ("kk", "2025 жылғы қыркүйекте", [(2025, 9, None)]),
    ("en", "September 22, 2025", [(2025, 9, 22)]),
    ("en", "22 September 2025", [(2025, 9, 22)]),
    ("en", "the 22nd of September", [(None, 9, 22)]),
    ("en", "September 22–26, 2025", [(2025, 9, 22), (2025, 9, 26)]),
    ("en", "in May 2025", [(2025, 5, None)]),
    ("en", "in May", [(None, 5, None)]),
]


@pytest.mark.parametrize(("language", "text", "dates"), DATES)
def test_a_date_is_read_with_the_parts_it_has(
    language: Language, text: str, dates: list[tuple[int | None, int | None, int | None]]
) -> None:
    assert read(text, language) == [("date", CalendarDate(*date), None) for date in dates]


PAIRS = [
    ("ru", "10–15 %", "percent", ["10", "15"], None),
    ("ru", "от 10 до 15 процентов", "percent", ["10", "15"], None),
    ("kk", "10-нан 15 пайызға дейін", "percent", ["10", "15"], None),
    ("en", "between 10 and 15 percent", "percent", ["10", "15"], None),
    ("ru", "2–3 млн тенге", "money", ["2e6", "3e6"], "KZT"),
    ("en", "$10 to $15 million", "money", ["10e6", "15e6"], "USD"),
    ("kk", "екі миллионнан үш миллион теңгеге дейін", "money", ["2e6", "3e6"], "KZT"),
    ("ru", "5–10 лет", "duration", ["5", "10"], "year"),
    ("ru", "в 2024–2026 годах", "year", ["2024", "2026"], None),
]


@pytest.mark.parametrize(("language", "text", "kind", "values", "unit"), PAIRS)
def test_both_ends_of_a_range_have_its_unit(
    language: Language, text: str, kind: str, values: list[str], unit: str | None
) -> None:
    assert read(text, language) == [(kind, Decimal(value), unit) for value in values]


NO_FIGURE = [
    ("ru", "один из руководителей"),
    ("ru", "во-первых и во-вторых"),
    ("ru", "первый заместитель министра"),
    ("ru", "семью увидели"),
    ("ru", "стоимость и стоянка"),
    ("ru", "окружающая среда"),
    ("kk", "бір адам айтты"),
    ("kk", "бірге, бірақ, біраз"),
    ("kk", "оны, онда, оның, онымен, ондай ел үшін"),
    ("kk", "әлемнің жүзінде алтын бар"),
    ("kk", "екіншіден, үшіншіден"),
    ("kk", "бірінші орынбасар"),
    ("en", "one of the leaders may come first"),
    ("en", "they march at once"),
    ("en", "a second chance"),
    ("en", "I spoke"),
    ("en", "May's plan"),
    ("en", "a column of the Sunday Times"),
]


@pytest.mark.parametrize(("language", "text"), NO_FIGURE)
def test_a_word_that_only_looks_like_a_figure_is_not_asked_for(language: Language, text: str) -> None:
    assert read(text, language) == []


ROUNDINGS = [
    ("ru", "около 30 стран", "about"),
    ("ru", "более 30 стран", "over"),
    ("ru", "более чем 30 стран", "over"),
    ("ru", "не более 30 стран", "under"),
    ("ru", "не менее 30 стран", "over"),
    ("ru", "почти 30 стран", "under"),
    ("kk", "30-ға жуық ел", "about"),
    ("kk", "30-дан астам ел", "over"),
    ("kk", "30-дан кем емес ел", "over"),
    ("en", "more than 30 states", "over"),
    ("en", "no more than 30 states", "under"),
    ("en", "at least 30 states", "over"),
    ("en", "nearly 30 states", "under"),
    ("en", "30 states", "none"),
]


@pytest.mark.parametrize(("language", "text", "rounding"), ROUNDINGS)
def test_the_words_that_round_a_figure_are_kept_with_it(language: Language, text: str, rounding: str) -> None:
    assert [figure.rounding for figure in find_figures(text, language)] == [rounding]


@pytest.mark.parametrize(
    "text", ["0-й", "0%", "9" * 5000, "9" * 400 + "-й", "9" * 400 + " млрд", "99:99", "99.99.9999"]
)
def test_a_senseless_number_is_read_as_some_figure(text: str) -> None:
    assert find_figures(text, "ru") != ()


def test_nothing_is_read_across_a_line_break() -> None:
    assert read("в 2025\nмиллион", "ru") == [
        ("number", Decimal(2025), None),
        ("number", Decimal(10**6), None),
    ]


def test_offsets_count_code_points_of_the_text_as_it_stands() -> None:
    text = "Ұлттық қор — Ёлка 🎄: 1,5 млн теңге."
    (figure,) = find_figures(text, "kk")
    assert figure == Figure("money", 21, 34, "1,5 млн теңге", Decimal("1.5e6"), "KZT")
    assert text[figure.start : figure.end] == figure.text


TEXTS = st.text(
    alphabet=st.sampled_from("0123456789 .,-–:/%$₸\n'бірекіонжүзмыңдваполсентябряtwohalfmay"), max_size=60
)


@given(TEXTS, st.sampled_from(LANGUAGE_CODES))
def test_any_text_is_read_in_order_and_every_figure_stands_where_it_says(
    text: str, language: Language
) -> None:
    figures = find_figures(text, language)
    assert all(text[figure.start : figure.end] == figure.text != "" for figure in figures)
    assert [figure.start for figure in figures] == sorted(figure.start for figure in figures)


@given(st.text(max_size=80), st.sampled_from(LANGUAGE_CODES))
def test_no_text_is_too_strange_to_read(text: str, language: Language) -> None:
    assert all(0 <= f.start < f.end <= len(text) for f in find_figures(text, language))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fell from 3.2 to 2.5 million euros", "from 3.2 million euros to 2.5 million euros"),
        ("снизился с 3,2 до 2,5 млн евро", "с 3,2 млн евро до 2,5 млн евро"),
    ],
)
def test_a_fall_shares_its_scale_word_as_a_rise_does(one: str, other: str) -> None:
    language: Language = "ru" if "млн" in one else "en"
    assert missing_figures(one, [other], language, language) == ()


def test_from_hundreds_to_millions_shares_nothing() -> None:
    values = [figure.value for figure in find_figures("from 500 to 2 million people", "en")]
    assert values == [500, 2_000_000]


def test_an_english_comma_parts_thousands_also_before_a_scale_word() -> None:
    assert missing_figures("$1,800 million", ["$1.8 billion"], "en", "en") == ()
