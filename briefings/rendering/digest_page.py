"""A digest as it is read: what its HTML and its plain text both show, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.domain import Digest, DrafterName, Language
    from briefings.rendering.citing import Claim
    from briefings.rendering.labels import Labels

_WORDS_A_MINUTE = 180


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader finds a brief: at a web `address`, in the `attachment` of this name, or not at all."""

    address: str | None = None
    attachment: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One statement with its voice as shape and word; `lead` names a section ("For Kazakhstan") before it.

    `likelihood` is that of an assessment, in words.
    """

    claim: Claim
    shape: str
    word: str
    language: Language
    place: Place
    lead: str | None = None
    likelihood: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who published a text and when, with a link to the original where there is one."""

    outlet: str
    published: str
    address: str | None
    place: Place
    language: str | None


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One of the versions that differ: who says so, when, and what."""

    source: str
    line: Line


@dataclass(frozen=True, slots=True)
class Clash:
    """A matter on which reports differ, with every version."""

    about: str
    versions: tuple[VersionLine, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The headline of a brief, and its source. `sample` says that the article is an invented one.

    `badge` says how a story of one line stands since the last digest; None when it is new.
    """

    id: str
    line: Line
    source: Source
    sample: str | None
    badge: str | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """Another text on the same event, and why it was taken for one."""

    source: Source
    reason: str


@dataclass(frozen=True, slots=True)
class Item:
    """One story in full."""

    heading: Heading
    change: str
    change_kind: str
    change_detail: str | None
    lines: tuple[Line, ...]
    confidence: str | None
    dimension: str | None
    corroboration: str
    also: str | None
    others: tuple[Merged, ...]
    clashes: tuple[Clash, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Watched:
    """One line of the watch list."""

    line: Line
    brief: str
    since: str


@dataclass(frozen=True, slots=True)
class DigestPage:
    """A digest with its labels. Templates read nothing else. `left_out` counts lines cut for length."""

    digest: Digest
    labels: Labels
    title: str
    day: str
    period: str
    count: str
    preview: str
    drafter: DrafterName
    notice: str
    items: tuple[Item, ...]
    more: tuple[Heading, ...]
    silent: tuple[Heading, ...]
    watch: tuple[Watched, ...]
    left_out: int

    @property
    def minutes(self) -> int:
        """How long the items take to read, in whole minutes."""
        lines = [line for item in self.items for line in (item.heading.line, *item.lines)]
        lines += [version.line for i in self.items for clash in i.clashes for version in clash.versions]
        lines += [heading.line for heading in (*self.more, *self.silent)]
        lines += [watched.line for watched in self.watch]
        words = sum(len(line.claim.before.split()) for line in lines)
        return max(1, -(-words // _WORDS_A_MINUTE))
