"""Stop a run in good order: no new call is made, what is on its way is waited for and kept."""

from __future__ import annotations

from threading import Event, Lock
from typing import TYPE_CHECKING

from briefings.errors import BriefingsError, CredentialsError, ModelUnavailable, UserError

if TYPE_CHECKING:
    from briefings.llm.base import LanguageModel, Prompt, Reply

# In a row, from any articles: then it is the endpoint and not bad luck.
_GIVEN_UP = 5


class Halted(BriefingsError):
    """The run has stopped before this was done. Not a fault of the article: it is left for the next run."""


class Halt:
    """Whether the run goes on. Shared by all its threads."""

    def __init__(self) -> None:
        self._tripped = Event()
        self._lock = Lock()
        self.reason: BriefingsError | None = None

    def trip(self, reason: BriefingsError) -> None:
        """Stop the run for `reason`; the first one counts."""
        with self._lock:
            self.reason = self.reason or reason
        self._tripped.set()

    def check(self) -> None:
        """Raise `Halted` when the run has stopped."""
        if self.reason is not None:
            raise Halted(f"left for the next run: {self.reason}")

    def sleep(self, seconds: float) -> None:
        """Sleep, but no longer than the run goes on: then `Halted` is raised."""
        self._tripped.wait(max(0.0, seconds))
        self.check()


class Halting:
    """Asks `model` as long as that makes sense, then stops the run.

    A key that is refused or a model that is not known stay so: one such answer is enough. An endpoint that
    cannot be reached for several articles in a row is gone.
    """

    def __init__(self, model: LanguageModel, halt: Halt) -> None:
        self._model = model
        self._halt = halt
        self._failed_in_a_row = 0

    @property
    def name(self) -> str:
        """The name of the model that is asked."""
        return self._model.name

    def complete(self, prompt: Prompt) -> Reply:
        """Answer `prompt`; see `LanguageModel`. Raises `Halted` once the run has stopped."""
        self._halt.check()
        try:
            reply = self._model.complete(prompt)
        except (CredentialsError, UserError) as error:
            self._halt.trip(error)
        except ModelUnavailable as error:
            self._failed_in_a_row += 1
            if self._failed_in_a_row < _GIVEN_UP:
                raise
            self._halt.trip(error)
        else:
            self._failed_in_a_row = 0
            return reply
        self._halt.check()
        raise AssertionError("a halt that was tripped lets nobody through")
