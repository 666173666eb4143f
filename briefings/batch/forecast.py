"""What a run would take, said before it: its prompts are counted, its answers guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.batch.expecting import Expectation
from briefings.batch.journaled import call_key
from briefings.domain import Usage
from briefings.drafting.prompts import render_prompt
from briefings.errors import UnreadableArticle
from briefings.llm.metering import sum_usage
from briefings.readers import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.archive.calls import Journal
    from briefings.batch.planning import Plan
    from briefings.batch.recipe import Recipe
    from briefings.llm.metering import ModelCard


def forecast(plan: Plan, journal: Journal, recipe: Recipe, card: ModelCard | None) -> Usage:
    """The tokens of drafting what `plan` says, and their price by `card` (None: unknown).

    One call an article; repairs are not foreseen. What `journal` holds the answer to costs nothing.
    """
    usage = sum_usage(_calls(plan, journal, recipe))
    cost = card.cost(usage) if card else None
    return Usage(tokens_in=usage.tokens_in, tokens_out=usage.tokens_out, cost_usd=cost)


def _calls(plan: Plan, journal: Journal, recipe: Recipe) -> Iterator[Usage]:
    model = recipe.model
    if model is None:
        return
    expectation = Expectation(model)
    for path, _ in plan.todo:
        try:
            article = read_article(path)
        except UnreadableArticle:
            continue
        language = recipe.language or article.language
        prompt = render_prompt(article, recipe.lens, language, overrides=recipe.content)
        if journal.answer(call_key(prompt, model)) is None:
            yield expectation.cautious(prompt)
