"""The model behind an endpoint, asked over real HTTP."""

from __future__ import annotations

import json
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

import pytest

from briefings.errors import (
    BriefingsError,
    ContextTooLong,
    CredentialsError,
    ModelError,
    ModelUnavailable,
    UserError,
)
from briefings.llm.base import Prompt, TryAgain, Turn
from briefings.llm.endpoint import Endpoint
from briefings.llm.openai import OpenAIModel, list_models
from briefings.llm.wire import scrubbed
from tests.llm import server as faults
from tests.llm.server import FaultyServer, answer, error

KEY = "sk-test-Zx81kQ_secret"
SCHEMA = {"type": "object", "properties": {"title": {"type": "string"}}}
FREE = Prompt((Turn("system", "You are brief."), Turn("user", "Не болды?")))
SHAPED = Prompt(FREE.turns, schema=SCHEMA, schema_name="brief", max_tokens=77)


def model_at(server: FaultyServer, *, key: str | None = KEY, timeout: float = 5.0) -> OpenAIModel:
    return OpenAIModel("small", api_key=key, base_url=server.base_url, timeout=timeout)


def failure(server: FaultyServer, prompt: Prompt = FREE, *, timeout: float = 5.0) -> BriefingsError:
    with pytest.raises(BriefingsError) as caught:
        model_at(server, timeout=timeout).complete(prompt)
    return caught.value


# ---- replies ----------------------------------------------------------------------------------


def test_a_reply_carries_text_tokens_and_seconds() -> None:
    with FaultyServer([answer("Әңгіме: ёлка")]) as server:
        reply = model_at(server).complete(FREE)
    assert (reply.text, reply.finish, reply.model) == ("Әңгіме: ёлка", "stop", "small-1")
    assert (reply.usage.tokens_in, reply.usage.tokens_cached, reply.usage.tokens_out) == (120, 20, 30)
    assert 0 < reply.usage.seconds < 5
    assert reply.usage.cost_usd is None


@pytest.mark.parametrize(
    ("fault", "text", "finish"),
    [
        pytest.param(faults.cut('{"a": "b'), '{"a": "b', "length", id="cut"),
        pytest.param(faults.fenced("{}"), "```json\n{}\n```", "stop", id="fenced"),
        pytest.param(faults.empty(), "", "stop", id="empty"),
        pytest.param(answer(None), "", "stop", id="null"),
        pytest.param(faults.refusal("No."), "No.", "refusal", id="refusal"),
        pytest.param(faults.content_filter(), "", "refusal", id="content filter"),
        pytest.param(faults.prompt_filtered(), "", "refusal", id="filtered prompt"),
    ],
)
def test_an_odd_answer_is_a_reply_and_asked_for_once(fault: faults.Fault, text: str, finish: str) -> None:
    with FaultyServer([fault]) as server:
        reply = model_at(server).complete(SHAPED)
    assert (reply.text, reply.finish) == (text, finish)
    assert len(server.requests) == 1


def test_what_a_server_calls_its_model_is_kept_only_when_it_is_a_form_of_the_name() -> None:
    content = faults.completion() | {"model": "/home/someone/weights.gguf"}
    with FaultyServer([faults.body(content)]) as server:
        assert model_at(server).complete(FREE).model == "small"


def test_an_answer_without_usage_counts_nothing() -> None:
    content = faults.completion("hm")
    del content["usage"]
    with FaultyServer([faults.body(content)]) as server:
        reply = model_at(server).complete(FREE)
    assert reply.text == "hm"
    assert reply.usage.tokens_in == reply.usage.tokens_out == 0


# ---- the way of asking ------------------------------------------------------------------------


def test_a_shaped_prompt_is_sent_with_its_strict_schema() -> None:
    with FaultyServer() as server:
        model_at(server).complete(SHAPED)
    (seen,) = server.requests
    assert seen.path == "/v1/chat/completions"
    assert seen.body == {
        "model": "small",
        "messages": [{"role": turn.role, "content": turn.text} for turn in SHAPED.turns],
        "max_tokens": 77,
        "temperature": 0,
        "response_format": {
            "type": "json_schema",
            "json_schema": {
                "name": "brief",
                "strict": True,
                "schema": SCHEMA | {"additionalProperties": False, "required": ["title"]},
            },
        },
    }


@pytest.mark.parametrize(
    ("refuses", "sent", "missing"),
    [
        ({"json_schema"}, {"response_format": {"type": "json_object", "schema": SCHEMA}}, set()),
        ({"json_schema", "json_object"}, {}, {"response_format"}),
        ({"response_format"}, {}, {"response_format"}),
        ({"max_tokens"}, {"max_completion_tokens": 77}, {"max_tokens"}),
        ({"temperature"}, {"max_tokens": 77}, {"temperature"}),
        (
            {"temperature", "max_tokens", "response_format"},
            {"max_completion_tokens": 77},
            {"temperature", "max_tokens", "response_format"},
        ),
    ],
    ids=lambda value: "+".join(sorted(value)) if isinstance(value, set) else "",
)
def test_a_refused_way_of_asking_is_learnt_once(refuses: set[str], sent: dict, missing: set[str]) -> None:
    with FaultyServer(then=answer("ok"), refuses=refuses) as server:
        model = model_at(server)
        model.complete(SHAPED)
        asked_at_first = len(server.requests)
        assert model.complete(SHAPED).text == "ok"
    assert len(server.requests) == asked_at_first + 1
    last = server.requests[-1].body
    assert sent.items() <= last.items()
    assert not missing & last.keys()


@pytest.mark.parametrize(
    "refused",
    [
        # llama-cpp-python, vLLM with FastAPI, and a router whose provider lacks the feature
        error(500, message="[{'type': 'literal_error', 'loc': ('body', 'response_format', 'type')}]"),
        faults.body({"detail": [{"loc": ["body", "response_format"], "msg": "no", "input": {}}]}, 422),
        error(404, message="No endpoints support structured outputs."),
        faults.body({"error": "json schema is unsupported"}, 400),
        faults.body(b"grammar: not supported", 501),
    ],
)
def test_every_dialect_of_refusing_a_schema_is_understood(refused: faults.Fault) -> None:
    with FaultyServer([refused, answer("ok")]) as server:
        assert model_at(server).complete(SHAPED).text == "ok"
    assert server.requests[1].body["response_format"]["type"] == "json_object"


def test_a_model_that_cannot_be_held_to_a_schema_is_told_it() -> None:
    with FaultyServer(refuses={"response_format"}) as server:
        model_at(server).complete(SHAPED)
    first, *_, last = server.requests
    assert "JSON Schema" not in first.body["messages"][-1]["content"]
    told = last.body["messages"][-1]["content"]
    assert told.startswith(SHAPED.turns[-1].text)
    assert json.loads(told[told.index("{") :]) == SCHEMA


def test_a_free_prompt_says_nothing_about_the_shape() -> None:
    with FaultyServer(refuses={"response_format"}) as server:
        model_at(server).complete(FREE)
    assert "response_format" not in server.requests[0].body
    assert len(server.requests) == 1


def test_a_server_that_refuses_everything_ends_in_one_error() -> None:
    both = {"max_tokens", "max_completion_tokens"}
    with FaultyServer(refuses=both | {"temperature", "response_format"}) as server:
        told = failure(server, SHAPED)
    assert isinstance(told, ModelError)
    assert len(server.requests) <= 8


def test_threads_that_learn_at_the_same_time_keep_what_each_learnt() -> None:
    with FaultyServer(refuses={"temperature", "max_tokens", "json_schema"}) as server:
        model = model_at(server)
        with ThreadPoolExecutor(16) as pool:
            list(pool.map(model.complete, [SHAPED, FREE] * 16))
        before = len(server.requests)
        model.complete(SHAPED)
    assert len(server.requests) == before + 1


# ---- errors -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "kind", "words"),
    [
        pytest.param(faults.bad_key(), CredentialsError, "OPENAI_API_KEY", id="401"),
        pytest.param(error(403, message="country not supported"), CredentialsError, "country", id="403"),
        pytest.param(faults.unknown_model(), UserError, "/v1/models", id="unknown model"),
        pytest.param(faults.body(b"404 page not found", 404), UserError, "ends in /v1", id="unknown path"),
        pytest.param(faults.too_long(), ContextTooLong, "does not fit small", id="context"),
        pytest.param(error(413), ContextTooLong, "413", id="413"),
        pytest.param(
            error(429, message="Request too large for small: limit 30000, requested 45000"),
            ContextTooLong,
            "30000",
            id="larger than the limit per minute",
        ),
        pytest.param(error(429, code="insufficient_quota"), ModelUnavailable, "billing", id="quota"),
        pytest.param(error(402), ModelUnavailable, "billing", id="402"),
        pytest.param(error(400, message="bad role"), ModelError, "bad role", id="400"),
        pytest.param(error(503, {"x-should-retry": "false"}), ModelUnavailable, "503", id="told not to"),
        pytest.param(faults.body(b"<html>log in</html>"), ModelUnavailable, "ends in /v1", id="web page"),
        pytest.param(faults.body({"status": "ok"}), ModelUnavailable, "ends in /v1", id="no chat model"),
        pytest.param(faults.body([1, 2]), ModelUnavailable, "ends in /v1", id="a list"),
    ],
)
def test_a_failure_that_a_retry_cannot_mend_says_what_to_do(
    fault: faults.Fault, kind: type[BriefingsError], words: str
) -> None:
    with FaultyServer([fault]) as server:
        told = failure(server)
    assert isinstance(told, kind)
    assert not isinstance(told, TryAgain)
    assert words in str(told)
    assert server.base_url in str(told)


@pytest.mark.parametrize(
    ("fault", "busy", "wait"),
    [
        pytest.param(error(429, {"Retry-After": "7"}), True, 7.0, id="429"),
        pytest.param(error(429), True, None, id="429 without a word"),
        pytest.param(error(503, {"retry-after-ms": "1500"}), True, 1.5, id="503 with a wait"),
        pytest.param(error(503), False, None, id="503"),
        pytest.param(error(500), False, None, id="500"),
        pytest.param(error(529), False, None, id="529"),
        pytest.param(error(408), False, None, id="408"),
        pytest.param(error(409), False, None, id="409"),
        pytest.param(error(400, {"x-should-retry": "true"}), False, None, id="told to"),
        pytest.param(faults.body({"error": {"code": 429, "message": "x"}}), True, None, id="429 in a 200"),
        pytest.param(faults.dropped(), False, None, id="dropped"),
        pytest.param(faults.dropped(reset=True), False, None, id="reset"),
        pytest.param(faults.broken_off(), False, None, id="broken off"),
        pytest.param(faults.body(b""), False, None, id="empty body"),
        pytest.param(faults.no_answer(), False, None, id="closed"),
        pytest.param(faults.invalid_http(), False, None, id="not HTTP"),
    ],
)
def test_a_failure_that_may_pass_is_worth_trying_again(
    fault: faults.Fault, busy: bool, wait: float | None
) -> None:
    with FaultyServer([fault]) as server:
        told = failure(server)
    assert isinstance(told, TryAgain)
    assert (told.busy, told.wait) == (busy, wait)
    assert server.base_url in str(told)
    assert len(server.requests) == 1  # the SDK did not retry by itself


@pytest.mark.parametrize("fault", [faults.hang(), faults.drip(), faults.drip(head=True)])
def test_no_server_holds_a_call_beyond_its_time(fault: faults.Fault) -> None:
    with FaultyServer([fault]) as server:
        began = time.monotonic()
        told = failure(server, timeout=0.5)
        took = time.monotonic() - began
    assert isinstance(told, TryAgain)
    assert "within 0.5 s" in str(told)
    assert took < 3.0


def test_a_server_that_is_not_there_is_named() -> None:
    with FaultyServer() as server:
        address = server.base_url
    with pytest.raises(TryAgain, match="refused") as caught:
        OpenAIModel("small", api_key=None, base_url=address, timeout=2).complete(FREE)
    assert address in str(caught.value)
    assert caught.value.__cause__ is not None


# ---- keys and addresses -----------------------------------------------------------------------


@pytest.mark.parametrize("key", [KEY, "a+b/c=d e", "kostanay-7"])
def test_no_error_repeats_the_key(key: str) -> None:
    with FaultyServer([faults.bad_key(), error(400, message=f"you said {key} twice: {key}")]) as server:
        model = model_at(server, key=key)
        for _ in range(2):
            with pytest.raises(BriefingsError, match=r"\*\*\*") as caught:
                model.complete(FREE)
            # All that a log may show: the causes too.
            assert key not in "".join(traceback.format_exception(caught.value))
    assert server.requests[0].headers["authorization"] == f"Bearer {key}"


def test_a_key_is_scrubbed_from_a_reason_for_no_connection_too() -> None:
    assert scrubbed("Illegal header b'Bearer k%2F1' for k/1 and sk-abc***xyz", "k/1") == (
        "Illegal header b'Bearer ***' for *** and ***"
    )


def test_a_server_cannot_write_to_the_terminal() -> None:
    with FaultyServer([error(400, message="\x1b[2Jgone\r\n" + "long " * 200)]) as server:
        told = str(failure(server))
    assert told.isprintable()
    assert len(told) < 500


def test_openai_itself_wants_a_key_before_any_call() -> None:
    with pytest.raises(CredentialsError, match="OPENAI_API_KEY"):
        OpenAIModel("gpt-4o", api_key=" ", base_url=None, timeout=5)


def test_a_local_server_is_asked_without_a_key() -> None:
    with FaultyServer() as server:
        model_at(server, key=None).complete(FREE)
    assert server.requests[0].headers["authorization"] == "Bearer none"


def test_a_key_is_taken_without_the_line_end_that_came_with_it() -> None:
    with FaultyServer() as server:
        model_at(server, key=f"{KEY}\n").complete(FREE)
    assert server.requests[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("key", ["sk-сyrillic", "sk-a\nb"])
def test_a_key_that_cannot_be_one_is_refused_without_showing_it(key: str) -> None:
    with pytest.raises(CredentialsError) as caught:
        OpenAIModel("gpt-4o", api_key=key, base_url=None, timeout=5)
    assert key not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["localhost:8000/v1", "ftp://host/v1", "http://", "http://[::1", "http://h:x/v1"]
)
def test_an_address_that_is_none_is_said_at_once(address: str) -> None:
    with pytest.raises(UserError, match="OPENAI_BASE_URL"):
        OpenAIModel("small", api_key=None, base_url=address, timeout=5)


def test_an_error_shows_the_address_without_its_secrets() -> None:
    endpoint = Endpoint(api_key=None, base_url="https://me:pass@[::1]:8000/v1/?key=abc", timeout=5)
    assert endpoint.shown == "https://[::1]:8000/v1"


def test_the_full_address_of_chat_completions_is_taken_too() -> None:
    with FaultyServer() as server:
        address = f"{server.base_url}/chat/completions"
        OpenAIModel("small", api_key=None, base_url=address, timeout=5).complete(FREE)
    assert server.requests[0].path == "/v1/chat/completions"


@pytest.mark.parametrize("folder", ["/openai/deployments/small", "/openai", ""])
def test_an_azure_address_is_called_the_way_azure_wants_it(folder: str) -> None:
    with FaultyServer() as server:
        address = server.base_url.removesuffix("/v1") + f"{folder}?api-version=2024-10-21"
        OpenAIModel("small", api_key=KEY, base_url=address, timeout=5).complete(FREE)
    (seen,) = server.requests
    assert seen.path == "/openai/deployments/small/chat/completions?api-version=2024-10-21"
    assert seen.headers["api-key"] == KEY


def test_other_parameters_of_an_address_are_sent_along() -> None:
    with FaultyServer() as server:
        OpenAIModel("small", api_key=None, base_url=f"{server.base_url}?team=desk", timeout=5).complete(FREE)
    assert server.requests[0].path == "/v1/chat/completions?team=desk"


# ---- the list of models -----------------------------------------------------------------------


def test_the_models_of_an_endpoint_are_listed() -> None:
    models = {"object": "list", "data": [{"id": "small"}, {"id": "big"}, {}]}
    with FaultyServer([faults.body(models)]) as server:
        assert list_models(api_key=KEY, base_url=server.base_url, timeout=5) == ("small", "big")
    assert server.requests[0].path == "/v1/models"


@pytest.mark.parametrize(
    ("fault", "kind", "words"),
    [
        (faults.bad_key(), CredentialsError, "OPENAI_API_KEY"),
        (error(404), UserError, "ends in /v1"),
        (faults.body(b"<html>"), UserError, "ends in /v1"),
        (error(503), ModelUnavailable, "503"),
        (faults.no_answer(), ModelUnavailable, "is the address right"),
    ],
)
def test_a_list_that_does_not_come_says_why(
    fault: faults.Fault, kind: type[BriefingsError], words: str
) -> None:
    with FaultyServer([fault]) as server, pytest.raises(kind, match=words) as caught:
        list_models(api_key=KEY, base_url=server.base_url, timeout=5)
    assert KEY not in str(caught.value)
