"""`briefings locate`: where quotations stand in an article."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefings.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command()
@click.argument("article", type=click.Path(path_type=Path))
@click.option(
    "--quotes",
    type=click.Path(path_type=Path, allow_dash=True),
    required=True,
    help='A file with one {"quote": "…"} a line; - is standard input.',
)
def command(article: Path, quotes: Path) -> None:
    """Say for each quotation where it stands in ARTICLE and how faithful it is, one JSON line each."""
    from briefings.checking import locate
    from briefings.readers import read_article

    read = read_article(article)
    for quote in _quotes(quotes):
        click.echo(json.dumps(asdict(locate(read, quote)), ensure_ascii=False))


def _quotes(path: Path) -> Iterator[str]:
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(f"{path} cannot be read ({error.strerror}); check the name") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{path} is not UTF-8 ({error.reason}); save it as UTF-8 JSON lines") from error
    for number, line in enumerate(text.split("\n"), 1):  # not splitlines: a quotation may hold U+2028
        if not line.strip():
            continue
        try:
            quote = json.loads(line)["quote"]
        except (ValueError, KeyError, TypeError) as error:
            raise UserError(f'{path}, line {number}: not a JSON object like {{"quote": "…"}}') from error
        if not isinstance(quote, str):
            raise UserError(f"{path}, line {number}: the quote is not text")
        yield quote
