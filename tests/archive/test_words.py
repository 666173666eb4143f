from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.archive.words import forms, forms_asked_for, printed, spelled
from briefings.domain import LANGUAGE_CODES, Language

# What is printed, in which language, and a word by which it must be found.
FOUND: list[tuple[str, Language, str]] = [
    ("державам", "ru", "держава"),
    ("Державой", "ru", "державы"),
    ("людей", "ru", "человек"),
    ("стали", "ru", "сталь"),
    ("стали", "ru", "стать"),
    ("озёр", "ru", "озеро"),
    ("озер", "ru", "озёра"),
    ("Токаеву", "ru", "Токаев"),
    ("НАТО", "ru", "нато"),
    ("де\u00adржа\u0301вы", "ru", "держава"),
    ("други\u0306", "ru", "другй"),
    ("мемлекеттерінің", "kk", "мемлекет"),
    ("мемлекет", "kk", "мемлекеттің"),
    ("державаның", "kk", "держава"),
    ("саясатында", "kk", "саясат"),
    ("орталығы", "kk", "орталық"),
    ("елдердің", "kk", "ел"),
    ("судың", "kk", "су"),
    ("халқына", "kk", "халық"),
    ("орнын", "kk", "орын"),
    ("Тоқаевтың", "kk", "Тоқаев"),
    ("Қазақстанның", "kk", "Қазақстан"),
    ("ҚАЗАҚСТАНҒА", "kk", "қазақстан"),
    ("қояды", "kk", "қой"),
    ("болмайды", "kk", "бол"),
    ("countries", "en", "country"),
    ("went", "en", "go"),
    ("Powers", "en", "power"),
    ("powers", "ru", "power"),
    ("2026", "kk", "2026"),
]
# And words by which it must not be found.
KEPT_APART: list[tuple[str, Language, str]] = [
    ("орталығы", "kk", "орта"),
    ("халықаралық", "kk", "халық"),
    ("державам", "ru", "держать"),
    ("министерство", "ru", "министр"),
    ("минералов", "ru", "минеральный"),
    ("Aktogay", "en", "Aktau"),
]


def is_found(word: str, language: Language, asked: str) -> bool:
    return not set(forms(word, language)).isdisjoint(forms_asked_for(asked))


@pytest.mark.parametrize(("word", "language", "asked"), FOUND)
def test_a_word_is_found_in_whatever_form(word: str, language: Language, asked: str) -> None:
    assert is_found(word, language, asked)


@pytest.mark.parametrize(("word", "language", "asked"), KEPT_APART)
def test_a_word_is_not_found_by_another(word: str, language: Language, asked: str) -> None:
    assert not is_found(word, language, asked)


def test_a_hyphen_parts_two_words_and_an_underscore_is_no_letter() -> None:
    assert spelled("Премьер-министр БҰҰ-ның _3,4_ млн") == [
        "Премьер",
        "министр",
        "БҰҰ",
        "ның",
        "3",
        "4",
        "млн",
    ]


@given(st.text(max_size=40), st.sampled_from(LANGUAGE_CODES))
def test_every_word_of_a_text_is_found_as_it_is_printed_and_stands_where_it_is_said(
    text: str, language: Language
) -> None:
    for word in printed(text):
        assert text[word.start : word.end] == word.text
        assert forms(word.text, language)
        assert is_found(word.text, language, word.text)
    assert [word.text for word in printed(text)] == spelled(text)


@given(st.text(max_size=70), st.sampled_from(LANGUAGE_CODES))
def test_a_form_never_holds_what_parts_forms_words_and_lines(text: str, language: Language) -> None:
    for word in spelled(text):
        assert not any(sign in form for form in forms(word, language) for sign in ' |\n"')
