"""The day's digest out of the archive: nothing between two digests is lost, nothing is told twice."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.archive.content import as_json
from briefings.archive.deliveries import begun, issue_of, record_delivery, record_issue, reserve
from briefings.archive.opening import open_archive
from briefings.archive.store import Archive
from briefings.archive.withdrawals import withdraw, withdrawals
from briefings.digesting import Overruling, Window
from briefings.domain import Statement
from briefings.errors import UserError
from briefings.issuing import Composed, Desk, compose, digest_of, hours
from briefings.lens import load_lens
from briefings.rendering import brief_document
from briefings.rendering.digest_document import digest_document
from tests.stories import a_brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Brief, Digest

ALMATY = timezone(timedelta(hours=5))
DESK = Desk("en", load_lens(), time(6, 30), "Asia/Almaty")
PLACES = [
    "Atyrau", "Pavlodar", "Kostanay", "Taraz", "Semey", "Turkistan", "Balkhash", "Aktau", "Oral", "Zhezkazgan",
]  # fmt: skip


def at(moment: str) -> datetime:
    """A moment in Almaty: "4 07:15" is of 4 March 2031."""
    day, clock = moment.split()
    return datetime.combine(date(2031, 3, int(day)), time.fromisoformat(clock), ALMATY)


def a_flood(place: int, **more: Any) -> Brief:
    """The brief number `place`; no two are of one event."""
    title = f"{PLACES[place]} flooded for {7 * place + 13} days"
    return a_brief(title, number=f"2031-03-03/{place + 1:02d}-en", **more)


class Days:
    """A desk's days: briefs are stored, digests made and sent, at moments of our choosing."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive

    def store(self, brief: Brief, moment: datetime) -> None:
        self.archive.store(brief_document(brief), moment)

    def make(self, now: datetime, day: str | None = None) -> Composed:
        day = day or now.astimezone(ALMATY).date().isoformat()
        issue = reserve(self.archive.connection, day)
        composed = compose(self.archive, issue, Overruling(), DESK, now)
        digest = composed.digest
        record_issue(
            self.archive.connection,
            issue,
            language="en",
            since=digest.since,
            until=digest.until,
            document=as_json(digest_document(digest)),
            briefs={b.id: b.revision for b in digest.briefs if b.id not in digest.withdrawn},
            withdrawn=digest.withdrawn,
            eml_sha256="a" * 64,
        )
        return composed

    def send(self, now: datetime, day: str | None = None) -> Digest:
        digest = self.make(now, day).digest
        issue = reserve(self.archive.connection, digest.day)
        record_delivery(
            self.archive.connection, issue, "a@desk.example", "accepted", message_id="m", detail=""
        )
        return digest


@pytest.fixture
def days(tmp_path: Path) -> Iterator[Days]:
    with closing(Archive(open_archive(tmp_path / "briefings.sqlite"))) as archive:
        yield Days(archive)


def fresh(digest: Digest) -> list[str]:
    """The numbers of the briefs that are told as news, with their places only."""
    stories = (*digest.stories, *digest.more)
    return sorted(b.id[11:13] for s in stories if s.change != "withdrawn" for b in (s.lead, *s.others))


@pytest.mark.parametrize(
    ("now", "last", "until"),
    [
        ("5 07:30", None, "2031-03-05T07:30:00+05:00"),  # later on its day: when it is made
        ("5 05:00", None, "2031-03-05T05:00:00+05:00"),  # before its cut-off: when it is made
        ("4 20:00", None, "2031-03-04T20:00:00+05:00"),  # the evening before
        ("9 12:00", None, "2031-03-05T06:30:00+05:00"),  # days later: its cut-off
        ("1 12:00", None, "2031-03-05T06:30:00+05:00"),  # before its hours have begun
        ("5 12:00", "2031-03-04T14:00:00+05:00", "2031-03-05T12:00:00+05:00"),
    ],
)
def test_a_digest_ends_at_its_cut_off_or_on_its_day_when_it_is_made(
    now: str, last: str | None, until: str
) -> None:
    window = hours("2031-03-05", at(now), last, DESK)
    assert window == Window(last or "2031-03-04T06:30:00+05:00", until)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_however_days_go_every_brief_is_told_once_in_its_latest_revision(data: st.DataObject) -> None:
    """Briefs are stored and revised, digests of today or tomorrow are sent, in any order and at any minute."""
    minutes = data.draw(st.lists(st.integers(1, 4 * 24 * 60), unique=True, max_size=14))
    start, told, latest = at("4 06:00"), [], {}
    with TemporaryDirectory() as folder, closing(Archive(open_archive(Path(folder, "a.sqlite")))) as archive:
        desk = Days(archive)
        desk.send(start)
        for minute in sorted(minutes):
            now = start + timedelta(minutes=minute)
            deed = data.draw(st.sampled_from(["store", "store", "revise", "send", "send tomorrow's"]))
            if deed == "store" and len(latest) < len(PLACES):
                latest[len(latest)] = 1
                desk.store(a_flood(len(latest) - 1), now)
            elif deed == "revise" and latest:
                place = data.draw(st.sampled_from(sorted(latest)))
                latest[place] += 1
                desk.store(_revised(a_flood(place), latest[place]), now)
            elif deed.startswith("send"):
                day = (now + timedelta(days=deed != "send")).date().isoformat()
                if not begun(archive.connection, reserve(archive.connection, day)):
                    told += _revisions(desk.send(now, day))
        told += _revisions(desk.send(start + timedelta(days=6)))
    assert len(told) == len(set(told))
    assert set(latest.items()) <= set(told)


def _revised(brief: Brief, revision: int) -> Brief:
    said = Statement(f"Version {revision}.", "reported", ("H1",))
    return replace(brief, revision=revision, bottom_line=(said,))


def _revisions(digest: Digest) -> list[tuple[int, int]]:
    stories = (*digest.stories, *digest.more)
    return [(int(b.id[11:13]) - 1, b.revision) for s in stories for b in (s.lead, *s.others)]


def test_the_hours_begin_with_their_first_moment_and_end_before_their_last(days: Days) -> None:
    for place, clock in enumerate(("4 06:29:59", "4 06:30", "5 06:29:59", "5 06:30")):
        days.store(a_flood(place), at(clock))
    assert fresh(days.make(at("9 12:00"), "2031-03-05").digest) == ["02", "03"]


def test_when_a_brief_was_stored_counts_not_when_its_making_began(days: Days) -> None:
    days.send(at("4 07:00"))
    days.store(a_flood(0, created="2031-03-04T06:59:58+05:00"), at("4 07:00:05"))
    assert fresh(days.send(at("5 07:00"))) == ["01"]


def test_a_brief_revised_after_the_cut_off_is_printed_as_it_is_now_and_not_again(days: Days) -> None:
    days.store(a_flood(0), at("5 05:00"))
    days.store(_revised(a_flood(0), 2), at("5 08:00"))
    assert _revisions(days.send(at("6 05:00"), "2031-03-05")) == [(0, 2)]
    assert _revisions(days.send(at("6 07:00"))) == []


def test_a_follow_up_of_the_next_day_says_what_changed_since_the_digest_that_was_sent(days: Days) -> None:
    first = a_brief("1,200 people were evacuated from Kargaly", number="2031-03-03/01-en")
    days.store(first, at("4 06:00"))
    days.send(at("4 07:00"))
    second = a_brief(
        "1,500 people were evacuated from Kargaly", number="2031-03-04/01-en", published="2031-03-04"
    )
    days.store(second, at("4 09:00"))
    days.make(at("4 10:00"), "2031-03-05")  # made and never sent: nobody has read it
    (story,) = days.make(at("6 07:00")).digest.stories
    assert (story.change, story.previous) == ("changed", first.id)


def test_a_brief_marked_later_leaves_running_stories_and_the_watch_list(days: Days) -> None:
    watch = (Statement("Whether the dam holds.", "reported", ("H1",)),)
    days.store(a_flood(0, watch=watch), at("4 06:00"))
    assert days.send(at("4 07:00")).watch
    days.store(a_flood(0, watch=watch, marking="ДСП"), at("4 12:00"))
    digest = days.send(at("5 07:00"))
    assert (fresh(digest), digest.silent, digest.watch, digest.kept_back) == ([], (), (), 1)
    assert "Atyrau" not in as_json(digest_document(digest))


def told_as_withdrawn(digest: Digest) -> list[tuple[str, str | None]]:
    return [(s.lead.id[11:13], s.change_detail) for s in digest.more if s.change == "withdrawn"]


def test_a_withdrawn_brief_is_told_once_and_never_printed_again(days: Days) -> None:
    for place in (0, 1):
        days.store(a_flood(place), at("4 06:00"))
    days.send(at("4 07:00"))
    withdraw(days.archive.connection, ["2031-03-03/01-en"])
    days.store(_revised(a_flood(0), 2), at("4 12:00"))
    once = days.send(at("5 07:00"))
    again = days.send(at("6 07:00"))
    assert told_as_withdrawn(once) == [("01", "brief 2031-03-03/01-en withdrawn")]
    assert (fresh(once), once.withdrawn) == ([], ("2031-03-03/01-en",))
    assert "2031-03-03/01-en" not in as_json(digest_document(again))


def test_a_withdrawal_is_told_also_when_the_story_has_long_left_the_digest(days: Days) -> None:
    days.store(a_flood(0), at("4 06:00"))
    days.send(at("4 07:00"))
    for day in range(5, 9):
        days.send(at(f"{day} 07:00"))
    withdraw(days.archive.connection, ["2031-03-03/01-en"])
    assert told_as_withdrawn(days.send(at("10 07:00"))) == [("01", "brief 2031-03-03/01-en withdrawn")]
    assert told_as_withdrawn(days.send(at("11 07:00"))) == []


def test_a_withdrawal_told_in_a_digest_that_went_to_nobody_is_told_again(days: Days) -> None:
    days.store(a_flood(0), at("4 06:00"))
    days.send(at("4 07:00"))
    withdraw(days.archive.connection, ["2031-03-03/01-en"])
    assert told_as_withdrawn(days.make(at("5 07:00")).digest)
    assert told_as_withdrawn(days.send(at("6 07:00")))


def test_what_nobody_has_read_is_withdrawn_without_a_word(days: Days) -> None:
    days.store(a_flood(0), at("4 06:00"))
    withdraw(days.archive.connection, ["2031-03-03/01-en"])
    digest = days.send(at("4 07:00"))
    assert (digest.stories, digest.more, digest.withdrawn) == ((), (), ())


def test_two_briefs_of_one_story_withdrawn_on_two_days_are_both_told(days: Days) -> None:
    for place in (1, 2):
        text = f"Norvik sells Kazakhstan 300 locomotives{'!' * place}"
        days.store(a_brief(text, number=f"2031-03-03/{place:02d}-en"), at("4 06:00"))
    days.send(at("4 07:00"))
    for day, place in ((5, 1), (6, 2)):
        withdraw(days.archive.connection, [f"2031-03-03/{place:02d}-en"])
        assert days.send(at(f"{day} 07:00")).withdrawn == (f"2031-03-03/{place:02d}-en",)


def test_a_number_that_no_brief_has_withdraws_nothing(days: Days) -> None:
    days.store(a_flood(0), at("4 06:00"))
    with pytest.raises(UserError, match="no brief has the number 2031-03-03/09-en"):
        withdraw(days.archive.connection, ["2031-03-03/01-en", "2031-03-03/09-en"])
    assert withdrawals(days.archive.connection, "2031-03-04").all == frozenset()


def test_a_last_digest_that_cannot_be_read_costs_the_comparison_not_the_digest(days: Days) -> None:
    days.send(at("4 07:00"))
    days.archive.connection.execute("UPDATE digests SET document = '{}'")
    days.store(a_flood(0), at("4 12:00"))
    composed = days.make(at("5 07:00"))
    assert fresh(composed.digest) == ["01"]
    assert "What changed since digest 1 of 2031-03-04 cannot be told" in composed.notes[0]


def test_a_brief_that_cannot_be_read_is_named_and_the_others_are_told(days: Days) -> None:
    days.store(a_flood(0), at("4 06:00"))
    days.store(a_flood(1), at("4 06:00"))
    days.archive.connection.execute(
        "UPDATE briefs SET document = json_set(document, '$.schema', 9) WHERE number = '2031-03-03/01-en'"
    )
    composed = days.make(at("4 07:00"))
    assert fresh(composed.digest) == ["02"]
    assert composed.notes[0].startswith("Brief 2031-03-03/01-en is left out")


def test_a_digest_reads_back_as_it_was_made(days: Days) -> None:
    days.store(a_flood(0), at("4 06:00"))
    made = days.make(at("4 07:00")).digest
    issue = issue_of(days.archive.connection, "2031-03-04")
    assert issue
    assert digest_of(issue) == made
