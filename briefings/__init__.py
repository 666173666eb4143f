"""A news article in, a cited policy brief out: checked sentence by sentence, in Russian, Kazakh and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from briefings.checking import locate as locate_quote
    from briefings.checking.submitted import check_draft
    from briefings.pipeline import brief_article
    from briefings.readers import read_article

__all__ = ["__version__", "brief_article", "check_draft", "locate_quote", "read_article"]

# Where each public name lives; imported when first used, so that `briefings --help` stays quick.
_HOMES = {
    "brief_article": ("briefings.pipeline", "brief_article"),
    "check_draft": ("briefings.checking.submitted", "check_draft"),
    "locate_quote": ("briefings.checking", "locate"),
    "read_article": ("briefings.readers", "read_article"),
}


def __getattr__(name: str) -> Any:
    """Import a public name from its home."""
    if name not in _HOMES:
        raise AttributeError(f"module 'briefings' has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
