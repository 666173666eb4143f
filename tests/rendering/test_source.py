"""The numbered source shows every sentence as it stands, with the quoted words marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import Quote
from briefings.rendering.citing import Claim
from briefings.rendering.source import source_lines
from tests.briefs import sample_article

_ARTICLE = sample_article("kk")
_SPANS = st.lists(
    st.tuples(st.integers(0, len(_ARTICLE.text)), st.integers(0, len(_ARTICLE.text))).map(sorted), max_size=6
)


def _claims(spans: list[list[int]]) -> list[Claim]:
    return [
        Claim(f"k{n}", "", "", (), quotes=(Quote("", None, start, end, "verbatim"),))
        for n, (start, end) in enumerate(spans)
    ]


@given(_SPANS)
def test_whatever_is_quoted_each_line_is_its_sentence(spans: list[list[int]]) -> None:
    lines = source_lines(_ARTICLE, _claims(spans), {})
    assert [line.text for line in lines] == [_ARTICLE.words_of(s) for s in _ARTICLE.sentences]


@given(_SPANS)
def test_exactly_the_quoted_characters_are_marked(spans: list[list[int]]) -> None:
    lines = source_lines(_ARTICLE, _claims(spans), {})
    for sentence, line in zip(_ARTICLE.sentences, lines, strict=True):
        at = sentence.start
        for piece in line.pieces:
            for offset in range(at, at + len(piece.text)):
                quoting = {f"k{n}" for n, (start, end) in enumerate(spans) if start <= offset < end}
                assert set(piece.claims) == quoting
            at += len(piece.text)


def test_a_line_knows_its_paragraph_and_the_chip_that_cites_it() -> None:
    lines = source_lines(_ARTICLE, [], {"S1": "c4"})
    first = {line.id: line for line in lines}
    assert first["H1"].heading
    assert [first["S1"].opens_paragraph, first["S2"].opens_paragraph] == [True, False]
    assert [first["S1"].chip, first["S2"].chip] == ["c4", None]


def test_a_speaker_is_named_only_where_the_sentence_does_not_name_one() -> None:
    named = {line.id: line.from_context for line in source_lines(_ARTICLE, [], {})}
    assert {number: name for number, name in named.items() if name} == {"S5": "Айгерім Тестова"}
