"""A statement that turns a bound, an order or an antonym round is withheld, also in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.checking import check_statement
from briefings.domain import Article, Proposal
from briefings.readers import read_article

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = """Порт Омеля примет не менее 40 судов в год

Порт Омеля примет не менее 40 судов в год. Соглашение о порте подписали до выборов в Омеле. \
Вода у порта за десять лет заметно потеплела.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Article:
    path: Path = tmp_path_factory.mktemp("articles") / "harbour.txt"
    path.write_text(SOURCE, encoding="utf-8")
    return read_article(path)


@pytest.mark.parametrize(
    ("text", "citation", "rule"),
    [
        ("Порт Омеля примет до 40 судов в год.", "S1", "number"),
        ("Омель порты жылына ең көбі 40 кеме қабылдайды.", "S1", "number"),
        ("Соглашение о порте подписали после выборов в Омеле.", "S2", "negation"),
        ("Порт туралы келісімге Омель сайлауынан кейін қол қойылды.", "S2", "negation"),
        ("Вода у порта за десять лет заметно похолодала.", "S3", "negation"),
        ("Порт маңындағы су он жылда салқындады.", "S3", "negation"),
    ],
)
def test_what_is_turned_round_is_withheld(harbour: Article, text: str, citation: str, rule: str) -> None:
    statement = check_statement(Proposal(text, "reported", (citation,), None), harbour, "event")
    assert {f.rule for f in statement.findings if f.severity == "withhold"} == {rule}


@pytest.mark.parametrize(
    ("text", "citation"),
    [
        ("Порт Омеля примет как минимум 40 судов в год.", "S1"),
        ("Омель порты жылына кемінде 40 кеме қабылдайды.", "S1"),
        ("Порт туралы келісімге Омель сайлауына дейін қол қойылды.", "S2"),
        ("Water at the port has warmed markedly in ten years.", "S3"),
    ],
)
def test_what_says_the_same_in_other_words_is_printed(harbour: Article, text: str, citation: str) -> None:
    statement = check_statement(Proposal(text, "reported", (citation,), None), harbour, "event")
    assert statement.findings == ()
