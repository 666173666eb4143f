"""What became of one article of a batch."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal, Self

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefings.publishing import Published


@dataclass(frozen=True, slots=True)
class Outcome:
    """A brief and its files, an error, or neither: `left` for the next run.

    `files` are names in the out folder. `exit_code` is that of the error. `unusable`: the model answered,
    but with no brief, so that only another answer helps. `kept`: made by an earlier run; `same_as`: the file
    with the very same bytes whose brief this is, or, where `reprint` is not None, the file of the original: `reprint`
    says how like it this article is, up to 1. Tokens and USD are those of the brief, whenever they were paid.
    """

    path: Path
    outcome: Literal["done", "failed", "left"]
    article_sha256: str | None = None
    id: str | None = None
    revision: int | None = None
    language: str | None = None
    drafter: str | None = None
    withheld: int = 0
    files: tuple[str, ...] = ()
    tokens_in: int = 0
    tokens_cached: int = 0
    tokens_out: int = 0
    cost_usd: float | None = None
    seconds: float = 0.0
    error: str | None = None
    exit_code: int = 0
    unusable: bool = False
    kept: bool = False
    same_as: str | None = None
    reprint: float | None = None

    @classmethod
    def done(cls, path: Path, published: Published, seconds: float) -> Self:
        """The outcome when a brief was published, which took `seconds`."""
        brief = published.brief
        return cls(
            path,
            "done",
            article_sha256=brief.article.sha256,
            id=brief.id,
            revision=brief.revision,
            language=brief.language,
            drafter=brief.made.drafter,
            withheld=len(brief.withheld),
            files=tuple(file.name for file in published.files),
            tokens_in=brief.made.tokens_in,
            tokens_cached=brief.made.tokens_cached,
            tokens_out=brief.made.tokens_out,
            cost_usd=brief.made.cost_usd,
            seconds=round(seconds, 3),
        )

    def of_reprint(self, path: Path, sha256: str, share: float, original: str) -> Outcome:
        """What this outcome of the file `original` is for its reprint at `path`, of bytes with `sha256`."""
        return replace(
            self,
            path=path,
            article_sha256=sha256,
            seconds=0.0,
            same_as=original,
            reprint=round(share, 3),
        )

    def document(self) -> dict[str, Any]:
        """The outcome as a JSON object, as in batch.json."""
        fields = {name: getattr(self, name) for name in self.__slots__}
        return fields | {"path": shown(self.path), "files": list(self.files)}

    @classmethod
    def of_document(cls, path: Path, document: Mapping[str, Any]) -> Self:
        """The outcome that `document` holds, now for the file at `path`."""
        fields = {name: value for name, value in document.items() if name in cls.__slots__}
        return cls(**fields | {"path": path, "files": tuple(document["files"])})


def shown(path: Path) -> str:
    """`path` as text that any file can hold: the name of a file may be bytes that are no UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
