"""`briefings batch --dry-run` against what a server that counts tokens then bills, with a ledger of a first run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefings.readers import read_article
from tests.batch.billing import bills
from tests.cli.calling import call, drafts_with
from tests.llm.server import FaultyServer

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
FIRST = ("en1", "en3", "en5", "kk1", "kk3", "kk5")
NEXT = ("en2", "en4", "kk2", "kk4")


def folder_of(tmp_path: Path, name: str, articles: Sequence[str]) -> None:
    (tmp_path / name).mkdir()
    for each in articles:
        shutil.copy(ROOT / "tests" / "eval" / "articles" / f"{each}.txt", tmp_path / name)


def dry_run(capsys: pytest.CaptureFixture[str], folder: str) -> Any:
    return json.loads(call(capsys, "batch", folder, "--model", "gpt-4o", "--dry-run", "--json").out)


@pytest.mark.parametrize("mended", [False, True], ids=["short answers", "every second one mended"])
def test_after_a_first_run_a_dry_run_is_within_a_tenth_of_the_bill(
    mended: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, "first", FIRST)
    folder_of(tmp_path, "next", NEXT)
    articles = [read_article(file) for name in ("first", "next") for file in (tmp_path / name).iterdir()]
    with FaultyServer(then=bills(articles, mended=mended)) as server:
        drafts_with(monkeypatch, server)
        before = dry_run(capsys, "next")
        call(capsys, "batch", "first", "--model", "gpt-4o")
        asked = len(server.requests)
        estimate = dry_run(capsys, "next")
        assert len(server.requests) == asked
        bill = json.loads(call(capsys, "batch", "next", "--model", "gpt-4o", "--json").out)
    assert bill["done"] == len(NEXT)
    assert estimate["cost_usd"] == pytest.approx(bill["cost_usd"], rel=0.10)
    assert before["cost_usd"] != pytest.approx(bill["cost_usd"], rel=0.10)
    assert dry_run(capsys, "next")["articles"] == 0


def test_what_is_answered_already_and_what_is_a_reprint_cost_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, "in", ("en1", "kk1"))
    with FaultyServer(then=bills([read_article(file) for file in (tmp_path / "in").iterdir()])) as server:
        drafts_with(monkeypatch, server)
        call(capsys, "batch", "in", "--model", "gpt-4o")
        (tmp_path / "in" / "en1, copied.txt").write_text(
            (tmp_path / "in" / "en1.txt").read_text(encoding="utf-8") + "\nAll rights reserved.\n",
            encoding="utf-8",
        )
        told = dry_run(capsys, "in")
        assert (told["articles"], told["reprints"], told["cost_usd"]) == (0, 1, 0)
        for file in (tmp_path / "out").glob("*.html"):
            file.unlink()
        (tmp_path / "in" / "en1, copied.txt").unlink()
        told = dry_run(capsys, "in")
        assert (told["articles"], told["tokens_in"], told["cost_usd"]) == (2, 0, 0)
