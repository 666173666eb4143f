from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from briefings.errors import UnreadableArticle, UserError
from briefings.readers import find_articles, read_article
from briefings.readers.files import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

BAD_FILES = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \r\n\t\n", "is empty"),
    "no_break_spaces.txt": ("\u00a0\u2003\n".encode(), "holds no sentence"),
    "dashes.txt": (b"---\n***\n", "holds no sentence"),
    "only_header.txt": ("Заголовок: Порт\nДата: 2025-09-22\n\n".encode(), "holds no sentence"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, "is a picture"),
    "photo.md": (b"\xff\xd8\xff\xe0" + b"\0" * 20, "is a picture"),
    "paper.pdf": (b"%PDF-1.7\n...", "is a PDF, not yet supported; save its text"),
    "paper.txt": (b"%PDF-1.7\n...", "is a PDF, not yet supported; save its text"),
    "note.docx": (b"PK\x03\x04" + b"\0" * 20, "is a Word document or another zip archive"),
    "old.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Office document"),
    "note.rtf": (b"{\\rtf1 text}", "is an RTF document"),
    "packed.txt": (b"\x1f\x8b\x08\0", "is compressed; unpack it"),
    "program.txt": (b"\x7fELF\0\0\1\2\3" * 9, "is a binary file"),
    "table.csv": (b"a,b\n1,2\n", "save it as one of .txt"),
    "noise.txt": (bytes(range(128, 256)) * 3, "save it as UTF-8"),
    "script.html": (b"<html><body><script>draw()</script></body></html>", "no article text on this page"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_gets_one_line_with_its_name_and_a_remedy(name: str, tmp_path: Path) -> None:
    data, complaint = BAD_FILES[name]
    (tmp_path / name).write_bytes(data)
    assert complaint in _refusal(tmp_path / name)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "there is no such file; check the name" in _refusal(tmp_path / "gone.txt")


def test_a_folder_is_answered_with_the_command_for_folders(tmp_path: Path) -> None:
    assert f"briefings brief {tmp_path}/*" in _refusal(tmp_path)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is not a regular file" in _refusal(tmp_path / "pipe.txt")


def test_a_name_too_long_for_the_disk_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in _refusal(tmp_path / ("a" * 300 + ".txt"))


def test_a_file_without_read_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("Порт открыт.")

    def deny(*args: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", deny)  # root may read everything
    assert "ask its owner for read permission" in _refusal(path)


def test_five_megabytes_are_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    sentence = b"The port opened on Monday.\n"
    path.write_bytes(sentence + b" " * (MAX_BYTES - len(sentence)))
    assert [s.id for s in read_article(path).sentences] == ["S1"]
    path.write_bytes(sentence + b" " * (MAX_BYTES - len(sentence) + 1))
    assert "is larger than 5 MB" in _refusal(path)


def test_a_folder_gives_its_articles_by_name_and_a_file_comes_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a.HTML", "c.pdf", ".hidden.txt", "deep/d.md", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    named = tmp_path / "c.pdf"
    found = find_articles([named, tmp_path, tmp_path / "b.txt"])
    assert [str(path.relative_to(tmp_path)) for path in found] == ["c.pdf", "a.HTML", "b.txt", "deep/d.md"]


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no articles in this folder; put .*\.txt"):
        find_articles([tmp_path])
    with pytest.raises(UserError, match="there is no such file or folder"):
        find_articles([tmp_path / "gone"])


def _refusal(path: Path) -> str:
    with pytest.raises(UnreadableArticle) as refused:
        read_article(path)
    message = str(refused.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    assert ";" in message or "," in message  # what happened; what to do
    return message
