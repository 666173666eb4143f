from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefings.drafting.by_extraction import draft_by_extraction
from briefings.drafting.fitting import page_words
from briefings.language.folding import fold
from briefings.lens import load_lens
from briefings.pipeline import brief_article
from briefings.readers import read_article
from briefings.rendering.labels import labels
from tests.articles import article

if TYPE_CHECKING:
    from briefings.domain import Draft, Language, Proposal

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.*"))


def verbatim(draft: Draft) -> list[Proposal]:
    """The statements that relay the source, without the title."""
    listed = [*draft.bottom_line, *draft.event, *draft.stakes, *draft.expert_views, *draft.watch]
    return [p for p in [*listed, *(j.proposal for j in draft.positioning)] if p.voice != "assessment"]


def proposals(draft: Draft) -> list[Proposal]:
    return [*([draft.title] if draft.title else []), *verbatim(draft)]


def own(draft: Draft) -> list[Proposal]:
    """What the brief says of its own."""
    return [p for p in (*draft.bottom_line, *draft.event, *draft.comparison) if p.voice == "assessment"]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_every_statement_is_the_sources_own_words(seed: Path) -> None:
    read = read_article(seed)
    for proposal in proposals(draft_by_extraction(read, load_lens())):
        (number,) = proposal.citations
        assert fold(proposal.text).text.strip(" .") in fold(read.words_of(read.by_id[number])).text


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_no_sentence_stands_twice(seed: Path) -> None:
    draft = draft_by_extraction(read_article(seed), load_lens())
    counts = Counter(number for p in verbatim(draft) for number in p.citations)
    assert counts.most_common(1)[0][1] == 1
    assert draft.title
    assert draft.title.text not in {p.text.removesuffix(".") for p in verbatim(draft)}


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_a_brief_fits_on_one_page_and_its_sections_keep_their_length(seed: Path) -> None:
    read = read_article(seed)
    draft = draft_by_extraction(read, load_lens())
    more = 1.25 if read.language == "en" else 1.0
    assert page_words(draft) <= 420 * more
    assert sum(len(p.text.split()) for p in draft.bottom_line) <= 65 * more
    for speaker in {p.speaker.name for p in draft.expert_views if p.speaker}:
        said = [p for p in draft.expert_views if p.speaker and p.speaker.name == speaker]
        assert sum(len(p.text.split()) for p in said) <= 55 * more
        assert 1 <= len(said) <= 3


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_nothing_of_it_is_withheld_at_the_door(seed: Path) -> None:
    brief = brief_article(read_article(seed), load_lens())
    assert [(w.statement.text, [f.detail for f in w.findings]) for w in brief.withheld] == []
    assert brief.event
    assert len(brief.expert_views) >= 2


def test_the_same_article_gives_the_same_draft() -> None:
    assert draft_by_extraction(article(), load_lens()) == draft_by_extraction(article(), load_lens())


def test_what_it_says_of_its_own_are_fixed_phrases_about_the_source() -> None:
    draft = draft_by_extraction(article(), load_lens())
    remarks = labels("ru").remarks
    assert [p.text for p in draft.bottom_line if p.voice == "assessment"] == [remarks["planned"]]
    assert all(p.citations and p.speaker is None for p in own(draft))
    assert all(judgement.likelihood is None for judgement in draft.positioning)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_its_own_phrases_are_in_the_language_of_the_brief(language: Language) -> None:
    draft = draft_by_extraction(article(), load_lens(), language=language)
    assert draft.bottom_line[-1].text in labels(language).remarks.values()
    brief = brief_article(article(), load_lens(), language=language)
    assert brief.withheld == ()


def test_an_article_without_bearing_on_the_subject_says_so_in_one_line_and_forces_nothing() -> None:
    away = article(
        "Peru to host talks\n\nLima will host talks on 12 March. Analysts expect trade to grow.", "en"
    )
    brief = brief_article(away, load_lens())
    assert [s.text for s in brief.bottom_line] == [labels("en").remarks["no_bearing"]]
    assert brief.stakes == brief.watch == brief.positioning == ()
    assert all(d.sign == "not_covered" for d in brief.dimensions)
    assert brief.withheld == ()


UZBEKISTAN = """
version: 1
subject: Uzbekistan
name: {ru: Хлопок Узбекистана, kk: Өзбекстан мақтасы, en: Cotton of Uzbekistan}
subject_terms: {ru: [Узбекистан, Ташкент], kk: [Өзбекстан], en: [Uzbekistan, Tashkent]}
matching: {max_gap: 1, strong_weight: 1.0, weak_weight: 0.5, threshold: 1.0}
dimensions:
  - id: cotton
    name: {ru: Хлопок, kk: Мақта, en: Cotton}
    topic: {ru: хлопок, kk: мақта, en: cotton}
    definition: {ru: Хлопок., kk: Мақта., en: Cotton.}
    terms:
      ru: {strong: [хлопок], weak: []}
      kk: {strong: [мақта], weak: []}
      en: {strong: [cotton], weak: []}
"""


def test_another_lens_reads_the_same_desk_for_another_country(tmp_path: Path) -> None:
    file = tmp_path / "uzbekistan.yaml"
    file.write_text(UZBEKISTAN, encoding="utf-8")
    lens = load_lens(str(file))
    text = (
        "Узбекистан подписал договор о поставках хлопка.\n\n«Хлопок даст Ташкенту доход, если цена не упадёт», — "
        "сказал экономист Ерлан Сабитов."
    )
    brief = brief_article(article(text), lens)
    assert [(d.id, d.sign, d.level, d.citations) for d in brief.dimensions] == [
        ("cotton", "+", 3, ("S1", "S2"))
    ]
    assert [s.citations for s in brief.bottom_line] == [("S2",), ("S1", "S2")]
    assert brief.withheld == ()
    away = brief_article(article(), lens)
    assert [s.text for s in away.bottom_line] == [labels("ru").remarks["no_bearing"]]


def test_a_person_in_full_name_whose_role_the_outlet_tells_in_a_clause_is_an_expert() -> None:
    text = (
        "Kazakhstan launched a transit plan on 3 May.\n\nFarrukh Ismatov, who teaches in Samarkand, is sceptical. "
        "“The plan may fail without a port,” Ismatov said. “Nobody has promised one,” he added."
    )
    draft = draft_by_extraction(article(text, "en"), load_lens())
    assert {p.speaker.name for p in draft.expert_views if p.speaker} == {"Farrukh Ismatov"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("«Казахстан ждёт, – говорит политолог Ерлан Сабитов. – Мы готовы».", "«Казахстан ждёт»"),
        ("«Қазақстан дайын, – дейді саясаттанушы Ерлан Сабитов. – Біз күтеміз».", "«Қазақстан дайын»"),
    ],
)
def test_a_tag_inside_the_marks_is_not_quoted_with_the_words(text: str, said: str) -> None:
    language: Language = "kk" if "Қ" in text else "ru"
    draft = draft_by_extraction(article(text, language), load_lens())
    assert said in {p.text for p in proposals(draft)}


def test_a_speaker_keeps_the_role_that_any_sentence_prints() -> None:
    text = "«Казахстан выиграет от транзита, если снизит тариф», — сказал политолог Ерлан Сабитов.\n\nСабитов считает, что риск мал."
    draft = draft_by_extraction(article(text), load_lens())
    assert {p.speaker.role for p in draft.expert_views if p.speaker} == {"политолог"}


def test_an_answer_is_printed_without_the_dash_of_its_turn() -> None:
    text = (
        "Казахстан ввёл реестр поставок. Об этом журналу рассказала Жанна Тулебаева, экономист Института торговли.\n\n"
        "— Сколько это стоит?\n\n— По моим расчётам, издержки бизнеса в Казахстане составили 310 млн долларов.\n\n"
        "— А выгода?\n\n— Если контроль станет прозрачным, Казахстан может получить упрощённый порядок поставок."
    )
    draft = draft_by_extraction(article(text), load_lens())
    said = [p.text for p in proposals(draft) if p.speaker]
    assert any("издержки бизнеса" in text for text in said)
    assert not [text for text in said if "—" in text[:3]]


def test_headings_may_be_in_another_language_and_sentences_stay_in_their_own() -> None:
    draft = draft_by_extraction(article(), load_lens(), language="kk")
    assert draft.language == "kk"
    assert draft.event[0].text in article().text


def test_own_words_of_an_expert_stand_in_quotation_marks() -> None:
    draft = draft_by_extraction(article(), load_lens())
    texts = [p.text for p in proposals(draft) if p.speaker and p.speaker.name == "Ерлан Сабитов"]
    assert any(text.startswith("«") and text.endswith("»") for text in texts)
    assert all("сказал политолог" not in text for text in texts)


def test_every_dimension_of_the_lens_is_shown_covered_or_not() -> None:
    lens = load_lens()
    draft = draft_by_extraction(article(), lens)
    assert [d.id for d in draft.dimensions] == [d.id for d in lens.dimensions]
    assert all(d.citations for d in draft.dimensions if d.sign != "not_covered")
    assert all(1 <= d.level <= 4 for d in draft.dimensions if d.sign != "not_covered")


@pytest.mark.parametrize(
    "text",
    [
        "Казахстан",
        "# Только заголовок",
        "— Да?\n\n— Нет.",
        "Это так.\n\nЭто не так.",
        "«Казахстан {words} {0}», — сказал политолог Ерлан Сабитов. Нас относят к {names} странам.",
        "x" * 5000,
    ],
)
def test_no_text_is_too_poor_for_a_brief(text: str) -> None:
    brief = brief_article(article(text), load_lens())
    assert brief.title.text
    assert len(brief.bottom_line) <= 3
