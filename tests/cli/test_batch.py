"""`briefings batch`: a folder to briefs, cut off anywhere, and nothing paid for twice."""

from __future__ import annotations

import json
import random
import re
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from briefings.archive.calls import Journal
from briefings.batch.alone import alone_in
from briefings.batch.expecting import FIRST_GUESS
from tests.batch.server import Endpoint
from tests.cli.calling import (
    ANSWER,
    article,
    call,
    command,
    drafts_with,
    environment,
    on_a_terminal,
    settings_for,
)
from tests.llm import server as serve
from tests.llm.server import FaultyServer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def folder_of(tmp_path: Path, number: int) -> Path:
    for each in range(number):
        article(tmp_path / "in" / f"day {each % 3}", f"статья-{each:03}.md", f"\nДеталь {each}.\n")
    return tmp_path / "in"


def report(tmp_path: Path) -> Any:
    return json.loads((tmp_path / "out" / "batch.json").read_text(encoding="utf-8"))


def briefs(tmp_path: Path) -> list[Any]:
    files = [file for file in (tmp_path / "out").glob("*.json") if file.name != "batch.json"]
    return [json.loads(file.read_text(encoding="utf-8")) for file in files]


def parts(tmp_path: Path) -> list[Path]:
    return [file for file in (tmp_path / "out").rglob("*") if file.suffix == ".part"]


def in_the_ledger(tmp_path: Path) -> set[str]:
    """The articles whose answers have arrived, by the SHA-256 of their files."""
    with closing(sqlite3.connect(tmp_path / "out" / "briefings.sqlite")) as db:
        return {row[0] for row in db.execute("SELECT article_sha256 FROM calls")}


# ---- by extraction ------------------------------------------------------------------------------


def test_every_article_of_a_folder_ends_as_a_brief_or_as_one_error_in_a_stable_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path, 3)
    (folder / "empty.txt").touch()
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "copy.md").write_bytes((folder / "day 1" / "статья-001.md").read_bytes())
    called = call(capsys, "batch", "in")
    assert (called.code, called.out) == (1, "out/batch.json\n")
    told = report(tmp_path)
    assert [told[name] for name in ("done", "failed", "left", "kept")] == [4, 1, 0, 0]
    by_path = {each["path"]: each for each in told["articles"]}
    assert len(by_path) == 5
    assert "is empty" in by_path["in/empty.txt"]["error"]
    # The same bytes are one article, whatever its files are called.
    assert by_path["in/day 1/статья-001.md"]["id"] == by_path["in/copy.md"]["id"]
    assert by_path["in/day 1/статья-001.md"]["same_as"] == "in/copy.md"
    assert len(briefs(tmp_path)) == len({brief["id"] for brief in briefs(tmp_path)}) == 3
    for each in told["articles"]:
        assert all((tmp_path / "out" / name).is_file() for name in each["files"])
    assert told["next"] == "briefings batch in --retry-failed"
    assert "Next: briefings batch in --retry-failed" in called.err


def test_what_is_done_is_not_done_again_whatever_its_file_is_called_now(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = folder_of(tmp_path, 2)
    call(capsys, "batch", folder)
    made = {file: file.stat().st_mtime_ns for file in (tmp_path / "out").glob("*.html")}
    (folder / "day 0" / "статья-000.md").rename(folder / "renamed.md")
    article(folder, "new.md", "\nДеталь новая.\n")
    called = call(capsys, "batch", folder)
    told = report(tmp_path)
    assert (called.code, told["done"], told["kept"], told["next"]) == (0, 3, 2, None)
    assert {file: file.stat().st_mtime_ns for file in made} == made
    # What is not there any more is made again, under the same number.
    (gone, *_) = (tmp_path / "out").glob("статья-001.html")
    gone.unlink()
    call(capsys, "batch", folder)
    assert report(tmp_path)["kept"] == 2
    assert sorted(brief["revision"] for brief in briefs(tmp_path)) == [1, 1, 1]


def test_an_article_called_batch_does_not_stand_in_the_place_of_the_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(tmp_path / "in", "batch.md")
    assert call(capsys, "batch", "in").code == 0
    (entry,) = report(tmp_path)["articles"]
    assert re.fullmatch(r"batch-\d{4}-\d{2}-\d{2}-01-ru\.json", entry["files"][0])


def test_briefs_are_not_taken_for_articles_when_they_lie_among_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(tmp_path, "статья.md")
    assert call(capsys, "batch", ".").code == 0
    assert call(capsys, "batch", ".").code == 0
    assert [each["path"] for each in report(tmp_path)["articles"]] == ["статья.md"]
    refused = call(capsys, "batch", ".", "--out", ".")
    assert (refused.code, "--out" in refused.err) == (2, True)


def test_another_recipe_makes_other_briefs_and_forgets_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder_of(tmp_path, 1)
    call(capsys, "batch", "in")
    assert call(capsys, "batch", "in", "--lang", "kk").code == 0
    assert sorted(brief["language"] for brief in briefs(tmp_path)) == ["kk", "ru"]
    call(capsys, "batch", "in")
    assert report(tmp_path)["kept"] == 1


def test_json_on_standard_output_is_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder_of(tmp_path, 1)
    called = call(capsys, "batch", "in", "--json")
    assert json.loads(called.out) == report(tmp_path)
    assert json.loads(called.out)["cost_usd"] == 0


def test_a_second_batch_in_the_same_folder_is_refused_politely(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder_of(tmp_path, 1)
    with alone_in(tmp_path / "out"):
        called = call(capsys, "batch", "in")
        elsewhere = call(capsys, "batch", "in", "--out", "elsewhere")
    assert called.code == 2
    assert "another batch is at work in" in called.err
    assert not (tmp_path / "out" / "batch.json").exists()
    assert elsewhere.code == 0


@pytest.mark.parametrize("obstacle", ["a file", "not an archive", "from the future"])
def test_an_archive_that_cannot_be_used_is_told_before_anything_is_paid_for(
    obstacle: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, 1)
    archive = tmp_path / "desk" / "archive.sqlite"
    if obstacle == "a file":
        archive.parent.touch()
    else:
        archive.parent.mkdir()
        archive.write_bytes(b"no archive " * 999)
    if obstacle == "from the future":
        archive.unlink()
        with closing(sqlite3.connect(archive)) as db:
            db.execute("PRAGMA user_version = 999")
    monkeypatch.setenv("BRIEFINGS_ARCHIVE", str(archive))
    with FaultyServer(then=serve.answer(ANSWER)) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "batch", "in")
    assert (called.code, server.requests) == (2, [])
    assert "desk" in called.complaints[-1]


def test_a_terminal_shows_one_line_of_how_it_stands_and_a_line_for_each_failure(tmp_path: Path) -> None:
    (folder_of(tmp_path, 2) / "empty.txt").touch()
    code, seen = on_a_terminal(tmp_path, "batch", "in")
    assert code in (0, 1)
    assert re.search(r"\r\x1b\[2K\[1/3\] done 0 · failed 1 · withheld 0", seen)
    assert "[1/3] failed: in/empty.txt: is empty" in seen
    assert "статья-001.md: brief" not in seen


def test_without_a_terminal_there_is_one_plain_line_for_each_article(tmp_path: Path) -> None:
    folder_of(tmp_path, 2)
    ended = subprocess.run(
        command("batch", "in"),
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    lines = [line for line in ended.stderr.splitlines() if line.startswith("[")]
    assert sorted(re.sub(r"\d+-\d+-\d+/\d+|\d+\.\d+ s", "…", line[6:]) for line in lines) == [
        "in/day 0/статья-000.md: brief …-ru (…)",
        "in/day 1/статья-001.md: brief …-ru (…)",
    ]
    assert "\x1b" not in ended.stderr


# ---- with a model -------------------------------------------------------------------------------


class Batch:
    """`briefings batch in` as a process of its own."""

    def __init__(self, tmp_path: Path, endpoint: Endpoint, *options: str, **settings: str) -> None:
        self.process = subprocess.Popen(
            command("batch", "in", *options),
            cwd=tmp_path,
            env=environment(**{**settings_for(endpoint.base_url), **settings}),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def ended(self) -> tuple[int, str]:
        _, err = self.process.communicate(timeout=120)
        assert "Traceback" not in err
        return self.process.returncode, err

    def killed(self) -> None:
        self.process.kill()
        self.process.communicate()


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not true() and time.monotonic() < deadline:
        time.sleep(0.02)


def test_killed_at_any_moment_a_batch_pays_for_no_answer_again_that_had_arrived(tmp_path: Path) -> None:
    folder_of(tmp_path, 16)
    dice = random.Random(11)  # noqa: S311 - moments
    with Endpoint(median=0.4) as endpoint:
        for target in (4, 10):
            batch = Batch(tmp_path, endpoint, "--workers", "4")
            until(lambda target=target: endpoint.ledger().paid >= target)  # type: ignore[misc]
            time.sleep(dice.uniform(0, 0.2))
            batch.killed()
            time.sleep(1.5)  # what was on its way is paid for in these seconds
            arrived = in_the_ledger(tmp_path)
            before = endpoint.ledger()
            assert len(arrived) >= target - 4
        code, err = Batch(tmp_path, endpoint, "--workers", "4").ended()
        ledger = endpoint.ledger()
    told = report(tmp_path)
    assert (code, told["done"], told["failed"], told["left"]) == (0, 16, 0, 0)
    assert len(briefs(tmp_path)) == len({brief["id"] for brief in briefs(tmp_path)}) == 16
    assert parts(tmp_path) == []
    with closing(sqlite3.connect(tmp_path / "out" / "briefings.sqlite")) as db:
        (in_flight,) = db.execute("SELECT count(*) FROM unanswered_calls WHERE why = 'cut off'").fetchone()
    # Only what was on its way at a kill was paid for twice, and each of it is told.
    assert ledger.paid_again <= in_flight <= 2 * 4
    assert ledger.paid == 16 + ledger.paid_again
    assert told["calls"] == 16 - len(arrived)
    assert ledger.paid - before.paid == told["calls"]
    assert (f"{told['cut_off_calls']} calls on their way" in err) == (told["cut_off_calls"] > 0)


def test_ctrl_c_waits_for_the_answers_on_their_way_and_the_next_run_pays_for_none_of_them(
    tmp_path: Path,
) -> None:
    folder_of(tmp_path, 12)
    with Endpoint(median=1.0, sigma=0.1) as endpoint:
        batch = Batch(tmp_path, endpoint, "--workers", "4")
        until(lambda: endpoint.ledger().let_in >= 6)
        batch.process.send_signal(signal.SIGINT)
        code, err = batch.ended()
        stopped = report(tmp_path)
        paid = endpoint.ledger().paid
        assert code == 130
        assert "Stopping: answers on their way" in err
        assert stopped["left"] == 12 - stopped["done"] > 0
        assert (stopped["next"], len(in_the_ledger(tmp_path))) == ("briefings batch in --workers 4", paid)
        assert Batch(tmp_path, endpoint).ended()[0] == 0
        ledger = endpoint.ledger()
    assert (ledger.paid, ledger.paid_again) == (12, 0)
    assert (report(tmp_path)["kept"], report(tmp_path)["cut_off_calls"]) == (stopped["done"], 0)


def test_a_second_ctrl_c_leaves_at_once_with_a_report(tmp_path: Path) -> None:
    folder_of(tmp_path, 4)
    with Endpoint(hang=1.0, median=0.01) as endpoint:
        batch = Batch(tmp_path, endpoint)
        until(lambda: endpoint.ledger().paid >= 4)
        batch.process.send_signal(signal.SIGINT)
        time.sleep(0.5)
        batch.process.send_signal(signal.SIGINT)
        code, _ = batch.ended()
    assert code == 130
    assert report(tmp_path)["stopped"].startswith("interrupted")


def test_two_batches_at_once_pay_for_nothing_twice(tmp_path: Path) -> None:
    folder_of(tmp_path, 6)
    with Endpoint(median=0.3) as endpoint:
        both = [Batch(tmp_path, endpoint), Batch(tmp_path, endpoint)]
        codes = sorted(batch.ended()[0] for batch in both)
        ledger = endpoint.ledger()
    assert codes == [0, 2]
    assert (ledger.paid, ledger.paid_again) == (6, 0)


def test_a_limit_in_the_headers_is_kept_without_refusals_and_no_article_is_lost(tmp_path: Path) -> None:
    folder_of(tmp_path, 30)
    with Endpoint(median=0.05, rpm=300, error=0.1) as endpoint:
        code, _ = Batch(tmp_path, endpoint, "--workers", "16").ended()
        ledger = endpoint.ledger()
    assert (code, report(tmp_path)["done"]) == (0, 30)
    assert (ledger.refused, ledger.paid, ledger.paid_again) == (0, 30, 0)


def test_a_refused_key_stops_the_knocking_and_leaves_the_rest_for_later(tmp_path: Path) -> None:
    folder_of(tmp_path, 20)
    with Endpoint(median=0.05, refuse_key_after=6) as endpoint:
        code, err = Batch(tmp_path, endpoint, "--workers", "2").ended()
        ledger = endpoint.ledger()
    told = report(tmp_path)
    assert code == 4
    assert (told["done"], told["failed"], told["left"]) == (6, 0, 14)
    assert ledger.calls <= 6 + 2
    assert "set OPENAI_API_KEY" in told["stopped"]
    assert "sk-not-a-real-key-0001" not in err + json.dumps(told)


# ---- failures and money, in this process ----------------------------------------------------------


def test_only_the_failed_are_taken_up_again_and_the_model_is_asked_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, 3)
    with FaultyServer([serve.answer("no"), serve.answer("still no")], then=serve.answer(ANSWER)) as server:
        drafts_with(monkeypatch, server)
        first = call(capsys, "batch", "in", "--workers", "1")
        asked = len(server.requests)
        # The same command asks nothing that was answered, however useless the answer was.
        assert call(capsys, "batch", "in").code == 1
        assert len(server.requests) == asked == 4
        article(tmp_path / "in", "new.md", "\nДеталь новая.\n")
        again = call(capsys, "batch", "in", "--retry-failed")
    assert (first.code, again.code, len(server.requests)) == (1, 0, asked + 1)
    told = report(tmp_path)
    assert (told["done"], told["failed"], told["left"]) == (3, 0, 1)
    assert (tmp_path / "out" / "rejected").is_dir()


def test_a_dry_run_says_articles_tokens_and_price_and_asks_nobody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, 3)
    with FaultyServer() as server:
        drafts_with(monkeypatch, server)
        unknown = call(capsys, "batch", "in", "--dry-run")
        known = call(capsys, "batch", "in", "--dry-run", "--model", "gpt-4o-mini", "--json")
    assert (unknown.code, known.code, server.requests) == (0, 0, [])
    assert unknown.out.startswith("3 articles, ")
    assert "cost unknown" in unknown.out
    told = json.loads(known.out)
    assert (told["articles"], told["reprints"]) == (3, 0)
    assert told["tokens_out"] == pytest.approx(3 * 2230, abs=3)
    fresh = told["tokens_in"] - told["tokens_cached"]
    assert told["cost_usd"] == pytest.approx(
        (fresh * 0.15 + told["tokens_cached"] * 0.075 + told["tokens_out"] * 0.60) / 1e6
    )
    assert "no cost" in call(capsys, "batch", "in", "--dry-run", "--drafter", "extraction").out
    assert not (tmp_path / "out" / "batch.json").exists()


def test_a_limit_is_refused_for_a_model_whose_price_is_not_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, 1)
    with FaultyServer() as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "batch", "in", "--max-cost", "5")
    assert (called.code, server.requests) == (2, [])
    assert "price of small-1 is unknown" in called.err


def test_the_run_stops_before_the_call_that_would_pass_the_limit_and_goes_on_with_a_new_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, 4)
    with FaultyServer(then=serve.answer(ANSWER)) as server:
        drafts_with(monkeypatch, server)
        told = json.loads(call(capsys, "batch", "in", "--model", "gpt-4o", "--dry-run", "--json").out)
        # An answer of this server comes at 0.000575 USD, far below its estimate: three leave too little.
        limit = (told["tokens_in"] / 4 * 2.5 + FIRST_GUESS * 10) / 1e6 + 2.5 * 0.000575
        called = call(capsys, "batch", "in", "--model", "gpt-4o", "--max-cost", f"{limit:.6f}")
        told = report(tmp_path)
        asked = len(server.requests)
        assert call(capsys, "batch", "in", "--model", "gpt-4o", "--max-cost", "1").code == 0
    assert called.code == 1
    assert (told["done"], told["left"], told["failed"]) == (3, 1, 0)
    assert told["cost_usd"] == pytest.approx(3 * 0.000575)
    assert told["cost_usd"] <= limit
    assert "--max-cost" in told["stopped"]
    assert (asked, len(server.requests)) == (3, 4)


def test_a_full_disk_stops_the_run_and_what_was_answered_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, 4)
    with closing(Journal(tmp_path / "out" / "briefings.sqlite")) as journal:
        pages = journal._connection.execute("PRAGMA page_count").fetchone()[0]
    opened = sqlite3.connect

    def cramped(*arguments: Any, **named: Any) -> sqlite3.Connection:
        connection = opened(*arguments, **named)
        connection.execute(f"PRAGMA max_page_count = {pages + 6}")
        return connection

    with FaultyServer(then=serve.answer(ANSWER + " " * 9000)) as server:
        drafts_with(monkeypatch, server)
        with monkeypatch.context() as full:
            full.setattr(sqlite3, "connect", cramped)
            called = call(capsys, "batch", "in", "--workers", "1")
        assert called.code == 2
        assert "no room left" in report(tmp_path)["stopped"]
        asked, kept = len(server.requests), len(in_the_ledger(tmp_path))
        assert 0 < kept < 4
        assert call(capsys, "batch", "in").code == 0
    assert len(server.requests) == asked + 4 - kept
