"""Find where a quotation stands in an article, and say how faithful it is.

verbatim  the words stand there, but for quotation marks, dashes, ё, case, white space and end marks
ellipsis  so do all parts around an «…», in order, in one passage, and nothing was cut that turns the sense
slip      the same words but for a keyboard slip or inner punctuation; may be printed in the source's spelling
altered   something like it stands there, with a word changed, a part moved or two places spliced
absent    nothing like it stands there
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from briefings.checking.slips import is_slip
from briefings.language.folding import QUOTATION_MARKS, Folded, fold
from briefings.language.meaning.polarity import find_conditions, find_hedges, find_negations

if TYPE_CHECKING:
    from briefings.domain import Article, QuoteVerdict, Sentence

_ELLIPSIS = re.compile(r"[\s,;-]*[\[(<]?…[\])>]?[\s,;-]*")
_ELLIPSIS_AT_AN_END = re.compile(r"^[\[(<]?…|…[\])>]?$")
_ADDS = re.compile(r"[\s,;—–-]*(?:and|и|а также|да и|және|әрі)\b")  # what follows stands on its own
_EDGES = " .,;:!?…-()[]<>*_"
_WORD = re.compile(r"\w+")
_LONGEST_CUT = 600  # characters an ellipsis may leave out; more is another passage
_SHINGLE = 3
_SIMILAR = 72.0  # rapidfuzz ratio from which a passage is the altered original, not chance
_SHARED = 0.5  # share of word triples found in the article that betrays a splice


@dataclass(frozen=True, slots=True)
class Located:
    """Where a quotation stands. Offsets into the article's text; None and () when it is absent."""

    verdict: QuoteVerdict
    start: int | None = None
    end: int | None = None
    sentences: tuple[str, ...] = ()


def locate(article: Article, quote: str, within: tuple[str, ...] = ()) -> Located:
    """Where `quote` stands in `article`; of several places the one inside the sentences `within` is taken."""
    source = fold(article.text)
    wanted = fold(quote).text.strip(_EDGES)
    if not _WORD.search(wanted):
        return Located("absent")
    places = _places(source.text, wanted, 0)
    if places:
        spans = [source.span(at, at + len(wanted)) for at in places]
        found = _best(article, "verbatim", spans, within)
        return _trimmed(article, found, fold(quote).text.strip(' .,"«»“”'))
    parts = [part.strip(_EDGES) for part in _ELLIPSIS.split(wanted)]
    if len(parts) > 1:
        return _locate_parts(article, source, [p for p in parts if p], within)
    return _locate_near(article, source, wanted)


def _trimmed(article: Article, found: Located, quote: str) -> Located:
    """The place of a quotation that an ellipsis opens or ends: altered when what is left out turns the sense."""
    if found.start is None or found.end is None or not _ELLIPSIS_AT_AN_END.search(quote):
        return found
    first, last = (article.by_id[number] for number in (found.sentences[0], found.sentences[-1]))
    opens = quote.lstrip("[(<").startswith("…") and _turns(article, first.start, found.start)
    ends = quote.rstrip("])>").endswith("…") and not _ADDS.match(article.text, found.end, last.end)
    ends = ends and _turns(article, found.end, last.end)
    return replace(found, verdict="altered") if opens or ends else found


def _places(text: str, wanted: str, start: int) -> list[int]:
    """Where `wanted` stands in `text` as whole words."""
    places = []
    at = text.find(wanted, start)
    while at >= 0:
        end = at + len(wanted)
        if not _inside_word(text, at) and not _inside_word(text, end):
            places.append(at)
        at = text.find(wanted, at + 1)
    return places


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _best(
    article: Article, verdict: QuoteVerdict, spans: list[tuple[int, int]], within: tuple[str, ...]
) -> Located:
    located = [Located(verdict, a, b, sentences_of(article, a, b)) for a, b in spans]
    # All of its sentences cited first, then any of them, then where it stands first.
    return max(located, key=lambda p: (set(p.sentences) <= set(within), bool(set(p.sentences) & set(within))))


def sentences_of(article: Article, start: int, end: int) -> tuple[str, ...]:
    """The numbers of the sentences and headings that the stretch `start:end` touches."""
    return tuple(s.id for s in article.sentences if s.start < end and start < s.end)


def _locate_parts(article: Article, source: Folded, parts: list[str], within: tuple[str, ...]) -> Located:
    candidates = []
    for first in _places(source.text, parts[0], 0):
        placed = _in_order(source.text, parts, first)
        if placed:
            candidates.append(placed)
    for placed in candidates:
        gaps = [source.span(a[1], b[0]) for a, b in pairwise(placed) if b[0] > a[1]]
        start, end = source.span(placed[0][0], placed[-1][1])
        touched = sentences_of(article, start, end)
        parted = tuple(dict.fromkeys(n for a, b in placed for n in sentences_of(article, *source.span(a, b))))
        faithful = _same_passage(article, touched) and not any(
            _turns(article, a, b) or _leaves_quotation(article, a, b) for a, b in gaps
        )
        if faithful and all(len(part.split()) > 1 or len(part) > 3 for part in parts):
            return replace(_best(article, "ellipsis", [(start, end)], within), sentences=parted)
    if candidates:
        start, end = source.span(candidates[0][0][0], candidates[0][-1][1])
        return Located("altered", start, end, sentences_of(article, start, end))
    near = _locate_near(article, source, " ".join(parts))
    # Parts that all stand there, but elsewhere or in another order, are a splice.
    if near.verdict == "absent" and any(_places(source.text, part, 0) for part in parts if " " in part):
        start, end = source.span(*_first_span(source.text, parts))
        return Located("altered", start, end, sentences_of(article, start, end))
    return Located("altered", near.start, near.end, near.sentences) if near.verdict == "slip" else near


def _first_span(text: str, parts: list[str]) -> tuple[int, int]:
    for part in parts:
        places = _places(text, part, 0) if " " in part else []
        if places:
            return places[0], places[0] + len(part)
    raise LookupError(parts)


def _in_order(text: str, parts: list[str], first: int) -> list[tuple[int, int]] | None:
    placed = [(first, first + len(parts[0]))]
    for part in parts[1:]:
        end = placed[-1][1]
        following = [at for at in _places(text, part, end) if at - end <= _LONGEST_CUT]
        if not following:
            return None
        placed.append((following[0], following[0] + len(part)))
    return placed


def _same_passage(article: Article, touched: tuple[str, ...]) -> bool:
    """Whether all touched sentences are heard from one speaker in one voice, with no heading between them."""
    sentences = [article.by_id[number] for number in touched]
    if any(s.kind == "heading" for s in sentences) and len(sentences) > 1:
        return False
    return len({(s.speaker and s.speaker.name, s.voice) for s in sentences}) <= 1


def _leaves_quotation(article: Article, start: int, end: int) -> bool:
    """Whether the cut runs from one quotation over the end of its paragraph into other words."""
    cut = article.text[start:end]
    return "\n" in cut.strip() and any(mark in cut.split("\n", 1)[0] for mark in QUOTATION_MARKS)


def _turns(article: Article, start: int, end: int) -> bool:
    """Whether the cut `start:end` takes away a negation, a condition or a hedge of a sentence that is kept."""
    for sentence in article.sentences:
        a, b = max(start, sentence.start), min(end, sentence.end)
        wholly_cut = a == sentence.start and not _WORD.search(article.text, b, sentence.end)
        if b <= a or wholly_cut:
            continue
        cut = article.text[a:b]
        language = article.language
        if find_negations(cut, language) or find_conditions(cut, language) or find_hedges(cut, language):
            return True
    return False


def _locate_near(article: Article, source: Folded, wanted: str) -> Located:
    words = _WORD.findall(wanted)
    window = _window(source.text, wanted)
    if window:
        start, end = source.span(*window)
        passage = source.text[window[0] : window[1]]
        if is_slip(_WORD.findall(passage), words, article.language):
            return Located("slip", start, end, sentences_of(article, start, end))
        return Located("altered", start, end, sentences_of(article, start, end))
    shared = _shared_triple(source.text, words)
    if shared is not None:
        start, end = source.span(*shared)
        return Located("altered", start, end, sentences_of(article, start, end))
    return Located("absent")


def _window(text: str, wanted: str) -> tuple[int, int] | None:
    """The passage most like `wanted`, widened or narrowed to as many whole words."""
    found = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=_SIMILAR)
    if found is None or len(text) < len(wanted):
        return None
    start, end = found.dest_start, min(found.dest_end, len(text))
    while _inside_word(text, start):
        start -= 1
    while _inside_word(text, end):
        end += 1
    spans = [m.span() for m in _WORD.finditer(text, start, end)]
    words = _WORD.findall(wanted)
    while len(spans) > len(words) > 1:
        first, last = text[slice(*spans[0])], text[slice(*spans[-1])]
        spans.pop(0 if fuzz.ratio(first, words[0]) < fuzz.ratio(last, words[-1]) else -1)
    return (spans[0][0], spans[-1][1]) if spans else None


def _shared_triple(text: str, words: list[str]) -> tuple[int, int] | None:
    """The first of the quotation's word triples that stands in `text`, when many of them do."""
    triples = [words[i : i + _SHINGLE] for i in range(len(words) - _SHINGLE + 1)]
    found = []
    for triple in triples:
        match = re.search(r"\b" + r"\W+".join(triple) + r"\b", text)
        if match:
            found.append(match.span())
    return found[0] if triples and len(found) >= _SHARED * len(triples) else None


def containing(sentences: tuple[Sentence, ...], start: int, end: int) -> Sentence | None:
    """The sentence that holds all of `start:end`, if one does."""
    return next((s for s in sentences if s.start <= start and end <= s.end), None)
