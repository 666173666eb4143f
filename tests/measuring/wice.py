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

_FEW = 5  # sentences; annotators needed no more for nearly any claim
_LEAST = (0.5, 0.6, 0.65, 0.7, 0.8, 0.9, 1.0)  # share of content words, for the curve


@dataclass(frozen=True)
class Verdict:
    """What was made of one claim: the rules that withhold it, and how far its content words are carried.

    `carried` is their share (0…1) that the cited sentences have, `carried_by_few` that the best five have.
    """

    supported: bool
    rules: frozenset[str]
    carried: float
    carried_by_few: float

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
        for least in () if gold else _LEAST:
            for where, share in (("anywhere", "carried"), ("in five sentences", "carried_by_few")):
                passed = [(v.supported, not v.withheld and getattr(v, share) >= least) for v in verdicts]
                name = f"{cited}: the same, and {least:.0%} of the content words {where}"
                figures.append(Figure(name, balanced_accuracy(passed), ""))
    return Part("wice", shares, columns=("half",), figures=figures)


def balanced_accuracy(judged_: Iterable[tuple[bool, bool]]) -> float:
    """The mean of the shares of right answers among true and among false, of `(truth, answer)`."""
    right: dict[bool, list[bool]] = defaultdict(list)
    for truth, answer in judged_:
        right[truth].append(truth == answer)
    return mean(mean(answers) for answers in right.values())


def judged(claim: dict[str, Any], *, gold: bool) -> Verdict:
    named: list[int] = next((group for group in claim["supporting_sentences"] if group), []) if gold else []
    evidence = claim["evidence"]
    article = article_of(evidence)
    numbers = tuple(f"S{at + 1}" for at in (named or range(len(evidence))))
    statement = check_statement(Proposal(claim["claim"], "reported", numbers), article, "event")
    rules = {f.rule for f in statement.findings if f.severity == "withhold"}
    assert bool(rules) == is_withheld(statement.findings)
    held = [_carried(claim["claim"], article.words_of(article.by_id[number])) for number in numbers]
    said = len(content_words(claim["claim"], "en")) or 1
    anywhere, few = set().union(*held), _best_few(held)
    return Verdict(claim["label"] == "supported", frozenset(rules), len(anywhere) / said, len(few) / said)


def _carried(claim: str, sentence: str) -> set[int]:
    """Where the content words of `claim` begin that `sentence` has."""
    found = carried(claim, sentence, "en", "en")
    missing = {word.start for word in found.missing} if found else set()
    return {word.start for word in content_words(claim, "en")} - missing


def _best_few(held: Sequence[set[int]]) -> set[int]:
    """What the sentences have that add most, one after the other."""
    few: set[int] = set()
    for _ in range(_FEW):
        few |= max(held, key=lambda words: len(words - few), default=set())
    return few


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
