"""`briefings schedule`: what it prints runs as it stands, in a shell and, as far as is known here, in systemd."""

from __future__ import annotations

import configparser
import os
import re
import shlex
import subprocess
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.cli.calling import call

if TYPE_CHECKING:
    from pathlib import Path

HARD = "my $desk 100% «ә»"


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[str, str]:
    """The units and the cron line."""
    called = call(capsys, "schedule", *arguments)
    assert called.code == 0
    units, _, cron = called.out.rpartition("\n# Or one line")
    return units, cron.splitlines()[-1]


def unit(units: str, name: str) -> configparser.ConfigParser:
    text = units.split(f"briefings-daily.{name}\n")[1].split("\n#")[0]
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(text)
    return parser


def test_the_timer_rings_at_half_past_seven_in_almaty(capsys: pytest.CaptureFixture[str]) -> None:
    timer = unit(printed(capsys)[0], "timer")["Timer"]
    assert timer["OnCalendar"] == "*-*-* 07:30:00 Asia/Almaty"
    assert timer["Persistent"] == "true"


def test_the_cron_line_rings_at_the_same_moment_by_the_clock_of_this_machine(
    capsys: pytest.CaptureFixture[str],
) -> None:
    minute, hour, *rest = printed(capsys)[1].split()[:5]
    assert rest == ["*", "*", "*"]
    here = datetime.now().astimezone().replace(hour=int(hour), minute=int(minute))
    assert (here.astimezone(UTC) + timedelta(hours=5)).strftime("%H:%M") == "07:30"


def _program(folder: Path) -> dict[str, str]:
    """A `briefings` that writes down what it is called with; its batch has failures."""
    tool = folder / "bin" / "briefings"
    tool.parent.mkdir()
    tool.write_text(
        '#!/bin/sh\nprintf "%s\\n" "$(pwd)|$*" >> "$CALLS"\n[ "$1" != batch ]\n', encoding="utf-8"
    )
    tool.chmod(0o755)
    return {**os.environ, "PATH": f"{tool.parent}:{os.environ['PATH']}", "CALLS": str(folder / "calls")}


def _unescaped(line: str) -> list[str]:
    """An ExecStart line as systemd reads it."""
    parts = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', line)
    words = [re.sub(r"\\(.)", r"\1", quoted) if quoted else plain for quoted, plain in parts]
    return [word.replace("%%", "%").replace("$$", "$") for word in words]


@pytest.mark.parametrize("way", ["cron", "systemd"])
def test_the_printed_command_makes_the_daily_run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, way: str
) -> None:
    desk = tmp_path / HARD
    desk.mkdir()
    environ = _program(tmp_path)
    monkeypatch.chdir(desk)
    monkeypatch.setenv("PATH", environ["PATH"])
    units, cron = printed(capsys, "in box")
    if way == "cron":
        command = ["/bin/sh", "-c", cron.split(maxsplit=5)[5].replace("\\%", "%")]
    else:
        service = unit(units, "service")["Service"]
        command = _unescaped(service["ExecStart"])
        assert service["WorkingDirectory"] == str(desk).replace("%", "%%")
    subprocess.run(command, env=environ, cwd="/" if way == "cron" else desk, check=True, timeout=30)
    calls = (tmp_path / "calls").read_text(encoding="utf-8").splitlines()
    out = desk / "out"
    assert calls == [
        f"{desk}|batch {desk / 'in box'} --out {out}",
        f"{desk}|digest --out {out}",
        f"{desk}|digest --out {out} --send --yes",
    ]
    assert (desk / "briefings-daily.log").exists() == (way == "cron")


def test_a_run_that_is_still_at_work_is_not_joined_by_a_second(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environ = _program(tmp_path)
    monkeypatch.setenv("PATH", environ["PATH"])
    cron = printed(capsys)[1].split(maxsplit=5)[5]
    holding = f"flock {shlex.quote(str(tmp_path / '.briefings-daily.lock'))} sh -c {shlex.quote(cron)}"
    ended = subprocess.run(["/bin/sh", "-c", holding], env=environ, check=False, timeout=30)
    assert ended.returncode == 1
    assert not (tmp_path / "calls").exists()


def test_no_secret_is_printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFINGS_SMTP_URL", "smtp://desk:s3cret@127.0.0.1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-s3cret")
    assert "s3cret" not in "".join(printed(capsys))
