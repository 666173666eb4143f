"""Draft a brief without a model: the article's own sentences, verbatim, each under the heading it serves.

Deterministic and offline. Nothing of the article is rephrased, so nothing can be invented. What the brief says
of its own (what the experts share, how far the evidence goes) is about the source alone, in fixed phrases of
templates/labels.yaml; a forecast of ours it does not make.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.domain import Confidence, Draft, Judgement, Proposal
from briefings.drafting.choosing import Chooser
from briefings.drafting.comparing import compare
from briefings.drafting.events import background, headline, news_value, reports
from briefings.drafting.fitting import fit
from briefings.drafting.gaps import Gap, find_gaps
from briefings.drafting.judging import judge_dimensions
from briefings.drafting.source import Source, in_order
from briefings.drafting.stakes import take_implications, take_parties, take_signs, take_stakes
from briefings.drafting.views import add_views, take_key_view, take_views
from briefings.rendering.labels import labels

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefings.domain import Article, Dimension, Language, Sentence
    from briefings.lens import Lens
    from briefings.rendering.labels import Words

_BOTTOM_LINE, _EVENT, _STAKES, _EXPERT, _PARTY, _POSITIONING, _WATCH, _TITLE = (
    65,
    70,
    80,
    55,
    35,
    50,
    50,
    18,
)  # words
_PAGE = 400  # words of one page without its headings
_ENGLISH = 1.25  # the same page holds more English words
_LEVELS = {1: "claimed", 2: "planned", 3: "done", 4: "recognised"}


def draft_by_extraction(
    article: Article, lens: Lens, *, language: Language | None = None, overrides: Path | None = None
) -> Draft:
    """A draft of verbatim, cited sentences of `article` under the headings of a brief, at most one page.

    `language` is that of the headings and fixed phrases; the sentences stay in the article's own. Files under
    `overrides` replace ours.
    """
    source = Source(article, lens)
    language = language or article.language
    words = labels(language, overrides)
    room = _Room(_ENGLISH if article.language == "en" else 1.0)
    chooser = Chooser(source)
    dimensions = judge_dimensions(source)
    head = headline(source, room.words(_TITLE))
    chooser.taken.add(head.sentence.id)
    opening = [head.sentence] if head.shortened else []
    event = opening + chooser.take(
        reports(source),
        lambda s: news_value(source, s),
        most=3 - len(opening),
        words=room.words(_EVENT) - sum(map(source.length, opening)),
        beside=[head.sentence.id],
    )
    if not event:
        event = background(source, head)
    view = take_key_view(chooser, room.words(_BOTTOM_LINE) // 2)
    views = take_views(chooser, room.words(_EXPERT))
    parties = take_parties(chooser, room.words(_PARTY))
    stakes = take_stakes(chooser, room.words(_STAKES), 4) if source.bears else []
    signs = take_signs(chooser, room.words(_WATCH), 3) if source.bears else []
    implications = take_implications(chooser, room.words(_POSITIONING), 2) if source.bears else []
    gaps = find_gaps(source, words.gaps)
    unknown = [gap for gap in gaps if gap.citation][:1]
    draft = Draft(
        language=language,
        drafter="extraction",
        title=head.title,
        bottom_line=(*_printed(source, view), _reach(source, dimensions, words.remarks)),
        event=(*_printed(source, event), *_unknown(unknown)),
        expert_views=_printed(source, add_views(chooser, views, room.words(_EXPERT))),
        stakes=_printed(source, in_order((*parties, *stakes))),
        watch=_printed(source, signs),
        comparison=compare(source, language, words.remarks),
        positioning=tuple(map(Judgement, _printed(source, implications))),
        confidence=_confidence(source, words.remarks),
        dimensions=dimensions,
        gaps=tuple(gap.text for gap in gaps if gap not in unknown),
        lens_sha256=lens.sha256,
    )
    return fit(draft, room.words(_PAGE))


@dataclass(frozen=True, slots=True)
class _Room:
    """How many words a section may have in the article's language."""

    factor: float

    def words(self, russian: int) -> int:
        return int(russian * self.factor)


def _printed(source: Source, sentences: Sequence[Sentence]) -> tuple[Proposal, ...]:
    return tuple(source.proposal(sentence) for sentence in sentences)


def _unknown(gaps: Sequence[Gap]) -> tuple[Proposal, ...]:
    return tuple(Proposal(gap.text, "assessment", (gap.citation,)) for gap in gaps if gap.citation)


def _reach(source: Source, dimensions: Sequence[Dimension], remarks: Words) -> Proposal:
    """Our one judgement: how far what the source says goes."""
    covered = [d for d in dimensions if d.sign != "not_covered"]
    if not covered:
        first = (source.article.body or source.article.sentences)[0]
        return Proposal(remarks["uncovered" if source.bears else "no_bearing"], "assessment", (first.id,))
    level = max(d.level for d in covered)
    most = Counter(c for d in covered if d.level == level for c in d.citations).most_common(3)
    numbers = {number for number, _ in most}
    cited = tuple(s.id for s in source.article.sentences if s.id in numbers)
    return Proposal(remarks[_LEVELS[level]], "assessment", cited)


def _confidence(source: Source, remarks: Words) -> Confidence:
    """One article is one source; an official text of its own is worth more than comments."""
    heard = any(source.voice(s) == "official" for s in source.article.body)
    official = source.article.genre == "official_release"
    told = remarks["official"] if official or heard else remarks["opinions"]
    return Confidence("moderate" if official else "low", f"{remarks['one_article']} {told}")
