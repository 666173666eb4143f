"""Run a batch: an outcome for each article, in the order in which they are finished."""

from __future__ import annotations

import queue
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
from briefings.batch.workshop import block_interrupts
from briefings.errors import BriefingsError, UnusableReply, unexpected
from briefings.llm import metering
from briefings.pipeline import brief_article

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from briefings.archive.calls import Journal
    from briefings.batch.planning import Plan
    from briefings.batch.recipe import Recipe
    from briefings.batch.workshop import Workshop
    from briefings.domain import Brief
    from briefings.llm.base import LanguageModel
    from briefings.publishing import Publisher


def run(
    plan: Plan,
    journal: Journal,
    recipe: Recipe,
    publisher: Publisher,
    workshop: Workshop,
    *,
    model: LanguageModel | None = None,
    workers: int = 64,
    halt: Halt | None = None,
) -> Generator[Outcome]:
    """Brief what `plan` says is to be done: each outcome when its files are written and `journal` has it.

    `model` is asked by `workers` articles at once, None drafts by extraction; see `asked_for_good` for how
    it keeps within a budget and pays for nothing twice. A reprint has the brief of its original; when that
    fails, it is briefed itself. Whoever trips `halt` stops the run: what is on its
    way is finished, the rest is `left`. No article's failure ends the run.
    """
    floor = _Floor(plan, journal, recipe, publisher, model, workshop, halt or Halt())
    for outcome in plan.settled:
        yield outcome if outcome.kept else floor.noted(outcome)
    for sha256 in plan.anew:
        journal.set_aside(sha256)
    # Twice as many threads as processes: while one writes its files, the other's article is worked on.
    yield from floor.outcomes(threads=workers if model else min(workers, 2 * workshop.processes))


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

        def hire() -> None:
            # Daemons: who leaves without waiting is not held back by calls that still hang.
            threading.Thread(target=self._work, args=(waiting, finished), daemon=True).start()

        for _ in range(min(threads, len(self.plan.todo))):
            hire()
        expected = len(self.plan.todo)
        while expected:
            outcome = finished.get()
            expected -= 1
            yield from self._with_twins(outcome)
            reprints = self.plan.reprints.get(outcome.path, ())
            if outcome.outcome == "failed" and reprints:
                for reprint in reprints:
                    waiting.put((reprint.path, reprint.sha256))
                expected += len(reprints)
                hire()  # the others may have gone
                continue
            for reprint in reprints:
                linked = outcome.of_reprint(reprint.path, reprint.sha256, reprint.share, shown(outcome.path))
                yield from self._with_twins(self.noted(linked))

    def _with_twins(self, outcome: Outcome) -> Iterator[Outcome]:
        yield outcome
        for twin in self.plan.twins.get(outcome.path, ()):
            same_as = shown(outcome.path) if outcome.reprint is None else outcome.same_as
            yield self.noted(replace(outcome, path=twin, same_as=same_as))

    def _work(
        self, waiting: queue.SimpleQueue[tuple[Path, str]], finished: queue.SimpleQueue[Outcome]
    ) -> None:
        block_interrupts()
        while True:
            try:
                path, sha256 = waiting.get_nowait()
            except queue.Empty:
                return
            ARTICLE.set(sha256)
            finished.put(self.noted(self._outcome(path, sha256)))

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

    def noted(self, outcome: Outcome) -> Outcome:
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
