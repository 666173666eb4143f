"""Words are recognised in whatever form, and what a source does not say is named."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import LANGUAGE_CODES, Language
from briefings.language.meaning.words import (
    carried,
    content_words,
    related_words,
    same_lemma,
    same_word,
    words,
)

SAME: list[tuple[Language, str, str]] = [
    ("ru", "странами", "страна"),
    ("ru", "отмечает", "отметил"),
    ("ru", "самолёт", "самолеты"),
    ("ru", "Казахстану", "казахстанский"),
    ("ru", "вырос", "увеличился"),
    ("kk", "кітабы", "кітап"),
    ("kk", "мемлекеттеріне", "мемлекет"),
    ("kk", "бармады", "барды"),
    ("kk", "БҰҰ-ның", "БҰҰ"),
    ("kk", "ашылмақ", "ашылды"),
    ("en", "took", "takes"),
    ("en", "councils", "council"),
]
DIFFERENT: list[tuple[Language, str, str]] = [
    ("ru", "политика", "поликлиника"),
    ("ru", "восток", "запад"),
    ("ru", "вырос", "снизился"),
    ("kk", "бала", "балық"),
    ("kk", "өсті", "төмендеді"),
    ("en", "export", "import"),
]


@pytest.mark.parametrize(("language", "one", "other"), SAME)
def test_forms_and_paraphrases_of_a_word_are_the_same(language: Language, one: str, other: str) -> None:
    assert same_word(words(one, language)[0], words(other, language)[0])


@pytest.mark.parametrize(("language", "one", "other"), DIFFERENT)
def test_words_that_only_look_alike_are_not(language: Language, one: str, other: str) -> None:
    assert not related_words(words(one, language)[0], words(other, language)[0])


def test_concepts_join_the_three_languages() -> None:
    russian, kazakh, english = (
        words("подписали", "ru")[0],
        words("қойылды", "kk")[0],
        words("signed", "en")[0],
    )
    assert same_word(russian, kazakh)
    assert same_word(kazakh, english)


def test_a_derived_word_is_related() -> None:
    assert related_words(words("инвестор", "ru")[0], words("инвестицию", "ru")[0])


def test_one_lemma_knows_no_synonyms_and_no_contraries() -> None:
    assert same_lemma("средней", "средняя", "ru")
    assert not same_lemma("лидер", "глава", "ru")
    assert not same_lemma("законный", "незаконный", "ru")
    assert not same_lemma("барды", "бармады", "kk")


def test_function_words_and_figures_are_no_content() -> None:
    assert [w.text for w in content_words("Он был в 80-м порту и не мог уехать", "ru")] == ["порту", "уехать"]
    assert [w.text for w in content_words("It has been in the US since 1991", "en")] == ["US"]
    assert [w.text for w in content_words("Бұл порт үшін болды", "kk")] == ["порт"]


def test_what_the_source_lacks_is_named() -> None:
    found = carried("Совет одобрил строительство моста и вокзала.", "Совет одобрил постройку моста.", "ru")
    assert found is not None
    assert [w.text for w in found.missing] == ["вокзала"]
    assert found.share == pytest.approx(4 / 5)


def test_a_verb_of_saying_needs_no_support() -> None:
    found = carried(
        "Министр подчеркнул: порт нужен области.", "Порт нужен области, считает глава ведомства.", "ru"
    )
    assert found is not None
    assert [w.text for w in found.missing] == ["Министр"]


def test_support_across_languages_is_left_undecided() -> None:
    assert carried("The port is open.", "Порт открыт.", "en", "ru") is None


def test_decomposed_letters_and_soft_hyphens_do_not_hide_a_word() -> None:
    printed = "Прави\u00adтельство откры\u0306ло"
    found = content_words(printed, "ru")
    assert [printed[w.start : w.end] for w in found] == [w.text for w in found]
    assert same_word(found[0], words("правительства", "ru")[0])


@given(st.text(max_size=80), st.sampled_from(LANGUAGE_CODES))
def test_a_text_carries_itself_whatever_it_is(text: str, language: Language) -> None:
    found = carried(text, text, language)
    assert found is not None
    assert (found.share, found.missing) == (1.0, ())


@given(st.text(max_size=80), st.sampled_from(LANGUAGE_CODES))
def test_words_keep_their_places_and_their_order(text: str, language: Language) -> None:
    found = words(text, language)
    assert [text[w.start : w.end] for w in found] == [w.text for w in found]
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
