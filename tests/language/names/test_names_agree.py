"""Whether the source prints a name that a statement uses."""

from __future__ import annotations

import pytest

from briefings.language.names import Kind, is_printed, names_agree
from briefings.language.names.known import known

BODIES_AND_PLACES: list[tuple[str, str, bool]] = [
    ("ООН", "Организации Объединённых Наций", True),
    ("UN", "БҰҰ-ның", True),
    ("United Nations", "ООН", True),
    ("ШОС", "Шанхай ынтымақтастық ұйымында", True),
    ("ЕАЭС", "Eurasian Economic Union", True),
    ("США", "АҚШ-та", True),
    ("Соединённым Штатам", "the United States", True),
    ("Kazakhstan", "Қазақстанның", True),
    ("Казахстан", "казахстанскими", True),
    ("Кызылорда", "Қызылордада", True),
    ("Kyzylorda", "Кызылорды", True),
    ("Министерство транспорта", "Министерством транспорта", True),
    ("КДСИ", "Каспийского дома стратегических идей", True),
    ("Институт Дала", "Dala Institute", True),
    ("Ақжол институты", "Ақжол институтының", True),
    ("ООН", "ОБСЕ", False),
    ("ЕС", "ЕАЭС", False),
    ("Министерство транспорта", "Министерство обороны", False),
    ("Казахстан", "Кыргызстан", False),
    ("Институт Дала", "Aral Institute", False),
    ("Россия", "Казахстан", False),
]
PRINTED: list[tuple[str, Kind, str, bool]] = [
    ("Асхат Бериков", "person", "По словам Берикова, всё так.", True),
    ("Асхат Бериков", "person", "Политолог Бериков возразил.", True),
    ("Асхат Бериков", "person", "Айдос Бериков возразил.", False),
    ("Асхат Бериков", "person", "Т. Бериков возразил.", False),
    ("Асхат Бериков", "person", "Айдос Бериков и Асхат Бериков спорят.", True),
    ("Askhat Berikov", "person", "Как отметил А. Бериков, да.", True),
    ("Асхат Бериков", "person", "Президент Казахстана Бериков прибыл.", True),
    ("Канат Ким", "person", "Канат порвался.", False),
    ("Geoff Diehm", "person", "Он выступил против Джеффа Дима.", True),
    ("Daniyar Verikov", "person", "Он выступил против Данияра Верикова.", True),
    ("Daniyar Verikov", "person", "Он выступил против Данияра Верыкова.", False),
    ("ООН", "organisation", "офис Организации Объединённых Наций в Алматы", True),
    ("Алматы", "place", "офис ООН в Алматы открыт", True),
    ("Ташкент", "place", "офис ООН в Алматы открыт", False),
    ("Министерство транспорта", "organisation", "в Министерстве транспорта заявили", True),
    ("Министерство обороны", "organisation", "в Министерстве транспорта заявили", False),
    ("Helen Judge", "person", "С ней спорит Хелен Джадж.", True),
    ("Tom Rose", "person", "Генетик Том Роуз опасается.", True),
    ("Tom George", "person", "Том Джордж промолчал.", True),
    ("Anne Page", "person", "Энн Пейдж возразила.", True),
    ("Claire White", "person", "Клэр Уайт согласилась.", True),
    ("Helen Judge", "person", "С ней спорит Хелен Ланге.", False),
    ("Anne Page", "person", "Энн Пайк возразила.", False),
    ("US", "place", "join us today", False),
    ("Казахстан", "place", "", False),
]


@pytest.mark.parametrize(("a", "b", "agree"), BODIES_AND_PLACES)
def test_bodies_and_places_agree_under_their_other_names_and_no_others(a: str, b: str, agree: bool) -> None:
    assert names_agree(a, [b], "organisation") is agree
    assert names_agree(b, ["Что-то ещё", a], "place") is agree


def test_a_person_is_among_the_printed_names_or_not() -> None:
    assert names_agree("Асхат Бериков", ["Иван Котов", "Бериковым"], "person")
    assert not names_agree("Асхат Бериков", ["Иван Котов", "Айдосом Бериковым"], "person")


@pytest.mark.parametrize(("name", "kind", "text", "printed"), PRINTED)
def test_a_name_is_looked_for_in_the_cited_words(name: str, kind: Kind, text: str, printed: bool) -> None:
    assert is_printed(name, text, kind) is printed


def test_every_well_known_name_leads_back_to_its_own_line() -> None:
    lines = {
        "SCO": ("ШОС", "ШЫҰ", "SCO"),
        "EAEU": ("ЕАЭС", "ЕАЭО", "EAEU"),
        "CIS": ("СНГ", "ТМД", "CIS"),
        "CSTO": ("ОДКБ", "ҰҚШҰ", "CSTO"),
        "OTS": ("ОТГ", "ТМҰ", "OTS"),
        "EU": ("ЕС", "ЕО", "EU"),
        "IAEA": ("МАГАТЭ", "IAEA"),
        "WTO": ("ВТО", "ДСҰ", "WTO"),
        "IMF": ("МВФ", "ХВҚ", "IMF"),
        "EBRD": ("ЕБРР", "ЕҚДБ", "EBRD"),
        "Uzbekistan": ("Узбекистана", "Өзбекстанмен", "Uzbekistan's"),
    }
    assert {key: {known(name) for name in names} for key, names in lines.items()} == {
        key: {key} for key in lines
    }
