"""Figures that follow from those of the source: parts of an amount, what is short, months from January, ranks."""

import pytest

from briefings.domain import Language
from briefings.language.figures import missing_figures

FOLLOWS: list[tuple[Language, str, str]] = [
    (
        "en",
        "It sets up a fund of $40 million, half of it to be paid by Norway.",
        "Norway is to pay $20 million.",
    ),
    (
        "en",
        "The new body will hold reserves of $720 million, a quarter of which Malta has pledged.",
        "Malta has pledged $180 million.",
    ),
    (
        "en",
        "Spending is capped at $4.5 million, a third of which Malta will pay.",
        "Malta is to pay $1.5 million.",
    ),
    ("en", "The line will cost $52m, and Riga will cover half of it.", "Riga pays $26 million."),
    (
        "en",
        "The ministry plans an $18 million centre, with half the money coming from a grant.",
        "A grant provides $9 million.",
    ),
    ("en", "It will pay 40% of the $80 million.", "It will pay $32 million."),
    ("en", "Riga paid 60% of the $10 million, and donors covered the rest.", "Donors paid $4 million."),
    ("ru", "Мост стоит 30 млн евро, половину из них даст Рига.", "Рига даст 15 млн евро."),
    ("ru", "Мост стоит 30 млн евро, половину расходов покроет Рига.", "Рига даст 15 млн евро."),
    ("kk", "Көпір 30 млн еуро тұрады, оның жартысын Рига береді.", "Рига 15 млн еуро береді."),
    ("en", "The firm has 35 drivers and needs at least 90.", "The firm is at least 55 drivers short."),
    ("ru", "У фирмы 35 водителей, а нужно не менее 90.", "Фирме не хватает не менее 55 водителей."),
    ("kk", "Фирмада 35 жүргізуші бар, кемінде 90 керек.", "Фирмаға кемінде 55 жүргізуші жетіспейді."),
    ("en", "Exports rose in the first nine months.", "Exports rose in January–September."),
    ("en", "Exports rose in January-June.", "Exports rose in the first six months."),
    ("en", "Exports rose in January-June.", "Exports rose in the first half of the year."),
    ("ru", "За девять месяцев вывезли зерно.", "В январе — сентябре вывезли зерно."),
    ("kk", "Тоғыз айда астық шығарылды.", "Қаңтар–қыркүйекте астық шығарылды."),
    ("en", "A quarter of inspectors' posts stand empty.", "One inspector's post in four is vacant."),
    ("en", "Only 61 of the town's 270 schools were mended.", "Fewer than a quarter of schools were mended."),
    ("ru", "Укрепили лишь 61 из 270 школ.", "Укрепили меньше четверти школ."),
    ("en", "It is the fourth deal of its kind.", "Three earlier deals preceded it."),
    ("ru", "Это четвёртый такой договор.", "До этого было три таких договора."),
    ("en", "Last month Oslo opened an archive.", "In January 2027 Oslo opened an archive."),
    ("ru", "В прошлом месяце открыли архив.", "В январе 2027 года открыли архив."),
    ("kk", "Өткен айда мұрағат ашылды.", "2027 жылғы қаңтарда мұрағат ашылды."),
]
DOES_NOT: list[tuple[Language, str, str]] = [
    (
        "en",
        "It sets up a fund of $40 million, half of it to be paid by Norway.",
        "Norway is to pay $30 million.",
    ),
    ("en", "Cargo rose 9% to 4 million tonnes.", "Cargo rose by 0.36 million tonnes."),
    ("ru", "Мост стоит 30 млн евро, половину из них даст Рига.", "Рига даст 20 млн евро."),
    ("en", "The firm has 35 drivers and needs at least 90.", "The firm has 55 drivers."),
    ("en", "Exports rose in the first nine months.", "Exports rose in January–August."),
    ("ru", "За девять месяцев вывезли зерно.", "В январе — октябре вывезли зерно."),
    ("en", "A quarter of inspectors' posts stand empty.", "One inspector's post in five is vacant."),
    ("en", "Only 61 of the town's 270 schools were mended.", "Fewer than a fifth of schools were mended."),
    ("en", "It is the fourth deal of its kind.", "Four earlier deals preceded it."),
    ("en", "Last month Oslo opened an archive.", "In December 2026 Oslo opened an archive."),
]


def missing(language: Language, source: str, statement: str) -> list[str]:
    """What is missing in an article of February 2027."""
    return [f.text for f in missing_figures(statement, [source], language, language, 2027, 2)]


@pytest.mark.parametrize(("language", "source", "statement"), FOLLOWS)
def test_a_figure_that_anybody_can_work_out_is_held(language: Language, source: str, statement: str) -> None:
    assert missing(language, source, statement) == []


@pytest.mark.parametrize(("language", "source", "statement"), DOES_NOT)
def test_a_figure_worked_out_wrongly_is_missing(language: Language, source: str, statement: str) -> None:
    assert missing(language, source, statement)
