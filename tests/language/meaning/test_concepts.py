"""Concepts join the words of three languages that say the same; opposites are told apart in all of them."""

from __future__ import annotations

import csv
import itertools
from pathlib import Path

import pytest

from briefings.domain import LANGUAGE_CODES, Language
from briefings.language.meaning.concepts import concepts_of, opposites, opposites_of, rows
from briefings.language.meaning.forms import read_form
from briefings.language.meaning.polarity import antonym_clash
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
