"""Ask no faster than the endpoint allows: requests and tokens a minute, and calls at once.

The limits are those the user sets, else those the endpoint names in its headers. What is left of them by its
headers is not believed: that figure is as old as the call was long, and obeying it stalls a run.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from threading import Condition
from typing import TYPE_CHECKING

from briefings.llm.base import TryAgain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from briefings.llm.base import LanguageModel, Prompt, Reply

_OF_THE_LIMIT = 0.99
# Until the first answer, which tells the limits or that the key is wrong, calls come one by one: so many at
# first, then so many a second. To wait for that answer would cost as long as it takes.
_PROBES, _PROBES_A_SECOND = 4, 20
_EASED = 0.9  # of the pace that was refused
_RECOVERY = 60.0  # seconds in which a halved pace grows to the whole again
_NAP, _TICK = 1.0, 0.001  # seconds between two looks at the clock, at most and at least


class Bucket:
    """So many units a minute, of which one second's worth may be used at once. Not for threads by itself."""

    def __init__(self, per_minute: float | None, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.per_minute: float | None = None
        self.fixed = per_minute is not None
        self.set(per_minute)

    def set(self, per_minute: float | None) -> None:
        """A new limit; None for no limit at all."""
        if per_minute == self.per_minute:
            return
        self.per_minute = per_minute
        self._level = self._rate
        self._filled = self._clock()

    def wait(self, units: float, ease: float) -> float:
        """The seconds until `units` are there, at `ease` (0–1) of the full pace; 0 for now."""
        if self.per_minute is None:
            return 0.0
        now, rate = self._clock(), self._rate * ease
        # More than a second's worth at once waits for a full bucket, and leaves it in debt.
        self._level = min(self._level + (now - self._filled) * rate, self._rate)
        self._filled = now
        return max(0.0, (min(units, self._rate) - self._level) / rate)

    def take(self, units: float) -> None:
        """Use `units`, or give them back when negative."""
        if self.per_minute is not None:
            self._level -= units

    @property
    def _rate(self) -> float:
        return (self.per_minute or 0.0) / 60 * _OF_THE_LIMIT


class Pace:
    """What all calls through one endpoint share: at most `workers` at once, within `rpm` and `tpm`.

    A limit that is None is learnt. `sleep` may raise, to end a wait from outside.
    """

    def __init__(
        self,
        *,
        workers: int,
        rpm: float | None = None,
        tpm: float | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._requests = Bucket(rpm, clock)
        self._tokens = Bucket(tpm, clock)
        self._workers = workers
        self._width = float(workers)
        self._answered = False
        self._first: float | None = None  # when the first call was wanted
        self._under_way = 0
        self._ease = 1.0
        self._eased = self._held = clock()
        self._turn = Condition()

    @property
    def limits(self) -> tuple[float | None, float | None]:
        """Requests and tokens a minute as known by now."""
        return self._requests.per_minute, self._tokens.per_minute

    def learn(self, headers: Mapping[str, str]) -> None:
        """Take up the limits in the headers of an answer."""
        with self._turn:
            for bucket, name in ((self._requests, "requests"), (self._tokens, "tokens")):
                limit = _number(headers.get(f"x-ratelimit-limit-{name}"))
                if limit is not None and not bucket.fixed:
                    bucket.set(limit)

    @contextmanager
    def call(self, tokens: float) -> Iterator[Callable[[float], None]]:
        """A call that will take about `tokens`, when its turn has come; tell what it did take in the end."""
        self._enter(tokens)
        began = self._clock()
        try:
            yield lambda used: self._settle(used - tokens)
        except TryAgain as fault:
            if fault.busy:
                self._refused(fault.wait or 0.0, began)
            raise
        else:
            self._went_well()
        finally:
            with self._turn:
                self._under_way -= 1
                self._turn.notify_all()

    def _enter(self, tokens: float) -> None:
        while True:
            with self._turn:
                if self._under_way < self._places():
                    wait = max(
                        self._held - self._clock(),
                        self._requests.wait(1, self._pace()),
                        self._tokens.wait(tokens, self._pace()),
                    )
                    if wait <= 0:
                        self._requests.take(1)
                        self._tokens.take(tokens)
                        self._under_way += 1
                        return
                else:
                    wait = 0.0
                    self._turn.wait(_NAP if self._answered else 1 / _PROBES_A_SECOND)
            # Never for less than the clock can tell, nor too long to hear of a new limit.
            self._sleep(min(max(wait, _TICK), _NAP) if wait else 0.0)

    def _places(self) -> int:
        """How many calls may be under way at this moment."""
        places = max(1, int(self._width))
        if self._answered:
            return places
        if self._first is None:
            self._first = self._clock()
        return min(places, _PROBES + int((self._clock() - self._first) * _PROBES_A_SECOND))

    def _pace(self) -> float:
        recovered = max(0.0, self._clock() - self._eased) / _RECOVERY
        return min(1.0, self._ease + recovered)

    def _settle(self, more: float) -> None:
        with self._turn:
            self._tokens.take(more)

    def _went_well(self) -> None:
        with self._turn:
            self._answered = True
            self._width = min(self._workers, self._width + 1 / self._width)

    def _refused(self, wait: float, began: float) -> None:
        """Let nobody through for `wait` seconds, then go slower; calls from before that change nothing more."""
        with self._turn:
            self._held = max(self._held, self._clock() + wait)
            if began < self._eased:
                return
            self._ease = max(0.3, self._pace() * _EASED)
            self._eased = self._held  # it recovers from when calls are let through again
            if self._requests.per_minute is None and self._tokens.per_minute is None:
                self._width = max(1.0, min(self._width, self._under_way) * _EASED)


class Paced:
    """Asks `model` at `pace`. `expected` says how many tokens a prompt will take, its answer included."""

    def __init__(self, model: LanguageModel, pace: Pace, expected: Callable[[Prompt], float]) -> None:
        self._model = model
        self._pace = pace
        self._expected = expected

    @property
    def name(self) -> str:
        """The name of the model that is asked."""
        return self._model.name

    def complete(self, prompt: Prompt) -> Reply:
        """Answer `prompt`; see `LanguageModel`."""
        with self._pace.call(self._expected(prompt)) as took:
            reply = self._model.complete(prompt)
            if reply.usage.tokens_in:
                took(reply.usage.tokens_in + reply.usage.tokens_out)
            return reply


def _number(value: str | None) -> float | None:
    try:
        number = float(value or "")
    except ValueError:
        return None
    return number if 0 < number < float("inf") else None
