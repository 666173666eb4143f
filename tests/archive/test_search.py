from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.archive.mending import rebuild_index
from briefings.archive.search import search
from briefings.errors import UserError
from tests.archive.documents import document, kept

if TYPE_CHECKING:
    from briefings.archive.store import Archive
    from briefings.domain import Language


def numbers(archive: Archive, query: str, **options: object) -> list[str]:
    return [hit.number for hit in search(archive.connection, query, **options)]  # type: ignore[arg-type]


def test_a_brief_is_found_by_its_statements_and_by_the_sentences_of_its_source(archive: Archive) -> None:
    number = kept(archive)
    (said,) = search(archive.connection, "заявка посредника")
    assert (said.number, said.revision, said.language, said.day) == (number, 1, "ru", "2031-10-01")
    assert said.title.startswith("Караванный форум в Актогае")
    assert said.matches[0].passage.sentences[0] == "S3"
    (printed,) = search(archive.connection, "соседей")
    assert [(m.passage.section, m.passage.sentences) for m in printed.matches] == [("source", ("H1",))]


def test_the_words_found_are_where_the_spans_say(archive: Archive) -> None:
    kept(archive, " Великим державам нужны великие озёра.")
    (hit,) = search(archive.connection, '"великая держава" озеро')
    match = hit.matches[0]
    assert [match.passage.text[start:end] for start, end in match.spans] == ["Великим державам", "озёра"]


def test_a_word_and_a_phrase_that_holds_it_are_one_stretch(archive: Archive) -> None:
    kept(archive, " Великим державам нужны озёра.")
    (hit,) = search(archive.connection, 'держава "великая держава" "держава нужна"')
    match = hit.matches[0]
    assert [match.passage.text[start:end] for start, end in match.spans] == ["Великим державам нужны"]


def test_every_word_must_be_there_and_a_phrase_in_its_order_within_a_sentence(archive: Archive) -> None:
    number = kept(archive, " Малая держава строит, великая и средняя держава спорят, держава средняя молчит.")
    assert numbers(archive, "малая средняя великая держава") == [number]
    assert numbers(archive, "малая птеродактиль") == []
    assert numbers(archive, '"средней державы"') == [number]
    assert numbers(archive, '"средние державы спорить"') == [number]
    assert numbers(archive, '"великая держава"') == []
    assert numbers(archive, '"делегации девяти стран"') == [number]
    assert (
        numbers(archive, '"форум приглашены"') == []
    )  # the end of one sentence and the next one's beginning


@pytest.mark.parametrize(
    ("language", "more", "query"),
    [("kk", " Мемлекеттерінің көлі.", "мемлекет"), ("kk", " Державаның елдері.", '"держава ел"'), ("en", " Two powers met.", '"power meets"')],
)  # fmt: skip
def test_kazakh_and_english_words_are_found_in_their_other_forms(
    archive: Archive, language: Language, more: str, query: str
) -> None:
    number = kept(archive, more, language=language)
    assert numbers(archive, query) == [number]


def test_what_was_withheld_is_not_found(archive: Archive) -> None:
    made = document(kept(archive))
    made["withheld"][0]["statement"]["text"] = "Птеродактиль изменит тарифы."
    archive.store(made)
    assert numbers(archive, "птеродактиль") == []


def test_only_the_latest_revision_is_found(archive: Archive) -> None:
    number = kept(archive)
    archive.store(document(number, event="Приглашены птеродактили."))
    assert numbers(archive, "птеродактиль") == [number]
    archive.store(document(number, event="Приглашены делегации."))
    assert numbers(archive, "птеродактиль") == []
    (hit,) = search(archive.connection, "делегация")
    assert hit.revision == 3


def test_the_newest_day_comes_first_whenever_it_was_stored(archive: Archive) -> None:
    late = kept(archive, day="2031-10-03")
    early = kept(archive, " Ещё.", day="2031-10-01")
    middle = kept(archive, " И ещё.", day="2031-10-02")
    assert numbers(archive, "форум") == [late, middle, early]
    assert numbers(archive, "форум", limit=2) == [late, middle]
    assert numbers(archive, "форум", since=date(2031, 10, 2)) == [late, middle]
    assert numbers(archive, "форум", since=date(2031, 10, 4)) == []


def test_ranked_puts_the_most_telling_first(archive: Archive) -> None:
    telling = kept(archive, " Держава держав держит державу державой: держава.", day="2031-09-01")
    passing = kept(archive, " Держава молчит.", day="2031-10-01")
    assert numbers(archive, "держава") == [passing, telling]
    assert numbers(archive, "держава", ranked=True) == [telling, passing]


def test_briefs_are_chosen_by_language_and_by_what_they_say_of_a_dimension(archive: Archive) -> None:
    russian, kazakh = kept(archive), kept(archive, language="kk")
    assert numbers(archive, "форум") == [kazakh, russian]
    assert numbers(archive, "форум", language="kk") == [kazakh]
    assert numbers(archive, "форум", dimension="regional_leadership", language="ru") == [russian]
    assert numbers(archive, "форум", dimension="tech_ai") == []  # named, but not covered
    assert numbers(archive, "форум", dimension='regional" OR forms : "форум') == []


@pytest.mark.parametrize(
    "query",
    ["форум*", "форум) OR (a", "forms : форум", "-форум", "^форум", "форум NEAR(a b)", "'; DROP TABLE briefs; --", "NOT", '""""', "форум\x00", "{форум} +форум"],
)  # fmt: skip
def test_nothing_typed_is_syntax(archive: Archive, query: str) -> None:
    number = kept(archive)
    with suppress(UserError):  # there is no word in it
        assert numbers(archive, query) in ([], [number])
    assert archive.brief(number) is not None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(exclude_categories=[]), max_size=60))
def test_whatever_is_typed_is_searched_for_or_refused_as_no_word(archive: Archive, query: str) -> None:
    if archive.revision("2031-10-01/01-ru") is None:
        kept(archive)
    with suppress(UserError):
        assert all(hit.matches for hit in search(archive.connection, query))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_every_stretch_of_a_sentence_is_found_as_a_phrase(archive: Archive, data: st.DataObject) -> None:
    number = kept(archive)
    made = document(number)["article"]
    sentence = data.draw(st.sampled_from(made["sentences"]))
    words = made["text"][sentence["start"] : sentence["end"]].replace("«", "").replace("»", "").split()
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    phrase = " ".join(words[start:end])
    if any(character.isalnum() for character in phrase):
        assert numbers(archive, f'"{phrase}"') == [number]


def test_the_index_built_anew_finds_the_same(archive: Archive) -> None:
    first, second = kept(archive), kept(archive, language="kk")
    archive.store(document(first, event="Приглашены птеродактили."))
    asked = ("форум", "птеродактиль", '"девять стран"', "делегация")
    before = [numbers(archive, query) for query in asked]
    archive.connection.execute("DELETE FROM searchable")
    assert numbers(archive, "форум") == []
    assert rebuild_index(archive.connection) == 2
    assert (
        [numbers(archive, query) for query in asked]
        == before
        == [[first, second], [first], [first], [first, second]]
    )
