"""`briefings bench`: speed and memory, measured in this run."""

from __future__ import annotations

import sys

import click

from briefings.cli.checkout import run_measurement


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def command(as_json: bool) -> None:
    """Measure speed and memory on this machine (about a minute)."""
    sys.exit(run_measurement("speed", *(["--json"] if as_json else [])))
