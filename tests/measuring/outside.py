"""Figures on texts that are not ours and stay outside the repository: `make eval DATA=folder`."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from briefings.language.identify import identify
from briefings.language.sentences import split
from briefings.readers import read_article
from tests.measuring.quality import same_speaker

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_VOICES = {"narrator": "outlet", "heading": "outlet"}


def measure_outside(data: Path) -> list[str]:
    """One line for each figure that the folder's texts allow."""
    return [*_offsets(data), *_article_of_the_mission(data.parent)]


def _offsets(data: Path) -> Iterator[str]:
    texts = sentences = broken = 0
    for path in sorted(data.rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        units = split(text, identify(text))
        texts += 1
        sentences += len(units)
        covered = {i for u in units for i in range(u.start, u.end)}
        broken += any(c.isalnum() and i not in covered for i, c in enumerate(text))
        broken += any(text[u.start].isspace() or text[u.end - 1].isspace() for u in units)
    yield f"offsets: {texts} texts, {sentences} sentences, {broken} texts with a letter lost or a loose end"


def _article_of_the_mission(shared: Path) -> Iterator[str]:
    gold_file = shared / "domain" / "seed_attribution.tsv"
    article_file = shared / "articles" / "baq_2025-09-22.txt"
    if not gold_file.is_file() or not article_file.is_file():
        return
    article = read_article(article_file)
    with gold_file.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    right = sum(_agrees(article.by_id.get(row["id"]), row) for row in rows)
    yield f"article of the mission: {right} of {len(rows)} units with offsets, voice, speaker and attribution right"


def _agrees(unit: object, row: dict[str, str]) -> bool:
    from briefings.domain import Sentence

    if not isinstance(unit, Sentence):
        return False
    outlet = row["voice"] in _VOICES
    heard = unit.speaker.name if unit.speaker else None
    return (
        (unit.start, unit.end) == (int(row["start"]), int(row["end"]))
        and unit.voice == _VOICES.get(row["voice"], row["voice"])
        and (heard is None if outlet else same_speaker(heard, row["speaker"]))
        and unit.attribution == row["attribution"]
    )
