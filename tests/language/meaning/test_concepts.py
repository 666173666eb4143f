"""Concepts join the words of three languages that say the same; opposites are told apart in all of them."""

from __future__ import annotations

import csv
import itertools
from collections import defaultdict
from pathlib import Path

import pytest

from briefings.domain import LANGUAGE_CODES, Language
from briefings.language.meaning.concepts import concepts_of, kindred_of, opposites, opposites_of, rows
from briefings.language.meaning.forms import read_form
from briefings.language.meaning.inflections_en import inflections
from briefings.language.meaning.opposition import antonym_clash
from briefings.language.meaning.words import same_word, words

CASES = Path(__file__).parents[2] / "cases" / "antonyms.tsv"
# Antonyms are compared where other words agree: two of them across languages.
FRAMES: dict[str, dict[Language, str]] = {
    "verb": {
        "ru": "Совет порта просит {} проект моста.",
        "kk": "Порт кеңесі көпір жобасын {} керек деді.",
        "en": "The port council asks to {} the bridge project.",
    },
    "name": {
        "ru": "Министр описал проект моста словом {}.",
        "kk": "Министр көпір жобасын {} деп сипаттады.",
        "en": "The minister described the bridge project as {}.",
    },
}


def _cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def _sentences(case: dict[str, str], column: str) -> list[tuple[Language, str]]:
    """The frame of `case` with its word, or the contrary, in each language that has both ("-" where not)."""
    return [
        (language, FRAMES[case["frame"]][language].format(case[language + column]))
        for language in LANGUAGE_CODES
        if "-" not in (case[language], case[f"{language} contrary"])
    ]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: f"{case['concept']}-{case['contrary']}")
def test_an_antonym_is_caught_and_a_translation_passes(case: dict[str, str]) -> None:
    said, turned = _sentences(case, ""), _sentences(case, " contrary")
    assert len(said) > 1
    for (there, source), (here, statement) in itertools.product(said, turned):
        assert antonym_clash(statement, source, here, there), (source, statement)
        assert antonym_clash(source, statement, there, here), (statement, source)
    for sentences in (said, turned):
        for (there, source), (here, statement) in itertools.product(sentences, sentences):
            assert antonym_clash(statement, source, here, there) == (), (source, statement)


def test_every_pair_of_opposites_has_a_case() -> None:
    tried = {frozenset((case["concept"], case["contrary"])) for case in _cases()}
    assert tried == {frozenset(pair) for pair in opposites()}


LISTED = [(concept, language, word) for concept, language, listed in rows() for word in listed]


def test_every_listed_word_is_found_by_its_own_form() -> None:
    lost = [
        (concept, word)
        for concept, language, word in LISTED
        if concept not in concepts_of(read_form(word, language).keys, language)
    ]
    assert lost == []


def test_no_listed_word_denies_by_its_form() -> None:
    """«Незаконный» is read as a denial of «законный»: in a row of its own it would clash with "illegal"."""
    assert [(c, word) for c, language, word in LISTED if read_form(word, language).negated] == []


def test_a_concept_joins_two_languages_at_least() -> None:
    languages: dict[str, set[str]] = defaultdict(set)
    for concept, language, _ in LISTED:
        languages[concept].add(language)
    assert [concept for concept, known in languages.items() if len(known) < 2] == []


def test_opposites_are_listed_concepts_and_share_no_word() -> None:
    rows_of: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for concept, language, word in LISTED:
        rows_of[concept].add((language, word))
    for one, other in opposites():
        assert rows_of[one], one
        assert rows_of[other], other
        assert not rows_of[one] & rows_of[other]
        assert other in opposites_of(one)
        assert one in opposites_of(other)


def test_every_word_of_a_family_is_found_by_its_own_form() -> None:
    listed = [(family, language, word) for family, language, words_ in rows("kindred.txt") for word in words_]
    lost = [
        (family, word)
        for family, language, word in listed
        if family not in kindred_of(read_form(word, language).keys, language)
    ]
    assert lost == []


def test_families_are_wider_than_concepts() -> None:
    one, other = (read_form(word, "ru").keys for word in ("вылет", "облёт"))
    assert concepts_of(one, "ru").isdisjoint(concepts_of(other, "ru"))
    assert not kindred_of(one, "ru").isdisjoint(kindred_of(other, "ru"))


STAND_FOR: list[tuple[Language, str, str]] = [
    ("ru", "раскошелился", "оплатит"),
    ("ru", "сельчане", "жители"),
    ("ru", "стачку", "забастовки"),
    ("ru", "волокита", "бюрократии"),
    ("kk", "шағымданды", "наразылық"),
    ("kk", "еңбекақысы", "жалақыға"),
    ("kk", "тасқыннан", "басып"),
    ("kk", "ұстаздардың", "мұғалімдер"),
    ("en", "foots", "paid"),
    ("en", "vessels", "ferries"),
    ("en", "physicians", "medic"),
    ("en", "inundated", "flooding"),
]


@pytest.mark.parametrize(("language", "one", "other"), STAND_FOR)
def test_a_free_paraphrase_stays_in_the_family(language: Language, one: str, other: str) -> None:
    here, there = (kindred_of(read_form(word, language).keys, language) for word in (one, other))
    assert here & there


SWAPPED_BY_A_LIE: list[tuple[Language, str]] = [
    ("en", "wheat barley rye maize"),
    ("en", "road rail"),
    ("en", "monday tuesday friday"),
    ("en", "buyer seller"),
    ("en", "export import"),
    ("en", "tenant landlord"),
    ("en", "oil gas coal"),
    ("en", "plaintiff defendant"),
    ("ru", "пшеница ячмень кукуруза"),
    ("ru", "автомобильный железнодорожный"),
    ("ru", "покупатель продавец"),
    ("ru", "экспорт импорт"),
    ("ru", "истец ответчик"),
    ("ru", "полностью частично"),
    ("kk", "бидай арпа"),
    ("kk", "экспорт импорт"),
    ("kk", "өзен көл теңіз"),
    ("kk", "толық ішінара"),
    ("kk", "мұғалім оқушы"),
]


@pytest.mark.parametrize(("language", "members"), SWAPPED_BY_A_LIE)
def test_members_of_a_set_are_no_family(language: Language, members: str) -> None:
    families = [kindred_of(read_form(word, language).keys, language) for word in members.split()]
    assert all(one.isdisjoint(other) for one, other in itertools.combinations(families, 2))


SENSES: list[tuple[Language, str, set[str]]] = [
    ("en", "important", {"important"}),
    ("en", "imports", {"import"}),
    ("en", "departments", {"department"}),
    ("en", "government's", {"government"}),
    ("en", "news", {"news"}),
    ("en", "left", {"leave"}),
    ("en", "stopped", {"end", "stop"}),
    ("en", "planning", {"plan"}),
    ("kk", "сатып", {"buy"}),
    ("kk", "саясатының", {"politics"}),
    ("kk", "аяқталды", {"end"}),
    ("kk", "баяу", {"sluggish"}),
    ("kk", "Ақтауда", set()),
    ("kk", "Оралдан", set()),
    ("ru", "мире", {"world", "peace"}),
]


@pytest.mark.parametrize(("language", "word", "expected"), SENSES)
def test_a_form_keeps_to_the_sense_of_its_longest_listed_key(
    language: Language, word: str, expected: set[str]
) -> None:
    assert words(word, language)[0].concepts == expected


JOINED: list[tuple[str, str, str]] = [
    ("заменят", "алмастырады", "replaced"),
    ("готовы", "дайын", "ready"),
    ("продлили", "ұзартылды", "extended"),
    ("подешевели", "арзандады", "cheaper"),
    ("поставщики", "жеткізушілер", "suppliers"),
    ("кабелей", "кабельдің", "cables"),
    ("министерство", "министрлігі", "ministry"),
    ("транспорта", "көлік", "transport"),
    ("ледников", "мұздықтардың", "glaciers"),
    ("орошения", "суару", "irrigation"),
    ("таможне", "кеденде", "customs"),
    ("двусторонняя", "екіжақты", "bilateral"),
]


@pytest.mark.parametrize(("russian", "kazakh", "english"), JOINED)
def test_forms_of_three_languages_meet_in_one_concept(russian: str, kazakh: str, english: str) -> None:
    one, two, three = words(russian, "ru")[0], words(kazakh, "kk")[0], words(english, "en")[0]
    assert one.concepts & two.concepts & three.concepts
    assert same_word(one, two)
    assert same_word(two, three)


@pytest.mark.parametrize(
    ("base", "form"),
    [
        ("sign", "signed"),
        ("carry", "carried"),
        ("replace", "replacing"),
        ("stop", "stopping"),
        ("tax", "taxes"),
    ],
)
def test_regular_endings_make_the_forms_of_an_english_word(base: str, form: str) -> None:
    assert form in inflections(base)
    assert base in inflections(base)
