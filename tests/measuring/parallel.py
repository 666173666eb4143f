"""True statements in another language: the lines of parallel texts, each held against its translation.

A line of one language is a statement, the same line in another the one sentence it cites. What a rule
flags there is flagged wrongly. Then one figure of the statement is changed; of the pairs that were not
flagged before, those that the number and date rules let pass are missed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from briefings.checking import figures, name, polarity
from briefings.checking.evidence import Evidence
from briefings.domain import Article, Language, Proposal, Sentence
from tests.measuring.results import Part, counted
from tests.measuring.texts import parallel_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tests.measuring.texts import Line

# Statement, cited sentence.
DIRECTIONS: tuple[tuple[Language, Language], ...] = (
    ("ru", "en"), ("en", "ru"), ("kk", "en"), ("en", "kk"), ("kk", "ru"), ("ru", "kk"),
)  # fmt: skip
_FIGURES = ("number", "date")
_DIGITS = re.compile(r"(?<![^\W\d_])(?<![\d.,:/-])\d+(?![\d:/-]|[.,]\d)(?!-?[^\W\d_])")
# Magnitudes and months by the beginnings of their words, so that endings stay; number words that do not
# decline. Each becomes the next of its row, the last the first.
_ROWS: dict[str, dict[Language, tuple[str, ...]]] = {
    "magnitude": {
        "ru": ("миллион", "миллиард"),
        "kk": ("миллион", "миллиард"),
        "en": ("million", "billion"),
    },
    "month": {
        "ru": ("январ", "феврал", "апрел", "июн", "июл", "сентябр", "октябр", "ноябр", "декабр"),
        "kk": ("қаңтар", "ақпан", "наурыз", "сәуір", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша"),
        "en": ("January", "February", "April", "June", "July", "August", "September", "October", "November"),
    },
    "number in words": {
        "ru": ("четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"),
        "kk": ("екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"),
        "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    },
}


@dataclass(frozen=True)
class Changed:
    """A statement with one figure changed, and what kind of figure it was."""

    kind: str
    text: str


def part(data: Path) -> Part:
    lines = list(parallel_lines(data))
    hits = chain.from_iterable(_judged(line, *direction) for direction in DIRECTIONS for line in lines)
    return Part(
        "parallel",
        counted(hits),
        rows=("half", "measure"),
        columns=("language",),
        asked="true pairs flagged by number and date ≤ 2 %, changed digits missed ≤ 1 %",
    )


def _judged(line: Line, said: Language, cited: Language) -> Iterator[tuple[str, str, str, bool]]:
    direction = f"{said} of {cited}"
    statement, source = line.words[said], line.words[cited]
    found = rules_against(statement, source, cited)
    yield "true, flagged: number or date", direction, line.source, not found.isdisjoint(_FIGURES)
    for rule in ("number", "date", "name", "negation", "hedge", "tense"):
        yield f"true, flagged: {rule}", direction, line.source, rule in found
    if found.isdisjoint(_FIGURES):
        for changed in changes(statement, source, said):
            flagged = figures_against(changed.text, source, cited)
            yield f"changed, missed: {changed.kind}", direction, line.source, not flagged


def rules_against(statement: str, source: str, cited: Language) -> set[str]:
    """The rules on words that find something in `statement` when it cites `source`."""
    evidence = _evidence(statement, source, cited)
    checks: Iterable = (figures.check, name.check, polarity.check)
    return {finding.rule for check in checks for finding in check(evidence)}


def figures_against(statement: str, source: str, cited: Language) -> bool:
    return any(figures.check(_evidence(statement, source, cited)))


def _evidence(statement: str, source: str, cited: Language) -> Evidence:
    sentence = Sentence("S1", "sentence", 0, len(source), 1)
    article = Article("line", source, cited, (sentence,), "")
    return Evidence(article, "event", Proposal(statement, "reported", ("S1",)))


def changes(statement: str, source: str, language: Language) -> Iterator[Changed]:
    """`statement` with each of its figures changed in turn, where the source does not happen to hold the new one.

    Of a number in digits the last digit is moved by three (7 → 0, 12 → 15); one that is glued to letters,
    a date, a score or a clock is left alone.
    """
    for found in _DIGITS.finditer(statement):
        moved = str((int(found[0][-1]) + 3) % 10)
        number = found[0][:-1] + moved
        if not re.search(rf"(?<!\d){number}(?!\d)", source) and int(number):
            yield Changed("digits", statement[: found.start()] + number + statement[found.end() :])
    for kind, rows in _ROWS.items():
        row = rows[language]
        for word, other in zip(row, (*row[1:], row[0]), strict=True):
            whole = r"\b" if kind == "number in words" else ""
            found_word = re.search(rf"\b{word}{whole}", statement)
            if found_word:
                yield Changed(kind, statement[: found_word.start()] + other + statement[found_word.end() :])
