"""Order a chunk of requests from the provider once, and find again what was ordered before.

A run may be cut off between any two lines here. Before an order it is written down which calls it will
hold; the order carries the SHA-256 of its lines in its metadata, by which it is found at the provider also
when the archive knows nothing of it.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.errors import ModelUnavailable
from briefings.llm.base import TryAgain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.archive.provider_batches import ProviderBatches
    from briefings.batch.request_lines import Chunk
    from briefings.llm.batch_api import BatchApi, BatchState

_MARK = "briefings_chunk"
_KEPT = 31 * 86_400.0  # seconds after which a provider has thrown away what a batch answered
_TRIES = 5
_WAIT = 10.0


@dataclass(frozen=True, slots=True)
class Order:
    """A chunk that was ordered: its SHA-256, the keys of its calls, and how far it had come when last seen."""

    chunk: str
    keys: tuple[str, ...]
    state: BatchState


class Orders:
    """The orders at `client`, each written down in `journal`."""

    def __init__(self, client: BatchApi, journal: ProviderBatches) -> None:
        self._client = client
        self._journal = journal
        self._at_provider: dict[str, BatchState] | None = None

    def standing(self, keys: Iterable[str]) -> list[Order]:
        """What was ordered before with any of `keys` and is worked on or can be fetched."""
        orders = []
        for handed in self._journal.holding(keys):
            state = self._client.batch(handed.batch) if handed.batch else self._find(handed.chunk)
            if state is None or state.fruitless:
                self._journal.forget(handed.chunk)
                continue
            if handed.batch is None:
                self._journal.ordered(handed.chunk, state.id)
            orders.append(Order(handed.chunk, handed.keys, state))
        return orders

    def place(self, chunk: Chunk) -> Order:
        """Order the answers to `chunk`, unless the provider has that order already."""
        name = chunk.sha256
        self._journal.plan(name, chunk.keys)
        state = self._find(name) or self._ordered(name, chunk.lines)
        self._journal.ordered(name, state.id)
        return Order(name, chunk.keys, state)

    def seen_again(self, order: Order) -> Order:
        """The order as it stands now; one that the provider has lost counts as failed."""
        state = self._client.batch(order.state.id)
        return replace(order, state=state or replace(order.state, status="failed", complaint="it is gone"))

    def withdraw(self, order: Order) -> None:
        """Nothing came of this order: its requests may be ordered anew."""
        self._journal.forget(order.chunk)
        if self._at_provider is not None:
            self._at_provider.pop(order.chunk, None)

    def _ordered(self, name: str, lines: bytes) -> BatchState:
        input_file = self._client.upload(f"briefings-{name[:16]}.jsonl", lines)
        for _ in range(_TRIES):
            try:
                return self._client.create(input_file, {_MARK: name})
            except TryAgain as fault:
                lost = fault
                self._client.sleep(_WAIT if fault.wait is None else fault.wait)
            self._at_provider = None  # it may have arrived all the same: then it will be paid for
            if state := self._find(name):
                return state
        raise ModelUnavailable(f"{lost}; run the same command again: nothing is ordered twice") from lost

    def _find(self, name: str) -> BatchState | None:
        if self._at_provider is None:
            self._at_provider = {
                state.metadata[_MARK]: state
                for state in self._client.batches(since=time.time() - _KEPT)
                if _MARK in state.metadata and not state.fruitless
            }
        return self._at_provider.get(name)
