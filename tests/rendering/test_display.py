"""What may be shown, and what may be a link."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.rendering.display import shown, web_address

_NO_LINKS = [
    None,
    "",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "//example.kz/x",
    "https:example.kz",
    "https://",
    "https://[::1",
    "https://example.kz/a b",
    "https://example.kz/\nx",
    "https://example.kz\\@evil.example",
    "https://example.kz/\u202egpj.exe",
    "https://example.kz/\ud800",
]


@pytest.mark.parametrize("url", _NO_LINKS)
def test_only_a_plain_web_address_is_a_link(url: str | None) -> None:
    assert web_address(url) is None


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.kz/a?b=1&c=2#d", "https://example.kz/a?b=1&c=2#d"),
        ("HTTP://example.kz/", "HTTP://example.kz/"),
        ("https://example.kz/қазақ", "https://example.kz/%D2%9B%D0%B0%D0%B7%D0%B0%D2%9B"),
        ("https://example.kz/%D2%9B", "https://example.kz/%D2%9B"),
        ("https://example.kz/\"'<x>[S1](y)*", "https://example.kz/%22%27%3Cx%3E%5BS1%5D%28y%29%2A"),
    ],
)
def test_a_web_address_is_kept_with_its_odd_characters_encoded(url: str, link: str) -> None:
    assert web_address(url) == link


@given(st.text())
def test_display_changes_no_length_and_is_stable(text: str) -> None:
    assert len(shown(text)) == len(text)
    assert shown(shown(text)) == shown(text)


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_letters_digits_and_marks_are_shown_as_they_are(text: str) -> None:
    assert shown(text) == text


def test_the_letters_of_kazakh_and_russian_are_shown_as_they_are() -> None:
    letters = "Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і Ё ё № « » — …\u00a0\n\t"
    assert shown(letters) == letters
