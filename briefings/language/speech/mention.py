"""A place of the text that could be speaking."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefings.language.speech.table import ANYBODY, Agreement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.domain import Speaker

MentionKind = Literal["person", "body", "role", "pronoun", "crowd", "interviewer", "document"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the text that can be the subject of a speech verb or the source of an opinion.

    `start:end` covers the role printed with a name. `nominative`: the form can be a subject.
    `speaker` is known for people and bodies only.
    """

    kind: MentionKind
    start: int
    end: int
    text: str
    agreement: Agreement = ANYBODY
    nominative: bool = True
    speaker: Speaker | None = None


def mentions_in(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Those of the ordered `mentions` that lie within `start:end`."""
    first = bisect_left(mentions, start, key=lambda m: m.start)
    last = bisect_left(mentions, end, key=lambda m: m.start)
    return [m for m in mentions[first:last] if m.end <= end]
