"""Spend no more than was allowed: calls that are on their way count at their estimate."""

from __future__ import annotations

from threading import Condition
from typing import TYPE_CHECKING

from briefings.domain import Usage
from briefings.errors import BriefingsError
from briefings.llm.base import TryAgain
from briefings.llm.metering import sum_usage

if TYPE_CHECKING:
    from briefings.batch.expecting import Expectation
    from briefings.batch.halting import Halt
    from briefings.llm.base import LanguageModel, Prompt, Reply
    from briefings.llm.metering import ModelCard

_NAP = 1.0


class BudgetSpent(BriefingsError):
    """The next call would cost more than is left."""


class Budget:
    """What one run has paid, and at most `limit` USD (None: no limit); shared by its threads."""

    def __init__(self, limit: float | None = None) -> None:
        self.limit = limit
        self.paid = Usage(cost_usd=0.0)
        self.calls = 0
        self.late = 0  # answers given up on, which are paid for all the same
        self._charged = 0.0  # the paid, with estimates where no price came back
        self._reserved = 0.0
        self._under_way = 0
        self._changed = Condition()

    @property
    def left(self) -> float | None:
        """USD that may still be spent; None without a limit."""
        with self._changed:
            return None if self.limit is None else self.limit - self._charged - self._reserved

    def book(self, usage: Usage) -> None:
        """Book an answer that nothing was reserved for."""
        with self._changed:
            self._book(usage, 0.0)

    def reserve(self, cost: float, halt: Halt) -> None:
        """Set `cost` USD aside, when need be after calls on their way turned out cheaper than estimated.

        Stops the run when there is not enough even so.
        """
        while True:
            with self._changed:
                if self.limit is None or self._charged + self._reserved + cost <= self.limit:
                    self._under_way += 1
                    self._reserved += cost
                    return
                if not self._under_way:
                    halt.trip(
                        BudgetSpent(
                            f"the next call would pass --max-cost ({self._charged:.4f} of {self.limit:g} USD "
                            f"spent, about {cost:.4f} for the call); run again with a new --max-cost to go on"
                        )
                    )
                else:
                    self._changed.wait(_NAP)
            halt.check()

    def settle(self, reserved: float, usage: Usage | None, *, late: bool = False) -> None:
        """Release what was `reserved`; book the `usage` of an answer, or a `late` one at what was reserved."""
        with self._changed:
            self._under_way -= 1
            self._reserved -= reserved
            if usage is not None:
                self._book(usage, reserved)
            elif late:
                self.late += 1
                self._charged += reserved
            self._changed.notify_all()

    def _book(self, usage: Usage, expected: float) -> None:
        self.calls += 1
        self.paid = sum_usage([self.paid, usage])
        self._charged += expected if usage.cost_usd is None else usage.cost_usd


class Budgeted:
    """Asks `model` within `budget`; `card` has its prices, None when they are not known."""

    def __init__(
        self,
        model: LanguageModel,
        budget: Budget,
        expectation: Expectation,
        card: ModelCard | None,
        halt: Halt,
    ) -> None:
        self._model = model
        self._budget = budget
        self._expectation = expectation
        self._card = card
        self._halt = halt

    @property
    def name(self) -> str:
        """The name of the model that is asked."""
        return self._model.name

    def complete(self, prompt: Prompt) -> Reply:
        """Answer `prompt`; see `LanguageModel`. Stops the run before a call that would pass the limit."""
        cost = self._card.cost(self._expectation.cautious(prompt)) if self._card else 0.0
        self._budget.reserve(cost, self._halt)
        try:
            reply = self._model.complete(prompt)
        except BaseException as error:
            self._budget.settle(cost, None, late=isinstance(error, TryAgain) and error.paid)
            raise
        self._budget.settle(cost, reply.usage)
        self._expectation.learn(reply.usage)
        return reply
