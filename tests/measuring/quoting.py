"""How quotations are located: true ones written otherwise must be found, falsified ones refused.

From each sentence a span of 5 to 40 words is taken that stands in its article once. A true quotation counts
as found when it is accepted and the span given overlaps the right one by 0.8 of their union (0.5 where
words were left out). A falsified one must be absent from the article, letter by letter, and is refused
when it is not accepted, wherever it is said to stand.
"""

from __future__ import annotations

import random
import time
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from briefings.domain import LANGUAGE_CODES
from tests.measuring.faithful import ELLIPSIS, Span, faithful
from tests.measuring.falsified import CUT, CUT_AT_AN_END, Surroundings, falsified
from tests.measuring.locators import Found, by_langextract, by_rapidfuzz, is_installed, ours
from tests.measuring.results import Figure, Part, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefings.domain import Article, Sentence
    from tests.measuring.locators import Finder
    from tests.measuring.texts import Story

_SHORTEST, _LONGEST = 5, 40  # words of a span
_FEW = 20  # spans of a language, of the shortest articles, for a finder that is slow
_ALL = "all together"


@dataclass(frozen=True)
class System:
    """One way of finding quotations. `accepts` are the matches that let one pass; None: any."""

    name: str
    open: Callable[[Article], Finder]
    accepts: frozenset[str] | None
    slow: bool = False

    def lets_pass(self, found: Found) -> bool:
        return found is not None and (self.accepts is None or found[2] in self.accepts)


@dataclass(frozen=True)
class Quotation:
    """One variant of a span. `start` and `end` say where the true one stands."""

    text: str
    kind: str
    is_true: bool
    start: int
    end: int


@dataclass(frozen=True)
class Page:
    """An article with its quotations, span by span."""

    article: Article
    spans: Sequence[Sequence[Quotation]]


@dataclass
class _Clock:
    seconds: float = 0.0
    quotations: int = 0
    hits: list[tuple[str, str, str, bool]] = field(default_factory=list)


def systems(*, peers: bool = True) -> list[System]:
    """Ours, and with `peers` what of the others is installed."""
    printed = frozenset({"verbatim", "ellipsis"})
    found = [
        System("briefings", ours, printed),
        System("briefings, slips let pass", ours, printed | {"slip"}),
    ]
    if peers:
        found.append(System("rapidfuzz ≥ 90", by_rapidfuzz, None))
    if peers and is_installed("langextract"):
        found += [
            System("langextract", by_langextract, None, slow=True),
            System("langextract, exact matches", by_langextract, frozenset({"match_exact"}), slow=True),
        ]
    return found


def part(name: str, stories: Sequence[Story], *, peers: bool = True) -> Part:
    """The shares of each system on the same quotations, and how many a second each of them finds."""
    pages = pages_of(stories)
    hits: list[tuple[str, str, str, bool]] = []
    figures = []
    compared = systems(peers=peers)
    for finder in dict.fromkeys(system.open for system in compared):
        users = [system for system in compared if system.open is finder]
        clock = _run(pages, users)
        hits += clock.hits
        limit = "≥ 3000" if finder is ours else ""
        speed = clock.quotations / clock.seconds
        figures.append(Figure(f"{users[0].name}: quotations", speed, "a CPU second", limit))
    shares = sorted(counted(hits), key=lambda s: (s.language, _ALL in s.measure, s.measure[:5]))
    return Part(
        name,
        shares,
        rows=("language", "measure"),
        columns=("half",),
        asked="found ≥ 99 % (with an ellipsis ≥ 97 %), refused ≥ 99.8 %",
        notes=() if is_installed("langextract") else ("langextract: not installed",),
        figures=figures,
    )


def pages_of(stories: Sequence[Story]) -> list[Page]:
    dice = random.Random(7)  # noqa: S311 - the same variants in every run
    sentences = {
        code: [_sentences(s.article) for s in stories if s.article.language == code]
        for code in LANGUAGE_CODES
    }
    pages = []
    for story in stories:
        others = sentences[story.article.language]
        pages.append(Page(story.article, list(_quotations(story, others, dice))))
    return pages


def _sentences(article: Article) -> list[str]:
    return [words for s in article.body if len((words := article.words_of(s)).split()) > _SHORTEST]


def _quotations(
    story: Story, others: Sequence[Sequence[str]], dice: random.Random
) -> Iterator[list[Quotation]]:
    article = story.article
    letters, here = _letters(article.text), _sentences(article)
    foreign = [words for sentences in others if sentences != here for words in sentences]
    for sentence, start, end in _spans(article, dice):
        before, after = article.text[sentence.start : start], article.text[end : sentence.end]
        span = Span(article.text[start:end], before, after, article.language)
        around = Surroundings(here, foreign, _translation(story, start))
        found = [Quotation(text, kind, True, start, end) for kind, text in faithful(span)]
        for kind, text in falsified(span, around, dice):
            if kind in (CUT, CUT_AT_AN_END) or not _stands_in_order(text, letters):
                found.append(Quotation(text, kind, False, start, end))
        yield found


def _spans(article: Article, dice: random.Random) -> Iterator[tuple[Sentence, int, int]]:
    """(sentence, start, end) of a span of each sentence that has one and stands in the article once."""
    whole = _letters(article.text)
    for sentence in article.body:
        words = article.words_of(sentence).split(" ")
        if len(words) <= _SHORTEST or any(not word or "\n" in word for word in words):
            continue
        size = dice.randint(_SHORTEST, min(_LONGEST, len(words)))
        first = dice.randint(0, len(words) - size)
        start = sentence.start + len(" ".join([*words[:first], ""]))
        end = start + len(" ".join(words[first : first + size]))
        if whole.count(_letters(article.text[start:end])) == 1:
            yield sentence, start, end


def _stands_in_order(text: str, letters: str) -> bool:
    """Whether the parts of `text` around an ellipsis stand in the article one after the other by chance."""
    at = 0
    for part in map(_letters, text.replace("...", "…").split("…")):
        found = letters.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold().replace("ё", "е") if c.isalnum())


def _translation(story: Story, start: int) -> str | None:
    line = story.article.text.count("\n", 0, start)
    return next((lines[line] for lines in story.translations.values() if line < len(lines)), None)


def _run(pages: Sequence[Page], users: Sequence[System]) -> _Clock:
    clock = _Clock()
    asked: dict[str, int] = defaultdict(int)
    if users[0].slow:
        pages = sorted(pages, key=lambda page: len(page.article.text))
    for page in pages:
        language = page.article.language
        find = users[0].open(page.article)
        for span in page.spans:
            asked[language] += 1
            if users[0].slow and asked[language] > _FEW:
                break
            started = time.process_time()
            found = [find(quotation.text) for quotation in span]
            clock.seconds += time.process_time() - started
            clock.quotations += len(span)
            for system in users:
                clock.hits += chain.from_iterable(
                    _judged(q, f, system, language) for q, f in zip(span, found, strict=True)
                )
    return clock


def _judged(
    quotation: Quotation, found: Found, system: System, language: str
) -> Iterator[tuple[str, str, str, bool]]:
    accepted = system.lets_pass(found)
    if quotation.is_true:
        shortened = quotation.kind.startswith(ELLIPSIS)
        right = accepted and found is not None and _overlap(quotation, found) >= (0.5 if shortened else 0.8)
        together = f"found, {ELLIPSIS}: {_ALL}" if shortened else f"found: {_ALL}"
        measures = (f"found: {quotation.kind}", together)
    else:
        right = not accepted
        measures = (f"refused: {quotation.kind}", f"refused: {_ALL}")
    for measure in measures:
        yield measure, language, system.name, right


def _overlap(quotation: Quotation, found: tuple[int, int, str]) -> float:
    shared = min(quotation.end, found[1]) - max(quotation.start, found[0])
    return shared / (max(quotation.end, found[1]) - min(quotation.start, found[0]))
