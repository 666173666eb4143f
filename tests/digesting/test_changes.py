from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefings.digesting.changes import change_since
from briefings.lens import load_lens
from briefings.rendering.labels import labels
from tests.stories import a_brief

if TYPE_CHECKING:
    from briefings.domain import Brief

LENS = load_lens()
WORDS = labels("en")


def earlier(text: str, language: str = "en") -> Brief:
    return a_brief(text, number="2031-03-03/01-en", language=language, published="2031-03-03")  # type: ignore[arg-type]


def later(text: str, language: str = "en", outlet: str = "Steppe Monitor") -> Brief:
    return a_brief(text, number="2031-03-04/01-en", language=language, published="2031-03-04", outlet=outlet)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("en", "1,200 people were evacuated from Kargaly."), ("en", "1,500 people were evacuated from Kargaly.")),
        (("ru", "Саммит в Туркестане откроется 15 мая."), ("en", "The Turkistan summit is moved from 15 May to 12 June.")),
        (("ru", "Заседание комиссии Армении и Азербайджана пройдёт в Астане."), ("en", "The commission of Armenia and Azerbaijan met in Astana.")),
        (("en", "The ministry denied that Helion was chosen for the Balkhash plant."), ("en", "The ministry said Helion was chosen for the Balkhash plant.")),
        (("en", "Helion was chosen for the Balkhash plant."), ("ru", "Министерство опровергло выбор Helion для станции на Балхаше.")),
    ],
)  # fmt: skip
def test_what_overtakes_an_earlier_report_changes_the_story(
    before: tuple[str, str], after: tuple[str, str]
) -> None:
    changed = change_since([earlier(before[1], before[0])], [later(after[1], after[0])], LENS, WORDS)
    assert changed.change == "changed"
    assert changed.detail is not None
    assert before[1] in changed.detail
    assert after[1] in changed.detail
    assert "Caspian Ledger, 3 March 2031" in changed.detail
    assert "Steppe Monitor, 4 March 2031" in changed.detail


def test_a_new_figure_is_an_addition() -> None:
    old = earlier("Norvik Rail signed a contract in Astana.")
    new = later("The Norvik Rail contract signed in Astana costs $4 billion.")
    changed = change_since([old], [new], LENS, WORDS)
    assert changed == ("changed", f"added (Steppe Monitor, 4 March 2031): “{new.title.text}”")


def test_the_same_from_another_outlet_confirms() -> None:
    old = earlier("Norvik Rail подписала контракт на 4 млрд долларов.", "ru")
    new = later("Norvik Rail signed a contract worth $4 billion.")
    assert change_since([old], [new], LENS, WORDS) == ("confirmed", None)


def test_a_version_known_since_the_last_digest_is_no_change() -> None:
    known = [
        earlier("Helion was chosen for the Balkhash plant."),
        replace(
            earlier("The ministry denied that Helion was chosen for the Balkhash plant."),
            id="2031-03-03/02-en",
        ),
    ]
    again = later("The ministry denied the choice of Helion for the Balkhash plant.")
    assert change_since(known, [again], LENS, WORDS) == ("confirmed", None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Caspian Ledger has retracted its report on Helion and apologises for the report."),
        ("ru", "Редакция отозвала сообщение о выборе Helion."),
        ("kk", "Редакция Helion туралы хабарын қайтарып алды."),
    ],
)
def test_an_outlet_that_takes_its_report_back_withdraws_it(language: str, text: str) -> None:
    old = earlier("Helion was chosen for the Balkhash plant.")
    changed = change_since([old], [later(text, language, outlet="Caspian Ledger")], LENS, WORDS)
    assert changed == ("withdrawn", "taken back: Caspian Ledger")


def test_nobody_takes_back_what_another_outlet_reported() -> None:
    old = earlier("Helion was chosen for the Balkhash plant.")
    changed = change_since([old], [later("Redaktion retracted its report on Helion.")], LENS, WORDS)
    assert changed.change != "withdrawn"


def test_without_a_new_brief_there_is_silence() -> None:
    old = earlier("Helion was chosen.")
    assert change_since([old], [old], LENS, WORDS) == ("silent", None)


def test_a_new_revision_of_a_brief_is_new() -> None:
    old = earlier("1,200 people were evacuated from Kargaly.")
    new = replace(earlier("1,500 people were evacuated from Kargaly."), revision=2)
    assert change_since([old], [new], LENS, WORDS).change == "changed"
