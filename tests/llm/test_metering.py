"""What a call costs, and that an unknown price never becomes nothing."""

from __future__ import annotations

from datetime import date
from math import isclose
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import Usage
from briefings.errors import UserError
from briefings.llm.base import Prompt, Reply, Turn
from briefings.llm.metering import (
    Metered,
    card_of,
    context_window,
    dollars,
    price_warning,
    priced,
    read_cards,
    sum_usage,
)
from briefings.llm.scripted import Scripted

if TYPE_CHECKING:
    from pathlib import Path

PROMPT = Prompt((Turn("user", "?"),))
CARDS = read_cards()
USAGE = Usage(tokens_in=1_000_000, tokens_cached=400_000, tokens_out=100_000, seconds=2.0)


def cost(model: str, usage: Usage = USAGE) -> float | None:
    return Metered(Scripted([Reply("hi", "stop", model, usage)]), CARDS).complete(PROMPT).usage.cost_usd


@pytest.mark.parametrize(
    ("model", "dollars"),
    [
        ("gpt-4o", 0.6 * 2.5 + 0.4 * 1.25 + 0.1 * 10),
        ("gpt-4o-2024-08-06", 0.6 * 2.5 + 0.4 * 1.25 + 0.1 * 10),
        ("gpt-4o-2024-05-13", 5 + 1.5),
        ("gpt-4o-mini", 0.6 * 0.15 + 0.4 * 0.075 + 0.1 * 0.6),
        ("gpt-5-nano", 0.6 * 0.05 + 0.4 * 0.005 + 0.1 * 0.4),
    ],
)
def test_fresh_and_cached_and_written_tokens_have_their_own_price(model: str, dollars: float) -> None:
    priced = cost(model)
    assert priced is not None
    assert isclose(priced, dollars)


@pytest.mark.parametrize("model", ["gpt-4o-audio-preview", "gpt-99", "small.gguf", "openai/gpt-4o", ""])
def test_a_model_that_is_not_listed_costs_unknown(model: str) -> None:
    assert cost(model) is None


def test_an_answer_without_counts_costs_unknown() -> None:
    assert cost("gpt-4o", Usage(seconds=1.0)) is None


def test_only_the_cost_is_added_to_a_reply() -> None:
    model = Scripted([Reply("hi", "length", "gpt-4o", USAGE)], name="gpt-4o")
    metered = Metered(model, CARDS)
    reply = metered.complete(PROMPT)
    assert (metered.name, reply.text, reply.finish) == ("gpt-4o", "hi", "length")
    assert (reply.usage.tokens_in, reply.usage.seconds) == (1_000_000, 2.0)


def test_a_call_through_the_batch_costs_the_share_that_the_card_says() -> None:
    reply = Reply("hi", "stop", "gpt-4o", USAGE)
    whole, half = (priced(reply, CARDS, batched=batched).usage.cost_usd for batched in (False, True))
    assert whole is not None
    assert half == whole / 2


def test_a_price_list_that_says_nothing_of_batches_promises_no_discount(tmp_path: Path) -> None:
    cards = read_cards(
        own_list(tmp_path, 'house: {in: 1, cached: 0, out: 2, window: 9000, as_of: "2025-09"}')
    )
    assert cards["house"].cost(USAGE, batched=True) == cards["house"].cost(USAGE)


@pytest.mark.parametrize(
    ("as_of", "today", "warned"),
    [
        ("2025-08", date(2026, 8, 31), False),
        ("2025-08", date(2026, 9, 1), True),
        ("2025-08", date(2025, 8, 1), False),
        ("2025-08-14", date(2026, 1, 1), False),
        ("last summer", date(2025, 9, 1), True),
    ],
)
def test_a_price_of_more_than_a_year_ago_is_warned_of(
    as_of: str, today: date, warned: bool, tmp_path: Path
) -> None:
    line = f'house: {{in: 1, cached: 0, out: 2, window: 9000, as_of: "{as_of}"}}'
    warning = price_warning("house", read_cards(own_list(tmp_path, line)), today)
    assert (warning is not None) == warned
    assert warning is None or ("house" in warning and as_of in warning)


def test_an_unknown_price_is_warned_of_and_printed_as_unknown() -> None:
    assert "gpt-99" in (price_warning("gpt-99", CARDS, date(2026, 1, 1)) or "")
    assert [dollars(cost) for cost in (None, 0.0, 0.00123, 0.5, 1234.5)] == [
        "unknown",
        "$0.00",
        "$0.0012",
        "$0.5000",
        "$1,234.50",
    ]


def test_every_card_says_when_it_was_looked_up() -> None:
    assert all(len(card.as_of) == 7 for card in CARDS.values())
    assert all(card.tokens_cached <= card.tokens_in for card in CARDS.values())


@pytest.mark.parametrize(
    ("model", "setting", "window"),
    [
        ("gpt-4o", None, 128_000),
        ("gpt-4.1-mini-2025-04-14", None, 1_047_576),
        ("gpt-5", None, 400_000),
        ("llama-of-the-house", None, 8192),
        ("llama-of-the-house", 32_768, 32_768),
        ("gpt-4o", 4096, 4096),
    ],
)
def test_the_window_is_the_setting_or_the_card_or_a_small_guess(
    model: str, setting: int | None, window: int
) -> None:
    assert context_window(model, setting) == window


def own_list(folder: Path, text: str) -> Path:
    (folder / "prompts").mkdir()
    (folder / "prompts" / "models.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_price_list_of_ones_own_is_used(tmp_path: Path) -> None:
    line = 'house: {in: 1, cached: 0, out: 2, window: 9000, as_of: "2025-09"}'
    cards = read_cards(own_list(tmp_path, line))
    assert card_of("gpt-4o", cards) is None
    assert context_window("house", cards=cards) == 9000


@pytest.mark.parametrize(
    "text",
    [
        "house: {in: 1, cached: 0, out: 2, window: 9000}",
        'house: {in: "2,50", cached: 0, out: 2, window: 9000, as_of: x}',
        "house: {in: -1, cached: 0, out: 2, window: 9000, as_of: x}",
        'house: {in: 1, cached: 0, out: 2, window: 9000, batch: 50, as_of: "2025-09"}',
        "house: {in: .nan, cached: 0, out: 2, window: 9000, as_of: x}",
        "house: {in: 1, cached: 0, out: 2, window: 0, as_of: x}",
        "house: 3",
        "- house",
        "house: {in: 1",
    ],
)
def test_a_price_list_that_cannot_be_read_names_the_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(UserError, match=r"models\.yaml"):
        read_cards(own_list(tmp_path, text))


USAGES = st.builds(
    Usage,
    tokens_in=st.integers(0, 10**6),
    tokens_cached=st.integers(0, 10**6),
    tokens_out=st.integers(0, 10**6),
    seconds=st.integers(0, 1000).map(float),
    cost_usd=st.none() | st.integers(0, 100).map(float),
)


@given(st.lists(USAGES), st.lists(USAGES))
def test_usages_may_be_added_in_any_grouping(some: list[Usage], others: list[Usage]) -> None:
    assert sum_usage([sum_usage(some), sum_usage(others)]) == sum_usage(some + others)


@given(st.lists(USAGES))
def test_one_unknown_cost_makes_the_sum_unknown(usages: list[Usage]) -> None:
    unknown = any(usage.cost_usd is None for usage in usages)
    assert (sum_usage(usages).cost_usd is None) == unknown
