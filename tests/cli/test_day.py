"""Whole days at the desk: real articles are briefed, the digest made, sent, and followed by the next day's."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefings.archive.opening import open_archive
from briefings.archive.store import Archive
from briefings.rendering import brief_document
from tests.briefs import sample_brief
from tests.cli.calling import ROOT, Called, call
from tests.mail.gate import problems
from tests.mail.server import Server, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

SEEDS = sorted((ROOT / "seeds").iterdir())
ARTICLES = [*SEEDS, *(ROOT / "tests" / "eval" / "articles" / f"{name}.txt" for name in ("ru1", "kk1", "en1"))]
CASE = ROOT / "tests" / "cases" / "two_days"
FIRST_DAY = sorted(CASE.glob("1_*.txt"))
FIRST, OTHER_SUM, REPRINT = "2031-03-03/01-ru", "2031-03-03/02-en", "2031-03-03/03-ru"
OUT = Path("out")


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A zone in which it is about noon: no test runs over midnight or the cut-off."""
    monkeypatch.setenv("BRIEFINGS_ZONE", f"Etc/GMT{datetime.now(UTC).hour - 12:+d}")
    monkeypatch.setenv("BRIEFINGS_FROM", "Бюро <digest@desk.example>")
    monkeypatch.setenv("BRIEFINGS_TO", "a@desk.example")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with serving(Server()) as opened:
        monkeypatch.setenv("BRIEFINGS_SMTP_URL", opened.url)
        yield opened


def brief(capsys: pytest.CaptureFixture[str], *articles: Path) -> Called:
    called = call(capsys, "brief", "--drafter", "extraction", *articles)
    assert called.code == 0
    return called


def digest(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Called:
    called = call(capsys, "digest", *arguments)
    assert called.code == code, called.err
    return called


def tomorrow(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Called:
    today = min(folder.name for folder in (OUT / "digests").iterdir())
    day = (datetime.fromisoformat(today) + timedelta(days=1)).date().isoformat()
    return digest(capsys, "--date", day, *arguments, code=code)


def made(called: Called, kind: str = "eml") -> Path:
    """The file of that kind among those that were named."""
    (file,) = (Path(line) for line in called.out.splitlines() if line.endswith(f".{kind}"))
    return file


def told(called: Called) -> str:
    return " ".join(made(called, "txt").read_text(encoding="utf-8").split())


def parts(content: bytes) -> list[str]:
    """The text of every part: both editions and all attachments."""
    message: EmailMessage = message_from_bytes(content, policy=SMTP)
    return [str(part.get_content()) for part in message.walk() if not part.is_multipart()]


def test_a_day_of_real_articles_becomes_a_mail_that_holds_them_letter_by_letter(
    capsys: pytest.CaptureFixture[str],
) -> None:
    brief(capsys, *ARTICLES)
    called = digest(capsys)
    mail = made(called).read_bytes()
    assert problems(mail) == []
    assert str(message_from_bytes(mail, policy=SMTP)["Subject"]).endswith("| 6 тем")
    text, html, *pages = parts(mail)
    assert len(pages) == len(ARTICLES)
    for path in OUT.glob("*.json"):
        title = json.loads(path.read_text(encoding="utf-8"))["title"]["text"]
        assert title in " ".join(text.split())
        assert title in html.replace("&#39;", "'")
    assert sum("Ұ" in page or "ұ" in page or "қ" in page for page in pages) >= 2


def test_the_first_three_stories_carry_their_whole_bottom_line(capsys: pytest.CaptureFixture[str]) -> None:
    brief(capsys, *ARTICLES)
    stories = json.loads(digest(capsys, "--json").out)["stories"]
    (text,) = (
        " ".join(p.read_text(encoding="utf-8").split()) for p in (OUT / "digests").glob("*/digest.txt")
    )
    documents = {d["id"]: d for d in (json.loads(p.read_text("utf-8")) for p in OUT.glob("*.json"))}
    for story in stories[:3]:
        lines = documents[story["lead"]["id"]]["bottom_line"]
        assert lines
        assert all(line["text"].rstrip(".") in text for line in lines)


def test_an_editor_sees_order_merging_and_clashes_on_the_terminal_and_as_data(
    capsys: pytest.CaptureFixture[str],
) -> None:
    brief(capsys, *FIRST_DAY)
    called = digest(capsys, "--json")
    for expected in (
        "1. tier 3 · score 0.400 = impact 0.5 × directness 1 × novelty 1 × source 0.8 · new · briefs: 3, origins: 2",
        f"     тот же текст; not the same story? --keep-apart {FIRST} {REPRINT}",
        "   ≠ Сумма: 40 млн долларов — $60 million",
        f"     Aktogay Herald, 2031-03-03, {OTHER_SUM}: Kazakhstan will propose a common fund of lakes of $60 million.",
    ):
        assert expected in called.err.splitlines()
    (story,) = json.loads(called.out)["stories"]
    assert story["merits"] == {"impact": 0.5, "directness": 1.0, "novelty": 1.0, "source": 0.8}
    assert (story["tier"], story["score"], story["change"], story["origins"]) == (3, 0.4, "new", 2)
    assert [(o["id"], o["reason"]) for o in story["others"]] == [
        (REPRINT, "тот же текст"),
        (OTHER_SUM, "общее: Айжан Тестова, 15 мая 2031 года, Туркестане"),
    ]
    assert [v["outlet"] for c in story["contradictions"] for v in c["versions"]] == [
        "Степной курьер",
        "Aktogay Herald",
    ]


def test_reprints_are_one_origin_and_a_clash_stands_side_by_side_in_the_mail(
    capsys: pytest.CaptureFixture[str],
) -> None:
    brief(capsys, *FIRST_DAY)
    text = told(digest(capsys))
    assert "Также: 2 издания (2 происхождения): - Вестник озёр · 03.03.2031 – тот же текст" in text
    assert "Подтверждение: есть противоречащие сообщения" in text
    assert "Сообщения расходятся. Сумма: 40 млн долларов — $60 million" in text


@pytest.mark.parametrize("way", ["option", "file"])
def test_a_person_keeps_two_briefs_apart(capsys: pytest.CaptureFixture[str], way: str) -> None:
    brief(capsys, *FIRST_DAY)
    if way == "file":
        (OUT / "digest.toml").write_text(f'keep_apart = [["{FIRST}", "{OTHER_SUM}"]]', encoding="utf-8")
    options = ["--keep-apart", FIRST, OTHER_SUM] if way == "option" else []
    document = json.loads(digest(capsys, "--json", *options).out)
    assert len(document["stories"]) == 2


def test_the_follow_up_of_the_next_day_is_told_as_changed(
    capsys: pytest.CaptureFixture[str], server: Server
) -> None:
    brief(capsys, *FIRST_DAY)
    assert digest(capsys, "--send", "--yes").out.startswith("accepted\ta@desk.example")
    brief(capsys, CASE / "2_moved.txt")
    called = tomorrow(capsys)
    assert "Изменилось: было (Степной курьер, 03.03.2031): «Саммит" in told(called)
    assert "стало (Степной курьер, 04.03.2031): «Саммит прикаспийских стран в Туркестане перенесён" in told(
        called
    )
    assert f"было: № {FIRST}" in told(called)
    assert f"changed since {FIRST}" in called.err
    assert "Дайджест № 2" in called.err
    assert server.recipients == ["a@desk.example"]


def test_a_day_without_news_names_the_running_stories(
    capsys: pytest.CaptureFixture[str], server: Server
) -> None:
    brief(capsys, *FIRST_DAY)
    digest(capsys, "--send", "--yes")
    called = tomorrow(capsys)
    assert "| значимых тем нет" in called.err
    assert "За этот период значимых сообщений нет." in told(called)
    assert "БЕЗ НОВОСТЕЙ С ПРОШЛОГО ДАЙДЖЕСТА 1. " in told(called)


def test_a_restricted_brief_never_enters(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    brief(capsys, SEEDS[0])
    monkeypatch.setenv("BRIEFINGS_MARKING", "ДСП")
    brief(capsys, *FIRST_DAY)
    called = digest(capsys)
    assert "1 тема · " in called.err
    assert "Kept back by their marking: 3." in called.err
    assert "Туркестан" not in called.err
    for part in (*parts(made(called).read_bytes()), told(called)):
        assert "Туркестан" not in part
        assert "Turkistan" not in part


def test_what_was_withheld_is_nowhere_in_what_is_made_for_readers(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    withheld = sample_brief("ru")
    with closing(Archive(open_archive(OUT / "briefings.sqlite"))) as archive:
        archive.store(brief_document(withheld))
    monkeypatch.setenv("BRIEFINGS_PUBLIC_URL", "https://briefs.desk.example")
    words = withheld.withheld[0].statement.text
    printed = []
    for url in ("", "https://briefs.desk.example"):
        monkeypatch.setenv("BRIEFINGS_PUBLIC_URL", url)
        printed += parts(made(digest(capsys)).read_bytes())
    printed += [file.read_text("utf-8") for file in (OUT / "digests").rglob("*") if file.is_file()]
    assert len(printed) >= 8
    assert all(words not in text for text in printed)


def test_a_brief_made_again_after_the_mail_was_written_is_asked_about(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, server: Server
) -> None:
    brief(capsys, FIRST_DAY[0])
    digest(capsys)
    monkeypatch.setenv("BRIEFINGS_MARKING", "TLP:GREEN")
    brief(capsys, FIRST_DAY[0])
    refused = digest(capsys, "--send", "--yes", code=1)
    assert f"{FIRST} changed since" in refused.err
    assert server.mails == []
    digest(capsys)
    digest(capsys, "--send", "--yes")
    assert str(message_from_bytes(server.mails[0][1], policy=SMTP)["Subject"]).startswith("[TLP:GREEN]")


def test_a_withdrawn_brief_leaves_the_digest_that_is_being_made(capsys: pytest.CaptureFixture[str]) -> None:
    brief(capsys, FIRST_DAY[0], SEEDS[0])
    assert "Туркестан" in told(digest(capsys))
    called = digest(capsys, "--withdraw", FIRST)
    assert f"Withdrawn, never to be printed again: {FIRST}." in called.err
    assert all("Туркестан" not in part for part in parts(made(called).read_bytes()))


def test_readers_of_a_withdrawn_brief_are_told_and_get_no_page_of_it(
    capsys: pytest.CaptureFixture[str], server: Server
) -> None:
    brief(capsys, FIRST_DAY[0])
    digest(capsys, "--send", "--yes")
    digest(capsys, "--withdraw", FIRST)
    called = tomorrow(capsys, "--json")
    document = json.loads(called.out)
    assert document["withdrawn"] == [FIRST]
    mail = next(Path(file) for file in document["files"] if file.endswith(".eml")).read_bytes()
    text, html, *pages = parts(mail)
    assert pages == []
    for edition in (text, html):
        assert f"Отозвано: справка {FIRST} отозвана" in " ".join(edition.split())
        assert "фонд озёр" not in edition


def test_a_brief_withdrawn_by_mistake_holds_again(capsys: pytest.CaptureFixture[str], server: Server) -> None:
    brief(capsys, FIRST_DAY[0])
    digest(capsys, "--withdraw", FIRST)
    assert "Holds again" in digest(capsys, "--reinstate", FIRST).err
    digest(capsys, "--send", "--yes")
    assert FIRST in " ".join(parts(server.mails[0][1]))


def test_a_mail_that_tells_of_a_withdrawal_undone_since_is_not_sent(
    capsys: pytest.CaptureFixture[str], server: Server
) -> None:
    brief(capsys, FIRST_DAY[0])
    digest(capsys, "--send", "--yes")
    tomorrow(capsys, "--withdraw", FIRST)
    digest(capsys, "--reinstate", FIRST)
    assert "run `make digest`" in tomorrow(capsys, "--send", "--yes", code=1).err
    assert len(server.mails) == 1


def test_what_readers_were_told_holds_no_more_cannot_hold_again(
    capsys: pytest.CaptureFixture[str], server: Server
) -> None:
    brief(capsys, FIRST_DAY[0])
    digest(capsys, "--send", "--yes")
    tomorrow(capsys, "--withdraw", FIRST)
    tomorrow(capsys, "--reinstate", FIRST)
    tomorrow(capsys, "--withdraw", FIRST)
    tomorrow(capsys, "--send", "--yes")
    said = tomorrow(capsys, "--reinstate", FIRST, code=2).err
    assert f"readers were told that {FIRST} holds no more" in said


def test_a_mail_that_holds_a_brief_withdrawn_since_is_not_sent(
    capsys: pytest.CaptureFixture[str], server: Server
) -> None:
    brief(capsys, FIRST_DAY[0])
    digest(capsys)
    tomorrow(capsys, "--withdraw", FIRST)
    refused = digest(capsys, "--send", "--yes", code=1)
    assert f"nothing was sent: {FIRST} was withdrawn; run `make digest`" in refused.err
    assert server.mails == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--withdraw", "2031-03-03/99-ru"], "no brief has the number 2031-03-03/99-ru"),
        (["--withdraw", "вчерашняя"], "no brief has the number вчерашняя"),
        (["--reinstate", FIRST], f"not withdrawn: {FIRST}. Nothing was changed"),
        (["--send", "--yes", "--withdraw", FIRST], "give them without --send"),
        (["--send", "--yes", "--keep-apart", FIRST, REPRINT], "give them without --send"),
    ],
)
def test_what_cannot_be_withdrawn_or_changed_is_said_and_nothing_is_done(
    capsys: pytest.CaptureFixture[str], server: Server, arguments: list[str], said: str
) -> None:
    brief(capsys, FIRST_DAY[0])
    assert said in digest(capsys, *arguments, code=2).err
    assert FIRST in told(digest(capsys))
    assert server.mails == []


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("BRIEFINGS_CUT_OFF", "half past six", "BRIEFINGS_CUT_OFF must be a time of day like 06:30"),
        ("BRIEFINGS_CUT_OFF", "06:30+05:00", "BRIEFINGS_CUT_OFF must be a time of day like 06:30"),
        ("BRIEFINGS_ZONE", "Asia/Nowhere", "does not know the time zone 'Asia/Nowhere'"),
    ],
)
def test_a_cut_off_or_zone_that_is_none_is_named(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, setting: str, value: str, said: str
) -> None:
    monkeypatch.setenv(setting, value)
    assert said in digest(capsys, code=2).err


def test_the_archive_may_stand_elsewhere(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, server: Server
) -> None:
    monkeypatch.setenv("BRIEFINGS_ARCHIVE", "kept/desk.sqlite")
    brief(capsys, FIRST_DAY[0])
    digest(capsys, "--send", "--yes")
    assert len(server.mails) == 1
    assert not (OUT / "briefings.sqlite").exists()
