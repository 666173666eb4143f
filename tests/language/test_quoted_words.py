from __future__ import annotations

import pytest

from briefings.language.quoted_words import own_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("«Это шанс», — сказал он.", "Это шанс"),
        ("«Это „вода за уголь“, и она работала», — вспоминает она.", "Это „вода за уголь“, и она работала"),
        ("«Бізге „цифрлық хаб“ керек», — деді ол.", "Бізге „цифрлық хаб“ керек"),
        ("„Сендерге сенеді“, — деді ол.", "Сендерге сенеді"),
        ("“This is ‘cheap’ talk,” she said.", "This is ‘cheap’ talk"),
    ],
)
def test_the_tag_around_a_quotation_is_not_part_of_it(text: str, words: str) -> None:
    assert own_words(text) == words
