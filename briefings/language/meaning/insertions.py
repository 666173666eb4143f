"""Where a statement that otherwise repeats its source, word after word, has words of its own put in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.language.meaning.words import related_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from briefings.language.meaning.words import Word

_FEWEST = 3  # words


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words together that the source lacks, and how closely the rest follows it.

    `repeated` is the share (0…1) of the statement's words that stand in the source in the same order. `left`
    counts the words of the source that stand in their place; `first`, `last`: nothing of the source precedes
    or follows them in the statement. `verbatim`: all other words repeat it,
    and they are not too few to tell.
    """

    words: tuple[Word, ...]
    repeated: float
    left: int
    first: bool
    last: bool
    verbatim: bool


def insertions(
    said: Sequence[Word], source: Sequence[Word], missing: Collection[Word]
) -> Iterator[Insertion]:
    """The stretches of `missing` words in `said`, in order."""
    aligned = _in_order(said, source)
    repeated = len(aligned) / (len(said) or 1)
    at = 0
    while at < len(said):
        end = at
        while end < len(said) and said[end] in missing:
            end += 1
        if end > at:
            before = max((place for place in aligned if place < at), default=None)
            after = min((place for place in aligned if place >= end), default=None)
            stretch = tuple(said[at:end])
            left = _left(before, after, aligned, len(source))
            verbatim = len(aligned) + len(stretch) == len(said) and len(aligned) >= _FEWEST
            yield Insertion(stretch, repeated, left, before is None, after is None, verbatim)
        at = max(end, at + 1)


def _left(before: int | None, after: int | None, aligned: dict[int, int], length: int) -> int:
    return (length if after is None else aligned[after]) - (-1 if before is None else aligned[before]) - 1


def _in_order(said: Sequence[Word], source: Sequence[Word]) -> dict[int, int]:
    """The longest common subsequence: places in `said` → places in `source` of the related word."""
    same = [[related_words(a, b) for b in source] for a in said]
    longest = [[0] * (len(source) + 1) for _ in range(len(said) + 1)]
    for i in reversed(range(len(said))):
        for j in reversed(range(len(source))):
            skipped = max(longest[i + 1][j], longest[i][j + 1])
            longest[i][j] = longest[i + 1][j + 1] + 1 if same[i][j] else skipped
    found: dict[int, int] = {}
    i = j = 0
    while i < len(said) and j < len(source):
        if same[i][j]:
            found[i] = j
            i, j = i + 1, j + 1
        elif longest[i + 1][j] >= longest[i][j + 1]:
            i += 1
        else:
            j += 1
    return found
