"""An archive with calls in it, as a batch leaves them."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from briefings.archive.opening import open_archive

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NUMBER = "INSERT INTO numbers (day, place, article_sha256) VALUES ('2026-01-01', ?, ?)"
_FILE = "INSERT INTO file_names VALUES ('.', ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Call:
    model: str
    at: float
    tokens_in: int
    tokens_cached: int
    tokens_out: int
    cost_usd: float | None
    article_sha256: str | None


def at(moment: str) -> float:
    """Seconds since 1970 of an ISO date and time of this machine's zone."""
    return datetime.fromisoformat(moment).astimezone().timestamp()


def keep(folder: Path, *calls: Call, paths: Mapping[str, str] | None = None) -> Path:
    """The archive in `folder` with these calls and no others."""
    archive = folder / "briefings.sqlite"
    with closing(open_archive(archive)) as db:
        db.execute("DELETE FROM calls")
        db.executemany(
            "INSERT INTO calls (key, model, at, tokens_in, tokens_cached, tokens_out, cost_usd, article_sha256,"
            " seconds, text, finish) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 2.5, '\"…\"', 'stop')",
            [
                (
                    f"k{n}",
                    c.model,
                    c.at,
                    c.tokens_in,
                    c.tokens_cached,
                    c.tokens_out,
                    c.cost_usd,
                    c.article_sha256,
                )
                for n, c in enumerate(calls)
            ],
        )
        for place, (article, path) in enumerate((paths or {}).items(), 1):
            db.execute(_NUMBER, (place, article))
            db.execute(_FILE, (path, path, f"2026-01-01/{place:02d}-ru", path))
    return archive


def lost(archive: Path, *moments: float) -> None:
    """Note calls at these moments that have no answer."""
    with closing(open_archive(archive)) as db:
        db.executemany(
            "INSERT INTO unanswered_calls (key, model, at, why) VALUES ('k', 'm', ?, 'late')",
            [(moment,) for moment in moments],
        )
