"""Find the place of one text that speaks of what a clause of another says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.language.meaning.concepts import REPORTING
from briefings.language.meaning.cues import Cue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefings.language.meaning.clauses import Clause
    from briefings.language.meaning.words import Word


@dataclass(frozen=True, slots=True)
class Governed:
    """A cue, the words it bears on (the nearest first, never none), and the clause they stand in."""

    cue: Cue
    targets: tuple[Word, ...]
    home: Clause
    attributive: bool = False  # "a possible meeting": bears on the noun, not on the sentence


@dataclass(frozen=True, slots=True)
class Clash:
    """What a statement says against its source: the words on either side, offsets into either text."""

    said: Cue
    source: Cue


def counterparts(
    governed: Governed, home: Sequence[Clause], others: Sequence[Clause], plain: Callable[[Clause], bool]
) -> tuple[Clause, ...]:
    """The clauses among `others` that hold the targets of `governed` in the same context; the best, and ties.

    `home` are the clauses of the text of `governed`, `plain` tells which of them lack such a cue. Where a
    plain one speaks of the targets at least as nearly, the others rest on that one and nothing is returned.
    """
    rated = [(rating, clause) for clause in others if (rating := _rating(governed, clause, home, others))]
    best = max((rating for rating, _ in rated), default=0)
    matches = tuple(clause for rating, clause in rated if rating == best)
    own = governed.home
    elsewhere = [c for c in home if c is not own and any(map(c.holds, governed.targets)) and plain(c)]
    if any(match.shared(c) >= match.shared(own) for match in matches for c in elsewhere):
        return ()
    return matches


def span(kind: str, text: str, *parts: Cue | Word) -> Cue:
    """The stretch of `text` from the first to the last of `parts`, as a cue of `kind`."""
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    return Cue(kind, start, end, text[start:end])


def _rating(governed: Governed, clause: Clause, home: Sequence[Clause], others: Sequence[Clause]) -> int:
    """How much `clause` shares with the clause of the cue; 0 where it does not speak of the same.

    The nearest target or the verb must be there. One word alone is no evidence: another must be shared in
    the clause, or two in the sentence («Он не говорил, что …»).
    """
    hits = [target for target in governed.targets if clause.keys & target.keys - {f"={REPORTING}"}]
    if not any(target.form.verb or target is governed.targets[0] for target in hits):
        return 0
    context = governed.home.shared(clause, leaving_out=governed.targets)
    if context or len(hits) > 1:
        return len(hits) + context
    around = [other for other in others if other.sentence == clause.sentence]
    beside = [own for own in home if own.sentence == governed.home.sentence]
    wide = sum(max((own.shared(other, governed.targets) for other in around), default=0) for own in beside)
    return len(hits) if wide >= 2 else 0
