"""What a batch must not forget."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefings.archive.calls import Journal, NotedOutcome, PaidAnswer
from briefings.archive.trouble import UnusableArchive
from briefings.domain import Usage

if TYPE_CHECKING:
    from pathlib import Path

ANSWER = PaidAnswer("Жауап: Ә Ғ Қ Ң Ө Ұ Ү Һ І, ё \ud83d и \x00", "stop", "small-1", Usage(7, 3, 5, 1.5, 0.25))


def paid(journal: Journal, key: str, article: str = "a1", answer: PaidAnswer = ANSWER) -> None:
    journal.answered(journal.sent(key, "small", article), answer)


def count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - our own tables


def test_an_answer_comes_back_as_it_was_given_also_half_a_surrogate_pair(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "a.sqlite")) as journal:
        assert journal.answer("k") is None
        paid(journal, "k")
    with closing(Journal(tmp_path / "a.sqlite")) as journal:
        assert journal.answer("k") == ANSWER


def test_the_ledger_knows_model_moment_tokens_cost_and_article(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "a.sqlite")) as journal:
        paid(journal, "k")
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as db:
        columns = "key, model, tokens_in, tokens_cached, tokens_out, cost_usd, article_sha256, seconds"
        row = db.execute(f"SELECT {columns}, at > 1.7e9 FROM calls").fetchone()  # noqa: S608
    assert row == ("k", "small-1", 7, 3, 5, 0.25, "a1", 1.5, 1)


def test_calls_on_their_way_when_a_run_was_cut_off_are_counted_once(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "a.sqlite")) as journal:
        for key in ("k1", "k2", "k3"):
            journal.sent(key, "small", None)
        journal.refused(journal.sent("k4", "small", None))
        paid(journal, "k5")
    with closing(Journal(tmp_path / "a.sqlite")) as journal:
        assert (journal.cut_off(), journal.cut_off()) == (3, 0)
    assert (count(tmp_path / "a.sqlite", "unanswered_calls"), count(tmp_path / "a.sqlite", "calls")) == (3, 1)


def test_an_answer_given_up_on_stands_in_the_ledger_of_the_unanswered(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "a.sqlite")) as journal:
        other = journal.sent("k2", "small", None)
        journal.late(journal.sent("k1", "small", "a1"))
        journal.answered(other, ANSWER)
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as db:
        assert db.execute("SELECT key, article_sha256, why FROM unanswered_calls").fetchall() == [
            ("k1", "a1", "late")
        ]


def test_answers_that_are_set_aside_stay_in_the_ledger_and_are_not_given_again(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "a.sqlite")) as journal:
        paid(journal, "k1", "a1")
        paid(journal, "k2", "a2")
        journal.set_aside("a1")
        assert (journal.answer("k1"), journal.answer("k2")) == (None, ANSWER)
        newer = PaidAnswer("другой", "stop", "small-1", Usage())
        paid(journal, "k1", "a1", newer)
        assert journal.answer("k1") == newer
    assert count(tmp_path / "a.sqlite", "calls") == 3


def test_a_second_answer_to_one_call_is_a_bill_and_does_not_replace_the_first(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "a.sqlite")) as journal:
        paid(journal, "k")
        paid(journal, "k", answer=PaidAnswer("ещё раз", "stop", "small-1", Usage()))
        assert journal.answer("k") == ANSWER
    assert count(tmp_path / "a.sqlite", "calls") == 2


def test_a_clock_set_back_changes_nothing(tmp_path: Path) -> None:
    with closing(Journal(tmp_path / "a.sqlite")) as journal:
        paid(journal, "k")
        journal.note("r", NotedOutcome("/a", "a1", "done", {"files": []}))
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as db:  # written "tomorrow"
        db.execute("UPDATE calls SET at = at + 86400")
        db.execute("UPDATE outcomes SET at = at + 86400")
        db.commit()
    with closing(Journal(tmp_path / "a.sqlite")) as journal:
        assert journal.answer("k") == ANSWER
        journal.note("r", NotedOutcome("/a", "a1", "failed", {"error": "Қате"}))
        assert journal.outcomes("r") == [NotedOutcome("/a", "a1", "failed", {"error": "Қате"})]
        assert journal.outcomes("another recipe") == []


def test_a_full_disk_is_told_in_one_sentence_and_takes_nothing_that_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    with closing(Journal(path)) as journal:
        paid(journal, "k")
        pages = journal._connection.execute("PRAGMA page_count").fetchone()[0]
        journal._connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        large = PaidAnswer("ё" * 100_000, "stop", "small-1", Usage())
        call = journal.sent("k2", "small", None)
        with pytest.raises(UnusableArchive, match="full") as told:
            journal.answered(call, large)
        assert str(path) in str(told.value)
        assert journal.answer("k") == ANSWER
    with closing(Journal(path)) as journal:
        assert (journal.answer("k"), journal.cut_off()) == (ANSWER, 1)


@pytest.mark.parametrize(
    "content",
    [b"not a database at all, but long enough to look at" * 30, b"SQLite format 3\x00" + b"\xff" * 4096],
)
def test_a_damaged_archive_is_refused_and_left_as_it_is(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    path.write_bytes(content)
    with pytest.raises(UnusableArchive, match=r"a\.sqlite"):
        Journal(path)
    assert path.read_bytes() == content
