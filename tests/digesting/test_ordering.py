from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.digesting.ordering import in_order, merits_of, score_of, source_quality, tier_of
from briefings.domain import Dimension, Merits, Statement, Story
from briefings.lens import load_lens
from tests.stories import a_brief

LENS = load_lens()


@pytest.mark.parametrize(
    ("language", "text", "tier"),
    [
        ("ru", "Президент Казахстана подписал указ о транзите.", 1),
        ("ru", "Глава государства принял делегацию Нидерландов.", 1),
        ("kk", "Мемлекет басшысы өңірге жұмыс сапарымен барды.", 1),
        ("en", "Kazakhstan's Foreign Ministry opened a consulate in Osaka.", 1),
        ("ru", "В МИД рассказали о новой программе.", 1),
        ("ru", "Китай направил Казахстану ноту протеста.", 1),
        ("ru", "МИД Китая сообщил о переговорах с Казахстаном.", 2),
        ("en", "The President of Uzbekistan opened a plant in Navoi.", 3),
        ("en", "The United States lifted a duty on Kazakh titanium.", 2),
        ("kk", "Ресей Қазақстанға газ жеткізуді арттырады.", 2),
        ("en", "China and Russia agreed on a gas price.", 4),
        ("kk", "Өзбекстан мен Тәжікстан шекара туралы келісті.", 3),
        ("ru", "ШОС провела учения.", 3),
        ("en", "A flood closed a road near Aktobe in Kazakhstan.", 4),
    ],
)
def test_the_tier_is_told_by_who_acts_towards_whom(language: str, text: str, tier: int) -> None:
    assert tier_of([a_brief(text, language=language)], LENS) == tier  # type: ignore[arg-type]


def test_comment_without_an_event_stands_last() -> None:
    view = a_brief("President of Kazakhstan must be heard, says an analyst", genre="opinion_column")
    assert tier_of([view], LENS) == 5


def test_a_comment_that_alone_tells_an_event_stands_where_the_event_belongs() -> None:
    view = a_brief(
        "A bold step", "The President of Kazakhstan signed the transit law.", genre="expert_comment"
    )
    assert tier_of([view], LENS) == 1


def test_beside_a_report_a_comment_does_not_lift_a_story() -> None:
    report = a_brief("A flood closed a road near Aktobe.")
    view = a_brief("Kazakhstan and Russia must act", "Russia warned Kazakhstan of floods.", genre="analysis")
    assert tier_of([report, view], LENS) == 4


def test_the_merits_multiply_to_the_score() -> None:
    brief = a_brief("Kazakhstan hosts talks", dimensions=(Dimension("mediation_convening", "+", 3, ("S1",)),))
    merits = merits_of([brief], 2, "changed", LENS)
    assert merits == Merits(impact=0.9, directness=1.0, novelty=0.9, source=0.8)
    assert score_of(merits) == 0.648


@pytest.mark.parametrize(
    ("title", "event", "directness"),
    [
        ("Kazakhstan votes", "Talks ended.", 1.0),
        ("Talks ended", "Kazakhstan voted.", 0.8),
        ("Rain", "It rained.", 0.4),
    ],
)
def test_directness_is_how_near_to_the_headline_the_country_is_named(
    title: str, event: str, directness: float
) -> None:
    assert merits_of([a_brief(title, event)], 1, "new", LENS).directness == directness


def test_official_texts_stand_before_agencies_and_these_before_outlets_and_comment() -> None:
    texts = [
        a_brief("Talks", genre="official_release"),
        a_brief("Talks", outlet="Kazinform News Agency"),
        a_brief("Talks", outlet=None),
        a_brief("Talks", outlet="Reuters", genre="opinion_column"),
    ]
    assert [source_quality(brief, LENS) for brief in texts] == [1.0, 0.9, 0.8, 0.5]


@given(st.integers(1, 9), st.sampled_from(["new", "changed", "confirmed", "withdrawn", "silent"]))
def test_a_score_lies_above_nought_and_up_to_one_and_grows_with_origins(origins: int, change: str) -> None:
    brief = a_brief("Talks in Astana")
    fewer, more = (merits_of([brief], n, change, LENS) for n in (origins, origins + 1))  # type: ignore[arg-type]
    assert 0 < score_of(fewer) <= score_of(more) <= 1


def test_tier_comes_before_score_and_score_before_number() -> None:
    brief = a_brief("Talks")
    stories = [
        Story("d", brief, tier=2, score=0.9),
        Story("c", brief, tier=1, score=0.1),
        Story("b", brief, tier=1, score=0.3),
        Story("a", brief, tier=1, score=0.3),
    ]
    assert [story.key for story in sorted(stories, key=in_order)] == ["a", "b", "c", "d"]


def test_what_was_withheld_lifts_nothing() -> None:
    from briefings.domain import Finding, Withheld

    out = Withheld(
        "event",
        Statement("The President of Kazakhstan resigned.", "reported", ("S1",)),
        (Finding("support", ""),),
    )
    assert tier_of([a_brief("A flood closed a road.", withheld=(out,))], LENS) == 4
