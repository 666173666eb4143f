from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.checking import check_statement
from briefings.domain import Article, Language, Proposal
from briefings.language.meaning import nearness
from briefings.language.sentences import split
from briefings.language.speech import attribute
from tests.articles import article

TEXT = """В Кызылорде открыли завод, который печатает шрифтом Брайля учебники для незрячих школьников.
Дорогу к переправе весной дважды размывало, и грузовики стояли по неделе.
Делегация Эстонии подарила городской библиотеке собрание старинных морских карт."""
SAID: dict[Language, tuple[str, str, str]] = {
    "en": (
        "A plant that prints Braille textbooks for blind pupils has opened in Kyzylorda.",
        "The road to the ferry was washed away twice in spring, and lorries stood for a week.",
        "A delegation from Estonia gave the city library a collection of old sea charts.",
    ),
    "kk": (
        "Қызылордада көзі көрмейтін оқушыларға Брайль қарпімен оқулық басатын зауыт ашылды.",
        "Өткелге баратын жолды көктемде екі рет су шайып, жүк көліктері бір апта тұрып қалды.",
        "Эстония делегациясы қалалық кітапханаға көне теңіз карталарының жинағын сыйлады.",
    ),
}
needs_the_extra = pytest.mark.skipif(not nearness.is_installed(), reason="the extra `across` is not here")


@pytest.fixture(scope="module")
def read() -> Article:
    return replace(article(), text=TEXT, sentences=attribute(TEXT, split(TEXT, "ru"), "ru"))


def reasons(read: Article, text: str, citation: str) -> list[str]:
    found = check_statement(Proposal(text, "reported", (citation,)), read, "event").findings
    return [f.detail for f in found if f.rule == "citation"]


@needs_the_extra
@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("cited", [1, 2, 3])
@pytest.mark.parametrize("told", [1, 2, 3])
def test_a_statement_in_another_language_cites_the_sentence_it_comes_from(
    read: Article, language: Language, told: int, cited: int
) -> None:
    wrong = [f"S{cited} is not where this stands; S{told} is nearer in meaning"]
    assert reasons(read, SAID[language][told - 1], f"S{cited}") == ([] if told == cited else wrong)


@needs_the_extra
def test_a_denial_is_as_near_as_what_it_denies_so_nearness_confirms_nothing(read: Article) -> None:
    text = "The delegation from Estonia did not give the city library any sea charts."
    assert reasons(read, text, "S3") == []


@pytest.mark.parametrize("language", SAID)
def test_without_the_extra_the_rule_is_silent(
    read: Article, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearness, "is_installed", lambda: False)
    assert reasons(read, SAID[language][0], "S2") == []


@needs_the_extra
def test_within_one_language_the_words_are_compared_and_no_model_is_loaded(
    read: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearness, "_model", lambda: pytest.fail("the model was loaded"))
    text = "Делегация Эстонии подарила библиотеке морские карты."
    found = check_statement(Proposal(text, "reported", ("S1",)), read, "event").findings
    assert "support" in {f.rule for f in found}
