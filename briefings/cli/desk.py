"""Several articles, one after the other: one bad article never stops the others."""

from __future__ import annotations

import time
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefings.checking.second_reading import read_again
from briefings.errors import BriefingsError, CredentialsError, ModelError, UnusableReply, unexpected
from briefings.pipeline import brief_article
from briefings.readers import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefings.cli.progress import Progress
    from briefings.domain import Brief
    from briefings.lens import Lens
    from briefings.llm.base import LanguageModel
    from briefings.publishing import Publisher
    from briefings.settings import Settings


@dataclass
class Outcome:
    """What became of one article: a brief and its files, or an error."""

    path: Path
    files: list[Path] = field(default_factory=list)
    brief: Brief | None = None
    error: BriefingsError | None = None

    def document(self) -> dict[str, Any]:
        """The outcome as `--json` prints it."""
        brief = self.brief
        return {
            "path": str(self.path),
            "outcome": "done" if brief else "failed",
            "files": [str(file) for file in self.files],
            "id": brief.id if brief else None,
            "revision": brief.revision if brief else None,
            "language": brief.language if brief else None,
            "drafter": brief.made.drafter if brief else None,
            "withheld": len(brief.withheld) if brief else None,
            "tokens_in": brief.made.tokens_in if brief else None,
            "tokens_out": brief.made.tokens_out if brief else None,
            "cost_usd": brief.made.cost_usd if brief else None,
            "error": str(self.error) if self.error else None,
        }


@dataclass(frozen=True)
class Desk:
    """What the briefs of one call share."""

    settings: Settings
    publisher: Publisher
    lens: Lens
    model: LanguageModel | None
    judge: LanguageModel | None
    progress: Progress
    debug: bool = False

    def brief_all(self, paths: tuple[Path, ...]) -> Iterator[Outcome]:
        """The outcome for each of `paths`, as soon as it is there and its files are written."""
        refused: CredentialsError | None = None
        for at, path in enumerate(paths, 1):
            place = f"[{at}/{len(paths)}]"
            started = time.perf_counter()
            outcome = Outcome(path)
            with self.progress.during(f"{place} {path}"):
                outcome.error = refused or self._attempt(outcome)
            if isinstance(outcome.error, CredentialsError):
                refused = outcome.error  # it stays refused: do not knock again for each article
            self.progress.say(f"{place} {_told(outcome, time.perf_counter() - started)}")
            yield outcome

    def _attempt(self, outcome: Outcome) -> BriefingsError | None:
        """Why there is no brief, or None when there is one. Nothing but an interruption gets past."""
        try:
            self._brief(outcome)
        except UnusableReply as error:
            return self.publisher.keep_rejected(outcome.path, error)
        except BriefingsError as error:
            if self.debug:
                traceback.print_exc()
            return error
        except Exception as error:  # noqa: BLE001 - a mistake of ours must not cost the other articles
            if self.debug:
                traceback.print_exc()
            return unexpected(error)
        return None

    def _brief(self, outcome: Outcome) -> None:
        settings = self.settings
        article = read_article(outcome.path)
        brief = brief_article(
            article,
            self.lens,
            self.model,
            language=settings.language,
            marking=settings.marking,
            context_window=settings.context_window,
            content=settings.content,
        )
        published = self.publisher.publish(self._read_again(brief))
        outcome.files.extend(published.files)
        outcome.brief = published.brief

    def _read_again(self, brief: Brief) -> Brief:
        """The brief after the second reading; a judge who fails costs nothing that is made already."""
        if self.judge is None:
            return brief
        try:
            return read_again(brief, self.judge, self.settings.content)
        except (ModelError, CredentialsError) as error:
            self.progress.say(f"No second reading: {error}")
            return brief


def _told(outcome: Outcome, seconds: float) -> str:
    path, brief = str(outcome.path), outcome.brief
    if brief is None:
        said = str(outcome.error)
        return f"failed: {said if path in said else f'{path}: {said}'}"
    withheld = f", {len(brief.withheld)} withheld" if brief.withheld else ""
    return f"{path}: brief {brief.id}{withheld} ({seconds:.1f} s)"
