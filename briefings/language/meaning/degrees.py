"""More of a thing, or less of it ("gains more influence", «более выгодно»), and a statement that turns it round."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.language.meaning.alignment import Clash, span
from briefings.language.meaning.clauses import clauses
from briefings.language.meaning.scope import inside, negations
from briefings.language.meaning.words import same_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language
    from briefings.language.meaning.words import Word

# Forms that stand before the word they weigh; what bounds a figure ("more than 5") is judged by `bounds`.
_MORE: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"более|больше|наиболее|чаще|скорее"),
    "kk": re.compile(r"көп|көбірек|артық|жиі|ең көп"),
    "en": re.compile(r"more|most|better|greater|higher"),
}
_LESS: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"менее|меньше|наименее|реже"),
    "kk": re.compile(r"аз|азырақ|кем|сирек"),
    "en": re.compile(r"less|least|fewer|fewest|worse|smaller|lower"),
}


_DENIED = frozenset({"не", "no", "not", "never", "емес"})
_THAN = frozenset({"than", "чем", "нежели", "қарағанда"})


@dataclass(frozen=True, slots=True)
class _Degree:
    """A word of degree, the word that it weighs, whether it says more, and what it compares: before, after."""

    word: Word
    weighed: Word
    more: bool
    before: tuple[Word, ...]
    after: tuple[Word, ...]

    def is_converse(self, other: _Degree) -> bool:
        """Whether they compare the same two things from either end: more than he, less than she."""
        own = [a for a in self.after if not any(same_word(a, word) for word in self.before)]
        return any(same_word(a, b) for a in own for b in other.before)


def turns_degree(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement has less of what the source has more of, or more of what it has less of."""
    theirs = tuple(_degrees(source, source_language or language))
    found: list[Clash] = []
    for said in _degrees(statement, language):
        rivals = [other for other in theirs if same_word(other.weighed, said.weighed)]
        if rivals and all(rival.more != said.more and not said.is_converse(rival) for rival in rivals):
            clash = span("degree", source, rivals[0].word, rivals[0].weighed)
            found.append(Clash(span("degree", statement, said.word, said.weighed), clash))
    return tuple(found)


def _degrees(text: str, language: Language) -> Iterator[_Degree]:
    denials = negations(text, language)
    for clause in clauses(text, language):
        if inside(denials, clause):
            continue
        for at, (word, following) in enumerate(itertools.pairwise(clause.words)):
            more, less = (table[language].fullmatch(word.text.lower()) for table in (_MORE, _LESS))
            beside = {w.text.lower() for w in clause.words[max(at - 1, 0) : at + 3]}
            if not (more or less) or not beside.isdisjoint(_DENIED):
                continue
            before, after = _compared(clause.words, at)
            # "trusts the map more than the guide": what stands in front is weighed.
            ahead = [w for w in before if w.end <= word.start]
            weighed = following if following.content else ahead[-1] if ahead else None
            if weighed is not None:
                yield _Degree(word, weighed, bool(more), before, after)


def _compared(words: tuple[Word, ...], at: int) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """What stands before the word of degree at `at`, and what comes after "than"; neither without "than"."""
    than = next((i for i, word in enumerate(words) if word.text.lower() in _THAN), None)
    if than is None:
        return (), ()
    # "More villages lie on the north road than …": what is compared may follow the word of degree.
    before = tuple(word for place, word in enumerate(words[:than]) if word.content and place != at)
    return before, tuple(word for word in words[than:] if word.content)
