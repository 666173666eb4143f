"""An OpenAI-compatible address with its key: OpenAI, Azure, vLLM, Ollama, llama.cpp.

The only module that names the SDK. It is imported with the first call: that costs a second.
"""

from __future__ import annotations

import weakref
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from briefings.errors import CredentialsError, UserError
from briefings.llm.base import TryAgain
from briefings.llm.deadline import within
from briefings.llm.wire import Answer, clipped, scrubbed

if TYPE_CHECKING:
    from collections.abc import Callable

    from openai import OpenAI, Timeout

_OPENAI = "https://api.openai.com/v1"
_CONNECT_SECONDS = 10.0


class Endpoint:
    """Sends requests to `base_url` (None: OpenAI), for any number of threads.

    `timeout` is the wall time in seconds that one request may take. Without a key, an endpoint other than
    OpenAI's gets a placeholder, as local servers want one. An address with `?api-version=` is Azure's.

    Raises `CredentialsError` for a missing or misspelt key, `UserError` for an address that is none.
    """

    def __init__(self, *, api_key: str | None, base_url: str | None, timeout: float) -> None:
        self._address = address_of(base_url)
        self.shown = without_secrets(self._address)
        self.of_openai = urlsplit(self._address).hostname == "api.openai.com"
        self.key = (api_key or "").strip() or None
        self._timeout = timeout
        self._lock = Lock()
        if self.key is None and self.of_openai:
            raise CredentialsError(
                f"no key for {self.shown}; set OPENAI_API_KEY, or OPENAI_BASE_URL for another"
            )
        if self.key is not None and not (self.key.isascii() and self.key.isprintable()):
            raise CredentialsError("OPENAI_API_KEY holds characters that no key has; copy it anew")

    def prepare(self) -> None:
        """Import the SDK and make its client now, not with the first call, for which others would wait."""
        with self._lock:
            _ = self._client

    def complete(self, body: dict[str, Any], seconds: float | None = None) -> Answer:
        """What a chat completion request with `body` is answered within `seconds` (None: the time-out).

        Raises `TryAgain` when it is not.
        """
        seconds = self._timeout if seconds is None else seconds
        return self._send(
            lambda client: client.chat.completions.with_raw_response.create(**body, timeout=_limits(seconds)),
            asking=f"{body['model']} at {self.shown}",
            seconds=seconds,
        )

    def models(self) -> Answer:
        """What a request for the list of models is answered. Raises `TryAgain` when it is not."""
        return self._send(
            lambda client: client.models.with_raw_response.list(), asking=self.shown, seconds=self._timeout
        )

    def _send(self, request: Callable[[OpenAI], Any], *, asking: str, seconds: float) -> Answer:
        import openai

        with self._lock:
            client = self._client
        try:
            response = within(seconds, lambda: request(client)).http_response
        except openai.APIStatusError as error:
            # Raised by our caller as ours, outside of this block: theirs may repeat the key in a traceback.
            response = error.response
        except (openai.APITimeoutError, TimeoutError) as error:
            raise TryAgain(
                f"{asking} did not answer within {round(seconds, 1):g} s (BRIEFINGS_TIMEOUT allows more)",
                paid=True,
            ) from error
        except openai.APIConnectionError as error:
            reason = clipped(scrubbed(str(error.__cause__ or error), self.key))
            raise TryAgain(
                f"no answer from {asking} ({reason}); is the address right and the server up?"
            ) from error
        return Answer(response.status_code, response.headers, response.content)

    @cached_property
    def _client(self) -> OpenAI:
        import openai

        # An address that sends us elsewhere would send the article and the key there, too.
        connections = openai.DefaultHttpxClient(follow_redirects=False)
        weakref.finalize(self, connections.close)
        base, _, query = self._address.partition("?")
        settings: dict[str, Any] = {
            "api_key": self.key or "none",
            "max_retries": 0,
            "http_client": connections,
            "timeout": _limits(self._timeout),
        }
        parameters = dict(parse_qsl(query))
        if version := parameters.pop("api-version", None):
            base = base.rstrip("/")
            base = base if urlsplit(base).path else f"{base}/openai"
            return openai.AzureOpenAI(
                base_url=base, api_version=version, default_query=parameters, **settings
            )
        return openai.OpenAI(base_url=base, default_query=parameters, **settings)


def _limits(seconds: float) -> Timeout:
    import openai

    return openai.Timeout(seconds, connect=min(seconds, _CONNECT_SECONDS))


def address_of(base_url: str | None) -> str:
    """The address that requests go to, as the user set it; None stands for OpenAI's."""
    return (base_url or _OPENAI).strip().rstrip("/").removesuffix("/chat/completions")


def without_secrets(address: str) -> str:
    """`address` as it may be shown: without a password or a query, which may hold a key.

    Raises `UserError` when it is no web address.
    """
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise UserError(f"OPENAI_BASE_URL is not a web address: {error}") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UserError(f"OPENAI_BASE_URL must be a web address such as {_OPENAI}")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{port}{parts.path.rstrip('/')}"
