"""How what went wrong is told: in one line, without a stack trace."""

from __future__ import annotations

from briefings.errors import BriefingsError


def one_line(text: str) -> str:
    """`text` on one line, without characters that steer a terminal: errors quote articles and models."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def unexpected(error: Exception) -> BriefingsError:
    """A mistake of ours, as an error like the others."""
    return BriefingsError(
        f"unexpected {type(error).__name__}: {error}; please report it with what `briefings --debug …` prints"
    )
