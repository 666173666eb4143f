"""Where a story stands in the digest: its tier by who acts and towards whom, its score by four visible merits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.digesting.mentions import bodies_in, countries_of
from briefings.digesting.telling import language_of, texts_of, what_happened
from briefings.domain import Merits
from briefings.lens import bears_on_subject, holds_digest_terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.domain import Brief, Change, Genre, Language, Story
    from briefings.lens import Lens

COMMENT: frozenset[Genre] = frozenset({"expert_comment", "interview", "opinion_column", "analysis"})
OWN_ACTS, POWERS, NEIGHBOURHOOD, THEMES, COMMENTS = range(1, 6)

_NOVELTY: dict[Change, float] = {
    "new": 1.0, "changed": 0.9, "withdrawn": 0.9, "confirmed": 0.5, "silent": 0.2,
}  # fmt: skip
# How far a text may be relied on by what it is; an agency's report stands between the first two.
_SOURCE: dict[Genre, float] = {
    "official_release": 1.0, "news_report": 0.8, "interview": 0.6, "analysis": 0.6, "press_review": 0.6,
    "expert_comment": 0.5, "opinion_column": 0.5, "social_post": 0.4,
}  # fmt: skip
_AGENCY = 0.9
_LEVELS = 4  # highest level of evidence for a dimension
_EACH_ORIGIN = 0.1  # what another independent origin adds to the impact


def tier_of(briefs: Sequence[Brief], lens: Lens) -> int:
    """The tier of a story, 1 to 5.

    1 acts of the President and ministry, or acts needing their reply; 2 the great powers towards the
    country; 3 the neighbourhood and organisations; 4 themes; 5 comment. A story of comments alone is
    comment, unless they tell an event: nothing else covers it then, and it has the tier of the event.
    """
    reports = [brief for brief in briefs if brief.article.genre not in COMMENT]
    if not reports and not any(_tells_event(brief) for brief in briefs):
        return COMMENTS
    return min(_tier_by_content(brief, lens) for brief in reports or briefs)


def merits_of(briefs: Sequence[Brief], origins: int, change: Change, lens: Lens) -> Merits:
    """What puts a story where it stands in its tier.

    Impact: the best evidence for a dimension of the lens, and independent origins. Directness: how near to
    the headline the country is named. Novelty: what changed. Source: the best of the texts.
    """
    level = max((d.level for brief in briefs for d in brief.dimensions), default=0)
    return Merits(
        impact=round(min(1.0, (1 + level) / (1 + _LEVELS) + _EACH_ORIGIN * (origins - 1)), 2),
        directness=max(_directness(brief, lens) for brief in briefs),
        novelty=_NOVELTY[change],
        source=max(source_quality(brief, lens) for brief in briefs),
    )


def score_of(merits: Merits) -> float:
    """The product of the merits, to three decimals."""
    return round(merits.impact * merits.directness * merits.novelty * merits.source, 3)


def in_order(story: Story) -> tuple[int, float, str]:
    """The key to sort stories by: tier, then score downwards; stories alike in both stay in the order of their keys."""
    return story.tier, -story.score, story.key


def source_quality(brief: Brief, lens: Lens) -> float:
    """How far the text of `brief` may be relied on by what it is, from 0 to 1: official, agency, outlet, comment."""
    article = brief.article
    quality = _SOURCE[article.genre]
    outlet = (article.outlet or "").casefold()
    if article.genre == "news_report" and any(name.casefold() in outlet for name in lens.digest.agencies):
        return _AGENCY
    return quality


def _tells_event(brief: Brief) -> bool:
    return any(statement.voice in ("reported", "official") for statement in brief.event)


def _tier_by_content(brief: Brief, lens: Lens) -> int:
    language = language_of(brief)
    sentences = texts_of(brief)
    if any(_is_own_act(sentence, lens, language) for sentence in sentences):
        return OWN_ACTS
    named = frozenset().union(*(bodies_in(sentence, language) for sentence in sentences))
    if named & lens.digest.powers and any(bears_on_subject(s, lens, language) for s in sentences):
        return POWERS
    return NEIGHBOURHOOD if named & (lens.digest.neighbours | lens.digest.organisations) else THEMES


def _is_own_act(sentence: str, lens: Lens, language: Language) -> bool:
    """Whether it tells an act of the head of state or the ministry, or one that asks for their answer."""
    if holds_digest_terms(sentence, "own_acts", lens, language):
        return True
    if holds_digest_terms(sentence, "own_acts_at_home", lens, language):
        return countries_of(bodies_in(sentence, language)) <= {lens.subject}
    return bears_on_subject(sentence, lens, language) and holds_digest_terms(
        sentence, "reply_needed", lens, language
    )


def _directness(brief: Brief, lens: Lens) -> float:
    language = language_of(brief)
    if bears_on_subject(brief.title.text, lens, language):
        return 1.0
    named = (bears_on_subject(s.text, lens, language) for s in what_happened(brief))
    return 0.8 if any(named) else 0.4
