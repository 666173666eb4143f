"""The fixture: what the checker withholds wrongly and lets pass wrongly, and what the reader hears, per language.

The fixture in tests/eval/ was written by examiners who had not seen the rules. `HELD_OUT` names the articles of
each language that only report; the rules were tuned on the others. Everything is measured in this very run,
without the extra `across` but for the table of that name.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from briefings.checking.statements import is_withheld
from briefings.checking.submitted import checked
from briefings.language.meaning import nearness
from briefings.language.names import same_person
from briefings.readers import read_article
from tests.measuring import coverage, quoting
from tests.measuring.results import Share, tally
from tests.measuring.texts import Story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Article

FIXTURE = Path(__file__).parents[1] / "eval"
LANGUAGES = ("ru", "kk", "en")
HELD_OUT = (24, 25)


@dataclass(frozen=True)
class Case:
    """One labelled statement and what the checker made of it."""

    entry: dict[str, Any]
    half: str
    article: Article
    findings: tuple[Any, ...]

    @property
    def language(self) -> str:
        return self.article.language

    @property
    def withheld(self) -> bool:
        return is_withheld(self.findings)

    @property
    def wrong(self) -> bool:
        return self.withheld == (self.entry["label"] == "supported")


def half_of(name: str) -> str:
    """Of an article such as "ru10": the rules were tuned on it, or it only reports."""
    return "held out" if int(name[2:]) in HELD_OUT else "tuned"


def articles() -> dict[str, Article]:
    return {path.stem: read_article(path) for path in sorted((FIXTURE / "articles").glob("*.txt"))}


def cases(read: dict[str, Article]) -> Iterator[Case]:
    for name, article in read.items():
        lines = (FIXTURE / "statements" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for at, line in enumerate(lines):
            entry = json.loads(line)
            yield Case(entry, half_of(name), article, checked(article, entry, at).findings)


def statement_shares(all_cases: list[Case]) -> list[Share]:
    true = [c for c in all_cases if c.entry["label"] == "supported"]
    false = [c for c in all_cases if c.entry["label"] == "withheld"]
    return [
        *tally("true statements kept", ((c.language, c.half, not c.withheld) for c in true)),
        *tally("defects withheld", ((c.language, c.half, c.withheld) for c in false)),
    ]


def across_shares(read: dict[str, Article]) -> list[Share]:
    """The statements in another language than their article, by the rules alone and with the extra `across`."""
    shares = []
    for installed in (False, nearness.is_installed()):
        with patch.object(nearness, "is_installed", lambda installed=installed: installed):
            judged = [c for c in cases(read) if c.entry["kind"] == "cross_language"]
        of = "with the extra" if installed else "rules alone"
        for label, measure in (("supported", "true statements kept"), ("withheld", "defects withheld")):
            hits = [not c.wrong for c in judged if c.entry["label"] == label]
            shares.append(Share(measure, of, "all", sum(hits), len(hits)))
    return list(dict.fromkeys(shares))


def kind_shares(all_cases: list[Case]) -> list[Share]:
    shares: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for case in all_cases:
        shares[case.entry["label"], case.entry["kind"]].append(not case.wrong)
    return [Share(kind, "all", label, sum(hits), len(hits)) for (label, kind), hits in sorted(shares.items())]


def speech_shares(read: dict[str, Article]) -> list[Share]:
    voices, speakers = [], []
    for name, article in read.items():
        labels = json.loads((FIXTURE / "labels" / f"{name}.json").read_text(encoding="utf-8"))
        for number, gold in labels["sentences"].items():
            sentence = article.by_id[number]
            where = (article.language, half_of(name))
            voices.append((*where, sentence.voice == gold["voice"]))
            heard = sentence.speaker.name if sentence.speaker else None
            speakers.append((*where, same_speaker(heard, gold["speaker"])))
    return [*tally("voice of a sentence", voices), *tally("speaker of a sentence", speakers)]


def same_speaker(heard: str | None, gold: str | None) -> bool:
    if heard is None or gold is None:
        return heard is gold
    return same_person(heard, gold) or heard.casefold() == gold.casefold()


def locating_shares(read: dict[str, Article]) -> list[Share]:
    return list(
        quoting.part(
            "quotations", [Story(article, "fixture") for article in read.values()], peers=False
        ).shares
    )


def measure() -> dict[str, list[Share]]:
    read = articles()
    if not read:
        raise SystemExit(f"{FIXTURE} holds no articles")
    with patch.object(nearness, "is_installed", lambda: False):
        all_cases = list(cases(read))
    return {
        "statements": statement_shares(all_cases),
        "kinds": kind_shares(all_cases),
        "across": across_shares(read),
        "speech": speech_shares(read),
        "coverage": coverage.rows(read, FIXTURE / "labels"),
        "quotations": locating_shares(read),
    }


def wrong_cases() -> Iterator[str]:
    """Every statement judged wrongly, for whoever tunes a rule."""
    for case in cases(articles()):
        if case.wrong:
            entry = case.entry
            found = "; ".join(f"{f.rule}: {f.detail}" for f in case.findings if f.severity == "withhold")
            yield f"{entry['id']} {entry['kind']} [{case.half}] {entry['text']} {entry['citations']}\n    {found or 'passed'}"
