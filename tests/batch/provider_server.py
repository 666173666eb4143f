"""A server with a Batch API: files, batches that come along by themselves, and everything that goes wrong.

    with ProviderServer() as server:
        api = BatchApi(api_key="sk-test", base_url=server.base_url)
    assert server.paid == {"key of the call": 1}

A batch takes one step each time somebody looks: validating, in_progress, finalizing, completed. What is in
its files is settled when it is ordered, and so is who pays.
"""

from __future__ import annotations

import json
import random
import re
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Literal, Self
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

Fate = Literal["answered", "refused", "expired", "cut", "garbage"]
Step = tuple[str, str]  # a method and a path: ("POST", "/batches")

_STEPS = ("validating", "in_progress", "finalizing")
USAGE = {"prompt_tokens": 1000, "completion_tokens": 100, "prompt_tokens_details": {"cached_tokens": 0}}


@dataclass
class _Batch:
    id: str
    input_file: str
    metadata: dict[str, str]
    created: int
    end: str
    requests: int
    output: str | None = None
    errors: str | None = None
    answered: int = 0
    failed: int = 0
    complaints: list[dict[str, str]] = field(default_factory=list)
    looks: int = 0

    def document(self, looked: bool = False) -> dict[str, Any]:
        over = self.looks >= len(_STEPS) or self.end == "failed"
        status = self.end if over else _STEPS[self.looks]
        self.looks += looked
        return {
            "id": self.id,
            "object": "batch",
            "endpoint": "/v1/chat/completions",
            "completion_window": "24h",
            "created_at": self.created,
            "input_file_id": self.input_file,
            "status": status,
            "metadata": self.metadata,
            "output_file_id": self.output if over else None,
            "error_file_id": self.errors if over else None,
            "errors": {"object": "list", "data": self.complaints} if self.complaints and over else None,
            "request_counts": {
                "total": self.requests,
                "completed": self.answered if over else 0,
                "failed": self.failed if over else 0,
            },
        }


class ProviderServer:
    """`fate` says what becomes of a request by its custom_id. `refuses` are fields it does not take.

    `says` is what is answered (None: "Answer to" the question), also to single calls, which `singly` counts.
    While it is `stalled`, no batch comes along.

    `most_waiting`: an order that makes more requests wait than this is turned away. Of the steps in `lost`
    the answer never arrives, though they are carried out; those in `dropped` are not even that. Each counts
    down. A step in `held` is where the server stops: `reached` is set, and the client may be killed; with
    `carried_out` it is done before.
    """

    def __init__(
        self,
        fate: Callable[[str], Fate] = lambda _: "answered",
        *,
        says: str | None = None,
        refuses: frozenset[str] = frozenset(),
        end: str = "completed",
        most_waiting: int = 10**9,
        page: int = 100,
    ) -> None:
        self.fate = fate
        self.says = says
        self.stalled = False
        self.singly = 0
        self.refuses = refuses
        self.end = end
        self.most_waiting = most_waiting
        self.page = page
        self.lost: Counter[Step] = Counter()
        self.dropped: Counter[Step] = Counter()
        self.held: Step | None = None
        self.carried_out = False
        self.reached = threading.Event()
        self.paid: Counter[str] = Counter()
        self.seen: list[Step] = []
        self.files: dict[str, bytes] = {}
        self.batches: dict[str, _Batch] = {}
        self.clock = 0  # added to the time at which batches are created
        self.lock = threading.Lock()
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

    def count(self, method: str, path: str) -> int:
        return self.seen.count((method, path))

    # ---- what the API does ------------------------------------------------------------------------

    def carry_out(
        self, method: str, path: str, query: dict[str, list[str]], body: bytes
    ) -> tuple[int, bytes]:
        with self.lock:
            if (method, path) == ("POST", "/files"):
                return 200, _json({"id": self._keep(_upload(body)), "object": "file", "purpose": "batch"})
            if (method, path) == ("POST", "/batches"):
                return self._order(json.loads(body))
            if (method, path) == ("POST", "/chat/completions"):
                self.singly += 1
                return 200, _json(_completion({"body": json.loads(body)}, self.says, cut=False))
            if (method, path) == ("GET", "/batches"):
                return 200, _json(self._list(query))
            if match := re.fullmatch(r"/batches/([\w-]+)", path):
                batch = self.batches.get(match[1])
                return (
                    (200, _json(batch.document(looked=not self.stalled)))
                    if batch
                    else _error(404, "No such batch.")
                )
            if match := re.fullmatch(r"/files/([\w-]+)/content", path):
                content = self.files.get(match[1])
                return (200, content) if content is not None else _error(404, "No such file.")
        return _error(404, "Unknown address.")

    def _keep(self, content: bytes) -> str:
        name = f"file-{len(self.files) + 1}"
        self.files[name] = content
        return name

    def _list(self, query: dict[str, list[str]]) -> dict[str, Any]:
        newest = list(reversed(self.batches.values()))
        after = query.get("after", [""])[0]
        start = next((i + 1 for i, batch in enumerate(newest) if batch.id == after), 0)
        some = newest[start : start + min(self.page, int(query.get("limit", ["20"])[0]))]
        more = start + len(some) < len(newest)
        return {"object": "list", "data": [batch.document() for batch in some], "has_more": more}

    def _order(self, asked: dict[str, Any]) -> tuple[int, bytes]:
        if asked["input_file_id"] not in self.files:
            return _error(400, "No such File object.")
        lines = [json.loads(line) for line in self.files[asked["input_file_id"]].splitlines()]
        batch = _Batch(
            f"batch_{len(self.batches) + 1}",
            asked["input_file_id"],
            asked.get("metadata") or {},
            int(time.time()) + self.clock,
            self.end,
            len(lines),
        )
        waiting = sum(
            b.requests for b in self.batches.values() if b.looks < len(_STEPS) and b.end != "failed"
        )
        self.batches[batch.id] = batch
        ids = [line["custom_id"] for line in lines]
        if len(set(ids)) < len(ids) or len({line["body"]["model"] for line in lines}) != 1:
            batch.complaints = [{"code": "invalid_request", "message": "A custom_id stands twice."}]
        elif waiting and waiting + len(lines) > self.most_waiting:
            batch.complaints = [{"code": "token_limit_exceeded", "message": "Enqueued token limit reached."}]
        elif self.end == "failed":
            batch.complaints = [{"code": "model_not_found", "message": "No batches for this model."}]
        if batch.complaints:
            batch.end = "failed"
        else:
            self._work(batch, lines)
        return 200, _json(batch.document())

    def _work(self, batch: _Batch, lines: list[dict[str, Any]]) -> None:
        output, errors = [], []
        random.Random(7).shuffle(lines)  # noqa: S311
        for line in lines:
            fate = self.fate(line["custom_id"])
            wrong = sorted(field for field in self.refuses if field in line["body"])
            if wrong:
                message = f"Unsupported value: '{wrong[0]}' is not supported with this model."
                errors.append(_line(line, 400, {"error": {"message": message, "param": wrong[0]}}))
            elif fate == "refused":
                errors.append(
                    _line(line, 400, {"error": {"message": "The request is too odd.", "code": "odd"}})
                )
            elif fate == "expired":
                message = "This request could not be executed before the completion window expired."
                errors.append(
                    _line(line, None, None) | {"error": {"code": "batch_expired", "message": message}}
                )
                batch.end = "expired"
            else:
                self.paid[line["custom_id"]] += 1
                output.append(_line(line, 200, _completion(line, self.says, cut=fate == "cut")))
                if fate == "garbage":
                    output[-1] = "{not JSON"
        batch.answered, batch.failed = len(output), len(errors)
        batch.output = self._keep(_jsonl(output)) if output else None
        batch.errors = self._keep(_jsonl(errors)) if errors else None


def _line(line: dict[str, Any], status: int | None, body: object) -> Any:
    response = {"status_code": status, "request_id": "r", "body": body} if status else None
    return {
        "id": f"r-{line['custom_id']}",
        "custom_id": line["custom_id"],
        "response": response,
        "error": None,
    }


def _completion(line: dict[str, Any], says: str | None, *, cut: bool) -> dict[str, Any]:
    said = says or f"Answer to {line['body']['messages'][-1]['content']}"
    choice = {"index": 0, "message": {"role": "assistant", "content": said}}
    return {
        "object": "chat.completion",
        "model": line["body"]["model"],
        "choices": [choice | {"finish_reason": "length" if cut else "stop"}],
        "usage": USAGE,
    }


def _jsonl(lines: list[Any]) -> bytes:
    return b"".join((e.encode() if isinstance(e, str) else _json(e)) + b"\n" for e in lines)


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _error(status: int, message: str) -> tuple[int, bytes]:
    return status, _json({"error": {"message": message, "type": "invalid_request_error"}})


def _upload(form: bytes) -> bytes:
    """The file in a multipart form."""
    boundary = form[: form.index(b"\r\n")]
    parts = form.split(boundary)
    (file,) = [part for part in parts if b'name="file"' in part[: part.find(b"\r\n\r\n")]]
    return file.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n")


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    owner: ProviderServer

    def __init__(self, *args: Any) -> None:
        self.closing = threading.Event()
        super().__init__(*args)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that is killed is part of the tests, not worth a traceback."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Http

    def do_GET(self) -> None:
        self._meet("GET")

    def do_POST(self) -> None:
        self._meet("POST")

    def _meet(self, method: str) -> None:
        owner = self.server.owner
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        url = urlsplit(self.path)
        path = url.path.removeprefix("/v1")
        step = (method, re.sub(r"/(batch_|file-)\d+", "/*", path))
        owner.seen.append(step)
        held = owner.held == step
        if held and not owner.carried_out:
            self._hold()
            return
        if owner.dropped[step] > 0:
            owner.dropped[step] -= 1
            self.close_connection = True
            return
        if "authorization" not in self.headers or "wrong" in self.headers["authorization"]:
            self._send(*_error(401, "Incorrect API key."))
            return
        status, content = owner.carry_out(method, path, parse_qs(url.query), body)
        if held:
            self._hold()
            return
        if owner.lost[step] > 0:
            owner.lost[step] -= 1
            self.close_connection = True
            return
        self._send(status, content)

    def _hold(self) -> None:
        self.server.owner.reached.set()
        self.server.closing.wait()
        self.close_connection = True

    def _send(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: Any) -> None:
        """Quiet."""
