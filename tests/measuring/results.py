"""What measuring gives: shares with their 95 % interval, single figures, and parts of the report."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass
from math import sqrt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_Z = 1.96  # standard deviations that hold 95 % of a normal distribution


@dataclass(frozen=True)
class Share:
    """`hits` of `total` for one measure and language.

    `half` is the half of the fixture; where something else is compared, the set of texts or the system.
    """

    measure: str
    language: str
    half: str
    hits: int
    total: int

    @property
    def percent(self) -> float:
        return 100 * self.hits / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's 95 % interval, in percent: how far the true share may lie from the measured one."""
        if not self.total:
            return 0.0, 100.0
        share, square = self.hits / self.total, _Z**2 / self.total
        middle = share + square / 2
        reach = _Z * sqrt(share * (1 - share) / self.total + square / self.total / 4)
        low, high = (middle - reach) / (1 + square), (middle + reach) / (1 + square)
        return 100 * max(low, 0.0), 100 * min(high, 1.0)

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "interval": [round(end, 2) for end in self.interval]}

    def __str__(self) -> str:
        low, high = self.interval
        return f"{_percent(self.percent)} % ({self.hits}/{self.total}; {_percent(low)}–{_percent(high)})"


@dataclass(frozen=True)
class Figure:
    """One measured number. `limit` is what was asked of it."""

    name: str
    value: float
    unit: str
    limit: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def __str__(self) -> str:
        shown = f"{self.value:,.0f}" if self.value >= 100 else f"{self.value:.3g}"
        return f"{shown} {self.unit}"


@dataclass(frozen=True)
class Part:
    """One table of the report. `rows` and `columns` name the fields of a `Share` that head them."""

    name: str
    shares: Sequence[Share]
    rows: tuple[str, ...] = ("measure",)
    columns: tuple[str, ...] = ("language", "half")
    asked: str = ""
    figures: Sequence[Figure] = ()
    notes: Sequence[str] = ()


def tally(measure: str, judged: Iterable[tuple[str, str, bool]]) -> list[Share]:
    """Shares of True by (language, half), of `(language, half, hit)`."""
    sums: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for language, half, hit in judged:
        sums[language, half].append(hit)
    return [Share(measure, *key, sum(hits), len(hits)) for key, hits in sorted(sums.items())]


def counted(judged: Iterable[tuple[str, str, str, bool]]) -> list[Share]:
    """Shares of True by (measure, language, half), of `(measure, language, half, hit)`, in order of arrival."""
    sums: dict[tuple[str, str, str], list[int]] = {}
    for *key, hit in judged:
        count = sums.setdefault((key[0], key[1], key[2]), [0, 0])
        count[0] += hit
        count[1] += 1
    return [Share(*key, hits, total) for key, (hits, total) in sums.items()]


def table(part: Part) -> str:
    """The part as Markdown."""
    lines = [f"### {part.name}"] + ([f"\nAsked: {part.asked}"] if part.asked else [])
    if part.shares:
        lines += ["", *_share_lines(part)]
    if part.figures:
        lines += ["", "| figure | measured | asked |", "|---|---|---|"]
        lines += [f"| {figure.name} | {figure} | {figure.limit} |" for figure in part.figures]
    return "\n".join([*lines, *(f"\n{note}" for note in part.notes)])


def _share_lines(part: Part) -> list[str]:
    cells: dict[str, dict[str, Share]] = defaultdict(dict)
    for share in part.shares:
        cells[_heading(share, part.rows)][_heading(share, part.columns)] = share
    names = list(dict.fromkeys(_heading(share, part.columns) for share in part.shares))
    lines = ["| | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    for row, found in cells.items():
        lines.append(f"| {row} | " + " | ".join(str(found.get(name, "–")) for name in names) + " |")
    return lines


def _heading(share: Share, fields: tuple[str, ...]) -> str:
    return ", ".join(getattr(share, field) for field in fields)


def _percent(value: float) -> str:
    """With as many decimals as a rare error needs: 99.96 and not 100.0."""
    if 99 < value < 99.995 or 0.005 < value < 1:
        return f"{value:.2f}"
    return f"{value:.1f}" if 1 <= value <= 99 else f"{value:.0f}"
