"""Ask the provider's Batch API first, at half the price; what it answers, the run finds in its journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.archive.calls import PaidAnswer
from briefings.batch.expecting import Expectation
from briefings.llm.metering import card_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from briefings.archive.calls import Journal
    from briefings.archive.provider_batches import ProviderBatches
    from briefings.batch.budget import Budget
    from briefings.batch.first_calls import FirstCalls
    from briefings.batch.planning import Plan
    from briefings.batch.provider import ProviderBatch, Standing
    from briefings.domain import Article
    from briefings.llm.base import Prompt
    from briefings.llm.metering import ModelCard


def answer_ahead(
    plan: Plan,
    articles: Iterable[Article | None],
    first_calls: FirstCalls,
    batch: ProviderBatch,
    ordered: ProviderBatches,
    journal: Journal,
    budget: Budget,
    *,
    model: str,
    cards: Mapping[str, ModelCard],
    on_progress: Callable[[Standing], None] = lambda _: None,
) -> tuple[str, ...]:
    """Have the first calls of `plan` answered by `batch` and written into `journal`; its complaints.

    `articles` are those to do, in their order; `ordered` says what was handed in before. A call that got no
    answer is left to the run, and so is one that was ever answered: the same order would bring the same
    answer. No more is ordered than `budget` has room for. Cut off at any moment, the next call with the same
    articles goes on. Raises what `ProviderBatch.run` raises.
    """
    asked: dict[str, Prompt] = {}
    article_of: dict[str, str] = {}
    for (_, sha256), article in zip(plan.todo, articles, strict=True):
        if article is None:
            continue
        for key, prompt in first_calls.of(article).items():
            if not journal.ever_answered(key):
                asked[key] = prompt
                article_of.setdefault(key, sha256)
    collected = batch.run(_affordable(asked, ordered, budget, model, card_of(model, cards)), on_progress)
    journal.answered_ahead(
        (key, article_of[key], PaidAnswer(reply.text, reply.finish, reply.model, reply.usage))
        for key, reply in collected.replies.items()
    )
    for reply in collected.replies.values():
        budget.book(reply.usage)
    return collected.complaints


def _affordable(
    asked: Mapping[str, Prompt],
    ordered: ProviderBatches,
    budget: Budget,
    model: str,
    card: ModelCard | None,
) -> dict[str, Prompt]:
    """The first of `asked` that the budget has room for, and all that will be paid for in any case."""
    room = budget.left
    if room is None or card is None:
        return dict(asked)
    expectation = Expectation(model)
    on_order = {key for handed_in in ordered.holding(asked) for key in handed_in.keys}
    costs = {key: card.cost(expectation.cautious(prompt), batched=True) for key, prompt in asked.items()}
    room -= sum(cost for key, cost in costs.items() if key in on_order)
    chosen: dict[str, Prompt] = {}
    for key, prompt in asked.items():
        if key not in on_order:
            room -= costs[key]
        if key in on_order or room >= 0:
            chosen[key] = prompt
    return chosen
