"""Who is heard in short contexts as news writers print them: tests/cases/attribution/<language>.txt.

A case is a `#` line that names it, then `voice | speaker (- for nobody) | sentence`, line by line; a sentence
behind ¶ opens a paragraph.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefings.domain import LANGUAGE_CODES
from briefings.language.sentences import split
from briefings.language.speech import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language

CASES = Path(__file__).parents[2] / "cases" / "attribution"
Row = tuple[str, str, str]


def cases(language: Language) -> Iterator[tuple[str, list[Row]]]:
    """The cases of a language: name and rows of voice, speaker and sentence."""
    for block in (CASES / f"{language}.txt").read_text(encoding="utf-8").split("# ")[1:]:
        name, *lines = block.strip().splitlines()
        yield name, [_row(line) for line in lines]


def _row(line: str) -> Row:
    voice, speaker, sentence = (part.strip() for part in line.split("|"))
    return voice, speaker, sentence


def heard(language: Language, rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Voice and speaker of each sentence as `attribute` finds them."""
    text = " ".join(sentence for *_, sentence in rows).replace(" ¶ ", "\n\n")
    return [
        (s.voice, s.speaker.name if s.speaker else "-")
        for s in attribute(text, split(text, language), language)
    ]


@pytest.mark.parametrize(
    ("language", "rows"),
    [pytest.param(code, rows, id=f"{code}: {name}") for code in LANGUAGE_CODES for name, rows in cases(code)],
)
def test_news_in_a_few_sentences(language: Language, rows: list[Row]) -> None:
    assert heard(language, rows) == [(voice, speaker) for voice, speaker, _ in rows]
