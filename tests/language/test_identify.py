from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.language.identify import identify

if TYPE_CHECKING:
    from briefings.domain import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Астана примет переговоры о транзите зерна.", "ru"),
        ("Қайрат Нұрланов в Алматы заявил о росте экспорта на 5 %.", "ru"),
        ("Астана астық транзиті туралы келіссөз өткізеді.", "kk"),
        ("Транзит пен судың байланысын мамандардан сұрады.", "kk"),
        ("Бул шара бойынша келиссоз жане кездесу болады деп кутилуде.", "kk"),
        ("Astana will host talks on grain transit.", "en"),
        ("The paper «Полдень» reported it.", "en"),
        ("", "ru"),
    ],
)
def test_the_language_is_told_also_of_one_sentence(text: str, language: Language) -> None:
    assert identify(text) == language
