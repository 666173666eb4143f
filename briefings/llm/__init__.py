"""Language models: one method to ask them, and wrappers that retry, price and record."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.llm.base import LanguageModel

__all__ = ["open_model"]


def open_model(
    name: str,
    *,
    api_key: str | None,
    base_url: str | None = None,
    timeout: float = 300.0,
    attempts: int = 6,
    overrides: Path | None = None,
) -> LanguageModel:
    """The model called `name` at `base_url` (None: OpenAI), with retries and prices.

    Open it once and share it: the calls of all threads then share the connections to the endpoint, its
    pauses and what was learnt about it. `timeout` is the wall time in seconds that one answer may take;
    `overrides` is a folder whose `prompts/models.yaml` replaces ours.

    Raises `CredentialsError` for a missing key, `UserError` for an address or a price list that is none.
    """
    from briefings.llm.metering import Metered, read_cards
    from briefings.llm.openai import OpenAIModel
    from briefings.llm.retrying import Retrying

    model = OpenAIModel(name, api_key=api_key, base_url=base_url, timeout=timeout)
    return Metered(Retrying(model, attempts=attempts), read_cards(overrides))
