from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import Confidence, Dimension, Draft, Judgement, Proposal, Sentence
from briefings.drafting.parts import cut, halves, merge
from briefings.errors import UserError
from tests.drafting.material import article_of


def words_in(sentence: Sentence) -> int:
    """Stands in for tokens: a sentence's length in letters."""
    return sentence.end - sentence.start


sentences = st.text("абв", min_size=1, max_size=9)
paragraphs = st.one_of(
    st.lists(sentences, min_size=1, max_size=5).map(tuple), sentences.map(lambda line: (f"# {line}",))
)
articles = st.lists(paragraphs, min_size=1, max_size=12).map(lambda chosen: article_of(*chosen))


@given(articles, st.integers(9, 60))
def test_parts_are_the_article_and_each_fits(article, room: int) -> None:
    parts = cut(article.sentences, size=words_in, room=room)
    assert tuple(sentence for part in parts for sentence in part) == article.sentences
    assert all(sum(map(words_in, part)) <= room for part in parts)
    assert all(parts)


@given(articles)
def test_halves_are_the_article_and_neither_is_empty(article) -> None:
    if len(article.sentences) > 1:
        first, second = halves(article.sentences)
        assert first
        assert second
        assert first + second == article.sentences


def test_a_text_that_fits_is_one_part() -> None:
    article = article_of(("аа", "бб"), ("вв",))
    assert cut(article.sentences, size=words_in, room=6) == [article.sentences]


def test_a_cut_falls_between_paragraphs_and_never_after_a_heading() -> None:
    article = article_of(("аа", "аа"), ("# заг",), ("бб", "бб"), ("вв",))
    parts = cut(article.sentences, size=words_in, room=9)
    assert [[s.id for s in part] for part in parts] == [["S1", "S2"], ["H1", "S3", "S4", "S5"]]


def test_halves_are_cut_at_the_paragraph_nearest_the_middle() -> None:
    article = article_of(("а",), ("б", "в", "г"), ("д", "е"))
    assert [[s.id for s in half] for half in halves(article.sentences)] == [
        ["S1", "S2", "S3", "S4"],
        ["S5", "S6"],
    ]


def test_a_paragraph_too_long_is_cut_between_sentences() -> None:
    article = article_of(("ааа", "ббб", "ввв"))
    parts = cut(article.sentences, size=words_in, room=6)
    assert [[s.id for s in part] for part in parts] == [["S1", "S2"], ["S3"]]


def test_a_sentence_too_long_is_named() -> None:
    article = article_of(("а",), ("б" * 20,))
    with pytest.raises(UserError, match="S2 alone has 20 tokens where 10 fit"):
        cut(article.sentences, size=words_in, room=10)
    with pytest.raises(UserError, match="S2 alone"):
        halves(article.sentences[1:])


def proposal(text: str, *citations: str) -> Proposal:
    return Proposal(text, "reported", citations)


def draft(**fields) -> Draft:
    return Draft("ru", "model", **fields)


def test_one_part_is_left_as_it_is() -> None:
    whole = draft(title=proposal("т", "S1"), gaps=("когда",), event=(proposal("а", "S1"),) * 9)
    assert merge([whole]) == whole


def test_title_and_bottom_line_come_from_the_first_part_that_has_them() -> None:
    first = draft()
    second = draft(title=proposal("второй", "S9"), bottom_line=(proposal("итог", "S9"),))
    third = draft(title=proposal("третий", "S20"), bottom_line=(proposal("другой", "S20"),))
    merged = merge([first, second, third])
    assert merged.title == second.title
    assert merged.bottom_line == second.bottom_line


def test_the_same_statement_with_the_same_sentences_stands_once() -> None:
    first = draft(event=(proposal("Карьер откроют.", "S1", "S2"), proposal("Дорога.", "S1")))
    second = draft(event=(proposal("карьер  откроют.", "S2", "S1"), proposal("Дорога.", "S2")))
    assert merge([first, second]).event == (*first.event, second.event[1])


def test_no_part_crowds_out_another() -> None:
    first = draft(watch=tuple(proposal(f"а{n}", "S1") for n in range(9)))
    second = draft(watch=tuple(proposal(f"б{n}", "S50") for n in range(9)))
    assert [p.text for p in merge([first, second]).watch] == ["а0", "а1", "б0", "б1"]


def test_judgements_share_their_room_too() -> None:
    parts = [draft(positioning=(Judgement(proposal(f"{n}", f"S{n}")),)) for n in (1, 2, 3)]
    assert [j.proposal.text for j in merge(parts).positioning] == ["1", "2"]


def test_the_lowest_confidence_holds_for_the_whole() -> None:
    parts = [draft(confidence=Confidence("moderate", "а")), draft(confidence=Confidence("low", "б")), draft()]
    assert merge(parts).confidence == Confidence("low", "б")


def test_a_gap_of_one_part_may_be_filled_by_another_and_is_not_claimed() -> None:
    assert merge([draft(gaps=("сумма",)), draft()]).gaps == ()


@pytest.mark.parametrize(
    ("signs", "merged"),
    [
        (["+", "+"], "+"),
        (["+", "-"], "±"),
        (["not_covered", "-"], "-"),
        (["+", "±"], "±"),
        (["not_covered", "not_covered"], "not_covered"),
    ],
)
def test_signs_of_a_dimension_are_put_together(signs, merged: str) -> None:
    parts = [draft(dimensions=(Dimension("tech_ai", sign, 1, ("S1",)),)) for sign in signs]
    assert merge(parts).dimensions[0].sign == merged


def test_a_merged_dimension_has_the_highest_level_and_all_citations_once() -> None:
    first = draft(dimensions=(Dimension("tech_ai", "+", 1, ("S1", "S2")),))
    second = draft(dimensions=(Dimension("tech_ai", "+", 3, ("S2", "S90")),))
    assert merge([first, second]).dimensions == (Dimension("tech_ai", "+", 3, ("S1", "S2", "S90")),)


def test_merging_a_draft_with_itself_changes_only_its_gaps() -> None:
    whole = draft(event=(proposal("а", "S1"), proposal("б", "S2")), watch=(proposal("в", "S3"),), gaps=("г",))
    assert merge([whole, whole]) == replace(whole, gaps=())
