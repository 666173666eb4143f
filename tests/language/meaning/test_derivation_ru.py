"""Verbs of one aspect pair and the nouns made of them name one deed; other words that end alike name none."""

import pytest

from briefings.language.meaning.derivation_ru import root


@pytest.mark.parametrize(
    ("deed", "imperfective", "noun"),
    [
        ("сократить", "сокращать", "сокращение"),
        ("проложить", "прокладывать", "прокладка"),
        ("вывезти", "вывозить", "вывоз"),
        ("внести", "вносить", "внесение"),
        ("обсудить", "обсуждать", "обсуждение"),
        ("запретить", "запрещать", "запрет"),
    ],
)
def test_a_pair_of_verbs_and_their_noun_are_one_deed(deed: str, imperfective: str, noun: str) -> None:
    assert {root(deed, "INFN"), root(imperfective, "INFN"), root(noun, "NOUN")} == {deed}


@pytest.mark.parametrize("noun", ["завод", "население", "управление", "порт", "договор", "мост"])
def test_what_only_ends_like_a_deed_is_none(noun: str) -> None:
    assert root(noun, "NOUN") is None


def test_an_adjective_is_no_deed() -> None:
    assert root("открытый", "ADJF") is None
