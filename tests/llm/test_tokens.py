"""Counting tokens, with no network and nothing cached."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefings
from briefings.llm import tokens
from briefings.llm.base import Prompt, Turn
from briefings.llm.tokens import count, count_prompt

ROOT = Path(briefings.__file__).parents[1]


@pytest.fixture
def no_sockets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: Any) -> None:
        raise OSError("no network in this test")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    tokens._load.cache_clear()
    import tiktoken.registry

    monkeypatch.setattr(tiktoken.registry, "ENCODINGS", {})


@pytest.mark.parametrize(
    ("model", "text", "number"),
    [
        ("gpt-4o", "Hello world", 2),
        ("gpt-4o", "Сәлем, әлем! Қазақстан", 7),
        ("gpt-4", "Сәлем, әлем! Қазақстан", 18),
        (None, "Ещё один вопрос", 4),
        ("some-local-model", "Ещё один вопрос", 4),
        ("davinci", "Hello world", 2),
        ("gpt-oss-20b", "Hello world", 2),
        ("gpt-4o", "", 0),
    ],
)
def test_tokens_are_counted_without_a_network(
    no_sockets: None, tmp_path: Path, model: str | None, text: str, number: int
) -> None:
    assert count(text, model) == number
    assert os.environ["TIKTOKEN_CACHE_DIR"] == str(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_threads_may_count_from_the_first_moment_on(no_sockets: None) -> None:
    with ThreadPoolExecutor(8) as pool:
        numbers = set(pool.map(lambda _: count("Қазақстан", "gpt-4o"), range(32)))
    assert len(numbers) == 1


def test_words_that_mean_something_to_the_model_are_only_words_in_an_article() -> None:
    assert count("<|endoftext|>", "gpt-4o") > 1


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_has_between_one_token_and_one_for_each_byte(text: str) -> None:
    assert bool(text) <= count(text, None) <= 4 * len(text)


def test_a_long_run_without_spaces_does_not_take_long() -> None:
    assert count("а" * 400_000, "gpt-4o") > 1000


def test_a_prompt_weighs_more_than_its_words() -> None:
    words = Prompt((Turn("system", "Be brief."), Turn("user", "Қалайсың?")))
    shaped = Prompt(words.turns, schema={"type": "object", "title": "Жауап"})
    assert count_prompt(words, None) > sum(count(turn.text, None) for turn in words.turns)
    assert count_prompt(shaped, None) > count_prompt(words, None)


def test_the_way_to_a_model_is_imported_without_the_heavy_libraries() -> None:
    modules = "briefings.llm, briefings.llm.openai, briefings.llm.retrying, briefings.llm.tokens"
    code = f"import sys, {modules}, briefings.llm.metering, briefings.llm.recording; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"openai", "tiktoken", "tenacity", "yaml", "httpx2"} & set(done.stdout.split())
