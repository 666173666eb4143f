"""A day's briefs become one digest: admit, merge, compare with the last one, order, cut."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from briefings.digesting.changes import Changed, change_since
from briefings.digesting.contradictions import contradictions_in
from briefings.digesting.gates import admit, strictest, without
from briefings.digesting.merging import Group, merge
from briefings.digesting.ordering import COMMENTS, in_order, merits_of, score_of, source_quality, tier_of
from briefings.digesting.origins import count_origins
from briefings.digesting.reasons import Lead
from briefings.digesting.running import briefs_of, continued
from briefings.digesting.telling import day_of
from briefings.digesting.watching import watch_list
from briefings.domain import Digest, Story
from briefings.rendering.labels import labels

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from pathlib import Path

    from briefings.digesting.merging import Pair
    from briefings.domain import Brief, Indicator, Language
    from briefings.lens import Lens
    from briefings.rendering.labels import Labels

_MOST = 8  # stories in full
_MOST_WITH_COMMENT = 5  # comment only fills up to here
_SILENT_DAYS = 3  # so long a story without news is still named


def make_digest(
    briefs: Sequence[Brief],
    *,
    number: int,
    day: str,
    language: Language,
    since: str,
    until: str,
    lens: Lens,
    previous: Digest | None = None,
    keep_apart: Collection[Pair] = (),
    join: Collection[Pair] = (),
    barred: Collection[str] = (),
    withdrawn: Collection[str] = (),
    known_withdrawn: Collection[str] = (),
    content: Path | None = None,
) -> Digest:
    """The digest number `number` of `day` (ISO date), of the briefs that came from `since` to `until`.

    `since` and `until` are ISO date and time with zone (`window_of`); whose hours a brief belongs to the
    caller decides. `previous` is the last digest, `barred` are numbers of briefs in it that mail may not carry
    any more. `keep_apart` and `join` are pairs of numbers of briefs a person decided on. `withdrawn` are
    numbers of briefs that hold no more, `known_withdrawn` those of them that readers were told of. `content`
    is a folder that overrides templates. The order of `briefs` plays no part. Raises `UserError` when the
    decisions contradict each other.
    """
    admitted = admit(briefs, withdrawn)
    barred = admitted.kept_back.union(barred)
    last = _last_stories(previous, barred)
    untold = set(withdrawn).difference(known_withdrawn)
    gone = {story.key: lost for story in last if (lost := _of_story(story, untold))}
    desk = _Desk(language, lens, labels(language, content), join, gone)
    groups = merge(admitted.briefs, keep_apart, join)
    holding = [left for story in last if (left := without(story, withdrawn))]
    running = continued(groups, holding, keep_apart, join)
    stories = sorted((desk.story(group, running.get(at)) for at, group in enumerate(groups)), key=in_order)
    full, more = _cut(stories)
    full = tuple(replace(s, contradictions=contradictions_in(briefs_of(s), lens, desk.words)) for s in full)
    heard = {story.key for story in running.values()}
    ended = tuple(desk.ended(story, withdrawn) for story in last if story.key in gone.keys() - heard)
    silent = tuple(
        replace(story, change="silent", change_detail=None, previous=story.lead.id, contradictions=())
        for story in holding
        if story.key not in gone.keys() | heard and _is_recent(story, previous, day)
    )
    printed = [brief for story in (*full, *more) for brief in briefs_of(story)]
    older = [brief for story in (*ended, *silent) for brief in briefs_of(story)]
    return Digest(
        number=number,
        day=day,
        language=language,
        since=since,
        until=until,
        stories=full,
        more=(*ended, *more),
        silent=silent,
        watch=watch_list(printed, _still_open(previous, barred.union(withdrawn)), day),
        marking=strictest([*printed, *older]),
        kept_back=len(admitted.kept_back),
        withdrawn=tuple(sorted(number for lost in gone.values() for number in lost)),
    )


@dataclass(frozen=True)
class _Desk:
    """What the stories of one digest share."""

    language: Language
    lens: Lens
    words: Labels
    join: Collection[Pair]
    gone: Mapping[str, tuple[str, ...]]  # key of a story of the last digest → its briefs that are withdrawn

    def story(self, group: Group, earlier: Story | None) -> Story:
        """The group as a story, in its tier and with its score; it goes on with `earlier`."""
        told = {brief.id: telling for brief, telling in zip(group.briefs, group.tellings, strict=True)}
        lead, *others = sorted(group.briefs, key=self._leads)
        changed = Changed("new")
        if earlier is not None and earlier.key in self.gone:
            changed = Changed("withdrawn", self._withdrawn(earlier))
        elif earlier is not None:
            changed = change_since(briefs_of(earlier), (lead, *others), self.lens, self.words)
        why = Lead(lead, told[lead.id])
        origins = count_origins(group.briefs)
        merits = merits_of(group.briefs, origins, changed.change, self.lens)
        return Story(
            key=earlier.key if earlier else lead.id,
            lead=lead,
            others=tuple(others),
            origins=origins,
            tier=tier_of(group.briefs, self.lens),
            score=score_of(merits),
            reasons=tuple(
                self.words.words["merged_by_hand"]
                if self._joined(brief, group)
                else why.reason(brief, told[brief.id], self.words)
                for brief in others
            ),
            change=changed.change,
            change_detail=changed.detail,
            previous=earlier.lead.id if earlier else None,
            merits=merits,
        )

    def ended(self, story: Story, withdrawn: Collection[str]) -> Story:
        """A story of the last digest that only goes on with the news that a brief of it is withdrawn."""
        return replace(
            without(story, withdrawn) or story,
            change="withdrawn",
            change_detail=self._withdrawn(story),
            previous=story.lead.id,
            contradictions=(),
        )

    def _withdrawn(self, story: Story) -> str:
        return "; ".join(self.words.fill("brief_withdrawn", id=number) for number in self.gone[story.key])

    def _leads(self, brief: Brief) -> tuple[float, bool, str, str]:
        """Official text, then agency, then outlet; then the digest's own language, then the earliest."""
        published = brief.article.published or brief.made.created
        return -source_quality(brief, self.lens), brief.language != self.language, published, brief.id

    def _joined(self, brief: Brief, group: Group) -> bool:
        there = {other.id for other in group.briefs}
        return any(brief.id in pair and there.issuperset(pair) for pair in self.join)


def _cut(stories: Sequence[Story]) -> tuple[tuple[Story, ...], tuple[Story, ...]]:
    """The stories in full and those in one line each."""
    weighty = sum(story.tier < COMMENTS for story in stories)
    full = min(len(stories), _MOST, max(weighty, _MOST_WITH_COMMENT))
    return tuple(stories[:full]), tuple(stories[full:])


def _last_stories(previous: Digest | None, barred: Collection[str]) -> list[Story]:
    if previous is None:
        return []
    stories = (*previous.stories, *previous.more, *previous.silent)
    return [kept for story in stories if (kept := without(story, barred))]


def _of_story(story: Story, numbers: Collection[str]) -> tuple[str, ...]:
    return tuple(brief.id for brief in briefs_of(story) if brief.id in numbers)


def _is_recent(story: Story, previous: Digest | None, day: str) -> bool:
    """Whether a story without news is still named: it stood in full, and not long ago."""
    if previous is None or story.change == "withdrawn":
        return False
    in_full = {one.key for one in (*previous.stories, *previous.silent)}
    heard = day_of(story.lead.made.created)
    return (
        story.key in in_full and heard is not None and (date.fromisoformat(day) - heard).days <= _SILENT_DAYS
    )


def _still_open(previous: Digest | None, blocked: Collection[str]) -> Iterable[Indicator]:
    return [i for i in previous.watch if i.brief not in blocked] if previous else ()
