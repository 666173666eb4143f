"""Cut a text into numbered sentences and headings, with exact offsets.

A direct quotation keeps its inner sentences: each of them gets its own number, so that a brief can cite
one sentence of a long quotation. Headings are never glued to the paragraph after them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.domain import Language, Sentence
from briefings.language.abbreviations import ABBREVIATIONS, Abbreviations

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING_CHARACTERS = 120
_HEADING_WORDS = 16
_WRAP_COLUMNS = 100  # a file whose longest line is longer than this was not wrapped by hand

_END = re.compile(r"[.!?…]+[\"»”“’')\]*_]*(?=\s)")
_LAST_WORD = re.compile(r"[^\s«»\"“”„(\[/]+$")
_INITIALS = re.compile(r"[^\W\d_](?:\.-?\s?[^\W\d_])*")
_MARKDOWN_HEADING = re.compile(r"\s{0,3}#{1,6}\s+")
_BULLET = re.compile(r"\s*[•·▪*]\s+")
_TAG_AFTER_QUOTE = re.compile(
    r"(?:[A-Z][\w'’-]+\s+){1,3}(?:said|says|asked|asks|added|adds|told|replied|wrote|warned|noted)\b"
)
_FINAL = re.compile(r"[.!?…:;,][\"»”“’')\]*_]*$")
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    marked: bool  # written as a heading («## …»)


def split(text: str, language: Language, start: int = 0) -> tuple[Sentence, ...]:
    """The sentences S1…Sn and headings H1…Hn of `text` from code point `start` on.

    Offsets are code points into the whole of `text`; white space between sentences belongs to none.
    """
    units: list[Sentence] = []
    sentences = headings = 0
    paragraphs = list(_paragraphs(text, start))
    for number, paragraph in enumerate(paragraphs, 1):
        last = number == len(paragraphs)
        spans = list(_spans(text, paragraph, ABBREVIATIONS[language]))
        if len(spans) <= 1 and (paragraph.marked or (not last and _is_heading(text, paragraph))):
            headings += 1
            units.append(Sentence(f"H{headings}", "heading", paragraph.start, paragraph.end, number))
            continue
        for a, b in spans:
            sentences += 1
            units.append(Sentence(f"S{sentences}", "sentence", a, b, number))
    return tuple(units)


def _paragraphs(text: str, start: int) -> Iterator[_Paragraph]:
    """Paragraphs with at least one letter or digit: lines, or blocks of lines wrapped by hand."""
    lines = [(m.start(), m.end()) for m in re.compile(r"[^\r\n\u2028\u2029]+").finditer(text, start)]
    width = max((b - a for a, b in lines), default=0)
    pending: tuple[int, int] | None = None
    for index, (a, b) in enumerate(lines):
        begin = pending[0] if pending else a
        if index + 1 < len(lines) and _is_wrapped(text, (a, b), lines[index + 1], width):
            pending = (begin, b)
            continue
        pending = None
        yield from _trimmed(text, begin, b)


def _is_wrapped(text: str, line: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Whether the line break is only there because the next word would not fit."""
    if not 40 <= width <= _WRAP_COLUMNS or text[line[1] : after[0]].count("\n") > 1:
        return False
    following = text[after[0] : after[1]].split(maxsplit=1)
    if not following or _MARKDOWN_HEADING.match(text, line[0], line[1]):
        return False
    return line[1] - line[0] + 1 + len(following[0]) > width


def _trimmed(text: str, start: int, end: int) -> Iterator[_Paragraph]:
    marked = _MARKDOWN_HEADING.match(text, start, end)
    opening = marked or _BULLET.match(text, start, end)
    if opening:
        start = opening.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if _LETTER.search(text, start, end):
        yield _Paragraph(start, end, bool(marked))


def _is_heading(text: str, paragraph: _Paragraph) -> bool:
    words = text[paragraph.start : paragraph.end]
    return (
        len(words) <= _HEADING_CHARACTERS
        and len(words.split()) <= _HEADING_WORDS
        and words[0] not in "—–-"  # a line of dialogue
        and not _FINAL.search(words)
    )


def _spans(text: str, paragraph: _Paragraph, short: Abbreviations) -> Iterator[tuple[int, int]]:
    start, end = paragraph.start, paragraph.end
    for match in _END.finditer(text, start, end):
        if _ends_sentence(text, start, match, end, short):
            yield start, match.end()
            start = match.end()
            while text[start].isspace():
                start += 1
    yield start, end


def _ends_sentence(text: str, start: int, match: re.Match[str], end: int, short: Abbreviations) -> bool:
    after = text[match.end() : min(end, match.end() + 80)].lstrip()
    if not after or not _LETTER.search(text, start, match.start()):
        return False
    bare = after.lstrip("\"«“„‘'([—–- *_")
    if not bare or bare[0].islower():
        return False
    mark = match.group()
    if mark[0] != "." and mark[-1] in '"”»' and _TAG_AFTER_QUOTE.match(after):
        return False
    return mark != "." or not _is_abbreviation(text, start, match.start(), after, short)


def _is_abbreviation(text: str, start: int, stop: int, after: str, short: Abbreviations) -> bool:
    """Whether the full stop at `stop` belongs to a short form, an initial or a list number."""
    found = _LAST_WORD.search(text, max(start, stop - 24), stop)
    if not found:
        return False
    word = found.group().lower()
    if word.isdigit():
        return found.start() == start  # «1. Первое»
    if word in short.never:
        return True
    following = re.match(r"[^\W_]+", after)
    next_word = following.group().lower() if following else ""
    if word in short.open:
        if next_word in short.glued or (next_word[:1].isdigit() and after[0].isdigit()):
            return True
        before = text[start : found.start()].split()
        return not _opens_sentence(found.group(), before, after, next_word, short)
    if _INITIALS.fullmatch(word):
        # «К.-Ж. Токаев», "J. K. Rowling": capitals; a lower-case letter is an unknown short form
        return next_word not in short.starters or not found.group()[-1].islower()
    return False


def _opens_sentence(word: str, before: list[str], after: str, next_word: str, short: Abbreviations) -> bool:
    """Whether what follows the short form `word` starts a sentence; `before` are the words in front of it."""
    if next_word in short.starters or not after[0].isalpha():
        return True
    if "." in word:  # «и т.д. Казахстан», but "U.S. Senate"
        return word[0].islower()
    if word in ("г", "ж", "в") and not (before and before[-1][-1:].isdigit()):
        return False  # «г. Астана», but «в 2025 г. Астана …»
    # «22 сентября 2025 г. Президент …» opens with a date; a longer stretch has had its say
    return len(before) > 4
