"""`briefings schedule`: a timer that makes and sends the digest every day, to paste where it belongs."""

from __future__ import annotations

import shlex
import shutil
import sys
from datetime import UTC, datetime, time
from pathlib import Path

import click

from briefings.cli.options import out_option, settings_from
from briefings.digesting.window import ALMATY, zone_of

_AT = time(7, 30)
_NAME = "briefings-daily"


@click.command()
@click.argument("folder", default="articles", type=click.Path(path_type=Path), metavar="[FOLDER]")
@out_option
def command(folder: Path, out: Path | None) -> None:
    """Print a systemd timer and a cron line for the daily run: batch, digest, send, at 07:30 in Almaty.

    FOLDER is where the articles of the day arrive [articles]. Nothing is installed and nothing is sent.
    Settings are read from briefings.toml in this folder, as always; no password is printed.
    """
    here, out = Path.cwd(), settings_from(out=out).out.absolute()
    click.echo(_printed(here, _daily(here, folder.absolute(), out)))


def _daily(here: Path, folder: Path, out: Path) -> str:
    """The shell command of one day. It runs alone: one that is still at work is not joined by a second."""
    program = shlex.quote(shutil.which("briefings") or f"{Path(sys.executable).parent / 'briefings'}")
    at = f"--out {shlex.quote(str(out))}"
    # A batch with failures ends in 1; the digest of what was made goes out all the same.
    steps = (
        f"{program} batch {shlex.quote(str(folder))} {at}; "
        f"{program} digest {at} && {program} digest {at} --send --yes"
    )
    lock = shlex.quote(str(here / f".{_NAME}.lock"))
    return f"flock --nonblock {lock} sh -c {shlex.quote(steps)}"


def _printed(here: Path, daily: str) -> str:
    log = here / f"{_NAME}.log"  # in a folder that is there before the first run
    now = datetime.now(UTC)
    almaty = zone_of(ALMATY, now.date())
    local = datetime.combine(now.astimezone(almaty).date(), _AT, almaty).astimezone()
    cron = f"cd {shlex.quote(str(here))} && {daily} >> {shlex.quote(str(log))} 2>&1"
    return f"""\
# ~/.config/systemd/user/{_NAME}.service
[Unit]
Description=Briefs of the day and their digest

[Service]
Type=oneshot
WorkingDirectory={_for_unit(str(here))}
ExecStart=/bin/sh -c {_quoted_for_unit(daily)}
StandardOutput=append:{_for_unit(str(log))}
StandardError=append:{_for_unit(str(log))}

# ~/.config/systemd/user/{_NAME}.timer
[Unit]
Description=Every day at {_AT:%H:%M} in Almaty

[Timer]
OnCalendar=*-*-* {_AT:%H:%M}:00 Asia/Almaty
Persistent=true

[Install]
WantedBy=timers.target

# then: systemctl --user daemon-reload && systemctl --user enable --now {_NAME}.timer

# Or one line for `crontab -e`, in the clock of this machine ({_AT:%H:%M} in Almaty is {local:%H:%M %Z} here):
{local.minute} {local.hour} * * * {cron.replace("%", chr(92) + "%")}"""


def _for_unit(text: str) -> str:
    """`text` where systemd reads %x as something of its own."""
    return text.replace("%", "%%")


def _quoted_for_unit(text: str) -> str:
    """`text` as one argument of a unit's command line, where $ and % mean something too."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$")
    return f'"{_for_unit(escaped)}"'
