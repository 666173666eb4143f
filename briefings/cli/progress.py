"""What is going on, on standard error: a line for each article, and a live one while somebody watches."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import click

from briefings.cli.telling import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CLEAR = "\r\x1b[2K"


class Progress:
    """Says how far a call has come. A reader of standard error who goes away does not end the work."""

    def __init__(self) -> None:
        watched = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self.live = watched and not os.environ.get("NO_COLOR")

    def say(self, text: str, *, indent: int = 0) -> None:
        """One line that stays, `indent` spaces from the edge."""
        _write((_CLEAR if self.live else "") + " " * indent + one_line(text) + "\n")

    @contextmanager
    def during(self, text: str | Callable[[], str]) -> Iterator[None]:
        """While the block runs, show `text` and the seconds so far, or what `text()` says at the time.

        On a terminal only, and then wiped away.
        """
        if not self.live:
            yield
            return
        over = threading.Event()
        clock = threading.Thread(target=_tick, args=(text, over), daemon=True)
        clock.start()
        try:
            yield
        finally:
            over.set()
            clock.join()
            _write(_CLEAR)


def _tick(text: str | Callable[[], str], over: threading.Event) -> None:
    started = time.monotonic()
    while not over.is_set():
        said = f"{one_line(text)} … {time.monotonic() - started:.0f} s" if isinstance(text, str) else text()
        line = one_line(said)
        _write(_CLEAR + line[: shutil.get_terminal_size().columns - 1])
        over.wait(1)


def _write(text: str) -> None:
    with suppress(OSError, ValueError):  # closed by whoever read it
        click.echo(text, err=True, nl=False)
