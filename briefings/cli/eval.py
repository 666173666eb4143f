"""`briefings eval`: quality on the published fixture, measured in this run."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefings.cli.checkout import run_measurement


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder of outside texts to run on as well.",
)
def command(as_json: bool, data: Path | None) -> None:
    """Measure what is withheld wrongly and what passes wrongly, per language."""
    arguments = ["--json"] if as_json else []
    if data is not None:
        arguments += ["--data", str(data.resolve())]
    sys.exit(run_measurement("report", *arguments))
