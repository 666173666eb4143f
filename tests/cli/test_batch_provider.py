"""`briefings batch --provider-batch`: half the price, cut off anywhere, and nothing ordered twice."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Any

import pytest

from briefings.archive.ledger import bills
from tests.batch.provider_server import ProviderServer
from tests.cli.calling import ANSWER, article, call, command, environment, settings_for
from tests.llm import server as serve
from tests.llm.server import FaultyServer

if TYPE_CHECKING:
    from pathlib import Path

LOOK = ("GET", "/batches/*")
ORDER = ("POST", "/batches")
SINGLY = (1000 * 2.5 + 100 * 10) / 1e6  # USD, for what the server says that a call took
OPTIONS = ("batch", "in", "--model", "gpt-4o", "--provider-batch")


def folder_of(tmp_path: Path, number: int) -> None:
    for each in range(number):
        article(tmp_path / "in", f"статья-{each}.md", f"\nДеталь {each + 70}.\n")


def report(tmp_path: Path) -> Any:
    return json.loads((tmp_path / "out" / "batch.json").read_text(encoding="utf-8"))


def in_the_ledger(tmp_path: Path) -> tuple[int, float]:
    (bill,) = bills(tmp_path / "out" / "briefings.sqlite", by="all")
    return bill.calls, bill.known_usd


def asks(monkeypatch: pytest.MonkeyPatch, base_url: str) -> None:
    for name, value in settings_for(base_url).items():
        monkeypatch.setenv(name, value)


def started(tmp_path: Path, server: ProviderServer) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command(*OPTIONS),
        cwd=tmp_path,
        env=environment(**settings_for(server.base_url)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_a_folder_is_answered_at_half_the_price(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, 3)
    with ProviderServer(says=ANSWER) as server:
        asks(monkeypatch, server.base_url)
        whole = json.loads(call(capsys, *OPTIONS[:-1], "--dry-run", "--json").out)
        half = json.loads(call(capsys, *OPTIONS, "--dry-run", "--json").out)
        called = call(capsys, *OPTIONS)
        assert (called.code, server.singly, sorted(server.paid.values())) == (0, 0, [1, 1, 1])
    told = report(tmp_path)
    assert (told["done"], told["calls"], told["cost_usd"]) == (3, 3, pytest.approx(3 * SINGLY / 2))
    assert in_the_ledger(tmp_path) == (3, pytest.approx(3 * SINGLY / 2))
    assert half["cost_usd"] == pytest.approx(whole["cost_usd"] / 2)
    assert "Batch API: 3 handed in" in called.err


def test_a_line_that_failed_is_asked_singly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, 3)
    fates: dict[str, Any] = {}
    with ProviderServer(
        lambda key: fates.setdefault(key, "answered" if fates else "refused"), says=ANSWER
    ) as server:
        asks(monkeypatch, server.base_url)
        assert call(capsys, *OPTIONS).code == 0
        assert (server.singly, sum(server.paid.values())) == (1, 2)
    assert report(tmp_path)["done"] == 3
    assert in_the_ledger(tmp_path) == (3, pytest.approx(2 * SINGLY / 2 + SINGLY))


def test_killed_while_it_waits_the_same_command_goes_on_and_pays_for_nothing_twice(tmp_path: Path) -> None:
    folder_of(tmp_path, 3)
    with ProviderServer(says=ANSWER) as server:
        server.held = LOOK
        killed = started(tmp_path, server)
        assert server.reached.wait(60)
        killed.kill()
        killed.communicate()
        server.held = None
        again = started(tmp_path, server)
        _, err = again.communicate(timeout=120)
        assert again.returncode == 0
        assert "Traceback" not in err
        assert (server.count(*ORDER), server.singly, sorted(server.paid.values())) == (1, 0, [1, 1, 1])
    assert report(tmp_path)["done"] == 3
    assert in_the_ledger(tmp_path) == (3, pytest.approx(3 * SINGLY / 2))


def test_ctrl_c_while_it_waits_leaves_the_order_for_the_next_run(tmp_path: Path) -> None:
    folder_of(tmp_path, 2)
    with ProviderServer(says=ANSWER) as server:
        server.stalled = True
        stopped = started(tmp_path, server)
        deadline = time.monotonic() + 60
        while not server.count(*LOOK) and time.monotonic() < deadline:
            time.sleep(0.02)
        stopped.send_signal(signal.SIGINT)
        _, err = stopped.communicate(timeout=60)
        assert (stopped.returncode, "Traceback" in err) == (130, False)
        assert "the same command fetches it" in err
        told = report(tmp_path)
        assert (told["left"], told["next"]) == (2, "briefings batch in --provider-batch --model gpt-4o")
        server.stalled = False
        again = started(tmp_path, server)
        again.communicate(timeout=120)
        assert again.returncode == 0
        assert (server.count(*ORDER), server.singly, sorted(server.paid.values())) == (1, 0, [1, 1])
    assert in_the_ledger(tmp_path) == (2, pytest.approx(2 * SINGLY / 2))


def test_an_answer_of_no_use_is_asked_for_anew_singly_and_not_ordered_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, 1)
    with ProviderServer(says="no") as server:
        asks(monkeypatch, server.base_url)
        assert call(capsys, *OPTIONS).code == 1
        assert (sum(server.paid.values()), server.singly) == (1, 1)
        server.says = ANSWER
        assert call(capsys, *OPTIONS, "--retry-failed").code == 0
        assert (sum(server.paid.values()), server.singly) == (1, 2)
    assert in_the_ledger(tmp_path) == (3, pytest.approx(SINGLY / 2 + 2 * SINGLY))


def test_no_more_is_ordered_than_the_limit_has_room_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, 3)
    with ProviderServer(says=ANSWER) as server:
        asks(monkeypatch, server.base_url)
        assert call(capsys, *OPTIONS, "--max-cost", "0.020").code == 1
        assert (sum(server.paid.values()), server.singly) == (1, 0)
        told = report(tmp_path)
        assert (told["done"], told["left"]) == (1, 2)
        assert "--max-cost" in told["stopped"]
        assert call(capsys, *OPTIONS).code == 0
        assert (sum(server.paid.values()), server.singly) == (3, 0)


def test_an_endpoint_without_a_batch_api_is_told_with_the_command_to_type(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, 1)
    with FaultyServer(then=serve.error(404)) as server:
        asks(monkeypatch, server.base_url)
        called = call(capsys, *OPTIONS)
    told = report(tmp_path)
    assert (called.code, told["left"]) == (2, 1)
    assert "has no Batch API" in told["stopped"]
    assert told["next"] == "briefings batch in --model gpt-4o"


def test_without_a_model_there_is_nothing_to_order_and_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder_of(tmp_path, 1)
    called = call(capsys, "batch", "in", "--provider-batch")
    assert (called.code, "name one with --model" in called.err) == (2, True)
    assert not (tmp_path / "out" / "batch.json").exists()
