"""A day's briefs as one digest: stories, what changed in them, where sources clash, what to watch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefings.domain.article import Language
from briefings.domain.brief import Brief, Statement

# Of a running story since the last digest; `silent`: it was in the last one and nothing came since.
Change = Literal["new", "confirmed", "changed", "withdrawn", "silent"]


@dataclass(frozen=True, slots=True)
class Version:
    """What one source says of a matter on which sources differ. `brief` is the number of its brief."""

    statement: Statement
    brief: str
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Versions of one matter that cannot all be true, side by side, never averaged."""

    about: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Merits:
    """What puts a story where it stands in its tier, each above 0 and up to 1; their product is its score."""

    impact: float
    directness: float
    novelty: float
    source: float


@dataclass(frozen=True, slots=True)
class Story:
    """One event and every brief on it.

    `origins` counts independent texts: reprints of one text are one origin. `tier` is 1 (acts of the
    President and ministry) … 5 (comment), `score` orders within a tier and `merits` are its parts, `reasons`
    say why briefs were merged, one for each of `others`. `previous` is the number of the brief that led the
    story in the last digest, `change_detail` the words that changed.
    """

    key: str
    lead: Brief
    others: tuple[Brief, ...] = ()
    origins: int = 1
    tier: int = 5
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    change: Change = "new"
    change_detail: str | None = None
    previous: str | None = None
    contradictions: tuple[Contradiction, ...] = ()
    merits: Merits | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """One line of the watch list: what to watch, out of which brief, since which day (ISO date)."""

    statement: Statement
    brief: str
    since: str


@dataclass(frozen=True, slots=True)
class Digest:
    """What is sent: `stories` in full, in order; `more` in one line each.

    `number` runs per year. `day` is the ISO date of issue; `since` and `until` (ISO date and time with
    zone) bound the briefs taken in, `until` exclusive. `silent` are running stories without news.
    `kept_back` counts briefs whose marking keeps them out of mail; `withdrawn` are the numbers of those that
    this digest says hold no more: their headline may stand in it, but nothing else of them.
    """

    number: int
    day: str
    language: Language
    since: str
    until: str
    stories: tuple[Story, ...] = ()
    more: tuple[Story, ...] = ()
    silent: tuple[Story, ...] = ()
    watch: tuple[Indicator, ...] = ()
    marking: str = "TLP:CLEAR"
    kept_back: int = 0
    withdrawn: tuple[str, ...] = ()

    @property
    def briefs(self) -> tuple[Brief, ...]:
        """Every brief of every story, in order, those of silent stories last."""
        stories = (*self.stories, *self.more, *self.silent)
        return tuple(brief for story in stories for brief in (story.lead, *story.others))
