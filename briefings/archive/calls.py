"""What a batch must not forget: answers paid for, calls on their way, what became of each article.

Every change is on the disk when the method returns, so that a power cut takes nothing back.
"""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from briefings.archive.opening import open_archive, transaction
from briefings.archive.trouble import UnusableArchive
from briefings.domain import Usage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

# The first nine columns are `_values` of an answer.
_INTO = """
INSERT INTO calls (model, at, text, finish, tokens_in, tokens_cached, tokens_out, cost_usd, seconds,
    key, article_sha256, set_aside)
"""
# A second answer to the same call is a bill all the same.
_ANSWERED = f"""{_INTO}
SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, key, article_sha256,
    EXISTS (SELECT 1 FROM calls AS c WHERE c.key = f.key AND NOT c.set_aside)
FROM calls_in_flight AS f WHERE id = ?
"""  # noqa: S608 - ours
_ANSWERED_AHEAD = f"""{_INTO}
SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?10, ?11, 0 WHERE NOT EXISTS (SELECT 1 FROM calls WHERE key = ?10)
"""  # noqa: S608 - ours


@dataclass(frozen=True, slots=True)
class PaidAnswer:
    """An answer as it arrived from `model`; `finish` is stop, length or refusal."""

    text: str
    finish: str
    model: str
    usage: Usage


@dataclass(frozen=True, slots=True)
class NotedOutcome:
    """What became of the article at `path`; `document` is its entry in batch.json."""

    path: str
    article_sha256: str
    outcome: Literal["done", "failed"]
    document: dict[str, Any]


class Journal:
    """The journal in the archive at `path`; one instance serves any number of threads.

    Every method raises `UnusableArchive` when the archive cannot be written: full, locked or damaged.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = open_archive(path)
        self._lock = Lock()

    def close(self) -> None:
        """Let go of the archive."""
        with self._lock:
            self._connection.close()

    # ---- calls ------------------------------------------------------------------------------------

    def answer(self, key: str) -> PaidAnswer | None:
        """The answer to the call `key`, if it was paid for already."""
        with self._reading() as db:
            row = db.execute("SELECT * FROM calls WHERE key = ? AND NOT set_aside", [key]).fetchone()
        if row is None:
            return None
        usage = Usage(*(row[f] for f in ("tokens_in", "tokens_cached", "tokens_out", "seconds", "cost_usd")))
        return PaidAnswer(_unescaped(row["text"]), row["finish"], row["model"], usage)

    def sent(self, key: str, model: str, article_sha256: str | None) -> int:
        """Note a call that is about to be made; the number is for `answered`, `late` or `refused`."""
        with self._writing() as db:
            row = db.execute(
                "INSERT INTO calls_in_flight (key, model, at, article_sha256) VALUES (?, ?, ?, ?) RETURNING id",
                [key, model, time.time(), article_sha256],
            ).fetchone()
        return int(row["id"])

    def answered(self, call: int, answer: PaidAnswer) -> None:
        """Keep the answer to the call noted as number `call`."""
        with self._writing() as db:
            db.execute(_ANSWERED, [*_values(answer), call])
            db.execute("DELETE FROM calls_in_flight WHERE id = ?", [call])

    def ever_answered(self, key: str) -> bool:
        """Whether an answer to the call `key` was paid for, also one that was set aside."""
        with self._reading() as db:
            return db.execute("SELECT 1 FROM calls WHERE key = ?", [key]).fetchone() is not None

    def answered_ahead(self, answers: Iterable[tuple[str, str, PaidAnswer]]) -> None:
        """Keep answers that were ordered beforehand, each with its key and the SHA-256 of its article.

        All of them or none. One that is fetched again is no second bill.
        """
        with self._writing() as db:
            db.executemany(
                _ANSWERED_AHEAD,
                ([*_values(answer), key, article_sha256] for key, article_sha256, answer in answers),
            )

    def refused(self, call: int) -> None:
        """Forget a call that came to nothing and cost nothing."""
        with self._writing() as db:
            db.execute("DELETE FROM calls_in_flight WHERE id = ?", [call])

    def late(self, call: int) -> None:
        """Note that the answer was given up on: it is paid for all the same."""
        with self._writing() as db:
            _unanswered(db, "late", call)

    def cut_off(self) -> int:
        """How many calls were on their way when an earlier run was cut off; they are noted as unanswered.

        To be called when no run is at work on this archive.
        """
        with self._writing() as db:
            return _unanswered(db, "cut off")

    def set_aside(self, article_sha256: str) -> None:
        """Ask the model anew about this article: its answers stay in the ledger and are not used again."""
        with self._writing() as db:
            db.execute("UPDATE calls SET set_aside = 1 WHERE article_sha256 = ?", [article_sha256])

    # ---- outcomes ---------------------------------------------------------------------------------

    def note(self, recipe_sha256: str, noted: NotedOutcome) -> None:
        """Keep what became of an article; it replaces what was noted for the same file before."""
        document = json.dumps(noted.document)
        values = [recipe_sha256, noted.path, noted.article_sha256, noted.outcome, document, time.time()]
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?, ?, ?, ?)", values)

    def outcomes(self, recipe_sha256: str) -> list[NotedOutcome]:
        """What became of all articles that were briefed by this recipe."""
        with self._reading() as db:
            rows = db.execute("SELECT * FROM outcomes WHERE recipe_sha256 = ?", [recipe_sha256]).fetchall()
        return [
            NotedOutcome(r["path"], r["article_sha256"], r["outcome"], json.loads(r["document"]))
            for r in rows
        ]

    # ---- the database -----------------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._lock:
                yield self._connection
        except sqlite3.Error as error:
            raise self._unusable(error) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._reading() as db, transaction(db):
            yield db

    def _unusable(self, error: sqlite3.Error) -> UnusableArchive:
        # A full disk ends the transaction by itself, so that undoing it fails too: the first error says why.
        first = error.__context__ if isinstance(error.__context__, sqlite3.Error) else error
        return UnusableArchive(
            f"{self.path} cannot be written ({first}); free some space or see `briefings doctor`, then run "
            "the same command again: what is in it already is kept"
        )


def _values(answer: PaidAnswer) -> list[object]:
    """What the archive keeps of an answer that arrives now, in the order of `_INTO`."""
    usage = answer.usage
    return [
        answer.model,
        time.time(),
        _escaped(answer.text),
        answer.finish,
        usage.tokens_in,
        usage.tokens_cached,
        usage.tokens_out,
        usage.cost_usd,
        usage.seconds,
    ]


def _unanswered(db: sqlite3.Connection, why: str, call: int | None = None) -> int:
    """Move `call`, or all calls in flight, to those that have no answer; how many they were."""
    moved = db.execute(
        "INSERT INTO unanswered_calls (key, model, at, article_sha256, why)"
        " SELECT key, model, at, article_sha256, ?1 FROM calls_in_flight WHERE ?2 IS NULL OR id = ?2",
        [why, call],
    )
    db.execute("DELETE FROM calls_in_flight WHERE ?1 IS NULL OR id = ?1", [call])
    return moved.rowcount


def _escaped(text: str) -> str:
    """`text` as SQLite can hold it: half a surrogate pair in an answer must not lose it."""
    return json.dumps(text, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()


def _unescaped(stored: str) -> str:
    text: str = json.loads(stored)
    return text
