"""The one door to a language model: a `Prompt` goes in, a `Reply` comes out.

Retry, budget and recording wrap a `LanguageModel`; none of them is a flag of another.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, Protocol

from briefings.errors import ModelUnavailable

if TYPE_CHECKING:
    from briefings.domain import Usage

Role = Literal["system", "user", "assistant"]
# stop: ended by itself · length: cut off · refusal: the model or a filter declined
Finish = Literal["stop", "length", "refusal"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a conversation."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is asked. Turns go from the most to the least constant, so that providers cache the start.

    `schema` is the JSON Schema the answer must follow (None: free text), `schema_name` its name.
    `max_tokens` caps the answer.
    """

    turns: tuple[Turn, ...]
    schema: dict[str, Any] | None = None
    schema_name: str = "answer"
    max_tokens: int = 4096

    def followed_by(self, *turns: Turn) -> Prompt:
        """The same conversation with `turns` added at its end."""
        return replace(self, turns=(*self.turns, *turns))


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, and what it cost."""

    text: str
    finish: Finish
    model: str
    usage: Usage


class LanguageModel(Protocol):
    """Anything that can answer a prompt."""

    @property
    def name(self) -> str:
        """The model's name as the endpoint knows it."""
        ...

    def complete(self, prompt: Prompt) -> Reply:
        """Answer `prompt`.

        Raises `CredentialsError`, `ContextTooLong`, `ModelUnavailable` or another `ModelError`.
        A cut, refused or odd answer is not an error here: it is a `Reply` that was paid for.
        """
        ...


class TryAgain(ModelUnavailable):
    """The same call may succeed in a moment; `Retrying` makes it.

    `wait` is how many seconds the endpoint asked for (None: it did not say). `busy` says that it would
    refuse any other call as well, so that all of them had better wait. `paid`: the endpoint was at work on
    the answer, so that asking again pays for it again.
    """

    def __init__(
        self, message: str, *, wait: float | None = None, busy: bool = False, paid: bool = False
    ) -> None:
        super().__init__(message)
        self.wait = wait
        self.busy = busy
        self.paid = paid


def prompt_sha256(prompt: Prompt) -> str:
    """The SHA-256, in hexadecimal, of the turns and the schema; the order of its keys does not count."""
    asked = {"turns": [[turn.role, turn.text] for turn in prompt.turns], "schema": prompt.schema}
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
