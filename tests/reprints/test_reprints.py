"""Reprints are found, and no text that brings news is ever taken for one."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.reprints import Reprint, Reprints
from briefings.reprints.words import shingles, words

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "tests" / "cases" / "reprints").glob("*/*.txt"))
ARTICLES = sorted((ROOT / "tests" / "eval" / "articles").glob("*.txt"))


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def knowing(*texts: str) -> Reprints:
    known = Reprints()
    for text in texts:
        known.add(sha256(text), text)
    return known


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def originals() -> list[str]:
    return [text_of(path) for path in CASES if path.stem == "original"]


# ---- the labelled texts: their file names say what they are -----------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name} {path.stem}")
def test_a_labelled_text_is_a_reprint_or_not(case: Path) -> None:
    original = text_of(case.parent / "original.txt")
    found = knowing(*originals()).find(text_of(case))
    if case.stem.startswith(("original", "reprint")):
        assert found is not None
        assert found.sha256 == sha256(original)
    else:
        assert found is None


def test_likeness_alone_could_not_tell_reprints_from_updates() -> None:
    def likeness(label: str) -> list[float]:
        pairs = [(c, c.parent / "original.txt") for c in CASES if c.stem.startswith(label)]
        sets = [(set(shingles(text_of(one))), set(shingles(text_of(other)))) for one, other in pairs]
        return [len(one & other) / len(one | other) for one, other in sets]

    assert min(likeness("reprint")) > 0.6
    assert max(likeness("update")) > 0.97
    assert max(likeness("other")) < 0.1


# ---- the fixture's articles, on which no limit was tuned --------------------------------------


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_half_an_article_is_a_reprint_of_it_and_the_whole_is_none_of_the_half(path: Path) -> None:
    whole = text_of(path)
    paragraphs = whole.splitlines(keepends=True)
    half = "".join(paragraphs[: len(paragraphs) * 2 // 3])
    found = knowing(*map(text_of, ARTICLES)).find(half)
    assert found is not None
    assert found.sha256 == sha256(whole)
    assert knowing(half).find(whole) is None


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_any_figure_changed_makes_an_update(path: Path) -> None:
    whole = text_of(path)
    body = whole.rindex("\n", 0, len(whole) // 4)  # below the lines about the article
    figures = list(re.finditer(r"(?<![\w.,-])\d{2,}(?![\w.,-])", whole[body:]))
    assert figures
    known = knowing(whole)
    for figure in figures:
        start, end = body + figure.start(), body + figure.end()
        assert known.find(f"{whole[:start]}{int(figure[0]) + 31}{whole[end:]}") is None, figure[0]


def test_articles_of_their_own_are_no_reprints_of_each_other() -> None:
    known = Reprints()
    for path in ARTICLES:
        assert known.find(text_of(path)) is None
        known.add(path.stem, text_of(path))
    assert len(known) == len(ARTICLES)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Freight forwarders welcomed the plan", "Freight forwarders rejected the plan"),
        ("Traffic will rise.", "Traffic will fall."),
        ("trains now wait", "trains never wait"),
    ],
)
def test_a_story_with_one_statement_turned_round_is_news(old: str, new: str) -> None:
    original = f"{originals()[0]}\nTraffic will rise.\n"
    assert old in original
    found = knowing(original).find(original.replace(old, new))
    assert found is None


# ---- the index --------------------------------------------------------------------------------


def test_of_several_originals_the_likest_is_named_and_of_equals_the_first() -> None:
    whole = originals()[1]
    longer = f"{whole}\nПодписывайтесь на наш канал\n"
    known = Reprints()
    known.add("longer", longer)
    known.add("whole", whole)
    known.add("again", whole)
    assert known.find(whole) == Reprint("whole", 1.0)


def test_a_text_added_twice_is_known_once() -> None:
    (text, *_) = originals()
    known = knowing(text, text)
    assert len(known) == 1


@pytest.mark.parametrize("text", ["", "…", "Одна строка новостей.", "🌾 " * 50])
def test_a_text_of_next_to_no_words_is_no_reprint_and_no_original(text: str) -> None:
    known = knowing(text, *originals())
    assert known.find(text) is None
    assert len(known) == len(originals())


def test_the_same_in_another_language_is_not_a_reprint() -> None:
    english, kazakh, russian = originals()
    assert knowing(english, kazakh).find(russian) is None


def test_the_answer_is_the_same_in_every_process() -> None:
    script = (
        "from tests.reprints.test_reprints import *\n"
        "known = knowing(*originals())\n"
        "print([known.find(text_of(case)) for case in CASES])\n"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert "Reprint" in said.pop()


# ---- words ------------------------------------------------------------------------------------

TYPOGRAPHY = {"ё": "е", "—": "–", "«": "“", "»": '"', " ": "\u00a0", "й": "и\u0306"}


@given(st.sampled_from(originals()), st.sets(st.sampled_from(sorted(TYPOGRAPHY))))
@settings(deadline=None)
def test_another_layout_program_changes_no_word(text: str, changed: set[str]) -> None:
    other = "".join(TYPOGRAPHY[c] if c in changed else c for c in text)
    assert words(other) == words(text)
    assert knowing(text).find(other) == Reprint(sha256(text), 1.0)


@given(st.text(max_size=200))
def test_no_text_is_too_odd_to_be_looked_up(text: str) -> None:
    known = knowing(text)
    found = known.find(text)
    assert found == (Reprint(sha256(text), 1.0) if len(known) else None)


def test_a_reprint_is_found_among_hundreds_of_bulletins_of_one_kind() -> None:
    bulletin = "The Aktogay exchange closed higher as grain, rail and copper shares rose in calm trade, brokers said."
    known = Reprints()
    texts = [
        f"{bulletin} The index stood at {1000 + day} points, day {day} of the season." for day in range(120)
    ]
    for day, text in enumerate(texts):
        assert known.find(text) is None
        known.add(f"{day:064}", text)
    found = known.find(texts[30] + "\n")
    assert found is not None
    assert found.sha256 == f"{30:064}"
