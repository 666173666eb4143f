"""Words by which a sentence shows what it is good for in a brief, by language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.domain import Language


@dataclass(frozen=True, slots=True)
class Signals:
    """Patterns over a sentence.

    `gain`, `risk` and `obligation` are what is at stake; `position` a view that somebody takes, `critical` one
    that objects or warns, `doubtful` one that expects little; `opposing` sets two views against each other.
    `ahead` announces, `observable` names what will be seen when it comes. `plan` is an initiative or a
    project, `act` what was done about it, `recognition` what others did.
    `leaning` is a first word that needs the sentence before, `pronoun` one that only means the speaker,
    `connective` one that continues a thought. `talk` is about the interview itself.
    """

    gain: re.Pattern[str]
    risk: re.Pattern[str]
    obligation: re.Pattern[str]
    position: re.Pattern[str]
    critical: re.Pattern[str]
    doubtful: re.Pattern[str]
    opposing: re.Pattern[str]
    ahead: re.Pattern[str]
    observable: re.Pattern[str]
    plan: re.Pattern[str]
    act: re.Pattern[str]
    recognition: re.Pattern[str]
    leaning: re.Pattern[str]
    pronoun: re.Pattern[str]
    connective: re.Pattern[str]
    talk: re.Pattern[str]


def stems(words: str) -> re.Pattern[str]:
    """Any of the stems, at the beginning of a word; `_` joins the words of a phrase, or ends a word."""
    return re.compile(
        r"(?<!\w)(?:" + "|".join(word.replace("_", r"(?!\w)\s*") for word in words.split()) + ")",
        re.IGNORECASE,
    )


SIGNALS: dict[Language, Signals] = {
    "ru": Signals(
        gain=stems(
            "позволя позволит выгод шанс возможност преимуществ выигра укреп усил привлеч доход прибыл польз "
            "снизи снижа расшир открыва откро получит получа готовность принос принес придает придаст придаёт выгоден"
        ),
        risk=stems(
            "риск угроз угрожа зависимост уязвим потер теря лиши опас цен[аы]_этого издерж ущерб убыт санкц "
            "вряд_ли нехватк дефицит не_хватает распал сорв провал задержк штраф бремя расход"
        ),
        obligation=stems(
            "обязан обязательств предстоит должн должен необходим придется придётся нужно нужен нужна нужны "
            "соответствовать требует требуется следует_ при_условии"
        ),
        position=stems(
            "важн необходим нельзя следует нужно должн могут может вряд_ли скорее считает полагает уверен "
            "убежден убеждён главн ключев роль_ роли_ значени позици по_мнению по_его_мнению по_её_мнению "
            "по_ее_мнению по_оценке если_ не_исключ выгод риск"
        ),
        critical=stems(
            "скептич сомнева сомнен возража не_согласен не_согласна спорн критик риск опас угроз "
            "предупрежда предостерега переоценива преждевремен никто_не_поверит теряет_смысл бесполез ошиб"
        ),
        doubtful=stems(
            "вряд_ли едва_ли маловероятно не_прибавит не_изменит не_решит уязвим не_хватает лишь_при_условии"
        ),
        opposing=stems(
            "возража не_согласен не_согласна не_согласны иначе_смотрит по-разному расходятся спорит оппонир "
            "иного_мнения другого_мнения напротив_ в_отличие_от парирует опроверга иначе_оценива"
        ),
        ahead=stems(
            "планируется планируют планирует намерен намерена намерены предстоит ожидается ожидаются готовится "
            "состоится состоятся пройдет пройдёт пройдут начнется начнётся начнутся завершится завершатся "
            "должен_завершиться должны_завершиться намечен запланирован назначен предложит решение_пока "
            "решение_об рассмотрит рассмотрят до_конца_года подпишут подпишем посетит прибудет вынесет откроет"
        ),
        observable=stems(
            "подпи голосован заседан открыт запус запуст решени тендер ввод испытан визит встреч саммит устав "
            "выбор реестр договор соглашени перегов консультац сессия сессии форум закон_ закона_ контракт "
            "меморандум миссия поставк рейс"
        ),
        plan=stems("план инициатив предлож предлага намер проект_ проекта_ проекту_ запланирован намечен"),
        act=stems(
            "прошло_ прошла_ прошли_ перевез перевалил отгрузил "
            ""
            "завершил подписал подписан запустил запущен открыл открыт созда построил построен ввел ввёл введен "
            "введён выделил принял принят утвердил ратифицировал отправил направил увеличил сократил провел провёл "
            "учредил вступил присоединил отклонил купил продал начал проложен разослан поставил внес внёс "
            "председательствует выступила_с выступил_с закрыл отменил"
        ),
        recognition=stems(
            "поддержал поддержали присоединил признал признали одобрил проголосовал назвал назвали благодар "
            "приветствова соавтор ратифициров выделил согласил"
        ),
        leaning=stems(
            "в_этом_ об_этом_ при_этом_ с_этим_ на_это_ для_этого_ это_ этот_ эта_ эти_ этого_ этой_ этому_ эту_ "
            "они_ оно_ их_ им_ такой_ такая_ такие_ такое_ так_ там_ потому_ тот_ та_ те_ тогда_ иначе_говоря_ "
            "из_них_ последни сюда_ туда_ его_ её_ ее_"
        ),
        pronoun=stems("он_ она_"),
        connective=stems(
            "поэтому_ но_ однако_ а_ и_ также_ кроме_того_ к_тому_же_ правда_ зато_ впрочем_ тем_не_менее_ "
            "наконец_ да_ нет_"
        ),
        talk=stems(
            "корреспондент побеседовал ответил_на_вопрос на_вопрос рассказал_в_интервью рассказала_в_интервью "
            "спросил_ спросила_ спросили_ поговорил_с узнал_у расспросил журналу_рассказал изданию_рассказал "
            "редакция_ она_работала он_работал попросила_ответить"
        ),
    ),
    "kk": Signals(
        gain=stems(
            "мүмкіндік пайда нығай күшей артықшылық табыс тиімді ұтым ұтады арттыр көбей тарт_ тартуға кеңей "
            "жол_аш қызмет_көрсет"
        ),
        risk=stems(
            "қауіп тәуекел тәуелді әлсіре ұтыл жоғалт шығын зиян тапшы кешік кешігу екіталай қиын қысым "
            "санкция кедергі нұқсан бос_тұра"
        ),
        obligation=stems("міндеттеме міндетті_ жауапкершілік керек қажет тиіс талап қамтамасыз"),
        position=stems(
            "маңызды керек қажет тиіс мүмкін екіталай деп_сана деп_есепте рөл басты негізгі ұстаным пікірінше "
            "айтуынша ойынша есебінше сенеді деп_атайды деп_атады қауіп"
        ),
        critical=stems(
            "күмән қауіп тәуекел қарсы сын_ сынайды ескерт кедергі келіспе нұқсан бос_тұрады бос_сөз қағазда"
        ),
        doubtful=stems("екіталай қиын жоғалт ақтамай"),
        opposing=stems("қарсы_пікір келіспе күмәнмен басқаша қарсы_шық керісінше екі_сарапшының_пікірі"),
        ahead=stems(
            "жоспарла көзде ниет күтіл өтеді өтпек болады_ басталады басталмақ ашылады ашылмақ аяқталады "
            "дайында қарал аттана іске_қос қол_қой қол_қою бөлмек салмақ"
        ),
        observable=stems(
            "қол_қою қол_қойыл келісім отырыс ашыл іске_қос шешім тендер сынақ сапар кездес саммит жарғы сайлау "
            "дауыс форум заң келісімшарт басқара басталады аяқтал аттан құрылыс"
        ),
        plan=stems("жоспар бастама ұсын ниет жоба көзде бөлмек салмақ"),
        act=stems(
            "тасымалданды тасымалдады жөнелтілді "
            ""
            "қол_қойды қол_қойылды аяқтады аяқталды ашты ашылды құрды құрылды іске_қосты іске_қосылды қабылдады "
            "бекітті бөлді берілді жіберді жөнелтті көбейтті арттырды азайтты өткізді бастады кірді рәсімделді "
            "ұсынды тапты уағдаласты келісті жапты"
        ),
        recognition=stems("қолдады қолдап қосылды мойында мақұлда дауыс_берді алғыс ратификация келісті"),
        leaning=stems(
            "бұған_ бұдан_ осыған_ бұл_ олар_ осы_ сол_ олардың_ сондай_ мұндай_ мұның_ соның_ бұны_ мұны_ онда_ "
            "одан_ оған_ оны_ сонда_"
        ),
        pronoun=stems("ол_ оның_"),
        connective=stems("бірақ_ алайда_ дегенмен_ ал_ сондықтан_ сонымен_қатар_ сондай-ақ_ жоқ_ иә_ және_"),
        talk=stems("тілші сұрақ_қой сұхбат сұрады сөйлесті айтып_берді редакция болып_жұмыс"),
    ),
    "en": Signals(
        gain=stems(
            "allow opportunit chance gain benefit strengthen leverage attract advantage profit enable open expand "
            "improv secur shrink"
        ),
        risk=stems(
            "risk threat depend vulnerab lose_ losing lost cost_ costs_ danger weaken damage sanction shortage "
            "unlikely burden exposed fail delay fall_on would_fall will_not_survive"
        ),
        obligation=stems("must_ needs_to need_to has_to have_to oblig required should_ needs_ provided_that"),
        position=stems(
            "important must_ need should may_ might could would_ unlikely likely believes argues role_ key_ "
            "crucial significan in_her_view in_his_view by_my_estimate if_ unless_ doubt expect"
        ),
        critical=stems(
            "sceptic skeptic doubt warn counter criticis criticiz risk threat not_convinced less_certain "
            "caution overestimat will_not_survive"
        ),
        doubtful=stems("unlikely cannot_yet hardly fail unless_ only_if"),
        opposing=stems(
            "counters_ countered_ disagree disputes_ disputed_ is_more_sceptical is_more_skeptical by_contrast "
            "takes_a_different rejects_ rejected_ objects_ begs_to_differ"
        ),
        ahead=stems(
            "will_ plans_to planned expected_to due_to_ scheduled is_to_ are_to_ intends intend_ is_due are_due "
            "may_adopt may_sign next_month next_year"
        ),
        observable=stems(
            "sign vote meet meeting open launch decision tender start_ starts_ test visit summit charter elect "
            "contract agreement deal ratif adopt deliver ship talks hearing begin cut_"
        ),
        plan=stems("plan initiative propos intend project draft scheduled"),
        act=stems(
            "shipped carried handled exported "
            ""
            "signed completed launched opened created built introduced allocated adopted approved ratified sent "
            "increased raised cut_ held_ established joined rejected bought sold began started laid delivered closed "
            "exported hosted agreed_ left_"
        ),
        recognition=stems(
            "backed supported joined recognis recogniz endorsed voted co-sponsor praised thanked agreed"
        ),
        leaning=stems(
            "this_ that_ these_ those_ it_ they_ its_ their_ such_ so_ there_ half_of_that then_ both_ neither_ his_ "
            "her_members some_of"
        ),
        pronoun=stems("he_ she_"),
        connective=stems("but_ yet_ still_ also_ however_ moreover_ and_ no_ yes_ meanwhile_ besides_ as_an"),
        talk=stems(
            "our_correspondent told_our spoke_to_our spoke_to_ spoke_with_ asked_ the_interview_was "
            "she_worked_at he_worked_at was_recorded"
        ),
    ),
}
