"""A whole folder through the provider's Batch API: half the price, answers within a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from briefings.batch.answers import Answers, read_answers
from briefings.batch.orders import Order, Orders
from briefings.batch.request_lines import MOST_BYTES, MOST_REQUESTS, chunks
from briefings.llm.dialect import Dialect
from briefings.llm.metering import priced

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefings.archive.provider_batches import ProviderBatches
    from briefings.llm.base import Prompt, Reply
    from briefings.llm.batch_api import BatchApi
    from briefings.llm.metering import ModelCard

_FIRST_LOOK = 0.5  # seconds
# A request refused so may be asked in another way; see `Dialect`.
_REFUSED = frozenset({400, 422})
# What the provider says to more waiting tokens than the account may have; it is no fault of the requests.
_TOO_MUCH_AT_ONCE = "token_limit_exceeded"


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a run has come: requests ordered, answered and failed, and batches still open."""

    requests: int
    answered: int
    failed: int
    open_batches: int


@dataclass(frozen=True, slots=True)
class Collected:
    """What came of a run.

    `replies` by the key of their call, at the price of the batch. `direct` are the keys to be called singly:
    refused, out of time, or in a file that was turned away. `complaints` say why files were.
    """

    replies: Mapping[str, Reply]
    direct: tuple[str, ...]
    complaints: tuple[str, ...]


@dataclass
class _Round:
    """What came of asking in one way, so far."""

    answers: Answers = field(default_factory=Answers)
    complaints: list[str] = field(default_factory=list)


class ProviderBatch:
    """Asks `model` through `client`, writing down in `journal` what it orders.

    `cards` hold the prices. It looks whether answers are there: soon at first, as a few of them take no
    time, later every `interval` seconds.
    """

    def __init__(
        self,
        client: BatchApi,
        journal: ProviderBatches,
        *,
        model: str,
        cards: Mapping[str, ModelCard],
        interval: float = 30.0,
        most_requests: int = MOST_REQUESTS,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        self._client = client
        self._orders = Orders(client, journal)
        self._model = model
        self._cards = cards
        self._interval = interval
        self._chunks = partial(chunks, model=model, most_requests=most_requests, most_bytes=most_bytes)

    def run(
        self, prompts: Mapping[str, Prompt], on_progress: Callable[[Standing], None] = lambda _: None
    ) -> Collected:
        """Order the answers to all `prompts` and wait for them.

        A key, of at most 64 characters, stands for one prompt to one model, today and tomorrow.
        May be cut off at any moment: the next run with any of the same keys fetches what was ordered and
        orders only the rest. Two runs at once over one archive are not kept apart here. Raises what
        `BatchApi` and `ProviderBatches` raise.
        """
        replies: dict[str, Reply] = {}
        direct: list[str] = []
        complaints: list[str] = []
        first = Dialect(cap="max_completion_tokens" if self._client.of_openai else "max_tokens")
        tried = {first}
        ways = [(first, dict(prompts))]
        before = self._orders.standing(prompts)
        for way, asked in ways:  # grows while it is walked: refused requests are asked in another way
            got = self._ask(asked, way, before, on_progress)
            before = []
            replies |= got.answers.replies
            complaints += got.complaints
            again: dict[Dialect, dict[str, Prompt]] = {}
            for key in asked.keys() - got.answers.replies.keys():
                refusal = got.answers.refused.get(key)
                other = None
                if refusal is not None and refusal.status in _REFUSED:
                    other = way.after(refusal.complaint, asked[key])
                if other is None or other in tried:
                    direct.append(key)
                else:
                    again.setdefault(other, {})[key] = asked[key]
            tried |= again.keys()
            ways += again.items()
        at_its_price = {key: priced(reply, self._cards, batched=True) for key, reply in replies.items()}
        return Collected(at_its_price, tuple(sorted(direct)), tuple(complaints))

    def _ask(
        self,
        asked: Mapping[str, Prompt],
        way: Dialect,
        before: list[Order],
        on_progress: Callable[[Standing], None],
    ) -> _Round:
        got = _Round()
        running = before
        ordered = {key for order in running for key in order.keys}
        waiting = {key: prompt for key, prompt in asked.items() if key not in ordered}
        postponed: dict[str, Prompt] = {}
        ended: list[Order] = []
        while running or waiting:
            running += [self._orders.place(chunk) for chunk in self._chunks(waiting, dialect=way)]
            pause = _FIRST_LOOK
            while not (just_ended := [order for order in running if order.state.ended]):
                on_progress(_standing(ended, running))
                self._client.sleep(min(pause, self._interval))
                pause *= 2
                running = [self._orders.seen_again(order) for order in running]
            running = [order for order in running if not order.state.ended]
            too_early = [o for o in just_ended if running and _TOO_MUCH_AT_ONCE in o.state.complaint]
            for order in just_ended:
                if order in too_early:
                    self._orders.withdraw(order)
                    postponed |= {key: asked[key] for key in order.keys if key in asked}
                else:
                    ended.append(order)
                    self._fetch(order, asked, got)
            # Ordered again when one that was in its way is done.
            waiting, postponed = ({}, postponed) if too_early == just_ended else (postponed, {})
            on_progress(_standing(ended, running))
        return got

    def _fetch(self, order: Order, asked: Mapping[str, Prompt], got: _Round) -> None:
        if order.state.complaint:
            got.complaints.append(order.state.complaint)
        if order.state.fruitless:
            self._orders.withdraw(order)
        for file in order.state.files:
            found = read_answers(self._client.lines(file), asked, self._model)
            got.answers.replies.update(found.replies)
            got.answers.refused.update(found.refused)


def _standing(ended: list[Order], running: list[Order]) -> Standing:
    states = [order.state for order in (*ended, *running)]
    return Standing(
        requests=sum(len(order.keys) for order in (*ended, *running)),
        answered=sum(state.answered for state in states),
        failed=sum(state.failed for state in states),
        open_batches=len(running),
    )
