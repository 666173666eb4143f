"""One sentence retold in words of one's own is printed; its false neighbour, an addition or a contrary, is not."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from briefings.checking import check_statement, is_withheld
from briefings.domain import Article, Language, Proposal, Sentence

CASES = Path(__file__).parents[1] / "cases" / "retold.tsv"


def _cases() -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def _article(language: Language) -> Article:
    """All source sentences of one language: each stands among the others."""
    sources = [case["source"] for case in _cases() if case["language"] == language]
    sentences, at = [], 0
    for number, source in enumerate(sources, 1):
        sentences.append(Sentence(f"S{number}", "sentence", at, at + len(source), number))
        at += len(source) + 2
    return Article("test.txt", "\n\n".join(sources), language, tuple(sentences), "0" * 64)


def _withheld(case: dict[str, str], text: str) -> list[str]:
    language: Language = case["language"]  # type: ignore[assignment]
    article = _article(language)
    number = next(s.id for s in article.sentences if article.words_of(s) == case["source"])
    statement = check_statement(Proposal(text, "reported", (number,), None), article, "event")
    found = [f"{f.rule}: {f.detail}" for f in statement.findings if f.severity == "withhold"]
    assert bool(found) == is_withheld(statement.findings)
    return found


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["true"][:40])
def test_a_sentence_retold_is_printed(case: dict[str, str]) -> None:
    assert _withheld(case, case["true"]) == []


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["false"][:40])
def test_its_false_neighbour_is_withheld(case: dict[str, str]) -> None:
    assert _withheld(case, case["false"]) != []
