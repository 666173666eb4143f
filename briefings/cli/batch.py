"""`briefings batch`: a folder of articles, each to a checked brief; stop and go on at any time."""

from __future__ import annotations

import json
import os
import sys
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefings.cli.options import (
    chosen_model,
    drafter_option,
    endpoint_shown,
    language_option,
    lens_option,
    model_option,
    out_option,
    settings_from,
    the_lens,
)
from briefings.cli.progress import Progress
from briefings.cli.stopping import stoppable
from briefings.cli.tally import line_of, next_command, standing, summary
from briefings.domain import LANGUAGE_CODES
from briefings.errors import UserError
from briefings.files import refuse_unwritable, sweep, write_whole

if TYPE_CHECKING:
    from briefings.archive.calls import Journal
    from briefings.batch.budget import Budget
    from briefings.batch.halting import Halt
    from briefings.batch.planning import Plan
    from briefings.batch.recipe import Recipe
    from briefings.batch.workshop import Workshop
    from briefings.llm.base import LanguageModel
    from briefings.publishing import Publisher
    from briefings.settings import Settings


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@out_option
@click.option(
    "--workers",
    type=click.IntRange(1, 1000),
    default=64,
    show_default=True,
    help="Articles at work at once, at most. The endpoint's limits are kept without it.",
)
@click.option(
    "--max-cost",
    type=click.FloatRange(min=0),
    metavar="USD",
    help="Stop before the call with which this run would cost more.",
)
@click.option("--dry-run", is_flag=True, help="Say what it would take, without asking a model.")
@click.option(
    "--reprints", is_flag=True, help="Have reprints drafted too, not linked to their original's brief."
)
@click.option(
    "--provider-batch",
    is_flag=True,
    help="Ask through the provider's Batch API: half the price, answers within a day.",
)
@click.option("--retry-failed", is_flag=True, help="Take up only the articles that failed before.")
@language_option
@drafter_option
@model_option
@lens_option
@click.option("--json", "as_json", is_flag=True, help="The report as one JSON document on standard output.")
@click.pass_context
def command(
    context: click.Context,
    /,
    folder: Path,
    workers: int,
    max_cost: float | None,
    dry_run: bool,
    reprints: bool,
    provider_batch: bool,
    retry_failed: bool,
    drafter: str,
    lens: str,
    as_json: bool,
    **given: Any,
) -> None:
    """Brief every article in FOLDER (.txt, .md, .html; at any depth).

    Stop it whenever you like, also by switching off: the same command goes on where it was, and pays for
    nothing twice. What became of each article stands in batch.json beside the briefs.
    """
    from briefings.archive.calls import Journal
    from briefings.batch.alone import alone_in
    from briefings.batch.budget import Budget
    from briefings.batch.halting import Halt
    from briefings.batch.planning import plan
    from briefings.batch.report import Report
    from briefings.batch.running import run
    from briefings.batch.workshop import Workshop

    settings = settings_from(**given)
    recipe = _recipe(settings, drafter, lens)
    if provider_batch and recipe.model is None:
        raise UserError(
            "--provider-batch asks a model, and none is chosen; name one with --model or leave it out"
        )
    articles = _articles(folder, settings.out)
    budget, halt, progress = Budget(max_cost), Halt(), Progress()
    with ExitStack() as held:
        if not dry_run:
            for place in {settings.out.absolute(), settings.archive.absolute().parent}:
                held.enter_context(alone_in(place))
            for place in (settings.out, settings.out / "rejected"):
                sweep(place)
        journal = held.enter_context(closing(Journal(settings.archive)))
        planned = plan(
            articles, journal, recipe.sha256, settings.out, retry_failed=retry_failed, reprints=reprints
        )
        processes = max(1, min(os.cpu_count() or 1, workers, len(planned.todo)))
        workshop = held.enter_context(Workshop(recipe, processes))
        if recipe.model is not None and not reprints:
            planned = _linked(planned, workshop, settings.archive, progress)
        if dry_run:
            _tell_estimate(planned, recipe, journal, workshop, batched=provider_batch, as_json=as_json)
            return
        model = _model(settings, recipe, journal, budget, halt, workers)
        progress.say(_opening(planned, recipe, settings))
        report = Report(folder, settings.out, len(articles), budget, halt, recipe.model, journal.cut_off())
        publisher = held.enter_context(closing(_publisher(settings, recipe)))
        outcomes = run(planned, journal, recipe, publisher, workshop, model=model, workers=workers, halt=halt)
        try:
            with stoppable(halt, progress), closing(outcomes):
                if provider_batch and recipe.model and planned.todo:
                    from briefings.cli.ahead import hand_in

                    hand_in(
                        planned, recipe, recipe.model, settings, workshop, journal, budget, halt, progress
                    )
                with progress.during(lambda: standing(report)):
                    for outcome in outcomes:
                        report.take(outcome)
                        if line := line_of(outcome, report, live=progress.live):
                            progress.say(line)
        finally:  # also when somebody does not wait
            document = report.document(next_command(context, report))
            written = settings.out / "batch.json"
            write_whole(written, json.dumps(document, ensure_ascii=False, indent=1) + "\n")
            for line in summary(report, document["next"]):
                progress.say(line)
            click.echo(json.dumps(document, ensure_ascii=False, indent=1) if as_json else str(written))
    sys.exit(report.exit_code)


def _linked(planned: Plan, workshop: Workshop, archive: Path, progress: Progress) -> Plan:
    from briefings.batch.linking import without_reprints

    paths = [path for path, _ in planned.todo]
    with progress.during(f"Looking for reprints among {len(paths)} articles"):
        return without_reprints(planned, workshop.read_texts(paths), archive)


def _articles(folder: Path, out: Path) -> list[Path]:
    """The articles in `folder`; our own briefs are none, should the out folder lie in it."""
    from briefings.readers import find_articles

    inside, outside = out.resolve(), folder.resolve()
    if inside == outside:
        raise UserError(f"{out} holds the articles; name another folder for the briefs with --out")
    found = find_articles([folder])
    if outside not in inside.parents:
        return found
    return [path for path in found if inside not in path.resolve().parents]


def _recipe(settings: Settings, drafter: str, lens: str) -> Recipe:
    from briefings.batch.recipe import Recipe
    from briefings.rendering.labels import labels

    # What would stop every brief is found out before anything is paid for.
    refuse_unwritable(settings.out)
    for language in LANGUAGE_CODES:
        labels(language, settings.content)
    return Recipe(
        the_lens(lens, settings),
        model=chosen_model(settings, drafter),
        language=settings.language,
        marking=settings.marking,
        context_window=settings.context_window,
        content=settings.content,
    )


def _model(
    settings: Settings, recipe: Recipe, journal: Journal, budget: Budget, halt: Halt, workers: int
) -> LanguageModel | None:
    if recipe.model is None:
        return None
    from briefings.batch.asking import asked_for_good, endpoint
    from briefings.llm.metering import card_of, read_cards
    from briefings.llm.pacing import Pace

    cards = read_cards(settings.content)
    if budget.limit is not None and card_of(recipe.model, cards) is None:
        raise UserError(
            f"--max-cost cannot be kept: the price of {recipe.model} is unknown; "
            "add it to prompts/models.yaml, or leave --max-cost out"
        )
    pace = Pace(workers=workers, rpm=settings.rpm, tpm=settings.tpm, sleep=halt.sleep)
    model = endpoint(
        recipe.model, pace, api_key=settings.api_key, base_url=settings.base_url, timeout=settings.timeout
    )
    return asked_for_good(model, journal, budget, pace, halt, cards=cards)


def _publisher(settings: Settings, recipe: Recipe) -> Publisher:
    from briefings.numbering import Register
    from briefings.publishing import Publisher

    return Publisher(
        settings.out,
        Register(settings.archive, settings.out),
        formats=("json", "html", "md"),
        content=settings.content,
        dimension_names=recipe.lens.names,
    )


def _opening(planned: Plan, recipe: Recipe, settings: Settings) -> str:
    how = f"with {recipe.model} at {endpoint_shown(settings)}" if recipe.model else "by extraction"
    kept = sum(outcome.kept for outcome in planned.settled)
    before = f"; {kept} were made before" if kept else ""
    linked = f"; {planned.linked} are reprints" if planned.linked else ""
    return f"{len(planned.todo)} articles to draft {how}{before}{linked}."


def _tell_estimate(
    planned: Plan, recipe: Recipe, journal: Journal, workshop: Workshop, *, batched: bool, as_json: bool
) -> None:
    from briefings.cli.dry_run import tell_estimate, tell_extraction

    if recipe.model is None:
        tell_extraction(planned, as_json=as_json)
    else:
        tell_estimate(planned, recipe, recipe.model, journal, workshop, batched=batched, as_json=as_json)
