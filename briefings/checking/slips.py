"""Tell a keyboard slip from a changed word.

A slip keeps the word: one letter dropped, doubled, mistaken or swapped with its neighbour, or a Latin
look-alike of a Cyrillic letter. What gives another word, or another form of it, changes what was said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from briefings.language.lemmas import is_word
from briefings.language.meaning.polarity import find_negations

if TYPE_CHECKING:
    from briefings.domain import Language

_MOST_SLIPS = 2
_SHORTEST = {"ru": 4, "kk": 5, "en": 5}  # letters; in shorter words one letter is too often another word
_ENDING = {"ru": 1, "kk": 3, "en": 2}  # letters that may carry case, number, person or tense
_LOOK_ALIKES = str.maketrans("aceopxyiktmhbc", "асеорхуіктмнвс")


def is_slip(source: list[str], quoted: list[str], language: Language) -> bool:
    """Whether `quoted` (folded words) is `source` but for slips, at most two of them."""
    if "".join(source) == "".join(quoted):
        return True  # only inner punctuation, a hyphen or a space differs
    if len(source) != len(quoted):
        return False
    pairs = [(a, b) for a, b in zip(source, quoted, strict=True) if a != b]
    return 0 < len(pairs) <= _MOST_SLIPS and all(_slipped(a, b, language) for a, b in pairs)


def _slipped(original: str, written: str, language: Language) -> bool:
    if language != "en" and original.translate(_LOOK_ALIKES) == written.translate(_LOOK_ALIKES):
        return True
    if any(c.isdigit() for c in original + written) or min(len(original), len(written)) < _SHORTEST[language]:
        return False
    if OSA.distance(original, written) != 1 or is_word(written, language):
        return False
    if bool(find_negations(original, language)) != bool(find_negations(written, language)):
        return False  # келеді / келмеді: one letter turns the sense
    # A word the dictionary knows cannot become another form of itself that it does not know; where there
    # is no dictionary (names, Kazakh, English) only the inside of a word is safe.
    return is_word(original, language) or _keeps_ends(original, written, _ENDING[language])


def _keeps_ends(original: str, written: str, ending: int) -> bool:
    return original[0] == written[0] and original[-ending:] == written[-ending:]
