"""The Batch API of an endpoint: a file of requests goes in, files of answers come out within a day."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from briefings.errors import ModelUnavailable, UserError
from briefings.llm import wire
from briefings.llm.base import TryAgain
from briefings.llm.endpoint import Endpoint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from openai import OpenAI

PATH: Literal["/v1/chat/completions"] = "/v1/chat/completions"
_PAGE = 100
_ATTEMPTS = 10  # some six minutes
_ENDED = frozenset({"completed", "failed", "expired", "cancelled"})


class NoBatchApi(UserError):
    """The endpoint answers calls one by one only."""


@dataclass(frozen=True, slots=True)
class BatchState:
    """How far a batch has come: `answered` and `failed` of `total` requests.

    `files` are the ids of those that hold its answers and its errors; `created` is in seconds since 1970;
    `complaint` says why the whole batch was turned away.
    """

    id: str
    status: str
    created: float
    total: int = 0
    answered: int = 0
    failed: int = 0
    files: tuple[str, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    complaint: str = ""

    @property
    def ended(self) -> bool:
        """Whether nothing more will come."""
        return self.status in _ENDED

    @property
    def fruitless(self) -> bool:
        """Whether it ended without anything to fetch."""
        return self.ended and not self.files


class BatchApi(Endpoint):
    """Hands in batches and fetches what became of them; see `Endpoint` for the other parameters.

    `timeout` is in seconds and must do for an upload of one chunk. What may be asked twice is asked again while
    the endpoint is away, for some minutes. Every method raises `ModelUnavailable` after that,
    `CredentialsError` for a key that is refused, `NoBatchApi` where there is none.
    """

    def __init__(
        self,
        *,
        api_key: str | None,
        base_url: str | None,
        timeout: float = 300.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        super().__init__(api_key=api_key, base_url=base_url, timeout=timeout)
        self._seconds = timeout
        self.sleep = sleep

    def upload(self, name: str, lines: bytes) -> str:
        """Leave the request lines with the provider as a file called `name`; the file's id. Costs nothing."""
        answer = self._patiently(
            lambda client: client.files.with_raw_response.create(file=(name, lines), purpose="batch")
        )
        return _text(self._sound(answer).get("id"))

    def create(self, input_file: str, metadata: dict[str, str]) -> BatchState:
        """Order the answers to the requests in `input_file`: from here on they are paid for.

        Raises `TryAgain` when nobody knows whether the order arrived: look for it in `batches` first.
        """
        answer = self._once(
            lambda client: client.batches.with_raw_response.create(
                input_file_id=input_file, endpoint=PATH, completion_window="24h", metadata=metadata
            )
        )
        return _state(self._sound(answer))

    def batch(self, batch_id: str) -> BatchState | None:
        """How far the batch has come; None when this key knows of no such batch."""
        answer = self._patiently(lambda client: client.batches.with_raw_response.retrieve(batch_id))
        return None if answer.status == 404 else _state(self._sound(answer))

    def batches(self, *, since: float = 0.0) -> Iterator[BatchState]:
        """All batches of this key created after `since` (seconds since 1970), the newest first."""
        page: dict[str, Any] = {"limit": _PAGE}
        while True:
            answer = self._patiently(lambda client: client.batches.with_raw_response.list(**page))
            content = self._sound(answer)
            states = [_state(entry) for entry in content.get("data") or [] if isinstance(entry, dict)]
            yield from (state for state in states if state.created >= since)
            if not content.get("has_more") or not states or states[-1].created < since:
                return
            page["after"] = states[-1].id

    def lines(self, file_id: str) -> Iterator[dict[str, Any]]:
        """The JSON objects of a file, one a line; none when the provider no longer has it."""
        answer = self._patiently(lambda client: client.files.with_raw_response.content(file_id))
        if answer.status == 404:
            return
        if answer.status >= 300:
            raise self._error(answer)
        for line in answer.body.splitlines():
            try:
                entry = json.loads(line)
            except (ValueError, RecursionError):
                continue  # whatever was asked there counts as not answered
            if isinstance(entry, dict):
                yield entry

    # ---- requests ---------------------------------------------------------------------------------

    def _once(self, request: Callable[[OpenAI], Any]) -> wire.Answer:
        answer = self._send(request, asking=f"the Batch API at {self.shown}", seconds=self._seconds)
        error = self._error(answer) if answer.status >= 300 and answer.status != 404 else None
        if isinstance(error, TryAgain):
            raise error
        return answer

    def _patiently(self, request: Callable[[OpenAI], Any]) -> wire.Answer:
        import tenacity

        backoff = tenacity.wait_random_exponential(multiplier=1, max=60)

        def wait(state: tenacity.RetryCallState) -> float:
            fault = state.outcome and state.outcome.exception()
            asked = fault.wait if isinstance(fault, TryAgain) else None
            return backoff(state) if asked is None else asked

        attempts = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type(TryAgain),
            stop=tenacity.stop_after_attempt(_ATTEMPTS),
            wait=wait,
            sleep=self.sleep,
            reraise=True,
        )
        try:
            return attempts(self._once, request)
        except TryAgain as fault:
            raise ModelUnavailable(
                f"{fault}; gave up after {_ATTEMPTS} attempts. What was handed in is worked on all the same: "
                "run the same command again to fetch it"
            ) from fault

    def _sound(self, answer: wire.Answer) -> dict[str, Any]:
        if answer.status < 300 and answer.content:
            return answer.content
        if answer.status in {404, 405} or answer.status < 300:
            raise NoBatchApi(f"{self.shown} has no Batch API; run again without --provider-batch")
        raise self._error(answer)

    def _error(self, answer: wire.Answer) -> Exception:
        return wire.error_of(
            answer, model="the Batch API", endpoint=self.shown, key=self.key, now=datetime.now(UTC)
        )


def _state(content: dict[str, Any]) -> BatchState:
    counts, errors = content.get("request_counts"), content.get("errors")
    counts = counts if isinstance(counts, dict) else {}
    faults = errors.get("data") if isinstance(errors, dict) else None
    metadata = content.get("metadata")
    return BatchState(
        id=_text(content.get("id")),
        status=_text(content.get("status")),
        created=_number(content.get("created_at")),
        total=int(_number(counts.get("total"))),
        answered=int(_number(counts.get("completed"))),
        failed=int(_number(counts.get("failed"))),
        files=tuple(
            file
            for kind in ("output_file_id", "error_file_id")
            if isinstance(file := content.get(kind), str) and file
        ),
        metadata=metadata if isinstance(metadata, dict) else {},
        complaint="; ".join(
            wire.clipped(" · ".join(str(fault[k]) for k in ("code", "message") if fault.get(k)))
            for fault in (faults if isinstance(faults, list) else [])[:3]
            if isinstance(fault, dict)
        ),
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
