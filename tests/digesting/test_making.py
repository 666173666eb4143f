from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.digesting import make_digest
from briefings.digesting.running import briefs_of
from briefings.domain import Finding, Statement, Withheld
from briefings.errors import UserError
from briefings.lens import load_lens
from briefings.rendering.digest_document import digest_document, digest_from_document
from tests.briefs import sample_brief
from tests.stories import a_brief, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Brief, Digest, Story

ROOT = Path(__file__).parents[2]
LENS = load_lens()
DAYS = {
    "2031-03-03": ("2031-02-28T06:30:00+05:00", "2031-03-03T06:30:00+05:00"),
    "2031-03-04": ("2031-03-03T06:30:00+05:00", "2031-03-04T06:30:00+05:00"),
    "2031-03-05": ("2031-03-04T06:30:00+05:00", "2031-03-05T06:30:00+05:00"),
    "2031-03-06": ("2031-03-05T06:30:00+05:00", "2031-03-06T06:30:00+05:00"),
    "2031-03-07": ("2031-03-06T06:30:00+05:00", "2031-03-07T06:30:00+05:00"),
    "2031-03-10": ("2031-03-07T06:30:00+05:00", "2031-03-10T06:30:00+05:00"),
}
LABELLED = [one.brief for one in told("tuned")]


def digest(briefs: list[Brief], day: str = "2031-03-04", **options: Any) -> Digest:
    """The digest of `day` of those `briefs` that were made in its hours."""
    since, until = DAYS[day]
    arrived = [brief for brief in briefs if since <= brief.made.created < until]
    return make_digest(
        arrived, number=7, day=day, since=since, until=until, lens=LENS, **({"language": "en"} | options)
    )


def numbers(made: Digest) -> list[str]:
    return [brief.id for story in (*made.stories, *made.more) for brief in briefs_of(story)]


def leads(stories: tuple[Story, ...]) -> list[str]:
    return [story.lead.title.text for story in stories]


def statements(value: object) -> Iterator[Statement]:
    """Every statement that a digest holds anywhere."""
    if isinstance(value, Statement):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from statements(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from statements(item)


@settings(max_examples=15, deadline=None)
@given(st.permutations(LABELLED), st.sampled_from(["2031-03-04", "2031-03-05"]))
def test_the_order_in_which_briefs_arrive_never_changes_the_digest(shuffled: list[Brief], day: str) -> None:
    assert digest(shuffled, day) == digest(LABELLED, day)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(LABELLED), unique=True, max_size=20))
def test_every_brief_of_the_hours_is_in_the_digest_once_and_no_other(briefs: list[Brief]) -> None:
    since, until = DAYS["2031-03-04"]
    assert sorted(numbers(digest(briefs))) == sorted(b.id for b in briefs if since <= b.made.created < until)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(LABELLED), unique=True, min_size=1, max_size=6),
    st.text("ӘҒҚҢӨҰҮҺІё x", min_size=12),
)
def test_a_withheld_statement_never_enters(briefs: list[Brief], text: str) -> None:
    text = f"withheld {text}"
    out = Withheld("event", Statement(text, "reported", ("S1",)), (Finding("support", text),))
    made = digest([replace(brief, withheld=(out,)) for brief in briefs])
    assert text not in json.dumps(digest_document(made), ensure_ascii=False)


@pytest.mark.parametrize(
    "marking",
    [
        "ДСП",
        "ҚБП",
        "дсп",
        "TLP:AMBER",
        "TLP:RED",
        "TLP:AMBER+STRICT",
        "",
        "секретно",
        "tlp:clear",
        "TLP: CLEAR",
    ],
)
def test_a_brief_marked_above_what_mail_may_carry_never_enters(marking: str) -> None:
    barred = a_brief("Kazakhstan hosts talks", number="2031-03-03/01-en", marking=marking)
    made = digest([barred, a_brief("A flood closed a road", number="2031-03-03/02-en")])
    assert numbers(made) == ["2031-03-03/02-en"]
    assert made.kept_back == 1
    assert "hosts talks" not in json.dumps(digest_document(made))


def test_a_brief_that_is_marked_later_leaves_the_running_stories_and_the_watch_list_too() -> None:
    watch = (Statement("Who comes to the talks.", "assessment", ("S1",)),)
    brief = a_brief("Kazakhstan hosts talks", number="2031-03-03/01-en", watch=watch)
    first = digest([brief])
    second = digest([], "2031-03-05", previous=first, barred=[brief.id])
    assert (len(first.stories), len(first.watch)) == (1, 1)
    assert "talks" not in json.dumps(digest_document(second))


def test_the_digest_has_the_strictest_marking_of_what_is_in_it() -> None:
    clear = a_brief("Talks", number="2031-03-03/01-en", marking="TLP:CLEAR")
    green = a_brief("Rain", number="2031-03-03/02-en", marking="TLP:GREEN")
    assert digest([clear]).marking == "TLP:CLEAR"
    assert digest([clear, green]).marking == "TLP:GREEN"
    assert digest([]).marking == "TLP:CLEAR"


def test_of_several_revisions_the_last_one_is_taken() -> None:
    first = a_brief("Talks are planned", number="2031-03-03/01-en")
    second = replace(a_brief("Talks were held", number="2031-03-03/01-en"), revision=2)
    assert leads(digest([second, first]).stories) == ["Talks were held"]


def test_a_day_without_briefs_makes_a_digest_that_has_nothing() -> None:
    made = digest([])
    assert (made.stories, made.more, made.silent, made.watch, made.kept_back) == ((), (), (), (), 0)


PLACES = [
    "Atyrau",
    "Pavlodar",
    "Kostanay",
    "Taraz",
    "Semey",
    "Turkistan",
    "Balkhash",
    "Aktau",
    "Oral",
    "Zhezkazgan",
    "Temirtau",
]


def a_day(reports: int, comments: int) -> list[Brief]:
    briefs = [
        a_brief(
            f"{place} flooded",
            f"A flood closed {place} for {7 * at + 13} days.",
            number=f"2031-03-03/{at + 1:02d}-en",
        )
        for at, place in enumerate(PLACES[:reports])
    ]
    return briefs + [
        a_brief(f"{name} must think", number=f"2031-03-03/{at:02d}-en", genre="opinion_column")
        for at, name in enumerate(["Brussels", "Tokyo", "Nairobi", "Lima", "Oslo", "Quito", "Delhi"][:comments], 50)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("reports", "comments", "full", "more"),
    [(3, 0, 3, 0), (11, 0, 8, 3), (2, 7, 5, 4), (6, 3, 6, 3), (11, 2, 8, 5)],
)
def test_five_to_eight_stories_are_told_in_full_and_the_rest_in_a_line_each(
    reports: int, comments: int, full: int, more: int
) -> None:
    made = digest(a_day(reports, comments))
    assert (len(made.stories), len(made.more)) == (full, more)


def test_the_official_text_leads_a_story_and_every_other_brief_has_its_reason() -> None:
    made = digest(LABELLED, language="ru")
    story = next(story for story in made.stories if "локомотивов" in story.lead.title.text)
    assert story.lead.article.genre == "official_release"
    assert story.origins == 3
    assert story.reasons == (
        "тот же текст",
        "общее: Даурен Жаксылыков, Norvik Rail, 300 локомотивов, Астане",
        "общее: Даурен Жаксылыков, Norvik Rail, Пол Мерсер, 300 локомотивов, 4 млрд долларов",
    )
    assert [c.about for c in story.contradictions] == ["Сумма: 4 млрд долларов — $4.2 billion"]


def test_reasons_are_in_the_language_of_the_digest() -> None:
    made = digest(LABELLED, language="kk")
    reasons = [reason for story in made.stories for reason in story.reasons]
    assert reasons
    assert all(reason.startswith("ортақ: ") or reason == "мәтіні бірдей" for reason in reasons)


def test_a_person_can_keep_apart_and_join() -> None:
    one = a_brief("Norvik sells 300 locomotives", number="2031-03-03/01-en")
    other = a_brief("Norvik to sell 300 locomotives to Kazakhstan", number="2031-03-03/02-en")
    third = a_brief("A flood closed a road", number="2031-03-03/03-en")
    assert len(digest([one, other, third]).stories) == 2
    assert len(digest([one, other, third], keep_apart=[(one.id, other.id)]).stories) == 3
    joined = digest([one, other, third], join=[(third.id, one.id)])
    assert len(joined.stories) == 1
    assert joined.stories[0].reasons.count("joined by hand") == 1


def test_a_running_story_keeps_its_key_and_says_what_changed() -> None:
    first = digest(LABELLED, "2031-03-04")
    second = digest(LABELLED, "2031-03-05", previous=first)
    before = next(s for s in first.stories if "Norvik" in s.lead.title.text)
    now = next(s for s in second.stories if "Norvik" in s.lead.title.text)
    assert (now.key, now.previous, now.change) == (before.key, before.lead.id, "changed")
    assert now.change_detail is not None
    assert "120" in now.change_detail


def test_what_a_person_kept_apart_is_no_running_story_either() -> None:
    first = digest([a_brief("Norvik sells 300 locomotives", number="2031-03-03/01-en")])
    follow_up = a_brief("Norvik ships 300 locomotives", number="2031-03-04/01-en", published="2031-03-04")
    assert digest([follow_up], "2031-03-05", previous=first).stories[0].change != "new"
    apart = digest([follow_up], "2031-03-05", previous=first, keep_apart=[("2031-03-03/01-en", follow_up.id)])
    assert apart.stories[0].change == "new"
    other = a_brief("Rain in Oslo", number="2031-03-04/02-en", published="2031-03-04")
    joined = digest([other], "2031-03-05", previous=first, join=[(other.id, "2031-03-03/01-en")])
    assert joined.stories[0].previous == "2031-03-03/01-en"


def test_a_story_without_news_is_named_as_silent_for_three_days() -> None:
    first = digest([a_brief("Norvik sells 300 locomotives", number="2031-03-03/01-en")])
    second = digest([], "2031-03-05", previous=first)
    assert [(s.change, s.previous) for s in second.silent] == [("silent", "2031-03-03/01-en")]
    assert digest([], "2031-03-10", previous=second).silent == ()


def test_a_silent_story_that_goes_on_is_running_still() -> None:
    first = digest([a_brief("Norvik sells 300 locomotives", number="2031-03-03/01-en")])
    second = digest([], "2031-03-05", previous=first)
    follow_up = a_brief("Norvik ships 300 locomotives", number="2031-03-07/01-en", published="2031-03-07")
    third = digest([follow_up], "2031-03-10", previous=second)
    assert third.stories[0].key == first.stories[0].key


def test_a_withdrawn_brief_leaves_the_digest_and_the_reader_is_told_once() -> None:
    brief = a_brief("Norvik sells 300 locomotives", number="2031-03-03/01-en")
    first = digest([brief])
    second = digest([brief], "2031-03-05", previous=first, withdrawn=[brief.id])
    assert second.stories == ()
    assert [(s.change, s.change_detail) for s in second.more] == [
        ("withdrawn", "brief 2031-03-03/01-en withdrawn")
    ]
    assert second.withdrawn == (brief.id,)
    known = {"withdrawn": [brief.id], "known_withdrawn": [brief.id]}
    third = digest([brief], "2031-03-10", previous=second, **known)
    assert (third.stories, third.more, third.silent) == ((), (), ())


def test_a_story_that_goes_on_tells_that_its_brief_was_withdrawn() -> None:
    old = [
        a_brief("Norvik sells 300 locomotives", number="2031-03-03/01-en"),
        a_brief("Norvik will sell Kazakhstan 300 locomotives", number="2031-03-03/02-en"),
    ]
    first = digest(old)
    follow_up = a_brief("Norvik ships 300 locomotives", number="2031-03-04/01-en", published="2031-03-04")
    second = digest([follow_up], "2031-03-05", previous=first, withdrawn=["2031-03-03/01-en"])
    assert [(s.change, s.change_detail) for s in second.stories] == [
        ("withdrawn", "brief 2031-03-03/01-en withdrawn")
    ]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(LABELLED), unique=True, max_size=15), st.data())
def test_over_several_days_no_brief_is_told_twice_and_every_story_says_how_it_stands(
    briefs: list[Brief], data: st.DataObject
) -> None:
    previous = None
    printed: list[str] = []
    for day in DAYS:
        previous = digest(
            briefs, day, previous=previous, language=data.draw(st.sampled_from(["ru", "kk", "en"]))
        )
        for story in (*previous.stories, *previous.more):
            printed += [brief.id for brief in briefs_of(story)]
            assert (story.previous is None) == (story.change == "new")
            assert len(story.reasons) == len(story.others)
    assert sorted(printed) == sorted(brief.id for brief in briefs)


def test_a_digest_survives_its_document_letter_by_letter() -> None:
    full = [
        replace(
            sample_brief(code), made=replace(sample_brief(code).made, created="2031-03-03T12:00:00+05:00")
        )
        for code in ("ru", "kk", "en")
    ]  # type: ignore[arg-type]
    first = digest([*LABELLED, *full])
    second = digest(LABELLED, "2031-03-05", previous=first)
    for made in (first, second, digest([])):
        text = json.dumps(digest_document(made), ensure_ascii=False)
        assert digest_from_document(json.loads(text)) == made


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ({"schema": 2}, "not a digest of schema 1 but 2"),
        ({"number": "seven"}, "damaged at number"),
        ({"stories": [{}]}, "damaged at stories.0"),
    ],
)
def test_a_document_that_is_no_digest_is_refused(spoil: dict[str, Any], said: str) -> None:
    with pytest.raises(UserError, match=said):
        digest_from_document(digest_document(digest([])) | spoil)


def test_no_statement_of_a_digest_is_made_up() -> None:
    made = digest(LABELLED, "2031-03-05", previous=digest(LABELLED, "2031-03-04"))
    written = {statement.text for brief in LABELLED for statement in statements(brief)}
    assert {statement.text for statement in statements(made)} <= written


def test_a_digest_is_the_same_in_every_process() -> None:
    code = (
        "import json; from tests.digesting.test_making import LABELLED, digest; "
        "from briefings.rendering.digest_document import digest_document; "
        "print(json.dumps(digest_document(digest(LABELLED, '2031-03-05', previous=digest(LABELLED, '2031-03-04')))))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1
    assert len(json.loads(printed.pop())["stories"]) > 3
