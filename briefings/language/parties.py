"""Roles of interested parties: who heads, owns or speaks for a firm, a union or a farm, or lives by the matter.

They have a stake in what they say, so they are no experts, and they speak for no state. Who heads a body of
research (institute, centre, observatory) is asked for knowledge and is no such party. Stems, matched at the
beginning of a word.
"""

from __future__ import annotations

import re
from typing import Literal

Body = Literal["party", "knowledge"]


def stems(words: str) -> re.Pattern[str]:
    """Any of the stems at the beginning of a word; `_` joins the words of a phrase, `$` ends a word."""
    parts = (
        re.escape(s).replace("_", r"\w*[\s-]+").replace(r"\$", r"(?!\w)")
        for s in dict.fromkeys(words.split())
    )
    return re.compile(r"(?<![\w-])(?:" + "|".join(parts) + ")", re.IGNORECASE)


# Who heads or speaks for something, whatever it is.
_HEADS = stems(
    # ru
    "глава$ главы$ главой$ руководител директор директрис гендиректор замдиректор председател зампред "
    "президент вице-президент управляющ заведующ начальник лидер представител координатор секретар член "
    "менеджер бригадир старост старейшин пресс-секретар уполномоченн "
    # kk
    "басшы басқарушы директор төраға төрайым президент жетекші меңгеруші бастық бастығ өкіл үйлестіруші "
    "мүше менеджер баспасөз_хатшы хатшы "
    # en
    "head$ heads$ chief$ director president vice-president chair$ chairs$ chairman chairwoman chairperson "
    "leader leads$ runs$ manager manages$ managing representative represents$ spokes press_secretary "
    "secretary coordinator member principal$ commodore$ organiser organizer"
)
# Who is named by no body and yet speaks for a firm or a union of their own.
_OF_A_FIRM = stems(
    "владел собственник совладел основател сооснователь учредител гендиректор генеральн_директор "
    "коммерческ_директор исполнительн_директор финансов_директор директор председател зампред управляющ "
    "менеджер бригадир негізін_қалаушы құрылтайшы иесі$ қожайын бас_директор коммерциялық_директор "
    "атқарушы_директор директор төраға төрайым менеджер owner co-owner founder co-founder ceo$ cfo$ coo$ "
    "chief_executive chief_operating chief_financial managing_director commercial_director director "
    "chair$ chairs$ chairman chairwoman chairperson manager proprietor shareholder boss$ co-chair runs$ "
    "owns$"
)
# Who lives by the matter or under it: trades, neighbours, customers.
_AT_STAKE = stems(
    # ru
    "фермер рыбак рыбач рыболов животновод скотовод овцевод пчеловод земледел дехкан дехкин чабан пастух "
    "хлебороб аграри садовод виноградар тракторист комбайнер капитан моряк матрос шкипер лоцман докер "
    "грузчик водител дальнобойщик перевозчик машинист пилот$ пилота$ летчик диспетчер шахтер горняк "
    "нефтяник металлург рабочий$ рабочие$ предпринимател бизнесмен бизнесвумен коммерсант торговец "
    "торговк трейдер лавочни продав купец купц экспортер импортер производител поставщик застройщик "
    "подрядчик инвестор акционер пайщик арендатор покупател пассажир пациент клиент жител жительниц "
    "сельчан селян горожан местн_жител сосед односельч пенсионер домохозяй активист активистк отец$ мать$ "
    "переселенец беженец пострадавш охотник егер экскурсовод гид$ мельник пекар ювелир портн "
    # kk
    "фермер шаруа диқан балықшы малшы қойшы шопан бақташы мал_шаруа ара_өсіруші бағбан тракторшы "
    "комбайншы капитан кеме_капитан теңізші жүк_тасушы тасымалдаушы жүргізуші машинис ұшқыш диспетчер "
    "кенші шахтер мұнайшы жұмысшы кәсіпкер бизнесмен саудагер сатушы дүкенші трейдер экспорттаушы "
    "импорттаушы өндіруші жеткізуші инвестор акционер үлескер тұтынушы жолаушы тұрғын ауыл_тұрғын "
    "көрші_ақсақал зейнеткер белсенді аңшы диірменші наубайшы "
    # en
    "farmer fisher herder rancher shepherd beekeeper grower breeder vintner grazier captain skipper "
    "sailor seaman seafarer mariner docker stevedore longshore driver trucker haulier carrier pilot$ "
    "miner$ oilman worker businessman businesswoman entrepreneur trader merchant shopkeeper stallholder "
    "vendor retailer exporter importer producer supplier developer$ contractor investor shareholder "
    "tenant buyer passenger patient customer resident villager neighbour neighbor pensioner retiree "
    "homeowner housewife activist campaigner father$ mother$ hunter miller$ baker$ jeweller tailor "
    "innkeeper hotelier steward guide$"
)
# A body called by its name alone: глава «Степной ветер», «Дала желі» басшысы.
_NAMED = re.compile(
    r"\b(?:глава|руководител\w*|президент|начальник)\s+[«\"“]|[»\"”]\s+(?:басшы|президент|жетекші|бастығ)",
    re.IGNORECASE,
)
# Bodies with an interest of their own.
_PARTY = stems(
    # ru
    "фирм компани авиакомпани предприяти корпораци концерн консорциум холдинг картел трест стартап "
    "агрофирм агрохолдинг завод фабрик комбинат мельниц шахт$ шахты$ рудник карьер$ карьера$ верф порт$ "
    "порта$ портов терминал пароходств судоходн авиалин аэропорт вокзал депо$ банк$ банка$ страхов "
    "трейдер магазин лавк супермаркет рынок рынка$ базар торгов_сет отел гостиниц ресторан кафе$ ферм "
    "хозяйств артел колхоз совхоз кооператив союз профсоюз профком ассоциаци объединени федераци гильди "
    "палат община общины$ братств товарищест землячеств оао$ ооо$ зао$ ао$ тоо$ совет_поселк совет_дом "
    "совет_ветеран комитет_жител сельск_комитет родительск_комитет жилищн клуб движени кампани "
    "инициативн_групп смены$ отдел_продаж маркетинг закупок "
    # kk
    "фирма компания кәсіпорын корпорация концерн консорциум холдинг стартап зауыт фабрика комбинат "
    "диірмен шахта кеніш порт терминал кеме_қатынас әуе_компания әуежай банк$ банкінің банктің сақтандыру "
    "дүкен базар нарық_әкімшілі қонақ_үй қонақүй мейрамхана ферма шаруашылы артель кооператив одақ одағ "
    "кәсіподақ кәсіподағ қауымдасты бірлестік бірлестіг федерация палата қауым жшс$ ақ$ аұ$ клуб қозғалыс "
    "бастамашыл_топ сату_бөлім "
    # en
    "firm$ firms$ company companies enterprise corporation concern consortium holding conglomerate "
    "startup start-up factory plant$ mill$ mills$ smelter refinery mine$ quarry shipyard port$ terminal "
    "shipping airline airport railway_operator operator carrier bank$ insurer insurance trader store$ "
    "shop$ supermarket market$ bazaar hotel restaurant cafe$ farm$ farms$ ranch orchard$ vineyard fishery "
    "fisheries cooperative co-operative collective union trade_union association federation guild chamber "
    "confederation community parish brotherhood club llp$ llc$ ltd$ inc$ plc$ gmbh$ movement campaign "
    "sales marketing procurement shift$ residents tenants parents veterans council_of_residents mutual$ "
    "brewery dairy nursery"
)
# Bodies of research and teaching; who heads one speaks from knowledge.
_OF_KNOWLEDGE = stems(
    "институт центр$ центра$ центром$ центре$ университет академи школ лаборатори обсерватори кафедр "
    "факультет музе заповедник библиотек архив научн исследовательск аналитическ мозгов программ "
    "экспедици национальн_парк фонд$ фонда$ форум институт орталы университет академия мектеб мектеп "
    "зертхана обсерватория кафедра факультет мұражай қорық кітапхана мұрағат ғылыми зерттеу талдау "
    "бағдарлама экспедиция ұлттық_парк ұлттық_саябақ қорының қордың форум institut centre center "
    "university academy school college laboratory lab$ observatory department_of faculty museum reserve$ "
    "library archive research think_tank think-tank programme program expedition national_park foundation "
    "forum polytechnic"
)
# «торговый центр», "business centre": a centre, but none of research.
_NO_CENTRE = re.compile(
    r"\b(?:торгов|бизнес|деловой|делового|логистическ|пресс-|спортивн|сервисн|развлекательн|дата-)\w*[\s-]*центр"
    r"|\b(?:shopping|business|trade|logistics|press|call|service|data|sports)\s+cent(?:re|er)"
    r"|\b(?:сауда|бизнес|логистика|сервис|спорт|дерек\w*)\w*\s+орталы",
    re.IGNORECASE,
)
# Trades that serve whoever employs them: a union's lawyer, a firm's engineer.
_EMPLOYED = stems(
    "юрист адвокат инженер специалист консультант советник технолог заңгер инженер маман кеңесші lawyer "
    "counsel$ engineer specialist consultant adviser advisor technologist"
)
_EMPLOYER = stems(
    "фирм компани авиакомпани корпораци холдинг союз профсоюз ассоциаци федераци палат завод фирма "
    "компания корпорация холдинг одағ кәсіподағ қауымдастығ кәсіподақ зауыт firm$ company corporation "
    "holding union trade_union association federation guild airline"
)


def of_a_party(role: str, *, expert: bool) -> bool:
    """Whether `role` is that of an interested party; `expert`: whether it also names a trade of knowledge."""
    body = own_body(role)
    if body == "knowledge":
        return False
    if expert:
        return bool(_EMPLOYED.search(role) and _EMPLOYER.search(role))
    return bool(
        of_a_named_body(role)
        or _OF_A_FIRM.search(role)
        or _AT_STAKE.search(role)
        or (_HEADS.search(role) and body == "party")
    )


def of_a_named_body(role: str) -> bool:
    """Whether somebody heads a body that the role only calls by its name: президент «Степной ветер»."""
    return bool(_NAMED.search(role))


def own_body(role: str) -> Body | None:
    """The kind of body that the bearer of `role` belongs to; None when it names none («его директор»).

    It is the one next to the word for the head: behind it (“head of the union of data centres”), or else in
    front («деректер орталықтары қауымдастығының төрайымы»).
    """
    found = _bodies(role)
    head = next(filter(None, (_HEADS.search(role), _OF_A_FIRM.search(role))), None)
    behind = [at for at in found if head and at > head.start()]
    if behind:
        return found[behind[0]]
    return found[max(found)] if found else None


def heads_something(role: str) -> bool:
    """Whether `role` is that of a head, an owner or a spokesperson."""
    return bool(_HEADS.search(role) or _OF_A_FIRM.search(role))


def bodies_in(words: str) -> frozenset[Body]:
    """The kinds of bodies that `words` name."""
    return frozenset(_bodies(words).values())


def _bodies(words: str) -> dict[int, Body]:
    """Where `words` name a body, in order, and of which kind."""
    research = _NO_CENTRE.sub(lambda found: " " * len(found.group()), words)
    found: dict[int, Body] = {m.start(): "party" for m in _PARTY.finditer(words)}
    found |= {m.start(): "knowledge" for m in _OF_KNOWLEDGE.finditer(research)}
    return dict(sorted(found.items()))
