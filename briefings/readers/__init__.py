"""A file becomes an `Article`: bytes, text, header, sentences, who speaks. One reader per suffix."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.domain import Article, Language, Sentence
from briefings.errors import UnreadableArticle
from briefings.language.folding import fold
from briefings.language.identify import identify
from briefings.language.sentences import split
from briefings.language.speech import attribute
from briefings.readers.files import find_files, read_bytes
from briefings.readers.html import read_html
from briefings.readers.plain import read_markdown, read_text
from briefings.readers.reading import Reader, Reading, with_touching_marks

if TYPE_CHECKING:
    from collections.abc import Iterable

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}
SUPPORTED = ", ".join(READERS)


def read_article(path: Path | str, *, language: Language | None = None) -> Article:
    """The article in the file at `path`.

    Its language is `language` when given, else what its header states, else what its words look like.
    `sha256` is of the bytes of the file. Raises `UnreadableArticle` naming the file and the remedy.
    """
    path = Path(path)
    data, reading = _reading(path)
    stated = reading.metadata
    spoken = language or stated.language or identify(reading.prose[reading.start :])
    units = attribute(reading.prose, split(reading.prose, spoken, reading.start), spoken)
    sentences = tuple(
        _as_outlet(unit, (stated.outlet, stated.author)) for unit in with_touching_marks(reading, units)
    )
    if not any(sentence.kind == "sentence" for sentence in sentences):
        raise UnreadableArticle(f"{path}: holds no sentence; put the text of the article into it")
    first = sentences[0]
    headline = " ".join(reading.prose[first.start : first.end].split()) if first.kind == "heading" else None
    return Article(
        path=str(path),
        text=reading.text,
        language=spoken,
        sentences=sentences,
        sha256=hashlib.sha256(data).hexdigest(),
        title=stated.title or headline,
        outlet=stated.outlet,
        url=stated.url,
        author=stated.author,
        published=stated.published,
        genre=stated.genre or "news_report",
        sample=stated.sample,
    )


def read_text_of(path: Path | str) -> str:
    """The text of the article in the file at `path`: `read_article(path).text`, many times faster.

    Raises `UnreadableArticle`, but not for a text without sentences.
    """
    return _reading(Path(path))[1].text


def _reading(path: Path) -> tuple[bytes, Reading]:
    data = read_bytes(path)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadableArticle(f"{path}: is not of a kind that can be read; save it as one of {SUPPORTED}")
    return data, reader(data, str(path))


def _as_outlet(sentence: Sentence, us: Iterable[str | None]) -> Sentence:
    """A sentence whose speaker is the outlet or its author is the outlet's own: «Полдень» спросил экспертов."""
    name = sentence.speaker and sentence.speaker.name
    if name is None or fold(name).text not in {fold(own).text for own in us if own}:
        return sentence
    voice = sentence.voice if sentence.voice in ("question", "direct") else "outlet"
    return replace(sentence, voice=voice, speaker=None)


def find_articles(paths: Iterable[Path | str]) -> list[Path]:
    """The files to read for `paths`: files as named, folders as the articles in them, by name.

    Raises `UserError` for a path that does not exist and for a folder without articles.
    """
    return find_files((Path(path) for path in paths), READERS)
