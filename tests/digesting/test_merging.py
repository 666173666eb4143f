from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.digesting.likeness import SAME_EVENT, likeness
from briefings.digesting.merging import merge
from briefings.digesting.telling import telling_of
from briefings.errors import UserError
from tests.measuring.merging import HALVES, b_cubed, ours
from tests.stories import a_brief, told

if TYPE_CHECKING:
    from briefings.digesting.merging import Pair
    from briefings.domain import Brief

BRIEFS = [one.brief for half in HALVES for one in told(half)]
TELLINGS = [telling_of(brief) for brief in BRIEFS]
some = st.lists(st.sampled_from(range(len(BRIEFS))), min_size=2, max_size=12, unique=True)


def grouped(
    briefs: list[Brief], keep_apart: tuple[Pair, ...] = (), join: tuple[Pair, ...] = ()
) -> set[frozenset[str]]:
    groups = merge(briefs, keep_apart, join)
    return {frozenset(brief.id for brief in group.briefs) for group in groups}


@pytest.mark.parametrize("half", HALVES)
def test_the_labelled_stories_are_merged_as_well_as_measured(half: str) -> None:
    stories = told(half)
    row = b_cubed("ours", half, stories, ours(stories))
    assert row.precision >= 0.9
    assert row.recall >= 0.9


@given(st.sampled_from(TELLINGS), st.sampled_from(TELLINGS))
def test_likeness_is_the_same_both_ways_and_a_share(one: object, other: object) -> None:
    assert likeness(one, other) == likeness(other, one)  # type: ignore[arg-type]
    assert 0 <= likeness(one, other) <= 1  # type: ignore[arg-type]


@settings(max_examples=30, deadline=None)
@given(some.flatmap(lambda chosen: st.tuples(st.just(chosen), st.permutations(chosen))))
def test_the_order_of_the_briefs_changes_no_group(orders: tuple[list[int], list[int]]) -> None:
    one, other = ([BRIEFS[at] for at in order] for order in orders)
    assert grouped(one) == grouped(other)


@settings(max_examples=30, deadline=None)
@given(some, st.data())
def test_every_brief_is_in_one_group_and_what_a_person_decided_holds(
    chosen: list[int], data: st.DataObject
) -> None:
    briefs = [BRIEFS[at] for at in chosen]
    pair = (briefs[0].id, briefs[1].id)
    joined = data.draw(st.booleans())
    groups = grouped(briefs, **({"join": (pair,)} if joined else {"keep_apart": (pair,)}))
    assert sorted(number for group in groups for number in group) == sorted(brief.id for brief in briefs)
    assert any(group.issuperset(pair) for group in groups) is joined


def test_what_is_to_be_joined_and_kept_apart_is_refused() -> None:
    briefs = BRIEFS[:3]
    a, b, c = (brief.id for brief in briefs)
    with pytest.raises(UserError, match="joined and kept apart"):
        merge(briefs, keep_apart=[(a, c)], join=[(a, b), (b, c)])


def test_a_decision_about_briefs_of_another_day_is_passed_over() -> None:
    assert grouped(BRIEFS[:2], (("2020-01-01/01-ru", BRIEFS[0].id),)) == grouped(BRIEFS[:2])


def test_one_article_briefed_in_two_languages_is_one_story() -> None:
    one = a_brief("Ministers met.", number="2031-03-03/01-en")
    other = a_brief("Ministers met.", number="2031-03-03/01-kk")
    assert len(merge([one, other])) == 1


def test_reports_of_one_routine_weeks_apart_are_two_events() -> None:
    line = "The National Bank raised its base rate to 16.5 percent, Governor Aidos Serik said."
    one = a_brief("Rate raised", line, number="2031-03-03/01-en", published="2031-03-03")
    other = a_brief("Rate raised again", line, number="2031-04-14/01-en", published="2031-04-14")
    assert len(merge([one, other])) == 2


def test_words_alone_do_not_make_an_event() -> None:
    one = a_brief("Water talks", "The ministers agreed on water and energy.", number="2031-03-03/01-en")
    other = a_brief("Talks on water", "The ministers agreed on energy and water.", number="2031-03-03/02-en")
    assert likeness(telling_of(one), telling_of(other)) < SAME_EVENT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Министр Ғалымжан Үлгібаев Ақтоғайда жиын өткізді.",
            "Министр Галымжан Ульгибаев провёл совещание в Актогае.",
        ),
        ("Serik Ospanov opened a plant in Pavlodar.", "Серік Оспанов Павлодарда зауыт ашты."),
    ],
)
def test_a_name_is_the_same_in_every_case_and_alphabet(one: str, other: str) -> None:
    first, second = (telling_of(a_brief(text)) for text in (one, other))
    assert not first.names.items[1].keys.isdisjoint(second.names.keys)
    assert first.names.shared(second.names) >= 1
    assert likeness(first, second) >= SAME_EVENT


# One person, one place or one body, two events of a day. All invented.
TWO_EVENTS = [
    (
        "Министр труда Алуа Сейтжан открыла в Таразе центр занятости на 80 мест.",
        "Министр труда Алуа Сейтжан пообещала учителям Тараза жильё.",
    ),
    (
        "Көлік министрі Нартай Бекенов Ақтауда жаңа паром терминалын ашты.",
        "Көлік министрі Нартай Бекенов Ақтауда жүргізушілердің шағымын тыңдады.",
    ),
    (
        "Energy Minister Nartai Bekenov opened a gas plant in Atyrau that cost $900 million.",
        "Energy Minister Nartai Bekenov told drivers in Atyrau that petrol would cost 310 tenge.",
    ),
    (
        "Министр иностранных дел Казахстана Нартай Бекенов провёл телефонный разговор с министром Польши.",
        "Министр иностранных дел Казахстана Нартай Бекенов провёл телефонный разговор с министром Японии.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), TWO_EVENTS)
def test_two_events_of_one_person_in_one_place_are_two(one: str, other: str) -> None:
    first = a_brief(one, number="2031-03-03/01-en")
    second = a_brief(other, number="2031-03-03/02-en")
    assert len(merge([first, second])) == 2


def test_a_later_report_of_one_event_may_have_other_figures() -> None:
    first = a_brief("Пожар в Аршалы", "В посёлке Аршалы сгорели 14 домов.", published="2031-03-03")
    later = a_brief(
        "Пожар в Аршалы потушен", "В Аршалы потушен пожар, сгорело 19 домов.", published="2031-03-04"
    )
    same_day = a_brief(
        "Пожар в Аршалы потушен", "В Аршалы потушен пожар, сгорело 19 домов.", published="2031-03-03"
    )
    told_first, told_later, told_at_once = (telling_of(brief) for brief in (first, later, same_day))
    assert likeness(told_first, told_later) >= SAME_EVENT
    assert likeness(told_first, told_at_once) < likeness(told_first, told_later)


def test_what_a_person_is_called_is_no_part_of_the_event() -> None:
    told_so = telling_of(a_brief("Министр финансов Нартай Бекенов приехал в Аршалы.", language="ru"))
    assert "finance" not in told_so.acts.keys
    assert "minister" not in told_so.acts.keys


def test_a_month_is_no_name_and_the_foreign_ministry_is_not_in_delhi() -> None:
    english = telling_of(a_brief("Officials of the port said on Tuesday that exports fell in February."))
    russian = telling_of(a_brief("Об этом сообщил министр иностранных дел Польши.", language="ru"))
    assert english.names.items == ()
    assert russian.countries == {"Poland"}


def test_a_headline_in_title_case_makes_no_names() -> None:
    told_so = telling_of(a_brief("Grain Exports Rise As Harvest Beats Forecasts Again"))
    assert told_so.names.items == ()


def test_an_empty_day_has_no_groups() -> None:
    assert merge([]) == ()
