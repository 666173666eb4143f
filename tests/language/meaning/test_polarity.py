"""A denial, a hedge or a condition may not be lost, won or turned round between source and statement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import LANGUAGE_CODES, Language
from briefings.language.meaning.change import turns_change
from briefings.language.meaning.hedging import drops_condition, drops_hedge
from briefings.language.meaning.opposition import antonym_clash
from briefings.language.meaning.polarity import (
    contradicts_negation,
    find_conditions,
    find_hedges,
    find_negations,
    leaves_bare,
)
from briefings.language.meaning.tense import done_as_planned, planned_as_done

RULES = (contradicts_negation, drops_hedge, drops_condition, antonym_clash)

DENIALS: list[tuple[Language, str, list[str]]] = [
    ("ru", "Завод не открыт, и денег нет.", ["не", "нет"]),
    ("ru", "Соглашение подписано без оговорок.", ["без"]),
    ("ru", "Суд признал решение незаконным.", ["незаконным"]),
    ("ru", "Линия пока не введена.", ["не"]),
    ("ru", "Компания отказалась платить налог.", ["отказалась"]),
    ("kk", "Келісімге қол қойылмады.", ["қойылмады"]),
    ("kk", "Министр форумға бармайды, себебі уақыты жоқ.", ["бармайды", "жоқ"]),
    ("kk", "Бұл шешім түпкілікті емес.", ["емес"]),
    ("kk", "Олар келісімсіз кетті.", ["келісімсіз"]),
    ("en", "The plant did not open and nobody came.", ["not", "nobody"]),
    ("en", "The firm won’t pay, the union failed to agree.", ["won’t", "failed to"]),
]
NO_DENIALS: list[tuple[Language, str]] = [
    ("ru", "Речь идёт не только о нефти, но и о газе."),
    ("ru", "Не менее важны дороги; тем не менее строят порт."),
    ("ru", "Такой сценарий не исключён."),
    ("ru", "Ремонт продолжат, пока не откроют порт."),
    ("ru", "Министр не может не знать об этом."),
    ("ru", "Некоторые страны, несколько недель, необходимый налог, немецкая нефть."),
    ("kk", "Мұнай ғана емес, газ да өндіріледі."),
    (
        "kk",
        "Бағдарлама, мәлімдеме, жарнамасын, көрмеге, немесе, қауіпсіздік, тәуелсіздік, төмендеді, көбейді.",
    ),
    ("en", "Not only oil but also gas; no less important is water."),
    ("en", "A deal cannot be ruled out, no doubt."),
]


@pytest.mark.parametrize(("language", "text", "expected"), DENIALS)
def test_what_denies_is_found(language: Language, text: str, expected: list[str]) -> None:
    assert [cue.text for cue in find_negations(text, language)] == expected


@pytest.mark.parametrize(("language", "text"), NO_DENIALS)
def test_double_forms_and_look_alikes_deny_nothing(language: Language, text: str) -> None:
    assert find_negations(text, language) == ()


HEDGES: list[tuple[Language, str, str]] = [
    ("ru", "Встреча вряд ли состоится.", "unlikely"),
    ("ru", "Запуск порта маловероятен.", "unlikely"),
    ("ru", "Такой вариант не исключён.", "possible"),
    ("ru", "Страна может получить заём.", "possible"),
    ("ru", "Вероятно, порт закроют.", "likely"),
    ("ru", "Завод якобы закрыт.", "alleged"),
    ("kk", "Кездесу өтуі екіталай.", "unlikely"),
    ("kk", "Порт жабылуы мүмкін.", "possible"),
    ("en", "The port is unlikely to close.", "unlikely"),
    ("en", "The port may close.", "possible"),
    ("en", "A closure is not ruled out.", "possible"),
    ("en", "The port will probably close.", "likely"),
    ("en", "The port has reportedly closed.", "alleged"),
]


@pytest.mark.parametrize(("language", "text", "kind"), HEDGES)
def test_a_hedge_has_its_grade(language: Language, text: str, kind: str) -> None:
    assert [cue.kind for cue in find_hedges(text, language)] == [kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Министр заявил, считает и полагает, что порт работает."),
        ("kk", "Министр порт жұмыс істейді деп мәлімдеді."),
        ("en", "The minister said on 5 May that the port works."),
    ],
)
def test_verbs_of_saying_and_the_month_of_may_are_no_hedges(language: Language, text: str) -> None:
    assert find_hedges(text, language) == ()


def test_a_waived_condition_is_told_from_a_condition() -> None:
    assert [cue.kind for cue in find_conditions("Если дождь, сбор отменят. Даже если нет, ждём.", "ru")] == [
        "condition",
        "concession",
    ]
    assert [cue.kind for cue in find_conditions("If it rains, or even if not", "en")] == [
        "condition",
        "concession",
    ]
    assert [cue.text for cue in find_conditions("Егер жаңбыр жауса, жиын болмайды.", "kk")] == [
        "Егер",
        "жауса",
    ]


# source language, source, statement language, statement
Pair = tuple[Language, str, Language, str]

TURNED: list[Pair] = [
    ("ru", "Порт не входит в официальный план развития.", "ru", "Порт входит в официальный план развития."),
    ("ru", "Порт входит в план развития области.", "ru", "Порт не входит в план развития области."),
    ("ru", "Решающего значения порт иметь не будет.", "ru", "Порт будет иметь решающее значение."),
    ("ru", "Министр не поддержал закон о воде, но обещал помощь.", "ru", "Министр поддержал закон о воде."),
    ("ru", "Доказательств сговора у следствия нет.", "ru", "У следствия есть доказательства сговора."),
    ("ru", "Компания отказалась строить мост.", "ru", "Компания будет строить мост."),
    ("ru", "Суд назвал решение мэрии незаконным.", "ru", "Суд назвал решение мэрии законным."),
    ("kk", "Кездесу ресми бағдарламаға кірмейді.", "kk", "Кездесу ресми бағдарламаға кіреді."),
    ("kk", "Тараптар су туралы келісімге қол қойған жоқ.", "kk", "Тараптар су туралы келісімге қол қойды."),
    ("kk", "Жоба бюджеттен қаржыландырылады.", "kk", "Жоба бюджеттен қаржыландырылмайды."),
    ("kk", "Үкімет салықты көтермейді.", "kk", "Үкімет салықты көтереді."),
    ("en", "The council did not support the water bill.", "en", "The council supported the water bill."),
    ("en", "The port is part of the national plan.", "en", "The port is not part of the national plan."),
    ("en", "The firm refused to pay the fine.", "en", "The firm paid the fine."),
    (
        "ru",
        "Встреча не входит в официальную программу.",
        "en",
        "The meeting is included in the official programme.",
    ),
    ("ru", "Парламент не поддержал закон о налогах.", "kk", "Парламент салық туралы заңды қолдады."),
    ("kk", "Парламент салық туралы заңды қолдамады.", "en", "Parliament supported the tax law."),
    ("en", "Parliament did not adopt the tax law.", "ru", "Парламент принял закон о налогах."),
]
KEPT: list[Pair] = [
    (
        "ru",
        "Порт не входит в официальный план развития.",
        "ru",
        "В официальный план развития порт не входит.",
    ),
    ("ru", "Министр не ответил на вопрос о порте и уехал в область.", "ru", "Министр уехал в область."),
    ("ru", "Порт не входит в план, но мост входит в план.", "ru", "Мост входит в план."),
    ("ru", "Сбор вряд ли состоится в мае.", "ru", "Сбор в мае не состоится."),
    ("ru", "Речь не только о нефти, но и о газе области.", "ru", "Речь о нефти и газе области."),
    ("ru", "Компания отказалась строить мост.", "ru", "Компания не будет строить мост."),
    ("kk", "Кездесу ресми бағдарламаға кірмейді.", "kk", "Кездесу ресми бағдарламаға кірген жоқ."),
    ("kk", "Министр форумға бармайды, бірақ саммитке қатысады.", "kk", "Министр саммитке қатысады."),
    (
        "en",
        "The council did not meet in May but backed the water bill.",
        "en",
        "The council backed the water bill.",
    ),
    (
        "ru",
        "Встреча не входит в официальную программу.",
        "en",
        "The meeting is not part of the official programme.",
    ),
    ("ru", "Парламент не поддержал закон о налогах.", "kk", "Парламент салық туралы заңды қолдамады."),
]


@pytest.mark.parametrize(("there", "source", "here", "statement"), TURNED)
def test_a_statement_that_turns_a_denial_round_is_caught(
    there: Language, source: str, here: Language, statement: str
) -> None:
    assert contradicts_negation(statement, source, here, there)


@pytest.mark.parametrize(("there", "source", "here", "statement"), KEPT)
def test_a_denial_kept_or_about_something_else_passes(
    there: Language, source: str, here: Language, statement: str
) -> None:
    assert contradicts_negation(statement, source, here, there) == ()


def test_a_clash_shows_the_words_on_either_side() -> None:
    source = "Однако порт не входит в план области."
    statement = "Порт входит в план области."
    (clash,) = contradicts_negation(statement, source, "ru")
    assert (clash.said.text, clash.source.text) == ("входит", "не входит")
    assert statement[clash.said.start : clash.said.end] == clash.said.text
    assert source[clash.source.start : clash.source.end] == clash.source.text


HARDENED: list[Pair] = [
    ("ru", "Страна может получить заём на дороги.", "ru", "Страна получит заём на дороги."),
    ("ru", "Порт вряд ли станет ключевой частью плана.", "ru", "Порт станет ключевой частью плана."),
    ("ru", "Порт вряд ли станет ключевой частью плана.", "ru", "Порт не станет ключевой частью плана."),
    ("ru", "Власти, возможно, закроют порт.", "ru", "Власти закроют порт."),
    (
        "ru",
        "Журналисты спросили о возможной встрече министров в Омеле.",
        "ru",
        "Встреча министров в Омеле состоится.",
    ),
    ("ru", "Страна может получить заём на дороги.", "ru", "Страна, вероятно, получит заём на дороги."),
    ("kk", "Үкімет портты жабуы мүмкін.", "kk", "Үкімет портты жабады."),
    ("kk", "Кездесудің мамырда өтуі екіталай.", "kk", "Кездесу мамырда өтеді."),
    ("en", "The firm could build a second bridge.", "en", "The firm will build a second bridge."),
    (
        "en",
        "The council is unlikely to adopt the water bill.",
        "en",
        "The council will adopt the water bill.",
    ),
    ("ru", "Страна может получить новый кредит.", "en", "The country will receive a new loan."),
    ("kk", "Парламент салық заңын қабылдауы мүмкін.", "ru", "Парламент примет закон о налогах."),
]
SOFT: list[Pair] = [
    ("ru", "Страна может получить заём на дороги.", "ru", "Не исключено, что страна получит заём на дороги."),
    ("ru", "Страна может получить заём на дороги.", "ru", "У страны есть шанс получить заём на дороги."),
    ("ru", "Власти, вероятно, закроют порт.", "ru", "Власти могут закрыть порт."),
    ("ru", "Порт может закрыться, а мост уже построен в Омеле.", "ru", "Мост в Омеле построен."),
    ("ru", "Спросили о возможной поездке министра в Омель.", "ru", "Сроки поездки министра в Омель."),
    ("kk", "Үкімет портты жабуы мүмкін.", "kk", "Үкіметтің портты жабуы ықтимал."),
    ("en", "The firm could build a second bridge.", "en", "The firm may build a second bridge."),
    (
        "en",
        "The council is unlikely to adopt the water bill.",
        "en",
        "The council may not adopt the water bill.",
    ),
    ("ru", "Страна может получить новый кредит.", "en", "The country might receive a new loan."),
]


@pytest.mark.parametrize(("there", "source", "here", "statement"), HARDENED)
def test_a_dropped_or_strengthened_hedge_is_caught(
    there: Language, source: str, here: Language, statement: str
) -> None:
    assert drops_hedge(statement, source, here, there)


@pytest.mark.parametrize(("there", "source", "here", "statement"), SOFT)
def test_a_hedge_in_other_words_passes(there: Language, source: str, here: Language, statement: str) -> None:
    assert drops_hedge(statement, source, here, there) == ()


@pytest.mark.parametrize(
    ("language", "source", "statement"),
    [
        ("ru", "Если совет одобрит закон, порт получит деньги.", "Порт получит деньги."),
        ("ru", "Если совет одобрит закон, порт получит деньги.", "Совет одобрит закон."),
        ("ru", "Даже если сбор состоится в мае, он ничего не изменит.", "Сбор состоится в мае."),
        ("en", "If the council approved the bill, the port received money.", "The port received money."),
    ],
)
def test_what_depends_on_a_condition_is_not_asserted(language: Language, source: str, statement: str) -> None:
    assert drops_condition(statement, source, language)


@pytest.mark.parametrize(
    ("language", "source", "statement"),
    [
        ("ru", "Если совет одобрит закон, порт получит деньги.", "Порт получит деньги, если закон одобрят."),
        ("ru", "Если совет одобрит закон, порт получит деньги.", "Порт может получить деньги."),
        ("ru", "Даже если сбор состоится, решения он не примет.", "Сбор решения не примет."),
    ],
)
def test_a_condition_kept_or_waived_passes(language: Language, source: str, statement: str) -> None:
    assert drops_condition(statement, source, language) == ()


OPPOSED: list[Pair] = [
    ("ru", "Экспорт вырос на 5%, импорт снизился.", "ru", "Экспорт снизился на 5%."),
    ("ru", "Совет поддержал проект дороги.", "ru", "Совет отклонил проект дороги."),
    ("ru", "Страна увеличила экспорт зерна.", "ru", "Страна увеличила импорт зерна."),
    ("kk", "Былтыр өңірде астық экспорты артты.", "kk", "Былтыр өңірде астық экспорты азайды."),
    ("en", "Grain exports rose in May.", "en", "Grain exports fell in May."),
    ("en", "The council backed the road scheme.", "en", "The council opposed the road scheme."),
    ("ru", "Цены на газ снизились.", "en", "Gas prices increased."),
    ("kk", "Мұнай бағасы өсті.", "ru", "Цены на нефть упали."),
]


@pytest.mark.parametrize(("there", "source", "here", "statement"), OPPOSED)
def test_the_opposite_word_for_the_same_thing_is_caught(
    there: Language, source: str, here: Language, statement: str
) -> None:
    assert antonym_clash(statement, source, here, there)


@pytest.mark.parametrize(
    ("language", "source", "statement"),
    [
        ("ru", "Экспорт вырос, импорт снизился.", "Импорт снизился."),
        ("ru", "Экспорт вырос, импорт снизился.", "Экспорт увеличился, а импорт сократился."),
        ("ru", "Экспорт зерна снизился.", "Экспорт зерна не вырос."),
        ("kk", "Экспорт артты, импорт азайды.", "Импорт төмендеді."),
        ("en", "Exports rose while imports fell.", "Imports declined."),
    ],
)
def test_opposites_about_different_things_pass(language: Language, source: str, statement: str) -> None:
    assert antonym_clash(statement, source, language) == ()


# What a brief may say of a source sentence, and what it may not: each pair is judged by all rules together.
RETOLD: list[Pair] = [
    (
        "ru",
        "Ни один из операторов пока не подал заявку на участие в тендере.",
        "ru",
        "Заявок на тендер от операторов пока нет.",
    ),
    (
        "ru",
        "Без одобрения парламента договор не вступит в силу.",
        "ru",
        "Для вступления договора в силу нужно одобрение парламента.",
    ),
    (
        "ru",
        "Это не уступка, а расчёт, говорит экономист.",
        "ru",
        "Экономист видит в этом расчёт, а не уступку.",
    ),
    (
        "ru",
        "Тариф на воду снизили на 7%, сообщил оператор.",
        "ru",
        "Оператор сообщил о сокращении тарифа на воду на 7%.",
    ),
    (
        "ru",
        "Добыча угля составила 90 млн тонн, на 4% больше прошлогодней.",
        "ru",
        "Добыча угля за год выросла на 4%, до 90 млн тонн.",
    ),
    (
        "ru",
        "Стороны обсуждают соглашение о поставках урана.",
        "ru",
        "Соглашение о поставках урана стороны пока обсуждают.",
    ),
    ("ru", "Строительство моста начнётся в апреле.", "ru", "Мост начнут строить в апреле."),
    (
        "ru",
        "Дефицит бюджета может достичь 3%, если нефть подешевеет.",
        "ru",
        "При подешевевшей нефти дефицит бюджета способен достичь 3%.",
    ),
    (
        "ru",
        "Ассоциация фермеров приветствует новый закон о воде.",
        "ru",
        "Ассоциация фермеров поддержала новый закон о воде.",
    ),
    ("ru", "Министр не исключил повышения пошлин.", "ru", "Пошлины могут повыситься, допустил министр."),
    ("ru", "Страна отказалась вводить визы для соседей.", "ru", "Визы для соседей страна вводить не стала."),
    (
        "ru",
        "Согласия соседей на проект нет: ни Бишкек, ни Ташкент его не поддержали.",
        "ru",
        "Соседи проект не поддержали.",
    ),
    ("kk", "Келісімге әзірге ешбір тарап қол қойған жоқ.", "kk", "Келісім әлі қол қойылмаған күйде."),
    ("kk", "Былтыр мұнай экспорты 6%-ға азайды.", "kk", "Мұнай экспорты былтыр 6 пайызға төмендеген."),
    (
        "kk",
        "Банктердің пайдасы 300 млрд теңге болды, бұл былтырғыдан 8%-ға аз.",
        "kk",
        "Банктердің пайдасы былтырғыдан 8%-ға кем, 300 млрд теңге болды.",
    ),
    ("kk", "Көпір құрылысы көктемде басталады.", "kk", "Көпірдің құрылысын көктемде бастау көзделген."),
    ("kk", "Зауыт салынып жатыр.", "kk", "Зауыттың құрылысы жүріп жатыр."),
    ("kk", "Фермерлер одағы су туралы заңды қолдайды.", "kk", "Фермерлер одағы су туралы заңды құптады."),
    ("kk", "Баға өссе, экспорт азаюы мүмкін.", "kk", "Баға көтерілсе, экспорттың азаюы ықтимал."),
    ("kk", "Үкімет салықты көтермейтінін мәлімдеді.", "kk", "Үкіметтің айтуынша, салық көтерілмейді."),
    ("kk", "Жобаға бюджеттен ақша бөлінбейді.", "kk", "Жоба бюджет ақшасынсыз жүзеге асады."),
    ("kk", "Тараптар келісімге ертең қол қояды.", "kk", "Келісімге ертең қол қойылмақ."),
    (
        "en",
        "Neither bank has applied for the licence yet.",
        "en",
        "So far no bank has asked for the licence.",
    ),
    (
        "en",
        "Without rain, the harvest will not reach last year's level.",
        "en",
        "The harvest needs rain to reach last year's level.",
    ),
    ("en", "Wheat exports were 7% higher than a year before.", "en", "Wheat exports rose 7% on the year."),
    (
        "en",
        "The council shelved the plan to raise fares.",
        "en",
        "The plan to raise fares was put off by the council.",
    ),
    (
        "en",
        "The two sides are negotiating a gas contract.",
        "en",
        "Talks on a gas contract are under way between the two sides.",
    ),
    (
        "en",
        "Construction of the bridge is to begin in April.",
        "en",
        "Work on the bridge will start in April.",
    ),
    (
        "en",
        "The fund may cut its stake if prices fall.",
        "en",
        "Should prices fall, the fund could reduce its stake.",
    ),
    (
        "en",
        "Officials will hardly meet the deadline, she said.",
        "en",
        "Officials are unlikely to meet the deadline, she said.",
    ),
    (
        "en",
        "What the region lacks is not money but engineers.",
        "en",
        "The region lacks engineers rather than money.",
    ),
    ("en", "The court did not uphold the ban.", "en", "The ban was not upheld by the court."),
    ("ru", "Ни одна из компаний пока не получила лицензию.", "en", "No company has received a licence yet."),
    ("kk", "Үкімет жобаны қаржыландырмайды.", "ru", "Правительство не будет финансировать проект."),
    ("ru", "Экспорт снизился на 5%.", "kk", "Экспорт 5%-ға азайды."),
    ("ru", "Власти не планируют менять ставку до осени.", "ru", "Ставка до осени останется прежней."),
    ("ru", "Порт не примет суда, пока не закончат ремонт.", "ru", "До конца ремонта порт суда не примет."),
    ("ru", "Никто из депутатов не выступил против закона.", "ru", "Депутаты против закона не возражали."),
    ("ru", "Завод планируют сдать в июне.", "ru", "Сдача завода намечена на июнь."),
    ("ru", "Участок останется без ремонта до весны.", "ru", "До весны участок ремонтировать не будут."),
    ("kk", "Үкімет мөлшерлемені күзге дейін өзгертпейді.", "kk", "Мөлшерлеме күзге дейін өзгермейді."),
    ("kk", "Депутаттардың ешқайсысы заңға қарсы шыққан жоқ.", "kk", "Заңға қарсы шыққан депутат болмады."),
    ("kk", "Комиссия лицензияны ұзартуы мүмкін.", "kk", "Комиссия лицензияны ұзартуы ықтимал."),
    ("kk", "Зауытты маусымда тапсыру жоспарланған.", "kk", "Зауыт маусымда тапсырылмақ."),
    ("kk", "Тариф көтерілмесе, желі жөнделмейді.", "kk", "Желіні жөндеу үшін тарифті көтеру керек."),
    (
        "en",
        "The government has no plans to change the rate before autumn.",
        "en",
        "The rate will not change before autumn.",
    ),
    ("en", "No lawmaker spoke against the bill.", "en", "The bill met no opposition from lawmakers."),
    (
        "en",
        "The commission will probably extend the licence.",
        "en",
        "The commission is likely to extend the licence.",
    ),
    (
        "en",
        "The plant is scheduled to open in June.",
        "en",
        "June is the planned date for opening the plant.",
    ),
    (
        "en",
        "Unless tariffs rise, the grid will not be repaired.",
        "en",
        "Repairs to the grid depend on higher tariffs.",
    ),
]
LIED: list[Pair] = [
    (
        "ru",
        "Ни один из операторов пока не подал заявку на участие в тендере.",
        "ru",
        "Все операторы подали заявку на участие в тендере.",
    ),
    (
        "ru",
        "Без одобрения парламента договор не вступит в силу.",
        "ru",
        "Договор вступит в силу без одобрения парламента.",
    ),
    (
        "ru",
        "Тариф на воду снизили на 7%, сообщил оператор.",
        "ru",
        "Тариф на воду повысили на 7%, сообщил оператор.",
    ),
    (
        "ru",
        "Добыча угля составила 90 млн тонн, на 4% больше прошлогодней.",
        "ru",
        "Добыча угля составила 90 млн тонн, на 4% ниже прошлогодней.",
    ),
    (
        "ru",
        "Стороны обсуждают соглашение о поставках урана.",
        "ru",
        "Стороны подписали соглашение о поставках урана.",
    ),
    ("ru", "Строительство моста начнётся в апреле.", "ru", "Строительство моста началось в апреле."),
    (
        "ru",
        "Дефицит бюджета может достичь 3%, если нефть подешевеет.",
        "ru",
        "Дефицит бюджета достигнет 3%, если нефть подешевеет.",
    ),
    ("ru", "Совет отложил запуск платформы.", "ru", "Совет утвердил запуск платформы."),
    (
        "ru",
        "Ассоциация фермеров приветствует новый закон о воде.",
        "ru",
        "Ассоциация фермеров критикует новый закон о воде.",
    ),
    ("ru", "Министр не исключил повышения пошлин.", "ru", "Министр исключил повышение пошлин."),
    ("ru", "Страна отказалась вводить визы для соседей.", "ru", "Страна ввела визы для соседей."),
    ("kk", "Келісімге әзірге ешбір тарап қол қойған жоқ.", "kk", "Келісімге барлық тарап қол қойды."),
    ("kk", "Былтыр мұнай экспорты 6%-ға азайды.", "kk", "Мұнай экспорты былтыр 6%-ға артты."),
    (
        "kk",
        "Банктердің пайдасы 300 млрд теңге болды, бұл былтырғыдан 8%-ға аз.",
        "kk",
        "Банктердің пайдасы 8%-ға өсті.",
    ),
    ("kk", "Көпір құрылысы көктемде басталады.", "kk", "Көпір құрылысы басталып кетті."),
    ("kk", "Зауыт салынып жатыр.", "kk", "Зауыт салынып бітті."),
    ("kk", "Фермерлер одағы су туралы заңды қолдайды.", "kk", "Фермерлер одағы су туралы заңға қарсы шықты."),
    ("kk", "Баға өссе, экспорт азаюы мүмкін.", "kk", "Баға өссе, экспорт азаяды."),
    ("kk", "Үкімет салықты көтермейтінін мәлімдеді.", "kk", "Үкімет салықты көтеретінін мәлімдеді."),
    ("kk", "Жобаға бюджеттен ақша бөлінбейді.", "kk", "Жобаға бюджеттен ақша бөлінді."),
    ("kk", "Тараптар келісімнің жобасын пысықтап жатыр.", "kk", "Тараптар келісімге қол қойды."),
    ("kk", "Тараптар келісімге ертең қол қояды.", "kk", "Тараптар келісімге қол қойды."),
    ("en", "Neither bank has applied for the licence yet.", "en", "Both banks have applied for the licence."),
    (
        "en",
        "Wheat exports were 7% higher than a year before.",
        "en",
        "Wheat exports were 7% lower than a year before.",
    ),
    (
        "en",
        "The council shelved the plan to raise fares.",
        "en",
        "The council approved the plan to raise fares.",
    ),
    (
        "en",
        "The two sides are negotiating a gas contract.",
        "en",
        "The two sides have signed a gas contract.",
    ),
    (
        "en",
        "Construction of the bridge is to begin in April.",
        "en",
        "Construction of the bridge began in April.",
    ),
    ("en", "The fund may cut its stake if prices fall.", "en", "The fund will cut its stake if prices fall."),
    ("en", "Farmers' unions welcomed the water law.", "en", "Farmers' unions criticised the water law."),
    (
        "en",
        "Officials will hardly meet the deadline, she said.",
        "en",
        "Officials will meet the deadline, she said.",
    ),
    (
        "en",
        "The ministry denied that the plant had closed.",
        "en",
        "The ministry confirmed that the plant had closed.",
    ),
    ("en", "The court did not uphold the ban.", "en", "The court upheld the ban."),
    (
        "ru",
        "Ни одна из компаний пока не получила лицензию.",
        "en",
        "All the companies have received a licence.",
    ),
    ("en", "The port has not been opened.", "ru", "Порт уже открыт."),
    ("kk", "Үкімет жобаны қаржыландырмайды.", "ru", "Правительство профинансирует проект."),
    ("ru", "Инфляция замедлилась до 8%.", "kk", "Инфляция 8%-ға дейін жеделдеді."),
    ("ru", "Экспорт снизился на 5%.", "kk", "Экспорт 5%-ға артты."),
    ("ru", "Грузооборот упал на 12% из-за засухи.", "ru", "Грузооборот вырос на 12% из-за засухи."),
    ("ru", "Никто из депутатов не выступил против закона.", "ru", "Все депутаты выступили против закона."),
    ("ru", "Комиссия, вероятно, продлит лицензию.", "ru", "Комиссия продлит лицензию."),
    ("ru", "Завод планируют сдать в июне.", "ru", "Завод сдали."),
    ("ru", "Суд оставил компанию без лицензии.", "ru", "Суд оставил компанию с лицензией."),
    ("ru", "Банк поддержал слияние фондов.", "ru", "Банк отверг слияние фондов."),
    (
        "kk",
        "Үкімет мөлшерлемені күзге дейін өзгертпейді.",
        "kk",
        "Үкімет мөлшерлемені күзге дейін өзгертеді.",
    ),
    ("kk", "Жүк айналымы 12%-ға төмендеді.", "kk", "Жүк айналымы 12%-ға өсті."),
    ("kk", "Депутаттардың ешқайсысы заңға қарсы шыққан жоқ.", "kk", "Депутаттар заңға қарсы шықты."),
    ("kk", "Комиссия лицензияны ұзартуы мүмкін.", "kk", "Комиссия лицензияны ұзартады."),
    ("kk", "Банк қорлардың бірігуін қолдады.", "kk", "Банк қорлардың бірігуіне қарсы болды."),
    ("kk", "Тариф көтерілмесе, желі жөнделмейді.", "kk", "Желі жөнделеді."),
    (
        "en",
        "The government has no plans to change the rate before autumn.",
        "en",
        "The government plans to change the rate before autumn.",
    ),
    ("en", "Freight fell 12% because of the drought.", "en", "Freight rose 12% because of the drought."),
    ("en", "No lawmaker spoke against the bill.", "en", "Lawmakers spoke against the bill."),
    (
        "en",
        "The commission will probably extend the licence.",
        "en",
        "The commission will extend the licence.",
    ),
    ("en", "The plant is scheduled to open in June.", "en", "The plant opened in June."),
    ("en", "The bank backed the merger of the funds.", "en", "The bank rejected the merger of the funds."),
    ("en", "Unless tariffs rise, the grid will not be repaired.", "en", "The grid will be repaired."),
]
ALL_RULES = (*RULES, turns_change, planned_as_done, done_as_planned)


@pytest.mark.parametrize(("there", "source", "here", "statement"), RETOLD)
def test_an_honest_retelling_clashes_with_nothing(
    there: Language, source: str, here: Language, statement: str
) -> None:
    assert [clash for rule in ALL_RULES for clash in rule(statement, source, here, there)] == []


@pytest.mark.parametrize(("there", "source", "here", "statement"), LIED)
def test_a_lie_clashes_with_its_source(there: Language, source: str, here: Language, statement: str) -> None:
    assert any(rule(statement, source, here, there) for rule in ALL_RULES)


@pytest.mark.parametrize(
    ("language", "source", "statement"),
    [
        ("ru", "Цены снизились на 5%.", "Цены снизились более чем на 5%."),
        ("ru", "Сборы выросли на 5%, а займы упали на 3%.", "Займы упали на 3%."),
        ("kk", "Баға 22 пайыздан көп төмендеді.", "Баға 22 пайызға төмендеді."),
        ("en", "Sales were up 6 per cent, with food down three per cent.", "Sales rose 6 per cent."),
    ],
)
def test_a_bound_or_another_figures_direction_turns_nothing_round(
    language: Language, source: str, statement: str
) -> None:
    assert turns_change(statement, source, language) == ()


def test_a_turned_change_shows_the_words_for_both_directions() -> None:
    (clash,) = turns_change("Сбор зерна на 7% выше прежнего.", "Сбор зерна упал на 7%.", "ru")
    assert (clash.said.text, clash.source.text) == ("выше", "упал")


_PHRASES: dict[Language, tuple[str, ...]] = {
    "ru": (
        "порт не открыт",
        "совет, возможно, поддержит закон",
        "если цены вырастут",
        "экспорт упал",
        "и",
        "но",
        ".",
    ),
    "kk": (
        "порт ашылмады",
        "кеңес заңды қолдауы мүмкін",
        "егер баға өссе",
        "экспорт азайды",
        "және",
        ",",
        ".",
    ),
    "en": (
        "the port did not open",
        "the council may back the law",
        "if prices rise",
        "exports fell",
        "but",
        ".",
    ),
}


@given(st.data())
def test_a_text_never_contradicts_itself(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(LANGUAGE_CODES))
    text = " ".join(data.draw(st.lists(st.sampled_from(_PHRASES[language]), max_size=8)))
    assert [rule(text, text, language) for rule in RULES] == [()] * len(RULES)


@given(st.text(max_size=60), st.sampled_from(LANGUAGE_CODES))
def test_any_text_can_be_read_and_cues_stand_where_they_say(text: str, language: Language) -> None:
    for cue in (
        *find_negations(text, language),
        *find_hedges(text, language),
        *find_conditions(text, language),
    ):
        assert text[cue.start : cue.end] == cue.text != ""


@pytest.mark.parametrize(
    ("language", "cut", "bare"),
    [
        ("ru", "Китая, независимых авторов из", False),
        ("ru", "незаконных массовых", True),
        ("ru", "к неверной", True),
        ("ru", "не приехал", True),
        ("ru", "о возможном ограничении поставок в", False),
        ("ru", "возможно", True),
        ("kk", "жұмыссыз", True),
        ("kk", "елдің қолдамауы туралы", True),
        ("en", "a possible meeting in", False),
        ("en", "it is possible to open", True),
        ("en", "the lack of", True),
    ],
)
def test_a_denial_or_hedge_that_describes_a_noun_goes_with_it(
    language: Language, cut: str, bare: bool
) -> None:
    assert leaves_bare(cut, language) == bare


def test_a_prior_agreement_is_no_hedge() -> None:
    assert not find_hedges("Он действовал по предварительному сговору.", "ru")
    assert find_hedges("По предварительным данным, он действовал один.", "ru")
