"""What a reader hands over: the text as read, which parts of it are prose, and its metadata."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefings.readers.metadata import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefings.domain import Sentence

_INK = re.compile(r"\S")
_HEADING_MARKS = re.compile(r"[.!?…:;,]+(?=[\"»”’')\]*_]*(?:\s|$))")


@dataclass(frozen=True, slots=True)
class Reading:
    """`prose` is `text` with markup and marks blanked, as long as `text`: offsets fit both.

    The article proper begins at code point `start`.
    """

    text: str
    prose: str
    start: int = 0
    metadata: Metadata = field(default_factory=Metadata)


# The bytes of a file, and the name to call it by in errors.
Reader = Callable[[bytes, str], Reading]


def blanked(text: str) -> str:
    """Spaces in the place of everything but white space, so that lines stay lines."""
    return _INK.sub(" ", text)


def as_heading(words: str) -> str:
    """A heading without the marks that end sentences: «Что дальше?» is one heading and no sentence."""
    return _HEADING_MARKS.sub(lambda mark: blanked(mark[0]), words)


def with_touching_marks(reading: Reading, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences with the blanked marks that touch them: `**Президент** сказал.` keeps both pairs.

    What stands between two sentences and touches both goes to the first: they never overlap.
    """
    before = reading.start
    for sentence in sentences:
        start, end = sentence.start, sentence.end
        while start > before and _is_mark(reading, start - 1):
            start -= 1
        while end < len(reading.text) and _is_mark(reading, end):
            end += 1
        before = end
        yield replace(sentence, start=start, end=end)


def _is_mark(reading: Reading, at: int) -> bool:
    return reading.prose[at] == " " and not reading.text[at].isspace()
