"""Time that passes only when somebody sleeps."""

from __future__ import annotations


class Clock:
    """`now()` in seconds; `sleep` moves it and notes for how long."""

    def __init__(self) -> None:
        self.slept: list[float] = []
        self._now = 1000.0

    def now(self) -> float:
        return self._now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self._now += seconds
