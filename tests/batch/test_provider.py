"""A folder through the provider's Batch API: every answer fetched, nothing ordered twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from math import isclose
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.archive.provider_batches import ProviderBatches
from briefings.archive.trouble import UnusableArchive
from briefings.batch.provider import Collected, ProviderBatch, Standing
from briefings.batch.request_lines import chunks
from briefings.errors import CredentialsError, ModelUnavailable, UserError
from briefings.llm.base import Prompt, Turn
from briefings.llm.batch_api import BatchApi
from briefings.llm.dialect import Dialect
from briefings.llm.metering import read_cards
from tests.batch.provider_server import ProviderServer
from tests.llm import server as serve

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
CARDS = read_cards()
LOOK = ("GET", "/batches/*")
LIST = ("GET", "/batches")
ORDER = ("POST", "/batches")
UPLOAD = ("POST", "/files")
FETCH = ("GET", "/files/*/content")


def prompts(count: int, *, first: int = 0) -> dict[str, Prompt]:
    return {
        f"call-{n:03}": Prompt((Turn("system", "Қысқаша."), Turn("user", f"№ {n}")), max_tokens=50)
        for n in range(first, first + count)
    }


def provider(server: ProviderServer, folder: Path, *, key: str = "sk-test", **limits: Any) -> ProviderBatch:
    api = BatchApi(api_key=key, base_url=server.base_url, timeout=20, sleep=lambda _: None)
    return ProviderBatch(
        api, ProviderBatches(folder / "a.sqlite", api.shown), model="gpt-4o", cards=CARDS, **limits
    )


def run(server: ProviderServer, folder: Path, asked: Mapping[str, Prompt], **options: Any) -> Collected:
    return provider(server, folder, **options).run(asked)


def words(collected: Collected) -> dict[str, str]:
    return {key: reply.text for key, reply in collected.replies.items()}


def answers_to(asked: Mapping[str, Prompt]) -> dict[str, str]:
    return {key: f"Answer to {prompt.turns[-1].text}" for key, prompt in asked.items()}


# ---- a run that goes well ---------------------------------------------------------------------


def test_every_answer_finds_its_call_though_they_come_in_another_order(tmp_path: Path) -> None:
    asked = prompts(40)
    with ProviderServer() as server:
        collected = run(server, tmp_path, asked)
    assert words(collected) == answers_to(asked)
    assert collected.direct == ()
    assert set(server.paid.values()) == {1}


def test_an_answer_through_the_batch_costs_half(tmp_path: Path) -> None:
    with ProviderServer() as server:
        (reply,) = run(server, tmp_path, prompts(1)).replies.values()
    assert reply.usage.cost_usd is not None
    assert isclose(reply.usage.cost_usd, (1000 * 2.5 + 100 * 10) / 1e6 / 2)


def test_a_folder_larger_than_a_file_may_be_goes_in_several(tmp_path: Path) -> None:
    asked = prompts(25)
    with ProviderServer() as server:
        collected = run(server, tmp_path, asked, most_requests=10)
        assert len(server.batches) == 3
    assert words(collected) == answers_to(asked)


def test_progress_counts_requests_answers_and_open_batches(tmp_path: Path) -> None:
    seen: list[Standing] = []
    with ProviderServer(lambda key: "refused" if key == "call-003" else "answered") as server:
        provider(server, tmp_path, most_requests=5).run(prompts(10), seen.append)
    assert (seen[0].requests, seen[0].open_batches) == (10, 2)
    assert seen[-1] == Standing(requests=10, answered=9, failed=1, open_batches=0)


def test_an_answer_that_was_cut_off_is_a_reply_that_was_paid_for(tmp_path: Path) -> None:
    with ProviderServer(lambda _: "cut") as server:
        (reply,) = run(server, tmp_path, prompts(1)).replies.values()
    assert reply.finish == "length"


def test_nothing_asked_sends_nothing(tmp_path: Path) -> None:
    with ProviderServer() as server:
        assert run(server, tmp_path, {}) == Collected({}, (), ())
        assert server.seen == []


# ---- what the provider does not answer --------------------------------------------------------


@pytest.mark.parametrize("fate", ["refused", "expired", "garbage"])
def test_what_gets_no_answer_is_to_be_called_directly(fate: Any, tmp_path: Path) -> None:
    asked = prompts(6)
    odd = ("call-001", "call-004")
    with ProviderServer(lambda key: fate if key in odd else "answered") as server:
        collected = run(server, tmp_path, asked)
    assert collected.direct == odd
    assert words(collected) == {k: v for k, v in answers_to(asked).items() if k not in odd}


@pytest.mark.parametrize("end", ["expired", "cancelled"])
def test_a_batch_that_ends_early_gives_what_it_has(end: str, tmp_path: Path) -> None:
    asked = prompts(3)
    with ProviderServer(end=end) as server:
        assert words(run(server, tmp_path, asked)) == answers_to(asked)


def test_a_file_that_is_turned_away_says_why_and_is_ordered_anew_by_the_next_run(tmp_path: Path) -> None:
    asked = prompts(3)
    with ProviderServer(end="failed") as server:
        collected = run(server, tmp_path, asked)
        assert collected.direct == tuple(asked)
        assert "No batches for this model" in collected.complaints[0]
        server.end = "completed"
        assert words(run(server, tmp_path, asked)) == answers_to(asked)


def test_a_model_that_takes_no_temperature_is_asked_without_one_in_another_batch(tmp_path: Path) -> None:
    asked = prompts(4)
    with ProviderServer(refuses=frozenset({"temperature", "max_tokens"})) as server:
        collected = run(server, tmp_path, asked)
        assert len(server.batches) == 3
    assert words(collected) == answers_to(asked)
    assert set(server.paid.values()) == {1}


def test_more_than_may_wait_at_once_is_ordered_when_there_is_room(tmp_path: Path) -> None:
    asked = prompts(12)
    with ProviderServer(most_waiting=8) as server:
        collected = run(server, tmp_path, asked, most_requests=4)
    assert words(collected) == answers_to(asked)
    assert set(server.paid.values()) == {1}


# ---- cut off and taken up again ---------------------------------------------------------------


def test_a_second_run_fetches_again_and_orders_nothing(tmp_path: Path) -> None:
    asked = prompts(8)
    with ProviderServer() as server:
        first = run(server, tmp_path, asked)
        assert run(server, tmp_path, asked) == first
        assert server.count(*ORDER) == 1


def test_another_machine_finds_the_same_order_at_the_provider(tmp_path: Path) -> None:
    asked = prompts(8)
    with ProviderServer(page=2) as server:
        run(server, tmp_path / "one", asked)
        for n in range(5):
            run(server, tmp_path / "other", prompts(1, first=100 + n))
        ordered = server.count(*ORDER)
        assert words(run(server, tmp_path / "two", asked)) == answers_to(asked)
        assert server.count(*ORDER) == ordered


def test_articles_added_to_the_folder_meanwhile_are_ordered_alone(tmp_path: Path) -> None:
    with ProviderServer() as server:
        server.dropped[LOOK] = 10**6  # gone as soon as it has the order
        with pytest.raises(ModelUnavailable, match="run the same command again"):
            run(server, tmp_path, prompts(5))
        server.dropped.clear()
        asked = prompts(7)
        assert words(run(server, tmp_path, asked)) == answers_to(asked)
    assert server.paid == dict.fromkeys(asked, 1)


@pytest.mark.parametrize("step", [LOOK, LIST, UPLOAD, FETCH, ORDER], ids=" ".join)
@pytest.mark.parametrize("carried_out", [True, False], ids=["answer lost", "request lost"])
def test_a_dropped_connection_costs_no_answer_and_no_second_order(
    step: Any, carried_out: bool, tmp_path: Path
) -> None:
    asked = prompts(5)
    with ProviderServer() as server:
        (server.lost if carried_out else server.dropped)[step] = 2
        assert words(run(server, tmp_path, asked)) == answers_to(asked)
    assert server.paid == dict.fromkeys(asked, 1)


CLIENT = """
import sys
from pathlib import Path
from tests.batch.test_provider import answers_to, prompts, provider, words
class At:
    base_url = sys.argv[1]
asked = prompts(int(sys.argv[3]))
print(words(provider(At, Path(sys.argv[2])).run(asked)) == answers_to(asked))
"""


def client(server: ProviderServer, folder: Path, count: int = 6) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CLIENT, server.base_url, str(folder), str(count)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize(
    ("step", "carried_out"),
    [(ORDER, False), (ORDER, True), (LOOK, False), (FETCH, True)],
    ids=["uploaded", "ordered", "waiting", "fetching"],
)
def test_a_client_killed_at_any_step_pays_nothing_twice(step: Any, carried_out: bool, tmp_path: Path) -> None:
    with ProviderServer() as server:
        server.held, server.carried_out = step, carried_out
        killed = client(server, tmp_path)
        assert server.reached.wait(30)
        killed.send_signal(signal.SIGKILL)
        killed.communicate()
        server.held = None
        again = client(server, tmp_path, count=8)  # with two articles more than before
        assert again.communicate(timeout=60)[0] == "True\n"
        assert server.paid == dict.fromkeys(prompts(8), 1)


def test_an_order_of_long_ago_whose_files_are_gone_is_not_waited_for(tmp_path: Path) -> None:
    asked = prompts(3)
    with ProviderServer() as server:
        server.clock = -60 * 86_400
        run(server, tmp_path / "one", asked)
        server.clock = 0
        assert words(run(server, tmp_path / "two", asked)) == answers_to(asked)
        assert server.count(*ORDER) == 2


def test_a_batch_that_another_key_ordered_is_ordered_with_this_one(tmp_path: Path) -> None:
    asked = prompts(3)
    with ProviderServer() as server:
        run(server, tmp_path, asked)
        server.batches.clear()
        assert words(run(server, tmp_path, asked)) == answers_to(asked)


# ---- errors say what to do --------------------------------------------------------------------


def test_a_refused_key_is_told_without_the_key(tmp_path: Path) -> None:
    with ProviderServer() as server, pytest.raises(CredentialsError, match="OPENAI_API_KEY") as refused:
        run(server, tmp_path, prompts(1), key="sk-wrong-0001")
    assert "sk-wrong" not in str(refused.value)


def test_an_endpoint_without_a_batch_api_says_so(tmp_path: Path) -> None:
    with serve.FaultyServer(then=serve.error(404)) as server:
        api = BatchApi(api_key="sk-test", base_url=server.base_url, timeout=20, sleep=lambda _: None)
        batch = ProviderBatch(api, ProviderBatches(tmp_path / "a.sqlite", api.shown), model="m", cards={})
        with pytest.raises(UserError, match="without --provider-batch"):
            batch.run(prompts(1))


def test_an_archive_that_cannot_be_opened_stops_before_anything_is_ordered(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_text("This is no database, but it is long enough to be looked at. " * 40)
    with ProviderServer() as server:
        with pytest.raises(UnusableArchive, match=r"a\.sqlite"):
            run(server, tmp_path, prompts(1))
        assert server.count(*ORDER) == 0


# ---- the lines --------------------------------------------------------------------------------

TEXTS = st.text(alphabet=st.one_of(st.sampled_from('ӘғқҢөұүһі ё"\\\n\ud83d'), st.characters()), max_size=60)


@given(
    st.dictionaries(st.text("abc123", min_size=1, max_size=8), TEXTS, max_size=12),
    st.integers(1, 5),
    st.integers(1, 2000),
)
def test_every_request_stands_in_one_chunk_and_no_chunk_is_too_large(
    texts: dict[str, str], most_requests: int, most_bytes: int
) -> None:
    asked = {key: Prompt((Turn("user", text),)) for key, text in texts.items()}
    made = list(chunks(asked, "m", Dialect(), most_requests=most_requests, most_bytes=most_bytes))
    lines = [json.loads(line) for chunk in made for line in chunk.lines.split(b"\n") if line]
    assert {e["custom_id"]: e["body"]["messages"][0]["content"] for e in lines} == texts
    assert [e["custom_id"] for e in lines] == [key for chunk in made for key in chunk.keys] == sorted(texts)
    for chunk in made:
        assert len(chunk.keys) <= most_requests
        assert len(chunk.lines) <= most_bytes or len(chunk.keys) == 1


def test_the_same_prompts_make_the_same_chunk_in_whatever_order_they_come() -> None:
    asked = prompts(5)
    (one,) = chunks(asked, "m", Dialect())
    (other,) = chunks(dict(reversed(asked.items())), "m", Dialect())
    assert one.sha256 == other.sha256
    (third,) = chunks(asked, "another model", Dialect())
    assert third.sha256 != one.sha256
