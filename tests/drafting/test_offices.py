from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.drafting.offices import check_titles, read_offices
from briefings.errors import UserError
from briefings.rendering.labels import labels
from tests.articles import article

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.domain import Language

DAY = "2025-09-22"


def cited(text: str, language: Language = "ru", day: str | None = DAY) -> list[tuple[str, ...]]:
    read = article(text, language, **({"published": day} if day else {}))
    return [issue.citations for issue in check_titles(read, labels(language)).issues]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Он встретил бывшего президента США Дональда Трампа."),
        ("ru", "Экс-президент США Трамп молчит."),
        ("kk", "Ол АҚШ-тың бұрынғы президенті Дональд Трамппен кездесті."),
        ("en", "He met former US president Donald Trump."),
        ("en", "The former President of the United States Donald Trump was silent."),
    ],
)
def test_a_sitting_office_holder_called_former_is_flagged(language: Language, text: str) -> None:
    assert cited(text, language) == [("S1",)]


def test_the_title_alone_means_who_was_named_just_before_and_one_issue_cites_both() -> None:
    text = (
        "Ждут бывшего президента США Дональда Трампа. Погода хорошая. Трамп обещал приехать. "
        "Комментарии бывшего президента США важны."
    )
    assert cited(text) == [("S1", "S4")]


@pytest.mark.parametrize(
    "text",
    [
        "Он встретил бывшего президента США Барака Обаму.",
        "Бывший советник президента США Дональда Трампа молчит.",
        "Президент США Дональд Трамп молчит.",
        "Комментарии бывшего президента США важны.",
        "Бывший президент клуба Иван Трампов молчит.",
    ],
)
def test_another_persons_title_is_left_alone(text: str) -> None:
    assert cited(text) == []


@pytest.mark.parametrize("day", ["2023-05-01", "2030-01-01", None])
def test_outside_the_days_the_table_knows_nothing_is_said(day: str | None) -> None:
    assert cited("Он встретил бывшего президента США Дональда Трампа.", day=day) == []


def test_the_fact_it_clashes_with_is_a_dated_sourced_note() -> None:
    found = check_titles(article("Ждут бывшего президента США Дональда Трампа.", published=DAY), labels("ru"))
    (note,) = found.notes
    assert note.text == "Дональд Трамп: президент США с 20.01.2025."
    assert note.date == "2025-01-20"
    assert note.source


def test_words_retold_are_the_outlets_and_quoted_words_the_speakers() -> None:
    words = labels("ru").weak_places
    retold = "Политолог Ерлан Сабитов отметил, что бывший президент США Дональд Трамп может приехать."
    quoted = "«К нам едет бывший президент США Дональд Трамп», — сказал политолог Ерлан Сабитов."
    for text, whose in ((retold, words["retold"]), (quoted, words["quoted"].format(name="Ерлан Сабитов"))):
        (issue,) = check_titles(article(text, published=DAY), labels("ru")).issues
        assert issue.text.endswith(whose)


def test_every_line_of_the_table_has_a_source_and_a_name_in_three_languages() -> None:
    for holder in read_offices():
        assert holder.source
        assert holder.since < holder.until
        for language in ("ru", "kk", "en"):
            assert holder.name[language]
            assert holder.office[language]


def test_a_file_that_is_no_table_is_named(tmp_path: Path) -> None:
    file = tmp_path / "prompts" / "lens" / "facts" / "offices.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("offices: [{name: x}]\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"offices\.yaml"):
        read_offices(tmp_path)
