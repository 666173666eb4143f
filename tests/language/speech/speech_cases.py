"""Score `attribute` on invented, annotated articles: tests/cases/speech_<language>_<style>/.

expected.tsv says of each sentence its voice, its speaker (empty: the outlet, or nobody the text shows) and how
the speaker is known: by name, or a pronoun in the paragraph that names them as a speaker, or a role at most one
paragraph on (explicit); by a pronoun or role farther away (anaphora); without any tag (inherited).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from briefings.domain import LANGUAGE_CODES, Sentence
from briefings.language.sentences import split
from briefings.language.speech import attribute

CASES = Path(__file__).parents[2] / "cases"


@dataclass(frozen=True, slots=True)
class Miss:
    """A sentence that came out otherwise than annotated."""

    opening: str
    expected: tuple[str, str, str]
    found: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the annotated sentences have voice, speaker and attribution right."""

    case: str
    right: int
    total: int
    misses: tuple[Miss, ...]

    @property
    def share(self) -> float:
        return self.right / self.total


def score_case(folder: Path) -> Score:
    """The score of one article.

    expected.tsv has the offset of each sentence, so that another way of cutting costs only the sentences
    that it cuts otherwise.
    """
    text = (folder / "article.txt").read_text(encoding="utf-8")
    language = next(code for code in LANGUAGE_CODES if folder.name.startswith(f"speech_{code}_"))
    heard = attribute(text, split(text, language), language)
    table = (folder / "expected.tsv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    misses = []
    for row in rows:
        expected = (row["voice"], row["speaker"], row["attribution"])
        found = _labels(heard, int(row["start"]))
        if found != expected:
            misses.append(Miss(row["opening"], expected, found))
    return Score(folder.name, len(rows) - len(misses), len(rows), tuple(misses))


def score_cases(folder: Path = CASES) -> tuple[Score, ...]:
    """The scores of all articles in `folder`."""
    return tuple(score_case(case) for case in sorted(folder.glob("speech_*")))


def _labels(heard: tuple[Sentence, ...], start: int) -> tuple[str, str, str]:
    sentence = next(s for s in heard if s.start <= start < s.end)
    return sentence.voice, sentence.speaker.name if sentence.speaker else "", sentence.attribution


if __name__ == "__main__":
    scores = score_cases()
    for score in scores:
        print(f"{score.case:32} {score.right:3}/{score.total:<3} {score.share:.3f}")
        for miss in score.misses:
            print(f"    {miss.opening:34} expected {miss.expected}, found {miss.found}")
    right, total = sum(s.right for s in scores), sum(s.total for s in scores)
    print(f"{'all':32} {right:3}/{total:<3} {right / total:.3f}")
