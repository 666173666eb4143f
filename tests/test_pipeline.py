"""From an article to a checked brief: with a scripted endpoint, with a faulty one, with a real small model."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from briefings.checking import check_statement, is_withheld
from briefings.domain import Proposal
from briefings.errors import BriefingsError, UnusableReply
from briefings.lens import Lens, load_lens
from briefings.llm import open_model
from briefings.llm.scripted import Scripted
from briefings.pipeline import brief_article
from tests import articles
from tests.cli.calling import ANSWER, TEXT, article, call, drafts_with
from tests.llm import server as serve
from tests.llm.small_model import small_model_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefings.domain import Article, Brief, Section, Statement
    from briefings.llm.base import LanguageModel, Prompt, Reply

__all__ = ["small_model_url"]

QUICK = {"Retry-After": "0"}


@pytest.fixture(scope="module")
def lens() -> Lens:
    return load_lens()


def printed(brief: Brief) -> Iterator[tuple[Section, Statement]]:
    yield "title", brief.title
    for section in ("bottom_line", "event", "stakes", "comparison", "watch"):
        for statement in getattr(brief, section):
            yield section, statement
    for view in brief.expert_views:
        for statement in view.position:
            yield "expert_views", statement
    for outlook in brief.positioning:
        yield "positioning", outlook.statement
        if outlook.alternative:
            yield "positioning", outlook.alternative


def assert_nothing_unsupported_is_printed(brief: Brief) -> None:
    known = set(brief.article.by_id)
    assert brief.cited <= known
    for section, statement in printed(brief):
        assert statement.citations
        proposal = Proposal(statement.text, statement.voice, statement.citations, statement.speaker)
        assert not is_withheld(check_statement(proposal, brief.article, section).findings)
    for withheld in brief.withheld:
        assert is_withheld(withheld.findings)
        assert (withheld.section, withheld.statement) not in set(printed(brief))


def opened(server: serve.FaultyServer) -> LanguageModel:
    return open_model("small-1", api_key=None, base_url=server.base_url, timeout=1, attempts=3)


@pytest.mark.parametrize(
    "source", [articles.article(), articles.article(articles.EN, "en"), articles.article(TEXT)]
)
def test_an_extracted_brief_prints_only_what_passes_again(source: Article, lens: Lens) -> None:
    brief = brief_article(source, lens)
    assert brief.made.drafter == "extraction"
    assert brief.event
    assert_nothing_unsupported_is_printed(brief)


def test_a_sound_answer_is_one_call_and_all_of_it_is_printed(lens: Lens) -> None:
    with serve.FaultyServer(then=serve.answer(ANSWER)) as server:
        brief = brief_article(articles.article(TEXT), lens, opened(server), number="2026-05-01/03-ru")
    assert (brief.id, brief.withheld, len(server.requests)) == ("2026-05-01/03-ru", (), 1)
    assert [view.speaker.name for view in brief.expert_views] == ["Жанар Алимова"]
    assert_nothing_unsupported_is_printed(brief)


def test_each_fault_in_turn_ends_in_a_brief_or_in_one_clear_error(lens: Lens) -> None:
    good = serve.answer(ANSWER)
    script = {
        "too busy": [serve.error(429, QUICK), good],
        "broken": [serve.error(500, QUICK), good],
        "cut": [serve.cut(), good],
        "fenced": [serve.fenced(ANSWER)],
        "empty": [serve.empty(), good],
        "refusal": [serve.refusal(), good],
        "slow": [serve.drip(0.02), good],
        "dropped": [serve.dropped(), good],
        "cut twice": [serve.cut(), serve.cut()],
        "refused twice": [serve.refusal(), serve.refusal()],
        "broken for good": [serve.error(500, QUICK)] * 3,
    }
    ended: dict[str, str] = {}
    with serve.FaultyServer([fault for faults in script.values() for fault in faults]) as server:
        for name in script:
            try:
                brief = brief_article(articles.article(TEXT), lens, opened(server))
            except BriefingsError as error:
                ended[name] = f"{type(error).__name__}: {error}"
            else:
                assert_nothing_unsupported_is_printed(brief)
                ended[name] = "brief"
    assert len(server.requests) == sum(map(len, script.values()))
    failed = {name: ended.pop(name) for name in ("cut twice", "refused twice", "broken for good")}
    assert set(ended.values()) == {"brief"}
    assert failed["cut twice"].startswith("UnusableReply: ")
    assert "was declined" in failed["refused twice"]
    assert failed["broken for good"].startswith("ModelUnavailable: ")
    assert "gave up after 3 attempts" in failed["broken for good"]


def test_an_unusable_answer_is_handed_back_because_it_is_paid_for(lens: Lens) -> None:
    with (
        serve.FaultyServer(then=serve.answer("Бұл жауап емес.")) as server,
        pytest.raises(UnusableReply) as raised,
    ):
        brief_article(articles.article(TEXT), lens, opened(server))
    assert raised.value.answer == "Бұл жауап емес."


def with_an_invented_year() -> str:
    invented: dict[str, Any] = json.loads(ANSWER)
    invented["event"][0]["text"] = "Акимат Жалтырского района планирует открыть карьер в 2044 году."
    return json.dumps(invented)


def test_what_was_withheld_is_mended_in_one_more_call(lens: Lens) -> None:
    mended = {**json.loads(ANSWER)["event"][0], "item": 1}
    script = [serve.answer(with_an_invented_year()), serve.answer(json.dumps({"replacements": [mended]}))]
    with serve.FaultyServer(script) as server:
        brief = brief_article(articles.article(TEXT), lens, opened(server))
    assert (len(server.requests), brief.withheld) == (2, ())
    assert "2031" in brief.event[0].text
    assert brief.made.tokens_in == 240
    assert_nothing_unsupported_is_printed(brief)


def test_a_replacement_that_would_not_pass_changes_nothing(lens: Lens) -> None:
    worse = {**json.loads(ANSWER)["event"][0], "item": 1, "text": "Акимат откроет карьер в 2055 году."}
    script = [with_an_invented_year(), json.dumps({"replacements": [worse]})]
    brief = brief_article(articles.article(TEXT), lens, Scripted(script))
    (withheld,) = brief.withheld
    assert "2044" in withheld.statement.text


def long_winded(title: str) -> str:
    answer: dict[str, Any] = json.loads(ANSWER)
    answer["title"]["text"] = title
    return json.dumps(answer)


@pytest.mark.parametrize(
    ("offered", "printed_title", "marks"),
    [
        ("Акимат Жалтырского района планирует карьер", "Акимат Жалтырского района планирует карьер", 0),
        ("Акимат Жалтырского района открыл карьер в 2055 году", None, 1),
    ],
    ids=["shorter", "shorter and false"],
)
def test_a_long_title_is_asked_to_be_shorter_and_stays_unless_it_becomes_so(
    offered: str, printed_title: str | None, marks: int, lens: Lens
) -> None:
    long = "Акимат Жалтырского района" + " планирует открыть карьер в 2031 году" * 3
    shorter = {**json.loads(ANSWER)["title"], "item": 1, "text": offered}
    model = Scripted([long_winded(long), json.dumps({"replacements": [shorter]})])
    brief = brief_article(articles.article(TEXT), lens, model)
    assert "21 words where 18 fit" in model.prompts[1].turns[1].text
    assert brief.title.text == (printed_title or long)
    assert [f.rule for f in brief.title.findings] == ["form"] * marks
    assert brief.withheld == ()


@pytest.mark.parametrize("fault", [serve.bad_key(), serve.error(402), serve.answer("no"), serve.dropped()])
def test_a_repair_that_fails_costs_nothing_of_what_is_paid_for(fault: serve.Fault, lens: Lens) -> None:
    with serve.FaultyServer([serve.answer(with_an_invented_year())], then=fault) as server:
        brief = brief_article(articles.article(TEXT), lens, opened(server))
    assert [withheld.section for withheld in brief.withheld] == ["event"]
    assert brief.stakes
    assert_nothing_unsupported_is_printed(brief)


# ---- a real model -----------------------------------------------------------------------------

# Our own instructions are longer than what so small a model can keep in mind: an example does better.
SHORT_PROMPTS = {
    "brief.system.md": "You turn articles into JSON.",
    "brief.article.md": """Article:
S1| The town will open a library in May.
S2| The mayor promised two rooms for children.
S3| “The library is late,” said Anna Berg, a teacher.
JSON:
{"event": [{"citations": ["S1"], "voice": "reported", "speaker": null, "role": null, "text": "The town will \
open a library in May."}], "expert_views": [{"citations": ["S3"], "speaker": "Anna Berg", "role": "a teacher", \
"text": "Anna Berg said: “The library is late.”"}], "comparison": [], "stakes": [], "dimensions": [], \
"source_issues": [], "gaps": [], "positioning": [], "confidence": {"level": "low", "reason": "One article."}, \
"watch": [], "bottom_line": [], "title": {"citations": ["S1"], "voice": "reported", "speaker": null, \
"role": null, "text": "The town will open a library"}}

Article:
{{ numbered }}
JSON:
""",
}


@pytest.fixture
def short_prompts(tmp_path: Path) -> Path:
    for name, text in SHORT_PROMPTS.items():
        file = tmp_path / "mine" / "prompts" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "mine"


class Brisk:
    """Has `model` end its lists: one so small repeats itself until its window is full."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self.name = model.name

    def complete(self, prompt: Prompt) -> Reply:
        return self._model.complete(replace(prompt, schema=_bounded(prompt.schema)))


def _bounded(node: Any) -> Any:
    if isinstance(node, list):
        return [_bounded(item) for item in node]
    if not isinstance(node, dict):
        return node
    bounded = {key: _bounded(value) for key, value in node.items()}
    if node.get("type") == "array":
        bounded["maxItems"] = 2
    if node.get("type") == "string" and "enum" not in node:
        bounded["maxLength"] = 90
    return bounded


@pytest.mark.model
def test_a_real_model_s_nonsense_is_withheld_and_the_rest_passes_again(
    small_model_url: str, short_prompts: Path, lens: Lens
) -> None:
    source = articles.article(articles.EN, "en")
    model = open_model("smollm2", api_key=None, base_url=small_model_url, timeout=240, attempts=1)
    brief = brief_article(source, lens, Brisk(model), context_window=6000, content=short_prompts)
    assert (brief.made.drafter, brief.made.model) == ("model", "smollm2")
    assert brief.made.tokens_out > 100
    assert brief.withheld
    assert_nothing_unsupported_is_printed(brief)


@pytest.mark.model
def test_a_real_model_on_the_command_line_ends_in_a_brief_or_in_one_clear_line(
    small_model_url: str,
    short_prompts: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serve.FaultyServer() as unused:
        drafts_with(monkeypatch, unused, timeout=240)
    monkeypatch.setenv("OPENAI_BASE_URL", small_model_url)
    monkeypatch.setenv("BRIEFINGS_CONTENT", str(short_prompts))
    monkeypatch.setenv("BRIEFINGS_CONTEXT", "1500")
    source = article(tmp_path, "talks.txt")
    source.write_text(articles.EN, encoding="utf-8")
    called = call(capsys, "brief", source, "--format", "json")
    if called.code == 0:
        brief = json.loads((tmp_path / "out" / "talks.json").read_text(encoding="utf-8"))
        assert brief["made"]["drafter"] == "model"
        return
    assert (called.code, called.out) == (1, "")
    (line,) = called.complaints
    assert "talks.txt" in line
    assert (tmp_path / "out" / "rejected" / "talks.txt").read_text(encoding="utf-8").startswith("{")
