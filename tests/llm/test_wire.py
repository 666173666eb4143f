"""Reading what endpoints send."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import BriefingsError
from briefings.llm.wire import Answer, asked_wait, clipped, error_of, reply_of

NOW = datetime(2025, 9, 22, 8, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, None),
        ({"retry-after": "3"}, 3.0),
        ({"retry-after": " 2.5 "}, 2.5),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9.0),
        ({"retry-after": "Mon, 22 Sep 2025 08:00:20 GMT"}, 20.0),
        ({"retry-after": "Mon, 22 Sep 2025 13:00:20 +0500"}, 20.0),
        ({"retry-after": "Mon, 22 Sep 2025 08:00:20 -0000"}, 20.0),
        ({"retry-after": "Mon, 22 Sep 2025 07:00:00 GMT"}, 0.0),
        ({"retry-after": "-4"}, 0.0),
        ({"retry-after": "86400"}, 86400.0),
        ({"retry-after": "inf"}, float("inf")),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "later"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "Mon, 22 Sep 99999 08:00:20 GMT"}, None),
    ],
)
def test_the_wait_is_read_in_every_form(headers: dict[str, str], seconds: float | None) -> None:
    assert asked_wait(headers, NOW) == seconds


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["error", "choices", "message", "content", "code", "usage", "detail", "refusal", "text"]
            ),
            inner,
            max_size=4,
        )
    ),
)


@given(status=st.integers(200, 599), content=JSON.map(lambda c: json.dumps(c).encode()) | st.binary())
def test_whatever_a_server_sends_is_a_reply_or_one_of_our_errors(status: int, content: bytes) -> None:
    answer = Answer(status, {}, content)
    if answer.is_completion:
        reply = reply_of(answer, "small", 1.0)
        assert isinstance(reply.text, str)
        assert reply.usage.tokens_in >= 0
    else:
        told = error_of(answer, model="small", endpoint="http://x/v1", key="k-1", now=NOW)
        assert isinstance(told, BriefingsError)
        assert str(told).isprintable()


def test_content_in_parts_is_put_together() -> None:
    message = {"content": [{"type": "text", "text": "Қазақ"}, {"type": "text", "text": "стан"}]}
    answer = Answer(200, {}, json.dumps({"choices": [{"message": message}]}).encode())
    assert reply_of(answer, "small", 1.0).text == "Қазақстан"


def test_json_nested_without_end_is_only_a_bad_answer() -> None:
    assert Answer(200, {}, b"[" * 200_000).content == {}


@given(st.text(), st.integers(1, 50))
def test_foreign_words_fit_on_one_printable_line(text: str, limit: int) -> None:
    line = clipped(text, limit)
    assert line.isprintable()
    assert len(line) <= limit
