"""Run a batch: an outcome for each article, in the order in which they are finished."""

from __future__ import annotations

import os
import queue
import signal
import threading
import time
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from briefings.archive.calls import NotedOutcome
from briefings.archive.trouble import UnusableArchive
from briefings.batch.halting import Halt, Halted
from briefings.batch.journaled import ARTICLE
from briefings.batch.outcome import Outcome, shown
from briefings.batch.workshop import Workshop
from briefings.errors import BriefingsError, UnusableReply, unexpected
from briefings.llm import metering
from briefings.pipeline import brief_article

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from briefings.archive.calls import Journal
    from briefings.batch.planning import Plan
    from briefings.batch.recipe import Recipe
    from briefings.domain import Brief
    from briefings.llm.base import LanguageModel
    from briefings.publishing import Publisher

_CORES = os.cpu_count() or 1


def run(
    plan: Plan,
    journal: Journal,
    recipe: Recipe,
    publisher: Publisher,
    *,
    model: LanguageModel | None = None,
    workers: int = 64,
    halt: Halt | None = None,
) -> Generator[Outcome]:
    """Brief what `plan` says is to be done: each outcome when its files are written and `journal` has it.

    `model` is asked by `workers` articles at once, None drafts by extraction; see `asked_for_good` for how
    it keeps within a budget and pays for nothing twice. Whoever trips `halt` stops the run: what is on its
    way is finished, the rest is `left`. No article's failure ends the run.
    """
    yield from plan.settled
    for sha256 in plan.anew:
        journal.set_aside(sha256)
    if not plan.todo:
        return
    processes = min(_CORES, workers, len(plan.todo))
    with Workshop(recipe, processes) as workshop:
        floor = _Floor(plan, journal, recipe, publisher, model, workshop, halt or Halt())
        # Twice as many threads as processes: while one writes its files, the other's article is worked on.
        yield from floor.outcomes(threads=workers if model else min(workers, 2 * processes))


@dataclass(frozen=True)
class _Floor:
    plan: Plan
    journal: Journal
    recipe: Recipe
    publisher: Publisher
    model: LanguageModel | None
    workshop: Workshop
    halt: Halt

    def outcomes(self, threads: int) -> Generator[Outcome]:
        waiting: queue.SimpleQueue[tuple[Path, str]] = queue.SimpleQueue()
        finished: queue.SimpleQueue[Outcome] = queue.SimpleQueue()
        for article in self.plan.todo:
            waiting.put(article)
        for _ in range(min(threads, len(self.plan.todo))):
            # Daemons: who leaves without waiting is not held back by calls that still hang.
            threading.Thread(target=self._work, args=(waiting, finished), daemon=True).start()
        for _ in self.plan.todo:
            outcome = finished.get()
            yield outcome
            for twin in self.plan.twins.get(outcome.path, ()):
                yield self._noted(replace(outcome, path=twin, same_as=shown(outcome.path)))

    def _work(
        self, waiting: queue.SimpleQueue[tuple[Path, str]], finished: queue.SimpleQueue[Outcome]
    ) -> None:
        # A Ctrl-C is for the main thread, not for this one nor for the processes that it starts.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        while True:
            try:
                path, sha256 = waiting.get_nowait()
            except queue.Empty:
                return
            ARTICLE.set(sha256)
            finished.put(self._noted(self._outcome(path, sha256)))

    def _outcome(self, path: Path, sha256: str) -> Outcome:
        started = time.monotonic()
        try:
            self.halt.check()
            published = self.publisher.publish(self._brief(path))
            return Outcome.done(path, published, time.monotonic() - started)
        except Halted as halted:
            return Outcome(path, "left", sha256, error=str(halted))
        except UnusableReply as reply:
            error = self.publisher.keep_rejected(path, reply)
            return _failed(path, sha256, error, started, unusable=True)
        except BriefingsError as error:
            return _failed(path, sha256, error, started)
        except Exception as error:  # noqa: BLE001 - a mistake of ours must not cost the other articles
            return _failed(path, sha256, unexpected(error), started)

    def _brief(self, path: Path) -> Brief:
        if self.model is None:
            return self.workshop.extract(path)
        recipe = self.recipe
        return brief_article(
            self.workshop.read(path),
            recipe.lens,
            self.model,
            language=recipe.language,
            marking=recipe.marking,
            context_window=self._window,
            content=recipe.content,
            check=self.workshop.check,
        )

    @cached_property
    def _window(self) -> int:
        cards = metering.read_cards(self.recipe.content)
        return metering.context_window(self.recipe.model or "", self.recipe.context_window, cards)

    def _noted(self, outcome: Outcome) -> Outcome:
        """`outcome`, when the journal has it; an archive that cannot be written stops the run."""
        if outcome.outcome == "left" or outcome.article_sha256 is None:
            return outcome
        noted = NotedOutcome(
            shown(outcome.path.absolute()), outcome.article_sha256, outcome.outcome, outcome.document()
        )
        try:
            self.journal.note(self.recipe.sha256, noted)
        except UnusableArchive as error:
            self.halt.trip(error)
        return outcome


def _failed(
    path: Path, sha256: str, error: BriefingsError, started: float, *, unusable: bool = False
) -> Outcome:
    said = str(error)
    return Outcome(
        path,
        "failed",
        sha256,
        error=said if str(path) in said else f"{path}: {said}",
        exit_code=error.exit_code,
        seconds=round(time.monotonic() - started, 3),
        unusable=unusable,
    )
