"""`make eval`: what the checker withholds wrongly and lets pass wrongly, and what the reader hears, per language.

The fixture in tests/eval/ was written by examiners who had not seen the rules. Articles 1 to 5 of each
language were used for tuning, articles 6 and 7 only to report. Everything is measured in this very run.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.checking.statements import is_withheld
from briefings.checking.submitted import checked
from briefings.language.names import same_person
from briefings.readers import read_article
from tests.measuring import coverage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from briefings.domain import Article

FIXTURE = Path(__file__).parents[1] / "eval"
LANGUAGES = ("ru", "kk", "en")


@dataclass(frozen=True)
class Share:
    """`hits` of `total` for one measure, language and half of the fixture."""

    measure: str
    language: str
    half: str
    hits: int
    total: int

    @property
    def percent(self) -> float:
        return 100 * self.hits / self.total if self.total else 0.0


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
    return "tuned" if name[-1] in "12345" else "held out"


def articles() -> dict[str, Article]:
    return {path.stem: read_article(path) for path in sorted((FIXTURE / "articles").glob("*.txt"))}


def cases(read: dict[str, Article]) -> Iterator[Case]:
    for name, article in read.items():
        lines = (FIXTURE / "statements" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for at, line in enumerate(lines):
            entry = json.loads(line)
            yield Case(entry, half_of(name), article, checked(article, entry, at).findings)


def tally(measure: str, judged: Iterable[tuple[str, str, bool]]) -> list[Share]:
    """Shares of True by (language, half), of `(language, half, hit)`."""
    sums: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for language, half, hit in judged:
        sums[language, half].append(hit)
    return [Share(measure, *key, sum(hits), len(hits)) for key, hits in sorted(sums.items())]


def statement_shares(all_cases: list[Case]) -> list[Share]:
    true = [c for c in all_cases if c.entry["label"] == "supported"]
    false = [c for c in all_cases if c.entry["label"] == "withheld"]
    return [
        *tally("true statements kept", ((c.language, c.half, not c.withheld) for c in true)),
        *tally("defects withheld", ((c.language, c.half, c.withheld) for c in false)),
    ]


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
    from tests.measuring.locating import judged

    hits: dict[tuple[str, str, str], list[bool]] = defaultdict(list)
    for outcome, kind, language, right in judged(read):
        hits[outcome, kind, language].append(right)
    return [
        Share(f"{outcome}: {kind}", language, "all", sum(found), len(found))
        for (outcome, kind, language), found in sorted(hits.items())
    ]


def measure() -> dict[str, list[Share]]:
    read = articles()
    if not read:
        raise SystemExit(f"{FIXTURE} holds no articles")
    all_cases = list(cases(read))
    return {
        "statements": statement_shares(all_cases),
        "kinds": kind_shares(all_cases),
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


def table(shares: list[Share], columns: Callable[[Share], str], rows: Callable[[Share], str]) -> str:
    names = list(dict.fromkeys(columns(s) for s in shares))
    lines = ["| | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    for row in dict.fromkeys(rows(s) for s in shares):
        cells = {columns(s): f"{s.percent:.1f} % ({s.hits}/{s.total})" for s in shares if rows(s) == row}
        lines.append(f"| {row} | " + " | ".join(cells.get(name, "–") for name in names) + " |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(prog="make eval")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="list the statements judged wrongly")
    parser.add_argument("--data", type=Path, help="a folder of outside texts to run on as well")
    given = parser.parse_args()
    if given.wrong:
        print("\n".join(wrong_cases()))
        return
    found = measure()
    figures: dict[str, Any] = {name: [asdict(s) for s in shares] for name, shares in found.items()}
    if given.data:
        from tests.measuring.outside import measure_outside

        figures["outside"] = [*measure_outside(given.data), *coverage.mission_rows(given.data)]
    (FIXTURE / "eval.json").write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if given.json:
        json.dump(figures, sys.stdout, ensure_ascii=False, indent=1)
        return
    for name, shares in found.items():
        print(f"\n### {name}\n")
        if name == "kinds":
            print(table(shares, lambda s: s.half, lambda s: s.measure))
        elif name == "quotations":
            print(table(shares, lambda s: s.language, lambda s: s.measure))
        else:
            print(table(shares, lambda s: f"{s.language}, {s.half}", lambda s: s.measure))
    for line in figures.get("outside", ()):
        print(line)


if __name__ == "__main__":
    main()
