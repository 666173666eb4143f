"""`briefings schema`: the JSON Schema of a brief."""

from __future__ import annotations

import json

import click


@click.command()
def command() -> None:
    """Print the JSON Schema of brief.json."""
    from briefings.rendering import brief_schema

    click.echo(json.dumps(brief_schema(), ensure_ascii=False, indent=1))
