from __future__ import annotations

from pathlib import Path

import pytest

from briefings.readers import find_articles, read_article

SEEDS = Path(__file__).parents[2] / "seeds"
EXPECTED = {
    "ru_middle_corridor.txt": ("ru", "Каспийский меридиан", "2026-04-14", 3, 32),
    "kk_mediation_centre.md": ("kk", "Алатау шолушысы", "2026-05-19", 4, 31),
    "en_critical_minerals.html": ("en", "The Steppe Ledger", "2026-06-03", 4, 27),
}


def test_every_sample_is_described_here() -> None:
    assert {path.name for path in find_articles([SEEDS])} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sample_is_read_with_its_metadata_and_marked_as_one(name: str) -> None:
    language, outlet, published, headings, sentences = EXPECTED[name]
    article = read_article(SEEDS / name)
    assert (article.language, article.outlet, article.published) == (language, outlet, published)
    assert article.sample
    assert article.title
    assert article.author
    assert (article.url or "").startswith("https://example.org/")
    assert len(article.sentences) - len(article.body) == headings
    assert len(article.body) == sentences


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sample_is_of_the_length_of_a_news_article(name: str) -> None:
    article = read_article(SEEDS / name)
    assert 350 <= sum(len(article.words_of(sentence).split()) for sentence in article.body) <= 600


@pytest.mark.parametrize("name", EXPECTED)
def test_no_banner_menu_or_header_becomes_a_sentence(name: str) -> None:
    article = read_article(SEEDS / name)
    printed = " ".join(article.words_of(sentence) for sentence in article.sentences)
    for stray in (
        "cookie",
        "Advertisement",
        "Subscribe",
        "Read next",
        "example.org",
        "Образец",
        "sample",
        "©",
    ):
        assert stray not in printed
