"""What a reader typed, as terms: each a word or a "phrase in quotation marks", in any of its forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.archive.indexing import neighbour_keys
from briefings.archive.words import forms_asked_for, spelled
from briefings.errors import UserError
from briefings.language.folding import QUOTATION_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable

# Inside a word these are letters: Cote d'Ivoire, м'який.
_QUOTES = "".join(QUOTATION_MARKS - set("'’‘`´′"))
_PART = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)(?:[{_QUOTES}]|$)|([^\s{_QUOTES}]+)")
_MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand one after the other, each as the dictionary forms that it may have."""

    words: tuple[tuple[str, ...], ...]

    def expression(self) -> str:
        """The term as an FTS5 expression: exact for one word, for several it finds no less than the term."""
        words = [f"forms : {_any(word)}" for word in self.words]
        neighbours = [f"neighbours : {_any(neighbour_keys(a, b))}" for a, b in pairwise(self.words)]
        return " AND ".join([*neighbours, *words])

    def places(self, line: str) -> list[tuple[int, int]]:
        """Where the term stands in a line of the index: the first of its words and the one after the last."""
        for word in self.words:  # loops, as most of the time of a search for a phrase is spent here
            for form in word:
                if form in line:
                    break
            else:
                return []  # most lines, told without taking them apart
        words, size = line.split(" "), len(self.words)
        starts = (at for at in range(len(words) - size + 1) if _may_be(words[at], self.words[0]))
        return [
            (at, at + size) for at in starts if all(map(_may_be, words[at + 1 : at + size], self.words[1:]))
        ]


def read_query(text: str) -> tuple[Term, ...]:
    """The terms of `text`; a quotation mark left open is closed by the end, all other signs part words.

    Raises `UserError` when there is no word in it, or more than anyone looks for.
    """
    parts = (found[1] if found[2] is None else found[2] for found in _PART.finditer(text))
    asked = (tuple(forms_asked_for(word) for word in spelled(part)) for part in parts)
    terms = tuple(dict.fromkeys(Term(words) for words in asked if words))
    if not terms:
        raise UserError(f"there is no word to search for in {text!r}; give at least one")
    if sum(len(term.words) for term in terms) > _MOST_WORDS:
        raise UserError(f"more than {_MOST_WORDS} words to search for; leave the less telling ones out")
    return terms


def _any(tokens: Iterable[str]) -> str:
    """Any of `tokens`: they are letters and digits, and in quotation marks none of them is an operator."""
    return "(" + " OR ".join(f'"{token}"' for token in sorted(tokens)) + ")"


def _may_be(word: str, asked: tuple[str, ...]) -> bool:
    """Whether a word of the index, its forms with | between them, has one of the forms `asked` for."""
    return word in asked or ("|" in word and not set(asked).isdisjoint(word.split("|")))
