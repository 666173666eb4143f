"""`briefings batch --dry-run`: what a run would take, told before anything is paid for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from briefings.batch.forecast import forecast
from briefings.llm.metering import card_of, read_cards

if TYPE_CHECKING:
    from briefings.archive.calls import Journal
    from briefings.batch.planning import Plan
    from briefings.batch.recipe import Recipe
    from briefings.settings import Settings


def tell_forecast(
    planned: Plan, journal: Journal, recipe: Recipe, settings: Settings, *, as_json: bool
) -> None:
    """Print articles, tokens and price on standard output."""
    card = card_of(recipe.model, read_cards(settings.content)) if recipe.model else None
    usage = forecast(planned, journal, recipe, card)
    if as_json:
        told = {
            "articles": len(planned.todo),
            "model": recipe.model,
            "tokens_in": usage.tokens_in,
            "tokens_out": usage.tokens_out,
            "cost_usd": usage.cost_usd,
        }
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    elif recipe.model is None:
        click.echo(f"{len(planned.todo)} articles, by extraction: no tokens, no cost")
    else:
        price = "cost unknown: add the model to prompts/models.yaml"
        if card is not None and usage.cost_usd is not None:
            price = f"about {usage.cost_usd:.2f} USD at the prices of {card.as_of}, repairs not counted"
        click.echo(
            f"{len(planned.todo)} articles, {usage.tokens_in:,} tokens in, about {usage.tokens_out:,} out; {price}"
        )
