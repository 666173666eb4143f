"""The `briefings` command: each command is a module beside this one, imported when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from briefings import __version__
from briefings.cli.telling import one_line
from briefings.errors import BriefingsError, unexpected

COMMANDS = {
    "brief": "Brief one article or several.",
    "batch": "Brief a folder of articles; stop and go on at any time.",
    "read": "Show what the program sees in an article.",
    "locate": "Say where quotations stand in an article.",
    "check": "Check every statement of a draft against an article.",
    "digest": "Make the digest of a day, and send it.",
    "schedule": "Print a timer for the daily batch and digest.",
    "search": "Find briefs by words in any form.",
    "schema": "Print the JSON Schema of a brief.",
    "doctor": "Check that everything needed is there.",
    "costs": "Show what the model has cost.",
    "eval": "Measure quality on the published fixture.",
    "bench": "Measure speed on this machine.",
}

_EPILOG = """\b
Exit codes: 0 done · 1 done with failures or findings you must see · 2 usage, configuration or input
            4 credentials missing or refused · 130 interrupted
\b
Settings come from the environment, then briefings.toml in this folder, then options:
  OPENAI_API_KEY, OPENAI_BASE_URL, BRIEFINGS_MODEL, BRIEFINGS_LANGUAGE, BRIEFINGS_OUT, …
  `briefings doctor` lists them with the values in force (never the key).
"""


class _Lazy(click.Group):
    """Knows its commands by name and imports one only to run it, so that `--help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"briefings.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        # Here and not around `main`: click makes exit code 1 of a reader who goes away (`| head`).
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains at its end
            ctx.exit(0)
        except KeyboardInterrupt:
            raise click.Abort from None


@click.group(
    cls=_Lazy,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="briefings")
@click.option("--debug", is_flag=True, help="Show the full traceback of an error.")
@click.pass_context
def cli(ctx: click.Context, debug: bool) -> None:
    """Turn news articles into cited, checked policy briefs, in Russian, Kazakh and English."""
    ctx.obj = debug


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and exit with the documented code."""
    debug = "--debug" in (sys.argv[1:] if arguments is None else arguments)
    for stream, errors in (
        (sys.stdin, "strict"),
        (sys.stdout, "backslashreplace"),
        (sys.stderr, "backslashreplace"),
    ):
        # A pipe or an old console may not be UTF-8; a brief must not die on a Kazakh letter.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
    try:
        sys.exit(cli.main(arguments, prog_name="briefings", standalone_mode=False))
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(error.exit_code)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        help_command = f"{context.command_path if context else 'briefings'} --help"
        _end(f"{error.format_message()} (see {help_command})", error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _end("interrupted; what was finished is kept", 130)
    except BriefingsError as error:
        if debug:
            raise
        _end(str(error), error.exit_code)
    except Exception as error:
        if debug:
            raise
        _end(str(unexpected(error)), 1)


def _end(text: str, code: int) -> NoReturn:
    click.echo(f"briefings: {one_line(text)}", err=True)
    sys.exit(code)
