from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefings.errors import UserError
from briefings.files import sweep, write_whole
from tests.cli.calling import ROOT, environment

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


WRITES_FOR_EVER = """
import os, pathlib, sys, threading
def hang(_):
    print("writing", flush=True)
    threading.Event().wait()
os.fsync = hang
from briefings.files import write_whole
write_whole(pathlib.Path(sys.argv[1]), "half")
"""


def test_what_a_killed_process_left_half_written_is_swept_up_and_nothing_else(tmp_path: Path) -> None:
    writing = subprocess.Popen(
        [sys.executable, "-c", WRITES_FOR_EVER, tmp_path / "brief.v2.md"],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
    )
    assert writing.stdout is not None
    assert writing.stdout.readline() == b"writing\n"
    (tmp_path / ".notes.part").touch()
    (tmp_path / "brief.v1.md").touch()
    sweep(tmp_path)
    assert len(list(tmp_path.iterdir())) == 3  # it still writes
    writing.kill()
    writing.communicate()
    sweep(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {".notes.part", "brief.v1.md"}
