from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefings.drafting.by_extraction import draft_by_extraction
from briefings.language.folding import fold
from briefings.lens import load_lens
from briefings.pipeline import brief_article
from briefings.readers import read_article
from tests.articles import article

if TYPE_CHECKING:
    from briefings.domain import Draft, Proposal

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.*"))


def proposals(draft: Draft) -> list[Proposal]:
    listed = [*draft.bottom_line, *draft.event, *draft.stakes, *draft.expert_views, *draft.watch]
    return [*([draft.title] if draft.title else []), *listed, *(j.proposal for j in draft.positioning)]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_every_statement_is_the_sources_own_words(seed: Path) -> None:
    read = read_article(seed)
    for proposal in proposals(draft_by_extraction(read, load_lens())):
        (number,) = proposal.citations
        assert fold(proposal.text).text.strip(" .") in fold(read.words_of(read.by_id[number])).text


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_no_sentence_stands_twice(seed: Path) -> None:
    draft = draft_by_extraction(read_article(seed), load_lens())
    counts = Counter(number for p in proposals(draft) for number in p.citations)
    assert counts.most_common(1)[0][1] == 1


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_nothing_of_it_is_withheld_at_the_door(seed: Path) -> None:
    brief = brief_article(read_article(seed), load_lens())
    assert [(w.statement.text, [f.detail for f in w.findings]) for w in brief.withheld] == []
    assert brief.event
    assert len(brief.expert_views) >= 2


def test_the_same_article_gives_the_same_draft() -> None:
    assert draft_by_extraction(article(), load_lens()) == draft_by_extraction(article(), load_lens())


def test_there_is_no_assessment_of_ours_in_it() -> None:
    draft = draft_by_extraction(article(), load_lens())
    assert {p.voice for p in proposals(draft)} <= {"reported", "official", "expert"}
    assert draft.comparison == ()


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
    assert all(d.level == 1 for d in draft.dimensions if d.sign != "not_covered")
