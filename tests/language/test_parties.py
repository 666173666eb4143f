from __future__ import annotations

import pytest

from briefings.domain import Speaker
from briefings.language.roles import standing

PARTIES = [
    # who heads, owns or speaks for something with an interest of its own
    "председатель профсоюза пекарей",
    "глава авиакомпании «Стрепет»",
    "владелица придорожного кафе",
    "коммерческий директор мельницы",
    "представитель порта Кульсай",
    "президент Ассоциации перевозчиков",
    "управляющая гостиницей",
    "сооснователь стартапа «Курай»",
    "пресс-секретарь завода",
    "сауда палатасының төрағасы",
    "«Дархан» зауытының директоры",
    "жүргізушілер кәсіподағының төрайымы",
    "компания иесі",
    "деректер орталықтары қауымдастығының жетекшісі",
    "порт өкілі",
    "owner of a roadside hotel",
    "chief executive of Larkfield Rail",
    "spokeswoman for the port of Westhaven",
    "secretary of the dockers' union",
    "dairy association chairman",
    "managing director",
    "head of the shippers' guild",
    "глава «СтройДала»",
    "вице-президент «Стрепета»",
    "«Дала желі» басшысы",
    "general manager of the terminal",
    "head of sales",
    # who lives by it or under it
    "рыбак из соседнего посёлка",
    "капитан сухогруза",
    "жительница села",
    "фермер из-под Костаная",
    "тепловоз машинисі",
    "ауыл тұрғыны",
    "шаруа қожалығының иесі",
    "жүк көлігінің жүргізушісі",
    "lorry driver",
    "third-generation beekeeper",
    "resident of the old quarter",
    "ferry captain",
    # a trade that serves its employer
    "юрист профсоюза докеров",
    "инженер авиакомпании",
    "кәсіподақ заңгері",
    "lawyer for the growers' union",
]
EXPERTS = [
    "директор Института рек",
    "руководитель исследовательского центра «Курай»",
    "заведующая лабораторией ледников",
    "президент Академии наук",
    "директор музея мореплавания",
    "экономист банка «Стрепет»",
    "аналитик рынка металлов",
    "ихтиолог",
    "профессор, бывший капитан",
    "зерттеу институтының директоры",
    "«Дархан» талдау орталығының жетекшісі",
    "университет ректоры",
    "астық нарығының сарапшысы",
    "director of the Larkfield Centre for River Law",
    "head of the observatory",
    "president of the Academy of Sciences",
    "manager of the climate programme at Larkfield University",
    "market analyst",
    "maritime lawyer in Westhaven",
    "director of a research institute of the farmers' union",
]


@pytest.mark.parametrize("role", PARTIES)
def test_who_speaks_for_a_firm_a_union_or_for_his_own_living_is_a_party(role: str) -> None:
    assert standing(Speaker("Дамир Кайсаров", role)) == "party"


@pytest.mark.parametrize("role", EXPERTS)
def test_who_speaks_from_knowledge_is_an_expert(role: str) -> None:
    assert standing(Speaker("Дамир Кайсаров", role)) == "expert"


@pytest.mark.parametrize(
    ("role", "found"),
    [
        ("президент Вердании", "official"),
        ("министр торговли", "official"),
        ("губернатор области", "official"),
        ("мэр Вестхейвена", "official"),
        ("председатель Центрального банка", "official"),
        ("chairman of the central bank", "official"),
        ("mayor of Westhaven", "official"),
        ("Кеден комитетінің төрағасы", "official"),
        ("chairman of the state committee for fisheries", "official"),
        ("chair of the village committee", "party"),
        ("председатель сельского комитета", "party"),
        ("бывший глава порта", "other"),
    ],
)
def test_a_party_holds_no_office_of_state(role: str, found: str) -> None:
    assert standing(Speaker("Дамир Кайсаров", role)) == found
