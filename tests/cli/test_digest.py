"""`briefings digest`: made and shown first, sent once, and honest about what nobody knows."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import time
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefings.archive.opening import open_archive
from briefings.archive.store import Archive
from briefings.rendering import brief_document
from tests.cli.calling import Called, call, command, environment, run
from tests.mail.gate import problems
from tests.mail.server import Server, serving
from tests.stories import a_brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Brief

DAY = "2031-10-01"
OUT = Path("out")
FOLDER = OUT / "digests" / DAY
EML = FOLDER / "digest.eml"
READERS = ["a@desk.example", "b@desk.example", "c@desk.example"]
PHRASE = "s3cret-words"


@pytest.fixture(autouse=True)
def configured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFINGS_FROM", "Бюро <digest@desk.example>")
    monkeypatch.setenv("BRIEFINGS_TO", ", ".join(READERS))
    for place in (1, 2):
        put(a_report(place))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving(Server()) as opened:
        monkeypatch.setenv("BRIEFINGS_SMTP_URL", opened.url)
        yield opened


def a_report(place: int, **more: Any) -> Brief:
    """The brief number `place` of the day; no two are of one event."""
    title = [
        "Norvik продаст 300 локомотивов",
        "Паводок закрыл дорогу в Каргалы",
        "Врачи Балхаша открыли школу",
    ]
    number = f"{DAY}/{place:02d}-ru"
    return a_brief(title[place - 1], number=number, language="ru", published=DAY, **more)


def revised(brief: Brief) -> Brief:
    return replace(brief, bottom_line=(brief.title,))


def put(brief: Brief, stored: str = f"{DAY}T06:00:00+05:00") -> None:
    with closing(Archive(open_archive(OUT / "briefings.sqlite"))) as archive:
        archive.store(brief_document(brief), datetime.fromisoformat(stored))


def digest(capsys: pytest.CaptureFixture[str], *arguments: str) -> Called:
    called = call(capsys, "digest", "--date", DAY, *arguments)
    assert PHRASE not in called.out + called.err
    return called


def states(called: Called) -> dict[str, str]:
    return {line.split("\t")[1]: line.split("\t")[0] for line in called.out.splitlines()}


def test_a_digest_is_written_and_nothing_sent(capsys: pytest.CaptureFixture[str], server: Server) -> None:
    called = digest(capsys)
    assert called.code == 0
    assert called.out.splitlines() == [str(FOLDER / f"digest.{kind}") for kind in ("html", "txt", "eml")]
    assert "[TLP:CLEAR] Дайджест № 1 | 01.10.2031 | 2 темы" in called.err
    assert problems(EML.read_bytes()) == []
    assert server.seen == Counter()


def test_the_very_file_is_sent_after_subject_recipients_and_count_are_shown(
    capsys: pytest.CaptureFixture[str], server: Server
) -> None:
    digest(capsys)
    made = EML.read_bytes()
    called = digest(capsys, "--send", "--yes")
    assert called.code == 0
    assert states(called) == dict.fromkeys(READERS, "accepted")
    assert [content.partition(b"\r\n")[2] for _, content in server.mails] == [made] * 3
    assert "Subject: [TLP:CLEAR] Дайджест № 1" in called.err
    assert "Recipients: 3" in called.err
    assert "Accepted: 3, refused: 0, unclear: 0, not tried: 0" in called.err


def test_a_second_send_of_the_same_digest_sends_nothing_and_says_when_it_went(
    capsys: pytest.CaptureFixture[str], server: Server
) -> None:
    digest(capsys, "--send", "--yes")
    server.mails.clear()
    called = digest(capsys, "--send", "--yes")
    assert (called.code, server.mails) == (0, [])
    assert re.search(
        r"Digest 1 of 2031-10-01 went to all 3 recipients, the last on \d{4}-\d\d-\d\dT", called.err
    )


def test_a_digest_that_is_out_is_not_made_anew(capsys: pytest.CaptureFixture[str], server: Server) -> None:
    digest(capsys, "--send", "--yes")
    sent = EML.read_bytes()
    put(a_report(3))
    called = digest(capsys)
    assert (called.code, EML.read_bytes()) == (0, sent)
    assert "is out since" in called.err


def test_only_those_are_sent_to_who_have_not_got_it(
    capsys: pytest.CaptureFixture[str], server: Server
) -> None:
    server.refuse["b@desk.example"] = "450 try later"
    called = digest(capsys, "--send", "--yes")
    assert called.code == 1
    assert states(called) == dict(zip(READERS, ["accepted", "refused", "accepted"], strict=True))
    assert "450 try later" in called.out
    server.refuse.clear()
    server.mails.clear()
    again = digest(capsys, "--send", "--yes", "--to", "B@desk.example", "--to", "d@desk.example")
    assert again.code == 0
    assert server.recipients == ["B@desk.example", "d@desk.example"]


def test_an_unclear_end_is_told_and_not_sent_again_unless_asked(
    capsys: pytest.CaptureFixture[str], server: Server
) -> None:
    server.hang_up["stored"] = 1
    called = digest(capsys, "--send", "--yes")
    assert called.code == 1
    assert states(called) == dict(zip(READERS, ["unclear", "accepted", "accepted"], strict=True))
    server.mails.clear()
    again = digest(capsys, "--send", "--yes")
    assert (again.code, server.mails) == (1, [])
    assert "--resend-unclear" in again.err
    asked = digest(capsys, "--send", "--yes", "--resend-unclear")
    assert (asked.code, server.recipients) == (0, ["a@desk.example"])


def test_a_server_that_is_not_there_ends_in_1_and_nobody_is_called_served(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFINGS_SMTP_URL", f"smtp://u:{PHRASE}@127.0.0.1:9?tls=none")
    called = digest(capsys, "--send", "--yes")
    assert called.code == 1
    assert states(called) == dict.fromkeys(READERS, "due")
    assert "127.0.0.1:9 cannot be used" in called.err
    assert "not tried: 3" in called.err


def test_nothing_is_sent_without_a_yes(
    capsys: pytest.CaptureFixture[str], server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    for answer, code, told in (("n\n", 1, "Nothing was sent."), ("", 2, "add --yes")):
        monkeypatch.setattr("sys.stdin", _Typed(answer))
        called = digest(capsys, "--send")
        assert (called.code, server.mails) == (code, [])
        assert told in called.err
    monkeypatch.setattr("sys.stdin", _Typed("y\n"))
    assert digest(capsys, "--send").code == 0
    assert server.recipients == READERS


class _Typed:
    """Standard input with an answer in it."""

    def __init__(self, answer: str) -> None:
        self.lines = [answer] if answer else []

    def readline(self, *_: int) -> str:
        return self.lines.pop() if self.lines else ""

    def __iter__(self) -> _Typed:
        return self


def test_a_dry_run_shows_all_and_sends_nothing(capsys: pytest.CaptureFixture[str], server: Server) -> None:
    called = digest(capsys, "--send", "--dry-run", "--json")
    assert (called.code, server.seen) == (0, Counter())
    document = json.loads(called.out)
    assert [entry["state"] for entry in document["recipients"]] == ["due"] * 3
    assert document["number"] == 1


def test_a_file_that_somebody_changed_is_not_sent(capsys: pytest.CaptureFixture[str], server: Server) -> None:
    digest(capsys)
    EML.write_bytes(EML.read_bytes().replace(b"Subject: ", b"Subject: x"))
    called = digest(capsys, "--send", "--yes")
    assert (called.code, server.mails) == (1, [])
    assert "is not the file that was made" in called.err


def test_a_brief_that_changed_since_is_asked_about_again(
    capsys: pytest.CaptureFixture[str], server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest(capsys)
    put(revised(a_report(2)), f"{DAY}T06:10:00+05:00")
    called = digest(capsys, "--send", "--yes")
    assert (called.code, server.mails) == (1, [])
    assert "2031-10-01/02-ru changed since" in called.err
    monkeypatch.setattr("sys.stdin", _Typed("y\n"))
    agreed = digest(capsys, "--send")
    assert (agreed.code, server.recipients) == (0, READERS)
    assert "Changed since this file was made: 2031-10-01/02-ru" in agreed.err


@pytest.mark.parametrize("marking", ["ДСП", "ҚБП", "TLP:AMBER"])
def test_a_restricted_brief_never_enters_a_digest(
    capsys: pytest.CaptureFixture[str], server: Server, marking: str
) -> None:
    brief = a_report(3, marking=marking)
    put(replace(brief, title=replace(brief.title, text="Закрытый заголовок")))
    called = digest(capsys, "--send", "--yes")
    assert called.code == 0
    assert "Kept back by their marking: 1." in called.err
    assert len(server.read()) == 3
    for message in server.read():
        for part in message.walk():
            if not part.is_multipart():
                assert "Закрытый" not in part.get_content()
                assert "03-ru" not in part.get_content()


def test_a_brief_that_was_restricted_after_the_digest_was_made_stops_it(
    capsys: pytest.CaptureFixture[str], server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest(capsys)
    put(a_report(2, marking="ДСП"))
    monkeypatch.setattr("sys.stdin", _Typed("y\n"))
    for more in (["--yes"], []):
        called = digest(capsys, "--send", *more)
        assert (called.code, server.mails) == (1, [])
        assert "2031-10-01/02-ru may not be mailed any more" in called.err


def test_a_brief_that_is_restricted_while_somebody_is_asked_stops_it_too(
    capsys: pytest.CaptureFixture[str], server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    digest(capsys)

    class Thinking(_Typed):
        def readline(self, *_: int) -> str:
            put(a_report(2, marking="ҚБП"))
            return super().readline()

    monkeypatch.setattr("sys.stdin", Thinking("y\n"))
    called = digest(capsys, "--send")
    assert (called.code, server.mails) == (1, [])
    assert "may not be mailed any more" in called.err


def test_a_brief_is_in_one_digest_after_the_other(capsys: pytest.CaptureFixture[str], server: Server) -> None:
    digest(capsys, "--send", "--yes")
    put(a_report(3), "2031-10-01T07:00:00+05:00")
    called = call(capsys, "digest", "--date", "2031-10-02")
    text = (OUT / "digests" / "2031-10-02" / "digest.txt").read_text(encoding="utf-8")
    assert "Дайджест № 2 | 02.10.2031 | 1 тема" in called.err
    fresh, _, silent = text.partition("БЕЗ НОВОСТЕЙ")
    assert "2031-10-01/03-ru" in fresh
    assert "2031-10-01/01-ru" not in fresh
    assert "2031-10-01/01-ru" in silent


def test_a_day_without_briefs_makes_a_digest_that_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    called = call(capsys, "digest", "--date", "2031-11-01", "--language", "en")
    assert called.code == 0
    text = (OUT / "digests" / "2031-11-01" / "digest.txt").read_text(encoding="utf-8")
    assert "No significant items in this period." in text


@pytest.mark.parametrize(
    ("setting", "value", "arguments", "told"),
    [
        ("BRIEFINGS_TO", "", ["--send", "--yes"], "BRIEFINGS_TO"),
        ("BRIEFINGS_TO", "nobody@", ["--send", "--yes"], "'nobody@' is not a mail address"),
        ("BRIEFINGS_FROM", "", ["--send", "--yes"], "BRIEFINGS_FROM"),
        ("BRIEFINGS_FROM", "x\ny", [], "is not a mail address"),
        ("BRIEFINGS_SMTP_URL", "", ["--send", "--yes"], "BRIEFINGS_SMTP_URL"),
        (
            "BRIEFINGS_SMTP_URL",
            f"smtp://u:{PHRASE}@h:x",
            ["--send", "--yes"],
            "BRIEFINGS_SMTP_URL must look like",
        ),
        ("BRIEFINGS_PUBLIC_URL", "javascript:x", [], "BRIEFINGS_PUBLIC_URL"),
        (
            "BRIEFINGS_TO",
            "a@desk.example",
            ["--keep-apart", "2031-10-01/01-ru", "x"],
            "no brief has the number x",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_named_and_nothing_sent(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    server: Server,
    setting: str,
    value: str,
    arguments: list[str],
    told: str,
) -> None:
    monkeypatch.setenv(setting, value)
    called = digest(capsys, *arguments)
    assert (called.code, server.seen) == (2, Counter())
    assert told in called.err


def test_the_server_may_stand_in_a_file_and_is_never_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, server: Server, tmp_path: Path
) -> None:
    (tmp_path / "smtp").write_text(
        f"smtp://desk:{PHRASE}@127.0.0.1:{server.port}?tls=none\n", encoding="utf-8"
    )
    monkeypatch.delenv("BRIEFINGS_SMTP_URL")
    monkeypatch.setenv("BRIEFINGS_SMTP_URL_FILE", str(tmp_path / "smtp"))
    called = digest(capsys, "--send", "--yes", "--json")
    assert "does not offer" in called.err  # this server knows no logins
    doctor = call(capsys, "doctor")
    for file in OUT.rglob("*"):
        if file.is_file():
            assert PHRASE.encode() not in file.read_bytes()
    assert PHRASE not in doctor.out + doctor.err + called.out


def test_doctor_says_whether_the_mail_server_answers(
    capsys: pytest.CaptureFixture[str], server: Server
) -> None:
    assert f"✓ mail: 127.0.0.1:{server.port} answers (none); nothing was sent" in call(capsys, "doctor").out
    assert server.mails == []


def test_with_a_public_address_the_pages_are_written_beside_the_digest(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFINGS_PUBLIC_URL", "https://briefs.desk.example/")
    digest(capsys)
    links = set(
        re.findall(r'href="https://briefs.desk.example/([^"#]*)', (FOLDER / "digest.html").read_text("utf-8"))
    )
    assert len(links) == 2
    assert all((OUT / link).is_file() for link in links)


def settings_for(server: Server) -> dict[str, str]:
    return {"BRIEFINGS_SMTP_URL": server.url}


@pytest.mark.parametrize("point", ["rcpt", "dot", "stored"])
def test_a_kill_loses_nobody_and_nobody_gets_it_twice(
    capsys: pytest.CaptureFixture[str], server: Server, tmp_path: Path, point: str
) -> None:
    digest(capsys)
    server.pause[point] = 0.4
    process = subprocess.Popen(
        command("digest", "--date", DAY, "--send", "--yes"),
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while server.seen[point] < 2:
        time.sleep(0.01)
    process.kill()
    process.wait()
    server.pause.clear()
    time.sleep(0.5)  # what the server had in hand when the line broke, it finishes
    called = digest(capsys, "--send", "--yes")
    got = Counter(server.recipients)
    unclear = [recipient for recipient, state in states(called).items() if state == "unclear"]
    assert max(got.values()) == 1
    assert set(READERS) - set(got) <= set(unclear)
    assert unclear == ([] if point == "rcpt" else ["b@desk.example"])
    assert called.code == (1 if unclear else 0)


def test_two_runs_at_once_do_not_both_send(
    capsys: pytest.CaptureFixture[str], server: Server, tmp_path: Path
) -> None:
    digest(capsys)
    server.pause["rcpt"] = 0.2
    started = [
        subprocess.Popen(
            command("digest", "--date", DAY, "--send", "--yes"),
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    ended = [(process.communicate(timeout=60)[1], process.returncode) for process in started]
    assert server.recipients == READERS
    assert 0 in [code for _, code in ended]
    assert all(code == 0 or "is at work" in told for told, code in ended)


def test_an_archive_that_is_full_ends_the_sending_and_the_rest_is_sent_later(
    capsys: pytest.CaptureFixture[str], server: Server
) -> None:
    digest(capsys)
    with sqlite3.connect(OUT / "briefings.sqlite") as archive:
        archive.execute(
            "CREATE TRIGGER full BEFORE INSERT ON deliveries WHEN new.recipient LIKE 'b%'"
            " BEGIN SELECT raise(ABORT, 'database or disk is full'); END"
        )
    archive.close()
    called = digest(capsys, "--send", "--yes")
    assert called.code == 2
    assert "disk is full" in called.err
    assert server.recipients == ["a@desk.example"]
    with sqlite3.connect(OUT / "briefings.sqlite") as archive:
        archive.execute("DROP TRIGGER full")
    archive.close()
    assert digest(capsys, "--send", "--yes").code == 0
    assert server.recipients == READERS


def test_the_daily_run_in_a_real_process_says_the_same(tmp_path: Path, server: Server) -> None:
    made = run("digest", "--date", DAY, cwd=tmp_path)
    sent = run(
        "digest", "--date", DAY, "--send", "--yes", "--json", cwd=tmp_path, settings=settings_for(server)
    )
    assert (made.code, sent.code) == (0, 0)
    assert {entry["state"] for entry in json.loads(sent.out)["recipients"]} == {"accepted"}
    assert message_from_bytes(server.mails[0][1], policy=SMTP)["To"] == READERS[0]
