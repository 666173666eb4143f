"""Answers that a large model once gave to our prompts go through the same door as any other."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from briefings.checking import check_statement, is_withheld
from briefings.domain import Brief, Proposal
from briefings.lens import load_lens
from briefings.llm.scripted import Scripted
from briefings.pipeline import brief_article
from briefings.readers import read_article

ROOT = Path(__file__).parents[1]
CASES = sorted((ROOT / "tests" / "cases").glob("recorded_*"))
MOST_LOST = 0.05  # of what a strong model states


def made_of(case: Path, reply: str) -> Brief:
    record = json.loads((case / "record.json").read_text(encoding="utf-8"))
    article = read_article(ROOT / record["article"])
    # The second answer is to the request for repairs: the model has nothing better to say.
    model = Scripted([reply, '{"statements": []}', '{"statements": []}'])
    return brief_article(article, load_lens(), model, language=record["language"])


def printed(brief: Brief) -> int:
    views = sum(len(view.position) for view in brief.expert_views)
    lists = (brief.bottom_line, brief.event, brief.stakes, brief.comparison, brief.watch, brief.positioning)
    return 1 + views + sum(len(statements) for statements in lists)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_a_strong_models_brief_loses_next_to_nothing(case: Path) -> None:
    brief = made_of(case, (case / "reply.json").read_text(encoding="utf-8"))
    lost = len(brief.withheld)
    assert lost <= MOST_LOST * (lost + printed(brief)), [
        (w.statement.text, [f.detail for f in w.findings]) for w in brief.withheld
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_every_statement_of_such_a_brief_passes_the_door_again(case: Path) -> None:
    brief = made_of(case, (case / "reply.json").read_text(encoding="utf-8"))
    for statement in (*brief.event, *brief.stakes, *(s for v in brief.expert_views for s in v.position)):
        again = Proposal(statement.text, statement.voice, statement.citations, statement.speaker)
        assert not is_withheld(check_statement(again, brief.article, "event").findings)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_a_sloppy_copy_that_shifts_every_figure_prints_none_of_them(case: Path) -> None:
    reply = (case / "reply.json").read_text(encoding="utf-8")
    sloppy = json.loads(reply)
    changed = 0
    for entry in [*sloppy["event"], *sloppy["expert_views"], *sloppy["stakes"]]:
        entry["text"], count = re.subn(
            r"(?<![\w.,])(\d{2,})(?![\w])", lambda m: str(int(m[1]) + 7), entry["text"]
        )
        changed += bool(count)
    brief = made_of(case, json.dumps(sloppy, ensure_ascii=False))
    assert changed
    caught = [w for w in brief.withheld if any(f.rule in ("number", "date") for f in w.findings)]
    assert len(caught) >= changed
