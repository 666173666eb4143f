"""What a reader typed, as terms: each a word or a "phrase in quotation marks", in any of its forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING

from briefings.archive.words import MOST_FORMS, forms_asked_for, printed
from briefings.errors import UserError
from briefings.language.folding import QUOTATION_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Inside a word these are letters: Cote d'Ivoire, м'який.
_QUOTES = "".join(QUOTATION_MARKS - set("'’‘`´′"))
_PART = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)(?:[{_QUOTES}]|$)|([^\s{_QUOTES}]+)")
_MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand one after the other, each as the dictionary forms that it may have."""

    words: tuple[frozenset[str], ...]

    def expression(self) -> str:
        """The term as an FTS5 expression: exact for one word, for several it finds no less than the term."""
        if len(self.words) == 1:
            return _any(_quoted(form) for form in sorted(self.words[0]))
        # The index holds all forms of a word one after the other: neighbours are at most so far apart.
        apart = 2 * (MOST_FORMS - 1)
        return " AND ".join(
            _any(f"NEAR({_quoted(a)} {_quoted(b)}, {apart})" for a, b in product(sorted(one), sorted(next_)))
            for one, next_ in pairwise(self.words)
        )

    def places(self, line: Sequence[list[str]]) -> Iterator[tuple[int, int]]:
        """Where the term stands in a passage, each word of which is its forms: the first and the one after the last."""
        size = len(self.words)
        for at in range(len(line) - size + 1):
            if all(not asked.isdisjoint(line[at + i]) for i, asked in enumerate(self.words)):
                yield at, at + size


def read_query(text: str) -> tuple[Term, ...]:
    """The terms of `text`; a quotation mark left open is closed by the end, all other signs part words.

    Raises `UserError` when there is no word in it, or more than anyone looks for.
    """
    parts = (found[1] if found[2] is None else found[2] for found in _PART.finditer(text))
    asked = (tuple(forms_asked_for(word.text) for word in printed(part)) for part in parts)
    terms = tuple(dict.fromkeys(Term(words) for words in asked if words))
    if not terms:
        raise UserError(f"there is no word to search for in {text!r}; give at least one")
    if sum(len(term.words) for term in terms) > _MOST_WORDS:
        raise UserError(f"more than {_MOST_WORDS} words to search for; leave the less telling ones out")
    return terms


def _any(expressions: Iterator[str]) -> str:
    return f"({' OR '.join(expressions)})"


def _quoted(form: str) -> str:
    return '"' + form.replace('"', '""') + '"'
