"""Read what an OpenAI-compatible endpoint sent: a reply, or what went wrong.

Answers are read by hand rather than by the SDK's types: those lose a paid answer that is cut or off
its schema, and compatible servers leave out fields that the types promise.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from briefings.domain import Usage
from briefings.errors import (
    BriefingsError,
    ContextTooLong,
    CredentialsError,
    ModelError,
    ModelUnavailable,
    UserError,
)
from briefings.llm.base import Reply, TryAgain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefings.llm.base import Finish

_TOO_LONG = re.compile(
    r"context_length_exceeded|exceed_context_size|context (length|size|window)|request too large"
    r"|prompt is too long|input is too long|too many (input )?tokens",
    re.IGNORECASE,
)
_FILTERED = re.compile(r"content_filter|content_policy|ResponsibleAIPolicyViolation")
_SPENT = re.compile(r"insufficient_quota|insufficient balance|billing_hard_limit", re.IGNORECASE)
_LOOKS_LIKE_A_KEY = re.compile(r"\bsk-[\w*.-]{4,}|(?<=Bearer )[\w.*~+/=-]+")
_RETRIED = frozenset({408, 409, 425, 429})
_FINISHES: dict[str, Finish] = {"length": "length", "model_length": "length", "content_filter": "refusal"}


@dataclass(frozen=True)
class Answer:
    """An HTTP answer: `status`, `headers` (looked up in lower case) and `body`."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @cached_property
    def content(self) -> dict[str, Any]:
        """The body as a JSON object; empty when it is none."""
        try:
            content = json.loads(self.body)
        except (ValueError, RecursionError):
            return {}
        return content if isinstance(content, dict) else {}

    @cached_property
    def is_completion(self) -> bool:
        """Whether this is a chat completion that was paid for."""
        return self.status < 300 and bool(_choice(self.content))

    @property
    def listed(self) -> tuple[str, ...] | None:
        """The names in a list of models; None when this is none."""
        models = self.content.get("data")
        if self.status >= 300 or not isinstance(models, list):
            return None
        return tuple(str(_dict(model).get("id")) for model in models if _dict(model).get("id"))

    @cached_property
    def complaint(self) -> str:
        """What the server says is wrong, its codes included, without the request it may repeat."""
        error = self.content.get("error", self.content) or self.content
        if isinstance(error, str):
            return error
        if not isinstance(error, dict) or not error:
            return self.body[:2000].decode("utf-8", "replace")
        parts = [error.get(key) for key in ("message", "code", "type", "param")]
        details = error.get("detail")  # FastAPI: a text, or a list with the place and the mistake
        if isinstance(details, list):
            parts += [
                part
                for each in details
                if isinstance(each, dict)
                for part in (each.get("loc"), each.get("msg"))
            ]
        else:
            parts.append(details)
        if isinstance(inner := error.get("innererror"), dict):  # Azure
            parts.append(inner.get("code"))
        return " · ".join(str(part) for part in parts if part)

    @property
    def filtered(self) -> bool:
        """Whether a content filter declined the prompt."""
        return self.status == 400 and bool(_FILTERED.search(self.complaint))


def reply_of(answer: Answer, model: str, seconds: float) -> Reply:
    """The reply in `answer`, which took `seconds`. `model` is the name that was asked for."""
    choice = _choice(answer.content)
    message = _dict(choice.get("message"))
    refusal = message.get("refusal")
    finish: Finish = "refusal" if refusal else _FINISHES.get(str(choice.get("finish_reason")), "stop")
    # Local servers report the path of a file here; only a dated form of what was asked for is news.
    served = str(answer.content.get("model"))
    return Reply(
        text=_text(message.get("content")) or str(refusal or ""),
        finish=finish,
        model=served if served.startswith(model) else model,
        usage=_usage(answer.content, seconds),
    )


def error_of(answer: Answer, *, model: str, endpoint: str, key: str | None, now: datetime) -> BriefingsError:
    """What `answer`, which is no completion, means for us. Its words are quoted without `key`."""
    status = answer.status
    if status < 300:
        code = _dict(answer.content.get("error")).get("code")
        if not isinstance(code, int):
            return _no_completion(answer, model, endpoint)
        status = code  # OpenRouter puts the error of the provider behind it into a 200
    said = f"{status}: {clipped(scrubbed(answer.complaint, key))}"
    where = f"{model} at {endpoint}"
    if status == 413 or (status in {400, 422, 429, 500} and _TOO_LONG.search(answer.complaint)):
        return ContextTooLong(f"the text does not fit {where} ({said})")
    if status < 400:
        return UserError(
            f"{endpoint} sends requests elsewhere ({said}), and nothing was sent there; "
            "set OPENAI_BASE_URL to the address that answers"
        )
    if status in {401, 403}:
        what = "refused the key" if key else "wants a key"
        return CredentialsError(
            f"{endpoint} {what} ({said}); set OPENAI_API_KEY to a key that is valid there"
        )
    if status == 402 or _SPENT.search(answer.complaint):
        return ModelUnavailable(f"the credit for {where} is used up ({said}); see the account's billing page")
    if status == 404:
        return UserError(
            f"{endpoint} does not know the model {model} ({said}); choose one that {endpoint}/models lists, "
            "or correct OPENAI_BASE_URL, which usually ends in /v1"
        )
    if _worth_retrying(status, answer.headers):
        wait = asked_wait(answer.headers, now)
        busy = status == 429 or (status == 503 and wait is not None)
        return TryAgain(f"{where} is not available ({said})", wait=wait, busy=busy)
    kind = ModelUnavailable if status >= 500 else ModelError
    return kind(f"{where} refused the request ({said})")


def asked_wait(headers: Mapping[str, str], now: datetime) -> float | None:
    """The seconds that the endpoint asks us to wait: `retry-after-ms`, else `Retry-After` in seconds or
    as a date. None when it says nothing that can be read."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        value = headers.get(name, "").strip()
        try:
            seconds = float(value) * unit
        except ValueError:
            seconds = _seconds_until(value, now)
        if not isnan(seconds):
            return max(0.0, seconds)
    return None


def scrubbed(text: str, key: str | None) -> str:
    """`text` without `key` and without anything that looks like one."""
    for form in (key, quote(key, safe="")) if key else ():
        text = text.replace(form, "***")
    return _LOOKS_LIKE_A_KEY.sub("***", text)


def clipped(text: str, limit: int = 300) -> str:
    """`text` on one line of at most `limit` printable characters: it comes from outside."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def _no_completion(answer: Answer, model: str, endpoint: str) -> BriefingsError:
    start = answer.body.lstrip()[:1]
    if start in {b"", b"{"} and not answer.content:
        return TryAgain(f"the answer of {model} at {endpoint} broke off")
    return ModelUnavailable(
        f"{endpoint} answered, but not as a chat model; correct OPENAI_BASE_URL, which usually ends in /v1"
    )


def _worth_retrying(status: int, headers: Mapping[str, str]) -> bool:
    said = headers.get("x-should-retry")
    return said == "true" or (said != "false" and (status in _RETRIED or status >= 500))


def _seconds_until(date: str, now: datetime) -> float:
    try:
        moment = parsedate_to_datetime(date)
    except (ValueError, OverflowError):
        return float("nan")
    return (moment.replace(tzinfo=moment.tzinfo or UTC) - now).total_seconds()


def _choice(content: dict[str, Any]) -> dict[str, Any]:
    choices = content.get("choices")
    return _dict(choices[0]) if isinstance(choices, list) and choices else {}


def _text(content: object) -> str:
    if isinstance(content, list):  # content in parts
        return "".join(str(_dict(part).get("text") or "") for part in content)
    return content if isinstance(content, str) else ""


def _usage(content: dict[str, Any], seconds: float) -> Usage:
    usage = _dict(content.get("usage"))
    return Usage(
        tokens_in=_count(usage.get("prompt_tokens")),
        tokens_cached=_count(_dict(usage.get("prompt_tokens_details")).get("cached_tokens")),
        tokens_out=_count(usage.get("completion_tokens")),
        seconds=seconds,
    )


def _count(value: object) -> int:
    return max(0, value) if isinstance(value, int) else 0


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
