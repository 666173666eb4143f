"""`briefings bench`: speed and memory, measured in this run."""

from __future__ import annotations

import sys

import click

from briefings.cli.checkout import run_measurement


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--full", is_flag=True, help="At full size: more than half an hour.")
def command(as_json: bool, full: bool) -> None:
    """Measure speed, memory, batches, the archive and mail on this machine (some minutes)."""
    chosen = (["--json"] if as_json else []) + (["--full"] if full else [])
    sys.exit(run_measurement("bench", *chosen))
