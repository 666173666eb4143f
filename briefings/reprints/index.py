"""Find the text of which another is a reprint, among thousands.

MinHash names the candidates, the exact Jaccard index of word 3-shingles drops chance ones, and a candidate
is an original only if the text says nothing new beside it. No threshold of likeness could tell: among the
labelled texts reprints are .61 to 1.00 like their originals, updates .42 to .98, other stories .06 at most.
"""

from __future__ import annotations

import zlib
from array import array
from dataclasses import dataclass
from functools import lru_cache

import rensa

from briefings.reprints.news import says_something_new
from briefings.reprints.words import shingles

_LIKE = 0.3
_PERMUTATIONS, _BANDS, _SEED = 128, 64, 7  # two texts that are .3 alike meet in a band 998 times of 1,000
# A bulletin is like all earlier ones of its kind: only so many of the latest are looked at, of those only so many
# of the likest are read. A reprint missed is paid for; a folder of bulletins would be read for hours.
_LATEST, _READ = 500, 20
_FEWEST = 8  # shingles; of a shorter text chance decides


@dataclass(frozen=True, slots=True)
class Reprint:
    """Of which text (SHA-256) something is a reprint, and how like it: the Jaccard index of their shingles."""

    sha256: str
    share: float


@dataclass(frozen=True, slots=True)
class _Kept:
    sha256: str
    numbers: array[int]
    text: bytes  # compressed: a day's news stay in memory

    def likeness(self, numbers: set[int]) -> float:
        """The Jaccard index of the two sets."""
        common = len(numbers.intersection(self.numbers))
        return common / (len(numbers) + len(self.numbers) - common)


class Reprints:
    """The texts known so far. The same texts in the same order give the same answers."""

    def __init__(self) -> None:
        self._kept: list[_Kept] = []
        self._known: set[str] = set()
        self._index = rensa.RMinHashLSH(threshold=_LIKE, num_perm=_PERMUTATIONS, num_bands=_BANDS)

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, sha256: str, text: str) -> None:
        """Know `text` from now on. Adding it again changes nothing; one of a few words is never an original."""
        sketch = _sketched(text)
        if sketch is None or sha256 in self._known:
            return
        self._known.add(sha256)
        self._index.insert(len(self._kept), sketch.minhash)
        compressed = zlib.compress(text.encode("utf-8", "surrogatepass"), 1)
        self._kept.append(_Kept(sha256, sketch.numbers, compressed))

    def find(self, text: str) -> Reprint | None:
        """The text of which `text` is a reprint: the likest one, of equals the first. None when it brings news."""
        sketch = _sketched(text)
        if sketch is None:
            return None
        numbers = set(sketch.numbers)
        alike = [
            (share, place)
            for place in sorted(self._index.query(sketch.minhash))[-_LATEST:]
            if (share := self._kept[place].likeness(numbers)) >= _LIKE
        ]
        for share, place in sorted(alike, key=lambda entry: (-entry[0], entry[1]))[:_READ]:
            kept = self._kept[place]
            if not says_something_new(text, zlib.decompress(kept.text).decode("utf-8", "surrogatepass")):
                return Reprint(kept.sha256, share)
        return None


@dataclass(frozen=True, slots=True)
class _Sketch:
    """The shingles of a text as numbers, each once, and their MinHash."""

    numbers: array[int]
    minhash: rensa.RMinHash


@lru_cache(maxsize=4)  # what is looked up in vain is added next
def _sketched(text: str) -> _Sketch | None:
    of_text = shingles(text)
    if len(of_text) < _FEWEST:
        return None
    minhash = rensa.RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    minhash.update(of_text)
    # Of 300 shingles of one text and 300 of another, two are the same number by chance once in 50,000 pairs.
    numbers = {zlib.crc32(shingle.encode("utf-8", "surrogatepass")) for shingle in of_text}
    return _Sketch(array("I", numbers), minhash)
