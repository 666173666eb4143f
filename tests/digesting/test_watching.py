from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefings.digesting.watching import watch_list
from briefings.domain import Indicator, Statement
from tests.stories import a_brief


def to_watch(text: str) -> Statement:
    return Statement(text, "assessment", ("S1",))


def indicator(text: str, since: str, brief: str = "2031-03-01/01-en") -> Indicator:
    return Indicator(to_watch(text), brief, since)


def test_todays_indicators_stand_before_those_of_the_last_digest() -> None:
    brief = a_brief("Talks", watch=(to_watch("Who signs."),))
    found = watch_list([brief], [indicator("Who comes.", "2031-03-02")], "2031-03-04")
    assert [(i.statement.text, i.brief, i.since) for i in found] == [
        ("Who signs.", brief.id, "2031-03-04"),
        ("Who comes.", "2031-03-01/01-en", "2031-03-02"),
    ]


def test_what_is_set_again_keeps_the_day_it_was_first_set() -> None:
    brief = a_brief("Talks", watch=(to_watch("Who  COMES."),))
    found = watch_list([brief], [indicator("Who comes.", "2031-03-02")], "2031-03-04")
    assert [(i.brief, i.since) for i in found] == [(brief.id, "2031-03-02")]


def test_what_nobody_repeats_for_two_weeks_is_dropped() -> None:
    kept, dropped = indicator("Who comes.", "2031-03-02"), indicator("Who pays.", "2031-03-01")
    assert watch_list([], [dropped, kept], "2031-03-16") == (kept,)


def test_an_indicator_whose_day_is_past_is_left_out() -> None:
    past = to_watch("Подпишут ли документ 3 марта 2031 года.")
    today = to_watch("Құжатқа 2031 жылғы 4 наурызда қол қойыла ма.")
    one_of_two = to_watch("Whether it is 3 March 2031 or 9 March 2031.")
    undated = to_watch("Подпишут ли документ 3 марта.")
    found = watch_list([a_brief("Talks", watch=(past, today, one_of_two, undated))], [], "2031-03-04")
    assert [i.statement for i in found] == [today, one_of_two, undated]


def test_a_date_there_is_none_of_does_not_end_an_indicator() -> None:
    odd = to_watch("Подпишут ли документ 31 февраля 2031 года.")
    assert [i.statement for i in watch_list([a_brief("T", watch=(odd,))], [], "2031-03-04")] == [odd]


@given(st.lists(st.text(min_size=1, max_size=8), max_size=30))
def test_the_list_is_never_longer_than_ten_and_repeats_nothing(texts: list[str]) -> None:
    found = watch_list([a_brief("T", watch=tuple(map(to_watch, texts)))], [], "2031-03-04")
    assert len(found) <= 10
    assert len({i.statement.text for i in found}) == len(found)
