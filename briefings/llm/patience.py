"""How long an answer is waited for: giving up on one that was on its way pays for it twice."""

from __future__ import annotations

from collections import deque
from threading import Lock
from typing import TYPE_CHECKING

from briefings.llm.base import prompt_sha256

if TYPE_CHECKING:
    from briefings.llm.base import Prompt

_TIMES = 3.0  # the slowest in a hundred
_SEEN_ENOUGH = 20  # answers, before which their times say little
_WINDOW = 500  # answers that are remembered
_LEAST = 10.0  # seconds: below that, hanging calls cost nothing worth a second payment
_MOST = 600.0  # seconds: what providers allow themselves


class Patience:
    """`timeout` seconds at first, then three times as long as the slowest answer in a hundred took.

    A prompt whose answer was given up on once gets twice its time, and never less than `timeout`.
    """

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self._took: deque[float] = deque(maxlen=_WINDOW)
        self._given_up: dict[str, float] = {}
        self._lock = Lock()

    def seconds(self, prompt: Prompt) -> float:
        """How long to wait for the answer to `prompt`."""
        with self._lock:
            usual = self._usual()
            if not self._given_up:
                return usual
            waited = self._given_up.get(prompt_sha256(prompt))
        return usual if waited is None else min(max(2 * waited, self._timeout), self._most)

    def answered(self, seconds: float) -> None:
        """Learn from an answer that took so long."""
        with self._lock:
            self._took.append(seconds)

    def gave_up(self, prompt: Prompt, seconds: float) -> None:
        """Learn from an answer that did not come within so long."""
        with self._lock:
            self._given_up[prompt_sha256(prompt)] = seconds
            self._took.append(seconds)  # at least

    def _usual(self) -> float:
        if len(self._took) < _SEEN_ENOUGH:
            return self._timeout
        slowest = sorted(self._took)[-1 - len(self._took) // 100]
        return min(max(_TIMES * slowest, _LEAST), self._most)

    @property
    def _most(self) -> float:
        return max(self._timeout, _MOST)
