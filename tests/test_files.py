from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from briefings.errors import UserError
from briefings.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    file = tmp_path / "new" / "brief.md"
    write_whole(file, "Ғ\r\nё\n")
    assert file.read_bytes() == "Ғ\r\nё\n".encode()


def test_a_write_that_fails_keeps_the_old_file_and_leaves_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "brief.md"
    write_whole(file, "old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match=r"brief\.md.*No space left"):
        write_whole(file, "new")
    assert file.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    with pytest.raises(UserError, match="--out"):
        write_whole(tmp_path / "out" / "brief.md", "x")
