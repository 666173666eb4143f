"""Whatever is handed in: one clear line, the documented exit code, and the other articles are still done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.cli.main import COMMANDS
from briefings.readers.files import MAX_BYTES
from tests.cli.calling import TEXT, article, call

if TYPE_CHECKING:
    from pathlib import Path

BAD = {
    "empty.txt": (b" \n", "is empty"),
    "binary.txt": (bytes(range(256)) * 40, "text"),
    "report.pdf": (b"%PDF-1.7\n...", "is a PDF"),
    "renamed.txt": (b"%PDF-1.7\n...", "is a PDF"),
    "photo.md": (b"\x89PNG\r\n\x1a\n\x00\x00", "is a picture"),
    "greek.txt": ("Η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία".encode("cp1253"), "encoding"),
    "damaged.txt": (TEXT.encode()[:-3] + b"\xd0\n", "damaged letter at byte"),
    "heading.md": ("# Карьер без дороги\n".encode(), "holds no sentence"),
    "huge.txt": (TEXT.encode() * (MAX_BYTES // len(TEXT.encode()) + 1), "larger than 5 MB"),
    "letter.docx": (b"PK\x03\x04....", "Word"),
    "table.csv": (b"a;b\n", "not of a kind that can be read"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_ends_in_one_line_that_names_it(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, said = BAD[name]
    file = tmp_path / name
    file.write_bytes(content)
    called = call(capsys, "brief", file)
    assert (called.code, called.out) == (2, "")
    (line,) = called.complaints
    assert line.startswith(f"[1/1] failed: {file}: ")
    assert said in line
    assert not (tmp_path / "out").exists()


def test_a_missing_file_and_a_folder_end_in_one_line_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "folder.txt").mkdir()
    called = call(capsys, "brief", "no-such-file.txt", tmp_path / "folder.txt")
    assert called.code == 2
    missing, folder = called.complaints
    assert "no-such-file.txt: there is no such file" in missing
    assert "folder.txt: is a folder" in folder


def test_the_other_articles_of_the_same_call_are_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7\n")
    good, other = article(tmp_path), article(tmp_path, "другой.md", "\nПодробностей нет.\n")
    called = call(capsys, "brief", good, "nothing.txt", tmp_path / "report.pdf", other, "--format", "md")
    assert called.code == 1
    assert called.out.splitlines() == ["out/карьер.md", "out/другой.md"]
    assert "Done: 2, failed: 2" in called.err


def test_a_mistake_of_ours_costs_one_article_and_shows_no_trace(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefings.cli import desk

    real, first = desk.read_article, article(tmp_path)

    def broken(path: Path) -> object:
        if path == first:
            raise RecursionError("deep")
        return real(path)

    monkeypatch.setattr(desk, "read_article", broken)
    called = call(capsys, "brief", first, article(tmp_path, "другой.md"))
    assert called.code == 1
    assert "unexpected RecursionError: deep" in called.complaints[0]
    assert "--debug" in called.complaints[0]
    assert len(called.out.splitlines()) == 3


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["brief", "--nope", "a.txt"], 2, "No such option '--nope'"),
        (["brief"], 2, "Missing argument"),
        (["brief", "a.txt", "--format", "docx"], 2, "'docx' is not one of"),
        (["brief", "a.txt", "--lang", "de"], 2, "'de' is not one of"),
        (["brief", "a.txt", "--lens", "mars"], 2, "unknown lens 'mars'; choose kazakhstan"),
        (["brief", "a.txt", "--lens", "../kazakhstan"], 2, "unknown lens"),
        (["brief", "a.txt", "--lens", "mine.yaml"], 2, "mine.yaml cannot be read"),
        (["brief", "a.txt", "--drafter", "model"], 4, "set BRIEFINGS_MODEL"),
        (["brief", "a.txt", "--model", "gpt-4o"], 4, "set OPENAI_API_KEY"),
        (["nope"], 2, "No such command 'nope'"),
        (["check", "a.txt", "none.json"], 2, "none.json cannot be read"),
        (["locate", "a.txt", "--quotes", "none.jsonl"], 2, "a.txt: there is no such file"),
        (["read", "a.txt"], 2, "a.txt: there is no such file"),
    ],
)
def test_a_call_that_cannot_work_says_why_in_one_line(
    arguments: list[str], code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    called = call(capsys, *arguments)
    assert (called.code, called.out) == (code, "")
    (line,) = called.err.splitlines()
    assert line.startswith("briefings: ")
    assert said in line


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    called = call(capsys, name, "--help")
    assert (called.code, called.err) == (0, "")
    assert called.out.startswith(f"Usage: briefings {name} ")


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("model = ", "cannot be read as TOML"),
        ('modle = "gpt-4o"', "unknown setting 'modle'"),
        ('timeout = "soon"', "timeout must be a positive number"),
        ('language = "de"', "unknown language 'de'"),
    ],
)
def test_broken_settings_are_named_before_anything_is_read(
    toml: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "briefings.toml").write_text(toml, encoding="utf-8")
    called = call(capsys, "brief", article(tmp_path))
    assert (called.code, called.out) == (2, "")
    (line,) = called.err.splitlines()
    assert said in line


def test_an_out_folder_that_cannot_be_made_is_named_before_anything_is_paid_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.cli.calling import drafts_with
    from tests.llm.server import FaultyServer

    (tmp_path / "taken").write_text("a file in the way", encoding="utf-8")
    with FaultyServer() as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "brief", article(tmp_path), "--out", tmp_path / "taken" / "briefs")
    assert (called.code, called.out, server.requests) == (2, "", [])
    (line,) = called.err.splitlines()
    assert str(tmp_path / "taken") in line
    assert "--out" in line


def test_a_file_name_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    called = call(capsys, "brief", "a\x1b[31m\nb.txt")
    assert "\x1b" not in called.err
    assert len(called.complaints) == 1
