from __future__ import annotations

import json

import pytest

from briefings.checking import is_withheld
from briefings.checking.second_reading import read_again
from briefings.errors import UnusableReply
from briefings.llm.scripted import Scripted
from tests.briefs import sample_brief


def answer(*statements: int) -> str:
    return json.dumps({"unsupported": [{"statement": n, "reason": "no such words"} for n in statements]})


def test_a_model_that_agrees_changes_nothing() -> None:
    brief = sample_brief("en")
    assert read_again(brief, Scripted([answer()])) == brief


def test_what_the_model_finds_unsupported_is_withheld_with_its_reason() -> None:
    brief = sample_brief("en")
    first = brief.bottom_line[0]
    again = read_again(brief, Scripted([answer(2)]))
    assert first not in again.bottom_line
    assert len(again.withheld) == len(brief.withheld) + 1
    added = again.withheld[-1]
    assert (added.section, added.statement.text) == ("bottom_line", first.text)
    assert is_withheld(added.findings)
    assert "no such words" in added.findings[-1].detail


def test_a_title_found_unsupported_gives_way_to_the_sources_own_first_sentence() -> None:
    brief = sample_brief("en")
    again = read_again(brief, Scripted([answer(1)]))
    assert again.title.text in brief.article.text


def test_the_model_cannot_bring_back_what_the_rules_withheld() -> None:
    brief = sample_brief("ru")
    again = read_again(brief, Scripted([answer(99, -1, 0)]))
    assert again.withheld == brief.withheld


@pytest.mark.parametrize("reply", ["", "all fine", "[]", '{"unsupported": [{"statement": "x"}]}'])
def test_an_answer_that_is_none_is_an_error_and_keeps_the_answer(reply: str) -> None:
    with pytest.raises(UnusableReply) as caught:
        read_again(sample_brief("en"), Scripted([reply]))
    assert caught.value.answer == reply


def test_every_printed_statement_is_shown_with_its_sentences() -> None:
    brief = sample_brief("en")
    model = Scripted([answer()])
    read_again(brief, model)
    text = model.prompts[0].turns[0].text
    for statement in (*brief.event, *brief.stakes):
        assert statement.text in text
        for number in statement.citations:
            assert f"{number}| " in text
