"""What Kazakh retells by nouns of deeds, participles and denied verbs, and across languages; and what turns it.

Each case is a source sentence, a true restatement and a false one, as in `test_restated`.
"""

from __future__ import annotations

import pytest

from briefings.checking import figures, name, polarity, quotation, reservation, support
from tests.checking.test_restated import Restated, findings

_RULES = (quotation.check, figures.check, name.check, polarity.check, reservation.check, support.check)

_FIGURES = [
    Restated("kk", "Хаттамаға 9 сәуірде Өскеменде қол қойылды.", "kk",
             "Хаттамаға сәуірдің тоғызында Өскеменде қол қойылды.", "Хаттамаға сәуірдің оныншысында қол қойылды."),
    Restated("kk", "Көшеттің үштен бірі ғана екінші жазға жетеді.", "kk",
             "Көшеттің үштен екісі екінші жазға жетпейді.", "Көшеттің үштен екісі екінші жазға жетеді."),
    Restated("kk", "Бізде 214 шаруашылық бар, солардың тек 38-і ғана сертификат алды.", "kk",
             "214 шаруашылықтың 176-сы сертификатсыз отыр.", "214 шаруашылықтың 176-сы сертификат алды."),
    Restated("kk", "Жалақы астанадағыдан үштен бірге төмен.", "kk",
             "Жалақы астанадағының үштен екісіндей ғана.", "Жалақы астанадағының төрттен біріндей ғана."),
    Restated("kk", "Мамандар мұнда екі жылдан артық тұрақтамайды.", "kk",
             "Мамандар мұнда ең көп дегенде екі жыл істейді.", "Мамандар мұнда кемінде екі жыл істейді."),
    Restated("ru", "Мастера не задерживаются здесь больше двух лет.", "kk",
             "Шеберлер мұнда ең көп дегенде екі жыл болады.", "Шеберлер мұнда кемінде екі жыл болады."),
    Restated("ru", "Состав будет идти девять суток вместо четырнадцати.", "kk",
             "Құрамның жолы бес тәулікке қысқарады.", "Құрамның жолы алты тәулікке қысқарады."),
    Restated("kk", "Бір дрон күніне 40 гектарға тұқым шашады, мұны алпыс адам атқаратын.", "kk",
             "Бір дрон күніне 40 гектарға тұқым шашады.", "Бір дрон күніне 60 гектарға тұқым шашады."),
]  # fmt: skip

_DENIED = [
    Restated("kk", "Шенеуніктер бұл атауды әзірге қайталаған жоқ.", "en",
             "Officials have not repeated the name yet.", "Officials already repeat the name."),
    Restated("kk", "Токио өңірден астықты бұрын ешқашан алмаған.", "kk",
             "Токио өңірден астықты тұңғыш рет алып отыр.", None),
    Restated("kk", "Одақ ақшаны сұраған, бірақ министрлік әзірге жауап берген жоқ.", "ru",
             "Союз просил денег, но министерство пока не ответило.", "Министерство согласилось дать союзу денег."),
    Restated("kk", "Ауыл сексеуіл кесуге тыйым салудан бұрын газ тартуды сұраған.", "kk",
             "Ауыл сексеуіл кесуге тыйым салмас бұрын газ тартуды сұраған.", None),
    Restated("kk", "Хаттаманың саяси мәні сауда пайдасынан үлкен.", "kk",
             None, "Хаттаманың сауда пайдасы саяси мәнінен үлкен."),
    Restated("kk", "Бизнестің сенімі азая ма деп қорқамын.", "kk",
             "Бизнестің сенімі азаюы мүмкін.", "Бизнестің сенімі азаяды."),
]  # fmt: skip

_COUNTRIES = [
    Restated("en", "Mongolia had already sent 1,200 samples, while Tajikistan would do so in the autumn.", "kk",
             "Моңғолия 1200 үлгі жіберіп қойған.", "Тәжікстан 1200 үлгі жіберіп қойған."),
    Restated("kk", "Иран деректерді жариялауға келісті, ал Түрікменстан шешімін жыл соңына дейін айтады.", "ru",
             "Иран согласился публиковать данные.", "Туркменистан согласился публиковать данные."),
    Restated("en", "Kazakhstan will cover 45 percent of the losses, Romania 30 percent and Georgia the rest.", "kk",
             "Шығынның 25 пайызын Грузия өтейді.", "Шығынның 25 пайызын Румыния өтейді."),
]  # fmt: skip

_COUNTRIES += [
    Restated("kk", "Кеше қазақстандық алты инженер Норвегиядан оралды.", "kk",
             "Қазақстандық алты инженер сапардан оралды.", None),
]  # fmt: skip

_ALL = _FIGURES + _DENIED + _COUNTRIES


@pytest.mark.parametrize("case", [c for c in _ALL if c.true], ids=str)
def test_what_is_retold_is_kept(case: Restated) -> None:
    assert findings(case, case.true or "", _RULES) == []


@pytest.mark.parametrize("case", [c for c in _ALL if c.false], ids=str)
def test_what_turns_it_is_found(case: Restated) -> None:
    assert findings(case, case.false or "", _RULES)
