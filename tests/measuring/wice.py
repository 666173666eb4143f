"""Claims of Wikipedia held against their sources: `wice-dev`, supported or not (in part is not).

Every sentence of the evidence is cited at once, as MiniCheck and its peers are given it, or only those that
annotators named where they named some. The source is read as the outlet's own text, and no rule was tuned
on it. Peers on the other half of the set: MiniCheck-FT5 0.722, GPT-4o 0.785.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from statistics import mean
from typing import TYPE_CHECKING, Any

from briefings.checking import check_statement, is_withheld
from briefings.domain import Article, Proposal, Sentence
from briefings.language.meaning.words import carried, content_words
from tests.measuring.results import Figure, Part, Share, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_LEAST = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)  # share of content words, for the curve


@dataclass(frozen=True)
class Verdict:
    """What was made of one claim. `carried` is the share of its content words that the cited sentences have."""

    supported: bool
    rules: frozenset[str]
    carried: float

    @property
    def withheld(self) -> bool:
        return bool(self.rules)


def part(data: Path) -> Part | None:
    path = data / "wice-dev" / "dev.jsonl"
    if not path.is_file():
        return None
    claims = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    shares: list[Share] = []
    figures = []
    for cited, gold in (("all sentences cited", False), ("annotated sentences cited", True)):
        verdicts = [judged(claim, gold=gold) for claim in claims]
        shares += _shares(verdicts, cited)
        accuracy = balanced_accuracy((v.supported, not v.withheld) for v in verdicts)
        figures.append(Figure(f"{cited}: balanced accuracy", accuracy, "", "" if gold else "≥ 0.75"))
        for least in _LEAST:
            passed = [(v.supported, not v.withheld and v.carried >= least) for v in verdicts]
            name = f"{cited}: the same, and {least:.0%} of the content words carried"
            figures.append(Figure(name, balanced_accuracy(passed), ""))
    return Part("wice", shares, columns=("half",), figures=figures)


def balanced_accuracy(judged_: Iterable[tuple[bool, bool]]) -> float:
    """The mean of the shares of right answers among true and among false, of `(truth, answer)`."""
    right: dict[bool, list[bool]] = defaultdict(list)
    for truth, answer in judged_:
        right[truth].append(truth == answer)
    return mean(mean(answers) for answers in right.values())


def judged(claim: dict[str, Any], *, gold: bool) -> Verdict:
    named = next((group for group in claim["supporting_sentences"] if group), []) if gold else []
    evidence = claim["evidence"]
    article = article_of(evidence)
    numbers = tuple(f"S{at + 1}" for at in (named or range(len(evidence))))
    statement = check_statement(Proposal(claim["claim"], "reported", numbers), article, "event")
    rules = {f.rule for f in statement.findings if f.severity == "withhold"}
    assert bool(rules) == is_withheld(statement.findings)
    source = "\n".join(article.words_of(article.by_id[number]) for number in numbers)
    held = carried(claim["claim"], source, "en", "en")
    said = len(content_words(claim["claim"], "en")) or 1
    missing = len(held.missing) if held else 0
    return Verdict(claim["label"] == "supported", frozenset(rules), 1 - missing / said)


def article_of(sentences: Sequence[str]) -> Article:
    """The evidence as an article of one sentence a line, all of them the outlet's."""
    units, at = [], 0
    for number, words in enumerate(sentences, 1):
        units.append(Sentence(f"S{number}", "sentence", at, at + len(words), 1))
        at += len(words) + 1
    return Article("evidence", "\n".join(sentences), "en", tuple(units), "")


def _shares(verdicts: Sequence[Verdict], cited: str) -> list[Share]:
    return counted(_hits(verdicts, cited))


def _hits(verdicts: Sequence[Verdict], cited: str) -> Iterator[tuple[str, str, str, bool]]:
    rules = sorted({rule for verdict in verdicts for rule in verdict.rules})
    for verdict in verdicts:
        label = "supported" if verdict.supported else "not supported"
        right = verdict.withheld != verdict.supported
        yield f"{label}: {'passed' if verdict.supported else 'withheld'}", "en", cited, right
        for rule in rules:
            yield f"{label}: rule {rule} fires", "en", cited, rule in verdict.rules
