"""A small chat completions server that fails on purpose.

    with FaultyServer([error(429, {"Retry-After": "1"}), answer("hello")]) as server:
        OpenAIModel("m", api_key=None, base_url=server.base_url, timeout=5).complete(prompt)
    assert len(server.requests) == 2

Each request is met with the next `Fault` of the script; when the script is over, with `then`. Fields named
in `refuses` ("json_schema", "json_object", "max_tokens", "max_completion_tokens", "temperature") are turned
away before the script is asked, as a server without them would.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as it arrived; header names are in lower case."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


Fault = Callable[["_Handler", Seen], None]

USAGE = {
    "prompt_tokens": 120,
    "completion_tokens": 30,
    "total_tokens": 150,
    "prompt_tokens_details": {"cached_tokens": 20},
}


def completion(
    text: str | None = "{}", *, finish: str = "stop", refusal: str | None = None
) -> dict[str, Any]:
    """The body of a chat completion."""
    message = {"role": "assistant", "content": text, "refusal": refusal}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return {"id": "c1", "object": "chat.completion", "model": "small-1", "choices": [choice], "usage": USAGE}


# ---- what a request can be met with -----------------------------------------------------------


def answer(text: str | None = "{}", *, finish: str = "stop", refusal: str | None = None) -> Fault:
    """A paid answer."""
    return body(completion(text, finish=finish, refusal=refusal))


def cut(text: str = '{"title": "Cut of') -> Fault:
    """JSON that ends in the middle, as the cap was reached."""
    return answer(text, finish="length")


def fenced(text: str = "{}") -> Fault:
    """JSON inside a Markdown fence."""
    return answer(f"```json\n{text}\n```")


def empty() -> Fault:
    """An answer without a word."""
    return answer("")


def refusal(words: str = "I cannot help with that.") -> Fault:
    """The model declines."""
    return answer(None, refusal=words)


def content_filter() -> Fault:
    """A filter cut the answer."""
    return answer("", finish="content_filter")


def prompt_filtered() -> Fault:
    """Azure's filter turned the prompt away."""
    return error(400, message="The prompt was filtered.", code="content_filter")


def error(
    status: int,
    headers: dict[str, str] | None = None,
    *,
    message: str = "The server had an error.",
    code: str | None = None,
) -> Fault:
    """An HTTP error with an OpenAI error body."""
    return body(
        {"error": {"message": message, "type": "error", "param": None, "code": code}}, status, headers
    )


def bad_key() -> Fault:
    """401, saying which key was wrong: the whole of it, and as a JSON text of its own."""

    def meet(handler: _Handler, seen: Seen) -> None:
        key = seen.headers.get("authorization", "").removeprefix("Bearer ")
        error(401, message=f"Incorrect API key provided: {key}. You sent 'Bearer {key}'.")(handler, seen)

    return meet


def unknown_model() -> Fault:
    """404 for a model that the endpoint does not have."""

    def meet(handler: _Handler, seen: Seen) -> None:
        message = f"The model `{seen.body['model']}` does not exist or you do not have access to it."
        error(404, message=message, code="model_not_found")(handler, seen)

    return meet


def too_long() -> Fault:
    """400 for a prompt that does not fit."""
    message = "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000."
    return error(400, message=message, code="context_length_exceeded")


def body(content: object, status: int = 200, headers: dict[str, str] | None = None) -> Fault:
    """Any body: bytes as they are, anything else as JSON."""
    data = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()

    def meet(handler: _Handler, seen: Seen) -> None:
        handler.wfile.write(_head(status, len(data), headers) + data)

    return meet


def drip(seconds: float = 0.05, *, head: bool = False) -> Fault:
    """A good answer, one byte each `seconds`; with `head` from the first byte of the status line on."""
    data = json.dumps(completion("x" * 2000)).encode()

    def meet(handler: _Handler, seen: Seen) -> None:
        whole = _head(200, len(data), None) + data
        slow = whole if head else data
        handler.wfile.write(whole[: len(whole) - len(slow)])
        for byte in slow:
            handler.wfile.write(bytes([byte]))
            if handler.server.closing.wait(seconds):
                break
        handler.close_connection = True

    return meet


def dropped(*, reset: bool = False) -> Fault:
    """The connection ends in the middle of the body; `reset` with a TCP reset."""
    data = json.dumps(completion()).encode()

    def meet(handler: _Handler, seen: Seen) -> None:
        handler.wfile.write(_head(200, len(data), None) + data[: len(data) // 2])
        if reset:
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        handler.close_connection = True

    return meet


def broken_off() -> Fault:
    """The same without a Content-Length, so that HTTP alone cannot tell."""
    data = json.dumps(completion()).encode()

    def meet(handler: _Handler, seen: Seen) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + data[: len(data) // 2])
        handler.close_connection = True

    return meet


def no_answer() -> Fault:
    """The connection is closed without a word."""

    def meet(handler: _Handler, seen: Seen) -> None:
        handler.close_connection = True

    return meet


def hang() -> Fault:
    """No answer until the server closes."""

    def meet(handler: _Handler, seen: Seen) -> None:
        handler.server.closing.wait()
        handler.close_connection = True

    return meet


def invalid_http() -> Fault:
    """Bytes that are not HTTP."""

    def meet(handler: _Handler, seen: Seen) -> None:
        handler.wfile.write(b"\x16\x03 this is not HTTP\r\n\r\n")
        handler.close_connection = True

    return meet


# ---- the server -------------------------------------------------------------------------------


class FaultyServer:
    """Serves `script`, then `then`, on a free port of this machine."""

    def __init__(
        self, script: Iterable[Fault] = (), *, then: Fault | None = None, refuses: Iterable[str] = ()
    ) -> None:
        self.requests: list[Seen] = []
        self._script = list(script)
        self._then = then or answer()
        self._refuses = frozenset(refuses)
        self._lock = threading.Lock()
        self._http = _Http(("127.0.0.1", 0), _Handler)
        self._http.owner = self
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def meet(self, seen: Seen) -> Fault:
        """Note a request and choose what it is met with."""
        with self._lock:
            self.requests.append(seen)
            for field in sorted(self._refuses):
                if field in seen.body or field == (seen.body.get("response_format") or {}).get("type"):
                    return error(400, message=f"Unsupported parameter: '{field}' is not supported here.")
            return self._script.pop(0) if self._script else self._then


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 256
    owner: FaultyServer

    def __init__(self, *args: Any) -> None:
        self.closing = threading.Event()
        super().__init__(*args)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up early is part of the tests, not worth a traceback."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Http

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        seen = Seen(self.path, headers, {})
        self.server.owner.meet(seen)(self, seen)

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("content-length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        seen = Seen(self.path, headers, json.loads(raw))
        self.server.owner.meet(seen)(self, seen)

    def log_message(self, *args: Any) -> None:
        """Quiet."""


def _head(status: int, length: int, headers: dict[str, str] | None) -> bytes:
    lines = [f"HTTP/1.1 {status} X", "Content-Type: application/json", f"Content-Length: {length}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return "\r\n".join([*lines, "", ""]).encode()
