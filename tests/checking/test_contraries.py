"""A word turned into its contrary is found in every language; a deed told from its other end, a denied contrary
and a contrary of another thing in the same sentence are no contraries.

Each case is a source sentence, a true restatement and a false one, as in `test_restated`.
"""

from __future__ import annotations

import pytest

from tests.checking.test_restated import Restated, findings

_WITHIN_A_LANGUAGE = [
    Restated("ru", "Совет Омеля объявил ярмарке бойкот.", "ru",
             "Бойкот ярмарке объявил совет Омеля.", "Совет Омеля объявил об участии в ярмарке."),
    Restated("en", "The brewery sells its cider wholesale in Omel.", "en",
             "In Omel the brewery sells its cider wholesale.", "The brewery sells its cider at retail in Omel."),
    Restated("kk", "Омель театры премьераны желтоқсанда көрсетеді.", "kk",
             "Желтоқсанда Омель театры премьераны көрсетеді.", "Желтоқсанда Омель театры қоштасу кешін көрсетеді."),
    Restated("ru", "Следователь назвал поджог мельницы умышленным.", "ru",
             "Поджог мельницы, по словам следователя, был умышленным.",
             "Следователь назвал поджог мельницы случайным."),
    Restated("en", "The inspector called the fire at the mill accidental.", "en",
             "The fire at the mill was accidental, according to the inspector.",
             "The inspector called the fire at the mill deliberate."),
    Restated("kk", "Тексеруші диірмендегі өртті қасақана деп атады.", "kk",
             "Диірмендегі өртті тексеруші қасақана деп атады.", "Тексеруші диірмендегі өртті кездейсоқ деп атады."),
    Restated("ru", "Дуэль закончилась ничьей для шахматиста Сома.", "ru",
             "Дуэль закончилась для шахматиста Сома ничьей.", "Дуэль закончилась для шахматиста Сома победой."),
    Restated("en", "The court found the painting of the mill to be a forgery.", "en",
             "The painting of the mill is a forgery, the court found.",
             "The court found the painting of the mill to be genuine."),
    Restated("ru", "Музей растратил наследство мецената.", "ru",
             "Наследство мецената музей растратил.", "Музей сберёг наследство мецената."),
    Restated("ru", "Кооператив торгует льном оптом.", "ru",
             "Льном кооператив торгует оптом.", "Кооператив торгует льном в розницу."),
]  # fmt: skip

_ACROSS_LANGUAGES = [
    Restated("ru", "Следователь назвал пожар на мельнице умышленным.", "en",
             "The investigator called the fire at the mill deliberate.",
             "The investigator called the fire at the mill accidental."),
    Restated("en", "The minister called the rail project of the two ports a fiasco.", "ru",
             "Министр назвал железнодорожный проект двух портов фиаско.",
             "Министр назвал железнодорожный проект двух портов успехом."),
    Restated("en", "Ministers of the two countries took part in the water summit.", "kk",
             "Су саммитіне екі елдің министрлері қатысты.", "Екі елдің министрлері су саммитіне бойкот жариялады."),
    Restated("kk", "Министр екі елдің көлік жобасын түпнұсқа деп атады.", "ru",
             "Министр назвал транспортный проект двух стран подлинным.",
             "Министр назвал транспортный проект двух стран поддельным."),
    Restated("ru", "Президент страны назвал юриста новичком.", "en",
             "The country's president called the lawyer a novice.",
             "The country's president called the lawyer a veteran."),
]  # fmt: skip

_FROM_THE_OTHER_END = [
    Restated("ru", "Омель продаёт муку Верне.", "ru",
             "Верна покупает муку у Омеля.", "Омель покупает муку у Верны."),
    Restated("en", "Omel exports flour to Verna.", "en",
             "Verna imports flour from Omel.", "Omel imports flour from Verna."),
    Restated("kk", "Ферма наубайханаға ұн сатады.", "kk",
             "Наубайхана фермадан ұн сатып алады.", "Ферма наубайханадан ұн сатып алады."),
    Restated("en", "The bank lent the dairy $5 million.", "en",
             "The dairy borrowed $5 million from the bank.", "The bank borrowed $5 million from the dairy."),
    Restated("en", "Omel beat Verna in the final.", "en",
             "Verna lost to Omel in the final.", "Omel lost to Verna in the final."),
    Restated("ru", "Зерно Омель покупает у Верны.", "ru",
             None, "Зерно Омель продаёт Верне."),
]  # fmt: skip

_OF_ANOTHER_THING = [
    Restated("ru", "Оптовая торговля льном выросла, розничная упала.", "ru",
             "Оптовая торговля льном выросла.", "Оптовая торговля льном упала."),
    Restated("en", "The grandmother kept the mill, while the grandfather sold the barn.", "en",
             "The grandfather sold the barn.", None),
    Restated("ru", "Омель не бойкотировал ярмарку.", "ru",
             "Омель участвовал в ярмарке.", "Омель бойкотировал ярмарку."),
    Restated("en", "The painting is not a forgery, the museum says.", "en",
             "The painting is genuine, the museum says.", "The painting is a forgery, the museum says."),
    Restated("ru", "Пять рыбаков ранены, двое убиты.", "ru",
             "Ранены пять рыбаков.", None),
]  # fmt: skip

_ALL = _WITHIN_A_LANGUAGE + _ACROSS_LANGUAGES + _FROM_THE_OTHER_END + _OF_ANOTHER_THING


@pytest.mark.parametrize("case", [c for c in _ALL if c.true], ids=str)
def test_the_same_in_other_words_is_kept(case: Restated) -> None:
    assert findings(case, case.true or "") == []


@pytest.mark.parametrize("case", [c for c in _ALL if c.false], ids=str)
def test_the_contrary_is_found(case: Restated) -> None:
    assert findings(case, case.false or "")
