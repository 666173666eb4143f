"""Halves told crosswise, a part for all, hopes for certainties, votes turned round; and figures told by the piece.

Each case is a source sentence, a true restatement and a false one, which may be in another language.
"""

from __future__ import annotations

import pytest

from tests.checking.test_restated import Restated, findings

_HALVES = [
    Restated("ru", "Польша платит за дорогу и ночлег, Чехия — за костюмы.", "ru",
             "За костюмы платит Чехия, а дорога и ночлег — за Польшей.",
             "Польша платит за костюмы, Чехия — за дорогу и ночлег."),
    Restated("ru", "Днём мост пересекают 900 машин, ночью — 70.", "ru",
             "Ночью мост пересекают 70 машин, днём — 900.", "Ночью мост пересекают 900 машин, днём — 70."),
    Restated("ru", "Сперва надо открыть курсы, потом купить станки.", "ru",
             "Сначала курсы, потом станки.", "Сначала станки, потом курсы."),
    Restated("ru", "Груз едет девять дней, а должен — четыре.", "ru",
             "Вместо четырёх дней груз едет девять.", "Груз едет четыре дня, а должен — девять."),
    Restated("ru", "Ведомство отставку исключает, премию обещает.", "ru",
             "Ведомство обещает премию, а отставку исключает.", "Ведомство обещает отставку, а премию исключает."),
    Restated("ru", "Стена нужна на четырёх участках, а построена на одном.", "ru",
             "Построена стена на одном участке, а нужна на четырёх.",
             "Стена нужна на одном участке, а построена на четырёх."),
    Restated("en", "Poland pays for the travel, Norway for the costumes.", "en",
             "The costumes are paid for by Norway, the travel by Poland.",
             "Poland pays for the costumes, Norway for the travel."),
    Restated("en", "First the school will train nurses, then it will open the ward.", "ru",
             "Сначала школа обучит медсестёр, потом откроет палату.",
             "Сначала школа откроет палату, потом обучит медсестёр."),
    Restated("kk", "Алдымен мектеп ашылады, кейін көпір салынады.", "kk",
             "Әуелі мектеп ашылады, сосын көпір салынады.", "Алдымен көпір салынады, кейін мектеп ашылады."),
    Restated("kk", "Қазақстан, Өзбекстан және Қырғызстан қор құрады.", "ru",
             "Фонд создадут Узбекистан, Кыргызстан и Казахстан.", None),
]  # fmt: skip
_PARTS = [
    Restated("ru", "Завод заказал шесть кранов; первый поставили в мае.", "ru",
             "Из шести заказанных кранов первый стоит с мая.", "Все шесть кранов поставили в мае."),
    Restated("ru", "Концерт играли 14 оркестров, два из них приехали из Чехии.", "ru",
             "Все 14 оркестров играли концерт.", "Все 14 оркестров приехали из Чехии."),
    Restated("ru", "Завод заказал шесть кранов; первый поставили в мае.", "en",
             None, "The plant ordered six cranes, and all six were put up in May."),
    Restated("ru", "Из 26 вагонов с рельсов сошли три.", "ru",
             "С рельсов сошли три вагона из 26.", "С рельсов сошли все 26 вагонов."),
    Restated("en", "The yard built five ferries; the first was launched in June.", "en",
             "One of the five ferries has been afloat since June.", "All five ferries were launched in June."),
    Restated("en", "Nine choirs sang, two of them from Prague.", "en",
             "All nine choirs sang.", "All nine choirs came from Prague."),
]  # fmt: skip
_HOPES = [
    Restated("ru", "Порт надеется отправлять 3 млн тонн руды в год.", "ru",
             "Порт рассчитывает отправлять 3 млн тонн руды в год.", "Порт будет отправлять 3 млн тонн руды в год."),
    Restated("ru", "Область надеется ввести страхование садов к 2029 году.", "ru",
             "К 2029 году область хотела бы ввести страхование садов.", "К 2029 году сады будут застрахованы."),
    Restated("en", "The port hopes to ship 3m tonnes of ore a year.", "en",
             "The port aims to ship 3m tonnes of ore a year.", "The port will ship 3m tonnes of ore a year."),
    Restated("en", "The port hopes to ship 3m tonnes of ore a year.", "ru",
             "Порт хочет отгружать 3 млн тонн руды в год.", None),
]  # fmt: skip
_TURNED = [
    Restated("ru", "Депутат Лыкова голосовала против.", "ru", "Лыкова была против.", "Депутат Лыкова голосовала за."),
    Restated("en", "Senator Doyle voted against.", "en", "Doyle was against.", "Senator Doyle voted for."),
    Restated("ru", "Подрядчику выгоднее молчать о трещинах.", "ru",
             "О трещинах подрядчику выгоднее не говорить.", "Подрядчику выгоднее говорить о трещинах."),
    Restated("ru", "Реактор в Омеле перевели на низкообогащённое топливо.", "en",
             "The Omel reactor was moved to low-enriched fuel.", None),
    Restated("ru", "Затея — полезная, но денег на неё нет.", "ru",
             "На полезную затею нет денег.", "Затея — вредная, и денег на неё нет."),
    Restated("ru", "Аким назвал запрет поспешным.", "ru", "Аким считает, что с запретом поспешили.",
             "Аким назвал запрет запоздалым."),
    Restated("ru", "Союз пекарей подал иск: он требует снизить тариф. Суд начнётся 3 июня.", "ru",
             "Пекари судятся из-за тарифа.", "Суд обязал снизить тариф по иску пекарей."),
    Restated("ru", "Вчера в Омеле спустили на воду паром, построенный за два года.", "ru",
             "В Омеле спустили на воду паром.", "В Омеле спустили на воду паром, построенный по финскому проекту."),
    Restated("ru", "Посёлок требует не обещаний, а колодца.", "en",
             "The settlement demands a well.", None),
]  # fmt: skip
_FIGURES = [
    Restated("ru", "Рейсом доставили 36 ульев.", "ru", "Рейсом доставили три дюжины ульев.",
             "Рейсом доставили две дюжины ульев."),
    Restated("ru", "Купили 6 насосов.", "ru", "Купили полдюжины насосов.", "Купили дюжину насосов."),
    Restated("en", "The flight brought 36 hives.", "en", "The flight brought three dozen hives.",
             "The flight brought two dozen hives."),
    Restated("en", "Six pumps were bought.", "en", "Half a dozen pumps were bought.", "A dozen pumps were bought."),
    Restated("kk", "24 ұя әкелінді.", "kk", "Екі дюжина ұя әкелінді.", "Үш дюжина ұя әкелінді."),
    Restated("ru", "Сбор окупит крыши в четырёх школах. Крыша для одной школы стоит 20 млн тенге.", "ru",
             "Крыши для четырёх школ обойдутся в 80 млн тенге.", "Крыши для четырёх школ обойдутся в 90 млн тенге."),
    Restated("en", "Five clinics need a boiler. A boiler costs $3,000 per clinic.", "en",
             "Boilers for the five clinics come to $15,000.", "Boilers for the five clinics come to $18,000."),
    Restated("ru", "Концерт играли 14 оркестров, два из них приехали из Чехии.", "ru",
             "Из 14 оркестров двенадцать — не чешские, два — чешские.", "Из 14 оркестров десять — свои, два — чешские."),
    Restated("ru", "Шерсти хватит лишь на 40 процентов заказов.", "ru",
             "На 60 процентов заказов шерсти не хватит.", "На 70 процентов заказов шерсти не хватит."),
    Restated("ru", "Стадо сократится втрое.", "ru", "От стада останется треть.", "От стада останется половина."),
    Restated("ru", "Если мор повторится, стадо сократится втрое.", "ru",
             "Случись мор снова, от стада останется треть.", "От стада останется треть."),
]  # fmt: skip
_AROUND = [
    Restated("ru", "Мы не отдаём ни печать, ни кассу.", "ru",
             "И печать, и касса остаются у союза.", None),
    Restated("ru", "Это первый паром, который Омель передаёт соседям.", "ru",
             "Прежде Омель никому паромов не передавал.", None),
    Restated("ru", "Омель договор не подписал. Возможно, он присоединится через год.", "ru",
             "Омель, не подписавший договор, возможно, присоединится через год.",
             "Омель, не подписавший договор, не присоединится через год."),
    Restated("ru", "Срок доставки сократился с 11 до 8 дней.", "ru",
             "Доставка занимает меньше времени, чем прежде.", "Доставка занимает больше времени, чем прежде."),
    Restated("en", "Delivery time fell from 11 to 8 days.", "en",
             "Delivery takes less time than before.", "Delivery takes more time than before."),
    Restated("ru", "Эколог полагает, что насос, скорее всего, окупится к 2034 году.", "ru",
             "Насос, вероятно, окупится к 2034 году.", "Насос окупится к 2034 году, эколог не сомневается."),
    Restated("ru", "Девять из десяти ульев пустуют, и, пока это так, мёда не будет.", "ru",
             "Девять из десяти ульев пустуют.", None),
    Restated("ru", "Омелю отправят такую же партию, если завод справится, а продавать мальков республика не намерена.", "ru",
             "Продавать мальков республика не намерена.", None),
    Restated("ru", "Паром пришёл в Омель вчера вечером.", "ru",
             "Паром пришёл в Омель 13 мая 2026 года.", "Паром пришёл в Омель 12 мая 2026 года."),
    Restated("en", "The ferry reached Omel yesterday.", "en",
             "The ferry reached Omel on 13 May 2026.", "The ferry reached Omel on 12 May 2026."),
    Restated("ru", "Рыбаки готовы помогать соседям.", "en",
             "The fishermen are willing to help the neighbours.", "The fishermen are unwilling to help the neighbours."),
    Restated("ru", "Омель шлёт 900 тысяч писем в год, Тавр — вдвое меньше.", "ru",
             "Тавр, следует из слов почтмейстера, шлёт 450 тысяч писем в год.",
             "Тавр, следует из слов почтмейстера, шлёт 350 тысяч писем в год."),
    Restated("ru", "На встрече прикаспийских стран решили строить мол.", "en",
             "The Caspian states decided to build a mole.", None),
    Restated("ru", "Посылки из Омеля в Европу сортируют в Актобе.", "en",
             "Europe-bound parcels are sorted in Aktobe.", None),
]  # fmt: skip
CASES = [*_AROUND, *_HALVES, *_PARTS, *_HOPES, *_TURNED, *_FIGURES]


@pytest.mark.parametrize("case", [case for case in CASES if case.true], ids=str)
def test_the_same_told_otherwise_is_kept(case: Restated) -> None:
    assert findings(case, case.true or "") == []


@pytest.mark.parametrize("case", [case for case in CASES if case.false], ids=str)
def test_what_the_source_does_not_say_is_found(case: Restated) -> None:
    assert findings(case, case.false or "") != []
