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
from briefings.language.meaning.bounds import loses_bound
from briefings.language.meaning.cues import find_cues
from briefings.language.meaning.polarity import find_conditions, find_negations, leaves_bare

if TYPE_CHECKING:
    from briefings.domain import Article, Language, QuoteVerdict, Sentence

_ELLIPSIS = re.compile(r"[\s,;-]*[\[(<]?…[\])>]?[\s,;-]*")
# What these part stands on its own: a denial or a doubt on one side says nothing of the other.
_CONTRAST = r"\b(?:but|но|однако|бірақ|алайда)\b|,\s*(?:а|ал)\b"
_STANDS_APART = re.compile(
    rf"^[\s,—–-]*(?:and|и|а также|да и|және|әрі)\b|,\s*(?:and|и|және)\b|{_CONTRAST}", re.IGNORECASE
)
# A comma behind a Kazakh verb ends its clause, unless the next one says what became of it: «…, деген рас емес».
_KAZAKH_CLAUSE_ENDS = re.compile(r"\s*,\s+(?!де[гпйу]|бұл|ол\b|онысы|егер|тек)", re.IGNORECASE)
# A denial cut out whole, with what it denies: «Мы [не продаём зерно, а] сдаём вагоны», «Біз [астық сатпаймыз,] …».
_OPPOSED = re.compile(
    r"\s*(?:(?:do(?:es)?|did|is|are|was|were|will|would|can|could|has|have|had)\s+)?(?:не|not)\s[^;]*?"
    r"(?:,\s*(?:а|но)(?:\s+и)?|\bbut(?:\s+also)?)\s*$",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(
    r"(?:\b(?:тек|жалғыз)\s+)?\b[\w-]+\s+(?:[\w-]+\s+)?(?:жоқ(?:п[ыі][зн]|с[ыі][зң])?|емес(?:п[ыі][зн])?"
    r"|\w+[мбп][ае](?:йд[ыі]|д[ыі][қкм]?|йм[ыі][зн]|ғанб[ыі]з|(?P<way>й)))\s*,\s*$",
    re.IGNORECASE,
)
_SAID_WORDS = re.compile(r":\s*[«„“\"]")
_UP_TO_CONTRAST = re.compile(rf".*(?:{_CONTRAST})", re.IGNORECASE | re.DOTALL)
_FIRST_WORD = re.compile(r"\w+")
_EDGES = " .,;:!?…-()[]<>*_"
_WORD = re.compile(r"\w+")
_LONGEST_CUT = 600  # characters an ellipsis may leave out; more is another passage
_SCRAP = 3  # letters of a lone word that is too little to quote
_SUBJECT = re.compile(r"(?:мы|я|он|мен|біз|ол|we|i|he|she|it)", re.IGNORECASE)  # what is kept hangs on it
_TWO = 2  # sentences
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
        found = _best([Located("verbatim", a, b, sentences_of(article, a, b)) for a, b in spans], within)
        return _trimmed(article, found, fold(quote).text.strip(' .,"«»“”'))
    parts = [part.strip(_EDGES) for part in _ELLIPSIS.split(wanted)]
    if len(parts) > 1:
        return _locate_parts(article, source, [p for p in parts if p], within)
    return _locate_near(article, source, wanted)


def _trimmed(article: Article, found: Located, quote: str) -> Located:
    """The place of a quotation that an ellipsis opens or ends: altered when what is left out turns the sense."""
    if found.start is None or found.end is None or not found.sentences:
        return found
    first, last = (article.by_id[number] for number in (found.sentences[0], found.sentences[-1]))
    turned = False
    if quote.lstrip("[(<").startswith("…"):
        turned = _turns_what_follows(article, first.start, found.start)
    if quote.rstrip("])>").endswith("…"):
        turned = turned or _turns_what_precedes(article, found.end, last.end)
    return replace(found, verdict="altered") if turned else found


def _turns_what_follows(article: Article, start: int, end: int) -> bool:
    """Whether `start:end`, left out at the beginning of a sentence, turns the sense of the rest."""
    cut = article.text[start:end].rsplit(";", 1)[-1]
    if _same_opening(article.text, start, end):
        return False
    near = _UP_TO_CONTRAST.sub("", cut)
    return _takes_away(cut, near, article.language) or _loses_bound(article, start, end)


def _same_opening(text: str, start: int, end: int) -> bool:
    """Whether what is kept begins as the cut does, and so is a clause of its own: «Мы не продаём, мы сдаём»."""
    first, kept = _FIRST_WORD.search(text, start, end), _FIRST_WORD.match(text, end)
    ends = text[start:end].rstrip().endswith((",", ";", "—", "–"))
    return bool(ends and first and kept and first.group().casefold() == kept.group().casefold())


def _turns_what_precedes(article: Article, start: int, end: int) -> bool:
    """Whether `start:end`, left out at the end of a sentence, turns the sense of the rest."""
    cut = article.text[start:end].split(";", 1)[0]
    near = _STANDS_APART.split(cut, maxsplit=1)[0]
    if article.language == "kk" and _KAZAKH_CLAUSE_ENDS.match(cut):
        near = ""  # a verb has closed what is kept
    return _takes_away(cut, near, article.language) or _loses_bound(article, start, end)


def _takes_away(cut: str, near: str, language: Language) -> bool:
    """Whether `cut` sets a condition, or `near`, the part of it that bears on what is kept, limits or denies it."""
    # «Принесёт миллион, но лишь при условии, что …»: no conjunction stops a condition.
    limits = find_conditions(cut, language) or find_cues("limit", near, language)
    return bool(limits) or leaves_bare(near, language)


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


def _best(found: list[Located], within: tuple[str, ...]) -> Located:
    # All of its sentences cited first, then any of them, then the first of the list.
    return max(found, key=lambda p: (set(p.sentences) <= set(within), bool(set(p.sentences) & set(within))))


def sentences_of(article: Article, start: int, end: int) -> tuple[str, ...]:
    """The numbers of the sentences and headings that the stretch `start:end` touches."""
    return tuple(s.id for s in article.sentences if s.start < end and start < s.end)


def _locate_parts(article: Article, source: Folded, parts: list[str], within: tuple[str, ...]) -> Located:
    placed = [
        stretches
        for first in _places(source.text, parts[0], 0)
        if (stretches := _in_order(source.text, parts, first))
    ]
    if placed:
        # Closest together first: the words before the ellipsis may also stand in a sentence before it.
        placed.sort(key=lambda stretches: stretches[-1][1] - stretches[0][0])
        candidates = [[source.span(*stretch) for stretch in stretches] for stretches in placed]
        faithful = [kept for kept in candidates if _is_faithful(article, kept)]
        if faithful:
            return _best([_located_parts(article, kept) for kept in faithful], within)
        start, end = candidates[0][0][0], candidates[0][-1][1]
        return Located("altered", start, end, sentences_of(article, start, end))
    near = _locate_near(article, source, " ".join(parts))
    # Parts that all stand there, but elsewhere or in another order, are a splice.
    if near.verdict == "absent" and any(_places(source.text, part, 0) for part in parts if " " in part):
        start, end = source.span(*_first_span(source.text, parts))
        return Located("altered", start, end, sentences_of(article, start, end))
    return Located("altered", near.start, near.end, near.sentences) if near.verdict == "slip" else near


def _is_faithful(article: Article, kept: list[tuple[int, int]]) -> bool:
    """Whether the stretches `kept` are of one passage, none a mere scrap, and no cut between them turns it."""
    touched = sentences_of(article, kept[0][0], kept[-1][1])
    scraps = any(
        end - start <= _SCRAP
        and " " not in article.text[start:end]
        and not ((start, end) == kept[0] and _SUBJECT.fullmatch(article.text, start, end))
        for start, end in kept
    )
    return (
        not scraps
        and _same_passage(article, touched)
        and not any(
            _turns(article, a[1], b[0])
            or _leaves_quotation(article, a[1], b[0])
            or _takes_words_away(article, a[1], b[0])
            or _joins_halves(article, a[1], b[0])
            for a, b in pairwise(kept)
        )
    )


def _located_parts(article: Article, kept: list[tuple[int, int]]) -> Located:
    numbers = dict.fromkeys(number for stretch in kept for number in sentences_of(article, *stretch))
    return Located("ellipsis", kept[0][0], kept[-1][1], tuple(numbers))


def _first_span(text: str, parts: list[str]) -> tuple[int, int]:
    for part in parts:
        places = _places(text, part, 0) if " " in part else []
        if places:
            return places[0], places[0] + len(part)
    raise LookupError(parts)


def _in_order(text: str, parts: list[str], first: int) -> list[tuple[int, int]] | None:
    """Where `parts` stand one after the other, the first at `first`; those with no word between are one."""
    placed = [(first, first + len(parts[0]))]
    for part in parts[1:]:
        start, end = placed[-1]
        at = next((at for at in _places(text, part, end) if at - end <= _LONGEST_CUT), None)
        if at is None:
            return None
        if _WORD.search(text, end, at):
            placed.append((at, at + len(part)))
        else:  # the ellipsis is the article's own
            placed[-1] = (start, at + len(part))
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


def _takes_words_away(article: Article, start: int, end: int) -> bool:
    """Whether the cut takes what somebody is quoted as saying, so that other words stand for it: «говорят: […] …»."""
    return _SAID_WORDS.match(article.text, start, end) is not None


def _joins_halves(article: Article, start: int, end: int) -> bool:
    """Whether the cut hangs the end of one sentence on the beginning of another: "Nobody asks … who pays"."""
    inner = [s for s in article.sentences if s.start < end and start < s.end]
    if len(inner) < _TWO:
        return False
    tail, head = article.text[start : inner[0].end], article.text[inner[-1].start : end]
    return _WORD.search(tail) is not None and _WORD.search(head) is not None


def _turns(article: Article, start: int, end: int) -> bool:
    """Whether the cut `start:end` turns the sense of a sentence that is kept in part."""
    for sentence in article.sentences:
        a, b = max(start, sentence.start), min(end, sentence.end)
        wholly_cut = a == sentence.start and not _WORD.search(article.text, b, sentence.end)
        if b <= a or wholly_cut:
            continue
        cut = _beside_opposed(article.text[a:b], article.text[b : sentence.end], article.language)
        if _takes_away(cut, cut, article.language) or _loses_bound(article, a, b):
            return True
    return False


def _beside_opposed(cut: str, behind: str, language: Language) -> str:
    """The cut without a denial that goes with all it denies; `behind` stands after it in the sentence.

    A way that is denied («рұқсат алмай, ашылмайды») sets a condition for a verb that is denied as well.
    """
    if language != "kk":
        return "" if _OPPOSED.match(cut) and not find_conditions(cut, language) else cut
    denied = _DENIED_BEFORE.search(cut)
    if denied is None or (denied["way"] and find_negations(behind, language)):
        return cut
    return cut[: denied.start()]


def _loses_bound(article: Article, start: int, end: int) -> bool:
    """Whether the cut `start:end` takes the bound of a figure that is kept."""
    return any(
        loses_bound(article.words_of(s), start - s.start, end - s.start, article.language)
        for s in article.sentences
        if s.start < end and start < s.end
    )


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
