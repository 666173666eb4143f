"""Prompts as the lines of a Batch API's input files."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.llm.batch_api import PATH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefings.llm.base import Prompt
    from briefings.llm.dialect import Dialect

# The provider takes 50,000 requests and 200 MB in one file; half of that keeps a run in a small memory.
MOST_REQUESTS = 50_000
MOST_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class Chunk:
    """One input file: its lines, the keys of the calls in it, and the SHA-256 that names it everywhere."""

    keys: tuple[str, ...]
    lines: bytes

    @property
    def sha256(self) -> str:
        """Of the lines: it covers the model, every prompt and the way of asking."""
        return hashlib.sha256(self.lines).hexdigest()


def chunks(
    prompts: Mapping[str, Prompt],
    model: str,
    dialect: Dialect,
    *,
    most_requests: int = MOST_REQUESTS,
    most_bytes: int = MOST_BYTES,
) -> Iterator[Chunk]:
    """The prompts in as few input files as hold them, always the same for the same prompts."""
    keys: list[str] = []
    lines: list[bytes] = []
    size = 0
    for key in sorted(prompts):
        line = _line(key, dialect.request(model, prompts[key]))
        if keys and (len(keys) == most_requests or size + len(line) > most_bytes):
            yield Chunk(tuple(keys), b"".join(lines))
            keys, lines, size = [], [], 0
        keys.append(key)
        lines.append(line)
        size += len(line)
    if keys:
        yield Chunk(tuple(keys), b"".join(lines))


def _line(key: str, body: object) -> bytes:
    request = {"custom_id": key, "method": "POST", "url": PATH, "body": body}
    # Cyrillic as it is takes a third of its escapes; half a surrogate pair becomes one, as JSON writes it.
    return json.dumps(request, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
