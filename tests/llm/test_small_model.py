"""A real server with a real model: what our own faulty server cannot prove."""

from __future__ import annotations

import json

import pytest

from briefings.errors import ContextTooLong
from briefings.llm import open_model
from briefings.llm.base import Prompt, Turn
from briefings.llm.openai import OpenAIModel
from tests.llm.small_model import WINDOW, small_model_url

__all__ = ["small_model_url"]
pytestmark = pytest.mark.model

CITIES = ["Astana", "Almaty"]
SCHEMA = {
    "type": "object",
    "properties": {"city": {"type": "string", "enum": CITIES}, "sure": {"type": "boolean"}},
}
QUESTION = Prompt((Turn("user", "What is the capital of Kazakhstan?"),), schema=SCHEMA, max_tokens=60)


def test_an_answer_follows_its_schema(small_model_url: str) -> None:
    reply = open_model("smollm2", api_key=None, base_url=small_model_url, timeout=240).complete(QUESTION)
    answer = json.loads(reply.text)
    assert answer.keys() == {"city", "sure"}
    assert answer["city"] in CITIES
    assert (reply.finish, reply.model, reply.usage.cost_usd) == ("stop", "smollm2", None)
    assert reply.usage.tokens_in > 10
    assert reply.usage.tokens_out > 3


def test_the_schema_itself_was_taken_and_not_only_described(small_model_url: str) -> None:
    model = OpenAIModel("smollm2", api_key=None, base_url=small_model_url, timeout=240)
    started_with = model._dialect
    model.complete(QUESTION)
    assert model._dialect == started_with
    assert started_with.shape == "json_schema"


def test_an_answer_that_reaches_its_cap_says_so(small_model_url: str) -> None:
    model = OpenAIModel("smollm2", api_key=None, base_url=small_model_url, timeout=240)
    reply = model.complete(Prompt(QUESTION.turns, schema=SCHEMA, max_tokens=3))
    assert (reply.finish, reply.usage.tokens_out) == ("length", 3)


def test_a_text_that_does_not_fit_says_so(small_model_url: str) -> None:
    model = OpenAIModel("smollm2", api_key=None, base_url=small_model_url, timeout=240)
    with pytest.raises(ContextTooLong, match=str(WINDOW)):
        model.complete(Prompt((Turn("user", "steppe " * 2 * WINDOW),)))
