from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.readers.metadata import Metadata, find_header, web_address

ENGLISH = """Title: A port waits: the ships do not
Source: The Steppe Ledger
URL: https://example.org/port
Author: M. Ellingham
Date: September 22, 2025
Language: English
Genre: analysis
Sample: yes

The port opened on Monday.
"""
RUSSIAN = """Заголовок: Порт ждёт: корабли нет
Издание: Каспийский меридиан
Ссылка: https://example.org/port
Автор: А. Б. Жандарова
Дата: 22 сентября 2025 г.
Язык: русский
Жанр: аналитика
Образец: да

Порт открылся в понедельник.
"""
KAZAKH = """Тақырып: Порт күтеді: кемелер емес
Дереккөз: Алатау шолушысы
Сілтеме: https://example.org/port
Автор: Ж. Сәтқұлова
Күні: 2025 жылғы 22 қыркүйек
Тіл: қазақша
Жанр: талдау
Үлгі: иә

Порт дүйсенбіде ашылды.
"""
FRONT_MATTER = """---
title: "A port waits: the ships do not"
outlet: The Steppe Ledger
url: https://example.org/port
authors: [M. Ellingham, J. Orr]
date: 2025-09-22
lang: en
genre: analysis
sample: true
tags: {unused: [1, 2]}
---

The port opened on Monday.
"""
STATED = Metadata(
    title="A port waits: the ships do not",
    outlet="The Steppe Ledger",
    url="https://example.org/port",
    author="M. Ellingham",
    published="2025-09-22",
    language="en",
    genre="analysis",
    sample=True,
)


@pytest.mark.parametrize(
    ("text", "expected", "body"),
    [
        (ENGLISH, STATED, "The port opened"),
        (FRONT_MATTER, replace(STATED, author="M. Ellingham, J. Orr"), "The port opened"),
        (
            RUSSIAN,
            Metadata(
                "Порт ждёт: корабли нет",
                "Каспийский меридиан",
                "https://example.org/port",
                "А. Б. Жандарова",
                "2025-09-22",
                "ru",
                "analysis",
                sample=True,
            ),
            "Порт открылся",
        ),
        (
            KAZAKH,
            Metadata(
                "Порт күтеді: кемелер емес",
                "Алатау шолушысы",
                "https://example.org/port",
                "Ж. Сәтқұлова",
                "2025-09-22",
                "kk",
                "analysis",
                sample=True,
            ),
            "Порт дүйсенбіде",
        ),
        (" date 2025-09-22 Порт открылся.", Metadata(published="2025-09-22"), "Порт открылся"),
        ("Дата: вчера\nАвтор: Жандарова\n\nПорт открылся.", Metadata(author="Жандарова"), "Порт открылся"),
        ("---\r\ntitle: Порт\r\n---\r\nПорт открылся.", Metadata(title="Порт"), "Порт открылся"),
        ("Title: Port\r\nSection: World\r\nID:\r\n\r\nIt opened.", Metadata(), "Title: Port"),
        ("Title: Port\r\nDate: 2025-09-22\r\nSection: World\r\n\r\nIt opened.", None, "It opened"),
    ],
)
def test_a_header_is_read_and_the_body_begins_after_it(
    text: str, expected: Metadata | None, body: str
) -> None:
    header = find_header(text)
    assert text[header.end :].lstrip().startswith(body)
    if expected is not None:
        assert header.metadata == expected


@pytest.mark.parametrize(
    "text",
    [
        "Аналитик: переговоры начались.\n\nОни идут второй день.",
        "Источник: переговоры отложены\n\nОни начнутся весной.",
        "Источник: в министерстве сообщили, что порт открыт. Решение принято.\nДата: 2025-09-22\n\nТекст.",
        "Дата: 2025-09-22\nСерикова: «Мы готовы к разговору»\n\nТекст.",
        "Дата: 2025-09-22\nПорт открылся в понедельник.\n\nТекст.",
        "Title: Port\nThe port opened on Monday.",
        "---\nПорт открылся.\n---\nОн работает.",
        "---\nАналитик: порт открылся.\n---\nОн работает.",
        "---\ntitle: [broken\nи ещё строка\n---\nПорт открылся.",
        "---\ntitle: Порт\nПорт открылся, а черта не закрыта.",
        "---\ntitle: " + "[" * 15000 + "\n---\nПорт открылся.",
        "date 2025-9-22 Порт открылся.",
        "\n\n\n",
        "",
    ],
)
def test_what_may_be_prose_is_never_eaten(text: str) -> None:
    assert find_header(text).end == 0


def test_broken_yaml_is_still_read_when_its_lines_are_plain() -> None:
    header = find_header("---\ntitle: Corridor: what next\ndate: 2025-09-22\n---\nThe port opened.")
    assert (header.metadata.title, header.metadata.published) == ("Corridor: what next", "2025-09-22")


def test_yaml_tags_are_read_as_words_and_never_obeyed() -> None:
    header = find_header("---\ntitle: !!python/object/apply:os.getcwd []\nauthor: !x Orr\n---\nText.")
    assert header.metadata == Metadata(author="Orr")


@given(
    st.lists(st.text(alphabet="абв: .«»", min_size=1, max_size=30), min_size=1, max_size=4),
    st.sampled_from(["", "Title: Port\nDate: 2025-09-22\n\n", "---\ntitle: Port\n---\n"]),
)
def test_a_header_ends_before_the_body(lines: list[str], header: str) -> None:
    body = "\n".join(lines)
    leading_blanks = len(body) - len(body.lstrip())
    assert find_header(header + body).end <= len(header) + leading_blanks


@pytest.mark.parametrize("url", ["https://example.org/a?b=1", "http://example.org", "HTTPS://example.org/ы"])
def test_a_web_address_is_kept(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "example.org",
        "https://",
        "http://[",
        "https://example.org/a b",
        "https://example.org/\u202e",
        "https://example.org/" + "a" * 3000,
    ],
)
def test_what_is_no_web_address_is_dropped(url: str | None) -> None:
    assert web_address(url) is None


@pytest.mark.parametrize("outlet", ["«Полдень»", '"Noon"', "“Noon”", "Агентство «Полдень»"])
def test_an_outlet_in_quotation_marks_is_still_a_header_value(outlet: str) -> None:
    header = find_header(f"Заголовок: Проба\nИсточник: {outlet}\nДата: 2026-03-01\n\nТекст начинается здесь.")
    assert header.metadata.outlet == outlet
