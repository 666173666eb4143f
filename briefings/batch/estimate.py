"""What briefs will cost, without a call: the very prompts counted, the answers as models have answered.

The answers are the guess. A large model's to four articles of some 30 sentences took 1,930 tokens in
English, 2,230 in Russian and 2,470 in Kazakh (o200k_base), and none needed a second call; models that think
before they answer take more. Once the archive has seen a model at work, its own habits weigh in.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from briefings.domain import Usage
from briefings.drafting.by_model import FirstPrompts
from briefings.llm import tokens
from briefings.llm.metering import card_of, context_window, undated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from briefings.archive.ledger import Bill
    from briefings.domain import Article, Language
    from briefings.lens import Lens
    from briefings.llm.base import Prompt
    from briefings.llm.metering import ModelCard

_ANSWER: dict[Language, int] = {"en": 1930, "ru": 2230, "kk": 2470}
_USUAL = sum(_ANSWER.values()) / len(_ANSWER)
# Articles that these figures count for beside those in the archive: answers of one model to several articles
# differed by a fifth, models differ by half and more, and (0.2 / 0.5) squared is about this.
_WEIGHT = 0.2
# A call for better words sends the article again, with a shorter schema: measured .77 to .79 of the first.
_FURTHER_CALL = 0.8
# Providers cache the start of a prompt from this many tokens on, in steps of so many.
_CACHED_FROM, _CACHED_STEP = 1024, 128


@dataclass(frozen=True, slots=True)
class Estimate:
    """What briefs are expected to take; `cost_usd` is None when the model's price is not known."""

    tokens_in: int
    tokens_cached: int
    tokens_out: int
    cost_usd: float | None


@dataclass(frozen=True, slots=True)
class Habits:
    """What a model's calls took so far, for how many articles; nothing seen is the default."""

    articles: int = 0
    calls: int = 0
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0

    @classmethod
    def of(cls, model: str, bills: Iterable[Bill]) -> Habits:
        """The habits of `model` and its dated snapshots, out of the ledger's bills by model."""
        seen = [b for b in bills if b.articles and b.subject and model in (b.subject, undated(b.subject))]
        return cls(
            articles=sum(bill.articles for bill in seen),
            calls=sum(bill.calls for bill in seen),
            tokens_in=sum(bill.tokens_in for bill in seen),
            tokens_cached=sum(bill.tokens_cached for bill in seen),
            tokens_out=sum(bill.tokens_out for bill in seen),
        )

    @property
    def prompts(self) -> float:
        """What all prompts for one brief take, as a multiple of the first: more where answers are mended."""
        further = max(0, self.calls - self.articles) / (_WEIGHT + self.articles)
        return 1 + _FURTHER_CALL * further

    def answer(self, language: Language) -> float:
        """Tokens of all answers for one brief in `language`: the archive does not say in which one it saw."""
        expected, weight = _WEIGHT * _USUAL + self.tokens_out, _WEIGHT + self.articles
        return _ANSWER[language] * expected / weight / _USUAL


NOTHING_SEEN = Habits()


class Estimator:
    """Estimates briefs by `model`; loads the prompts once for each language.

    `caches`: the provider is known to bill the shared start of prompts as cached; else only what `habits` show
    counts as cached. `batched`: at the price of the provider's Batch API. The other parameters are those of
    `brief_article`.
    """

    def __init__(
        self,
        lens: Lens,
        model: str,
        cards: Mapping[str, ModelCard],
        *,
        language: Language | None = None,
        window: int | None = None,
        habits: Habits = NOTHING_SEEN,
        caches: bool = False,
        batched: bool = False,
        content: Path | None = None,
    ) -> None:
        self._model = model
        self._card = card_of(model, cards)
        self._language = language
        self._habits = habits
        self._caches = caches
        self._batched = batched
        self._open = partial(
            FirstPrompts,
            lens,
            context_window=context_window(model, window, cards),
            count=partial(tokens.count, model=model),
            overrides=content,
        )
        self._prompts: dict[Language, FirstPrompts] = {}

    def estimate(self, article: Article, *, first: bool = True) -> Estimate:
        """What the brief of `article` will take; `first`: nothing of its prompt is cached yet.

        Raises `UserError` for an article that could not be drafted either: a sentence too long for the model.
        """
        language = self._language or article.language
        if language not in self._prompts:
            self._prompts[language] = self._open(language)
        asked = self._prompts[language].of(article)
        habits = self._habits
        tokens_in = sum(tokens.count_prompt(prompt, self._model) for prompt in asked) * habits.prompts
        cached = 0.0
        if habits.tokens_cached:
            cached = tokens_in * min(1.0, habits.tokens_cached / max(1, habits.tokens_in))
        elif self._caches:
            cached = sum(map(self._start, asked[first:])) * habits.prompts
        answers = sum(min(prompt.max_tokens, habits.answer(language)) for prompt in asked)
        usage = Usage(round(tokens_in), round(cached), round(answers))
        cost = None if self._card is None else self._card.cost(usage, batched=self._batched)
        return Estimate(usage.tokens_in, usage.tokens_cached, usage.tokens_out, cost)

    def estimate_all(self, articles: Iterable[Article]) -> Estimate:
        """What the briefs of all `articles` will take, one after the other."""
        seen: set[Language] = set()
        total = Estimate(0, 0, 0, None if self._card is None else 0.0)
        for article in articles:
            language = self._language or article.language
            total = _sum(total, self.estimate(article, first=language not in seen))
            seen.add(language)
        return total

    def _start(self, prompt: Prompt) -> int:
        """The tokens at the start of `prompt` that are the same for every article."""
        shared = tokens.count(prompt.turns[0].text, self._model)
        return 0 if shared < _CACHED_FROM else shared - shared % _CACHED_STEP


def _sum(one: Estimate, other: Estimate) -> Estimate:
    known = one.cost_usd is not None and other.cost_usd is not None
    return Estimate(
        one.tokens_in + other.tokens_in,
        one.tokens_cached + other.tokens_cached,
        one.tokens_out + other.tokens_out,
        (one.cost_usd or 0.0) + (other.cost_usd or 0.0) if known else None,
    )
