"""How what went wrong is told: in one line, without a stack trace."""

from __future__ import annotations


def one_line(text: str) -> str:
    """`text` on one line, without characters that steer a terminal: errors quote articles and models."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
