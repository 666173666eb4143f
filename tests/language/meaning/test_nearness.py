from __future__ import annotations

from itertools import permutations

import pytest

from briefings.language.meaning import nearness as module
from briefings.language.meaning.nearness import nearness

pytestmark = pytest.mark.skipif(not module.is_installed(), reason="the extra `across` is not here")
ONE_STORY = (
    "Рыбаки вернулись в порт до шторма.",
    "Балықшылар дауылға дейін портқа оралды.",
    "The fishermen came back to port before the storm.",
)
ANOTHER = (
    "Парламент утвердил бюджет школ.",
    "Парламент мектептер бюджетін бекітті.",
    "Parliament passed the school budget.",
)


@pytest.mark.parametrize(("here", "there"), list(permutations(range(3), 2)))
def test_a_translation_is_nearer_than_another_sentence(here: int, there: int) -> None:
    told, other = nearness(ONE_STORY[here], (ONE_STORY[there], ANOTHER[there]))
    assert told > other + 0.02


@pytest.mark.parametrize("odd", ["", "\0", "\ud800", "🤷" * 3000, "слово " * 50_000])
def test_odd_texts_are_read_too(odd: str) -> None:
    (near,) = nearness(odd, ONE_STORY[:1])
    assert -1 <= near <= 1


def test_the_same_text_gives_the_same_figures_when_it_is_read_anew() -> None:
    before = nearness(ONE_STORY[0], ANOTHER)
    module._vector.cache_clear()
    assert nearness(ONE_STORY[0], ANOTHER) == before
