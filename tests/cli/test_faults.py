"""The model's endpoint misbehaves: every article ends as a checked brief or as one clear error."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.calling import ANSWER, article, call, drafts_with
from tests.llm import server as serve

if TYPE_CHECKING:
    from pathlib import Path

    from tests.llm.server import Fault

QUICK = {"Retry-After": "0"}
# Met once, then the endpoint is well again.
PASSING: dict[str, Fault] = {
    "too busy": serve.error(429, QUICK),
    "broken": serve.error(500, QUICK),
    "overloaded": serve.error(503, QUICK),
    "cut off": serve.cut(),
    "empty": serve.empty(),
    "refused": serve.refusal(),
    "prose": serve.answer("I would rather tell a story."),
    "filtered": serve.prompt_filtered(),
    "dropped": serve.dropped(),
    "reset": serve.dropped(reset=True),
    "broken off": serve.broken_off(),
    "no word": serve.no_answer(),
}
# Met every time.
LASTING: dict[str, tuple[Fault, int, str, int]] = {
    "too busy": (serve.error(429, QUICK), 1, "429", 4),
    "busy for an hour": (serve.error(429, {"Retry-After": "3600"}), 1, "3600 s: run again then", 1),
    "broken": (serve.error(500, QUICK), 1, "500", 4),
    "no credit": (serve.error(402), 1, "billing", 1),
    "wrong key": (serve.bad_key(), 4, "set OPENAI_API_KEY", 1),
    "unknown model": (serve.unknown_model(), 2, "does not know the model small-1", 1),
    "cut off": (serve.cut(), 1, "was cut off", 2),
    "empty": (serve.empty(), 1, "is empty", 2),
    "refused": (serve.refusal(), 1, "was declined", 2),
    "another answer": (serve.fenced('{"weather": "fine"}'), 1, "did not answer with a brief", 2),
    "no chat model": (serve.body(b"<html>hello</html>"), 1, "OPENAI_BASE_URL", 1),
}


@pytest.mark.parametrize("fault", PASSING)
def test_a_fault_that_passes_costs_no_article(
    fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve.FaultyServer([PASSING[fault]], then=serve.answer(ANSWER)) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "brief", article(tmp_path), "--json")
    (outcome,) = json.loads(called.out)["briefs"]
    assert (called.code, outcome["outcome"], outcome["withheld"]) == (0, "done", 0)
    assert len(server.requests) == 2
    assert not (tmp_path / "out" / "rejected").exists()


@pytest.mark.parametrize("fault", LASTING)
def test_a_fault_that_lasts_ends_in_one_line_and_leaves_no_half_brief(
    fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    met, code, said, requests = LASTING[fault]
    with serve.FaultyServer(then=met) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "brief", article(tmp_path))
    assert (called.code, called.out, len(server.requests)) == (code, "", requests)
    (line,) = called.complaints
    assert line.startswith("[1/1] failed: ")
    assert "карьер.md" in line
    assert said in line
    assert "sk-not-a-real-key-0001" not in called.err
    assert not [file for file in tmp_path.rglob("*") if file.suffix in (".json", ".html", ".part")]


def test_a_fenced_answer_is_as_good_as_a_bare_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve.FaultyServer(then=serve.fenced(ANSWER)) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "brief", article(tmp_path))
    assert (called.code, len(server.requests)) == (0, 1)


@pytest.mark.parametrize("slow", [serve.hang(), serve.drip(0.02), serve.drip(0.02, head=True)])
def test_a_slow_endpoint_is_given_up_after_its_time_and_not_waited_for(
    slow: Fault, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve.FaultyServer([slow], then=serve.answer(ANSWER)) as server:
        drafts_with(monkeypatch, server, timeout=0.5)
        called = call(capsys, "brief", article(tmp_path))
    assert (called.code, len(server.requests)) == (0, 2)


def test_a_dead_endpoint_is_told_soon_with_its_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve.FaultyServer() as server:
        drafts_with(monkeypatch, server)
    called = call(capsys, "brief", article(tmp_path))  # nobody listens there any more
    assert (called.code, called.out) == (1, "")
    (line,) = called.complaints
    assert server.base_url in line
    assert "--drafter extraction" in line


def test_a_refused_key_is_not_tried_again_for_each_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve.FaultyServer(then=serve.bad_key()) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "brief", article(tmp_path), article(tmp_path, "другой.md", "\nЕщё.\n"))
    assert (called.code, len(server.requests), len(called.complaints)) == (4, 1, 2)


def test_one_article_that_the_model_fails_does_not_stop_the_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    script = [serve.answer("no"), serve.answer("still no")]
    with serve.FaultyServer(script, then=serve.answer(ANSWER)) as server:
        drafts_with(monkeypatch, server)
        called = call(
            capsys, "brief", article(tmp_path), article(tmp_path, "другой.md", "\nПодробностей нет.\n")
        )
    assert called.code == 1
    assert called.out.splitlines() == ["out/другой.md", "out/другой.html", "out/другой.json"]


def test_an_answer_that_is_no_brief_is_kept_and_so_is_the_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rejected = tmp_path / "out" / "rejected"
    for said in ("Мне нечего сказать: ә ғ қ.", "И теперь тоже."):
        with serve.FaultyServer(then=serve.answer(said)) as server:
            drafts_with(monkeypatch, server)
            called = call(capsys, "brief", article(tmp_path))
        assert f"kept in {rejected.relative_to(tmp_path)}/карьер" in called.complaints[0]
    kept = {file.read_text(encoding="utf-8") for file in rejected.iterdir()}
    assert kept == {"Мне нечего сказать: ә ғ қ.", "И теперь тоже."}
    assert (rejected / "карьер.txt").read_text(encoding="utf-8") == "Мне нечего сказать: ә ғ қ."


def test_what_a_model_invents_is_withheld_also_after_its_repair(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    invented = json.loads(ANSWER)
    invented["event"][0]["text"] = "Акимат Жалтырского района планирует открыть карьер в 2044 году."
    with serve.FaultyServer(then=serve.answer(json.dumps(invented))) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "brief", article(tmp_path))
    assert called.code == 0
    assert ", 1 withheld" in called.err
    brief = json.loads((tmp_path / "out" / "карьер.json").read_text(encoding="utf-8"))
    assert (brief["event"], len(brief["withheld"])) == ([], 1)
    assert "2044" in brief["withheld"][0]["statement"]["text"]
    tokens = brief["made"]["tokens_in"]
    assert tokens == 120 * len(server.requests) > 120
