"""The watch list: what briefs say to watch, with the day it was set, until it is past or stale."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from briefings.digesting.telling import day_of
from briefings.domain import Indicator
from briefings.language.figures import CalendarDate, find_figures
from briefings.language.identify import identify

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.domain import Brief

_MOST = 10
_STALE = 14  # days after which an indicator that no brief repeats is dropped


def watch_list(briefs: Sequence[Brief], previous: Iterable[Indicator], day: str) -> tuple[Indicator, ...]:
    """Up to ten indicators of the digest of `day`: those of `briefs` in their order, then the last digest's.

    One that is set again keeps the day it was first set. One whose own date is past is left out.
    """
    today = date.fromisoformat(day)
    earlier = {_key(indicator): indicator for indicator in previous}
    found: dict[str, Indicator] = {}
    for brief in briefs:
        for statement in brief.watch:
            indicator = Indicator(statement, brief.id, day)
            key = _key(indicator)
            since = earlier[key].since if key in earlier else day
            found.setdefault(key, Indicator(statement, brief.id, since))
    for key, indicator in sorted(earlier.items(), key=lambda item: item[1].since, reverse=True):
        set_on = day_of(indicator.since)
        if set_on and (today - set_on).days <= _STALE:
            found.setdefault(key, indicator)
    return tuple(i for i in found.values() if not _is_past(i, today))[:_MOST]


def _key(indicator: Indicator) -> str:
    return " ".join(indicator.statement.text.casefold().split())


def _is_past(indicator: Indicator, today: date) -> bool:
    """Whether all dates of the indicator that name their year lie before `today`."""
    text = indicator.statement.text
    days = [
        day_of(f"{value.year:04}-{value.month:02}-{value.day:02}")
        for figure in find_figures(text, identify(text))
        if isinstance(value := figure.value, CalendarDate) and value.year and value.month and value.day
    ]
    return bool(days) and all(day is not None and day < today for day in days)
