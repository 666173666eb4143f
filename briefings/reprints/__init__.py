"""Reprints: texts that say what another text has said already, so that nobody pays for them twice."""

from briefings.reprints.index import Reprint, Reprints

__all__ = ["Reprint", "Reprints"]
