"""When a call is made again, how long everybody waits, and how it ends."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Semaphore

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import Usage
from briefings.errors import ContextTooLong, CredentialsError, ModelUnavailable, UserError
from briefings.llm import open_model
from briefings.llm.base import Prompt, Reply, TryAgain, Turn
from briefings.llm.openai import OpenAIModel
from briefings.llm.retrying import Pause, Retrying
from briefings.llm.scripted import Scripted
from tests.llm import server as faults
from tests.llm.clock import Clock
from tests.llm.server import FaultyServer, answer, error

PROMPT = Prompt((Turn("user", "Сәлем"),))


def retrying(model: Scripted, clock: Clock, *, attempts: int = 6) -> Retrying:
    return Retrying(model, attempts=attempts, pause=Pause(clock=clock.now, sleep=clock.sleep))


def test_a_good_answer_is_asked_for_once() -> None:
    model, clock = Scripted(["hi"]), Clock()
    assert retrying(model, clock).complete(PROMPT).text == "hi"
    assert (len(model.prompts), clock.slept) == (1, [])


@given(failures=st.integers(0, 9), attempts=st.integers(1, 6))
def test_a_call_is_made_as_often_as_needed_and_never_more_than_allowed(failures: int, attempts: int) -> None:
    model, clock = Scripted([TryAgain("busy")] * failures + ["hi"]), Clock()
    if failures < attempts:
        assert retrying(model, clock, attempts=attempts).complete(PROMPT).text == "hi"
    else:
        with pytest.raises(ModelUnavailable, match=f"gave up after {attempts} attempts") as caught:
            retrying(model, clock, attempts=attempts).complete(PROMPT)
        assert not isinstance(caught.value, TryAgain)
    assert len(model.prompts) == min(failures + 1, attempts)


@given(failures=st.integers(1, 5))
def test_without_a_word_from_the_endpoint_the_waits_double_up_to_a_limit(failures: int) -> None:
    model, clock = Scripted([TryAgain("busy")] * failures + ["hi"]), Clock()
    retrying(model, clock).complete(PROMPT)
    assert len(clock.slept) == failures
    assert all(0 <= slept <= min(20, 2**place) for place, slept in enumerate(clock.slept))


@pytest.mark.parametrize("busy", [True, False])
def test_a_call_waits_as_long_as_it_was_asked_to(busy: bool) -> None:
    model, clock = Scripted([TryAgain("busy", wait=40.0, busy=busy), "hi"]), Clock()
    retrying(model, clock).complete(PROMPT)
    assert 40.0 <= clock.now() - 1000.0 <= 50.0


@pytest.mark.parametrize("wait", [121.0, float("inf")])
def test_an_absurd_wait_is_not_waited_for_but_told(wait: float) -> None:
    model, clock = Scripted([TryAgain("small at http://x is not available", wait=wait, busy=True)]), Clock()
    with pytest.raises(ModelUnavailable, match=f"left alone for {wait:.0f} s"):
        retrying(model, clock).complete(PROMPT)
    assert clock.slept == []


@pytest.mark.parametrize(
    "fatal", [ContextTooLong("a"), CredentialsError("b"), UserError("c"), ModelUnavailable("d")]
)
def test_what_a_retry_cannot_mend_is_not_retried(fatal: Exception) -> None:
    model = Scripted([fatal])
    with pytest.raises(type(fatal)) as caught:
        retrying(model, Clock()).complete(PROMPT)
    assert caught.value is fatal
    assert len(model.prompts) == 1


# ---- the pause of all -------------------------------------------------------------------------


def test_a_busy_endpoint_holds_back_the_other_calls_too() -> None:
    clock = Clock()
    pause = Pause(clock=clock.now, sleep=clock.sleep)
    refused = Retrying(Scripted([TryAgain("429", wait=30.0, busy=True)]), attempts=1, pause=pause)
    with pytest.raises(ModelUnavailable):
        refused.complete(PROMPT)
    assert clock.slept == []
    Retrying(Scripted(["hi"]), pause=pause).complete(PROMPT)
    assert clock.now() >= 1030.0


def test_one_failed_call_does_not_hold_back_the_others() -> None:
    clock = Clock()
    pause = Pause(clock=clock.now, sleep=clock.sleep)
    with pytest.raises(ModelUnavailable):
        Retrying(Scripted([TryAgain("500", wait=30.0)]), attempts=1, pause=pause).complete(PROMPT)
    Retrying(Scripted(["hi"]), pause=pause).complete(PROMPT)
    assert clock.slept == []


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_a_pause_lasts_as_long_as_the_longest_wish(wishes: list[float]) -> None:
    clock = Clock()
    pause = Pause(clock=clock.now, sleep=clock.sleep)
    for seconds in wishes:
        pause.hold(seconds)
    pause.wait()
    assert 1000.0 + max(wishes) <= clock.now() <= 1000.0 + 1.25 * max(wishes) + 1e-6


class Crowded:
    """Works on `places` calls at a time, 20 ms each, and turns away any other at once."""

    name = "crowded"

    def __init__(self, places: int) -> None:
        self._places = Semaphore(places)

    def complete(self, _: Prompt) -> Reply:
        if not self._places.acquire(blocking=False):
            raise TryAgain("too many requests", wait=0.001, busy=True)
        time.sleep(0.02)
        self._places.release()
        return Reply("hi", "stop", self.name, Usage())


def test_a_crowded_endpoint_loses_no_article_however_many_workers_wait_for_it() -> None:
    workers = 16
    model = Retrying(Crowded(places=2), attempts=2)
    start = Barrier(workers)

    def work(_: int) -> str:
        start.wait()
        return model.complete(PROMPT).text

    with ThreadPoolExecutor(workers) as pool:
        texts = list(pool.map(work, range(workers)))
    assert texts == ["hi"] * workers


def test_standing_in_a_queue_ends_when_patience_does() -> None:
    clock = Clock()
    pause = Pause(clock=clock.now, sleep=clock.sleep)
    model = Scripted([TryAgain("429", wait=10.0, busy=True)] * 200)
    with pause.call():  # somebody else's call that never ends
        clock.sleep(1)
        with pytest.raises(ModelUnavailable, match="gave up after 3 attempts"):
            Retrying(model, attempts=3, patience=100.0, pause=pause).complete(PROMPT)
    assert 10 < len(model.prompts) < 20


# ---- against a real server --------------------------------------------------------------------

RETRYABLE = {
    "429 in seconds": error(429, {"Retry-After": "0"}),
    "429 in milliseconds": error(429, {"retry-after-ms": "1"}),
    "429 by date": error(429, {"Retry-After": "Mon, 01 Sep 2025 10:00:00 GMT"}),
    "503 with a wait": error(503, {"Retry-After": "0"}),
    "500": error(500),
    "408": error(408),
    "409": error(409),
    "hang": faults.hang(),
    "drip": faults.drip(),
    "dropped": faults.dropped(),
    "reset": faults.dropped(reset=True),
    "broken off": faults.broken_off(),
    "closed": faults.no_answer(),
    "not HTTP": faults.invalid_http(),
}


def hurried(server: FaultyServer, attempts: int) -> Retrying:
    clock = Clock()
    model = OpenAIModel("small", api_key="sk-test", base_url=server.base_url, timeout=0.3)
    return Retrying(model, attempts=attempts, pause=Pause(clock=clock.now, sleep=clock.sleep))


# The endpoint was at work on the answer when we gave up on it: asking again is paid for again.
PAID = ("hang", "drip")


@pytest.mark.parametrize("name", [name for name in RETRYABLE if name not in PAID])
def test_after_two_failures_the_answer_arrives(name: str) -> None:
    with FaultyServer([RETRYABLE[name], RETRYABLE[name], answer("at last")]) as server:
        assert hurried(server, 3).complete(PROMPT).text == "at last"
    assert len(server.requests) == 3


@pytest.mark.parametrize("name", PAID)
def test_an_answer_given_up_on_is_asked_for_once_more_and_no_oftener(name: str) -> None:
    with FaultyServer([RETRYABLE[name], answer("at last")]) as server:
        assert hurried(server, 6).complete(PROMPT).text == "at last"
    with (
        FaultyServer(then=RETRYABLE[name]) as server,
        pytest.raises(ModelUnavailable, match="BRIEFINGS_TIMEOUT"),
    ):
        hurried(server, 6).complete(PROMPT)
    assert len(server.requests) == 2


@pytest.mark.parametrize("fault", RETRYABLE.values(), ids=RETRYABLE)
def test_a_failure_that_stays_ends_in_one_clear_error(fault: faults.Fault) -> None:
    began = time.monotonic()
    with FaultyServer(then=fault) as server, pytest.raises(ModelUnavailable) as caught:
        hurried(server, 2).complete(PROMPT)
    assert time.monotonic() - began < 3.0
    assert server.base_url in str(caught.value)
    assert "gave up after 2 attempts" in str(caught.value)
    assert len(server.requests) == 2


def test_an_opened_model_retries_and_prices() -> None:
    with FaultyServer([error(429, {"retry-after-ms": "1"}), answer("hi")]) as server:
        model = open_model("small", api_key=None, base_url=server.base_url, timeout=5)
        reply = model.complete(PROMPT)
    assert (model.name, reply.text, reply.usage.cost_usd) == ("small", "hi", None)
