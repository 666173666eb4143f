"""Plain text and Markdown: the text stays as it is, its markup is only kept out of the prose."""

from __future__ import annotations

import re

from briefings.readers.encodings import decode
from briefings.readers.metadata import find_header
from briefings.readers.reading import Reading, as_heading, blanked

# All bounded: a hostile file must not make them crawl.
_COMMENT_OR_IMAGE = re.compile(
    r"<!--(?:(?!<!--).)*?-->|!\[[^\]\r\n]{0,1000}\]\([^)\r\n]{0,2000}\)", re.DOTALL
)
_REFERENCE = re.compile(r"^[ ]{0,3}\[[^\]\r\n]+\]:[ \t]+\S.*$", re.MULTILINE)
_QUOTE_MARK = re.compile(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE)
_LINK = re.compile(r"(\[)[^\[\]\r\n]+(\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:[ \t]+\"[^\"\r\n]*\")?\))")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=[^\s*_])[^*_\r\n]*(?<=[^\s*_])(\1)(?![\w*])")
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+\S.*$", re.MULTILINE)
_CLOSING_HASHES = re.compile(r"[ \t]#+[ \t]*$")


def read_text(data: bytes, name: str) -> Reading:
    """Plain text, possibly under a header."""
    text = decode(data, name).text
    header = find_header(text)
    return Reading(text, text, header.end, header.metadata)


def read_markdown(data: bytes, name: str) -> Reading:
    """Markdown, possibly under front matter. A heading stays one heading, also when it asks a question."""
    plain = read_text(data, name)
    prose = _HEADING.sub(_heading, without_markup(plain.text))
    return Reading(plain.text, prose, plain.start, plain.metadata)


def without_markup(text: str) -> str:
    """`text` with comments, images, link targets, emphasis and quote marks blanked; as long as before."""
    for pattern in (_COMMENT_OR_IMAGE, _REFERENCE, _QUOTE_MARK):
        text = pattern.sub(lambda match: blanked(match[0]), text)
    for pattern in (_LINK, _EMPHASIS, _EMPHASIS):  # twice: ***, or one inside the other
        text = pattern.sub(_without_ends, text)
    return text


def _without_ends(match: re.Match[str]) -> str:
    words = match[0][len(match[1]) : len(match[0]) - len(match[2])]
    return blanked(match[1]) + words + blanked(match[2])


def _heading(match: re.Match[str]) -> str:
    return as_heading(_CLOSING_HASHES.sub(lambda hashes: blanked(hashes[0]), match[0]))
