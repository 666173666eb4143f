"""A brief laid out for reading: what every printed edition shows, in the order in which it is read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.rendering.citing import Claim, Numberer
from briefings.rendering.source import SourceLine, source_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefings.domain import Brief, Dimension, Language, SourceIssue, Speaker
    from briefings.rendering.labels import Labels


@dataclass(frozen=True, slots=True)
class View:
    """What one expert holds."""

    speaker: Speaker
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """An assessment, its likelihood in words and the alternative that was weighed."""

    claim: Claim
    likelihood: str | None
    alternative: Claim | None


@dataclass(frozen=True, slots=True)
class CoveredDimension:
    """A dimension the article says something about; `basis` carries its citations."""

    name: str
    sign: str
    level: str
    basis: Claim


@dataclass(frozen=True, slots=True)
class Issue:
    """A weak place of the source and what kind of weakness it is."""

    kind: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Page:
    """A brief with its labels, its claims numbered and its source marked. Templates read nothing else."""

    brief: Brief
    labels: Labels
    title: Claim
    bottom_line: tuple[Claim, ...]
    event: tuple[Claim, ...]
    stakes: tuple[Claim, ...]
    expert_views: tuple[View, ...]
    comparison: tuple[Claim, ...]
    positioning: tuple[Outlook, ...]
    watch: tuple[Claim, ...]
    dimensions: tuple[CoveredDimension, ...]
    not_covered: tuple[str, ...]
    source_issues: tuple[Issue, ...]
    source: tuple[SourceLine, ...]
    chips: int
    used: int
    total: int

    @property
    def tongue(self) -> Language:
        """The language that the statements are in."""
        return _tongue(self.brief)

    @property
    def tongue_notice(self) -> str | None:
        """What to tell a reader who asked for another language than the statements are in."""
        if self.tongue == self.brief.language:
            return None
        language = self.labels.languages[self.tongue]
        return self.labels.notices["kept_in_source_language"].format(language=language)


def lay_out(
    brief: Brief, labels: Labels, dimension_names: Mapping[str, Mapping[Language, str]] | None = None
) -> Page:
    """The page of `brief`; a dimension without a name in `dimension_names` is shown by its id."""
    names = dimension_names or {}
    # The text's own language decides where its citations stand, not the language of our labels.
    numberer = Numberer(_tongue(brief))
    statement = numberer.statement

    def name_of(dimension: Dimension) -> str:
        return names.get(dimension.id, {}).get(labels.language, dimension.id)

    def covered(dimension: Dimension) -> CoveredDimension:
        basis = numberer.text("", dimension.citations)
        sign, level = labels.signs[dimension.sign], labels.levels[str(dimension.level)]
        return CoveredDimension(name_of(dimension), sign, level, basis)

    def issue(found: SourceIssue) -> Issue:
        return Issue(labels.issues.get(found.kind, found.kind), numberer.text(found.text, found.citations))

    page = Page(
        brief=brief,
        labels=labels,
        title=statement(brief.title),
        bottom_line=tuple(map(statement, brief.bottom_line)),
        event=tuple(map(statement, brief.event)),
        stakes=tuple(map(statement, brief.stakes)),
        expert_views=tuple(View(v.speaker, tuple(map(statement, v.position))) for v in brief.expert_views),
        comparison=tuple(map(statement, brief.comparison)),
        positioning=tuple(
            Outlook(
                statement(prospect.statement),
                labels.likelihood[prospect.likelihood] if prospect.likelihood else None,
                statement(prospect.alternative) if prospect.alternative else None,
            )
            for prospect in brief.positioning
        ),
        watch=tuple(map(statement, brief.watch)),
        dimensions=tuple(covered(d) for d in brief.dimensions if d.sign != "not_covered"),
        not_covered=tuple(name_of(d) for d in brief.dimensions if d.sign == "not_covered"),
        source_issues=tuple(map(issue, brief.source_issues)),
        source=(),
        chips=numberer.chips,
        used=len(brief.cited & {sentence.id for sentence in brief.article.body}),
        total=len(brief.article.body),
    )
    return replace(page, source=source_lines(brief.article, _claims(page), numberer.seen))


def _tongue(brief: Brief) -> Language:
    """The language of the statements: extraction keeps the source's, under headings in another."""
    return brief.article.language if brief.made.drafter == "extraction" else brief.language


def _claims(page: Page) -> Iterable[Claim]:
    yield page.title
    for section in (page.bottom_line, page.event, page.stakes, page.comparison, page.watch):
        yield from section
    for view in page.expert_views:
        yield from view.claims
    for outlook in page.positioning:
        yield outlook.claim
        if outlook.alternative:
            yield outlook.alternative
