"""An end to a call that has none of its own.

A socket's time-out starts anew with every byte, so a server that sends one byte a second holds its
caller for hours; looking up a host name has no time-out at all.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def within(seconds: float, call: Callable[[], T]) -> T:
    """What `call` returns or raises; `TimeoutError` when that takes longer than `seconds`.

    A call that is late is left to end by itself in its daemon thread; its result is dropped.
    """
    outcome: Future[T] = Future()

    def run() -> None:
        try:
            outcome.set_result(call())
        except BaseException as error:  # noqa: BLE001 - handed to the caller's thread
            outcome.set_exception(error)

    threading.Thread(target=run, daemon=True, name="model call").start()
    return outcome.result(timeout=seconds)
