"""`make eval`: measure, print the tables, keep the JSON document of the last run in tests/eval/eval.json.

Everything is measured in this very run. Texts that are not ours stay outside the repository: --data names
the folder that holds them, and without it only what needs none of them is measured. tests/eval/ was written
by examiners who had not seen the rules; `quality.HELD_OUT` were never used for tuning.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.measuring import coverage, merging, naming, parallel, quality, quoting, replies, wice
from tests.measuring.outside import measure_outside
from tests.measuring.results import Figure, Part, table
from tests.measuring.texts import stories

if TYPE_CHECKING:
    from collections.abc import Iterator

LAST = quality.FIXTURE / "eval.json"


def fixture_parts() -> Iterator[Part]:
    """The tables that need no outside texts."""
    for name, shares in quality.measure().items():
        columns = ("half",) if name == "kinds" else ("language", "half")
        yield Part(name, shares, columns=columns, asked=_ASKED.get(name, ""))


_ASKED = {
    "speech": "speaker of a sentence, held out ≥ 90 %",
    "quotations": "found ≥ 99 % (with an ellipsis ≥ 97 %), refused ≥ 99.8 %",
}


def outside_parts(data: Path) -> Iterator[Part]:
    """The tables on the outside texts that `data` holds."""
    if found := list(stories(data)):
        yield quoting.part("quoting", found)
    if (data / "ntrex-dev").is_dir():
        yield parallel.part(data)
    if part := wice.part(data):
        yield part


def _replies() -> Part:
    """What a model's answers lose and let through; the answers are kept in tests/eval/replies."""
    rows = replies.rows()
    strong = [row for row in rows if row.kind == "strong"]
    figures = [
        Figure(
            "wrong items printed, sloppy and hostile answers",
            sum(len(row.wrong) for row in rows),
            "items",
            "0",
        ),
        Figure(
            "true items lost, sloppy and hostile answers",
            sum(len(row.lost) for row in rows if row.kind in ("sloppy", "hostile")),
            "items",
        ),
    ]
    if strong:
        figures += [
            Figure(
                "true items lost, large model",
                100 * sum(len(r.lost) for r in strong) / sum(r.true for r in strong),
                "%",
                "≤ 5",
            ),
            Figure(
                "tokens of an answer, large model",
                sum(r.tokens for r in strong) / len(strong),
                "tokens",
                "≤ 1600",
            ),
            Figure(
                "calls a brief, large model", sum(r.calls for r in strong) / len(strong), "calls", "≤ 1.3"
            ),
        ]
    return Part("answers of models", (), figures=figures)


def _merging() -> Iterator[Figure]:
    for row in merging.rows():
        yield Figure(f"{row.way}, {row.half.replace('_', ' ')}, {row.languages}", row.f1, "")


def evaluate(data: Path | None) -> Iterator[Part]:
    yield from fixture_parts()
    yield naming.part(data)
    yield _replies()
    yield Part(
        "merging of stories, B-cubed F1", (), figures=list(_merging()), asked="held out, all languages ≥ 0.90"
    )
    if data is not None:
        yield from outside_parts(data)
        yield Part("outside", (), notes=[*measure_outside(data), *coverage.mission_rows(data)])


def as_json(part: Part) -> dict[str, Any]:
    """What the document holds of a part: its shares or lines under its name, its figures beside them."""
    document: dict[str, Any] = {part.name: [share.as_json() for share in part.shares] or list(part.notes)}
    if part.figures:
        document[f"{part.name}, figures"] = [figure.as_json() for figure in part.figures]
    return document


def main() -> None:
    parser = argparse.ArgumentParser(prog="make eval")
    parser.add_argument("--json", action="store_true", help="print the JSON document instead of tables")
    parser.add_argument("--wrong", action="store_true", help="list the statements judged wrongly")
    parser.add_argument("--data", type=Path, help="a folder of outside texts to run on as well")
    given = parser.parse_args()
    if given.wrong:
        print("\n".join(quality.wrong_cases()))
        return
    document: dict[str, Any] = {}
    for part in evaluate(given.data):
        document |= as_json(part)
        if not given.json:
            print(f"{table(part)}\n", flush=True)
    LAST.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if given.json:
        json.dump(document, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
