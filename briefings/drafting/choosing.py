"""Hand out the sentences of an article, each at most once, the best first, within a number of words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings.drafting.source import Source, in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefings.domain import Sentence

_READABLE = 28  # words; a longer sentence costs more attention than it gives
_TELLING = 7  # words; a shorter one seldom says what it is about
_ALIKE = 0.5  # share of its words that an earlier choice says already


@dataclass
class Chooser:
    """The sentences of `source` that are still free."""

    source: Source
    taken: set[str] = field(default_factory=set)

    def take(
        self,
        candidates: Iterable[Sentence],
        score: Callable[[Sentence], float],
        *,
        most: int,
        words: int,
        least: float = float("-inf"),
        beside: Iterable[str] = (),
    ) -> list[Sentence]:
        """Up to `most` free candidates, best first while they fit into `words`, in the order of the source.

        A sentence that leans on the one before is only taken together with it, or when the reader has just
        read that one (`beside`). The best candidate is taken however long it is, if it leans on none; `least` is
        the lowest score.
        """
        free = [s for s in candidates if s.id not in self.taken and self.source.stands_alone(s)]
        ranked = sorted(
            free, key=lambda s: score(s) + self._readable(s), reverse=True
        )  # of equals the earlier
        chosen: list[Sentence] = []
        known = set(beside)
        for sentence in ranked:
            if len(chosen) >= most or score(sentence) < least:
                break
            room = words - sum(map(self.source.length, chosen))
            if sentence in chosen or self._is_said(sentence, chosen):
                continue
            group = self._with_support(sentence, known, free)
            if not group or len(chosen) + len(group) > most:
                continue
            if (chosen or len(group) > 1) and sum(map(self.source.length, group)) > room:
                continue
            chosen += group
            known |= {s.id for s in group}
        self.taken |= {s.id for s in chosen}
        return in_order(chosen)

    def _with_support(self, sentence: Sentence, known: set[str], free: list[Sentence]) -> list[Sentence]:
        """`sentence`, with the one it leans on; nothing when that one is not to be had."""
        if not self.source.leans(sentence):
            return [sentence]
        before = self.source.before(sentence)
        if before is None:
            return []
        if before.id in known:
            return [sentence]
        return [before, sentence] if before in free and not self.source.leans(before) else []

    def _is_said(self, sentence: Sentence, chosen: list[Sentence]) -> bool:
        own = self.source.keys(sentence)
        return any(len(own & self.source.keys(s)) > _ALIKE * len(own) for s in chosen) if own else True

    def _readable(self, sentence: Sentence) -> float:
        length = self.source.length(sentence)
        penalty = 0.08 * max(0, length - _READABLE) + 0.2 * max(0, _TELLING - length)
        words = self.source.words(sentence).lstrip('"«“„—–- ')
        return -penalty - 0.4 * bool(self.source.signals.connective.match(words))
