"""A place of the text that could be speaking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefings.language.speech_table import ANYBODY, Agreement

if TYPE_CHECKING:
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
