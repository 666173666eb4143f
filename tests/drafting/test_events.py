from __future__ import annotations

import pytest

from briefings.drafting.events import headline
from briefings.drafting.source import Source
from briefings.lens import load_lens
from tests.articles import article


def title(text: str, language: str = "en", words: int = 12) -> tuple[str, bool]:
    head = headline(Source(article(text, language), load_lens()), words)  # type: ignore[arg-type]
    return head.title.text, head.shortened


def test_a_short_event_sentence_is_the_title_without_its_full_stop() -> None:
    assert title("Astana hosted the forum.") == ("Astana hosted the forum", False)


def test_a_long_one_is_cut_where_a_clause_ends_and_the_rest_is_told_in_the_event() -> None:
    text = "Kazakhstan launched the Aral Group on 12 March, a coalition that wants every veto explained in writing."
    assert title(text) == ("Kazakhstan launched the Aral Group on 12 March", True)


def test_what_only_names_the_teller_may_go_because_the_title_shows_who_tells() -> None:
    text = "Казахстан и Азербайджан завершили прокладку морского участка линии, сообщило 20 мая министерство связи."
    assert title(text, "ru") == ("Казахстан и Азербайджан завершили прокладку морского участка линии", False)


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan signed the treaty on grain transit in Astana, but parliament has not ratified it yet.",
        "Kazakhstan will open the terminal on the coast in May, if the bank agrees to finance it in time.",
        "Kazakhstan launched the talks on water in Astana in May, although no neighbour has joined them so far.",
    ],
)
def test_no_reservation_is_cut_off_a_title(text: str) -> None:
    assert title(text) == (text.removesuffix("."), False)


def test_the_event_is_not_the_sentence_about_the_interview() -> None:
    text = (
        "Корреспондент побеседовал с экономистами о пошлинах. Казахстан снизил пошлину на зерно на 5 процентов. "
        "Решение действует год."
    )
    assert title(text, "ru", 18)[0] == "Казахстан снизил пошлину на зерно на 5 процентов"
