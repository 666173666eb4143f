from __future__ import annotations

import pytest

from briefings.domain import Speaker
from briefings.language.roles import Standing, standing


@pytest.mark.parametrize(
    ("name", "role", "found"),
    [
        ("Ерлан Сабитов", "политолог", "expert"),
        ("Ерлан Сабитов", "вице-министр транспорта", "official"),
        ("Ерлан Сабитов", "президент компании «Алтын»", "party"),
        ("Ерлан Сабитов", "бывший министр, эксперт центра", "expert"),
        ("Ерлан Сабитов", "бывший президент соседней страны", "other"),
        ("Ерлан Сабитов", "пресс-секретарь компании «Алтын»", "party"),
        ("Ерлан Сабитов", None, "other"),
        ("Министерство транспорта", None, "official"),
        ("МИД", None, "official"),
        ("консорциум «Каспийская линия»", None, "other"),
        ("Айдана Сырымбет", "саясаттанушы", "expert"),
        ("Дәулет Шөптібаев", "цифрлық даму вице-министрі", "official"),
        ("Lara Moss", "director of the Institute of Water", "expert"),
        ("Lara Moss", "head of a farmers’ union and no relation of the deputy minister", "party"),
        ("Lara Moss", "deputy trade minister", "official"),
        ("Trade Ministry", None, "official"),
        ("Marat Orazbek", "colonel", "official"),
        ("Marat Orazbek", "retired major general", "other"),
        ("Lara Moss", "head of Verdania’s plant health service", "official"),
        ("Lara Moss", "chief economist of the Energy Agency", "expert"),
        ("Lara Moss", "director general of the shipping company", "party"),
        ("Игорь Басаргин", "полковник", "official"),
        ("Игорь Басаргин", "генерал-майор в отставке", "other"),
        ("Игорь Басаргин", "генеральный директор компании «Бриз»", "party"),
        ("Игорь Басаргин", "начальник управления дорог", "official"),
        ("Игорь Басаргин", "начальник железной дороги", "other"),
        ("Lara Moss", "station master", "other"),
        ("Бауыржан Нұрқан", "сауда және көлік министрлігінің департамент директоры", "official"),
        ("Бауыржан Нұрқан", "құтқару қызметінің басшысы", "official"),
        ("Бауыржан Нұрқан", "полковник", "official"),
        ("Бауыржан Нұрқан", "Түрікменстан Гидрометеорология ұйымының басшысы", "official"),
        ("Бауыржан Нұрқан", "облыстық су инспекциясы басшысының орынбасары", "official"),
        ("Бауыржан Нұрқан", "мемлекеттік тергеу бюросының жетекшісі", "official"),
        ("Бауыржан Нұрқан", "ардагерлер ұйымының басшысы", "expert"),
        ("Lara Moss", "deputy head of Verdania’s Meteorological Organization", "official"),
        ("Lara Moss", "director of the National Statistics Office", "official"),
        ("Lara Moss", "chief of the state audit bureau", "official"),
        ("Lara Moss", "head of the translation bureau", "expert"),
        ("Игорь Басаргин", "заместитель главы Портовой организации Вердании", "official"),
        ("Игорь Басаргин", "директор Казгидромета", "official"),
        ("Игорь Басаргин", "начальник бассейновой инспекции", "official"),
        ("Игорь Басаргин", "руководитель бюро переводов", "expert"),
    ],
)
def test_a_printed_role_tells_officials_from_experts(name: str, role: str | None, found: Standing) -> None:
    assert standing(Speaker(name, role)) == found
