from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.readers.plain import read_markdown, read_text, without_markup


def test_plain_text_is_kept_byte_for_byte() -> None:
    data = "  Порт\u00a0открыт.\r\n\r\n«Ёмкость»\u2028Һәм бұл.\t\n".encode()
    assert read_text(data, "a.txt").text.encode() == data


@pytest.mark.parametrize(
    ("markdown", "prose"),
    [
        ("**Порт** открыт.", "  Порт   открыт."),
        ("*Порт* и _депо_ открыты.", " Порт  и  депо  открыты."),
        ("***Порт*** открыт.", "   Порт    открыт."),
        ("**Порт и *депо* открыты.**", "  Порт и  депо  открыты.  "),
        (
            "Это [доклад](https://a.org/b.c_d) порта.",
            "Это  доклад" + " " * len("](https://a.org/b.c_d)") + " порта.",
        ),
        ('[a](b "c. d") e.', " a" + " " * len('](b "c. d")') + " e."),
        ("![Порт. Вид](p.png) Порт открыт.", " " * len("![Порт. Вид](p.png)") + " Порт открыт."),
        ("Порт <!-- не. так --> открыт.", "Порт" + " " * 18 + "открыт."),
        ("> Порт открыт.\n> Давно.", "  Порт открыт.\n  Давно."),
        ("[1]: https://example.org/a.b\nПорт.", " " * len("[1]: https://example.org/a.b") + "\nПорт."),
        ("5 * 3 = 15 и snake_case_name * 2", "5 * 3 = 15 и snake_case_name * 2"),
        ("- Порт открыт.\n- Да.", "- Порт открыт.\n- Да."),
    ],
)
def test_markup_is_blanked_in_place(markdown: str, prose: str) -> None:
    assert without_markup(markdown) == prose


@given(st.text(alphabet='аб *_[]()!<>-#`\n"h:/.', max_size=60))
def test_blanking_moves_no_character_and_changes_none(text: str) -> None:
    prose = without_markup(text)
    assert len(prose) == len(text)
    assert all(new in (old, " ") for new, old in zip(prose, text, strict=True))


def test_a_markdown_heading_loses_only_what_would_end_a_sentence() -> None:
    reading = read_markdown("## Что дальше? И когда? ##\n\nПорт открыт.".encode(), "a.md")
    assert reading.prose == "## Что дальше  И когда    \n\nПорт открыт."
    assert reading.text == "## Что дальше? И когда? ##\n\nПорт открыт."
