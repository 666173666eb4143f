"""A plan may not be reported as done, nor what is done announced as a plan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import LANGUAGE_CODES, Language
from briefings.language.meaning.events import aspect
from briefings.language.meaning.tense import done_as_planned, planned_as_done

PHASES: list[tuple[Language, str, tuple[str, str]]] = [
    ("ru", "Порт откроют в мае.", ("откроют", "planned")),
    ("ru", "Порт будет открыт в мае.", ("открыт", "planned")),
    ("ru", "Министр намерен подписать договор.", ("подписать", "planned")),
    ("ru", "Планируется запуск линии.", ("запуск", "planned")),
    ("ru", "Порт открыт.", ("открыт", "done")),
    ("ru", "Сбор состоялся.", ("состоялся", "done")),
    ("ru", "Проект находится в стадии реализации.", ("реализации", "ongoing")),
    ("kk", "Келесі жылы порт ашылады.", ("ашылады", "planned")),
    ("kk", "Порт ашылмақ.", ("ашылмақ", "planned")),
    ("kk", "Құрылыс басталып кетті.", ("басталып", "done")),
    ("kk", "Порт салынып жатыр.", ("салынып", "ongoing")),
    ("kk", "Экспорт азайды.", ("азайды", "done")),
    ("kk", "Экспорт азаяды.", ("азаяды", "planned")),
    ("en", "The loan is still being negotiated.", ("negotiated", "ongoing")),
    ("kk", "Порт ашылды.", ("ашылды", "done")),
    ("kk", "Үкімет заңды қабылдаған.", ("қабылдаған", "done")),
    ("en", "The port will open in May.", ("open", "planned")),
    ("en", "The firm plans to open a port.", ("open", "planned")),
    ("en", "The port was opened in May.", ("opened", "done")),
    ("en", "The deal is to be signed in May.", ("signed", "planned")),
    ("en", "The council met on Friday.", ("met", "done")),
]


@pytest.mark.parametrize(("language", "text", "expected"), PHASES)
def test_the_phase_of_an_action_is_read(language: Language, text: str, expected: tuple[str, str]) -> None:
    assert expected in {(cue.text, cue.kind) for cue in aspect(text, language)}


# source language, source, statement language, statement
Pair = tuple[Language, str, Language, str]

OVERSTATED: list[Pair] = [
    ("ru", "В Омеле планируется открытие регионального порта.", "ru", "В Омеле открыт региональный порт."),
    ("ru", "Стороны подпишут договор о воде в мае.", "ru", "Стороны подписали договор о воде."),
    ("ru", "Совет намерен построить новую дорогу к порту.", "ru", "Совет построил новую дорогу к порту."),
    ("ru", "Договор о воде должен быть подписан в мае.", "ru", "Договор о воде подписан."),
    ("ru", "Министр поручил разработать закон о воде.", "ru", "Закон о воде разработан."),
    ("ru", "Встреча министров состоится в Омеле.", "ru", "Встреча министров состоялась в Омеле."),
    ("ru", "Проект моста находится в стадии реализации.", "ru", "Проект моста реализован."),
    ("kk", "Келесі жылы өңірде жаңа порт ашылады.", "kk", "Өңірде жаңа порт ашылды."),
    ("kk", "Тараптар су туралы келісімге қол қоймақ.", "kk", "Тараптар су туралы келісімге қол қойды."),
    ("kk", "Өңірде жаңа зауыт салу жоспарлануда.", "kk", "Өңірде жаңа зауыт салынды."),
    ("en", "The firm plans to open a port in Omel.", "en", "The firm opened a port in Omel."),
    ("en", "The water treaty will be signed in May.", "en", "The water treaty was signed in May."),
    ("en", "The council is expected to approve the road.", "en", "The council approved the road."),
    ("ru", "Планируется открытие регионального офиса ООН.", "en", "A regional UN office has been opened."),
    ("ru", "Стороны подпишут соглашение о торговле.", "kk", "Тараптар сауда туралы келісімге қол қойды."),
    ("kk", "Келесі жылы жаңа зауыт ашылады.", "ru", "Новый завод открыт."),
    ("en", "The plant will be built next year.", "ru", "Завод построили."),
    ("ru", "Соглашение о воде пока согласовывается.", "ru", "Соглашение о воде подписали."),
    ("en", "A loan for the port is being negotiated.", "en", "A loan for the port has been agreed."),
]
FAIR: list[Pair] = [
    ("ru", "В Омеле планируется открытие регионального порта.", "ru", "В Омеле откроют региональный порт."),
    ("ru", "В Омеле открыт региональный порт.", "ru", "Региональный порт в Омеле открыли."),
    ("ru", "Министр отмечает рост цен и намерен ехать в Омель.", "ru", "Министр отметил рост цен."),
    ("ru", "Порт открыли в мае, в июне откроют вокзал.", "ru", "Порт открыли в мае."),
    ("ru", "Порт запланировано открыть в Омеле.", "ru", "Открытие порта в Омеле запланировано."),
    ("kk", "Министр өңірде баға өскенін хабарлайды.", "kk", "Министр өңірде баға өскенін хабарлады."),
    ("kk", "Өңірде жаңа порт ашылды.", "kk", "Өңірде жаңа порт ашылған."),
    ("en", "The firm opened a port and plans to open a bank.", "en", "The firm opened a port."),
    ("en", "The treaty will be signed in May.", "en", "The treaty is to be signed in May."),
    ("ru", "Планируется открытие регионального офиса ООН.", "en", "A regional UN office is to open."),
    ("ru", "Министр обещает построить порт.", "ru", "Министр пообещал построить порт."),
    ("kk", "Кеңес су туралы заңды қолдайды.", "kk", "Кеңес су туралы заңды қолдады."),
    ("en", "He was staying in the port city.", "ru", "Он остался в портовом городе."),
]


@pytest.mark.parametrize(("there", "source", "here", "statement"), OVERSTATED)
def test_a_plan_reported_as_done_is_caught(
    there: Language, source: str, here: Language, statement: str
) -> None:
    assert planned_as_done(statement, source, here, there)


@pytest.mark.parametrize(("there", "source", "here", "statement"), FAIR)
def test_a_plan_told_as_a_plan_and_a_deed_as_a_deed_pass(
    there: Language, source: str, here: Language, statement: str
) -> None:
    assert planned_as_done(statement, source, here, there) == ()
    assert done_as_planned(statement, source, here, there) == ()


@pytest.mark.parametrize(
    ("there", "source", "here", "statement"),
    [
        ("ru", "Стороны подписали договор о воде.", "ru", "Стороны подпишут договор о воде."),
        ("en", "The firm opened a port in Omel.", "en", "The firm will open a port in Omel."),
        ("ru", "Завод в Казахстане открыли.", "en", "A plant will open in Kazakhstan."),
    ],
)
def test_a_deed_announced_as_a_plan_is_caught(
    there: Language, source: str, here: Language, statement: str
) -> None:
    assert done_as_planned(statement, source, here, there)


@given(st.text(alphabet="абвғқы нел, .mwidopt", max_size=60), st.sampled_from(LANGUAGE_CODES))
def test_no_text_is_out_of_phase_with_itself(text: str, language: Language) -> None:
    assert planned_as_done(text, text, language) == ()
    assert done_as_planned(text, text, language) == ()


SAME = [
    ("ru", "Соседние районы пока молчат."),
    ("ru", "Переговоры пока идут, и причал ещё строят."),
    ("kk", "Көпір әзірге салынып жатыр, көршілер үнсіз отыр."),
    ("en", "The neighbours are still silent while the bridge is being built."),
]


@pytest.mark.parametrize(("language", "text"), SAME)
def test_a_sentence_is_told_in_its_own_phase(language: Language, text: str) -> None:
    assert planned_as_done(text, text, language) == ()
    assert done_as_planned(text, text, language) == ()
