"""What a process does once everything is loaded: articles analysed and briefs checked, each text once.

Run as a process of its own for each language (`python -m tests.measuring.loaded ru`), so that nothing is
remembered from an earlier run. The first article warms up and does not count. CPU time: other work on the
machine does not count either. Prints one JSON object.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from typing import TYPE_CHECKING

from briefings.checking import check
from briefings.domain import Draft, Made, Proposal, Speaker
from briefings.language.figures import find_figures
from briefings.language.meaning import nearness
from briefings.language.meaning.polarity import find_conditions, find_hedges, find_negations
from briefings.language.names import russian
from briefings.language.sentences import split
from briefings.language.speech import attribute
from briefings.readers import read_article
from tests.measuring.quality import FIXTURE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefings.domain import Language
    from briefings.language.names.spans import Span

STATEMENTS = 30
_MADE = Made("extraction", "0", "2031-01-01T00:00:00+00:00", "TLP:CLEAR", "")


def analyse(text: str, language: Language) -> None:
    """Sentences, who speaks, figures, and what is denied, hedged or conditional."""
    for sentence in attribute(text, split(text, language), language):
        words = text[sentence.start : sentence.end]
        find_figures(words, language)
        for find in (find_negations, find_hedges, find_conditions):
            find(words, language)


def proposals(statements: Path) -> tuple[Proposal, ...]:
    """The first labelled statements in the file of an article, true and false ones, as a draft would propose them."""
    entries = [json.loads(line) for line in statements.read_text(encoding="utf-8").splitlines()]
    return tuple(
        Proposal(e["text"], e["voice"], tuple(e["citations"]), _speaker(e["speaker"]))
        for e in entries[:STATEMENTS]
    )


def _speaker(name: str | None) -> Speaker | None:
    return Speaker(name) if name else None


def _find_nothing(text: str) -> Iterator[Span]:
    yield from ()


def main(language: Language, *, names: bool) -> None:
    nearness.is_installed = lambda: False  # the extra `across` takes its own time, 30 ms a sentence
    if not names:
        russian._by_model = _find_nothing
    analysed, checking = [], []
    for path in sorted((FIXTURE / "articles").glob(f"{language}*.txt")):
        text = path.read_text(encoding="utf-8")
        started = time.process_time()
        analyse(text, language)
        analysed.append(time.process_time() - started)
        article = read_article(path)
        draft = Draft(language, "model", event=proposals(FIXTURE / "statements" / f"{path.stem}.jsonl"))
        started = time.process_time()
        check(draft, article, _MADE, number="2031-01-01/01-ru")
        checking.append(time.process_time() - started)
    print(
        json.dumps(
            {
                "articles a second": (len(analysed) - 1) / sum(analysed[1:]),
                "check, seconds": statistics.median(checking[1:]),
            }
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], names="--without-names" not in sys.argv)  # type: ignore[arg-type]
