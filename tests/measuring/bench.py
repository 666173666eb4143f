"""`make bench`: speed, memory, the archive, reprints, batches through a bad network, mail through kills.

Everything is measured in this very run: small by default (some minutes), with --full at the size that was
asked for (600 articles, 20 kills, 100,000 briefs: more than half an hour). Say what else the machine did.
"""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from tests.measuring import archive, batch, mail, reprints, speed
from tests.measuring.results import Figure, Part, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_SMALL, _FULL = (10_000, 10), (100_000, 50)  # briefs in the archive, kills while sending


def parts(*, full: bool) -> Iterable[Part]:
    """One table after the other, as soon as it is measured."""
    briefs, kills = _FULL if full else _SMALL
    measured: dict[str, Callable[[], Iterable[Any]]] = {
        "speed": speed.measure,
        "batch": lambda: batch.rows(quick=not full),
        "archive and search": lambda: archive.rows(briefs),
        "reprints": reprints.rows,
        "mail": lambda: mail.rows(kills),
    }
    for name, rows in measured.items():
        found = list(rows())
        yield Part(
            name,
            (),
            figures=[_figure(row) for row in found if not isinstance(getattr(row, "value", 0), str)],
            notes=[
                f"{row.measure}: {row.value}" for row in found if isinstance(getattr(row, "value", 0), str)
            ],
        )


def _figure(row: Any) -> Figure:
    return (
        row
        if isinstance(row, Figure)
        else Figure(row.measure, float(row.value), row.unit, str(row.limit or ""))
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--json", action="store_true", help="print one JSON document instead of tables")
    parser.add_argument("--full", action="store_true", help="at the size that was asked for")
    given = parser.parse_args()
    document: dict[str, Any] = {"figures": []}
    for part in parts(full=given.full):
        document["figures"] += [{"table": part.name, **figure.as_json()} for figure in part.figures]
        if not given.json:
            print(f"{table(part)}\n", flush=True)
    if given.json:
        print(json.dumps(document, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
