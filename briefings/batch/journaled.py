"""No call is paid for twice: answers are written down before they are used, and given again from there."""

from __future__ import annotations

import hashlib
from contextvars import ContextVar
from threading import Lock
from typing import TYPE_CHECKING, cast
from weakref import WeakValueDictionary

from briefings.archive.calls import PaidAnswer
from briefings.errors import BriefingsError
from briefings.llm.base import Reply, TryAgain, prompt_sha256

if TYPE_CHECKING:
    from briefings.archive.calls import Journal
    from briefings.llm.base import Finish, LanguageModel, Prompt

# The article that this thread is at work on, for the ledger.
ARTICLE: ContextVar[str | None] = ContextVar("ARTICLE", default=None)


def call_key(prompt: Prompt, model: str) -> str:
    """The SHA-256 of all that decides an answer: prompt, name of the model, and cap."""
    return hashlib.sha256(f"{prompt_sha256(prompt)}\n{model}\n{prompt.max_tokens}".encode()).hexdigest()


class Remembered:
    """Gives an answer that is in `journal`; asks `model`, which is to write it there, when there is none."""

    def __init__(self, model: LanguageModel, journal: Journal) -> None:
        self._model = model
        self._journal = journal
        self._lock = Lock()
        self._turns: WeakValueDictionary[str, _Turn] = WeakValueDictionary()

    @property
    def name(self) -> str:
        """The name of the model that is asked."""
        return self._model.name

    def complete(self, prompt: Prompt) -> Reply:
        """Answer `prompt`; see `LanguageModel`."""
        key = call_key(prompt, self.name)
        with self._lock:
            turn = self._turns.setdefault(key, _Turn())
        with turn.lock:  # two threads with the same question: the second finds the answer of the first
            known = self._journal.answer(key)
            if known is None:
                return self._model.complete(prompt)
            return Reply(known.text, cast("Finish", known.finish), known.model, known.usage)


class _Turn:
    def __init__(self) -> None:
        self.lock = Lock()


class Journaled:
    """Writes each call to `model` into `journal`: before it is made, and its answer before anybody sees it."""

    def __init__(self, model: LanguageModel, journal: Journal) -> None:
        self._model = model
        self._journal = journal

    @property
    def name(self) -> str:
        """The name of the model that is asked."""
        return self._model.name

    def complete(self, prompt: Prompt) -> Reply:
        """Answer `prompt`; see `LanguageModel`. Raises `UnusableArchive` when nothing can be written down."""
        call = self._journal.sent(call_key(prompt, self.name), self.name, ARTICLE.get())
        try:
            reply = self._model.complete(prompt)
        except TryAgain as fault:
            if fault.paid:
                self._journal.late(call)
            else:
                self._journal.refused(call)
            raise
        except BriefingsError:
            self._journal.refused(call)
            raise
        self._journal.answered(call, PaidAnswer(reply.text, reply.finish, reply.model, reply.usage))
        return reply
