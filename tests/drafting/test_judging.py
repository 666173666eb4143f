from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.drafting.judging import judge_dimensions
from briefings.drafting.source import Source
from briefings.lens import load_lens
from tests.articles import article

if TYPE_CHECKING:
    from briefings.domain import Dimension, Language


def judged(text: str, id_: str, language: Language = "ru") -> Dimension:
    return next(d for d in judge_dimensions(Source(article(text, language), load_lens())) if d.id == id_)


@pytest.mark.parametrize(
    ("language", "text", "level"),
    [
        ("ru", "«Средний коридор даст Казахстану рост», — сказал политолог Ерлан Сабитов.", 1),
        ("ru", "«Казахстан подписал договор о Среднем коридоре», — сказал политолог Ерлан Сабитов.", 1),
        ("ru", "«Казахстан планирует расширить Средний коридор», — сказал политолог Ерлан Сабитов.", 2),
        ("ru", "Казахстан планирует расширить Средний коридор.", 2),
        ("ru", "Казахстан предложил создать хаб на Среднем коридоре.", 2),
        ("ru", "Казахстан подписал договор о Среднем коридоре.", 3),
        ("ru", "Казахстан не подписал договор о Среднем коридоре.", 1),
        ("ru", "Германия поддержала договор Казахстана о Среднем коридоре и открыла кредит.", 4),
        ("en", "Kazakhstan has signed a Middle Corridor treaty.", 3),
        ("kk", "Қазақстан Орта дәліз туралы келісімге қол қойды.", 3),
    ],
)
def test_the_level_is_read_off_the_sentence_and_an_experts_word_stops_at_a_plan(
    language: Language, text: str, level: int
) -> None:
    found = judged(text, "connectivity_transit", language)
    assert (found.level, found.citations) == (level, ("S1",))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Средний коридор укрепляет Казахстан.", "+"),
        ("Средний коридор несёт Казахстану риск.", "-"),
        ("Средний коридор даёт Казахстану доход и риск.", "±"),
        ("Казахстан должен развивать Средний коридор.", "±"),
        ("Считается, что Средний коридор укрепляет Казахстан.", "±"),
    ],
)
def test_the_sign_is_what_is_gained_or_lost_and_a_duty_or_a_nameless_label_decides_nothing(
    text: str, sign: str
) -> None:
    assert judged(text, "connectivity_transit").sign == sign


def test_a_dimension_without_a_sentence_is_not_covered() -> None:
    found = judged("Казахстан подписал договор о Среднем коридоре.", "nuclear_security_norms")
    assert (found.sign, found.level, found.citations) == ("not_covered", 0, ())
