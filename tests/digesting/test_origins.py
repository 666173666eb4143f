from __future__ import annotations

from briefings.digesting.origins import count_origins
from tests.stories import a_brief

STORY = (
    "Министр транспорта осмотрел участок пути близ Актогая, где сошли с рельсов четырнадцать вагонов.",
    "Движение поездов восстановлено, пострадавших нет, причины выясняет комиссия из пяти человек.",
)


def test_reprints_are_one_origin_and_so_is_a_cut_one() -> None:
    briefs = [
        a_brief("Сход вагонов", *STORY, number="2031-03-03/01-ru"),
        a_brief("Сход вагонов", *STORY, number="2031-03-03/02-ru", outlet="Вечерний Актогай"),
        a_brief("Вагоны сошли", STORY[0], number="2031-03-03/03-ru"),
    ]
    assert count_origins(briefs) == 1
    assert count_origins(briefs[::-1]) == 1


def test_a_text_of_its_own_is_another_origin() -> None:
    own = a_brief(
        "Авария",
        "Под Актогаем опрокинулись грузовые вагоны, движение закрыто до вечера.",
        number="2031-03-03/04-ru",
    )
    assert count_origins([a_brief("Сход вагонов", *STORY), own]) == 2


def test_texts_of_a_few_words_are_reprints_only_when_they_are_equal() -> None:
    assert count_origins([a_brief("Talks"), a_brief("Talks", number="2031-03-03/02-en")]) == 1
    assert count_origins([a_brief("Talks"), a_brief("Rain", number="2031-03-03/02-en")]) == 2
