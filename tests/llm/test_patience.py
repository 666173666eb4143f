"""How long an answer is waited for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.llm.base import Prompt, TryAgain, Turn
from briefings.llm.openai import OpenAIModel
from briefings.llm.patience import Patience
from tests.llm import server as faults
from tests.llm.server import FaultyServer, answer

ONE, OTHER = Prompt((Turn("user", "бір"),)), Prompt((Turn("user", "екі"),))


def seen(timeout: float, took: list[float]) -> Patience:
    patience = Patience(timeout)
    for seconds in took:
        patience.answered(seconds)
    return patience


def test_before_enough_was_seen_the_time_out_holds() -> None:
    assert seen(120, [1.0] * 19).seconds(ONE) == 120


@pytest.mark.parametrize(
    ("took", "waits"),
    [
        ([20.0] * 30, 60.0),
        ([1.0] * 30, 10.0),  # no less: a hanging call costs little then
        ([20.0] * 199 + [50.0], 60.0),  # one in two hundred does not count
        ([20.0] * 90 + [50.0] * 10, 150.0),
        ([400.0] * 30, 600.0),  # no more, however slow
    ],
)
def test_afterwards_three_times_the_slowest_in_a_hundred(took: list[float], waits: float) -> None:
    assert seen(120, took).seconds(ONE) == waits


@given(st.lists(st.floats(0.01, 300), min_size=20, max_size=600))
def test_no_answer_as_slow_as_those_seen_lately_is_given_up_on(took: list[float]) -> None:
    waits = seen(120, took).seconds(ONE)
    lately = took[-500:]
    assert sum(seconds > waits for seconds in lately) <= len(lately) // 100


def test_a_prompt_that_was_given_up_on_gets_more_time_and_the_others_do_not() -> None:
    patience = seen(120, [20.0] * 300)
    patience.gave_up(ONE, 60.0)
    assert (patience.seconds(ONE), patience.seconds(OTHER)) == (120.0, 60.0)
    patience.gave_up(ONE, 120.0)
    assert patience.seconds(ONE) == 240.0


def test_a_model_learns_how_long_to_wait() -> None:
    patience = Patience(0.3)
    with FaultyServer([faults.hang()], then=answer("at last")) as server:
        model = OpenAIModel("small", api_key=None, base_url=server.base_url, timeout=0.3, patience=patience)
        with pytest.raises(TryAgain, match=r"0\.3 s") as given_up:
            model.complete(ONE)
        assert given_up.value.paid
        assert model.complete(ONE).text == "at last"
    assert (patience.seconds(ONE), patience.seconds(OTHER)) == (0.6, 0.3)


def test_headers_of_answers_and_of_refusals_are_heard() -> None:
    heard: list[str | None] = []
    script = [
        faults.error(429, {"x-ratelimit-limit-requests": "7"}),
        faults.body(faults.completion("ok"), 200, {"X-RateLimit-Limit-Requests": "8"}),
    ]
    with FaultyServer(script) as server:
        model = OpenAIModel(
            "small",
            api_key=None,
            base_url=server.base_url,
            timeout=5,
            heard=lambda headers: heard.append(headers.get("x-ratelimit-limit-requests")),
        )
        with pytest.raises(TryAgain):
            model.complete(ONE)
        model.complete(ONE)
    assert heard == ["7", "8"]
