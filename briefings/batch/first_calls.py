"""What a run asks first about each article: the same prompts, under the same keys, as when it is drafted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefings.batch.journaled import call_key
from briefings.drafting.by_model import FirstPrompts
from briefings.errors import UserError
from briefings.llm import tokens
from briefings.llm.metering import context_window

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefings.batch.recipe import Recipe
    from briefings.domain import Article, Language
    from briefings.llm.base import Prompt
    from briefings.llm.metering import ModelCard


class FirstCalls:
    """The first calls to `model` by `recipe`; loads the prompts once for each language."""

    def __init__(self, recipe: Recipe, model: str, cards: Mapping[str, ModelCard]) -> None:
        self._model = model
        self._language = recipe.language
        self._open = partial(
            FirstPrompts,
            recipe.lens,
            context_window=context_window(model, recipe.context_window, cards),
            count=partial(tokens.count, model=model),
            overrides=recipe.content,
        )
        self._prompts: dict[Language, FirstPrompts] = {}

    def of(self, article: Article) -> dict[str, Prompt]:
        """One prompt by its key, or one for each part; none for an article that cannot be drafted."""
        language = self._language or article.language
        if language not in self._prompts:
            self._prompts[language] = self._open(language)
        try:
            asked = self._prompts[language].of(article)
        except UserError:
            return {}
        return {call_key(prompt, self._model): prompt for prompt in asked}
