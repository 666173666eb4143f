"""Whether a name that a statement uses is one that the source prints.

Persons as in `same_person`. Bodies and places word by word in any case, by their well-known other names,
or by their initials (КИСИ for Казахстанский институт стратегических исследований).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from briefings.domain import LANGUAGE_CODES
from briefings.language.names.forms import kazakh_stems, readings
from briefings.language.names.known import known, may_begin_known, word_keys
from briefings.language.names.lexicon import LEXICONS, word_set
from briefings.language.names.parts import is_known_given, parts_of
from briefings.language.names.same import same_person, same_word
from briefings.language.names.script import alphabet, letters
from briefings.language.names.trades import is_role
from briefings.language.names.words import Word, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefings.language.names.spans import Kind

_SMALL = word_set("и в во по на для при of the for and on in to а және мен туралы жөніндегі")
_ABBREVIATION = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,8}")
_LIKE_ANOTHER = 0.6  # similarity, 0 to 1
_LONGEST_NAME = 8  # words


def names_agree(name: str, printed: Iterable[str], kind: Kind) -> bool:
    """Whether `name` is one of the `printed` names, under inflection, transliteration or abbreviation."""
    return any(same_person(name, other) if kind == "person" else _same_body(name, other) for other in printed)


def is_printed(name: str, text: str, kind: Kind) -> bool:
    """Whether `text` prints `name`, found by its words alone, whatever a finder of names sees in them.

    A person's surname counts, unless each time it stands another given name or initial stands with it.
    """
    if kind == "person":
        words = words_of(text)
        return any(_prints_person(name, words, at) for at in range(len(words)))
    if (key := known(name)) is not None:
        return key in _known_in(text)
    size = len(name.split())
    sizes = range(1, _LONGEST_NAME + 1) if _ABBREVIATION.fullmatch(name) else range(size, size + 1)
    words = words_of(text)
    return any(
        _same_body(name, stretch)
        for at in range(len(words))
        for stretch in _stretches(text, words, at, sizes)
    )


@lru_cache(maxsize=256)  # a sentence is asked for the countries of each statement that cites it
def _known_in(text: str) -> frozenset[str]:
    """The well-known bodies and countries that `text` prints, by their keys."""
    words, sizes = words_of(text), range(1, _LONGEST_NAME + 1)
    keys = (
        known(stretch)
        for at, word in enumerate(words)
        if may_begin_known(word.text) or _is_glued(text, word)
        for stretch in _stretches(text, words, at, sizes)
    )
    return frozenset(key for key in keys if key is not None)


def _is_glued(text: str, word: Word) -> bool:
    """Whether the word is not all that stands before the next space: «U.S», «Китай, …»."""
    return word.text.endswith(".") or not (word.end == len(text) or text[word.end].isspace())


def _stretches(text: str, words: Sequence[Word], at: int, sizes: range) -> Iterator[str]:
    """The stretches of `text` of so many words that begin with the word `at`."""
    for n in sizes:
        if at + n <= len(words):
            yield text[words[at].start : words[at + n - 1].end]


@lru_cache(maxsize=1 << 16)
def _same_body(name: str, other: str) -> bool:
    key = known(name)
    if key is not None:
        return key == known(other)
    return _same_words(name, other) or _abbreviates(name, other) or _abbreviates(other, name)


def _same_words(name: str, other: str) -> bool:
    ours, theirs = _content(name), _content(other)
    if (alphabet(name) == "latin") != (alphabet(other) == "latin"):
        # «Институт Дала», "Dala Institute": what is translated is told apart from what is spelt
        ours, theirs = sorted(filter(_is_proper, ours)), sorted(filter(_is_proper, theirs))
    return bool(ours) and len(ours) == len(theirs) and all(map(_same_form, ours, theirs))


def _content(name: str) -> list[str]:
    words = (word.strip("«»\"“”„'(),.;:") for word in name.split())
    return [word for word in words if word and word.lower() not in _SMALL]


def _is_proper(word: str) -> bool:
    return not any(
        lexicon.body.search(word) or lexicon.body.search(word.lower()) for lexicon in LEXICONS.values()
    )


@lru_cache(maxsize=1 << 15)
def _same_form(x: str, y: str) -> bool:
    if not word_keys(x).isdisjoint(word_keys(y)):
        return True
    return any(same_word(a.nominative, b.nominative) for a in readings(x) for b in readings(y))


def _abbreviates(short: str, full: str) -> bool:
    """Whether `short` is the initials of `full`: КИСИ, KISI."""
    words = _content(full)
    bare = next(iter(kazakh_stems(short)), short) if "-" in short else short
    if not _ABBREVIATION.fullmatch(bare) or len(words) < 2:
        return False
    return letters(bare) == letters("".join(word[0] for word in words))


def _prints_person(name: str, words: Sequence[Word], at: int) -> bool:
    word = words[at]
    if not word.text[0].isupper() or not same_person(word.text, name):
        return False
    around = [words[max(0, at - n) : at + 1] for n in (1, 2)] + [words[at : at + n + 1] for n in (1, 2)]
    joined = (" ".join(w.text for w in group) for group in around if len(group) > 1 and _are_joined(group))
    if any(same_person(full, name) for full in joined):
        return True
    given = parts_of(name).given
    if at and given and _is_misspelt(given, words[at - 1], word):
        return False
    return not given or not (
        (at and _is_given_beside(words[at - 1], word))
        or (at + 1 < len(words) and _is_given_beside(words[at + 1], word))
    )


def _is_misspelt(given: str, before: Word, surname: Word) -> bool:
    """Whether the word that opens a sentence before a surname is nearly the given name: Arkan, and so no Altan."""
    beside = before.opens and before.text[0].isupper() and surname.start - before.end <= 1
    likeness = Indel.normalized_similarity(letters(given), letters(before.text))
    return beside and _LIKE_ANOTHER <= likeness < 1 and not same_word(given, before.text)


def _are_joined(words: Sequence[Word]) -> bool:
    return all(b.start - a.end <= 1 for a, b in pairwise(words))


def _is_given_beside(word: Word, surname: Word) -> bool:
    """Whether the word beside a surname looks like a given name: it is one, or nothing else explains it."""
    before = word.end <= surname.start
    gap = surname.start - word.end if before else word.start - surname.end
    if gap > 1 or not word.text[0].isupper():
        return False
    if word.text.endswith(".") or is_known_given(word.text):
        return True
    return before and not (
        word.opens or known(word.text) or any(is_role(word.text, language) for language in LANGUAGE_CODES)
    )
