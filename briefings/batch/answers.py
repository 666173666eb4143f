"""What a batch answered: replies by the key of their call, and refusals."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefings.domain import Usage
from briefings.llm import wire
from briefings.llm.base import Reply

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


@dataclass(frozen=True, slots=True)
class Answers:
    """`replies` were paid for; `refused` are the HTTP answers of requests that got none."""

    replies: dict[str, Reply] = field(default_factory=dict)
    refused: dict[str, wire.Answer] = field(default_factory=dict)


def read_answers(lines: Iterable[dict[str, Any]], keys: Collection[str], model: str) -> Answers:
    """The answers to `keys` in the lines of output and error files, which stand there in any order.

    The first answer to a key counts. Lines that are no answer to any of them are passed over.
    """
    answers = Answers()
    for line in lines:
        key, response = line.get("custom_id"), line.get("response")
        if not isinstance(key, str) or key not in keys or not isinstance(response, dict):
            continue
        status = response.get("status_code")
        body = json.dumps(response.get("body")).encode()
        answer = wire.Answer(status if isinstance(status, int) else 500, {}, body)
        if answer.is_completion:
            answers.replies.setdefault(key, wire.reply_of(answer, model, 0.0))
        elif answer.filtered:
            answers.replies.setdefault(key, Reply("", "refusal", model, Usage()))
        else:
            answers.refused.setdefault(key, answer)
    return answers
