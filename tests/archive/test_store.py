from __future__ import annotations

import json
import signal
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.archive.opening import open_archive
from briefings.archive.store import Archive
from briefings.rendering import brief_document, brief_from_document
from tests.archive.documents import document, kept

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.domain import Language

NUMBER = "2031-10-01/01-ru"
NOON = datetime(2031, 10, 1, 12, tzinfo=UTC)

STORE_FOR_EVER = """
import sys
from pathlib import Path
from briefings.archive.opening import open_archive
from briefings.archive.store import Archive
from tests.archive.documents import kept
archive = Archive(open_archive(Path(sys.argv[1])))
for at in range(10**6):
    print(kept(archive, f" Номер {at}."), flush=True)
"""


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_brief_comes_back_whole(archive: Archive, language: Language) -> None:
    number = kept(archive, language=language)
    stored = archive.brief(number)
    assert stored == document(number)
    assert brief_document(brief_from_document(stored)) == stored


def test_the_text_of_an_article_is_stored_once_whatever_is_made_of_it(archive: Archive) -> None:
    kept(archive)
    archive.store(document(NUMBER, event="Приглашены делегации десяти стран."))
    assert archive.connection.execute("SELECT count(*) FROM texts").fetchone()[0] == 1
    documents = archive.connection.execute("SELECT document FROM briefs").fetchall()
    assert len(documents) == 2
    assert not any("text" in json.loads(row[0])["article"] for row in documents)


def test_the_same_brief_made_again_is_the_same_revision_whatever_differs_from_run_to_run(
    archive: Archive,
) -> None:
    again = document(kept(archive))
    again["made"] |= {
        "created": "2032-01-01T00:00:00+05:00", "seconds": 9.0, "tokens_in": 1, "tokens_cached": 1, "tokens_out": 1,
        "cost_usd": 0.5,
    }  # fmt: skip
    again["article"]["path"] = "elsewhere/news.txt"
    again["revision"] = 7
    assert archive.store(again) == 1
    assert archive.store(json.dumps(again)) == 1
    assert archive.connection.execute("SELECT count(*) FROM briefs").fetchone()[0] == 1


def test_a_brief_that_came_out_otherwise_is_the_next_revision_and_the_old_one_stays(archive: Archive) -> None:
    number = kept(archive)
    assert archive.store(document(number, event="Приглашены делегации десяти стран.")) == 2
    assert archive.store(document(number)) == 3
    assert archive.revision(number) == 3
    second = archive.brief(number, 2)
    assert second is not None
    assert (second["revision"], second["event"][0]["text"]) == (2, "Приглашены делегации десяти стран.")
    assert archive.brief(number, 1) == document(number)
    assert archive.brief(number) == {**document(number), "revision": 3}


def test_a_first_revision_has_the_number_that_an_older_version_gave_it(archive: Archive) -> None:
    archive.number("2031-10-01", "ru", document(NUMBER)["article"]["sha256"])
    assert archive.store({**document(NUMBER), "revision": 4}) == 4
    assert archive.store(document(NUMBER)) == 4
    assert archive.store(document(NUMBER, event="Иначе.")) == 5


def test_what_is_not_stored_is_not_found(archive: Archive) -> None:
    kept(archive)
    assert archive.brief("2031-10-01/02-ru") is None
    assert archive.brief(NUMBER, 2) is None
    assert archive.revision("2031-10-01/01-kk") is None
    assert archive.brief_of("0" * 64, "ru") is None


def test_a_brief_is_found_by_its_article_and_language(archive: Archive) -> None:
    sha256 = document(NUMBER)["article"]["sha256"]
    kept(archive)
    assert archive.brief_of(sha256, "ru") == document(NUMBER)
    assert archive.brief_of(sha256, "kk") is None


def test_one_file_read_otherwise_by_a_later_version_keeps_both_texts(archive: Archive) -> None:
    other = document(kept(archive))
    other["article"]["text"] = other["article"]["text"].replace("озёр", "озер")
    assert archive.store(other) == 2
    for revision, word in ((1, "озёр"), (2, "озер")):
        stored = archive.brief(NUMBER, revision)
        assert stored is not None
        assert word in stored["article"]["text"]


def test_the_briefs_of_a_time_are_the_latest_revisions_as_of_its_end(archive: Archive) -> None:
    def stored_at(hours: int, made: dict[str, Any]) -> None:
        archive.number("2031-10-01", "ru", made["article"]["sha256"])
        archive.store(made, NOON + timedelta(hours=hours))

    stored_at(0, document("2031-10-01/01-ru"))
    stored_at(1, document("2031-10-01/02-ru", " Вторая."))
    stored_at(2, document("2031-10-01/01-ru", event="Иначе."))
    stored_at(3, document("2031-10-01/01-ru", event="Ещё раз иначе."))

    def listed(since: int, until: int) -> list[tuple[str, int]]:
        found = archive.stored_between(NOON + timedelta(hours=since), NOON + timedelta(hours=until))
        return [(brief["id"][-5:], brief["revision"]) for brief in found]

    assert listed(0, 1) == [("01-ru", 1)]
    assert listed(0, 2) == [("01-ru", 1), ("02-ru", 1)]
    assert listed(0, 3) == [("02-ru", 1), ("01-ru", 2)]
    assert listed(0, 9) == [("02-ru", 1), ("01-ru", 3)]
    assert listed(1, 2) == [("02-ru", 1)]
    assert listed(4, 9) == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1), st.text(st.characters(exclude_categories=[])))
def test_texts_come_back_character_for_character(archive: Archive, source: str, said: str) -> None:
    made = document(NUMBER, source.encode("utf-8", "ignore").decode(), event=said)
    made["id"] = archive.number("2031-10-01", "ru", made["article"]["sha256"])
    revision = archive.store(made)
    assert archive.brief(made["id"]) == {**made, "revision": revision}


def test_what_was_stored_before_a_kill_is_whole_and_the_rest_is_not_there(path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", STORE_FOR_EVER, str(path)], stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdout is not None
    numbers = [process.stdout.readline().strip() for _ in range(12)]
    process.kill()
    numbers += process.communicate(timeout=30)[0].split()
    assert process.returncode == -signal.SIGKILL
    with closing(Archive(open_archive(path))) as archive:
        for at, number in enumerate(numbers):
            assert archive.brief(number) == document(number, f" Номер {at}.")
        both = "SELECT (SELECT count(*) FROM briefs), (SELECT count(*) FROM searchable)"
        briefs, entries = archive.connection.execute(both).fetchone()
        assert len(numbers) <= briefs == entries <= len(numbers) + 1
