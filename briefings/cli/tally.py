"""How a batch is told while it runs and when it has ended."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from briefings.batch.outcome import Outcome
    from briefings.batch.report import Report


def standing(report: Report) -> str:
    """The run on one line: how far, how good, how dear, how long still."""
    parts = [
        f"[{len(report.outcomes)}/{report.total}] done {report.done}",
        f"failed {report.failed}",
        f"withheld {report.withheld}",
    ]
    if report.model:
        parts += [
            f"{_count(report.budget.paid.tokens_in + report.budget.paid.tokens_out)} tokens",
            _cost(report),
        ]
    if report.seconds_left is not None:
        parts.append(f"{_time(report.seconds_left)} left")
    return " · ".join(parts)


def line_of(outcome: Outcome, report: Report, *, live: bool) -> str | None:
    """The line about one article; on a live terminal only when it failed."""
    place = f"[{len(report.outcomes)}/{report.total}]"
    if outcome.outcome == "failed":
        return f"{place} failed: {outcome.error}"
    if live or outcome.kept or outcome.outcome == "left":
        return None
    if outcome.reprint is not None:
        return (
            f"{place} {outcome.path}: a reprint of {outcome.same_as} ({outcome.reprint:.0%} alike), "
            f"see brief {outcome.id}"
        )
    same = f", as {outcome.same_as}" if outcome.same_as else ""
    withheld = f", {outcome.withheld} withheld" if outcome.withheld else ""
    return f"{place} {outcome.path}: brief {outcome.id}{withheld}{same} ({outcome.seconds:.1f} s)"


def summary(report: Report, command: str | None) -> list[str]:
    """What the run came to, line by line, and what to do now."""
    told = [f"Done: {report.done}, failed: {report.failed}, withheld statements: {report.withheld}"]
    told[0] += f", left: {report.left}" if report.left else ""
    told[0] += f", of them made before: {report.kept}" if report.kept else ""
    told[0] += f", of them reprints: {report.reprints}" if report.reprints else ""
    told[0] += f" → {report.out}"
    paid = report.budget.paid
    if report.budget.calls:
        told.append(
            f"Paid: {report.budget.calls} calls, {paid.tokens_in:,} tokens in, {paid.tokens_out:,} out, "
            f"{_cost(report)}, {_time(report.seconds)}."
        )
    if report.budget.late:
        told.append(f"Perhaps paid without an answer: {report.budget.late} calls that took too long.")
    if report.cut_off:
        told.append(f"Perhaps paid twice: {report.cut_off} calls on their way when the last run was cut off.")
    if report.halt.reason:
        told.append(f"Stopped: {report.halt.reason}")
    if command:
        told.append(f"Next: {command}")
    return told


def next_command(context: click.Context, report: Report) -> str | None:
    """What to type now: the same command when something is left, for the failed ones when any failed."""
    if not (report.left or report.failed or report.halt.reason):
        return None
    from briefings.llm.batch_api import NoBatchApi

    dropped = {"retry_failed"}
    if isinstance(report.halt.reason, NoBatchApi):
        dropped.add("provider_batch")
    words = ["briefings", "batch"]
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if source is not click.core.ParameterSource.COMMANDLINE or parameter.name in dropped:
            continue
        value = context.params[parameter.name or ""]
        flag = parameter.opts[0] if isinstance(parameter, click.Option) else None
        words += [flag] if flag else []
        words += [] if isinstance(parameter, click.Option) and parameter.is_flag else [str(value)]
    if not report.left and report.halt.reason is None:
        words.append("--retry-failed")
    return shlex.join(words)


def _cost(report: Report) -> str:
    cost = report.budget.paid.cost_usd
    return "cost unknown" if cost is None else f"{cost:.2f} USD"


def _count(number: int) -> str:
    return f"{number / 1e6:.1f} M" if number >= 1e6 else f"{number:,}"


def _time(seconds: float) -> str:
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 120 else f"{minutes / 60:.0f} h"
