"""What is new in a running story since the last digest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefings.digesting.comparing import superseded
from briefings.digesting.figure_differences import added_figures
from briefings.digesting.saying import Said, said_in
from briefings.digesting.telling import language_of, texts_of
from briefings.lens import holds_digest_terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.domain import Brief, Change
    from briefings.lens import Lens
    from briefings.rendering.labels import Labels


class Changed(NamedTuple):
    """How a story stands against the last digest, and the words that say what changed."""

    change: Change
    detail: str | None = None


def change_since(earlier: Sequence[Brief], briefs: Sequence[Brief], lens: Lens, words: Labels) -> Changed:
    """What `briefs` of a story change in what the `earlier` ones told: withdrawn, changed or confirmed.

    A report is withdrawn when its own outlet takes it back. It is changed when a figure, a date or a stage
    is another one, when it is denied, or denied no more, and when a figure is added. `silent` when nothing
    came.
    """
    known = {(brief.id, brief.revision) for brief in earlier}
    fresh = [brief for brief in briefs if (brief.id, brief.revision) not in known]
    if not fresh:
        return Changed("silent")
    outlets = {brief.article.outlet for brief in earlier}
    for brief in fresh:
        if brief.article.outlet in outlets and _takes_back(brief, lens):
            return Changed("withdrawn", words.fill("taken_back", outlet=brief.article.outlet))
    before = [said for brief in earlier for said in said_in(brief)]
    after = [said_in(brief) for brief in fresh]
    for said in after:
        for found in superseded(before, said):
            return Changed("changed", _was_and_is(found.one.said, found.other.said, words))
    for said in after:
        for new in added_figures(before, said):
            return Changed("changed", words.fill("added", later=_source(new, words), after=new.text))
    return Changed("confirmed")


def _takes_back(brief: Brief, lens: Lens) -> bool:
    language = language_of(brief)
    return any(holds_digest_terms(text, "taken_back", lens, language) for text in texts_of(brief))


def _was_and_is(before: Said, after: Said, words: Labels) -> str:
    return words.fill(
        "was_and_is",
        earlier=_source(before, words),
        before=before.text,
        later=_source(after, words),
        after=after.text,
    )


def _source(said: Said, words: Labels) -> str:
    article = said.brief.article
    day = words.date(article.published) if article.published else None
    return ", ".join(filter(None, (article.outlet, day))) or said.brief.id
