"""How well briefs of one event are merged, beside two usual ways, and how long a digest of 500 briefs takes.

    python -m tests.measuring.merging [--json]

The labelled stories of tests/eval/stories were written in two halves before anything was tuned; the last
fourteen stories of "tuned" were added later, with traps, when the rest could not tell any more. Thresholds,
also those of the others, were chosen on the half "tuned", the half "held_out" is only reported. B-cubed:
for each brief, how much of its group belongs there (precision), and how much of its story it holds (recall).
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from briefings.digesting import make_digest
from briefings.digesting.merging import merge
from briefings.domain import LANGUAGE_CODES
from briefings.lens import load_lens
from tests.measuring.speed import Figure
from tests.stories import Told, a_brief, told

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefings.domain import Digest

HALVES = ("tuned", "held_out")
Groups = list[set[int]]
PAIRS = [f"{a}-{b}" for a, b in combinations(LANGUAGE_CODES, 2)] + [f"{a}-{a}" for a in LANGUAGE_CODES]


@dataclass(frozen=True)
class Row:
    way: str
    half: str
    languages: str
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(way: str, half: str, stories: Sequence[Told], groups: Groups, languages: str = "all") -> Row:
    """B-cubed over all briefs; or, for a pair of languages, over each brief's peers in the other language."""
    group_of = {at: group for group in groups for at in group}
    precision, recall = [], []
    for at, one in enumerate(stories):
        peers = {
            other
            for other, it in enumerate(stories)
            if languages == "all" or (other != at and _pair(one, it) == languages)
        }
        grouped = group_of[at] & peers
        meant = {other for other in peers if stories[other].story == one.story}
        right = len(grouped & meant)
        if grouped:
            precision.append(right / len(grouped))
        if meant:
            recall.append(right / len(meant))
    return Row(way, half, languages, _mean(precision), _mean(recall))


def _pair(one: Told, other: Told) -> str:
    return "-".join(sorted((one.brief.language, other.brief.language), key=LANGUAGE_CODES.index))


def _mean(values: list[float]) -> float:
    return sum(values) / len(values) if values else 1.0


def ours(stories: Sequence[Told]) -> Groups:
    place = {one.brief.id: at for at, one in enumerate(stories)}
    return [{place[b.id] for b in group.briefs} for group in merge([one.brief for one in stories])]


def linked(size: int, alike: Callable[[int, int], float], threshold: float) -> Groups:
    """Groups of whatever is linked, directly or through others, by at least `threshold`."""
    groups: Groups = [{at} for at in range(size)]
    for a, b in combinations(range(size), 2):
        if alike(a, b) >= threshold:
            one, other = (next(g for g in groups if at in g) for at in (a, b))
            if one is not other:
                one |= other
                groups.remove(other)
    return groups


def tf_idf(stories: Sequence[Told]) -> Callable[[int, int], float]:
    from sklearn.feature_extraction.text import TfidfVectorizer

    matrix = TfidfVectorizer().fit_transform(_texts(stories))
    cosine = (matrix @ matrix.T).toarray()
    return lambda a, b: float(cosine[a, b])


def min_hash(stories: Sequence[Told]) -> Callable[[int, int], float]:
    from datasketch import MinHash

    hashes = []
    for text in _texts(stories):
        one = MinHash(num_perm=128, seed=1)
        for word in re.findall(r"\w+", text.lower()):
            one.update(word.encode())
        hashes.append(one)
    return lambda a, b: float(hashes[a].jaccard(hashes[b]))


def _texts(stories: Sequence[Told]) -> list[str]:
    return [one.brief.article.text for one in stories]


def rows() -> list[Row]:
    halves = {half: told(half) for half in HALVES}
    found = [
        b_cubed("ours", half, stories, ours(stories), languages)
        for half, stories in halves.items()
        for languages in ("all", *PAIRS)
    ]
    for name, way in (("TF-IDF cosine", tf_idf), ("MinHash", min_hash)):
        alike = {half: way(stories) for half, stories in halves.items()}

        def row(half: str, threshold: float, name: str = name, alike: dict = alike) -> Row:  # type: ignore[type-arg]
            groups = linked(len(halves[half]), alike[half], threshold)
            return b_cubed(name, half, halves[half], groups)

        best = max((step / 50 for step in range(1, 50)), key=lambda threshold: row("tuned", threshold).f1)
        found += [row(half, best) for half in HALVES]
    return found


def a_day(size: int = 500) -> list[Told]:
    """A day of `size` briefs out of the labelled ones: other people, companies, towns and figures each time."""
    dice = random.Random(3)  # noqa: S311 - the same day in every run
    originals = [one for half in HALVES for one in told(half)]
    day = []
    for at in range(size):
        one = originals[at % len(originals)]
        turn = at // len(originals)
        lines = [_renamed(s.text, turn, dice) for s in (one.brief.title, *one.brief.event)]
        brief = a_brief(
            *lines,
            number=f"2031-03-03/{at + 1:03d}-{one.brief.language}",
            language=one.brief.language,
            outlet=one.brief.article.outlet,
            genre=one.brief.article.genre,
        )
        day.append(Told(f"{one.story} {turn}", brief))
    return day


def _renamed(text: str, turn: int, dice: random.Random) -> str:
    if not turn:
        return text
    text = re.sub(r"\d+", lambda m: str(int(m[0]) + 7 * turn), text)
    return re.sub(
        r"(?<=[a-zа-яё] )([A-ZА-ЯЁ]\w{4,})", lambda m: m[0][:2] + "bdglmz"[turn - 1] + m[0][2:], text
    )


def speed() -> list[Figure]:
    """Seconds for the digest of a day of 500 briefs, with and without a digest of the day before to compare with.

    "cold" is the first in its process: dictionaries are loaded and every word is met for the first time.
    """
    lens, briefs = load_lens(), [one.brief for one in a_day()]

    def make(previous: Digest | None = None) -> Digest:
        return make_digest(
            briefs,
            number=1,
            day="2031-03-04",
            language="ru",
            since="2031-03-03T06:30:00+05:00",
            until="2031-03-04T06:30:00+05:00",
            lens=lens,
            previous=previous,
        )

    figures = []
    previous = None
    for name in ("cold", "warm", "warm, against the last digest"):
        wall, processor = time.perf_counter(), time.process_time()
        made = make(previous if "last" in name else None)
        spent = time.perf_counter() - wall, time.process_time() - processor
        previous = made
        limit = "≤ 1" if name == "warm" else ""
        figures.append(Figure(f"500 briefs, {name}, wall", spent[0], "s", limit))
        figures.append(Figure(f"500 briefs, {name}, processor", spent[1], "s", limit))
    return figures


def main(as_json: bool) -> None:
    figures, measured = speed(), rows()
    if as_json:
        table = [asdict(row) | {"f1": row.f1} for row in measured]
        print(
            json.dumps({"rows": table, "figures": [asdict(f) for f in figures]}, ensure_ascii=False, indent=1)
        )
        return
    print("| way | half | languages | precision | recall | F1 |\n|---|---|---|---|---|---|")
    for r in measured:
        print(f"| {r.way} | {r.half} | {r.languages} | {r.precision:.3f} | {r.recall:.3f} | {r.f1:.3f} |")
    print("\n| figure | measured | asked |\n|---|---|---|")
    for f in figures:
        print(f"| {f.name} | {f.value:.2f} {f.unit} | {f.limit} |")


if __name__ == "__main__":
    main("--json" in sys.argv)
