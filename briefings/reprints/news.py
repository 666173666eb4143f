"""Whether a text says anything that another does not: the difference between an update and a reprint.

In doubt it does: then one more brief is paid for, while news taken for a reprint would never be read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.language.figures import missing_figures
from briefings.language.identify import identify
from briefings.language.meaning.opposition import antonym_clash
from briefings.language.meaning.polarity import contradicts_negation
from briefings.language.sentences import split
from briefings.reprints.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language

# A sentence is news with so many words of content whose beginnings the other text has nowhere, or when they
# are half of its words of content. Of the labelled texts, reprints have 3 and a third at most; of every
# update some sentence has 5 or more.
_NEW_WORDS = 4
_NEW_SHARE = 0.5
_CONTENT = 4  # letters; shorter words are mostly grammar
_BEGINNING = 5  # letters; endings change with the sentence
_SAME_MATTER = 0.5  # of the words of two sentences
# What papers put around a story: whose it is, where to write, where else to read.
_FURNITURE = re.compile(
    r"[©®]|\w@\w+\.\w|\+\d[\d\s()-]{8,}|\ball rights reserved\b|\breproduction\b|\bsubscribe\b"
    r"|\bгиперссылка\b|\bперепечатк|\bподпи(?:шите|сывайте)сь\b|\bсілтеме жаса|\bжазылыңыз\b",
    re.IGNORECASE,
)
_OF_THE_STORY = 0.25  # of the words of content of such a line, at most


def says_something_new(text: str, original: str) -> bool:
    """Whether some sentence of `text` has words, figures, denials or opposites that `original` has not."""
    language = identify(original)
    if identify(text) != language:
        return True
    known = _Known(original, language)
    return any(known.lacks(sentence) for sentence in _sentences(known.story_of(text), language))


class _Known:
    """What the original says."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._sentences = list(_sentences(text, language))
        self._verbatim = {tuple(words(sentence)) for sentence in self._sentences}
        self._beginnings = {word[:_BEGINNING] for word in words(text)}
        self._numerals = _numerals(text)

    def story_of(self, text: str) -> str:
        """`text` without the lines that a paper puts around its stories."""
        return "\n".join(line for line in text.splitlines() if not self._furniture(line))

    def lacks(self, sentence: str) -> bool:
        """Whether the original does not say what `sentence` says."""
        if tuple(words(sentence)) in self._verbatim:
            return False
        content, new = self._content(sentence)
        if new >= _NEW_WORDS or (new and new >= _NEW_SHARE * content):
            return True
        language = self._language
        # Digits at once: of figures that may be no figures `missing_figures` says nothing.
        if _numerals(sentence) - self._numerals or missing_figures(
            sentence, [self._text], language, language
        ):
            return True
        like = max(self._sentences, key=lambda known: _overlap(known, sentence), default="")
        return _overlap(like, sentence) >= _SAME_MATTER and bool(
            contradicts_negation(sentence, like, language) or antonym_clash(sentence, like, language)
        )

    def _furniture(self, line: str) -> bool:
        content, new = self._content(line)
        return bool(_FURNITURE.search(line)) and content - new <= _OF_THE_STORY * content

    def _content(self, text: str) -> tuple[int, int]:
        """How many words of content `text` has, and how many of them the original has not."""
        content = [word for word in words(text) if len(word) >= _CONTENT]
        return len(content), sum(word[:_BEGINNING] not in self._beginnings for word in content)


def _sentences(text: str, language: Language) -> Iterator[str]:
    return (text[sentence.start : sentence.end] for sentence in split(text, language))


def _numerals(text: str) -> set[str]:
    return {word for word in words(text) if any(map(str.isdigit, word))}


def _overlap(one: str, other: str) -> float:
    left, right = ({word[:_BEGINNING] for word in words(text)} for text in (one, other))
    return len(left & right) / max(1, len(left | right))
