"""Fresh sentences and what a statement may make of them: tests/cases/verdicts_*.txt, a block for each source.

A block begins with the language and the text of a short article (¶ parts paragraphs); each line below it is a
statement that is printed (+) or withheld (-), behind the sentences it cites ([S1] or [S1,S2]; else all). Voice and
speaker are those of the cited sentences. A statement may be in another language than its source.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, get_args

import pytest

from briefings.checking import check_statement
from briefings.domain import Article, Language, Proposal, Speaker
from briefings.language.roles import standing
from briefings.language.sentences import split
from briefings.language.speech import attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Voice

CASES = Path(__file__).parents[1] / "cases"
_CITED = re.compile(r"(?:\[(S[\dS,]*)\] )?(.*)")


class Verdict(NamedTuple):
    """One statement, the article it is about, the sentences it cites (none: all), and whether it is printed."""

    language: str
    source: str
    cited: tuple[str, ...]
    text: str
    printed: bool


def _verdicts() -> Iterator[Verdict]:
    for path in sorted(CASES.glob("verdicts_*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            lines = [line for line in block.splitlines() if line and not line.startswith("#")]
            language, _, source = lines[0].partition(" ")
            for line in lines[1:]:
                cited, text = _CITED.fullmatch(line[2:]).groups()  # type: ignore[union-attr]
                numbers = tuple(cited.split(",")) if cited else ()
                yield Verdict(language, source, numbers, text, line[0] == "+")


@cache
def _article(language: str, source: str) -> Article:
    assert language in get_args(Language)
    text = source.replace(" ¶ ", "\n\n")
    heard = attribute(text, split(text, language), language)  # type: ignore[arg-type]
    return Article("test.txt", text, language, heard, "0" * 64)  # type: ignore[arg-type]


def _voice(speaker: Speaker | None) -> Voice:
    kind = standing(speaker) if speaker else "other"
    return "official" if kind == "official" else "expert" if kind == "expert" else "reported"


def _withheld(verdict: Verdict) -> list[str]:
    article = _article(verdict.language, verdict.source)
    cited = verdict.cited or tuple(s.id for s in article.sentences)
    speakers = {article.by_id[number].speaker for number in cited}
    speaker = speakers.pop() if len(speakers) == 1 else None
    statement = check_statement(Proposal(verdict.text, _voice(speaker), cited, speaker), article, "event")
    return [f"{f.rule}: {f.detail}" for f in statement.findings if f.severity == "withhold"]


@pytest.mark.parametrize("verdict", [v for v in _verdicts() if v.printed], ids=lambda v: v.text[:50])
def test_what_the_sentences_carry_is_printed(verdict: Verdict) -> None:
    assert _withheld(verdict) == []


@pytest.mark.parametrize("verdict", [v for v in _verdicts() if not v.printed], ids=lambda v: v.text[:50])
def test_what_they_do_not_carry_is_withheld(verdict: Verdict) -> None:
    assert _withheld(verdict) != []
