from __future__ import annotations

import struct
import sys
import zoneinfo
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.digesting import Window, window_of
from briefings.digesting.window import zone_of
from briefings.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def time_zones(tmp_path: Path) -> Iterator[Path]:
    """A folder that is all this machine knows of time zones."""
    known = zoneinfo.TZPATH
    zoneinfo.reset_tzpath([tmp_path])
    zoneinfo.ZoneInfo.clear_cache()
    yield tmp_path
    zoneinfo.reset_tzpath(known)
    zoneinfo.ZoneInfo.clear_cache()


def zone_file(hours: int) -> bytes:
    """A TZif file of one offset."""
    return (
        b"TZif"
        + bytes(16)
        + struct.pack(">6l", 0, 0, 0, 0, 1, 4)
        + struct.pack(">lbb", hours * 3600, 0, 0)
        + b"+xx\0"
    )


def test_a_digest_covers_the_day_up_to_its_cut_off() -> None:
    assert window_of("2031-03-05") == Window("2031-03-04T06:30:00+05:00", "2031-03-05T06:30:00+05:00")


def test_mondays_digest_covers_the_weekend_and_friday() -> None:
    assert window_of("2031-03-03").since == "2031-02-28T06:30:00+05:00"


def test_cut_off_and_zone_can_be_set() -> None:
    window = window_of("2031-03-05", cut_off=time(18), zone="UTC")
    assert window == Window("2031-03-04T18:00:00+00:00", "2031-03-05T18:00:00+00:00")


def test_after_holidays_a_digest_goes_on_where_the_last_one_ended() -> None:
    window = window_of("2031-03-25", last_until="2031-03-20T06:30:00+05:00")
    assert window.since == "2031-03-20T06:30:00+05:00"


@given(st.dates(date(2025, 1, 1), date(2035, 1, 1)), st.lists(st.integers(1, 9), min_size=1, max_size=6))
def test_windows_of_digests_in_a_row_leave_no_gap_and_never_overlap(first: date, gaps: list[int]) -> None:
    last = window_of(first.isoformat())
    for gap in gaps:
        first += timedelta(days=gap)
        window = window_of(first.isoformat(), last_until=last.until)
        assert window.since == last.until
        assert datetime.fromisoformat(window.since) < datetime.fromisoformat(window.until)
        last = window


def test_a_digest_that_would_end_before_the_last_one_is_refused() -> None:
    with pytest.raises(UserError, match="2031-03-06T06:30:00"):
        window_of("2031-03-05", last_until="2031-03-06T06:30:00+05:00")


@pytest.mark.parametrize("day", ["вчера", "2031-02-30", ""])
def test_what_is_no_day_is_refused(day: str) -> None:
    with pytest.raises(UserError, match="is no day"):
        window_of(day)


def test_almaty_is_known_on_a_machine_with_old_data_of_time_zones(time_zones: Path) -> None:
    (time_zones / "Asia").mkdir()
    (time_zones / "Asia" / "Almaty").write_bytes(zone_file(6))
    assert window_of("2031-03-05").until == "2031-03-05T06:30:00+05:00"


def test_newer_data_of_time_zones_are_believed(time_zones: Path) -> None:
    (time_zones / "Asia").mkdir()
    (time_zones / "Asia" / "Almaty").write_bytes(zone_file(5))
    assert zone_of("Asia/Almaty", date(2031, 3, 5)) == zoneinfo.ZoneInfo("Asia/Almaty")


def test_almaty_is_known_on_a_machine_without_data_of_time_zones(
    time_zones: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [name for name in sys.modules if name.startswith("tzdata.")]:
        monkeypatch.delitem(sys.modules, module)  # another test may have read a zone from the package
    monkeypatch.setitem(sys.modules, "tzdata", None)  # nor is the package installed
    assert window_of("2031-03-05").until == "2031-03-05T06:30:00+05:00"
    with pytest.raises(UserError, match="install tzdata"):
        window_of("2031-03-05", zone="Europe/Vienna")
    with pytest.raises(UserError, match="install tzdata"):
        window_of("2024-02-05")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../secret", "", "/etc/passwd"])
def test_a_zone_there_is_none_of_is_refused(zone: str) -> None:
    with pytest.raises(UserError, match="time zone"):
        window_of("2031-03-05", zone=zone)
