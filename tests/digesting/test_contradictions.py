from __future__ import annotations

import pytest

from briefings.digesting.contradictions import contradictions_in
from briefings.domain import Speaker, Statement
from briefings.lens import load_lens
from briefings.rendering.labels import labels
from tests.stories import a_brief

LENS = load_lens()
WORDS = labels("en")


def clashes(*tellings: tuple[str, str, str]) -> list[tuple[str, list[tuple[str | None, str | None, str]]]]:
    """What clashes in briefs of (language, day, sentence), by matter: its outlet, day and number."""
    briefs = [
        a_brief(
            text,
            number=f"2031-03-03/{at:02d}-{language}",
            language=language,  # type: ignore[arg-type]
            published=day,
            outlet=f"Outlet {at}",
        )
        for at, (language, day, text) in enumerate(tellings, 1)
    ]
    found = contradictions_in(briefs, LENS, WORDS)
    return [(c.about, [(v.outlet, v.published, v.brief) for v in c.versions]) for c in found]


def test_two_sums_of_one_contract_stand_side_by_side_with_outlet_and_day() -> None:
    found = clashes(
        ("ru", "2031-03-03", "Norvik Rail и Казахстан подписали контракт на 4 млрд долларов."),
        ("en", "2031-03-04", "Kazakhstan signed a contract with Norvik Rail worth about $4.2 billion."),
    )
    assert found == [
        (
            "Amount: 4 млрд долларов – $4.2 billion",
            [("Outlet 1", "2031-03-03", "2031-03-03/01-ru"), ("Outlet 2", "2031-03-04", "2031-03-03/02-en")],
        )
    ]


def test_three_versions_of_one_sum_are_one_contradiction() -> None:
    line = "Norvik Rail signed a contract with Kazakhstan worth ${} billion."
    found = clashes(*(("en", "2031-03-03", line.format(n)) for n in (4, 5, 6)))
    assert [len(versions) for _, versions in found] == [3]


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        (("en", "1,200 people were evacuated from Kargaly."), ("en", "1,500 people were evacuated from Kargaly."), "Number"),
        (("ru", "Эвакуированы 1200 человек из Каргалы."), ("kk", "Қарғалыдан 1500 адам эвакуацияланды."), "Number"),
        (("en", "The Turkic summit in Turkistan opens on 15 May."), ("kk", "Түркістандағы саммит 12 маусымда ашылады."), "Date"),
        (
            ("ru", "Маркус Линднер провёл переговоры в Астане с Айгуль Омаровой."),
            ("en", "Markus Lindner held talks in Tashkent with Aigul Omarova."),
            "Place",
        ),
        (
            ("en", "Presidents Omarov and Lindner had a phone call about transit."),
            ("ru", "Президенты Омаров и Линднер встретились и обсудили транзит."),
            "Form of contact",
        ),
        (
            ("en", "The government chose the Helion consortium for the Balkhash plant."),
            ("ru", "Министерство опровергло выбор консорциума Helion для станции на Балхаше."),
            "Reported and denied",
        ),
    ],
)  # fmt: skip
def test_what_clashes_is_shown(one: tuple[str, str], other: tuple[str, str], about: str) -> None:
    found = clashes((one[0], "2031-03-03", one[1]), (other[0], "2031-03-03", other[1]))
    assert [matter.split(":")[0] for matter, _ in found] == [about]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # the same figure, written in another way
        (("ru", "Контракт с Norvik Rail стоит 4 млрд долларов."), ("en", "The Norvik Rail contract costs $4 billion.")),
        # a rounder one, and said to be
        (("en", "The Norvik contract costs $4.19 billion."), ("en", "The Norvik contract costs about $4.2 billion.")),
        # two things counted
        (("en", "Norvik sends 300 locomotives to Pavlodar."), ("en", "Norvik sends 250 engineers to Pavlodar.")),
        (("en", "Norvik sends 300 locomotives to Pavlodar."), ("kk", "Norvik Павлодарға 12000 маман жібереді.")),
        # the other knows of both
        (("en", "The summit in Turkistan opens on 15 May."), ("en", "The Turkistan summit is moved from 15 May to 12 June.")),
        # two currencies
        (("en", "The Norvik contract costs $4 billion."), ("ru", "Контракт с Norvik стоит 3,5 млрд евро.")),
        # the capital for the country, beside another
        (("ru", "Астана и Ташкент провели переговоры о воде Сырдарьи."), ("en", "Tashkent held talks on Syr Darya water.")),
        # one denies nothing
        (("en", "Helion was chosen for Balkhash."), ("ru", "Helion выбран для Балхаша.")),
    ],
)  # fmt: skip
def test_what_does_not_clearly_clash_is_not_shown(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert clashes((one[0], "2031-03-03", one[1]), (other[0], "2031-03-03", other[1])) == []


def test_a_plan_reported_before_the_deed_is_no_contradiction_but_one_reported_after_it_is() -> None:
    plan = "Armenia and Azerbaijan will hold talks on the border in Astana."
    deed = "Armenia and Azerbaijan held talks on the border in Astana."
    assert clashes(("en", "2031-03-03", plan), ("en", "2031-03-04", deed)) == []
    late = clashes(("en", "2031-03-05", plan), ("en", "2031-03-04", deed))
    assert [matter for matter, _ in late] == ["Done or planned"]


def test_what_an_expert_expects_contradicts_nobody() -> None:
    forecast = Statement(
        "The Norvik contract will cost $6 billion.", "expert", ("S1",), Speaker("Laura Omarova")
    )
    fact = "The Norvik contract costs $4 billion."
    briefs = [
        a_brief(fact, number="2031-03-03/01-en"),
        a_brief("Norvik contract", number="2031-03-03/02-en", bottom_line=(forecast,)),
    ]
    assert contradictions_in(briefs, LENS, WORDS) == ()


def test_a_reprint_adds_no_version_unless_its_figure_is_another() -> None:
    line = "Norvik Rail signed a contract with Kazakhstan in Astana on Monday worth ${} billion in all."
    assert clashes(*(("en", "2031-03-03", line.format(n)) for n in (4, 4))) == []
    assert len(clashes(*(("en", "2031-03-03", line.format(n)) for n in (4, 4, 5)))) == 1
