"""The reading of a single word form, whichever of the three languages it is in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Phase = Literal["planned", "ongoing", "done"]


@dataclass(frozen=True, slots=True)
class Form:
    """A word form out of context.

    `keys` name the word whatever its ending; two forms of one word share at least one key. `verb`: it can
    head a clause (finite verb, infinitive, short participle). `phase` is what the ending alone says of
    the action; None for infinitives and everything that is no verb. `negated`: the form itself denies
    (Kazakh бармады, English needs a word of its own). `root` names the deed it tells of, where a language
    tells it by other lemmas («сократить», «сокращение»); None where `keys` say enough.
    """

    keys: frozenset[str]
    verb: bool = False
    phase: Phase | None = None
    negated: bool = False
    root: str | None = None
