"""Lay a digest out for reading: which lines of each story are shown, in which voice, with which links."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.rendering.citing import Numberer
from briefings.rendering.digest_frame import drafter, notice, period, preview
from briefings.rendering.digest_page import (
    Clash,
    DigestPage,
    Heading,
    Item,
    Line,
    Merged,
    Place,
    Source,
    VersionLine,
    Watched,
)
from briefings.rendering.display import web_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefings.domain import (
        Brief,
        Contradiction,
        Corroboration,
        Digest,
        Indicator,
        Language,
        Statement,
        Story,
    )
    from briefings.rendering.labels import Labels

_NOWHERE = Place()
# The first stories carry their bottom line in full, the others this many lines of it.
_IN_FULL, _LINES = 3, 2
_SHAPES = {"reported": "■", "official": "□", "expert": "○", "assessment": "◆"}


def lay_out_digest(
    digest: Digest,
    labels: Labels,
    *,
    places: Mapping[str, Place] | None = None,
    dimension_names: Mapping[str, Mapping[Language, str]] | None = None,
    shortened: Digest | None = None,
) -> DigestPage:
    """The page of `digest`. `places` says by its number where each brief is found.

    Of a digest that is too long only what stands in `shortened` is printed, with the count of what is not.
    """
    shortened = shortened or digest
    layout = _Layout(digest, labels, places or {}, dimension_names or {})
    words = labels.digest
    first = [story.lead.title.text for story in (*digest.stories, *digest.more)][:1]
    return DigestPage(
        digest=digest,
        labels=labels,
        title=words["title"].format(n=digest.number),
        day=labels.date(digest.day, words["long_date"]),
        period=period(digest, labels),
        count=labels.counted("items", len(digest.stories) + len(digest.more)),
        preview=preview(first[0] if first else words["empty"]),
        drafter=drafter(digest),
        notice=notice(digest, labels),
        items=tuple(layout.item(story, at) for at, story in enumerate(shortened.stories)),
        more=tuple(map(layout.in_one_line, shortened.more)),
        silent=tuple(layout.heading(story.lead) for story in shortened.silent),
        watch=tuple(map(layout.watched, shortened.watch)),
        left_out=_size(digest) - _size(shortened),
    )


class _Layout:
    """The briefs of one digest, by number, and how their statements are printed."""

    def __init__(
        self,
        digest: Digest,
        labels: Labels,
        places: Mapping[str, Place],
        dimension_names: Mapping[str, Mapping[Language, str]],
    ) -> None:
        self.labels, self.places, self.dimension_names = labels, places, dimension_names
        self.languages = {brief.id: brief.language for brief in digest.briefs}

    def item(self, story: Story, at: int) -> Item:
        brief, words = story.lead, self.labels.digest
        merged = zip(story.others, story.reasons, strict=True)
        others = tuple(Merged(self.source(brief), reason) for brief, reason in merged)
        also = {other.source.outlet for other in others}
        return Item(
            heading=self.heading(brief),
            change=self.labels.changes[story.change],
            change_kind=story.change,
            change_detail=self._change_detail(story),
            lines=tuple(self._lines(brief, None if at < _IN_FULL else _LINES)),
            confidence=self._confidence(brief) if brief.positioning else None,
            dimension=self._leading_dimension(brief),
            corroboration=self.labels.corroboration[_corroboration(story)],
            also=words["also"].format(
                outlets=self.labels.counted("outlets", len(also)),
                origins=self.labels.counted("origins", story.origins),
            )
            if also
            else None,
            others=others,
            clashes=tuple(map(self._clash, story.contradictions)),
            place=self._place(brief.id),
        )

    def heading(self, brief: Brief) -> Heading:
        sample = self.labels.notices["sample"] if brief.article.sample else None
        return Heading(brief.id, self._line(brief.title, brief.id), self.source(brief), sample)

    def in_one_line(self, story: Story) -> Heading:
        badge = ": ".join(filter(None, (self.labels.changes[story.change], self._change_detail(story))))
        return replace(self.heading(story.lead), badge=None if story.change == "new" else badge)

    def source(self, brief: Brief) -> Source:
        article = brief.article
        other = brief.language != self.labels.language
        return Source(
            outlet=article.outlet or article.title or article.file,
            published=self.labels.date(article.published) if article.published else "",
            address=web_address(article.url),
            place=self._place(brief.id),
            language=self.labels.languages[brief.language] if other else None,
        )

    def watched(self, indicator: Indicator) -> Watched:
        since = self.labels.digest["watched"].format(date=self.labels.date(indicator.since))
        return Watched(self._line(indicator.statement, indicator.brief), indicator.brief, since)

    def _place(self, number: str) -> Place:
        return self.places.get(number, _NOWHERE)

    def _lines(self, brief: Brief, limit: int | None) -> Iterator[Line]:
        for statement in (brief.bottom_line or brief.event[:_LINES])[:limit]:
            yield self._line(statement, brief.id)
        for prospect in brief.positioning[: 1 if limit else None]:
            likelihood = self.labels.likelihood[prospect.likelihood] if prospect.likelihood else None
            lead = self.labels.digest["for_country"]
            yield self._line(prospect.statement, brief.id, lead=lead, likelihood=likelihood)

    def _line(
        self, statement: Statement, number: str, *, lead: str | None = None, likelihood: str | None = None
    ) -> Line:
        # The text's own language decides where its citations stand, not the language of our labels.
        language = self.languages.get(number, self.labels.language)
        return Line(
            claim=Numberer(language).statement(statement),
            shape=_SHAPES[statement.voice],
            word=self.labels.digest_voices[statement.voice],
            language=language,
            place=self._place(number),
            lead=lead,
            likelihood=likelihood,
        )

    def _clash(self, contradiction: Contradiction) -> Clash:
        def said(outlet: str | None, published: str | None, number: str) -> str:
            return " · ".join(filter(None, [outlet or number, published and self.labels.date(published)]))

        return Clash(
            contradiction.about,
            tuple(
                VersionLine(said(v.outlet, v.published, v.brief), self._line(v.statement, v.brief))
                for v in contradiction.versions
            ),
        )

    def _change_detail(self, story: Story) -> str | None:
        earlier = self.labels.digest["earlier"].format(id=story.previous) if story.previous else None
        return "; ".join(filter(None, [story.change_detail, earlier])) or None

    def _confidence(self, brief: Brief) -> str:
        level = self.labels.confidence[brief.confidence.level]
        # The reason is in the language of the brief: in a line of another it would be half a translation.
        reason = brief.confidence.reason if brief.language == self.labels.language else ""
        return f"{self.labels.headings['confidence']}: {level}. {reason}".strip()

    def _leading_dimension(self, brief: Brief) -> str | None:
        covered = [d for d in brief.dimensions if d.sign != "not_covered"]
        if not covered:
            return None
        leading = max(covered, key=lambda d: d.level)
        name = self.dimension_names.get(leading.id, {}).get(self.labels.language, leading.id)
        sign, level = self.labels.signs[leading.sign], self.labels.levels[str(leading.level)]
        return self.labels.digest["dimension"].format(name=name, sign=sign, level=level)


def _corroboration(story: Story) -> Corroboration:
    """What the briefs of a story do to each other; of a single one what it says itself."""
    if story.contradictions:
        return "contradicted"
    if story.others:
        return "independent" if story.origins > 1 else "same_origin"
    return story.lead.corroboration


def _size(digest: Digest) -> int:
    return len(digest.stories) + len(digest.more) + len(digest.silent) + len(digest.watch)
