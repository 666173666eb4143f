"""Answers of a strong, a sloppy and a hostile model to articles of the fixture: what reaches a reader of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.measuring import replies

ROWS = replies.rows()
MOST_LOST = 0.05  # of what a strong model states
HAND_WRITTEN = [row for row in ROWS if row.kind in ("sloppy", "hostile")]
STRONG = [row for row in ROWS if row.kind.startswith("strong")]


def labels(value: Any) -> list[str | None]:
    return [label for part in value for label in labels(part)] if isinstance(value, list) else [value]


def test_each_kind_answers_six_articles_in_three_languages() -> None:
    names = {"ru1", "ru2", "kk1", "kk2", "en1", "en2"}
    for kind in ("sloppy", "hostile"):
        assert {row.name for row in HAND_WRITTEN if row.kind == kind} == names


@pytest.mark.parametrize("row", HAND_WRITTEN, ids=lambda row: f"{row.kind} {row.name}")
def test_nothing_wrong_reaches_a_reader(row: replies.Row) -> None:
    assert row.withheld > 0
    assert row.wrong == ()


@pytest.mark.parametrize("row", HAND_WRITTEN, ids=lambda row: f"{row.kind} {row.name}")
def test_what_such_a_model_says_truly_is_printed_all_the_same(row: replies.Row) -> None:
    assert len(row.lost) <= 1


def test_a_strong_model_loses_next_to_nothing() -> None:
    assert sum(len(row.lost) for row in STRONG) <= MOST_LOST * sum(row.true for row in STRONG)


@pytest.mark.parametrize("row", STRONG, ids=lambda row: row.name)
def test_of_no_article_much_is_lost_and_the_model_is_asked_once_or_twice(row: replies.Row) -> None:
    assert len(row.lost) <= 2 * MOST_LOST * row.true
    assert row.calls <= 2


def test_a_hostile_model_invents_a_good_part_of_its_answer_most_of_it_at_the_end() -> None:
    for file in (replies.REPLIES / "hostile").glob("*.json"):
        defects = json.loads(file.read_text(encoding="utf-8"))["defects"]
        last = [label for name in ("watch", "bottom_line", "title") for label in labels(defects[name])]
        whole = [label for part in defects.values() for label in labels(part)]
        invented = sum(label is not None for label in whole) / len(whole)
        assert invented >= 0.44
        assert sum(label is not None for label in last) / len(last) > invented
