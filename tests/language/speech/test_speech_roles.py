"""The role of a speaker as a reader would write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.language.names import find_names, people
from briefings.language.speech.roles import printed_role

if TYPE_CHECKING:
    from briefings.domain import Language


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("ru", "Политолог Канат Оспанов молчит.", "политолог"),
        ("ru", "МИД молчит. Глава МИД Канат Оспанов молчит.", "глава МИД"),
        ("ru", "Мы спорили с бывшим президентом США Марком Холлом.", "бывший президент США"),
        ("ru", "Мы были у главы фонда Каната Оспанова.", "глава фонда"),
        ("kk", "Саясаттанушы Қанат Оспанов үнсіз.", "саясаттанушы"),
        (
            "kk",
            "Қаржы нарығын реттеу және дамыту агенттігінің төрағасы Қанат Оспанов үнсіз.",
            "Қаржы нарығын реттеу және дамыту агенттігінің төрағасы",
        ),
        ("en", "Economist Kanat Ospanov is silent.", "economist"),
        ("en", "Trade Minister Kanat Ospanov is silent.", "Trade Minister"),
        ("en", "President Helga Stern of Verdania is silent.", "President of Verdania"),
    ],
)
def test_a_role_stands_in_the_nominative_without_a_sentences_capital(
    language: Language, text: str, role: str | None
) -> None:
    assert [printed_role(person, text, language) for person in people(find_names(text, language))] == [role]
