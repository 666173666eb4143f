"""Call `briefings` as a user does, and an invented article with a sound answer about it.

`call` runs the command in this process, which is quick; `start` and `run` run the real one.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefings.cli.main import main
from tests.drafting.material import PARAGRAPHS, written

if TYPE_CHECKING:
    from tests.llm.server import FaultyServer

ROOT = Path(__file__).parents[2]
# A name that the reader of Russian finds by itself; the drafting tests name their speakers by hand.
_RENAMED = ("Айжамал Түлкібек-Норд", "Жанар Алимова")
TEXT = ("\n\n".join(" ".join(lines) for lines in PARAGRAPHS) + "\n").replace(*_RENAMED)
ANSWER = written().replace(*_RENAMED)


@dataclass(frozen=True)
class Called:
    code: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        """What standard error says besides the drafter and the sum."""
        return [line for line in self.err.splitlines() if not line.startswith(("Drafting ", "Done: "))]


def call(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Called:
    capsys.readouterr()
    with pytest.raises(SystemExit) as stop:
        main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return Called(int(stop.value.code or 0), said.out, said.err)


def environment(**settings: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **settings}


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "briefings", *map(str, arguments)]


def run(*arguments: str | Path, cwd: Path, settings: dict[str, str] | None = None, **more: Any) -> Called:
    ended = subprocess.run(
        command(*arguments),
        cwd=cwd,
        env=environment(**(settings or {})),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        **more,
    )
    assert "Traceback" not in ended.stderr
    return Called(ended.returncode, ended.stdout, ended.stderr)


def article(folder: Path, name: str = "карьер.md", more: str = "") -> Path:
    """The article in a file of `folder`, made another one by `more` words."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(TEXT + more, encoding="utf-8")
    return file


def drafts_with(monkeypatch: pytest.MonkeyPatch, server: FaultyServer, *, timeout: float = 20) -> None:
    for name, value in settings_for(server.base_url, timeout=timeout).items():
        monkeypatch.setenv(name, value)


def settings_for(base_url: str, *, timeout: float = 20) -> dict[str, str]:
    return {
        "BRIEFINGS_MODEL": "small-1",
        "OPENAI_BASE_URL": base_url,
        "OPENAI_API_KEY": "sk-not-a-real-key-0001",
        "BRIEFINGS_TIMEOUT": str(timeout),
    }


def on_a_terminal(folder: Path, *arguments: str | Path, **settings: str) -> tuple[int, str]:
    """The exit code, and what a terminal is sent when it is standard output and standard error."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command(*arguments),
        cwd=folder,
        env=environment(**{"TERM": "xterm", **settings}),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    seen = b""
    try:
        while data := os.read(ours, 4096):
            seen += data
    except OSError:  # how Linux says that the other side closed
        pass
    os.close(ours)
    return process.wait(timeout=60), seen.decode()
