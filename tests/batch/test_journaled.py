"""No call is paid for twice."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefings.archive.calls import Journal
from briefings.batch.journaled import ARTICLE, Journaled, Remembered, call_key
from briefings.domain import Usage
from briefings.errors import ContextTooLong, CredentialsError
from briefings.llm.base import Prompt, Reply, TryAgain, Turn
from briefings.llm.scripted import Scripted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefings.llm.base import LanguageModel

PROMPT = Prompt((Turn("system", "S"), Turn("user", "Сәлем")), schema={"type": "object"})
REPLY = Reply('{"a": "Өңір"}', "length", "scripted-2026-01-01", Usage(7, 3, 5, 1.5, 0.25))


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with closing(Journal(tmp_path / "a.sqlite")) as opened:
        yield opened


def standing(model: LanguageModel, journal: Journal) -> Remembered:
    return Remembered(Journaled(model, journal), journal)


def test_the_same_question_is_asked_once_also_by_the_next_process(journal: Journal) -> None:
    model = Scripted([REPLY])
    assert standing(model, journal).complete(PROMPT) == REPLY
    with closing(Journal(journal.path)) as reopened:
        assert standing(model, reopened).complete(PROMPT) == REPLY
    assert len(model.prompts) == 1


@pytest.mark.parametrize(
    "other",
    [
        PROMPT.followed_by(Turn("assistant", "hm")),
        replace(PROMPT, schema=None),
        replace(PROMPT, max_tokens=17),
        replace(PROMPT, turns=(Turn("system", "S"), Turn("user", "Салем"))),
    ],
)
def test_another_question_is_another_call(other: Prompt, journal: Journal) -> None:
    model = Scripted(["one", "two"])
    assert [standing(model, journal).complete(p).text for p in (PROMPT, other)] == ["one", "two"]
    assert call_key(PROMPT, "a") != call_key(other, "a")


def test_another_model_is_another_call(journal: Journal) -> None:
    first, second = Scripted(["one"], name="a"), Scripted(["two"], name="b")
    assert standing(first, journal).complete(PROMPT).text == "one"
    assert standing(second, journal).complete(PROMPT).text == "two"


def test_threads_with_one_question_pay_for_one_answer(journal: Journal) -> None:
    entered = threading.Barrier(2)

    class Slow(Scripted):
        def complete(self, prompt: Prompt) -> Reply:
            entered.wait(timeout=20)
            return super().complete(prompt)

    model = Slow(["hi"])
    asked = standing(model, journal)
    texts: list[str] = []
    pool = [threading.Thread(target=lambda: texts.append(asked.complete(PROMPT).text)) for _ in range(8)]
    for thread in pool:
        thread.start()
    entered.wait(timeout=20)
    for thread in pool:
        thread.join()
    assert (texts, len(model.prompts)) == (["hi"] * 8, 1)


def in_table(journal: Journal, table: str) -> list[tuple[str, str | None]]:
    with closing(sqlite3.connect(journal.path)) as db:
        return db.execute(f"SELECT key, article_sha256 FROM {table}").fetchall()  # noqa: S608 - our own tables


@pytest.mark.parametrize(
    ("fault", "unanswered"),
    [
        (TryAgain("late", paid=True), True),
        (TryAgain("busy", busy=True), False),
        (CredentialsError("no"), False),
        (ContextTooLong("long"), False),
    ],
)
def test_a_call_without_an_answer_is_noted_when_it_may_have_been_paid_for(
    fault: Exception, unanswered: bool, journal: Journal
) -> None:
    ARTICLE.set("a1")
    with pytest.raises(type(fault)):
        standing(Scripted([fault]), journal).complete(PROMPT)
    expected = [(call_key(PROMPT, "scripted"), "a1")] if unanswered else []
    assert in_table(journal, "unanswered_calls") == expected
    assert journal.cut_off() == 0
    assert standing(Scripted(["hi"]), journal).complete(PROMPT).text == "hi"


def test_an_answer_is_written_down_before_anybody_sees_it(journal: Journal) -> None:
    ARTICLE.set("a2")
    seen = Journaled(Scripted([REPLY]), journal).complete(PROMPT)
    assert in_table(journal, "calls") == [(call_key(PROMPT, "scripted"), "a2")]
    assert seen == REPLY
