"""The way of a call in a batch, from the article's question to the endpoint and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.batch.budget import Budgeted
from briefings.batch.expecting import Expectation
from briefings.batch.halting import Halting
from briefings.batch.journaled import Journaled, Remembered
from briefings.llm.metering import Metered, card_of
from briefings.llm.openai import OpenAIModel
from briefings.llm.pacing import Paced
from briefings.llm.patience import Patience
from briefings.llm.retrying import Pause, Retrying

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefings.archive.calls import Journal
    from briefings.batch.budget import Budget
    from briefings.batch.halting import Halt
    from briefings.llm.base import LanguageModel
    from briefings.llm.metering import ModelCard
    from briefings.llm.pacing import Pace


def endpoint(
    name: str, pace: Pace, *, api_key: str | None, base_url: str | None, timeout: float
) -> LanguageModel:
    """The model called `name`, which tells `pace` its limits and is waited for as long as it usually takes.

    Raises `CredentialsError` for a missing key, `UserError` for an address that is none.
    """
    model = OpenAIModel(
        name,
        api_key=api_key,
        base_url=base_url,
        timeout=timeout,
        patience=Patience(timeout),
        heard=pace.learn,
    )
    model.prepare()  # or all calls that wait for it would leave at once, past the pace
    return model


def asked_for_good(
    model: LanguageModel,
    journal: Journal,
    budget: Budget,
    pace: Pace,
    halt: Halt,
    *,
    cards: Mapping[str, ModelCard],
    attempts: int = 6,
) -> LanguageModel:
    """`model` as a batch asks it: once for each question, at its pace, within the budget, until the halt."""
    expectation = Expectation(model.name)
    written_down = Journaled(Metered(model, cards), journal)
    paced = Paced(written_down, pace, expectation.tokens)
    within_budget = Budgeted(paced, budget, expectation, card_of(model.name, cards), halt)
    persistent = Retrying(within_budget, attempts=attempts, pause=Pause(sleep=halt.sleep))
    return Remembered(Halting(persistent, halt), journal)
