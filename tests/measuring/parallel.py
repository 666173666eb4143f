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
    from collections.abc import Iterator
    from pathlib import Path

    from tests.measuring.texts import Line

# Statement, cited sentence.
DIRECTIONS: tuple[tuple[Language, Language], ...] = (
    ("ru", "en"), ("en", "ru"), ("kk", "en"), ("en", "kk"), ("kk", "ru"), ("ru", "kk"),
)  # fmt: skip
_FIGURES = ("number", "date")
_CHECKS = (figures.check, polarity.check)
_NEWS = "ntrex-dev"  # finding names takes ten times as long as all else; news is where they matter
_DIGITS = re.compile(r"(?<![^\W\d_])(?<![\d.,:/-])\d+(?![\d:/-]|[.,]\d)(?!-?[^\W\d_])")
# Magnitudes and months by the beginnings of their words, so that endings stay (what may follow is in _ENDS);
# number words that do not decline. Each becomes the next of its row, the last the first.
_ROWS: dict[str, dict[Language, tuple[str, ...]]] = {
    "magnitude": {
        "ru": ("миллион", "миллиард"),
        "kk": ("миллион", "миллиард"),
        "en": ("million", "billion"),
    },
    "month": {
        "ru": ("январ", "феврал", "апрел", "июн", "июл", "сентябр", "октябр", "ноябр", "декабр"),
        "kk": (
            "қаңтар",
            "ақпан",
            "наурыз",
            "сәуір",
            "маусым",
            "шілде",
            "тамыз",
            "қыркүйек",
            "қазан",
            "қараша",
        ),
        "en": ("January", "February", "April", "June", "July", "August", "September", "October", "November"),
    },
    "number in words": {
        "ru": ("четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"),
        "kk": ("екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"),
        "en": ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    },
}
_ENDS: dict[Language, str] = {"ru": "(?!ер)", "kk": "(?!ер)", "en": r"s?\b"}  # never миллионер, Augustus
_SEASON = "маусым"  # June, and also season


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
    evidence = _evidence(statement, source, cited)
    found = {finding.rule for check in _CHECKS for finding in check(evidence)}
    yield "true, flagged: number or date", direction, line.source, not found.isdisjoint(_FIGURES)
    for rule in (*_FIGURES, "negation", "hedge", "tense"):
        yield f"true, flagged: {rule}", direction, line.source, rule in found
    if line.source == _NEWS:
        yield "true, flagged: name", direction, line.source, any(name.check(evidence))
    if found.isdisjoint(_FIGURES):
        for changed in changes(statement, source, said):
            flagged = any(figures.check(_evidence(changed.text, source, cited)))
            yield f"changed, missed: {changed.kind}", direction, line.source, not flagged


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
        end = r"\b" if kind == "number in words" else _ENDS[language]
        for word, other in zip(row, (*row[1:], row[0]), strict=True):
            found_word = re.search(rf"\b{word}{end}", statement) if word != _SEASON else None
            # A figure that the statement names elsewhere is in its source as well.
            if found_word and not re.search(rf"\b{other}", statement):
                changed = other + found_word[0][len(word) :]
                yield Changed(kind, statement[: found_word.start()] + changed + statement[found_word.end() :])
