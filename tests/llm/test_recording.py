"""Replies that outlive the program, and models that follow a script."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import Usage
from briefings.errors import ModelUnavailable
from briefings.llm.base import Prompt, Reply, Turn, prompt_sha256
from briefings.llm.recording import Recorded, Recording
from briefings.llm.scripted import Scripted

if TYPE_CHECKING:
    from pathlib import Path

PROMPT = Prompt((Turn("system", "Be brief."), Turn("user", "Не болды?")), schema={"b": 1, "a": [2]})
REPLY = Reply("Ұсыныс: ёж \ud800", "length", "big-1", Usage(9, 3, 4, 1.5, 0.02))


def test_a_recorded_reply_comes_back_whole(tmp_path: Path) -> None:
    recording = Recording(Scripted([REPLY], name="big"), tmp_path / "replies")
    assert recording.complete(PROMPT) == REPLY
    assert recording.name == "big"
    assert Recorded(tmp_path / "replies").complete(PROMPT) == REPLY


def test_a_reply_is_on_disk_before_anybody_uses_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    fsync = os.fsync
    monkeypatch.setattr(os, "fsync", lambda number: (synced.append(number), fsync(number)))
    Recording(Scripted([REPLY]), tmp_path).complete(PROMPT)
    assert len(synced) == 1
    assert [path.name for path in tmp_path.iterdir()] == [f"{prompt_sha256(PROMPT)}.json"]


def test_a_record_shows_what_was_asked(tmp_path: Path) -> None:
    Recording(Scripted([REPLY]), tmp_path).complete(PROMPT)
    (path,) = tmp_path.iterdir()
    assert json.loads(path.read_text())["turns"][1] == {"role": "user", "text": "Не болды?"}


def test_a_failure_is_not_recorded(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable):
        Recording(Scripted([ModelUnavailable("gone")]), tmp_path).complete(PROMPT)
    assert list(tmp_path.iterdir()) == []


def test_a_reply_may_be_written_by_hand(tmp_path: Path) -> None:
    (tmp_path / f"{prompt_sha256(PROMPT)}.json").write_text('{"text": "Жауап"}', encoding="utf-8")
    assert Recorded(tmp_path).complete(PROMPT) == Reply("Жауап", "stop", "recorded", Usage())


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"text": "a", "usage": {"cups": 3}}', '"text"'])
def test_a_file_that_is_no_record_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / f"{prompt_sha256(PROMPT)}.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ModelUnavailable, match=path.name):
        Recorded(tmp_path).complete(PROMPT)


def test_a_prompt_without_a_record_names_the_missing_file(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=prompt_sha256(PROMPT)):
        Recorded(tmp_path).complete(PROMPT)


# ---- the number of a prompt -------------------------------------------------------------------


def test_the_number_of_a_prompt_never_changes_between_versions() -> None:
    canonical = r'{"schema": null, "turns": [["user", "\u041d\u0435 \u0431\u043e\u043b\u0434\u044b?"]]}'
    prompt = Prompt((Turn("user", "Не болды?"),))
    assert prompt_sha256(prompt) == hashlib.sha256(canonical.encode()).hexdigest()


@pytest.mark.parametrize(
    "other",
    [
        PROMPT.followed_by(Turn("user", "")),
        replace(PROMPT, turns=PROMPT.turns[::-1]),
        replace(PROMPT, turns=(Turn("user", "Be brief."), PROMPT.turns[1])),
        replace(PROMPT, schema=None),
        replace(PROMPT, schema={"a": [2], "b": 2}),
    ],
)
def test_another_question_has_another_number(other: Prompt) -> None:
    assert prompt_sha256(other) != prompt_sha256(PROMPT)


def test_the_order_of_keys_and_the_cap_do_not_change_the_number() -> None:
    same = replace(PROMPT, schema={"a": [2], "b": 1}, max_tokens=7)
    assert prompt_sha256(same) == prompt_sha256(PROMPT)


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_has_a_number(text: str) -> None:
    assert len(prompt_sha256(Prompt((Turn("user", text),)))) == 64


# ---- scripted ---------------------------------------------------------------------------------


def test_a_script_is_followed_and_its_prompts_are_kept() -> None:
    model = Scripted(["one", REPLY, ModelUnavailable("gone")], name="actor")
    first = model.complete(PROMPT)
    assert (first.text, first.finish, first.model) == ("one", "stop", "actor")
    assert model.complete(PROMPT) == REPLY
    with pytest.raises(ModelUnavailable, match="gone"):
        model.complete(PROMPT)
    assert model.prompts == [PROMPT] * 3


def test_a_script_that_is_over_fails_the_test_that_asks_on() -> None:
    with pytest.raises(AssertionError, match="call 1"):
        Scripted([]).complete(PROMPT)
