"""Options that several commands share, and what they stand for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefings.errors import CredentialsError, UserError
from briefings.settings import Settings, load_settings

if TYPE_CHECKING:
    from briefings.lens import Lens


def settings_from(**options: Any) -> Settings:
    """The settings of this process: environment, `briefings.toml` in the working folder, `options`."""
    return load_settings(os.environ, Path.cwd(), options)


language_option = click.option(
    "--lang",
    "language",
    type=click.Choice(["auto", "ru", "kk", "en"]),
    help="Language of the brief; auto is the article's own.",
)
out_option = click.option("--out", type=click.Path(path_type=Path), help="Folder for the briefs. [out]")
model_option = click.option("--model", help="Model to draft with, as its endpoint calls it.")
judge_option = click.option(
    "--judge",
    metavar="MODEL",
    help="A model that reads every printed statement once more; it can only withhold more.",
)
marking_option = click.option(
    "--marking", help="Marking of the briefs, which only a person sets: ДСП, ҚБП or TLP. [TLP:CLEAR]"
)
drafter_option = click.option(
    "--drafter",
    type=click.Choice(["auto", "model", "extraction"]),
    default="auto",
    show_default=True,
    help="auto drafts with the model when one is configured, else by extraction.",
)
lens_option = click.option(
    "--lens", default="kazakhstan", show_default=True, help="A lens in prompts/lens, or a .yaml file."
)


def chosen_model(settings: Settings, drafter: str) -> str | None:
    """The name of the model to draft with, None for extraction.

    Raises `CredentialsError` when a model is wanted and none is configured, `UserError` when the marking
    keeps the article from it.
    """
    if drafter == "extraction" or (drafter == "auto" and not settings.model):
        return None
    if not settings.model:
        raise CredentialsError(
            "no model is configured; set BRIEFINGS_MODEL (and OPENAI_API_KEY or OPENAI_BASE_URL), "
            "or use --drafter extraction"
        )
    refuse_leaving(settings)
    return settings.model


def refuse_leaving(settings: Settings) -> None:
    """Raise `UserError` when the marking keeps text from the configured model; call it before a model opens."""
    from briefings.llm.inside import refuse_outside

    refuse_outside(settings.marking, settings.base_url, settings.inner_endpoints)


def endpoint_shown(settings: Settings) -> str:
    """The model's address as it may be shown: a password or a key in OPENAI_BASE_URL is left out.

    Raises what `Endpoint` raises: `CredentialsError` for a missing key, `UserError` for no address.
    """
    from briefings.llm.endpoint import Endpoint

    return Endpoint(api_key=settings.api_key, base_url=settings.base_url, timeout=settings.timeout).shown


def the_lens(name: str, settings: Settings) -> Lens:
    """The lens called `name`. Raises `UserError` listing the lenses there are."""
    from briefings import resources
    from briefings.lens import load_lens

    folders = resources.search_path("prompts", settings.content)
    known = sorted({file.stem for folder in folders for file in (folder / "lens").glob("*.yaml")})
    if name not in known and not name.endswith(".yaml"):
        raise UserError(f"unknown lens {name!r}; choose {', '.join(known)}, or give a .yaml file")
    return load_lens(name, settings.content)
