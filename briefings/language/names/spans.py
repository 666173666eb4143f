"""What a finder finds (`Span`) and what a text is found to name (`Name`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from briefings.domain import Language

Kind = Literal["person", "organisation", "place"]


class Span(NamedTuple):
    """A name of some kind at `text[start:end]`."""

    kind: Kind
    start: int
    end: int

    def text_in(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Name:
    """One printed name: `text[start:end]`, in the case in which it stands.

    `role` is what the text calls a person beside the name («политолог», "senior fellow at Y"), as printed;
    `role_start` is where that begins. `governed`: the words before ask for another case than the
    nominative («по словам Талгата Калиева»).
    """

    kind: Kind
    start: int
    end: int
    text: str
    role: str | None = None
    role_start: int | None = None
    language: Language = "ru"
    governed: bool = False
