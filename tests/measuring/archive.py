"""How the archive holds up: 100,000 briefs of invented text, searched, listed and added to.

Words are drawn as they fall in print (Zipf's law) from the sample articles and the lens, with one invented
place name a brief. `python -m tests.measuring.archive [--briefs N] [--json]`; every figure is of this run.
"""

from __future__ import annotations

import argparse
import copy
import hashlib
import json
import random
import re
import statistics
import tempfile
import time
from bisect import bisect
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.archive.health import examine
from briefings.archive.opening import open_archive
from briefings.archive.search import search
from briefings.archive.store import Archive
from briefings.cli.bureau import Bureau
from briefings.cli.progress import Progress
from briefings.domain import LANGUAGE_CODES
from briefings.rendering import brief_document
from briefings.settings import Settings
from tests.briefs import sample_brief

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefings.domain import Language

ROOT = Path(__file__).parents[2]
BRIEFS = 100_000
A_DAY = 100
SENTENCES = 24
WORDS_A_SENTENCE = 14
RUNS = 25
_FIRST_DAY = date(2024, 1, 1)
_LETTERS: dict[Language, str] = {"ru": "а-яё", "kk": "а-яёәғқңөұүһі", "en": "a-z"}
_SYLLABLES = ("ал", "ту", "кар", "жын", "бер", "саг", "ор", "мин", "тел", "кум")


@dataclass(frozen=True)
class Row:
    """One figure; `limit` is what is asked of it, empty where it is only told."""

    measure: str
    value: float
    unit: str
    limit: str = ""


class Newsroom:
    """Writes documents of briefs, the same ones in every run."""

    def __init__(self) -> None:
        self._dice = random.Random(11)  # noqa: S311 - the same texts in every run
        self._patterns = {language: brief_document(sample_brief(language)) for language in LANGUAGE_CODES}
        print_ = "\n".join(
            p.read_text("utf-8") for p in (*ROOT.glob("seeds/*"), *ROOT.glob("prompts/lens/*.yaml"))
        )
        self._words = {
            language: sorted(set(re.findall(rf"\b[{letters}]{{2,}}\b", print_.casefold())))
            for language, letters in _LETTERS.items()
        }
        for words in self._words.values():
            self._dice.shuffle(words)
        self._weights = {
            language: list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
            for language, words in self._words.items()
        }

    def common(self, rank: int) -> str:
        """The Russian word that is met the `rank`th most often."""
        return self._words["ru"][rank]

    def place(self, at: int) -> str:
        """The invented place that only brief `at` is about."""
        return "".join(_SYLLABLES[int(digit)] for digit in f"{at:06d}").capitalize()

    def document(self, at: int) -> dict[str, Any]:
        """The document of brief `at`, without its number."""
        language = LANGUAGE_CODES[at % 3]
        document = copy.deepcopy(self._patterns[language])
        lines = [self._sentence(language) for _ in range(SENTENCES)]
        lines[3] = f"{self.place(at)} {lines[3]}"
        text, sentences = "", []
        for number, line in enumerate(lines, 1):
            start = len(text)
            text += f"{line} "
            sentences.append(
                {
                    **document["article"]["sentences"][-1],
                    "id": f"S{number}",
                    "start": start,
                    "end": len(text) - 1,
                }
            )
        document["article"] |= {
            "text": text,
            "sentences": sentences,
            "sha256": hashlib.sha256(text.encode()).hexdigest(),
        }
        document["title"]["text"] = f"{self.place(at)}: {self._sentence(language)}"
        for section in ("bottom_line", "event", "stakes", "watch"):
            for statement in document[section]:
                statement["text"] = self._sentence(language)
        return document

    def _sentence(self, language: Language) -> str:
        words, weights = self._words[language], self._weights[language]
        drawn = (words[bisect(weights, self._dice.random() * weights[-1])] for _ in range(WORDS_A_SENTENCE))
        return f"{' '.join(drawn)}.".capitalize()


def _store(archive: Archive, newsroom: Newsroom, at: int) -> float:
    """Put brief `at` into the archive; the seconds that took, without giving it a number."""
    document = newsroom.document(at)
    day = _FIRST_DAY + timedelta(days=at // A_DAY)
    stored = datetime(day.year, day.month, day.day, 6, tzinfo=UTC) + timedelta(seconds=at % A_DAY)
    document["id"] = archive.number(day.isoformat(), document["language"], document["article"]["sha256"])
    started = time.perf_counter()
    archive.store(document, stored)
    return time.perf_counter() - started


def _milliseconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return 1000 * statistics.median(times)


def rows(briefs: int = BRIEFS) -> list[Row]:
    """Fill an archive to a tenth and then to `briefs`, and measure it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "briefings.sqlite")
        archive = Archive(open_archive(path))
        try:
            return list(_measured(archive, path, briefs))
        finally:
            archive.close()


def _measured(archive: Archive, path: Path, briefs: int) -> Iterator[Row]:
    newsroom = Newsroom()
    tenth = briefs // 10
    warm = min(300, tenth // 2)
    for at in range(warm):  # the caches of dictionary forms are warm, as in a batch
        _store(archive, newsroom, at)
    first = _filled(archive, newsroom, warm, tenth)
    small_size, small_search = (
        path.stat().st_size,
        _milliseconds(lambda: search(archive.connection, newsroom.common(0))),
    )
    later = _filled(archive, newsroom, tenth, briefs)
    yield Row("filling, the first tenth", 1000 * first, "ms a brief")
    yield Row("filling, the rest", 1000 * later, "ms a brief")
    yield Row("growth of the time a brief takes", later / first, "times", "≤ 1.5")
    yield Row("size", path.stat().st_size / briefs / 1000, "kB a brief")
    yield Row(
        "growth of the size a brief takes",
        path.stat().st_size / small_size * tenth / briefs,
        "times",
        "≤ 1.2",
    )
    stored = [_store(archive, newsroom, briefs + at) for at in range(200)]
    yield Row("storing a brief, on the disk", 1000 * statistics.median(stored), "ms", "≤ 5")
    yield Row("the same, 95th percentile", 1000 * statistics.quantiles(stored, n=20)[-1], "ms")
    fresh = iter(range(10**6))
    numbering = _milliseconds(lambda: archive.number("2020-01-01", "ru", f"article {next(fresh)}"))
    yield Row("giving a number, on the disk", numbering, "ms")
    connection, one, two = archive.connection, newsroom.common(0), newsroom.common(40)
    rare = newsroom.place(briefs // 2).casefold()
    searches = {
        "search, a rare word": rare,
        "search, a common word": one,
        "search, two words": f"{one} {two}",
        "search, a rare and a common word": f"{rare} {one}",
        "search, a phrase": f'"{one} {two}"',
        "search, a phrase of three words": f'"{one} {newsroom.common(1)} {two}"',
        "search, a phrase that stands nowhere": f'"{rare} {rare}"',
        "search, nothing found": "птеродактиль",
    }
    for name, query in searches.items():
        yield Row(name, _milliseconds(lambda query=query: search(connection, query)), "ms", "≤ 50")
    facets = _milliseconds(lambda: search(connection, one, language="ru", dimension="regional_leadership"))
    yield Row("search, a common word on a dimension", facets, "ms", "≤ 50")
    common = _milliseconds(lambda: search(connection, one))
    yield Row("growth of the search for a common word", common / small_search, "times")
    yield Row(
        "search, a rare word, ranked",
        _milliseconds(lambda: search(connection, rare, ranked=True)),
        "ms",
        "≤ 50",
    )
    started = time.perf_counter()
    search(connection, one, ranked=True)
    yield Row("search, a common word, ranked", 1000 * (time.perf_counter() - started), "ms")
    day = _FIRST_DAY + timedelta(days=(briefs - 1) // A_DAY)
    since = datetime(day.year, day.month, day.day, tzinfo=UTC)
    started = time.perf_counter()
    listed = sum(1 for _ in archive.stored_between(since, since + timedelta(days=1)))
    yield Row(f"the day's {listed} briefs", time.perf_counter() - started, "s", "≤ 1")
    yield from _digest(archive, path, day)
    middle = f"{_FIRST_DAY + timedelta(days=briefs // 2 // A_DAY)}/01-{LANGUAGE_CODES[briefs // 2 // A_DAY * A_DAY % 3]}"
    if archive.revision(middle) is None:
        raise SystemExit(f"there is no brief {middle}: nothing to measure")
    yield Row("a brief by its number", _milliseconds(lambda: archive.brief(middle)), "ms")
    started = time.perf_counter()
    if (health := examine(path)).damage or health.index:
        raise SystemExit(f"the archive is not sound: {health}")
    yield Row("doctor's look at it", time.perf_counter() - started, "s")


def _digest(archive: Archive, path: Path, day: date) -> Iterator[Row]:
    """The digest of `day` as `briefings digest` makes it: read, merged, ordered, printed, written."""
    if day.isoweekday() == 1:  # it would take in the weekend too
        day -= timedelta(days=1)
    settings = Settings(out=path.parent, archive=path)
    bureau = Bureau(archive.connection, settings, day.isoformat(), (), Progress())
    for name in ("for the first time", "again"):
        started = time.perf_counter()
        issue = bureau.issue(anew=True)
        took = time.perf_counter() - started
        yield Row(f"the day's digest of {len(issue.briefs)} briefs, {name}", took, "s", "≤ 1")


def _filled(archive: Archive, newsroom: Newsroom, start: int, end: int) -> float:
    """Store the briefs from `start` to `end` without waiting for the disk; seconds a brief."""
    archive.connection.execute("PRAGMA synchronous = OFF")
    took = sum(_store(archive, newsroom, at) for at in range(start, end))
    archive.connection.execute("PRAGMA synchronous = FULL")
    return took / (end - start)


def main() -> None:
    """Print the figures as a table or, with --json, as one document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefs", type=int, default=BRIEFS)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    measured = rows(given.briefs)
    if given.json:
        print(json.dumps({"rows": [asdict(row) for row in measured]}, ensure_ascii=False, indent=1))
        return
    print("| measure | measured | asked |\n|---|---|---|")
    for row in measured:
        print(f"| {row.measure} | {row.value:,.3g} {row.unit} | {row.limit} |")


if __name__ == "__main__":
    main()
