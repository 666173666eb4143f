"""Ctrl-C during a batch."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefings.errors import BriefingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.batch.halting import Halt
    from briefings.cli.progress import Progress


class Interrupted(BriefingsError):
    """Somebody pressed Ctrl-C, or the machine is going down."""

    exit_code = 130


@contextmanager
def stoppable(halt: Halt, progress: Progress) -> Iterator[None]:
    """Within the block Ctrl-C stops the run in good order, and a second one at once."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def stop(*_: object) -> None:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        halt.trip(Interrupted("interrupted; what was finished is kept"))
        progress.say(
            "Stopping: answers on their way are paid for, so they are waited for. Ctrl-C to leave now."
        )

    for number in handlers:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
