"""What briefs will cost, told before a call, against what a server that counts tokens then bills."""

from __future__ import annotations

from functools import cache
from math import fsum
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefings.archive.ledger import bills as ledger_bills
from briefings.batch.estimate import NOTHING_SEEN, Estimate, Estimator, Habits
from briefings.lens import load_lens
from briefings.llm import open_model, tokens
from briefings.llm.metering import read_cards
from briefings.pipeline import brief_article
from briefings.readers import read_article
from tests.archive.calls import Call, keep
from tests.articles import article as short_article
from tests.batch.billing import bills
from tests.llm.server import FaultyServer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.domain import Article, Language

ROOT = Path(__file__).parents[2]
CARDS = read_cards()
LENS = load_lens()
MODEL = "gpt-4o"


@cache
def folder(*names: str) -> tuple[Article, ...]:
    return tuple(read_article(ROOT / "tests" / "eval" / "articles" / f"{name}.txt") for name in names)


def recorded_lengths() -> dict[Language, int]:
    """Tokens of the shortest answer of the recorded large model in each language."""
    replies = {
        language: [
            tokens.count((case / "reply.json").read_text(encoding="utf-8"), MODEL)
            for case in (ROOT / "tests" / "cases").glob(f"recorded_*_{language}")
        ]
        for language in ("ru", "kk", "en")
    }
    return {language: min(lengths) for language, lengths in replies.items()}  # type: ignore[misc]


def paid_for(
    articles: Sequence[Article], *, lengths: Mapping[Language, int] | None = None, mended: bool = False
) -> list[Call]:
    """Brief `articles` with a model that bills; every call as the archive keeps it."""
    calls = []
    with FaultyServer(then=bills(articles, lengths=lengths, mended=mended)) as server:
        model = open_model(MODEL, api_key="sk-test", base_url=server.base_url)
        for number, article in enumerate(articles):
            before = len(server.requests)
            made = brief_article(article, LENS, model).made
            calls.append(Call(MODEL, 1e9, made.tokens_in, 0, made.tokens_out, made.cost_usd, str(number)))
            further = len(server.requests) - before - 1
            calls += [Call(MODEL, 1e9, 0, 0, 0, 0.0, str(number))] * further
    return calls


def cost(calls: Sequence[Call]) -> float:
    return fsum(call.cost_usd or 0.0 for call in calls)


def estimator(**options: object) -> Estimator:
    return Estimator(LENS, MODEL, CARDS, **options)  # type: ignore[arg-type]


def test_a_folder_costs_what_was_estimated_when_answers_are_as_long_as_those_recorded() -> None:
    articles = folder("en1", "en2", "kk1", "ru1")
    calls = paid_for(articles, lengths=recorded_lengths())
    estimate = estimator().estimate_all(articles)
    assert estimate.tokens_in == sum(call.tokens_in for call in calls)
    assert estimate.cost_usd == pytest.approx(cost(calls), rel=0.10)


@pytest.mark.parametrize("mended", [False, True], ids=["short answers", "every second one mended"])
def test_a_model_with_other_habits_is_estimated_by_what_the_archive_has_seen(
    mended: bool, tmp_path: Path
) -> None:
    seen = paid_for(folder("en1", "en3", "en5", "kk1", "kk3", "kk5"), mended=mended)
    articles = folder("en2", "en4", "kk2", "kk4")
    habits = Habits.of(MODEL, ledger_bills(keep(tmp_path, *seen), by="model"))
    bill = cost(paid_for(articles, mended=mended))
    assert estimator(habits=habits).estimate_all(articles).cost_usd == pytest.approx(bill, rel=0.10)
    assert estimator().estimate_all(articles).cost_usd != pytest.approx(bill, rel=0.10)


def test_a_dated_name_has_the_habits_of_its_model_and_another_model_has_not(tmp_path: Path) -> None:
    call = Call("gpt-4o-2024-08-06", 1e9, 4000, 0, 900, 0.1, "a")
    seen = ledger_bills(keep(tmp_path, call), by="model")
    assert Habits.of("gpt-4o", seen) == Habits(1, 1, 4000, 0, 900)
    assert Habits.of("gpt-4o-mini", seen) == NOTHING_SEEN


def test_a_model_without_a_price_costs_unknown_and_its_tokens_are_known() -> None:
    (article,) = folder("en1")
    estimate = Estimator(LENS, "llama-of-the-house", CARDS).estimate_all([article, article])
    assert estimate.cost_usd is None
    assert estimate.tokens_in > 8000


def test_no_articles_cost_nothing() -> None:
    assert estimator().estimate_all([]) == Estimate(0, 0, 0, 0.0)


def test_the_shared_start_is_cached_from_the_second_article_of_a_language_on_if_the_provider_does_so() -> (
    None
):
    english, kazakh = folder("en1", "kk1")
    once = estimator(caches=True).estimate_all([english, kazakh])
    twice = estimator(caches=True).estimate_all([english, kazakh, english])
    assert once.tokens_cached == 0
    assert twice.tokens_cached % 128 == 0
    assert 2000 <= twice.tokens_cached <= 2200  # the rules, which stand before every article
    assert estimator().estimate_all([english, english]).tokens_cached == 0
    assert twice.cost_usd is not None
    assert once.cost_usd is not None
    fresh = estimator().estimate(english).cost_usd
    assert fresh is not None
    assert twice.cost_usd - once.cost_usd == pytest.approx(fresh - twice.tokens_cached * 1.25e-6)


def test_a_provider_that_was_seen_to_cache_is_expected_to() -> None:
    habits = Habits(articles=10, calls=10, tokens_in=50_000, tokens_cached=25_000, tokens_out=20_000)
    estimate = estimator(habits=habits).estimate(*folder("en1"))
    assert estimate.tokens_cached == pytest.approx(estimate.tokens_in / 2, abs=1)


def test_the_batch_costs_half() -> None:
    (article,) = folder("ru1")
    whole, half = estimator().estimate(article).cost_usd, estimator(batched=True).estimate(article).cost_usd
    assert whole is not None
    assert half == pytest.approx(whole / 2)


def test_an_article_that_is_asked_for_in_parts_is_estimated_in_parts() -> None:
    words = "\n\n".join(f"Министерство номер {n} сообщило о планах на следующий год." for n in range(400))
    long = short_article(words)
    whole = estimator().estimate(long)
    parts = estimator(window=12_000).estimate(long)
    assert parts.tokens_out > whole.tokens_out
    assert parts.tokens_in > whole.tokens_in


def test_the_language_of_the_brief_sets_the_length_of_the_answer() -> None:
    (article,) = folder("ru1")
    assert (
        estimator(language="en").estimate(article).tokens_out
        < estimator().estimate(article).tokens_out
        < estimator(language="kk").estimate(article).tokens_out
    )
