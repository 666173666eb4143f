"""`briefings batch --dry-run`: what a run would take, without asking a model."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from briefings.archive.ledger import bills
from briefings.batch.estimate import Estimator, Habits
from briefings.batch.first_calls import FirstCalls
from briefings.llm.metering import card_of, read_cards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.archive.calls import Journal
    from briefings.batch.estimate import Estimate
    from briefings.batch.planning import Plan
    from briefings.batch.recipe import Recipe
    from briefings.batch.workshop import Workshop
    from briefings.domain import Article


def tell_extraction(plan: Plan, *, as_json: bool) -> None:
    """Say what drafting by extraction would take: nothing."""
    if as_json:
        _print_json(plan, None, 0, 0, 0, 0.0)
    else:
        click.echo(f"{len(plan.todo)} articles, by extraction: no tokens, no cost")


def tell_estimate(
    plan: Plan,
    recipe: Recipe,
    model: str,
    journal: Journal,
    workshop: Workshop,
    *,
    batched: bool,
    as_json: bool,
) -> None:
    """Say what `plan` would take with `model`; `batched`: through the provider's Batch API."""
    cards = read_cards(recipe.content)
    card = card_of(model, cards)
    habits = Habits.of(model, bills(journal.path, by="model"))
    estimator = Estimator(
        recipe.lens,
        model,
        cards,
        language=recipe.language,
        window=recipe.context_window,
        habits=habits,
        # Who asks less for what is cached does cache; once the model was seen, what was seen says more.
        caches=card is not None and card.tokens_cached < card.tokens_in and not habits.articles,
        batched=batched,
        content=recipe.content,
    )
    first_calls = FirstCalls(recipe, model, cards)
    articles = workshop.read_all(path for path, _ in plan.todo)
    estimate = estimator.estimate_all(_to_pay(plan, articles, first_calls, journal))
    if as_json:
        _print_json(
            plan, model, estimate.tokens_in, estimate.tokens_cached, estimate.tokens_out, estimate.cost_usd
        )
        return
    price = "cost unknown: add the model to prompts/models.yaml"
    if card is not None and estimate.cost_usd is not None:
        basis = f"as {habits.articles} articles before" if habits.articles else "repairs not counted"
        price = f"about {estimate.cost_usd:.2f} USD at the prices of {card.as_of}, {basis}"
    click.echo(f"{_articles(plan)}, {_tokens(estimate)}; {price}")


def _to_pay(
    plan: Plan, articles: Iterator[Article | None], first_calls: FirstCalls, journal: Journal
) -> Iterator[Article]:
    """Those that some answer is still to be paid for."""
    for (_, sha256), article in zip(plan.todo, articles, strict=True):
        if article is not None and (
            sha256 in plan.anew or any(journal.answer(key) is None for key in first_calls.of(article))
        ):
            yield article


def _articles(plan: Plan) -> str:
    linked = f" and {plan.linked} reprints that cost nothing" if plan.linked else ""
    return f"{len(plan.todo)} articles{linked}"


def _tokens(estimate: Estimate) -> str:
    cached = f" ({estimate.tokens_cached:,} of them cached)" if estimate.tokens_cached else ""
    return f"{estimate.tokens_in:,} tokens in{cached}, about {estimate.tokens_out:,} out"


def _print_json(
    plan: Plan, model: str | None, tokens_in: int, tokens_cached: int, tokens_out: int, cost_usd: float | None
) -> None:
    told = {
        "articles": len(plan.todo),
        "reprints": plan.linked,
        "model": model,
        "tokens_in": tokens_in,
        "tokens_cached": tokens_cached,
        "tokens_out": tokens_out,
        "cost_usd": cost_usd,
    }
    click.echo(json.dumps(told, ensure_ascii=False, indent=1))
