"""A model that says what it was told to say: for tests and demonstrations."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from briefings.domain import Usage
from briefings.llm.base import Reply

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.llm.base import Prompt


class Scripted:
    """Gives `answers` one after the other: a text, a `Reply`, or an exception to raise.

    `prompts` are the prompts it was asked, in order. Asked once too often it raises `AssertionError`,
    which no caller mistakes for a model's failure.
    """

    def __init__(self, answers: Iterable[str | Reply | Exception], *, name: str = "scripted") -> None:
        self.name = name
        self.prompts: list[Prompt] = []
        self._answers = list(answers)
        self._lock = Lock()

    def complete(self, prompt: Prompt) -> Reply:
        """The next answer of the script."""
        with self._lock:
            place = len(self.prompts)
            self.prompts.append(prompt)
        if place >= len(self._answers):
            raise AssertionError(f"the script has {len(self._answers)} answers; this was call {place + 1}")
        answer = self._answers[place]
        if isinstance(answer, Exception):
            raise answer
        return Reply(answer, "stop", self.name, Usage()) if isinstance(answer, str) else answer
