"""The numbered source as it is printed beside the brief: every sentence, with the quoted words marked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.rendering.citing import anchor, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefings.domain import Article, Sentence
    from briefings.rendering.citing import Claim


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence and the claims that quote it (none: nobody does)."""

    text: str
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One sentence or heading. `chip` is the anchor of its first citation, None when the brief uses it not.

    `from_context` names the speaker where the sentence itself does not.
    """

    id: str
    number: str
    anchor: str
    heading: bool
    opens_paragraph: bool
    pieces: tuple[Piece, ...]
    chip: str | None
    from_context: str | None

    @property
    def text(self) -> str:
        """The sentence as it stands in the source."""
        return "".join(piece.text for piece in self.pieces)


def source_lines(
    article: Article, claims: Iterable[Claim], chips: Mapping[str, str]
) -> tuple[SourceLine, ...]:
    """The whole source, line by line; `chips` maps a sentence's number to the chip that cites it first."""
    spans = [
        (quote.start, quote.end, claim.id)
        for claim in claims
        for quote in claim.quotes
        if quote.start is not None and quote.end is not None
    ]
    lines, paragraph = [], 0
    for sentence in article.sentences:
        by_tag = sentence.attribution == "explicit" or sentence.speaker is None
        lines.append(
            SourceLine(
                id=sentence.id,
                number=short(sentence.id),
                anchor=anchor(sentence.id),
                heading=sentence.kind == "heading",
                opens_paragraph=sentence.paragraph != paragraph,
                pieces=_pieces(article.text, sentence, spans),
                chip=chips.get(sentence.id),
                from_context=None if by_tag or sentence.speaker is None else sentence.speaker.name,
            )
        )
        paragraph = sentence.paragraph
    return tuple(lines)


def _pieces(text: str, sentence: Sentence, spans: list[tuple[int, int, str]]) -> tuple[Piece, ...]:
    """The sentence cut wherever a quotation begins or ends; put together again it is the sentence."""
    start, end = sentence.start, sentence.end
    inside = [(max(left, start), min(right, end), claim) for left, right, claim in spans]
    inside = [(left, right, claim) for left, right, claim in inside if left < right]
    edges = {start, end, *(edge for left, right, _ in inside for edge in (left, right))}
    return tuple(
        Piece(
            text[here:there],
            tuple(dict.fromkeys(claim for left, right, claim in inside if left <= here and there <= right)),
        )
        for here, there in pairwise(sorted(edges))
    )
