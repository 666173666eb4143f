from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.digesting import Overruling, read_overruling
from briefings.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path


def test_without_the_file_nothing_is_overruled(tmp_path: Path) -> None:
    assert read_overruling(tmp_path / "digest.toml") == Overruling()


def test_pairs_are_read(tmp_path: Path) -> None:
    file = tmp_path / "digest.toml"
    file.write_text(
        'keep_apart = [["2031-03-03/01-ru", "2031-03-03/02-ru"]]\n'
        'join = [["2031-03-03/01-kk", "2031-03-04/12-en"]]\n',
        encoding="utf-8",
    )
    assert read_overruling(file) == Overruling(
        keep_apart=(("2031-03-03/01-ru", "2031-03-03/02-ru"),),
        join=(("2031-03-03/01-kk", "2031-03-04/12-en"),),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("join = [", "cannot be read as TOML"),
        ("jion = []", "unknown entry 'jion'"),
        ('join = "2031-03-03/01-ru"', "join must be a list of pairs"),
        ('join = [["2031-03-03/01-ru"]]', "join must be a list of pairs"),
        ('keep_apart = [["2031-03-03/01-ru", "2031-03-03/01-ru"]]', "keep_apart must be a list of pairs"),
        ('keep_apart = [["2031-03-03/01-ru", 7]]', "keep_apart must be a list of pairs"),
        ('keep_apart = [["2031-03-03/01-ru", "второй"]]', "keep_apart must be a list of pairs"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_by_name(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "digest.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=said) as refused:
        read_overruling(file)
    assert str(file) in str(refused.value)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "digest.toml"
    file.write_bytes("join = []  # объединить".encode("cp1251"))
    with pytest.raises(UserError, match="cannot be read"):
        read_overruling(file)
