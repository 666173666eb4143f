"""What a figure is: its kind, its place in the text, its value and unit in one common form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

Kind = Literal[
    "number",  # 5 plants, G20, полтора миллиона
    "magnitude",  # thousands, сотни тысяч: the order of size only
    "percent",  # also fractions of a whole: half is 50
    "money",
    "multiple",  # twice, в 2,5 раза, екі есе
    "duration",  # five years, 10-дневный; ages too
    "ordinal",
    "date",
    "year",
    "decade",
    "weekday",  # 1 is Monday
    "clock",  # minutes after midnight
]
DATE_KINDS: frozenset[Kind] = frozenset({"date", "year", "decade", "weekday", "clock"})

Rounding = Literal["none", "about", "over", "under"]


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date as far as the text gives it: any part may be missing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a text: `text[figure.start:figure.end] == figure.text`, offsets in code points.

    `value` is a `CalendarDate` for kind "date", else a number with scale words multiplied out (30 млрд is
    30000000000). `unit` is an ISO code for money (USD), "point" for percentage points, a unit of time for
    durations (year, month, ...), quarter, half or century for ordinals that count those.

    `rounding` is what stands by it: about, more than, less than. `certain` is False when the words may be
    no figure at all (one, первый, бір): such a figure can support a statement and is never asked for.
    """

    kind: Kind
    start: int
    end: int
    text: str
    value: Decimal | CalendarDate
    unit: str | None = None
    rounding: Rounding = "none"
    certain: bool = True
