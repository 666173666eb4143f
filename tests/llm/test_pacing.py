"""How fast calls are let through, and what slows them down."""

from __future__ import annotations

import threading
import time
from contextlib import ExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import Usage
from briefings.llm.base import Prompt, Reply, TryAgain, Turn
from briefings.llm.pacing import Pace, Paced
from briefings.llm.scripted import Scripted
from tests.llm.clock import Clock

PROMPT = Prompt((Turn("user", "Сәлем"),))


def pace(clock: Clock, *, workers: int = 8, rpm: float | None = None, tpm: float | None = None) -> Pace:
    return Pace(workers=workers, rpm=rpm, tpm=tpm, clock=clock.now, sleep=clock.sleep)


def starts(pace: Pace, clock: Clock, sizes: list[float]) -> list[float]:
    """When calls of these sizes are let through that come one after the other, and end at once."""
    moments = []
    for tokens in sizes:
        with pace.call(tokens):
            moments.append(clock.now())
    return moments


@given(rpm=st.integers(1, 6000), calls=st.integers(1, 60))
def test_no_second_sees_more_requests_than_the_limit_allows_and_one_second_more(rpm: int, calls: int) -> None:
    clock = Clock()
    moments = starts(pace(clock, rpm=rpm), clock, [1.0] * calls)
    for first, start in enumerate(moments):
        for count, end in enumerate(moments[first:], start=1):
            assert count <= rpm / 60 * (end - start + 1) + 1


@given(tpm=st.integers(600, 600_000), sizes=st.lists(st.floats(1, 20_000), min_size=1, max_size=30))
def test_tokens_are_kept_within_their_limit_also_when_one_call_takes_more_than_a_second_of_them(
    tpm: int, sizes: list[float]
) -> None:
    clock = Clock()
    moments = starts(pace(clock, tpm=tpm), clock, sizes)
    for first, start in enumerate(moments):
        # The last call of a stretch may be under way; those before it are paid off.
        used = sum(sizes[first : len(sizes) - 1])
        assert used <= tpm / 60 * (moments[-1] - start + 1) + max(sizes)


def test_the_pace_stays_near_the_limit() -> None:
    clock = Clock()
    moments = starts(pace(clock, rpm=600), clock, [1.0] * 200)
    assert 199 / 10 <= moments[-1] - moments[0] + 1 <= 1.05 * 199 / 10 + 1


def test_limits_are_learnt_from_headers_and_what_is_left_of_them_is_not_believed() -> None:
    clock = Clock()
    learning = pace(clock)
    learning.learn({"x-ratelimit-limit-requests": "120", "x-ratelimit-remaining-requests": "0"})
    learning.learn({"x-ratelimit-limit-tokens": "60000", "x-ratelimit-remaining-tokens": "0"})
    assert learning.limits == (120, 60000)
    with learning.call(100):
        assert clock.now() == 1000.0


@pytest.mark.parametrize("value", ["", "many", "-1", "0", "nan", "inf"])
def test_a_header_that_is_no_limit_is_passed_over(value: str) -> None:
    learning = pace(Clock())
    learning.learn({"x-ratelimit-limit-requests": value})
    assert learning.limits == (None, None)


def test_what_the_user_set_stays_whatever_the_endpoint_says() -> None:
    learning = pace(Clock(), rpm=60)
    learning.learn({"x-ratelimit-limit-requests": "6000", "x-ratelimit-limit-tokens": "100"})
    assert learning.limits == (60, 100)


def test_what_a_call_took_beyond_its_estimate_is_paid_off_before_the_next() -> None:
    clock = Clock()
    paced = pace(clock, tpm=6000)
    with paced.call(10) as took:
        took(1000)
    with paced.call(10):
        assert clock.now() >= 1000 + 8


def test_a_refusal_holds_everybody_and_slows_the_pace_for_a_while() -> None:
    clock = Clock()
    paced = pace(clock, rpm=600)
    starts(paced, clock, [1.0] * 20)
    with pytest.raises(TryAgain), paced.call(1):
        raise TryAgain("429", wait=5.0, busy=True)
    refused = clock.now()
    moments = starts(paced, clock, [1.0] * 40)
    assert moments[0] >= refused + 5
    full = 60 / 600 / 0.99
    assert (moments[30] - moments[12]) / 18 > 1.02 * full  # the first ten were saved up
    clock.sleep(120)
    recovered = starts(paced, clock, [1.0] * 40)
    assert (recovered[30] - recovered[12]) / 18 == pytest.approx(full)


class Wide:
    """Takes 10 ms a call, refuses more than `places` at once when it has any, and notes the widest."""

    name = "wide"

    def __init__(self, places: int | None = None) -> None:
        self.places = places
        self.widest = self.now = self.refused = 0
        self._lock = threading.Lock()

    def complete(self, _: Prompt) -> Reply:
        with self._lock:
            if self.places is not None and self.now >= self.places:
                self.refused += 1
                raise TryAgain("busy", wait=0.01, busy=True)
            self.now += 1
            self.widest = max(self.widest, self.now)
        time.sleep(0.01)
        with self._lock:
            self.now -= 1
        return Reply("hi", "stop", self.name, Usage(tokens_in=5, tokens_out=5))


def ask(model: Paced, calls: int, threads: int) -> None:
    left = iter(range(calls))
    lock = threading.Lock()

    def work() -> None:
        while True:
            with lock:
                if next(left, None) is None:
                    return
            while True:
                try:
                    model.complete(PROMPT)
                    break
                except TryAgain:
                    continue

    pool = [threading.Thread(target=work) for _ in range(threads)]
    for thread in pool:
        thread.start()
    for thread in pool:
        thread.join()


def test_before_the_first_answer_calls_come_one_by_one_and_then_as_many_as_workers() -> None:
    clock = Clock()
    opened = pace(clock, workers=40)
    with ExitStack() as under_way:
        for _ in range(4):
            under_way.enter_context(opened.call(1))
        assert opened._places() == 4
        clock.sleep(1)
        assert opened._places() == 24
        clock.sleep(9)
        assert opened._places() == 40
    answered = pace(clock, workers=40)
    starts(answered, clock, [1.0])
    assert answered._places() == 40


def test_there_are_never_more_calls_at_once_than_workers() -> None:
    model = Wide()
    ask(Paced(model, Pace(workers=12), lambda _: 10), 200, threads=30)
    assert 4 < model.widest <= 12


def test_without_any_limit_told_the_width_settles_where_refusals_become_rare() -> None:
    model = Wide(places=6)
    ask(Paced(model, Pace(workers=32), lambda _: 10), 400, threads=32)
    assert model.widest == 6
    assert model.refused < 400  # of 400 calls with 32 threads; at full width it would be thousands


def test_a_wait_ends_when_sleeping_says_so() -> None:
    class Over(Exception):
        pass

    def sleep(_: float) -> None:
        raise Over

    clock = Clock()
    paced = Paced(Scripted(["a", "b"]), Pace(workers=1, rpm=1, clock=clock.now, sleep=sleep), lambda _: 1)
    paced.complete(PROMPT)
    with pytest.raises(Over):
        paced.complete(PROMPT)
