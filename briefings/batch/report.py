"""How a run stands, and what it came to: batch.json."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from briefings.batch.outcome import shown

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.batch.budget import Budget
    from briefings.batch.halting import Halt
    from briefings.batch.outcome import Outcome

_SCHEMA = 1


@dataclass
class Report:
    """Takes up the outcomes of a run over `folder` as they come. `cut_off` counts calls whose answers an
    earlier run did not live to see."""

    folder: Path
    out: Path
    total: int
    budget: Budget
    halt: Halt
    model: str | None = None
    cut_off: int = 0
    outcomes: list[Outcome] = field(default_factory=list)
    done: int = 0
    failed: int = 0
    left: int = 0
    kept: int = 0
    reprints: int = 0
    withheld: int = 0

    def __post_init__(self) -> None:
        self._linked = 0  # in this run: they take no time
        self._created = datetime.now(UTC).astimezone()
        self._started = time.monotonic()

    def take(self, outcome: Outcome) -> None:
        """Count `outcome` in."""
        self.outcomes.append(outcome)
        self.done += outcome.outcome == "done"
        self.failed += outcome.outcome == "failed"
        self.left += outcome.outcome == "left"
        self.kept += outcome.kept
        self.reprints += outcome.outcome == "done" and outcome.reprint is not None
        self._linked += outcome.reprint is not None and not outcome.kept
        self.withheld += outcome.withheld

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self._started

    @property
    def seconds_left(self) -> float | None:
        """Until the end at the speed so far; None when nothing was made yet."""
        made = self.done + self.failed - self.kept - self._linked
        return (self.total - len(self.outcomes)) * self.seconds / made if made else None

    @property
    def exit_code(self) -> int:
        """0 when all is done, 1 when some of it is, else what stopped it or went wrong first."""
        if self.halt.reason is not None:
            return self.halt.reason.exit_code
        codes = [outcome.exit_code for outcome in self.outcomes if outcome.outcome == "failed"]
        if not codes:
            return 0
        return 1 if self.done else codes[0]

    def document(self, next_command: str | None) -> dict[str, Any]:
        """The report as a JSON object; `next_command` is what to type now, None when all is done.

        Tokens, calls and USD at the top are what this run paid, those of an article what its brief cost.
        """
        paid = self.budget.paid
        reason = self.halt.reason
        return {
            "schema": _SCHEMA,
            "folder": shown(self.folder),
            "out": shown(self.out),
            "created": self._created.isoformat(timespec="seconds"),
            "seconds": round(self.seconds, 3),
            "model": self.model,
            "stopped": str(reason) if reason else None,
            "next": next_command,
            "done": self.done,
            "failed": self.failed,
            "left": self.left,
            "kept": self.kept,
            "reprints": self.reprints,
            "withheld": self.withheld,
            "calls": self.budget.calls,
            "late_calls": self.budget.late,
            "cut_off_calls": self.cut_off,
            "tokens_in": paid.tokens_in,
            "tokens_cached": paid.tokens_cached,
            "tokens_out": paid.tokens_out,
            "cost_usd": paid.cost_usd,
            "articles": [outcome.document() for outcome in self.outcomes],
        }
