"""Which sentences of an article can be shown without the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.drafting.source import Source
from briefings.lens import load_lens
from briefings.readers import read_article

if TYPE_CHECKING:
    from pathlib import Path

LEANING = {
    "ru": ("«Если он опоздает, второго раза не будет», – говорит капитан Тимур Ахатов.", True),
    "en": ('"Once it is late, nobody will wait," said Omar Reed, a captain.', True),
    "kk": ("«Егер ол кешіксе, екінші рет болмайды», – дейді капитан Ерлан Төлеген.", True),
    "whose": ("«Если паром опоздает, второго раза не будет», – говорит капитан Тимур Ахатов.", False),
    "own": ("Если он опоздает, сказал капитан Тимур Ахатов о себе, второго раза не будет.", False),
}


@pytest.mark.parametrize(("text", "leans"), LEANING.values(), ids=LEANING)
def test_a_quotation_about_something_named_before_leans_on_it(text: str, leans: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    article = read_article(path)
    assert Source(article, load_lens()).leans(article.sentences[0]) is leans
