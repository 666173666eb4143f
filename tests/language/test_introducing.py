from __future__ import annotations

import pytest

from briefings.domain import Language, Speaker
from briefings.language.introducing import introduced_role, standing_in, standing_of
from tests.articles import article


@pytest.mark.parametrize(
    ("language", "text", "name", "found"),
    [
        ("en", "“We were not asked,” said its operations director, Ada Winterley.", "Ada Winterley", "party"),
        (
            "en",
            "Orrin Vale, who runs a ferry company in Westhaven, said the fee was high.",
            "Orrin Vale",
            "party",
        ),
        (
            "en",
            "Orrin Vale, who chairs the ministry of trade's ports department, said no.",
            "Orrin Vale",
            "official",
        ),
        (
            "en",
            "Verdania's deputy trade minister, Ada Winterley, told reporters so.",
            "Ada Winterley",
            "official",
        ),
        (
            "en",
            "Orrin Vale, who teaches river law at Larkfield, said the fee was high.",
            "Orrin Vale",
            "other",
        ),
        (
            "ru",
            "Дамир Кайсаров, который владеет пекарней, сказал, что мука дорожает.",
            "Дамир Кайсаров",
            "party",
        ),
    ],
)
def test_the_words_around_a_name_say_who_speaks(language: Language, text: str, name: str, found: str) -> None:
    assert standing_in(article(text, language), Speaker(name)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Недоволен и союз пекарей. «Мука дорожает», — сказал его директор Дамир Кайсаров.", "party"),
        ("Расчёты сделал Институт зерна. «Мука дорожает», — сказал его директор Дамир Кайсаров.", "expert"),
        ("«Мука дорожает», — сказал директор Дамир Кайсаров.", "party"),
    ],
)
def test_its_head_heads_the_body_that_the_paragraph_names(text: str, found: str) -> None:
    read = article(text)
    assert standing_of(read, "Кайсаров") == found
    assert standing_of(read, "Ринат Ольховский") is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“No,” said its operations director, Ada Winterley.", "operations director"),
        ("Verdania's deputy trade minister, Ada Winterley, said no.", "deputy trade minister"),
        ("Ada Winterley, a freight broker in Westhaven, said no.", None),
        ("In the harbour, Ada Winterley said no.", None),
    ],
)
def test_a_role_in_apposition_is_read_as_printed(text: str, role: str | None) -> None:
    assert introduced_role(article(text, "en"), "Ada Winterley") == role
