from __future__ import annotations

from briefings.drafting.by_extraction import draft_by_extraction
from briefings.lens import load_lens
from briefings.pipeline import brief_article
from briefings.rendering.labels import labels
from tests.articles import article

ALIKE = """Казахстан подписал соглашение о транзите зерна.

«Транзитный потенциал страны растёт, и Казахстан должен его использовать», — сказал политолог Ерлан Сабитов.

«Транспортный коридор через Казахстан позволит заработать», — отметила экономист Лаура Жанибекова.
"""


def test_two_views_of_one_subject_are_no_dispute_and_a_missing_critic_is_named() -> None:
    (together, *_) = draft_by_extraction(article(ALIKE), load_lens()).comparison
    remarks = labels("ru").remarks
    assert together.text.startswith("Ерлан Сабитов, Лаура Жанибекова: общая тема – транспорт и транзит")
    assert remarks["agreed"] in together.text
    assert remarks["no_critic"] in together.text
    assert set(together.citations) == {"S2", "S3"}


def test_a_dispute_is_said_only_with_the_sentence_that_says_so() -> None:
    text = ALIKE + "\nЖанибекова возражает Сабитову: тариф важнее дороги, и риск для Казахстана велик.\n"
    (together, *_) = draft_by_extraction(article(text), load_lens()).comparison
    remarks = labels("ru").remarks
    assert remarks["disputed"] in together.text
    assert remarks["agreed"] not in together.text
    assert remarks["no_critic"] not in together.text
    assert "S4" in together.citations


def test_a_view_that_warns_is_a_critical_voice() -> None:
    text = ALIKE.replace("позволит заработать", "несёт риск для бюджета")
    (together, *_) = draft_by_extraction(article(text), load_lens()).comparison
    assert labels("ru").remarks["no_critic"] not in together.text


def test_one_expert_is_compared_with_nobody() -> None:
    text = ALIKE.split("\n\n«Транспортный")[0]
    assert draft_by_extraction(article(text), load_lens()).comparison == ()


def test_a_comparison_passes_the_door_in_every_language() -> None:
    for language in ("ru", "kk", "en"):
        brief = brief_article(article(ALIKE), load_lens(), language=language)
        assert brief.comparison
        assert brief.withheld == ()
