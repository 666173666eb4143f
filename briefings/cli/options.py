"""Options that several commands share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from briefings.errors import CredentialsError
from briefings.settings import Settings, load_settings


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

    Raises `CredentialsError` when a model is wanted and none is configured.
    """
    if drafter == "extraction" or (drafter == "auto" and not settings.model):
        return None
    if not settings.model:
        raise CredentialsError(
            "no model is configured; set BRIEFINGS_MODEL (and OPENAI_API_KEY or OPENAI_BASE_URL), "
            "or use --drafter extraction"
        )
    return settings.model
