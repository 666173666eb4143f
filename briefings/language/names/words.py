"""The words of a text with their offsets, an initial with its stop being one («К.-Ж. Токаев» has two)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from briefings.language.names.lexicon import word_set

_WORD = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*(?=\s?[^\W\d_])|[^\W\d_]+(?:[-’'‑][^\W\d_]+)*")
_OPENING = re.compile(r"(?:^|[.!?…:;])[\s\"»”«“„'‘(\[*#•–—-]*$|[\"«“„‘(\[]$|[\n\r][\W_]*$")

_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|St|Rev|Hon)\.[ \u00a0]$")
_GAP = re.compile(r"[ \u00a0]|")
_PARTICLES = word_set(
    "von der van den de da del du di bin ben al el la le es фон дер ден ван бин ибн аль әл ұлы қызы улы кызы оглы"
)
# «Азамат Нұрлан ұлының»: a patronymic apart, behind two names
_PATRONYMIC = re.compile(r"(?:ұлы|қызы|улы|кызы|оглы)(?:н[ыі]ң|на|н|мен|нан|нда)?")
POSSESSIVE = re.compile(r"['’]s?$")


class Word(NamedTuple):
    """A word or an initial of the text; `opens` where any word would have a capital."""

    start: int
    end: int
    text: str
    opens: bool


@lru_cache(maxsize=256)  # a text is searched for each name of a statement
def words_of(text: str) -> tuple[Word, ...]:
    """The words of `text` with their offsets."""
    return tuple(Word(m.start(), m.end(), m.group(), _opens(text, m.start())) for m in _WORD.finditer(text))


def _opens(text: str, start: int) -> bool:
    if start > 1 and text[start - 1] == " " and text[start - 2].isalnum():
        return False  # behind a word, as most are
    before = max(0, start - 12)
    return bool(_OPENING.search(text, before, start)) and not _TITLE.search(text, before, start)


class Words(list[Word]):
    """The words of a text, with what stands between them."""

    def __init__(self, text: str) -> None:
        super().__init__(words_of(text))
        self._text = text

    def text(self, start: int, end: int) -> str:
        """The text from word `start` up to and without word `end`."""
        return self._text[self[start].start : self[end - 1].end]

    def before(self, at: int) -> str:
        """The word right before this one, in lower case; empty when anything but a space stands between."""
        return self[at - 1].text.lower() if self.adjacent(at) else ""

    def capital(self, at: int) -> bool:
        """Whether the word begins with a capital."""
        return self[at].text[0].isupper()

    def adjacent(self, at: int) -> bool:
        """Whether only a space stands between this word and the one before."""
        if not 0 < at < len(self):
            return False
        gap = self._text[self[at - 1].end : self[at].start]
        return bool(_GAP.fullmatch(gap) or _TITLE.fullmatch(self[at - 1].text + gap))

    def run_end(self, start: int) -> int:
        """The index after the capitalised words that follow one another from `start` on."""
        at = start + 1
        while at < len(self) and self.adjacent(at) and not POSSESSIVE.search(self[at - 1].text):
            after = at
            while after + 1 < len(self) and self[after].text in _PARTICLES and self.adjacent(after + 1):
                after += 1
            if not self.capital(after):
                break
            at = after + 1
        if at - start > 1 and at < len(self) and self.adjacent(at) and _PATRONYMIC.fullmatch(self[at].text):
            at += 1
        return at
