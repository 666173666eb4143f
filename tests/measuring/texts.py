"""Outside texts as articles: `ntrex-dev`, `flores-dev` and `factrueval-dev` of the folder given by --data."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.domain import LANGUAGE_CODES, Article, Language
from briefings.language.sentences import split
from briefings.language.speech import attribute
from briefings.readers import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PASSAGE = 20  # lines of flores-dev read as one article; they are loose sentences of many texts


@dataclass(frozen=True)
class Story:
    """One article and, where the set has them, its lines in the other languages."""

    article: Article
    source: str
    translations: dict[Language, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """One line of a parallel set, in every language."""

    source: str
    words: dict[Language, str]


def parallel_lines(data: Path) -> Iterator[Line]:
    """The lines of `ntrex-dev`, story by story, and of `flores-dev`."""
    for path in sorted((data / "ntrex-dev").glob("*.en.txt")):
        files = {code: path.with_name(path.name.replace(".en.", f".{code}.")) for code in LANGUAGE_CODES}
        yield from _lines("ntrex-dev", files)
    if (data / "flores-dev").is_dir():
        yield from _lines(
            "flores-dev", {code: data / "flores-dev" / f"{code}.txt" for code in LANGUAGE_CODES}
        )


def stories(data: Path) -> Iterator[Story]:
    """The articles of all three sets, in each of their languages."""
    for path in sorted((data / "ntrex-dev").glob("*.txt")):
        name, _, code = path.stem.rpartition(".")
        others = {
            other: path.with_name(f"{name}.{other}.txt").read_text(encoding="utf-8").splitlines()
            for other in LANGUAGE_CODES
            if other != code
        }
        yield Story(read_article(path), "ntrex-dev", others)
    for path in sorted((data / "factrueval-dev").glob("*.txt")):
        yield Story(read_article(path, language="ru"), "factrueval-dev")
    lines = [line.words for line in parallel_lines(data) if line.source == "flores-dev"]
    for first in range(0, len(lines), _PASSAGE):
        passage = lines[first : first + _PASSAGE]
        for code in LANGUAGE_CODES:
            text = "\n".join(words[code] for words in passage)
            others = {other: [w[other] for w in passage] for other in LANGUAGE_CODES if other != code}
            yield Story(article_of(text, code), "flores-dev", others)


def article_of(text: str, language: Language) -> Article:
    """`text` as an article, read as a file would be, but without a header."""
    units = attribute(text, split(text, language), language)
    return Article("text", text, language, units, hashlib.sha256(text.encode()).hexdigest())


def _lines(source: str, files: dict[Language, Path]) -> Iterator[Line]:
    texts = {code: path.read_text(encoding="utf-8").splitlines() for code, path in files.items()}
    for words in zip(*texts.values(), strict=True):
        yield Line(source, dict(zip(texts, words, strict=True)))
