"""A model behind an OpenAI-compatible endpoint, asked in the dialect that the endpoint understands."""

from __future__ import annotations

import time
from dataclasses import fields, replace
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING

from briefings.domain import Usage
from briefings.errors import ContextTooLong, UserError
from briefings.llm import wire
from briefings.llm.base import Reply, TryAgain
from briefings.llm.dialect import Dialect
from briefings.llm.endpoint import Endpoint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefings.llm.base import Prompt
    from briefings.llm.patience import Patience

# Refusals of a way of asking. 500 is what llama-cpp-python says to a response format it does not know.
_REFUSED = frozenset({400, 404, 422, 500, 501})


class OpenAIModel:
    """Asks `name` at `base_url`; see `Endpoint` for the other parameters and what they raise.

    One instance serves any number of threads, and remembers how its endpoint wants to be asked. With
    `patience`, that says how long an answer is waited for. `heard` is told the headers of every answer.
    """

    def __init__(
        self,
        name: str,
        *,
        api_key: str | None,
        base_url: str | None,
        timeout: float,
        patience: Patience | None = None,
        heard: Callable[[Mapping[str, str]], None] | None = None,
    ) -> None:
        self.name = name
        self._patience = patience
        self._heard = heard
        self._endpoint = Endpoint(api_key=api_key, base_url=base_url, timeout=timeout)
        # OpenAI's newer models refuse the old name of the cap; others ignore the new one and never stop.
        self._dialect = Dialect(cap="max_completion_tokens" if self._endpoint.of_openai else "max_tokens")
        self._lock = Lock()

    def prepare(self) -> None:
        """Get ready, which takes a second: many calls at once would otherwise wait for the first of them."""
        self._endpoint.prepare()

    def complete(self, prompt: Prompt) -> Reply:
        """Answer `prompt`; see `LanguageModel`. Raises `TryAgain` for what a retry may mend."""
        began = time.monotonic()
        first = dialect = self._dialect
        tried: set[Dialect] = set()
        while True:
            answer = self._ask(dialect, prompt)
            seconds = time.monotonic() - began
            if answer.is_completion:
                self._learn(first, dialect)
                if self._patience is not None:
                    self._patience.answered(seconds)
                return wire.reply_of(answer, self.name, seconds)
            if answer.filtered:
                return Reply("", "refusal", self.name, Usage(seconds=seconds))
            error = wire.error_of(
                answer,
                model=self.name,
                endpoint=self._endpoint.shown,
                key=self._endpoint.key,
                now=datetime.now(UTC),
            )
            tried.add(dialect)
            other = dialect.after(answer.complaint, prompt) if answer.status in _REFUSED else None
            if other is None or other in tried or isinstance(error, ContextTooLong):
                raise error
            dialect = other

    def _ask(self, dialect: Dialect, prompt: Prompt) -> wire.Answer:
        seconds = self._patience.seconds(prompt) if self._patience is not None else None
        try:
            answer = self._endpoint.complete(dialect.request(self.name, prompt), seconds)
        except TryAgain as fault:
            if fault.paid and self._patience is not None and seconds is not None:
                self._patience.gave_up(prompt, seconds)
            raise
        if self._heard is not None:
            self._heard(answer.headers)
        return answer

    def _learn(self, first: Dialect, worked: Dialect) -> None:
        if first == worked:
            return
        with (
            self._lock
        ):  # another thread may have learnt something else meanwhile: change only what we learnt
            learnt = {f.name: getattr(worked, f.name) for f in fields(Dialect)}
            changes = {name: value for name, value in learnt.items() if value != getattr(first, name)}
            self._dialect = replace(self._dialect, **changes)


def list_models(*, api_key: str | None, base_url: str | None, timeout: float) -> tuple[str, ...]:
    """The names of the models at `base_url`, in its order; the parameters are those of `Endpoint`.

    Raises `CredentialsError`, `UserError` (the address has no such list) or `ModelUnavailable`.
    """
    endpoint = Endpoint(api_key=api_key, base_url=base_url, timeout=timeout)
    answer = endpoint.models()
    names = answer.listed
    if names is not None:
        return names
    if answer.status < 300 or answer.status == 404:
        raise UserError(
            f"{endpoint.shown} has no list of models; correct OPENAI_BASE_URL, which usually ends in /v1"
        )
    raise wire.error_of(
        answer, model="the list of models", endpoint=endpoint.shown, key=endpoint.key, now=datetime.now(UTC)
    )
