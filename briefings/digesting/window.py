"""Which hours a digest covers: up to the cut-off of its day, from where the last one ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefings.errors import UserError

CUT_OFF = time(6, 30)
ALMATY = "Asia/Almaty"
# Kazakhstan has kept one time since this day; older data of time zones do not know it yet.
_ONE_TIME = date(2024, 3, 1)
_UTC_PLUS_5 = timezone(timedelta(hours=5), "UTC+05:00")
_MONDAY = 1
_WEEKEND = timedelta(days=3)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """The hours a digest covers, as ISO date and time with zone; `until` is not part of it."""

    since: str
    until: str


def window_of(
    day: str, *, cut_off: time = CUT_OFF, zone: str = ALMATY, last_until: str | None = None
) -> Window:
    """The window of the digest of `day` (ISO date): it ends at the cut-off of that day.

    It begins where the last digest ended (`last_until`), so that nothing falls between two or into both.
    Without a last one it begins a day earlier, on a Monday at Friday's cut-off. Raises `UserError` for a day
    or zone there is none of, and where the last digest ended later than this one would.
    """
    try:
        issue = date.fromisoformat(day)
    except ValueError as error:
        raise UserError(f"{day!r} is no day; write it as 2031-03-03") from error
    until = datetime.combine(issue, cut_off, zone_of(zone, issue))
    back = _WEEKEND if issue.isoweekday() == _MONDAY else _ONE_DAY
    since = datetime.combine(issue - back, cut_off, zone_of(zone, issue - back))
    if last_until is not None:
        since = datetime.fromisoformat(last_until).astimezone(until.tzinfo)
        if since >= until:
            raise UserError(
                f"the last digest covers all up to {last_until}; a digest of {day} would end at {until.isoformat()}"
            )
    return Window(since.isoformat(), until.isoformat())


def zone_of(name: str, day: date) -> tzinfo:
    """The time zone called `name`, as it holds on `day`.

    Almaty's is known here from March 2024 on, also on a machine without data of time zones or with old
    ones. Raises `UserError` for any other that the machine does not know.
    """
    try:
        zone: tzinfo | None = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = None
    if name == ALMATY and day >= _ONE_TIME and (zone is None or _is_outdated(zone)):
        return _UTC_PLUS_5
    if zone is None:
        raise UserError(
            f"this machine does not know the time zone {name!r}; install tzdata or choose another"
        )
    return zone


def _is_outdated(almaty: tzinfo) -> bool:
    return datetime(2024, 6, 1, tzinfo=almaty).utcoffset() != timedelta(hours=5)
