"""What an editor sees of a digest before it goes out: order and its reasons, merging, what changed, what clashes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from briefings.rendering.document import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Brief, Digest, Story


class Line(NamedTuple):
    """A line of the listing and how far it stands from the edge."""

    indent: int
    text: str


def listing(digest: Digest) -> Iterator[Line]:
    """The stories of `digest`, one after the other: in full, in one line, without news."""
    yield Line(0, f"Briefs stored from {digest.since} to {digest.until}.")
    for at, story in enumerate(digest.stories, 1):
        yield from _in_full(at, story)
    for at, story in enumerate(digest.more, 1 + len(digest.stories)):
        yield Line(0, f"{at}. {_rank(story)} · in one line")
        yield from _what(story)
    for story in digest.silent:
        yield Line(0, f"Silent: {_named(story.lead)}")


def stories_document(digest: Digest) -> list[dict[str, Any]]:
    """The same for `--json`; `printed` says how a story stands in the mail: full, line or silent."""
    placed = [*((s, "full") for s in digest.stories), *((s, "line") for s in digest.more)]
    return [_document(s, printed) for s, printed in (*placed, *((s, "silent") for s in digest.silent))]


def _in_full(at: int, story: Story) -> Iterator[Line]:
    yield Line(0, f"{at}. {_rank(story)}")
    yield from _what(story)
    for brief, reason in zip(story.others, story.reasons, strict=True):
        yield Line(3, f"+ {_named(brief)}")
        yield Line(5, f"{reason}; not the same story? --keep-apart {story.lead.id} {brief.id}")
    for clash in story.contradictions:
        yield Line(3, f"≠ {clash.about}")
        for version in clash.versions:
            source = ", ".join(filter(None, (version.outlet, version.published, version.brief)))
            yield Line(5, f"{source}: {version.statement.text}")


def _what(story: Story) -> Iterator[Line]:
    yield Line(3, _named(story.lead))
    if story.change_detail:
        yield Line(3, f"{story.change}: {story.change_detail}")


def _rank(story: Story) -> str:
    """Tier, score and its parts, how it stands since the last digest, how many texts it rests on."""
    merits = story.merits
    parts = (
        f" = impact {merits.impact:g} × directness {merits.directness:g}"
        f" × novelty {merits.novelty:g} × source {merits.source:g}"
        if merits
        else ""
    )
    since = f" since {story.previous}" if story.previous else ""
    texts = f"briefs: {1 + len(story.others)}, origins: {story.origins}"
    return f"tier {story.tier} · score {story.score:.3f}{parts} · {story.change}{since} · {texts}"


def _named(brief: Brief) -> str:
    source = ", ".join(filter(None, (brief.article.outlet, brief.article.published)))
    return f"{brief.id} {brief.title.text}" + (f" ({source})" if source else "")


def _document(story: Story, printed: str) -> dict[str, Any]:
    return {
        "key": story.key,
        "printed": printed,
        "tier": story.tier,
        "score": story.score,
        "merits": plain(story.merits),
        "change": story.change,
        "change_detail": story.change_detail,
        "previous": story.previous,
        "origins": story.origins,
        "lead": _brief(story.lead),
        "others": [
            {**_brief(brief), "reason": reason}
            for brief, reason in zip(story.others, story.reasons, strict=True)
        ],
        "contradictions": plain(story.contradictions),
    }


def _brief(brief: Brief) -> dict[str, Any]:
    article = brief.article
    return {
        "id": brief.id,
        "revision": brief.revision,
        "title": brief.title.text,
        "outlet": article.outlet,
        "published": article.published,
    }
