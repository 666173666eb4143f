"""What a call costs, and how much a model reads: figures from `prompts/models.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from math import fsum
from typing import TYPE_CHECKING

from briefings import resources
from briefings.domain import Usage
from briefings.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from briefings.llm.base import LanguageModel, Prompt, Reply

_FILE = "prompts/models.yaml"
_SNAPSHOT = re.compile(r"-\d{4}-\d{2}-\d{2}$")
# A local server cuts silently what its window does not hold, so guess low: long texts are drafted in parts.
UNKNOWN_WINDOW = 8192
_FRESH_MONTHS = 12


@dataclass(frozen=True, slots=True)
class ModelCard:
    """USD per million tokens (prompt, cached prompt, answer), window in tokens, when that was looked up.

    `batch` is the share of the price that is asked for answers through the provider's Batch API.
    """

    tokens_in: float
    tokens_cached: float
    tokens_out: float
    window: int
    as_of: str
    batch: float = 1.0

    def cost(self, usage: Usage, *, batched: bool = False) -> float:
        """What `usage` costs in USD; `batched` when it went through the provider's Batch API."""
        fresh = max(0, usage.tokens_in - usage.tokens_cached)
        dollars = (
            fresh * self.tokens_in
            + usage.tokens_cached * self.tokens_cached
            + usage.tokens_out * self.tokens_out
        )
        return dollars / 1_000_000 * (self.batch if batched else 1)

    def months_old(self, today: date) -> int | None:
        """How many months ago the prices were looked up; None when `as_of` is no year and month."""
        looked_up = re.match(r"(\d{4})-(0[1-9]|1[0-2])\b", self.as_of)
        if looked_up is None:
            return None
        return (today.year - int(looked_up[1])) * 12 + today.month - int(looked_up[2])


def read_cards(overrides: Path | None = None) -> dict[str, ModelCard]:
    """The cards in `prompts/models.yaml` by model name. Raises `UserError` for an unreadable entry."""
    import yaml

    try:
        entries = yaml.safe_load(resources.read(_FILE, overrides)) or {}
    except yaml.YAMLError as error:
        raise UserError(f"{_FILE} is not YAML: {error}") from error
    if not isinstance(entries, dict):
        raise UserError(f"{_FILE} must list models by name, as in: gpt-4o: {{in: 2.50, …}}")
    return {str(name): _card(str(name), entry) for name, entry in entries.items()}


def _card(name: str, entry: object) -> ModelCard:
    if not isinstance(entry, dict):
        raise UserError(f"{_FILE}: {name} needs in, cached, out, window and as_of")
    try:
        card = ModelCard(
            tokens_in=float(entry["in"]),
            tokens_cached=float(entry["cached"]),
            tokens_out=float(entry["out"]),
            window=int(entry["window"]),
            as_of=str(entry["as_of"]),
            batch=float(entry.get("batch", 1)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UserError(f"{_FILE}: {name} needs in, cached, out, window and as_of ({error!r})") from error
    if not min(card.tokens_in, card.tokens_cached, card.tokens_out) >= 0 or card.window <= 0:
        raise UserError(f"{_FILE}: {name} has a negative price or no window")
    if not 0 <= card.batch <= 1:
        raise UserError(f"{_FILE}: {name} has a batch share of {card.batch:g}; it is between 0 and 1")
    return card


def card_of(model: str, cards: Mapping[str, ModelCard]) -> ModelCard | None:
    """The card of `model`, or of the model of which it is a dated snapshot."""
    return cards.get(model) or cards.get(undated(model))


def undated(model: str) -> str:
    """The name of `model` without the date of a snapshot: gpt-4.1 for gpt-4.1-2025-04-14."""
    return _SNAPSHOT.sub("", model)


def price_warning(model: str, cards: Mapping[str, ModelCard], today: date) -> str | None:
    """Why the price of `model` is not to be trusted; None when it is known and at most a year old."""
    card = card_of(model, cards)
    if card is None:
        return f"the price of {model} is unknown; add it to {_FILE}"
    months = card.months_old(today)
    if months is not None and months <= _FRESH_MONTHS:
        return None
    return f"the price of {model} is of {card.as_of}; compare it with the provider's and mend {_FILE}"


def dollars(cost: float | None) -> str:
    """`cost` in USD as it is printed: `$12.34`, `$0.0012`, `unknown`."""
    if cost is None:
        return "unknown"
    return f"${cost:,.2f}" if cost >= 1 or not cost else f"${cost:.4f}"


def context_window(
    model: str, setting: int | None = None, cards: Mapping[str, ModelCard] | None = None
) -> int:
    """The tokens of prompt and answer that `model` holds: the user's `setting`, else what its card in
    `cards` (None: ours) says, else 8192."""
    if setting is not None:
        return setting
    card = card_of(model, read_cards() if cards is None else cards)
    return UNKNOWN_WINDOW if card is None else card.window


def sum_usage(usages: Iterable[Usage]) -> Usage:
    """The usages together. One unknown cost makes the whole unknown; no usage at all cost nothing."""
    all_of_them = list(usages)
    costs = [usage.cost_usd for usage in all_of_them]
    known = [cost for cost in costs if cost is not None]
    return Usage(
        tokens_in=sum(usage.tokens_in for usage in all_of_them),
        tokens_cached=sum(usage.tokens_cached for usage in all_of_them),
        tokens_out=sum(usage.tokens_out for usage in all_of_them),
        seconds=fsum(usage.seconds for usage in all_of_them),
        cost_usd=fsum(known) if len(known) == len(costs) else None,
    )


class Metered:
    """Asks `model` and prices what it used: None for a model without a card or an answer without counts."""

    def __init__(self, model: LanguageModel, cards: Mapping[str, ModelCard]) -> None:
        self._model = model
        self._cards = cards

    @property
    def name(self) -> str:
        """The name of the model that is asked."""
        return self._model.name

    def complete(self, prompt: Prompt) -> Reply:
        """Answer `prompt`; see `LanguageModel`."""
        return priced(self._model.complete(prompt), self._cards)


def priced(reply: Reply, cards: Mapping[str, ModelCard], *, batched: bool = False) -> Reply:
    """`reply` with its cost, `batched` when it came through the provider's Batch API.

    None stays for a model without a card or an answer without counts.
    """
    card = card_of(reply.model, cards)
    if card is None or not reply.usage.tokens_in:
        return reply
    return replace(reply, usage=replace(reply.usage, cost_usd=card.cost(reply.usage, batched=batched)))
