from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefings.archive.opening import open_archive
from briefings.archive.store import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "briefings.sqlite"


@pytest.fixture
def archive(path: Path) -> Iterator[Archive]:
    with closing(Archive(open_archive(path))) as opened:
        yield opened
