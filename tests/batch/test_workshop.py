"""Processes that work for the threads of a run."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from briefings.batch.recipe import Recipe
from briefings.batch.workshop import Workshop
from briefings.errors import BriefingsError, UnreadableArticle
from briefings.lens import load_lens
from briefings.pipeline import brief_article
from briefings.readers import read_article
from tests.cli.calling import ROOT, article, environment

if TYPE_CHECKING:
    from pathlib import Path

RECIPE = Recipe(load_lens())


def twice(number: int) -> int:
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def test_work_that_kills_its_process_fails_alone() -> None:
    with Workshop(RECIPE, 2) as workshop, ThreadPoolExecutor(6) as threads:
        work = {number: threads.submit(workshop._do, twice, number) for number in (1, 2, 13, 3, 4)}
        with pytest.raises(BriefingsError, match="killed twice"):
            work.pop(13).result()
        assert {number: done.result() for number, done in work.items()} == {1: 2, 2: 4, 3: 6, 4: 8}
        assert workshop._do(twice, 5) == 10


def test_a_brief_made_in_another_process_is_the_same_and_so_is_an_error(tmp_path: Path) -> None:
    path = article(tmp_path)
    here = brief_article(read_article(path), RECIPE.lens)
    with Workshop(RECIPE, 1) as workshop:
        there = workshop.extract(path)
        assert workshop.read(path) == read_article(path)
        with pytest.raises(UnreadableArticle, match=r"none\.txt"):
            workshop.read(tmp_path / "none.txt")
    assert (there.event, there.withheld, there.article) == (here.event, here.withheld, here.article)


def test_a_closed_workshop_has_no_process_left() -> None:
    with Workshop(RECIPE, 2) as workshop:
        assert workshop._do(twice, 5) == 10
        assert multiprocessing.active_children()
    assert multiprocessing.active_children() == []


ORPHANED = """
import os, sys, threading
from briefings.batch.workshop import Workshop
from tests.batch.test_workshop import RECIPE
if __name__ == "__main__":
    workshop = Workshop(RECIPE, 1)
    print(workshop._do(os.getpid), flush=True)
    threading.Event().wait()
"""


def test_the_processes_of_a_run_that_is_killed_end_with_it(tmp_path: Path) -> None:
    script = tmp_path / "run.py"
    script.write_text(ORPHANED, encoding="utf-8")
    run = subprocess.Popen(
        [sys.executable, script], cwd=ROOT, env=environment(), stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert run.stdout is not None
    assert int(run.stdout.readline()) != run.pid
    run.kill()
    run.communicate(
        timeout=60
    )  # ends when nobody has the pipe any more: the process of the workshop included
