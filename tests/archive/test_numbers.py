from __future__ import annotations

import re
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.archive.numbers import Number, NumberTaken
from briefings.archive.opening import open_archive
from briefings.archive.store import Archive
from tests.archive.documents import document, kept

if TYPE_CHECKING:
    from pathlib import Path

GIVE_TWENTY = """
import sys
from pathlib import Path
from briefings.archive.opening import open_archive
from briefings.archive.store import Archive
archive = Archive(open_archive(Path(sys.argv[1])))
sys.stdin.readline()
for at in range(20):
    print(archive.number("2026-03-01", "ru", f"{sys.argv[2]} {at}"), flush=True)
archive.close()
"""


def test_the_first_brief_of_a_day_is_number_one(archive: Archive) -> None:
    assert archive.number("2026-03-01", "ru", "a") == "2026-03-01/01-ru"


def test_a_number_is_never_given_to_another_article(archive: Archive) -> None:
    archive.number("2026-03-01", "ru", "a")
    assert archive.number("2026-03-01", "ru", "b") == "2026-03-01/02-ru"
    assert archive.number("2026-03-02", "ru", "c") == "2026-03-02/01-ru"


def test_an_article_keeps_its_place_in_another_language_and_on_another_day(archive: Archive) -> None:
    archive.number("2026-03-01", "ru", "a")
    archive.number("2026-03-01", "ru", "b")
    assert archive.number("2026-03-01", "kk", "b") == "2026-03-01/02-kk"
    assert archive.number("2026-04-30", "ru", "b") == "2026-03-01/02-ru"


def test_the_hundredth_brief_of_a_day_has_three_digits(archive: Archive) -> None:
    given_ = [archive.number("2026-03-01", "en", str(at)) for at in range(101)]
    assert (given_[98], given_[99]) == ("2026-03-01/99-en", "2026-03-01/100-en")


def test_no_number_is_given_for_a_day_that_is_none(archive: Archive) -> None:
    with pytest.raises(ValueError, match="day is out of range"):
        archive.number("2026-02-30", "ru", "a")


def test_a_brief_is_not_stored_under_the_number_of_another_article(archive: Archive) -> None:
    number = kept(archive)
    with pytest.raises(NumberTaken, match=re.escape(number)):
        archive.store(document(number, " Другая статья."))
    assert archive.brief(number) == document(number)


def test_processes_that_ask_at_once_never_get_one_number_twice_also_when_killed(path: Path) -> None:
    open_archive(path).close()
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", GIVE_TWENTY, str(path), str(at)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for at in range(4)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    victim = processes[0]
    assert victim.stdout is not None
    seen = [victim.stdout.readline().strip()]
    victim.kill()  # SIGKILL, in the middle of its work
    numbers = [line for p in processes for line in p.communicate(timeout=60)[0].split()] + seen
    assert len(numbers) >= 61
    assert len(set(numbers)) == len(numbers)
    with closing(Archive(open_archive(path))) as archive:
        assert archive.number("2026-03-01", "ru", "0 0") == seen[0]
        assert archive.number("2026-03-01", "ru", "new") not in numbers


@given(st.dates(), st.integers(1, 10**8), st.sampled_from(["ru", "kk", "en"]))
def test_a_number_is_read_as_it_is_written(day: object, place: int, language: str) -> None:
    number = Number(str(day), place, language)  # type: ignore[arg-type]
    assert Number.read(str(number)) == number


@pytest.mark.parametrize(
    "text", ["", "2026-03-01", "2026-03-01/1-ru", "2026-02-30/01-ru", "2026-03-01/00-ru", "2026-03-01/01-de", "../01-ru", "2026-03-01/01-ru\n", "٢٠٢٦-03-01/01-ru"]
)  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"number|day|month"):
        Number.read(text)
