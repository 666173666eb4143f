"""Reprints in a run are linked to the brief of their original; nobody pays for the same news twice."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from briefings.archive.opening import open_archive
from briefings.archive.store import Archive
from briefings.batch.outcome import Outcome
from briefings.batch.planning import Follower
from briefings.reprints import Reprints

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from briefings.archive.calls import NotedOutcome
    from briefings.batch.planning import Plan

# Papers reprint within days; older briefs would only make the index larger.
_REMEMBERED = timedelta(days=60)


def without_reprints(plan: Plan, texts: Iterable[str | None], archive: Path) -> Plan:
    """`plan`, its reprints linked: to a brief of the last 60 days by this recipe, or to an earlier article to do.

    `texts` are of the articles to do, in their order; one that could not be read (None) stays as it is. The same
    articles give the same plan, whatever they are read by. Raises `UnusableArchive`.
    """
    known = _known(plan.briefed, archive)
    originals: dict[str, Path] = {}
    todo: list[tuple[Path, str]] = []
    settled: list[Outcome] = []
    reprints: dict[Path, tuple[Follower, ...]] = {}
    twins = dict(plan.twins)
    for (path, sha256), text in zip(plan.todo, texts, strict=True):
        found = known.find(text) if text is not None else None
        if found is None:
            todo.append((path, sha256))
            if text is not None:
                originals[sha256] = path
                known.add(sha256, text)
        elif found.sha256 in originals:
            original = originals[found.sha256]
            reprints[original] = (*reprints.get(original, ()), Follower(path, sha256, found.share))
        else:
            made = Outcome.of_document(path, plan.briefed[found.sha256].document)
            linked = made.of_reprint(path, sha256, found.share, plan.briefed[found.sha256].document["path"])
            settled += [linked, *(replace(linked, path=twin) for twin in twins.pop(path, ()))]
    return replace(plan, todo=tuple(todo), twins=twins, settled=(*plan.settled, *settled), reprints=reprints)


def _known(briefed: Mapping[str, NotedOutcome], archive: Path) -> Reprints:
    known = Reprints()
    if briefed:
        with closing(Archive(open_archive(archive))) as opened:
            for sha256, text in opened.texts_since(datetime.now(UTC) - _REMEMBERED):
                if sha256 in briefed:
                    known.add(sha256, text)
    return known
