from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.drafting.issues import find_issues
from briefings.drafting.source import Source
from briefings.lens import load_lens
from briefings.rendering.labels import labels
from tests.articles import article

if TYPE_CHECKING:
    from briefings.domain import Language


def issues(text: str, language: Language) -> list[tuple[str, tuple[str, ...]]]:
    source = Source(article(text, language), load_lens())
    return [(i.kind, i.citations) for i in find_issues(source, labels(language).weak_places)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "В Казахстане планируется открытие офиса ООН. Открытие офиса важно. Эта инициатива уже в стадии реализации.",
        ),
        (
            "en",
            "The opening of the Aral terminal is planned. Farmers wait. The Aral terminal opening is under way.",
        ),
        ("kk", "Арал терминалын ашу жоспарланған. Шаруалар күтіп отыр. Арал терминалы қазір салынып жатыр."),
    ],
)
def test_a_plan_that_another_sentence_has_under_way_is_flagged(language: Language, text: str) -> None:
    assert issues(text, language) == [("status", ("S1", "S3"))]


def test_what_follows_a_plan_with_however_is_about_the_plan() -> None:
    text = "Construction is planned for March 2027. Earthworks, however, have been under way since April."
    assert issues(text, "en") == [("status", ("S1", "S2"))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "В Казахстане планируется открытие офиса. В Баку строится морской порт."),
        ("en", "The terminal is planned for 2027. The bridge in Poti is under construction."),
        ("ru", "Терминал в Актау запланирован на 2027 год. Терминал в Актау пока не строится."),
    ],
)
def test_another_thing_under_way_or_a_denial_is_no_clash(language: Language, text: str) -> None:
    assert issues(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Нас сегодня относят к категории средних держав."),
        ("ru", "Считается, что грузы ушли на юг."),
        ("kk", "Сұраныс артып келеді деп есептеледі."),
        ("en", "The plant is widely seen as a test."),
        ("en", "Analysts say the route is safe."),
    ],
)
def test_a_view_that_nobody_is_named_for_is_flagged(language: Language, text: str) -> None:
    assert issues(text, language) == [("unattributed", ("S1",))]


def test_one_quantity_in_two_sizes_is_a_contradiction() -> None:
    text = "The grain terminal in Aktau will cost 80 million dollars. The grain terminal in Aktau will cost 95 million dollars."
    assert issues(text, "en") == [("contradiction", ("S1", "S2"))]


def test_the_same_quantity_in_two_years_is_none() -> None:
    text = "The grain export of Aktau port was 80 tonnes in 2024. The grain export of Aktau port was 95 tonnes in 2025."
    assert issues(text, "en") == []


def test_an_issue_quotes_the_source_letter_for_letter() -> None:
    text = "Нас сегодня относят к категории средних держав - стран, способных влиять."
    (issue,) = find_issues(Source(article(text), load_lens()), labels("kk").weak_places)
    assert "«Нас сегодня относят к категории средних держав»" in issue.text
