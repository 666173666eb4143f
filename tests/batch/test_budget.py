"""A run spends no more than it was allowed."""

from __future__ import annotations

import threading
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.batch.budget import Budget, Budgeted, BudgetSpent
from briefings.batch.expecting import FIRST_GUESS, Expectation
from briefings.batch.halting import Halt, Halted
from briefings.domain import Usage
from briefings.errors import ModelUnavailable
from briefings.llm.base import Prompt, Reply, TryAgain, Turn
from briefings.llm.metering import ModelCard
from briefings.llm.scripted import Scripted
from briefings.llm.tokens import count_prompt

PROMPT = Prompt((Turn("user", "Сәлем"),))
CARD = ModelCard(tokens_in=1.0, tokens_cached=0.5, tokens_out=10.0, window=8192, as_of="2026-01")
GUESS = CARD.cost(Usage(tokens_in=count_prompt(PROMPT, "scripted"), tokens_out=FIRST_GUESS))


def reply(cost: float | None) -> Reply:
    return Reply("hi", "stop", "scripted", Usage(10, 0, 20, 0.1, cost))


@given(
    limit=st.floats(0, 10),
    calls=st.lists(st.tuples(st.floats(0.01, 3), st.floats(0, 1)), min_size=1, max_size=30),
)
def test_when_no_call_costs_more_than_its_estimate_the_limit_is_never_passed(
    limit: float, calls: list[tuple[float, float]]
) -> None:
    budget, halt = Budget(limit), Halt()
    for estimate, share in calls:
        try:
            budget.reserve(estimate, halt)
        except Halted:
            assert budget.paid.cost_usd is not None
            assert budget.paid.cost_usd + estimate > limit
            break
        budget.settle(estimate, Usage(cost_usd=estimate * share))
        assert budget.paid.cost_usd is not None
        assert budget.paid.cost_usd <= limit + 1e-9


def test_the_call_that_would_pass_the_limit_is_not_made_and_stops_the_run() -> None:
    model, halt = Scripted([reply(GUESS), reply(GUESS)]), Halt()
    asked = Budgeted(model, Budget(1.5 * GUESS), Expectation("scripted"), CARD, halt)
    asked.complete(PROMPT)
    with pytest.raises(Halted, match="--max-cost"):
        asked.complete(PROMPT)
    assert isinstance(halt.reason, BudgetSpent)
    assert len(model.prompts) == 1


def test_what_is_on_its_way_counts_and_when_it_comes_cheaper_the_next_call_is_made() -> None:
    budget, halt = Budget(1.0), Halt()
    budget.reserve(0.9, halt)
    through = threading.Event()

    def second() -> None:
        budget.reserve(0.5, halt)
        through.set()

    thread = threading.Thread(target=second)
    thread.start()
    time.sleep(0.05)
    assert not through.is_set()
    budget.settle(0.9, Usage(cost_usd=0.1))
    thread.join(timeout=20)
    assert through.is_set()
    assert halt.reason is None


@pytest.mark.parametrize(
    ("fault", "charged", "late"),
    [(TryAgain("late", paid=True), True, 1), (TryAgain("busy"), False, 0), (ModelUnavailable("x"), False, 0)],
)
def test_a_call_that_fails_is_charged_only_when_it_may_have_been_paid_for(
    fault: Exception, charged: bool, late: int
) -> None:
    budget, halt = Budget(1.5 * GUESS), Halt()
    asked = Budgeted(Scripted([fault, reply(GUESS)]), budget, Expectation("scripted"), CARD, halt)
    with pytest.raises(type(fault)):
        asked.complete(PROMPT)
    if charged:
        with pytest.raises(Halted):
            asked.complete(PROMPT)
    else:
        asked.complete(PROMPT)
    assert budget.late == late


def test_an_answer_without_a_price_is_charged_as_estimated_and_makes_the_sum_unknown() -> None:
    budget, halt = Budget(1.5 * GUESS), Halt()
    asked = Budgeted(Scripted([reply(None), reply(None)]), budget, Expectation("scripted"), CARD, halt)
    asked.complete(PROMPT)
    assert (budget.paid.cost_usd, budget.calls) == (None, 1)
    with pytest.raises(Halted):
        asked.complete(PROMPT)


def test_estimates_follow_the_answers_seen() -> None:
    expectation = Expectation("scripted")
    prompt_tokens = count_prompt(PROMPT, "scripted")
    assert expectation.tokens(PROMPT) == prompt_tokens + FIRST_GUESS
    for tokens_out in [100] * 95 + [900] * 10:
        expectation.learn(Usage(tokens_out=tokens_out))
    assert expectation.tokens(PROMPT) == prompt_tokens + (9500 + 9000) // 105
    assert expectation.cautious(PROMPT).tokens_out == 900
