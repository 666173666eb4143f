"""Official form: what an official paper may not hold in our own words, and how long its sections may be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.checking import check, check_statement
from briefings.checking.length import count_words, mark_overlong, overlong
from briefings.domain import (
    LANGUAGE_CODES,
    Article,
    Confidence,
    Draft,
    DrafterName,
    Finding,
    Judgement,
    Language,
    Made,
    Proposal,
    Section,
    Speaker,
    Statement,
    Voice,
)
from briefings.language.wordings import find_wordings
from briefings.rendering.labels import labels
from tests.articles import article
from tests.briefs import sample_brief

if TYPE_CHECKING:
    from collections.abc import Sequence

PRAISING = """Астана примет исторический саммит 12 марта 2026 года. Исторический музей закрыт. Подробности на сайте port.example.kz/plan.

«Этот саммит — триумф дипломатии», — сказал политолог Ерлан Сабитов."""
RU, EN = article(), article(PRAISING)
ENGLISH = article(
    "Astana will host a historic summit on 12 March 2026. Ministers may sign a charter there.", "en"
)
KAZAKH = article("Астана 2026 жылы тарихи саммит өткізеді. Министрлер жарғыға қол қоюы мүмкін.", "kk")
MADE = Made("model", "0", "2031-01-01T00:00:00+05:00", "TLP:CLEAR", "")


def form(
    source: Article,
    text: str,
    *citations: str,
    voice: Voice = "assessment",
    section: Section = "bottom_line",
    speaker: str | None = None,
) -> list[Finding]:
    proposal = Proposal(text, voice, citations, Speaker(speaker) if speaker else None)
    return [f for f in check_statement(proposal, source, section).findings if f.rule == "form"]


@pytest.mark.parametrize(
    ("source", "text", "word"),
    [
        (RU, "Возможно, транзит даст выгоду.", "Возможно"),
        (RU, "Транзит, безусловно, укрепит позиции.", "безусловно"),
        (RU, "Скорее всего, тариф снизят.", "Скорее всего"),
        (RU, "Это прорывное соглашение.", "прорывное"),
        (RU, "После триумфа Астаны вероятно новое соглашение.", "триумфа"),
        (KAZAKH, "Саммит елге пайда әкелуі мүмкін.", "мүмкін"),
        (KAZAKH, "Әрине, саммит өтеді.", "Әрине"),
        (KAZAKH, "Бұл саммит теңдесі жоқ қадам болады.", "теңдесі жоқ"),
        (ENGLISH, "The summit may bring gains.", "may"),
        (ENGLISH, "The charter is obviously a gain.", "obviously"),
        (ENGLISH, "The summit is a landmark for the region.", "landmark"),
    ],
)
def test_a_banned_word_of_ours_is_withheld_and_named(source: Article, text: str, word: str) -> None:
    (finding,) = form(source, text, "S1")
    assert finding.severity == "withhold"
    assert f"«{word}»" in finding.detail


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (RU, "Вероятно, транзит даст возможность снизить тариф."),
        (KAZAKH, "Саммиттің өту ықтималдығы жоғары: елге мүмкіндік береді."),
        (KAZAKH, "Анықтамада жарғының мәтіні анықталды деген дерек жоқ."),
        (ENGLISH, "The summit in May is likely to make clear who signs."),
        (ENGLISH, "There is a realistic possibility of a historical record."),
    ],
)
def test_a_word_that_only_looks_banned_is_not(source: Article, text: str) -> None:
    assert form(source, text, "S1") == []


def test_praise_is_withheld_in_the_outlets_voice_and_free_in_a_quotation() -> None:
    assert form(EN, "В Астане состоится исторический саммит.", "S1", voice="reported")
    quoted = form(EN, "Астана примет «исторический саммит» 12 марта 2026 года.", "S1", voice="reported")
    assert quoted == []
    said = "Ерлан Сабитов называет саммит триумфом дипломатии."
    assert form(EN, said, "S4", voice="expert", speaker="Ерлан Сабитов") == []


def test_a_sentence_of_the_source_printed_whole_is_only_marked() -> None:
    whole = "Астана примет исторический саммит 12 марта 2026 года."
    assert [f.severity for f in form(EN, whole, "S1", voice="reported")] == ["mark"]


def test_a_name_with_such_a_word_is_no_praise() -> None:
    source = article("The Historic Harbour Fund will pay for the berth, the ministry said.", "en")
    text = "The Historic Harbour Fund will pay for the berth."
    assert not [f for f in form(source, text, "S1", voice="reported") if f.severity == "withhold"]


def test_a_comparison_keeps_the_reservation_of_whom_it_tells() -> None:
    text = "Сабитов говорит, что соглашение может быть в следующем году, Жанибекова сомневается в выгоде."
    assert form(RU, text, "S3", "S6", section="comparison") == []
    assert form(RU, "Соглашение, может быть, подпишут.", "S3", section="positioning")


def test_likelihood_and_confidence_never_share_a_sentence() -> None:
    both = "Вероятно, тариф снизят, уверенность в этом средняя."
    (finding,) = form(RU, both, "S2", section="positioning")
    assert "likelihood and confidence" in finding.detail
    assert form(RU, "Вероятно, тариф снизят.", "S2", section="positioning") == []


@pytest.mark.parametrize(
    "address", ["https://evil.example/x", "www.evil.example", "evil.kz/x", "a@evil.example"]
)
def test_an_address_that_the_source_does_not_have_is_withheld_in_every_voice(address: str) -> None:
    voices: tuple[Voice, ...] = ("reported", "official", "expert", "assessment")
    for voice in voices:
        assert any("address" in f.detail for f in form(RU, f"Подробности: {address}", "S1", voice=voice))
    assert form(EN, "Подробности на сайте port.example.kz/plan.", "S3", voice="reported") == []


@given(st.sampled_from(LANGUAGE_CODES), st.data())
def test_every_listed_phrase_is_found_wherever_it_stands(language: Language, data: st.DataObject) -> None:
    words = labels(language)
    phrases = (*words.banned_in_assessment, *words.banned_anywhere)
    phrase = data.draw(st.sampled_from(phrases))
    before, after = data.draw(st.sampled_from([("", "."), ("… ", ", …"), ("(", ")"), ("7 ", " 7")]))
    text = f"{before}{phrase}{after}"
    assert any(text[w.start : w.end] == phrase for w in find_wordings(text, phrases, language))


def drafted(drafter: DrafterName = "model", **sections: object) -> Draft:
    return replace(Draft("ru", drafter), **sections)  # type: ignore[arg-type]


def test_confidence_says_nothing_of_likelihood_and_one_article_never_makes_it_high() -> None:
    def passed(level: str, reason: str) -> tuple[Confidence, int]:
        confidence = Confidence(level, reason)  # type: ignore[arg-type]
        brief = check(drafted(confidence=confidence), RU, MADE, number="n")
        return brief.confidence, len(brief.withheld)

    assert passed("high", "Официальный текст.") == (Confidence("moderate", "Официальный текст."), 0)
    assert passed("low", "Один материал.") == (Confidence("low", "Один материал."), 0)
    assert passed("moderate", "Весьма вероятно, что это верно.") == (Confidence("low", ""), 1)


def test_the_likelihood_shown_is_the_one_that_the_words_say() -> None:
    judged = Judgement(Proposal("Весьма маловероятно, что тариф вырастет.", "assessment", ("S2",)))
    brief = check(drafted(positioning=(judged,)), RU, MADE, number="n")
    assert [p.likelihood for p in brief.positioning] == ["highly_unlikely"]


def words_of(many: int) -> str:
    return " ".join(["слово", "—", *["слово"] * (many - 1)])


def marks(statements: Sequence[Statement]) -> list[int]:
    return [sum(f.rule == "form" for f in s.findings) for s in statements]


def test_a_section_over_its_limit_is_marked_where_it_goes_over() -> None:
    brief = replace(
        sample_brief("ru"),
        title=Statement(words_of(19), "reported", ("S1",)),
        event=tuple(Statement(words_of(35), "reported", ("S1",)) for _ in range(3)),
        stakes=(Statement(words_of(20), "reported", ("S1",)), Statement(words_of(21), "reported", ("S1",))),
    )
    marked = mark_overlong(brief)
    assert marks([marked.title]) == [1]
    assert marks(marked.event) == [0, 0, 1]
    assert marks(marked.stakes) == [0, 1]
    assert [w.section for w in overlong(marked)] == ["title", "event", "stakes"]
    assert overlong(brief) == ()


def test_english_has_a_quarter_more_room_and_citations_and_dashes_are_no_words() -> None:
    title = Statement(words_of(22), "reported", ("S1", "S2", "S3"))
    assert count_words(title.text) == 22
    assert marks([mark_overlong(replace(sample_brief("en"), title=title)).title]) == [0]
    assert marks([mark_overlong(replace(sample_brief("kk"), title=title)).title]) == [1]


def test_extracted_sentences_are_not_blamed_for_their_length() -> None:
    long = Proposal(" ".join([RU.words_of(RU.by_id["S1"])] * 9), "reported", ("S1",))
    briefs = [check(drafted(by, event=(long,)), RU, MADE, number="n") for by in ("extraction", "model")]
    assert [len(overlong(brief)) for brief in briefs] == [0, 1]
