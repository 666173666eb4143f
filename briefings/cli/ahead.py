"""`briefings batch --provider-batch`: hand the folder in, say how it stands, fetch the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.archive.provider_batches import ProviderBatches
from briefings.batch.ahead import answer_ahead
from briefings.batch.first_calls import FirstCalls
from briefings.batch.halting import Halted
from briefings.batch.provider import ProviderBatch
from briefings.errors import BriefingsError
from briefings.llm.batch_api import BatchApi
from briefings.llm.metering import read_cards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.archive.calls import Journal
    from briefings.batch.budget import Budget
    from briefings.batch.halting import Halt
    from briefings.batch.planning import Plan
    from briefings.batch.provider import Standing
    from briefings.batch.recipe import Recipe
    from briefings.batch.workshop import Workshop
    from briefings.cli.progress import Progress
    from briefings.domain import Article
    from briefings.settings import Settings

_UPLOAD_SECONDS = 300.0  # a file of many articles takes longer than an answer


def hand_in(
    plan: Plan,
    recipe: Recipe,
    model: str,
    settings: Settings,
    workshop: Workshop,
    journal: Journal,
    budget: Budget,
    halt: Halt,
    progress: Progress,
) -> None:
    """Have the first calls of `plan` answered at the price of the provider's Batch API, as far as it answers.

    Raises nothing: what stops the waiting trips `halt`, so that the report tells it and the same command
    goes on later.
    """
    cards = read_cards(settings.content)
    api = BatchApi(
        api_key=settings.api_key,
        base_url=settings.base_url,
        timeout=max(settings.timeout, _UPLOAD_SECONDS),
        sleep=halt.sleep,
    )
    ordered = ProviderBatches(settings.archive, api.shown)
    told = _Told(progress)
    try:
        with progress.during(lambda: told.line):
            complaints = answer_ahead(
                plan,
                _readings(plan, workshop, halt),
                FirstCalls(recipe, model, cards),
                ProviderBatch(api, ordered, model=model, cards=cards),
                ordered,
                journal,
                budget,
                model=model,
                cards=cards,
                on_progress=told.take,
            )
    except Halted:
        progress.say("What was handed in is worked on all the same; the same command fetches it.")
        return
    except BriefingsError as error:
        halt.trip(error)
        return
    for complaint in complaints:
        progress.say(f"The Batch API turned some articles away, which are asked singly: {complaint}")


def _readings(plan: Plan, workshop: Workshop, halt: Halt) -> Iterator[Article | None]:
    for article in workshop.read_all(path for path, _ in plan.todo):
        halt.check()  # or a run that was stopped meanwhile would still order
        yield article


class _Told:
    """How the provider stands: live on a terminal, else a line when a batch was handed in or has ended."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._open_batches: int | None = None
        self.line = "Handing in"

    def take(self, standing: Standing) -> None:
        """Tell how far it has come."""
        self.line = (
            f"Batch API: {standing.requests} handed in · answered {standing.answered} · "
            f"failed {standing.failed} · {standing.open_batches} batches open"
        )
        if not self._progress.live and standing.open_batches != self._open_batches:
            self._progress.say(f"{self.line}. You may stop here: the same command fetches the answers.")
        self._open_batches = standing.open_batches
