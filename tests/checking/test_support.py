"""What no cited sentence carries is withheld; words of one's own in the place of the source's are not."""

from __future__ import annotations

import pytest

from briefings.checking.evidence import Evidence
from briefings.checking.support import check
from briefings.domain import Article, Language, Proposal, Sentence


def evidence(text: str, source: str, language: Language) -> Evidence:
    sentences = (Sentence("S1", "sentence", 0, len(source), 1),)
    article = Article("test.txt", source, language, sentences, "0" * 64)
    return Evidence(article, "event", Proposal(text, "reported", ("S1",)))


ADDED: list[tuple[Language, str, str]] = [
    ("ru", "Суда стоят в порту третью неделю.", "Суда стоят в порту третью неделю из-за забастовки докеров."),
    (
        "ru",
        "Убытки ферм оценены в 5 млн тенге.",
        "Убытки ферм, прежде всего молочных, оценены в 5 млн тенге.",
    ),
    ("kk", "Көпірді көктемде ашу жоспарланған.", "Көпірді тұрғындардың талабымен көктемде ашу жоспарланған."),
    (
        "en",
        "No city has offered to house the office.",
        "No city has offered to house the office for fear of strikes.",
    ),
    ("en", "Two banks have shown interest.", "Two banks have shown interest in shares at a discount."),
]
FOREIGN: list[tuple[Language, str, str]] = [
    ("ru", "Совет одобрил бюджет области.", "Врачи получат новые квартиры у моря."),
    ("kk", "Кеңес облыс бюджетін бекітті.", "Дәрігерлерге теңіз жағасынан пәтер беріледі."),
    ("en", "The council approved the budget.", "Doctors will receive flats by the sea."),
]
RETOLD: list[tuple[Language, str, str]] = [
    ("ru", "Суда стоят в порту третью неделю.", "Вот уже третью неделю суда не могут покинуть порт."),
    (
        "ru",
        "Мы строим широкий мост и тихую гавань.",
        "Он так описал суть: «Мы строим широкий мост и тихую гавань».",
    ),
    ("kk", "Көпірді көктемде ашу жоспарланған.", "Көпір көктемде пайдалануға беріледі деп жоспарланған."),
    (
        "en",
        "The council turned down the plan for a port.",
        "The plan for a port was rejected by the council.",
    ),
    ("en", "We build a bridge for all.", "Her diagnosis runs: “We build a bridge for all.”"),
    (
        "en",
        "Nine ports joined the pact.",
        "Nine ports joined the pact. The nine and the place are not named.",
    ),
    ("en", "It sent 64 welders to the north.", "It sent 64 welders to the north, by the outlet's account."),
]


@pytest.mark.parametrize(("language", "source", "text"), ADDED)
def test_a_detail_added_to_a_full_retelling_is_not_carried(
    language: Language, source: str, text: str
) -> None:
    (finding,) = check(evidence(text, source, language))
    assert (finding.rule, finding.severity) == ("support", "withhold")


@pytest.mark.parametrize(("language", "source", "text"), FOREIGN)
def test_a_statement_of_something_else_is_not_carried(language: Language, source: str, text: str) -> None:
    assert [finding.rule for finding in check(evidence(text, source, language))] == ["support"]


@pytest.mark.parametrize(("language", "source", "text"), RETOLD)
def test_a_paraphrase_is_carried(language: Language, source: str, text: str) -> None:
    assert list(check(evidence(text, source, language))) == []


def test_the_added_words_are_named() -> None:
    (finding,) = check(evidence("Порт закрыт из-за забастовки докеров.", "Порт закрыт.", "ru"))
    assert finding.detail == "S1 do not carry «забастовки», «докеров»"


def test_words_of_another_language_are_never_missed() -> None:
    assert list(check(evidence("The port is closed because of a strike.", "Порт закрыт.", "ru"))) == []
