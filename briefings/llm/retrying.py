"""Ask again when that may help, and hold everybody back when the endpoint says it is too busy."""

from __future__ import annotations

import random
import time
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from briefings.errors import ModelUnavailable
from briefings.llm.base import TryAgain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tenacity import RetryCallState

    from briefings.llm.base import LanguageModel, Prompt, Reply


_MOST_PAID = 1  # answers given up on that are asked for, and billed, once more


class Pause:
    """What all calls through one endpoint share: until when none may be made, and how the others fare."""

    def __init__(
        self, *, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self.clock = clock
        self.sleep = sleep
        self._until = self._last_answer = clock()
        self._running: dict[object, float] = {}
        self._lock = Lock()

    def hold(self, seconds: float) -> None:
        """Let nobody through for `seconds` from now; a longer pause that runs already stays."""
        with self._lock:
            self._until = max(self._until, self.clock() + seconds)

    def wait(self) -> None:
        """Return when the pause is over."""
        while (left := self._until - self.clock()) > 0:
            # Not all in the same instant, or the endpoint is too busy again.
            self.sleep(left * random.uniform(1, 1.25))  # noqa: S311 - no secret

    @contextmanager
    def call(self) -> Iterator[None]:
        """One call through the endpoint, after the pause; answered when it ends without an exception."""
        self.wait()
        ticket = object()
        with self._lock:
            self._running[ticket] = self.clock()
        answered = False
        try:
            yield
            answered = True
        finally:
            with self._lock:
                del self._running[ticket]
                if answered:
                    self._last_answer = self.clock()

    def others_served_since(self, moment: float) -> bool:
        """Whether a call was answered after `moment`, or is being worked on since before it."""
        with self._lock:
            return self._last_answer > moment or any(began < moment for began in self._running.values())


class Retrying:
    """Asks `model` up to `attempts` times when it raises `TryAgain`.

    Waits as long as the endpoint asks, at most `longest_wait` seconds, else a random time that doubles up
    to 20 s. When the endpoint is busy every call through `pause` waits, and a refusal costs a call none of
    its attempts while the endpoint serves others, for up to `patience` seconds: with many workers under a
    rate limit, bad luck alone would lose articles.

    Raises `ModelUnavailable` after the last attempt, or at once when the endpoint asks for a longer wait.
    """

    def __init__(
        self,
        model: LanguageModel,
        *,
        attempts: int = 6,
        longest_wait: float = 120.0,
        patience: float = 600.0,
        pause: Pause | None = None,
    ) -> None:
        self._model = model
        self._attempts = attempts
        self._longest_wait = longest_wait
        self._patience = patience
        self._pause = pause or Pause()

    @property
    def name(self) -> str:
        """The name of the model that is asked."""
        return self._model.name

    def complete(self, prompt: Prompt) -> Reply:
        """Answer `prompt`; see `LanguageModel`."""
        import tenacity

        backoff = tenacity.wait_random_exponential(multiplier=1, max=20)
        pause = self._pause
        began = refused = pause.clock()
        spent = paid = 0

        def out_of_attempts(state: RetryCallState) -> bool:
            nonlocal refused, spent, paid
            paid += _fault(state).paid
            in_a_queue = _fault(state).busy and pause.others_served_since(refused)
            refused = pause.clock()
            spent += not (in_a_queue and refused - began < self._patience)
            return spent >= self._attempts or paid > _MOST_PAID

        def wait(state: RetryCallState) -> float:
            fault = _fault(state)
            seconds = backoff(state) if fault.wait is None else fault.wait
            if fault.busy:
                pause.hold(seconds)  # waited for, with all others, before the next attempt
                return 0.0
            return seconds

        attempts = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(TryAgain),
            stop=out_of_attempts,
            wait=wait,
            sleep=pause.sleep,
            reraise=True,
        )
        try:
            return attempts(self._attempt, prompt)
        except TryAgain as fault:
            raise ModelUnavailable(
                f"{fault}; gave up after {spent} attempts: "
                "try later, or draft without a model (--drafter extraction)"
            ) from fault

    def _attempt(self, prompt: Prompt) -> Reply:
        try:
            with self._pause.call():
                return self._model.complete(prompt)
        except TryAgain as fault:
            if fault.wait is not None and fault.wait > self._longest_wait:
                raise ModelUnavailable(
                    f"{fault}; it asks to be left alone for {fault.wait:.0f} s: run again then"
                ) from fault
            raise


def _fault(state: RetryCallState) -> TryAgain:
    fault = state.outcome and state.outcome.exception()
    if not isinstance(fault, TryAgain):  # tenacity asks these questions only about what it retries
        raise TypeError(f"not worth retrying: {fault!r}")
    return fault
