"""The run itself, as a worker of a queue would call it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from briefings.archive.calls import Journal
from briefings.batch.asking import asked_for_good, endpoint
from briefings.batch.budget import Budget
from briefings.batch.halting import Halt
from briefings.batch.planning import plan
from briefings.batch.recipe import Recipe
from briefings.batch.running import run
from briefings.batch.workshop import Workshop
from briefings.lens import load_lens
from briefings.llm.pacing import Pace
from briefings.numbering import Register
from briefings.publishing import Publisher
from tests.batch.server import Endpoint
from tests.cli.calling import article

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.batch.outcome import Outcome

RECIPE = Recipe(load_lens(), model="small")


def shard(tmp_path: Path, articles: list[Path], base_url: str) -> tuple[list[Outcome], Halt, Budget]:
    out, halt, budget = tmp_path / "out", Halt(), Budget()
    pace = Pace(workers=8, sleep=halt.sleep)
    asked = endpoint("small", pace, api_key=None, base_url=base_url, timeout=5)
    with closing(Journal(tmp_path / "calls.sqlite")) as journal:
        model = asked_for_good(asked, journal, budget, pace, halt, cards={}, attempts=1)
        planned = plan(articles, journal, RECIPE.sha256, out)
        with (
            Workshop(RECIPE, 2) as workshop,
            closing(Publisher(out, Register(tmp_path / "calls.sqlite", out), formats=("json",))) as publisher,
        ):
            outcomes = list(
                run(planned, journal, RECIPE, publisher, workshop, model=model, workers=8, halt=halt)
            )
    return outcomes, halt, budget


def test_an_endpoint_that_goes_away_stops_a_run_and_the_next_one_pays_for_the_rest_only(
    tmp_path: Path,
) -> None:
    articles = [article(tmp_path, f"{each}.md", f"\nДеталь {each}.\n") for each in range(20)]
    with Endpoint(gone_after=5) as server:
        outcomes, halt, budget = shard(tmp_path, articles, server.base_url)
    ended = [outcome.outcome for outcome in outcomes]
    assert len(ended) == 20
    done = ended.count("done")
    assert done == budget.calls <= 5  # it may have gone with some of the five answers
    assert 4 <= ended.count("failed") < 15  # the fifth failure in a row says that it is gone
    assert "is the address right and the server up?" in str(halt.reason)
    with Endpoint() as server:
        outcomes, halt, budget = shard(tmp_path, articles, server.base_url)
        assert server.ledger().paid == budget.calls == 20 - done
    assert [outcome.outcome for outcome in outcomes] == ["done"] * 20
    assert sum(outcome.kept for outcome in outcomes) == done
    assert halt.reason is None
