"""A chat completions endpoint in a process of its own, with the weather and the limits of a real one.

    with Endpoint(median=0.05, rpm=600) as endpoint:
        ...  # ask endpoint.base_url
        endpoint.ledger()

What becomes of a call depends on the seed, the prompt and how often that prompt was let in, so that every
client meets the same weather. `paid`: the answer was worked out. `delivered`: it was written to a live
connection. Articles are told apart by the word after "Деталь".
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import math
import os
import random
import re
import subprocess
import sys
import time
import urllib.request
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from tests.cli.calling import ANSWER, ROOT

_DETAIL = re.compile(r"Деталь (\w+)")


@dataclass
class Weather:
    """Seconds (median and sigma of a lognormal), limits a minute (0: none), and shares of calls that fail."""

    median: float = 0.02
    sigma: float = 0.5
    rpm: int = 0
    tpm: int = 0
    headers: bool = True  # whether the limits are told
    error: float = 0.0  # 500, not paid
    cut: float = 0.0  # paid, ended by the cap
    dropped: float = 0.0  # paid, the connection closed instead of an answer
    hang: float = 0.0  # paid, and no answer for a minute
    refuse_key_after: int = -1  # calls let in
    gone_after: int = -1
    seed: int = 7


@dataclass
class Entry:
    """What one prompt has cost."""

    article: str
    turns: int
    paid: int = 0
    delivered: int = 0


@dataclass
class Ledger:
    """What the endpoint has seen: `calls` in all, those `refused` for their number, the rest by prompt."""

    calls: int = 0
    refused: int = 0
    let_in: int = 0
    seconds: float = 0.0  # from the first call to the last answer
    tokens: int = 0
    worked: float = 0.0  # seconds of all calls together
    widest: int = 0
    entries: dict[str, Entry] = field(default_factory=dict)

    @property
    def paid(self) -> int:
        return sum(entry.paid for entry in self.entries.values())

    @property
    def paid_again(self) -> int:
        return sum(max(0, entry.paid - 1) for entry in self.entries.values())

    def paid_for(self, article: str) -> int:
        return sum(entry.paid for entry in self.entries.values() if entry.article == article)


class Endpoint:
    """The endpoint in its own process, from `with` to the end of the block."""

    def __init__(self, **weather: Any) -> None:
        self._weather = Weather(**weather)

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.batch.server", json.dumps(asdict(self._weather))],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self._process.stdout is not None
        self.base_url = f"http://127.0.0.1:{int(self._process.stdout.readline())}/v1"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def ledger(self) -> Ledger:
        with urllib.request.urlopen(f"{self.base_url}/ledger") as response:  # noqa: S310 - our own
            told = json.load(response)
        told["entries"] = {key: Entry(**entry) for key, entry in told["entries"].items()}
        return Ledger(**told)


# ---- the other process --------------------------------------------------------------------------


class _Bucket:
    """Refills at the limit and holds five seconds of it, as providers' do."""

    def __init__(self, per_minute: int) -> None:
        self.rate = per_minute / 60
        self.level = self.room = self.rate * 5
        self.filled = time.monotonic()

    def missing(self, units: float) -> float:
        now = time.monotonic()
        self.level = min(self.room, self.level + (now - self.filled) * self.rate)
        self.filled = now
        return max(0.0, (min(units, self.room) - self.level) / self.rate)


class _Server:
    def __init__(self, weather: Weather) -> None:
        self.weather = weather
        self.ledger = Ledger()
        self.began = 0.0
        self.width = 0
        self.tries: dict[str, int] = {}
        self.requests = _Bucket(weather.rpm) if weather.rpm else None
        self.tokens = _Bucket(weather.tpm) if weather.tpm else None

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                length = re.search(r"(?i)content-length: *(\d+)", head)
                body = await reader.readexactly(int(length[1])) if length else b""
                if head.startswith("GET "):
                    self._write(writer, 200, self._told())
                elif not await self._answer(json.loads(body), writer):
                    return
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            return
        finally:
            writer.close()

    def _told(self) -> dict[str, Any]:
        return asdict(self.ledger)

    async def _answer(self, body: dict[str, Any], writer: asyncio.StreamWriter) -> bool:
        """Answer one call; False when the connection is to be closed instead."""
        weather, ledger = self.weather, self.ledger
        now = time.monotonic()
        self.began = self.began or now
        ledger.calls += 1
        text = json.dumps(body["messages"], ensure_ascii=False)
        words_in, words_out = len(text) // 3, len(ANSWER) // 3
        wait = max(
            self.requests.missing(1) if self.requests else 0.0,
            self.tokens.missing(words_in + words_out) if self.tokens else 0.0,
        )
        if wait > 0:
            ledger.refused += 1
            self._write(
                writer,
                429,
                _error("Rate limit reached", "rate_limit_exceeded"),
                {"Retry-After": str(math.ceil(wait))},
            )
            return True
        ledger.let_in += 1
        if 0 <= weather.refuse_key_after < ledger.let_in:
            self._write(writer, 401, _error("Incorrect API key provided.", "invalid_api_key"))
            return True
        if 0 <= weather.gone_after < ledger.let_in:
            os._exit(0)
        if self.requests:
            self.requests.level -= 1
        if self.tokens:
            self.tokens.level -= words_in + words_out
        ledger.tokens += words_in + words_out
        return await self._work(body, text, words_in, words_out, writer)

    async def _work(
        self, body: dict[str, Any], text: str, words_in: int, words_out: int, writer: asyncio.StreamWriter
    ) -> bool:
        weather, ledger = self.weather, self.ledger
        key = hashlib.sha256(text.encode()).hexdigest()
        detail = _DETAIL.search(text)
        entry = ledger.entries.setdefault(key, Entry(detail[1] if detail else "", len(body["messages"])))
        self.tries[key] = self.tries.get(key, 0) + 1
        dice = random.Random(f"{weather.seed} {entry.article} {entry.turns} {self.tries[key]}")  # noqa: S311 - weather
        seconds = weather.median * math.exp(dice.gauss(0, weather.sigma))
        fate = dice.random()
        self.width += 1
        ledger.widest = max(ledger.widest, self.width)
        try:
            if fate < weather.error:
                await asyncio.sleep(min(seconds, 0.2))
                self._write(writer, 500, _error("The server had an error", None))
                return True
            await asyncio.sleep(seconds)
        finally:
            self.width -= 1
        entry.paid += 1
        ledger.worked += seconds
        fate -= weather.error
        if fate < weather.dropped:
            return False
        fate -= weather.dropped
        if fate < weather.hang:
            await asyncio.sleep(60)
            return False
        fate -= weather.hang
        finish, said = ("length", ANSWER[:200]) if fate < weather.cut else ("stop", ANSWER)
        if not writer.is_closing():
            self._write(writer, 200, _completion(body["model"], said, finish, words_in, words_out))
            entry.delivered += 1
        ledger.seconds = time.monotonic() - self.began
        return True

    def _write(
        self, writer: asyncio.StreamWriter, status: int, content: Any, headers: dict[str, str] | None = None
    ) -> None:
        data = json.dumps(content, ensure_ascii=False).encode()
        told = {"Content-Type": "application/json", "Content-Length": str(len(data)), **(headers or {})}
        if self.weather.headers:
            for name, limit in (("requests", self.weather.rpm), ("tokens", self.weather.tpm)):
                if limit:
                    told[f"x-ratelimit-limit-{name}"] = str(limit)
                    told[f"x-ratelimit-remaining-{name}"] = "0"  # nobody should believe it
        lines = "".join(f"{name}: {value}\r\n" for name, value in told.items())
        writer.write(f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + data)


def _completion(model: str, text: str, finish: str, words_in: int, words_out: int) -> dict[str, Any]:
    message = {"role": "assistant", "content": text, "refusal": None}
    usage = {"prompt_tokens": words_in, "completion_tokens": words_out, "total_tokens": words_in + words_out}
    choice = {"index": 0, "message": message, "finish_reason": finish, "logprobs": None}
    return {
        "id": "c1",
        "object": "chat.completion",
        "created": 0,
        "model": model,
        "choices": [choice],
        "usage": usage,
    }


def _error(message: str, code: str | None) -> dict[str, Any]:
    return {"error": {"message": message, "type": "error", "param": None, "code": code}}


async def _main(weather: Weather) -> None:
    served = _Server(weather)
    server = await asyncio.start_server(served.serve, "127.0.0.1", 0, limit=2**22, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("weather", type=json.loads)
    asyncio.run(_main(Weather(**parser.parse_args().weather)))
