"""Whether two documents are the same brief: what differs from run to run does not count."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_OF_THE_RUN = ("created", "seconds", "tokens_in", "tokens_cached", "tokens_out", "cost_usd")


def content_sha256(document: Mapping[str, Any]) -> str:
    """The hash of what a brief's document says, its number included, its revision not."""
    counted = {
        **document,
        "revision": 0,
        "made": {**document["made"], **dict.fromkeys(_OF_THE_RUN)},
        "article": {**document["article"], "path": ""},  # the same file, called from another folder
    }
    return hashlib.sha256(as_json(counted, sort_keys=True).encode()).hexdigest()


def as_json(document: Mapping[str, Any], *, sort_keys: bool = False) -> str:
    """`document` as compact JSON that UTF-8 can hold: half a surrogate pair, as a model may write, is escaped."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=sort_keys)
    return text.encode("utf-8", "backslashreplace").decode()
