"""A figure while it is being read: a place among the tokens, not yet in the text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefings.language.figures.figure import CalendarDate, Kind


class Found(NamedTuple):
    """A figure as tokens `start` to `end` (exclusive).

    `scale` and `plain` tell a range what it may share: the scale word it ends with, and whether it is
    digits and nothing else.
    """

    kind: Kind
    value: Decimal | CalendarDate
    start: int
    end: int
    unit: str | None = None
    certain: bool = True
    scale: Decimal = Decimal(1)
    plain: bool = False
