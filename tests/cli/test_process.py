"""The real process: signals, pipes, terminals, and how soon it answers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.cli.calling import ANSWER, ROOT, article, command, environment, on_a_terminal, run, settings_for
from tests.llm import server as serve

if TYPE_CHECKING:
    from pathlib import Path


def test_ctrl_c_ends_with_130_keeps_what_was_finished_and_leaves_no_half_file(tmp_path: Path) -> None:
    with serve.FaultyServer([serve.answer(ANSWER)], then=serve.hang()) as server:
        process = subprocess.Popen(
            command("brief", article(tmp_path), article(tmp_path, "другой.md", "\nЕщё.\n"), "--json"),
            cwd=tmp_path,
            env=environment(**settings_for(server.base_url)),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        deadline = time.monotonic() + 30
        while len(server.requests) < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert err.splitlines()[-1] == "briefings: interrupted; what was finished is kept"
    assert "Traceback" not in err
    (done,) = json.loads(out)["briefs"]
    assert done["outcome"] == "done"
    assert sorted(f.name for f in (tmp_path / "out").iterdir()) == [
        "briefings.sqlite",
        *("карьер.html", "карьер.json", "карьер.md"),
    ]


def test_a_reader_who_goes_away_is_no_error(tmp_path: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w") as closed:
        process = subprocess.run(
            command("read", ROOT / "seeds" / "kk_mediation_centre.md"),
            cwd=tmp_path,
            env=environment(),
            stdout=closed,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    assert (process.returncode, process.stderr) == (0, "")


def test_nobody_reading_the_progress_costs_no_brief(tmp_path: Path) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w") as closed:
        process = subprocess.run(
            command("brief", article(tmp_path), article(tmp_path, "другой.md", "\nЕщё.\n"), "--format", "md"),
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=closed,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    assert process.returncode == 0
    assert process.stdout.splitlines() == ["out/карьер.md", "out/другой.md"]


def test_letters_survive_a_pipe_that_is_not_utf8(tmp_path: Path) -> None:
    latin = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0", "LC_ALL": "C"}
    called = run("read", ROOT / "seeds" / "kk_mediation_centre.md", cwd=tmp_path, settings=latin)
    assert called.code == 0
    assert "Қазақстан" in called.out


def test_quotations_are_located_from_standard_input(tmp_path: Path) -> None:
    quotes = '{"quote": "Дорога может не выдержать"}\n\n{"quote": "Дорога\u2028не выдержит"}\n'
    called = run("locate", article(tmp_path), "--quotes", "-", cwd=tmp_path, input=quotes)
    assert called.code == 0
    found, altered = map(json.loads, called.out.splitlines())
    assert (found["verdict"], found["sentences"]) == ("verbatim", ["S3"])
    assert altered["verdict"] in ("altered", "absent")


def briefed_on_a_terminal(tmp_path: Path, **settings: str) -> tuple[int, str]:
    paths = article(tmp_path), article(tmp_path, "другой.md", "\nЕщё.\n")
    return on_a_terminal(tmp_path, "brief", *paths, **settings)


def test_a_terminal_shows_which_article_is_worked_on(tmp_path: Path) -> None:
    code, seen = briefed_on_a_terminal(tmp_path)
    assert code == 0
    assert f"\r\x1b[2K[1/2] {tmp_path}"[:20] in seen
    assert "[2/2]" in seen


@pytest.mark.parametrize("quiet", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_animation_where_none_is_wanted(quiet: dict[str, str], tmp_path: Path) -> None:
    code, seen = briefed_on_a_terminal(tmp_path, **quiet)
    assert code == 0
    assert "[2/2]" in seen
    assert "\x1b" not in seen


def test_a_pipe_gets_neither_colour_nor_animation(tmp_path: Path) -> None:
    called = run(
        "brief", article(tmp_path), cwd=tmp_path, settings={"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    )
    assert called.code == 0
    assert "\x1b" not in called.out + called.err
    assert "\r" not in called.err


def test_help_lists_every_command_without_loading_one(tmp_path: Path) -> None:
    called = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "briefings", "--help"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in ("brief", "read", "locate", "check", "batch", "search", "schema", "doctor", "eval", "bench"):
        assert f"  {name} " in called.stdout
    for slow in ("briefings.cli.brief", "briefings.language", "pydantic", "openai", "numpy"):
        assert slow not in called.stderr


def test_debug_shows_the_trace_that_is_hidden_otherwise(tmp_path: Path) -> None:
    ended = subprocess.run(
        command("--debug", "brief", "none.txt"),
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    assert "Traceback" in ended.stderr


def test_make_alone_lists_its_targets() -> None:
    ended = subprocess.run(
        ["make", "-C", str(ROOT)], capture_output=True, encoding="utf-8", timeout=20, check=True
    )
    for target in ("brief", "batch", "doctor", "test", "check", "eval", "bench"):
        assert f"  {target} " in ended.stdout
