"""What was paid for, summed up out of the archive."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from math import fsum, isclose
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.archive.ledger import bills, unanswered
from briefings.archive.trouble import UnusableArchive
from tests.archive.calls import Call, at, keep, lost

if TYPE_CHECKING:
    from pathlib import Path

CALLS = (
    Call("gpt-4o", at("2026-03-01T23:59:59"), 1000, 100, 200, 0.0045, "a" * 64),
    Call("gpt-4o", at("2026-03-02T00:00:00"), 2000, 0, 300, 0.008, "b" * 64),
    Call("small.gguf", at("2026-03-02T12:00:00"), 500, 0, 50, None, "b" * 64),
    Call("gpt-4o", at("2026-03-02T13:00:00"), 100, 0, 10, 0.001, None),
)


def test_a_day_is_the_desks_own_and_days_stand_in_order(tmp_path: Path) -> None:
    first, second = bills(keep(tmp_path, *CALLS), by="day")
    assert (first.subject, first.calls, first.tokens_in, first.cost_usd) == ("2026-03-01", 1, 1000, 0.0045)
    assert (second.subject, second.calls, second.articles) == ("2026-03-02", 3, 1)
    assert (second.tokens_in, second.tokens_cached, second.tokens_out) == (2600, 0, 360)


def test_one_unknown_price_makes_the_sum_unknown_and_what_is_known_is_kept(tmp_path: Path) -> None:
    (everything,) = bills(keep(tmp_path, *CALLS), by="all")
    assert everything.cost_usd is None
    assert (round(everything.known_usd, 6), everything.unpriced) == (0.0135, 1)


def test_the_dearest_model_and_article_come_first(tmp_path: Path) -> None:
    archive = keep(tmp_path, *CALLS)
    assert [bill.subject for bill in bills(archive, by="model")] == ["gpt-4o", "small.gguf"]
    assert [bill.subject for bill in bills(archive, by="article")] == ["b" * 64, "a" * 64, None]


def test_an_article_that_the_archive_holds_is_told_by_its_file(tmp_path: Path) -> None:
    archive = keep(tmp_path, *CALLS, paths={"b" * 64: "news/қаңтар.txt"})
    assert [bill.path for bill in bills(archive, by="article")] == ["news/қаңтар.txt", None, None]


@pytest.mark.parametrize(
    ("since", "calls"), [(date(2026, 3, 1), [1, 3]), (date(2026, 3, 2), [3]), (date(2026, 3, 3), [])]
)
def test_calls_before_the_day_do_not_count(since: date, calls: list[int], tmp_path: Path) -> None:
    assert [bill.calls for bill in bills(keep(tmp_path, *CALLS), by="day", since=since)] == calls


def test_calls_without_an_answer_are_counted_apart(tmp_path: Path) -> None:
    archive = keep(tmp_path, *CALLS)
    assert unanswered(archive) == 0
    lost(archive, at("2026-03-01T10:00:00"), at("2026-03-05T10:00:00"))
    assert (unanswered(archive), unanswered(archive, since=date(2026, 3, 2))) == (2, 1)


def test_an_archive_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert bills(tmp_path / "none.sqlite", by="day") == ()
    assert unanswered(tmp_path / "none.sqlite") == 0
    assert list(tmp_path.iterdir()) == []


def test_an_archive_without_calls_has_no_bills_and_is_not_changed(tmp_path: Path) -> None:
    archive = tmp_path / "odd name #1?.sqlite"
    with sqlite3.connect(archive) as db:
        db.execute("CREATE TABLE something (else_ TEXT)")
    before = archive.read_bytes()
    assert bills(archive, by="model") == ()
    assert archive.read_bytes() == before


def test_what_is_no_archive_is_named_with_what_to_do(tmp_path: Path) -> None:
    archive = tmp_path / "letter.sqlite"
    archive.write_text("Dear colleague, " * 100)
    with pytest.raises(UnusableArchive, match=r"letter\.sqlite.*BRIEFINGS_ARCHIVE"):
        bills(archive, by="day")


A_CALL = st.builds(
    Call,
    model=st.sampled_from(["gpt-4o", "gpt-5", "шағын"]),
    at=st.floats(at("2026-01-01T00:00:00"), at("2026-12-31T00:00:00")),
    tokens_in=st.integers(0, 10**6),
    tokens_cached=st.integers(0, 10**5),
    tokens_out=st.integers(0, 10**5),
    cost_usd=st.none() | st.floats(0, 10),
    article_sha256=st.none() | st.sampled_from(["a", "b", "c"]),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(A_CALL, min_size=1, max_size=12), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_however_they_are_grouped_the_bills_add_up_to_all_calls(
    tmp_path: Path, calls: list[Call], since: date
) -> None:
    archive = keep(tmp_path, *calls)
    counted = [call for call in calls if datetime.fromtimestamp(call.at).astimezone().date() >= since]
    for by in ("day", "model", "article", "all"):
        found = bills(archive, by=by, since=since)  # type: ignore[arg-type]
        assert sum(bill.calls for bill in found) == len(counted)
        assert sum(bill.tokens_in for bill in found) == sum(call.tokens_in for call in counted)
        assert isclose(
            fsum(bill.known_usd for bill in found), fsum(c.cost_usd or 0 for c in counted), abs_tol=1e-9
        )
        assert sum(bill.unpriced for bill in found) == sum(call.cost_usd is None for call in counted)
