"""How fast reprints are found, in CPU time of one core: `python -m tests.measuring.reprints [--quick]`."""

from __future__ import annotations

import random
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.reprints import Reprints
from briefings.reprints.words import shingles

if TYPE_CHECKING:
    from collections.abc import Callable

TEXTS = 10_000
WORDS = 300
VOCABULARY = 30_000


@dataclass(frozen=True)
class Row:
    measure: str
    value: float
    unit: str
    limit: str = ""


def invented(count: int) -> list[str]:
    """Texts of invented words that are as unequally common as those of a language."""
    dice = random.Random(7)  # noqa: S311 - the same texts in every run
    syllables = ["қа", "ты", "ро", "ме", "ши", "ну", "ла", "ің", "бе", "до", "са", "ғы"]
    words = ["".join(dice.choices(syllables, k=dice.randint(1, 4))) for _ in range(VOCABULARY)]
    weights = [1 / (rank + 3) for rank in range(VOCABULARY)]
    texts = []
    for _ in range(count):
        drawn = dice.choices(words, weights, k=WORDS)
        sentences = [drawn[n : n + 12] for n in range(0, WORDS, 12)]
        texts.append(" ".join(" ".join(sentence).capitalize() + "." for sentence in sentences))
    return texts


def reprinted(text: str, dice: random.Random) -> str:
    """The first two thirds of `text`."""
    words = text.split()
    return " ".join(words[: dice.randint(len(words) * 2 // 3, len(words))])


def seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def rows(count: int = TEXTS) -> list[Row]:
    """Every tenth text is looked up as a reprint besides."""
    dice = random.Random(8)  # noqa: S311
    texts = invented(count)
    copies = [(n, reprinted(texts[n], dice)) for n in range(0, count, 10)]
    known = Reprints()
    shingles(" ".join(texts[:100]))  # the tables are loaded
    shingling = seconds(lambda: [shingles(text) for text in texts])
    false = 0

    def look_up_and_add() -> None:
        nonlocal false
        for n, text in enumerate(texts):
            false += known.find(text) is not None
            known.add(str(n), text)

    together = seconds(look_up_and_add)
    found = 0

    def look_up_copies() -> None:
        nonlocal found
        for n, copy in copies:
            hit = known.find(copy)
            found += hit is not None and hit.sha256 == str(n)

    copying = seconds(look_up_copies)
    return [
        Row(
            "texts looked up and added, after shingling",
            count / (together - shingling),
            "texts/s",
            "≥ 2000",
        ),
        Row("the same with shingling", count / together, "texts/s"),
        Row("reprints recognised, the comparison of sentences included", len(copies) / copying, "texts/s"),
        Row("reprints found", 100 * found / len(copies), "%", "100"),
        Row("texts taken for reprints of others", false, "", "0"),
    ]


def main(quick: bool) -> None:
    print("| measure | value | limit |\n|---|---|---|")
    for row in rows(TEXTS // 10 if quick else TEXTS):
        print(f"| {row.measure} | {row.value:,.4g} {row.unit} | {row.limit} |")


if __name__ == "__main__":
    main("--quick" in sys.argv)
