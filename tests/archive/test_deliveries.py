"""Digests and deliveries in the archive: numbers never come twice, what went out stays."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any

import pytest

from briefings.archive.deliveries import (
    AlreadyOut,
    Issue,
    approve,
    begun,
    deliveries,
    issue_of,
    last_sent_before,
    one_at_a_time,
    record_delivery,
    record_issue,
    reserve,
    settle_interrupted,
)
from briefings.archive.opening import open_archive
from briefings.errors import BriefingsError, UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DAY = "2031-10-01"
MADE: dict[str, Any] = {
    "language": "kk",
    "since": "2031-09-30T07:30:00+05:00",
    "until": "2031-10-01T07:30:00+05:00",
    "document": "{}",
    "briefs": {"2031-10-01/01-kk": 1, "2031-10-01/02-ru": 3},
    "eml_sha256": "a" * 64,
}


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = open_archive(tmp_path / "briefings.sqlite")
    yield opened
    opened.close()


def deliver(connection: sqlite3.Connection, issue: Issue, recipient: str, state: Any) -> None:
    record_delivery(connection, issue, recipient, state, message_id="<m@desk.example>", detail="250 ok")


def test_numbers_run_within_a_year_and_a_day_keeps_its_own(connection: sqlite3.Connection) -> None:
    days = ["2031-12-30", "2031-12-31", "2032-01-01", "2031-12-30", "2031-11-01"]
    assert [reserve(connection, day).number for day in days] == [1, 2, 1, 1, 3]


def _reserve(path: Path, day: str) -> int:
    opened = open_archive(path)
    try:
        return reserve(opened, day).number
    finally:
        opened.close()


def test_processes_that_ask_at_once_get_different_numbers(tmp_path: Path) -> None:
    days = [f"2031-10-{day:02d}" for day in range(1, 13)]
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        numbers = list(pool.map(_reserve, [tmp_path / "a.sqlite"] * len(days), days))
    assert sorted(numbers) == list(range(1, 13))


def test_a_number_without_a_digest_is_no_issue_yet(connection: sqlite3.Connection) -> None:
    reserve(connection, DAY)
    assert issue_of(connection, DAY) is None


def test_what_was_made_is_kept_whole(connection: sqlite3.Connection) -> None:
    record_issue(connection, reserve(connection, DAY), **MADE)
    issue = issue_of(connection, DAY)
    assert issue
    assert {name: getattr(issue, name) for name in MADE} == MADE
    assert issue.approved is None


def test_a_digest_made_anew_has_the_same_number_and_no_approval(connection: sqlite3.Connection) -> None:
    first = reserve(connection, DAY)
    record_issue(connection, first, **MADE)
    approve(connection, first)
    approved = issue_of(connection, DAY)
    assert approved
    assert approved.approved
    record_issue(connection, first, **MADE | {"eml_sha256": "b" * 64, "briefs": {}})
    again = issue_of(connection, DAY)
    assert again
    assert (again.number, again.approved, again.briefs, again.eml_sha256) == (1, None, {}, "b" * 64)


@pytest.mark.parametrize("state", ["sending", "accepted", "unclear"])
def test_a_digest_that_may_be_out_stays_as_it_is(connection: sqlite3.Connection, state: str) -> None:
    issue = reserve(connection, DAY)
    record_issue(connection, issue, **MADE)
    deliver(connection, issue, "a@desk.example", state)
    assert begun(connection, issue)
    with pytest.raises(AlreadyOut, match="stays as it was sent"):
        record_issue(connection, issue, **MADE | {"eml_sha256": "b" * 64})
    kept = issue_of(connection, DAY)
    assert kept
    assert kept.eml_sha256 == "a" * 64


def test_a_digest_that_every_server_refused_is_not_out(connection: sqlite3.Connection) -> None:
    issue = reserve(connection, DAY)
    deliver(connection, issue, "a@desk.example", "refused")
    assert begun(connection, issue) is None
    record_issue(connection, issue, **MADE)


def test_the_last_state_of_a_delivery_counts_and_interrupted_ones_are_unclear(
    connection: sqlite3.Connection,
) -> None:
    issue = reserve(connection, DAY)
    for recipient, states in {
        "a": ["sending", "accepted"],
        "b": ["sending"],
        "c": ["sending", "refused"],
    }.items():
        for state in states:
            deliver(connection, issue, f"{recipient}@desk.example", state)
    settle_interrupted(connection, issue)
    found = {recipient[0]: delivery.state for recipient, delivery in deliveries(connection, issue).items()}
    assert found == {"a": "accepted", "b": "unclear", "c": "refused"}


def test_the_last_digest_is_the_last_that_readers_have_seen(connection: sqlite3.Connection) -> None:
    for day in ("2031-09-28", "2031-09-29", "2031-09-30"):
        record_issue(connection, reserve(connection, day), **MADE)
    assert last_sent_before(connection, DAY) is None
    deliver(connection, reserve(connection, "2031-09-29"), "a@desk.example", "accepted")
    deliver(connection, reserve(connection, "2031-09-30"), "a@desk.example", "refused")
    last = last_sent_before(connection, DAY)
    assert last
    assert last.day == "2031-09-29"
    assert last_sent_before(connection, "2031-09-29") is None


def test_a_delivery_has_one_of_four_states(connection: sqlite3.Connection) -> None:
    issue = reserve(connection, DAY)
    with pytest.raises(sqlite3.IntegrityError):
        deliver(connection, issue, "a@desk.example", "lost")


def test_a_second_run_is_refused_while_one_is_at_work_and_welcome_afterwards(tmp_path: Path) -> None:
    archive = tmp_path / "out" / "briefings.sqlite"
    with (
        one_at_a_time(archive),
        pytest.raises(BriefingsError, match="another `briefings digest` is at work"),
        one_at_a_time(archive),
    ):
        raise AssertionError
    with one_at_a_time(archive):
        assert archive.parent.is_dir()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with (
        pytest.raises(UserError, match="mail-lock cannot be written"),
        one_at_a_time(tmp_path / "file" / "a.sqlite"),
    ):
        raise AssertionError
