"""`briefings brief`: one article or several, each to a checked brief."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefings.cli.options import (
    chosen_model,
    drafter_option,
    endpoint_shown,
    judge_option,
    language_option,
    lens_option,
    marking_option,
    model_option,
    out_option,
    refuse_leaving,
    settings_from,
    the_lens,
)
from briefings.cli.progress import Progress
from briefings.domain import LANGUAGE_CODES
from briefings.files import refuse_unwritable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.cli.desk import Desk, Outcome
    from briefings.llm.base import LanguageModel
    from briefings.rendering import Format
    from briefings.settings import Settings

_DEFAULT_FORMATS: tuple[Format, ...] = ("md", "html", "json")
# Somebody is waiting: after the fourth try (some five seconds on a dead address) they hear what is wrong.
_ATTEMPTS = 4


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="ARTICLE...")
@out_option
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["md", "html", "plain", "json"]),
    help="What to write, several times for several. [md, html and json]",
)
@language_option
@drafter_option
@model_option
@judge_option
@lens_option
@marking_option
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
@click.pass_obj
def command(
    debug: bool,
    /,
    paths: tuple[Path, ...],
    formats: tuple[Format, ...],
    drafter: str,
    judge: str | None,
    lens: str,
    as_json: bool,
    **given: Any,
) -> None:
    """Brief each ARTICLE (.txt, .md, .html) and write the briefs to the out folder.

    One bad article never stops the others. The names of the files written go to standard output.
    """
    settings = settings_from(**given)
    progress = Progress()
    desk = _open_desk(settings, drafter, judge, lens, formats or _DEFAULT_FORMATS, progress, debug=debug)
    outcomes: list[Outcome] = []
    try:
        with closing(desk.publisher):
            outcomes.extend(desk.brief_all(paths))
    finally:  # also when interrupted: what was finished is named
        if len(paths) > 1 or any(outcome.files for outcome in outcomes):
            progress.say(_summary(outcomes, settings))
        _print(outcomes, as_json=as_json)
    sys.exit(_exit_code(outcomes))


def _open_desk(
    settings: Settings,
    drafter: str,
    judge: str | None,
    lens: str,
    formats: tuple[Format, ...],
    progress: Progress,
    *,
    debug: bool,
) -> Desk:
    from briefings.cli.desk import Desk
    from briefings.numbering import Register
    from briefings.publishing import Publisher
    from briefings.rendering.labels import labels

    # What would stop every brief is found out before anything is paid for.
    refuse_unwritable(settings.out)
    for language in LANGUAGE_CODES:
        labels(language, settings.content)
    chosen_lens = the_lens(lens, settings)
    model = _model(settings, chosen_model(settings, drafter))
    if model is not None:
        progress.say(f"Drafting with {model.name} at {endpoint_shown(settings)}.")
    else:
        hint = "" if drafter == "extraction" else "; set BRIEFINGS_MODEL to draft with a model"
        progress.say(f"Drafting by extraction: verbatim sentences, no language model{hint}.")
    register = Register(settings.archive, settings.out)
    register.refuse_unusable()
    publisher = Publisher(
        settings.out,
        register,
        formats=formats,
        content=settings.content,
        dimension_names=chosen_lens.names,
    )
    return Desk(settings, publisher, chosen_lens, model, _model(settings, judge), progress, debug)


def _model(settings: Settings, name: str | None) -> LanguageModel | None:
    if name is None:
        return None
    refuse_leaving(settings)
    from briefings.llm import open_model

    return open_model(
        name,
        api_key=settings.api_key,
        base_url=settings.base_url,
        timeout=settings.timeout,
        attempts=_ATTEMPTS,
        overrides=settings.content,
    )


def _summary(outcomes: Sequence[Outcome], settings: Settings) -> str:
    failed = sum(1 for outcome in outcomes if outcome.error)
    pages = [file for outcome in outcomes for file in outcome.files if file.suffix == ".html"]
    line = f"Done: {len(outcomes) - failed}, failed: {failed} → {settings.out}"
    return f"{line}. Open {pages[0]} in a browser." if pages else line


def _print(outcomes: Sequence[Outcome], *, as_json: bool) -> None:
    if as_json:
        document = {"briefs": [outcome.document() for outcome in outcomes]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    for outcome in outcomes:
        for file in outcome.files:
            click.echo(str(file))


def _exit_code(outcomes: Sequence[Outcome]) -> int:
    """0 when all is done, 1 when some of it is, else what the first error asks for."""
    errors = [outcome.error for outcome in outcomes if outcome.error]
    if not errors:
        return 0
    return errors[0].exit_code if len(errors) == len(outcomes) else 1
