from __future__ import annotations

import pytest

from briefings.archive.query import read_query
from briefings.errors import UserError

# What is typed, and how many words each of its terms has.
TYPED = {
    "держава": [1],
    "средняя держава": [1, 1],
    '"средняя держава"': [2],
    "«средняя держава» Казахстан": [2, 1],
    "“middle power” talks": [2, 1],
    '"средняя держава': [2],
    'держава"': [1],
    '"" держава': [1],
    "премьер-министр": [2],
    "держава держава": [1],
    "держава AND NOT (форум*) OR ^a:b": [1, 1, 1, 1, 1, 2],
    "3,4 млн": [2, 1],
}


@pytest.mark.parametrize("typed", TYPED)
def test_words_and_phrases_are_told_apart(typed: str) -> None:
    assert [len(term.words) for term in read_query(typed)] == TYPED[typed]


@pytest.mark.parametrize("typed", ["", "  ", '"', "*** --- «»", "_", "\ud800"])
def test_a_query_without_a_word_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="no word to search for"):
        read_query(typed)


def test_a_query_of_a_whole_article_is_refused() -> None:
    with pytest.raises(UserError, match="more than 40 words"):
        read_query(" ".join(f"слово{at}" for at in range(41)))
