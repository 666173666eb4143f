"""`briefings brief`: one article or several, each to a checked brief."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefings.cli.options import (
    chosen_model,
    drafter_option,
    language_option,
    lens_option,
    model_option,
    out_option,
    settings_from,
)
from briefings.errors import BriefingsError, CredentialsError, UnusableReply
from briefings.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Brief
    from briefings.lens import Lens
    from briefings.llm.base import LanguageModel
    from briefings.numbering import Register
    from briefings.settings import Settings

_DEFAULT_FORMATS = ("md", "html", "json")


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
@lens_option
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def command(
    paths: tuple[Path, ...], formats: tuple[str, ...], lens: str, as_json: bool, **given: Any
) -> None:
    """Brief each ARTICLE (.txt, .md, .html) and write the briefs to the out folder.

    One bad article never stops the others. The names of the files written go to standard output.
    """
    drafter = given.pop("drafter")
    settings = settings_from(**given)
    desk = _open_desk(settings, drafter, lens, formats or _DEFAULT_FORMATS)
    outcomes = list(desk.brief_all(paths))
    if as_json:
        click.echo(json.dumps({"briefs": [o.document() for o in outcomes]}, ensure_ascii=False, indent=1))
    else:
        for outcome in outcomes:
            for file in outcome.files:
                click.echo(str(file))
    _summarise(outcomes, settings)
    sys.exit(_exit_code(outcomes))


@dataclass
class _Outcome:
    """What became of one article."""

    path: Path
    files: list[Path] = field(default_factory=list)
    brief: Brief | None = None
    error: BriefingsError | None = None

    def document(self) -> dict[str, Any]:
        brief = self.brief
        return {
            "path": str(self.path),
            "outcome": "done" if brief else "failed",
            "files": [str(file) for file in self.files],
            "id": brief.id if brief else None,
            "revision": brief.revision if brief else None,
            "drafter": brief.made.drafter if brief else None,
            "withheld": len(brief.withheld) if brief else None,
            "tokens_in": brief.made.tokens_in if brief else None,
            "tokens_out": brief.made.tokens_out if brief else None,
            "cost_usd": brief.made.cost_usd if brief else None,
            "error": str(self.error) if self.error else None,
        }


@dataclass
class _Desk:
    """Everything that the briefs of one call share."""

    settings: Settings
    formats: tuple[str, ...]
    lens: Lens
    model: LanguageModel | None
    register: Register
    names: set[str] = field(default_factory=set)

    def brief_all(self, paths: tuple[Path, ...]) -> Iterator[_Outcome]:
        refused: CredentialsError | None = None
        for at, path in enumerate(paths, 1):
            started = time.perf_counter()
            outcome = _Outcome(path)
            try:
                if refused is not None:
                    raise refused  # a refused key stays refused; do not knock again for each article
                self._brief(outcome)
            except BriefingsError as error:
                outcome.error = error
                if isinstance(error, CredentialsError):
                    refused = error
                if isinstance(error, UnusableReply):
                    outcome.error = self._keep_answer(outcome, error)
            _report(outcome, at, len(paths), time.perf_counter() - started)
            yield outcome

    def _brief(self, outcome: _Outcome) -> None:
        from briefings.numbering import numbered
        from briefings.pipeline import brief_article
        from briefings.readers import read_article
        from briefings.rendering import SUFFIXES, render
        from briefings.rendering.document import brief_document

        article = read_article(outcome.path)
        language = self.settings.language or article.language
        day = article.published or time.strftime("%Y-%m-%d")
        brief = brief_article(
            article,
            self.lens,
            self.model,
            language=language,
            number=self.register.number(day, language, article.sha256),
            marking=self.settings.marking,
            context_window=self.settings.context_window,
            content=self.settings.content,
        )
        brief = replace(brief, revision=self.register.revision(numbered(brief_document(brief))))
        name = self._name(outcome.path, article.sha256)
        for kind in self.formats:
            file = self.settings.out / f"{name}{SUFFIXES[kind]}"
            write_whole(
                file,
                render(
                    brief,
                    kind,
                    language=language,
                    overrides=self.settings.content,
                    dimension_names=self.lens.names,
                ),
            )
            outcome.files.append(file)
        outcome.brief = brief

    def _name(self, path: Path, sha256: str) -> str:
        """The article's file name; two articles of one name are told apart by their hash."""
        name = path.stem if path.stem not in self.names else f"{path.stem}-{sha256[:8]}"
        self.names.add(name)
        return name

    def _keep_answer(self, outcome: _Outcome, error: UnusableReply) -> BriefingsError:
        file = self.settings.out / "rejected" / f"{outcome.path.stem}.txt"
        write_whole(file, error.answer)
        outcome.files.append(file)
        return BriefingsError(f"{error}; what it answered is kept in {file}")


def _open_desk(settings: Settings, drafter: str, lens: str, formats: tuple[str, ...]) -> _Desk:
    from briefings.lens import load_lens
    from briefings.numbering import Register

    name = chosen_model(settings, drafter)
    if name is None:
        hint = "" if drafter == "extraction" else "; set BRIEFINGS_MODEL to draft with a model"
        click.echo(f"Drafting by extraction: verbatim sentences, no language model{hint}.", err=True)
        model = None
    else:
        from briefings.llm import open_model

        model = open_model(
            name,
            api_key=settings.api_key,
            base_url=settings.base_url,
            timeout=settings.timeout,
            overrides=settings.content,
        )
        click.echo(f"Drafting with {name} at {settings.base_url or 'OpenAI'}.", err=True)
    return _Desk(
        settings, formats, load_lens(lens, settings.content), model, Register.of_folder(settings.out)
    )


def _report(outcome: _Outcome, at: int, total: int, seconds: float) -> None:
    place = f"[{at}/{total}] {outcome.path}"
    if outcome.error:
        click.echo(f"{place}: failed\n  {outcome.error}", err=True)
        return
    brief = outcome.brief
    if brief is not None:
        withheld = f", {len(brief.withheld)} withheld" if brief.withheld else ""
        click.echo(f"{place}: brief {brief.id}{withheld} ({seconds:.1f} s)", err=True)


def _summarise(outcomes: list[_Outcome], settings: Settings) -> None:
    failed = sum(1 for o in outcomes if o.error)
    pages = [file for o in outcomes for file in o.files if file.suffix == ".html"]
    click.echo(f"Done: {len(outcomes) - failed}, failed: {failed} → {settings.out}", err=True)
    if pages:
        click.echo(f"Open {pages[0]} in a browser.", err=True)


def _exit_code(outcomes: list[_Outcome]) -> int:
    """0 when all is done, 1 when some of it is, else what the first error asks for."""
    errors = [o.error for o in outcomes if o.error]
    if not errors:
        return 0
    return errors[0].exit_code if len(errors) == len(outcomes) else 1
