"""More is not less of the same thing; the same comparison told from its other end is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.language.meaning.degrees import turns_degree

if TYPE_CHECKING:
    from briefings.domain import Language

TURNED: list[tuple[Language, str, str]] = [
    ("en", "The port gives more work than the mine.", "The port gives less work than the mine."),
    (
        "en",
        "Guides trust the old map more than the new one.",
        "Guides trust the old map less than the new one.",
    ),
    ("ru", "Порт более выгоден, чем рудник.", "Порт менее выгоден, чем рудник."),
    ("kk", "Порт көп жұмыс береді.", "Порт аз жұмыс береді."),
]
KEPT: list[tuple[Language, str, str]] = [
    ("en", "The port gives more work than the mine.", "The mine gives less work than the port."),
    ("en", "The port gives more work than the mine.", "The port gives no less work than the mine."),
    ("ru", "Порт более выгоден, чем рудник.", "Порт не менее выгоден, чем рудник."),
    ("ru", "Порт более выгоден, но менее удобен.", "Порт менее удобен, но более выгоден."),
]


@pytest.mark.parametrize(("language", "source", "statement"), TURNED)
def test_less_for_more_is_caught_either_way(language: Language, source: str, statement: str) -> None:
    assert turns_degree(statement, source, language)
    assert turns_degree(source, statement, language)


@pytest.mark.parametrize(("language", "source", "statement"), KEPT)
def test_what_compares_the_same_passes(language: Language, source: str, statement: str) -> None:
    assert turns_degree(statement, source, language) == ()
