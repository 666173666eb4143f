"""`briefings read`: what the program sees in an article."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import click

from briefings.domain import LANGUAGE_CODES, Language


@click.command()
@click.argument("article", type=click.Path(path_type=Path))
@click.option(
    "--lang",
    "language",
    type=click.Choice(["auto", *LANGUAGE_CODES]),
    default="auto",
    help="Language of the article; auto looks at its header and its words.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def command(article: Path, language: Language | Literal["auto"], as_json: bool) -> None:
    """Show the sentences of ARTICLE with their numbers, offsets, voices and speakers."""
    from briefings.readers import read_article
    from briefings.rendering.document import article_document

    read = read_article(article, language=None if language == "auto" else language)
    if as_json:
        click.echo(json.dumps(article_document(read), ensure_ascii=False, indent=1))
        return
    for sentence in read.sentences:
        speaker = f" {sentence.speaker.name}" if sentence.speaker else ""
        words = " ".join(read.words_of(sentence).split())
        click.echo(f"{sentence.id:>4} {sentence.voice:<13}{speaker}\n     {words}")
