"""Which voice a statement may be printed in: an official's, an expert's, or a reported party's."""

from __future__ import annotations

import pytest

from briefings.checking import check_statement
from briefings.domain import Language, Proposal, Speaker, Voice
from tests.articles import article

SAID: dict[Language, tuple[str, str, str]] = {
    "ru": (
        "«Мука дорожает», — сказал председатель профсоюза пекарей Дамир Кайсаров.",
        "Дамир Кайсаров говорит, что мука дорожает.",
        "Дамир Кайсаров",
    ),
    "kk": (
        "«Ұн қымбаттап жатыр», – деді наубайшылар кәсіподағының төрағасы Дәмір Қайсаров.",
        "Дәмір Қайсаров ұн қымбаттап жатыр дейді.",
        "Дәмір Қайсаров",
    ),
    "en": (
        "“Flour is getting dearer,” said Orrin Vale, head of the bakers’ union.",
        "Flour is getting dearer, Orrin Vale says.",
        "Orrin Vale",
    ),
}


def voice_findings(language: Language, voice: Voice) -> list[str]:
    text, claim, name = SAID[language]
    read = article(text, language)
    checked = check_statement(Proposal(claim, voice, ("S1",), Speaker(name)), read, "stakes")
    return [f.severity for f in checked.findings if f.rule == "voice"]


@pytest.mark.parametrize("language", SAID)
def test_a_union_s_head_is_reported(language: Language) -> None:
    assert voice_findings(language, "reported") == []


@pytest.mark.parametrize("language", SAID)
def test_a_union_s_head_is_no_official(language: Language) -> None:
    assert voice_findings(language, "official") == ["withhold"]


@pytest.mark.parametrize("language", SAID)
def test_of_a_union_s_head_among_the_experts_the_reader_is_told(language: Language) -> None:
    assert voice_findings(language, "expert") == ["mark"]
