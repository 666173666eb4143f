"""`briefings costs`: what was paid, and that nothing paid is not an error."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.archive.calls import Call, at, keep, lost
from tests.cli.calling import call

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

CALLS = (
    Call("gpt-4o", at("2026-03-01T10:00:00"), 1_234_567, 100, 20_000, 3.29, "a" * 64),
    Call("small.gguf", at("2026-03-02T10:00:00"), 500, 0, 50, None, "b" * 64),
)


def test_without_an_archive_nothing_was_paid(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called = call(capsys, "costs")
    assert (called.code, called.err) == (0, "")
    assert called.out == "Nothing was paid: out/briefings.sqlite holds no call to a model.\n"
    assert list(tmp_path.iterdir()) == []


def test_each_day_has_a_line_and_all_of_them_a_sum(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(tmp_path / "out", *CALLS)
    head, first, second, total = call(capsys, "costs").out.splitlines()
    assert head.split() == ["day", "calls", "tokens", "in", "cached", "tokens", "out", "cost"]
    assert first.split() == ["2026-03-01", "1", "1,234,567", "100", "20,000", "$3.29"]
    assert second.split() == ["2026-03-02", "1", "500", "0", "50", "unknown"]
    assert total.endswith("$3.29 + 1 at an unknown price")


def test_since_a_day_without_calls_nothing_was_paid(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(tmp_path / "out", *CALLS)
    called = call(capsys, "costs", "--since", "2026-04-01")
    assert called.code == 0
    assert called.out.startswith("Nothing was paid since 2026-04-01")


def test_the_archive_of_the_settings_is_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFINGS_ARCHIVE", str(keep(tmp_path / "desk", *CALLS)))
    assert "gpt-4o" in call(capsys, "costs", "--by", "model").out


def test_a_file_name_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(tmp_path / "out", *CALLS, paths={"a" * 64: "жаңа\x1b[2J.txt"})
    called = call(capsys, "costs", "--by", "article")
    assert "жаңа" in called.out
    assert "\x1b" not in called.out


def test_json_holds_the_same_figures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive = keep(tmp_path / "out", *CALLS)
    lost(archive, at("2026-03-02T11:00:00"))
    document = json.loads(call(capsys, "costs", "--by", "model", "--json").out)
    assert [(b["subject"], b["cost_usd"]) for b in document["bills"]] == [
        ("gpt-4o", 3.29),
        ("small.gguf", None),
    ]
    assert (document["total"]["calls"], document["total"]["known_usd"]) == (2, 3.29)
    assert (document["total"]["cost_usd"], document["unanswered_calls"]) == (None, 1)


def test_calls_that_were_cut_off_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lost(keep(tmp_path / "out", *CALLS), at("2026-03-02T11:00:00"))
    assert call(capsys, "costs").out.splitlines()[-1].endswith("bill as well: 1")


def test_a_day_that_is_none_is_a_mistake_of_usage(capsys: pytest.CaptureFixture[str]) -> None:
    called = call(capsys, "costs", "--since", "yesterday")
    assert called.code == 2
    assert "briefings costs --help" in called.err
