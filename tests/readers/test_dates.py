from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.readers.dates import iso_date


@pytest.mark.parametrize(
    "words",
    [
        "2025-09-22",
        "2025-09-22T08:15:00+05:00",
        "2025/9/22",
        "22.09.2025",
        "22.09.2025, 14:30",
        "22/09/2025",
        "09/22/2025",
        "22 сентября 2025",
        "22 сентября 2025 г.",
        "22 сентября 2025 года, 10:00",
        "понедельник, 22 сентября 2025",
        "22 сент. 2025",
        "22 қыркүйек 2025",
        "2025 жылғы 22 қыркүйек",
        "2025 ж. 22 қыркүйек",
        "22 ҚЫРКҮЙЕК 2025",
        "September 22, 2025",
        "Sept. 22, 2025",
        "22 September 2025",
        "22nd of September 2025",
        "Monday, September 22, 2025",
        "  22 Sep 2025  ",
    ],
)
def test_a_date_is_read_in_the_forms_newsrooms_write(words: str) -> None:
    assert iso_date(words) == "2025-09-22"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "вчера",
        "2025",
        "сентябрь 2025",
        "31.02.2025",
        "2025-13-01",
        "22 брюмера 2025",
        "03/04/2025",
        "22.09.20255",
    ],
)
def test_a_date_that_is_not_certain_is_none(words: str) -> None:
    assert iso_date(words) is None


@pytest.mark.parametrize(
    ("month", "names"),
    list(
        enumerate(
            [
                ("января", "қаңтар", "January"),
                ("февраля", "ақпан", "February"),
                ("марта", "наурыз", "March"),
                ("апреля", "сәуір", "April"),
                ("мая", "мамыр", "May"),
                ("июня", "маусым", "June"),
                ("июля", "шілде", "July"),
                ("августа", "тамыз", "August"),
                ("сентября", "қыркүйек", "September"),
                ("октября", "қазан", "October"),
                ("ноября", "қараша", "November"),
                ("декабря", "желтоқсан", "December"),
            ],
            1,
        )
    ),
)
def test_every_month_is_known_in_three_languages(month: int, names: tuple[str, ...]) -> None:
    assert {iso_date(f"7 {name} 2026") for name in names} == {f"2026-{month:02}-07"}


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_calendar_date_survives(day: date) -> None:
    assert iso_date(day.isoformat()) == day.isoformat()
    assert iso_date(f"{day.day}.{day.month}.{day.year}") == day.isoformat()


@given(st.text(max_size=40))
def test_what_comes_out_is_a_calendar_date_or_none(words: str) -> None:
    found = iso_date(words)
    assert found is None or date.fromisoformat(found).isoformat() == found
