from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.drafting.gaps import find_gaps
from briefings.drafting.source import Source
from briefings.lens import load_lens
from briefings.rendering.labels import labels
from tests.articles import article

if TYPE_CHECKING:
    from briefings.domain import Language

OFFICIAL = {
    "ru": " Министр торговли Ерлан Сабитов сообщил об этом в Астане.",
    "kk": " Бұл туралы сауда министрі Ерлан Сабитов хабарлады.",
    "en": " Trade Minister Yerlan Sabitov said this in Astana.",
}


def gaps(text: str, language: Language) -> list[str]:
    source = Source(article(text, language), load_lens())
    return [gap.text for gap in find_gaps(source, labels("en").gaps)]


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("ru", "Глава государства проведёт переговоры с лидерами ряда стран.", "лидерами ряда стран"),
        ("en", "The president will meet leaders of several countries.", "leaders of several countries"),
        ("ru", "В Казахстане планируется открытие офиса.", "планируется открытие офиса"),
        ("kk", "Қазақстанда кеңсе ашу жоспарланған.", "Қазақстанда кеңсе ашу жоспарланған"),
        ("en", "Kazakhstan plans to open an office.", "plans to open an office"),
        ("ru", "По данным источников, сделка близка.", "По данным источников"),
    ],
)
def test_an_open_question_quotes_the_words_that_raise_it(language: Language, text: str, asked: str) -> None:
    found = gaps(text + OFFICIAL[language], language)
    assert any(f"“{asked}”" in gap for gap in found)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "В Казахстане планируется открытие офиса за 3 млн долларов 12 мая 2026 года."),
        ("ru", "До конца года намерены открыть офис за 3 млн долларов."),
        ("kk", "Қазақстанда кеңсе ашу 12 мамырға жоспарланған, оған 3 млн доллар бөлінді."),
        ("en", "Kazakhstan plans to open a $3 million office on 12 May."),
        ("en", "Kazakhstan does not plan to open a $3 million office."),
    ],
)
def test_what_the_source_says_is_not_asked(language: Language, text: str) -> None:
    assert gaps(text + OFFICIAL[language], language) == []


def test_a_source_without_an_official_word_is_told_so() -> None:
    assert gaps("Астана приняла форум.", "ru") == [labels("en").gaps["official"]]


def test_one_expert_who_objects_to_nothing_leaves_the_critics_unheard() -> None:
    text = "«Казахстан выиграет от форума», — сказал политолог Ерлан Сабитов."
    words = labels("en").gaps
    assert words["critic"] in gaps(text, "ru")
    assert words["affiliation"] in gaps(text, "ru")
    assert words["critic"] not in gaps(text.replace("выиграет от форума", "несёт риск"), "ru")


def test_there_are_four_at_most() -> None:
    text = (
        "Глава государства проведёт переговоры с лидерами ряда стран. В Казахстане планируется строительство офиса. "
        "По данным источников, сделка близка. «Казахстан выиграет», — сказал политолог Ерлан Сабитов."
    )
    assert len(gaps(text, "ru")) == 4
