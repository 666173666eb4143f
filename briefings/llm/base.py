"""The one door to a language model: a `Prompt` goes in, a `Reply` comes out.

Retry, budget and recording wrap a `LanguageModel`; none of them is a flag of another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol

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
