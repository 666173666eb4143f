"""What a call will take, before it is made: its prompt counted, its answer by those seen so far."""

from __future__ import annotations

from collections import deque
from threading import Lock
from typing import TYPE_CHECKING

from briefings.domain import Usage
from briefings.llm.tokens import count_prompt

if TYPE_CHECKING:
    from briefings.llm.base import Prompt

FIRST_GUESS = 2000  # tokens of an answer, while few were seen
_SEEN_ENOUGH = 20
_WINDOW = 200


class Expectation:
    """Learns how many tokens answers take; may be shared by threads."""

    def __init__(self, model: str) -> None:
        self._model = model
        self._seen: deque[int] = deque(maxlen=_WINDOW)
        self._lock = Lock()

    def learn(self, usage: Usage) -> None:
        """Take an answer into account."""
        if usage.tokens_out:
            with self._lock:
                self._seen.append(usage.tokens_out)

    def tokens(self, prompt: Prompt) -> int:
        """The tokens of `prompt` and of an answer of the mean length."""
        with self._lock:
            known = len(self._seen) >= _SEEN_ENOUGH
            answer = sum(self._seen) // len(self._seen) if known else FIRST_GUESS
        return count_prompt(prompt, self._model) + min(answer, prompt.max_tokens)

    def cautious(self, prompt: Prompt) -> Usage:
        """What `prompt` and an answer longer than nineteen of twenty take."""
        with self._lock:
            known = len(self._seen) >= _SEEN_ENOUGH
            answer = sorted(self._seen)[-1 - len(self._seen) // 20] if known else FIRST_GUESS
        tokens_in = count_prompt(prompt, self._model)
        return Usage(tokens_in=tokens_in, tokens_out=min(answer, prompt.max_tokens))
