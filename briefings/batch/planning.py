"""Which articles of a folder are to be briefed, and which are done already."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefings.batch.outcome import Outcome, shown
from briefings.errors import UnreadableArticle
from briefings.readers.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from briefings.archive.calls import Journal, NotedOutcome


@dataclass(frozen=True, slots=True)
class Follower:
    """A reprint, the SHA-256 of its bytes, and how like its original it is."""

    path: Path
    sha256: str
    share: float


@dataclass(frozen=True, slots=True)
class Plan:
    """`todo`: to be briefed, with the SHA-256 of their bytes; `twins`: files of the same bytes as one of
    those, by its path; `settled`: outcomes that are known without any work; `anew`: the SHA-256 of those
    whose answers were of no use, so that the model is to be asked once more; `briefed`: what this recipe has
    made before, by the SHA-256 of the article; `reprints`: files that say the same as one to do, by its path."""

    todo: tuple[tuple[Path, str], ...]
    twins: dict[Path, tuple[Path, ...]]
    settled: tuple[Outcome, ...]
    anew: tuple[str, ...] = ()
    briefed: dict[str, NotedOutcome] = field(default_factory=dict)
    reprints: dict[Path, tuple[Follower, ...]] = field(default_factory=dict)

    @property
    def linked(self) -> int:
        """How many reprints need no brief of their own, besides those of earlier runs."""
        settled = sum(outcome.reprint is not None and not outcome.kept for outcome in self.settled)
        return settled + sum(map(len, self.reprints.values()))


def plan(
    articles: Iterable[Path],
    journal: Journal,
    recipe_sha256: str,
    out: Path,
    *,
    retry_failed: bool = False,
    reprints: bool = False,
) -> Plan:
    """What is to be done for `articles`, in their order; with `retry_failed` only those that failed before.

    `reprints`: those that were linked to another article's brief are to have their own.
    """
    noted = journal.outcomes(recipe_sha256)
    done: dict[str, NotedOutcome] = {}
    for known in noted:
        if reprints and known.document.get("reprint") is not None:
            continue
        if known.outcome == "done" and _stands(out, known.document["files"]):
            if known.document["same_as"] is None:
                done[known.article_sha256] = known
            done.setdefault(known.article_sha256, known)
    failed = {n.path: n for n in noted if n.outcome == "failed"}
    todo: dict[str, Path] = {}
    twins: dict[Path, tuple[Path, ...]] = {}
    settled: list[Outcome] = []
    anew: list[str] = []
    for path in articles:
        before = failed.get(shown(path.absolute()))
        try:
            sha256 = hashlib.sha256(read_bytes(path)).hexdigest()
        except UnreadableArticle as error:
            settled.append(Outcome(path, "failed", error=str(error), exit_code=error.exit_code))
            continue
        if sha256 in done:
            settled.append(_kept(path, done[sha256]))
        elif retry_failed and before is None:
            settled.append(Outcome(path, "left", sha256))
        elif sha256 in todo:
            first = todo[sha256]
            twins[first] = (*twins.get(first, ()), path)
        else:
            todo[sha256] = path
            if retry_failed and before is not None and before.document["unusable"]:
                anew.append(sha256)
    to_do = tuple((path, sha256) for sha256, path in todo.items())
    return Plan(to_do, twins, tuple(settled), tuple(anew), done)


def _stands(out: Path, files: Sequence[str]) -> bool:
    return all((out / name).is_file() for name in files)


def _kept(path: Path, earlier: NotedOutcome) -> Outcome:
    """The outcome of an earlier run for the same bytes, whatever their file was called then."""
    outcome = Outcome.of_document(path, earlier.document)
    if outcome.reprint is not None:
        return replace(outcome, kept=True)
    other = shown(path.absolute()) != earlier.path
    return replace(outcome, kept=True, same_as=earlier.document["path"] if other else None)
