"""Words by which a sentence shows what it is good for in a brief, by language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.domain import Language


@dataclass(frozen=True, slots=True)
class Signals:
    """Patterns over a sentence: something to gain or lose, a position, the future, a leaning first word."""

    stake: re.Pattern[str]
    position: re.Pattern[str]
    ahead: re.Pattern[str]
    leaning: re.Pattern[str]
    talk: re.Pattern[str]  # about the interview itself


def _any(words: str) -> re.Pattern[str]:
    """Any of the stems, at the beginning of a word; `_` joins the words of a phrase."""
    return re.compile(
        r"(?<!\w)(?:" + words.strip().replace("_", r"\s+").replace(" ", "|") + ")", re.IGNORECASE
    )


SIGNALS: dict[Language, Signals] = {
    "ru": Signals(
        stake=_any(
            "позволя позволит выгод шанс возможност преимуществ риск угроз зависимост обязан обязательств "
            "предстоит должн необходим цена_ уязвим потер рост_ сниз укреп усил ослаб стратегическ"
        ),
        position=_any(
            "важн необходим нельзя следует нужно должн может могут вряд_ли скорее считает полагает уверен "
            "главн ключев роль_ значени позици"
        ),
        ahead=_any(
            "планируется планируют планирует намерен намерена намерены предстоит ожидается ожидаются готовится "
            "состоится состоятся пройдет пройдёт начнется начнётся начнутся завершится завершатся "
            "должен_завершиться должны_завершиться намечен запланирован назначен предложит решение_пока "
            "решение_об рассмотрит рассмотрят"
        ),
        leaning=_any(
            "в_этом об_этом при_этом с_этим на_это для_этого "
            "это_ этот эта эти он она они оно его её ее их такой такая такие так также там поэтому потому"
        ),
        talk=_any(
            "корреспондент побеседовал ответил_на_вопрос на_вопрос рассказал_в_интервью спросил_ спросили_ "
            "поговорил_с узнал_у расспросил"
        ),
    ),
    "kk": Signals(
        stake=_any(
            "мүмкіндік пайда қауіп тәуекел міндет жауапкершілік тәуелді керек қажет тиіс нығай күшей әлсіре "
            "ұтыл ұтым маңызды стратегиялық"
        ),
        position=_any(
            "маңызды керек қажет тиіс мүмкін екіталай деп_санай деп_есепте рөл басты негізгі ұстаным"
        ),
        ahead=_any("жоспарла көзде ниет күтіл өтеді болады басталады ашылады аяқталады дайында"),
        leaning=_any("бұған бұдан осыған бұл ол олар осы сол оның олардың сондықтан сондай мұндай"),
        talk=_any("тілші сұрақ_қой сұхбат сұрады сөйлесті"),
    ),
    "en": Signals(
        stake=_any(
            "allow opportunit chance gain benefit risk threat depend oblig must_ need cost_ vulnerab lose lost "
            "losing strengthen weaken leverage strategic"
        ),
        position=_any(
            "important must_ need should may_ might could unlikely likely believes argues role_ key_ crucial "
            "significan"
        ),
        ahead=_any("will_ plans_to planned expected_to due_to_ scheduled is_to_ are_to_ intends"),
        leaning=_any("this_ that_ these those he_ she_ it_ they_ his_ her_ their_ such_ so_ also_"),
        talk=_any(
            "our_correspondent told_our spoke_to_our spoke_to_ spoke_with_ asked_about asked_whether asked_two"
        ),
    ),
}
