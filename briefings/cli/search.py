"""`briefings search`: find briefs by words in any of their forms."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from briefings.cli.options import settings_from, the_lens
from briefings.cli.telling import one_line
from briefings.domain import LANGUAGE_CODES

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from briefings.archive.search import Hit, Match


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Only briefs of this day or later."
)
@click.option("--dimension", metavar="ID", help="Only briefs that bear on this dimension of the lens.")
@click.option("--language", type=click.Choice(LANGUAGE_CODES), help="Only briefs in this language.")
@click.option("--ranked", is_flag=True, help="The most telling first, not the newest.")
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="How many at most."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def command(words: tuple[str, ...], since: datetime | None, as_json: bool, **options: Any) -> None:
    """Find briefs that hold all WORDS, in any form, in their statements or in the sentences of their sources.

    Words inside quotation marks, and an argument of several words, must follow each other. Exit code 1 when
    nothing is found.
    """
    from briefings.archive.opening import open_archive
    from briefings.archive.query import read_query
    from briefings.archive.search import search

    query = " ".join(map(_as_typed, words))
    read_query(query)  # a mistake in it is told also where nothing is archived yet
    settings = settings_from()
    path = settings.archive
    found: list[dict[str, Any]] = []
    if path.exists():
        connection = open_archive(path)
        try:
            hits = search(connection, query, since=since and since.date(), **options)
            found = [_document(hit, _page(connection, hit.number)) for hit in hits]
        finally:
            connection.close()
    if as_json:
        click.echo(json.dumps({"query": query, "results": found}, ensure_ascii=False, indent=1))
    else:
        for result in found:
            _print(result)
    if not found:
        where = f"in {path}" if path.exists() else f"yet: {path} is made with the first brief"
        known = the_lens("kazakhstan", settings).names
        if options["dimension"] not in (None, *known):
            where += f"; dimensions of the lens are: {', '.join(known)}"
        click.echo(f"briefings: nothing found {one_line(where)}", err=True)
        sys.exit(1)


def _as_typed(word: str) -> str:
    """An argument of several words as the phrase it was before the shell took its quotation marks."""
    several = len(word.split()) > 1 and not any(mark in word for mark in '"«»“”„')
    return f'"{word}"' if several else word


def _page(connection: sqlite3.Connection, number: str) -> Path | None:
    """The reading page of the brief, when one was written and still stands; as seen from here if it is near."""
    from briefings.archive.file_names import files_of

    for file in files_of(connection, number):
        page = file.with_name(f"{file.name}.html")
        if page.is_file():
            near = page.is_relative_to(Path.cwd())
            return page.relative_to(Path.cwd()) if near else page
    return None


def _document(hit: Hit, page: Path | None) -> dict[str, Any]:
    return {
        "id": hit.number,
        "revision": hit.revision,
        "language": hit.language,
        "day": hit.day,
        "title": hit.title,
        "outlet": hit.outlet,
        "matches": [_match(match, page) for match in hit.matches],
    }


def _match(match: Match, page: Path | None) -> dict[str, Any]:
    """The passage, where its words stand in it (`spans`), and the link to the sentence it rests on."""
    from briefings.rendering.citing import anchor

    passage = match.passage
    at = f"#{anchor(passage.sentences[0])}" if passage.sentences else ""
    return {
        "section": passage.section,
        "text": passage.text,
        "voice": passage.voice,
        "speaker": passage.speaker,
        "citations": list(passage.sentences),
        "spans": [list(span) for span in match.spans],
        "link": f"{page}{at}" if page else None,
    }


def _print(result: dict[str, Any]) -> None:
    revision = f" r{result['revision']}" if result["revision"] > 1 else ""
    outlet = f" ({result['outlet']})" if result["outlet"] else ""
    click.echo(one_line(f"{result['id']}{revision}  {result['title']}{outlet}"))
    for match in result["matches"]:
        click.echo(f"    {_marked(match['text'], match['spans'])}")
        heard = f"{match['voice']}: {match['speaker']}" if match["speaker"] else match["voice"]
        where = match["link"] or ", ".join(match["citations"])
        click.echo(f"      {one_line(f'{where}  ({heard})')}")


def _marked(text: str, spans: list[list[int]]) -> str:
    """`text` on one line, the words asked for in bold where somebody looks at a terminal."""
    shown = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    pieces, last = [], 0
    for start, end in spans if shown else []:
        pieces += [_printable(text[last:start]), click.style(_printable(text[start:end]), bold=True)]
        last = end
    return "".join([*pieces, _printable(text[last:])]).strip()


def _printable(text: str) -> str:
    """`text` without characters that steer a terminal, the spaces at its ends kept."""
    return "".join(c if c.isprintable() else " " for c in text)
