"""What a printed role makes of a speaker: an official, an expert, an interested party, or none of these.

Stems, matched at the beginning of a word. A former office holder speaks as an expert or as himself, not
for the state.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from briefings.language.parties import of_a_named_body, of_a_party, own_body

if TYPE_CHECKING:
    from briefings.domain import Speaker

Standing = Literal["official", "expert", "party", "other"]

_OFFICIAL = (
    # ru
    "президент министр вице-министр замминистр премьер глава_государства депутат сенатор мажилисмен посол "
    "аким вице-премьер советник_президента пресс-секретарь_президента генсек генеральный_секретар спикер_ "
    "госсекретар секретарь_совета замглавы_мид представитель_мид официальный_представитель министерств мид "
    "правительств администрац губернатор мэр$ мэра$ глава_региона глава_области глава_города глава_района "
    "глава_мчс глава_минист центробанк центральн_банк "
    "акимат акорда парламент сенат мажилис нацбанк национальный_банк комитет "
    # kk
    "министр президент депутат сенатор елші әкім мемлекет_басшы премьер үкімет министрлі парламент сенат "
    "мәжіліс мемлекеттік_хатшы баспасөз_хатшы ресми_өкіл бас_хатшы әкімдік комитет мәслихат ұлттық_банк орталық_банк "
    # en
    "president minister prime_minister deputy_minister ambassador senator governor secretary-general "
    "foreign_ministry ministry government parliament spokesperson spokesman spokeswoman mp akim "
    "head_of_state committee mayor$ commissioner secretary_of_state central_bank "
    "head_of_the_delegation delegat глава_делегац член_делегац делегация_басшы "
    "envoy consul посланник спецпредставител консул арнайы_өкіл"
)
_EXPERT = (
    "политолог эксперт аналитик экономист профессор историк социолог юрист ученый исследовател востоковед "
    "международник научный_сотрудник доктор кандидат академик специалист обозревател директор_института "
    "директор_центра руководитель_центра политтехнолог эколог гидролог физик инженер консультант "
    "саясаттанушы сарапшы талдаушы экономис тарихшы ғалым зерттеуші заңгер маман шолушы әлеуметтанушы "
    "орталық_директор институт_директор ғылыми_қызметкер доктор кеңесші "
    "analyst expert economist professor historian scholar researcher fellow scientist lawyer lecturer "
    "commentator specialist director_of_the_institute director_of_the_centre political_scientist consultant "
    "academic hydrologist physicist"
)
_FORMER = re.compile(
    r"\b(?:бывш|экс-|экс\b|former|ex-|retired|бұрынғы|отставн|отставкадағы|запастағы)|\bв\s+(?:отставке|запасе)\b",
    re.IGNORECASE,
)
# Officers serve the state: «полковник», but no «генеральный директор» and no "director general" of a firm.
_RANK = re.compile(
    r"\b(?:(?:под)?полковник|генерал(?!ьн)|(?:контр-|вице-)?адмирал|маршал|colonel"
    r"|(?:major|lieutenant|brigadier)[ -]general|admiral|commodore)"
    r"|^(?:the\s+)?general\b(?!\s+(?:manager|director|secretary|counsel))",
    re.IGNORECASE,
)
# Who heads a service of a state: "head of the plant protection service", «начальник управления».
_HEADS = re.compile(
    r"\b(?:head|chief|director|deputy|commissioner|inspector|глав|начальник|руководител|директор"
    r"|заместител|замглав|замначальник|председател"
    r"|басшы|басты[қғ]|директор|төраға|жетекші|орынбасар)",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"(?<!пресс-)\b(?:служб|управлени|инспекц|прокуратур|полици|таможн|посольств|консульств|департамент|казначейств"
    r"|бюро\s+национальной\s+статистики|статистика\s+бюро|(?:bureau\s+of\s+(?:national\s+)?|national\s+)statistics"
    r"|қызметін|басқарма|кеден|елшілі|(?<!news )(?<!rating )(?<!press )(?:service|agency)|inspectorate|directorate"
    r"|department|authority|police|customs|embassy|treasury|coast\s+guard|border\s+guard)|\bагентті[гк]"
    r"|(?<!информационного )(?<!рейтингового )\bагентств",
    re.IGNORECASE,
)
# What a state has done by an organisation or a bureau of its own: weather, measures, ports, atoms, space.
_MATTER = (
    r"(?:hydro)?meteorological|weather|geological|atomic\s+energy|space|ports?(?:\s+and\s+maritime)?|maritime|standards|patent"
    r"|cadastral|(?:гидро)?метеорологическ\w+|метео|геологическ\w+|космическ\w+|портов\w+|кадастров\w+|патентн\w+"
    r"|(?:гидро)?метеорология\w*|геология\w*|ғарыш\w*|атом\s+энергиясы|стандарттау\w*|патент\w*|кадастр\w*"
)
_STATES_OWN = (
    r"national|state|federal|republican|anti-?corruption|competition|investigation"
    r"|национальн\w+|государственн\w+|федеральн\w+|республиканск\w+|антикоррупционн\w+|антимонопольн\w+"
    r"|ұлттық|мемлекеттік|республикалық|сыбайлас\s+жемқорлыққа\s+қарсы|тергеу"
)
_BUREAU = re.compile(
    rf"\b(?:{_MATTER})\s+(?:organi[sz]ation|office|bureau|survey|administration|организаци|бюро|кадастр|ұйым|бюро)"
    rf"|\b(?:{_STATES_OWN})\s+(?:[\w-]+\s+)?(?:bureau|бюро)|\b(?:bureau|бюро)\s+of\s+(?:investigation|meteorology|standards)"
    r"|\b(?:каз|қаз|рос|уз|өз|турк|кырг|қырғыз|тадж|тәжік)гидромет",
    re.IGNORECASE,
)
# Agencies and committees that are no body of a state: "travel agency", «родительский комитет», агентство «Степь».
_PRIVATE = re.compile(
    r"\b(?:рекламн|туристическ|модельн|кадров|информационн|рейтингов|новостн|родительск|сельск|поселков|домов|жилищн|организационн|забастовочн|стачечн)\w*"
    r"\s+(?:агентств|комитет)|\b(?:агентств|комитет)\w*\s+[«\"]|\bоргкомитет"
    r"|\b(?:advertising|travel|news|rating|press|model\w*|recruitment|organi[sz]ing|village|residents[’']?|parents[’']?|strike|steering|football)\s+(?:agency|committee)"
    r"|\b(?:жарнама|туристік|ақпарат\w*|рейтинг\w*|ата-аналар|тұрғындар|ауыл|ұйымдастыру)\s+(?:агентті|комитет)|[»\"]\s+(?:[\w-]+\s+)?агентті",
    re.IGNORECASE,
)
_PRESIDENT_OF_A_FIRM = re.compile(
    r"\b(?:компани|банк|ассоциац|фонд|университет|институт|центр|клуб|compan|bank|associat|foundation|universit|"
    r"institut|centre|center|club|компания|қауымдастық|қор|орталы)",
    re.IGNORECASE,
)


def _pattern(stems: str) -> re.Pattern[str]:
    words = (
        re.escape(stem).replace("_", r"\w*\s+").replace(r"\$", r"(?!\w)")
        for stem in dict.fromkeys(stems.split())
    )
    # «эколог», not «Экология министрлігі»
    return re.compile(r"(?<!\w)(?:" + "|".join(words) + r")(?<!лог(?=и))", re.IGNORECASE)


_OFFICIAL_ROLE, _EXPERT_ROLE = _pattern(_OFFICIAL), _pattern(_EXPERT)
_STATE = re.compile(
    r"\b(?:министерств|правительств|министрлі|үкімет|ministry|government"
    r"|(?:national|central|state)\s+bank|центральн\w+\s+банк|национальн\w+\s+банк|нацбанк|центробанк|ұлттық\s+банк)",
    re.IGNORECASE,
)
_SPEAKS_FOR_A_FIRM = re.compile(
    r"\b(?:пресс-|представител|баспасөз|өкіл|spokes|representative)", re.IGNORECASE
)
# Words for an office that firms and academies have, too.
_ANYBODYS = re.compile(r"президент|president|spokes|официальный", re.IGNORECASE)
# What follows is another office than the speaker's own: "head of the union and no relation of the minister".
_ASIDE = re.compile(r"\s(?:and|и)\s|(?<=[ыі])\s+және\s|,\s")


# Who runs a railway, a depot or a mine is no disinterested expert on it: «начальник станции», "station master".
_RUNS = re.compile(
    r"\b(?:начальник\w*|смотрител\w*)\s+(?:[а-я-]+\s+)?(?:дорог|станци|депо|вокзал|аэропорт|цех|участк|шахт|карьер|рудник|переправ|маяк|смен)\w*"
    r"|\b(?:station|railway|depot|shift|mine|terminal)\s+(?:master|chief|boss|superintendent|foreman)\b"
    r"|\b(?:станция|депо|вокзал|әуежай|цех|учаске|шахта|кеніш)\w*\s+(?:бастығы|басшысы)",
    re.IGNORECASE,
)


def standing(speaker: Speaker) -> Standing:
    """Whether `speaker` speaks for a state or an international body, as an expert, or with a stake of their own.

    Judged by the role as printed; a body without a role by its name. Whoever is asked in a role that is no
    office of state and no interested party's (head of a centre, captain of science) speaks as an expert on it.
    """
    if speaker.role is None:
        # «МИД», «Trade Ministry», but not a person who happens to be called Сенаторов
        of_state = _STATE.search(speaker.name) or (
            _is_office(speaker.name) and len(speaker.name.split()) == 1
        )
        return "official" if of_state else "other"
    if _FORMER.search(speaker.role):
        return "expert" if _EXPERT_ROLE.search(speaker.role) else "other"
    role = _ASIDE.split(speaker.role.replace("ё", "е"), maxsplit=1)[0]
    expert = _EXPERT_ROLE.search(role)
    official = _official_part(role)
    if official and expert:
        return "official" if official.start() < expert.start() else "expert"
    if official:
        return "official"
    if of_a_party(role, expert=bool(expert)):
        return "party"
    return "other" if _SPEAKS_FOR_A_FIRM.search(role) or _RUNS.search(role) else "expert"


def _official_part(role: str) -> re.Match[str] | None:
    """What makes a role one of the state: its office, an officer's rank, or a service that its bearer heads."""
    if _PRIVATE.search(role):
        return None
    office = _OFFICIAL_ROLE.search(role) if _is_office(role) else None
    heads = _HEADS.search(role) and not _PRESIDENT_OF_A_FIRM.search(role)
    return (
        office or _RANK.search(role) or ((_SERVICE.search(role) or _BUREAU.search(role)) if heads else None)
    )


def _is_office(role: str) -> bool:
    """Whether the role is an office of state, not the presidency of a club or who speaks for a firm."""
    office = _OFFICIAL_ROLE.search(role)
    if not office or _STATE.search(role):
        return bool(office)
    elsewhere = _ANYBODYS.match(office.group()) and (own_body(role) or of_a_named_body(role))
    return not (elsewhere or _PRESIDENT_OF_A_FIRM.search(role))
