from __future__ import annotations

import random

import pytest

from briefings.domain import LANGUAGE_CODES, Language
from tests.measuring import kazakh_names, naming, russian_names
from tests.measuring.faithful import ELLIPSIS, Span, beside_a_denial, faithful
from tests.measuring.falsified import Surroundings, falsified
from tests.measuring.locators import ours
from tests.measuring.parallel import changes
from tests.measuring.quoting import Quotation, System, pages_of
from tests.measuring.results import Part, Share, table
from tests.measuring.texts import Story, article_of
from tests.measuring.wice import balanced_accuracy

WORDS: dict[Language, str] = {
    "ru": "На встрече в Лунграде министр Осокин сказал, что завод не закроют и новых рабочих наймут 250",
    "kk": "Лұнград қаласындағы кездесуде министр Осокин зауыт жабылмады және 250 жаңа жұмысшы алынды деді",
    "en": "At the meeting in Lungrad minister Osokin said the plant was not closing and 250 new workers were hired",
}


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(0, 100, 0.0, 3.70), (100, 100, 96.30, 100.0), (50, 100, 40.38, 59.62), (1, 10, 1.79, 40.42)],
)
def test_the_interval_is_wilsons(hits: int, total: int, low: float, high: float) -> None:
    assert Share("m", "ru", "tuned", hits, total).interval == pytest.approx((low, high), abs=0.01)


def test_nothing_counted_tells_nothing() -> None:
    assert Share("m", "ru", "tuned", 0, 0).interval == (0.0, 100.0)


def test_a_rare_error_does_not_print_as_none() -> None:
    assert "99.96 %" in str(Share("m", "ru", "tuned", 2499, 2500))


def test_a_table_has_a_cell_for_each_share_and_a_dash_for_none() -> None:
    shares = [Share("kept", "ru", "tuned", 1, 2), Share("lost", "kk", "tuned", 1, 4)]
    lines = table(Part("voices", shares)).splitlines()
    assert lines[2] == "| | ru, tuned | kk, tuned |"
    assert lines[4].startswith("| kept | 50.0 % (1/2;")
    assert lines[4].endswith("| – |")


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_true_quotations_keep_every_letter_but_those_left_out(language: Language) -> None:
    def letters(text: str) -> str:
        return "".join(c for c in text.casefold() if c.isalnum()).replace("ё", "е")

    written = dict(faithful(Span(WORDS[language], "", "", language)))
    assert len(written) > 5
    for kind, text in written.items():
        if not kind.startswith(ELLIPSIS) and kind != "letters taken apart":
            assert letters(text) == letters(WORDS[language]), kind


def test_marks_of_a_cut_stand_for_nothing_that_turns_the_sense() -> None:
    def is_marked(before: str, after: str) -> bool:
        written = dict(faithful(Span("the port has sent its draft", before, after, "en")))
        return "marks of a cut at both ends" in written

    assert is_marked("Yesterday ", " to New York")
    assert is_marked("", " to New York but has not signed it")
    assert not is_marked("Nobody believes ", " to New York")
    assert not is_marked("", " to New York, but only if the fee falls")


def test_a_denial_is_cut_away_only_from_its_own_clause() -> None:
    assert list(beside_a_denial(Span("приедет в среду", "Он не ", ".", "ru"))) == ["…приедет в среду"]
    assert not list(beside_a_denial(Span("он приедет в среду", "Мы не спим, ", ".", "ru")))
    assert not list(beside_a_denial(Span("думать об этом", "Я не мог не ", ".", "ru")))


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_falsification_says_something_else(language: Language) -> None:
    around = Surroundings(["Bul soilem basqa jerde tur"], ["Ozen boyinda baska bir kala turdy degen"], None)
    made = dict(falsified(Span(WORDS[language], "", "", language), around, random.Random(1)))  # noqa: S311
    assert {"negation dropped", "number", "one word left out", "another article's tail"} <= made.keys()
    assert all(text != WORDS[language] for text in made.values())


def test_spans_point_at_their_true_quotations() -> None:
    story = Story(
        article_of(WORDS["ru"] + ". " + WORDS["ru"].replace("Лунграде", "Верховске") + ".", "ru"), "here"
    )
    quotations = [q for page in pages_of([story]) for span in page.spans for q in span]
    for q in quotations:
        if q.kind == "as it stands":
            assert story.article.text[q.start : q.end] == q.text
    assert {q.is_true for q in quotations} == {True, False}


@pytest.mark.parametrize(("verdict", "passes"), [("verbatim", True), ("slip", False)])
def test_a_system_lets_pass_what_it_accepts(verdict: str, passes: bool) -> None:
    system = System("ours", ours, frozenset({"verbatim"}))
    assert system.lets_pass((0, 4, verdict)) is passes
    assert not system.lets_pass(None)
    assert Quotation("a", "b", True, 0, 1).is_true


@pytest.mark.parametrize(
    ("name", "gender", "forms"),
    [
        ("Арсений", "m", "Арсений Арсения Арсению Арсения Арсением Арсении"),
        ("Ольга", "f", "Ольга Ольги Ольге Ольгу Ольгой Ольге"),
        ("Дария", "f", "Дария Дарии Дарии Дарию Дарией Дарии"),
        ("Айгерим", "f", "Айгерим Айгерим Айгерим Айгерим Айгерим Айгерим"),
    ],
)
def test_russian_given_names_decline(name: str, gender: russian_names.Gender, forms: str) -> None:
    assert russian_names.decline_given(name, gender) == tuple(forms.split())


@pytest.mark.parametrize(
    ("surname", "gender", "forms"),
    [
        ("Осокин", "m", "Осокин Осокина Осокину Осокина Осокиным Осокине"),
        ("Осокина", "f", "Осокина Осокиной Осокиной Осокину Осокиной Осокиной"),
        ("Заречный", "m", "Заречный Заречного Заречному Заречного Заречным Заречном"),
        ("Кравец", "m", "Кравец Кравца Кравцу Кравца Кравцем Кравце"),
        ("Мельник", "f", "Мельник Мельник Мельник Мельник Мельник Мельник"),
    ],
)
def test_russian_surnames_decline(surname: str, gender: russian_names.Gender, forms: str) -> None:
    assert russian_names.decline_surname(surname, gender) == tuple(forms.split())


@pytest.mark.parametrize(
    ("word", "genitive", "dative", "ablative", "instrumental"),
    [
        ("Оразбақов", "Оразбақовтың", "Оразбақовқа", "Оразбақовтан", "Оразбақовпен"),
        ("Құнанбаев", "Құнанбаевтың", "Құнанбаевқа", "Құнанбаевтан", "Құнанбаевпен"),
        ("Есқалиев", "Есқалиевтің", "Есқалиевке", "Есқалиевтен", "Есқалиевпен"),
        ("Есқалиева", "Есқалиеваның", "Есқалиеваға", "Есқалиевадан", "Есқалиевамен"),
        ("Байжан", "Байжанның", "Байжанға", "Байжаннан", "Байжанмен"),
        ("Мұсаұлы", "Мұсаұлының", "Мұсаұлына", "Мұсаұлынан", "Мұсаұлымен"),
    ],
)
def test_kazakh_suffixes_follow_the_word(
    word: str, genitive: str, dative: str, ablative: str, instrumental: str
) -> None:
    forms = kazakh_names.suffixed(word)
    cases = ("genitive", "dative", "ablative", "instrumental")
    assert tuple(forms[case] for case in cases) == (genitive, dative, ablative, instrumental)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_there_are_at_least_three_hundred_people_of_different_names(language: str) -> None:
    assert len({person.name for person in naming.bearers(language)}) >= 300


def test_a_changed_figure_is_one_that_the_source_does_not_hold() -> None:
    source = "Заводу 12 лет, рабочих 250 и 253."
    assert [c.text for c in changes("12 years, 250 workers", source, "en")] == ["15 years, 250 workers"]


def test_scores_dates_and_words_with_digits_are_left_alone() -> None:
    assert list(changes("5-3 on 01.02.2031 at 10:15 in G20 and 1,000", "nothing", "en")) == []


def test_balanced_accuracy_weighs_both_answers_alike() -> None:
    judged = [(True, True), (True, True), (True, True), (False, True)]
    assert balanced_accuracy(judged) == 0.5
