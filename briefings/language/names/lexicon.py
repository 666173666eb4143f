"""Words that tell what a capitalised stretch is: roles, heads of bodies and places, words of the calendar."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.domain import Language


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, lower case."""

    roles: frozenset[str]  # what a person is or does
    body: re.Pattern[str]  # the word that makes a stretch a body: Ministry, университеті
    place: frozenset[str]  # the word that makes it a place: Region, облысы
    before_place: frozenset[str]  # prepositions of place
    never: frozenset[str]  # capitalised for other reasons: they open sentences, name days or peoples
    things: frozenset[str] = frozenset()  # the last word of what is neither person nor place: War, Cup


def word_set(text: str) -> frozenset[str]:
    """The words of a table written as running text."""
    return frozenset(text.split())


LEXICONS: dict[Language, Lexicon] = {
    "ru": Lexicon(
        roles=word_set(
            "политолог эксперт аналитик экономист историк социолог юрист адвокат журналист обозреватель "
            "публицист директор директорка гендиректор замдиректора президент премьер премьер-министр "
            "министр замминистра вице-министр аким мэр губернатор депутат сенатор спикер посол консул "
            "дипломат советник помощник секретарь госсекретарь пресс-секретарь председатель "
            "зампредседателя зампред глава руководитель замруководителя начальник замначальника "
            "заместитель вице-президент вице-премьер вице-председатель координатор модератор сотрудник "
            "сотрудница специалист консультант исследователь учёный ученый профессор доцент доктор "
            "кандидат академик ректор проректор декан преподаватель представитель спецпредставитель "
            "уполномоченный омбудсмен комиссар верховный генсек генсекретарь канцлер король королева "
            "принц шейх эмир султан генерал полковник командующий прокурор судья основатель соучредитель "
            "учредитель владелец предприниматель бизнесмен инвестор банкир менеджер управляющий партнёр "
            "партнер партнёрша редактор главред писатель поэт режиссёр режиссер актёр актер певец певица "
            "художник спортсмен тренер врач инженер эколог энергетик востоковед синолог тюрколог "
            "американист международник регионовед политтехнолог правозащитник активист активистка лидер "
            "член участник участница автор ведущий ведущая собеседник господин госпожа гражданин житель "
            "фермер финансист стратег теоретик философ географ демограф лауреат чемпион магистр фельдшер "
            "капитан майор лейтенант патриарх митрополит муфтий имам раввин папа госслужащий чиновник "
            "резидент диктатор лейбор экс-президент экс-министр экс-премьер экс-депутат спецпосланник "
            "посланник посланница наблюдатель корреспондент репортёр репортер блогер политик общественник "
            "космонавт ветеран жена муж сын дочь брат сестра отец мать вдова политологиня экспертка"
        ),
        body=re.compile(
            r"(?:министерств|университет|институт|академи|центр|банк|совет|ассамбле|организаци|союз|фонд|комитет|"
            r"агентств|компани|партия|партии|партию|парламент|сенат|мажилис|суд$|палат|комисси|ассоциаци|корпораци|"
            r"департамент|управлени|правительств|администраци|холдинг)",
        ),
        place=word_set(
            "область области районе район города городе улице улица село реке море озере озеро горы"
        ),
        before_place=word_set("в во из на под близ около"),
        never=word_set(
            "я мы вы он она они оно это этот эта эти тот та те все всё в во на по при для если но и а как "
            "так кто что где когда ранее напомним отметим кроме также однако поэтому после до между "
            "сегодня вчера завтра сейчас теперь затем понедельник вторник среда четверг пятница суббота "
            "воскресенье январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь "
            "восток запад север юг фото видео читайте источник о об у с со к ко от за из без над под про "
            "россияне казахстанцы американцы европейцы конституция новый старый большой год день бог "
            "интернет"
        ),
    ),
    "kk": Lexicon(
        roles=word_set(
            "саясаттанушы сарапшы талдаушы экономист тарихшы социолог әлеуметтанушы заңгер адвокат "
            "журналист шолушы публицист директор президент премьер премьер-министр вице-премьер министр "
            "вице-министр әкім мэр депутат сенатор спикер елші консул дипломат кеңесші көмекші хатшы "
            "баспасөз-хатшы төраға төрайым басшы басқарушы жетекші бастық орынбасар үйлестіруші модератор "
            "қызметкер маман кеңесгер зерттеуші ғалым профессор доцент доктор кандидат академик ректор "
            "проректор декан оқытушы мұғалім өкіл уәкіл омбудсмен комиссар канцлер король ханзада әмір "
            "генерал полковник қолбасшы прокурор судья негізін қалаушы құрылтайшы кәсіпкер бизнесмен "
            "инвестор банкир менеджер серіктес редактор жазушы ақын режиссер актер әнші суретші спортшы "
            "бапкер дәрігер инженер эколог шығыстанушы түркітанушы халықаралықшы өңіртанушы белсенді "
            "көшбасшы мүше қатысушы автор жүргізуші философ географ демограф лауреат чемпион магистр "
            "капитан майор патриарх муфтий имам блогер саясаткер тілші ардагер қаржыгер стратег мырза "
            "ханым агроном продюсер офицер подполковник адмирал маршал логист хирург спикер гидролог"
        ),
        body=re.compile(
            r"^(?:министрліг|университет|институт|орталығ|банк|кеңес[іт]|ассамблея|ұйым(?!дас)|одағ|одақ|қор[ыд](?!т)|"
            r"комитет|агенттіг|компания|парламент|мәжіліс|сенат|сот[ыт]|партия|әкімдіг|палата|комиссия|академия|"
            r"бірлестіг|қауымдастығ|инспекция|секретариат|хатшылығ|елшіліг|федерация|ассоциация|бюро|қызметі|зертхана|биржа|басқарма|департамент|кәсіподағ|кәсіподақ|прокуратура|үкімет|корпорация|мекеме|холдинг|альянс)"
        ),
        place=word_set(
            "облысы облысында облысының облысына ауданы ауданында ауданының қаласы қаласында қаласының "
            "қаласына ауылы ауылында ауылының көлі теңізі өзені көшесі көшесінде даңғылы аймағы "
            "республикасы республикасының"
        ),
        before_place=frozenset(),
        never=word_set(
            "бұл ол олар біз сіз мен сен осы сол оған онымен оларға олармен одан мұнымен "
            "бірақ алайда сондай сондықтан сонымен ал және егер қазір "
            "бүгін кеше ертең енді кейін бұған осыған соған оның олардың біздің сіздің менің дүйсенбі "
            "сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі қаңтар ақпан наурыз сәуір мамыр маусым шілде "
            "тамыз қыркүйек қазан қараша желтоқсан шығыс батыс солтүстік оңтүстік үкімет мемлекет басшысы "
            "сонда сондай-ақ айта бұдан мұндай мұнда бірінші екінші үшінші әрі бәрі барлық көп кейбір "
            "тағы сөз атап айтқанда еске сала кетейік осылайша дегенмен конституция интернет жаңа ұлы "
            "фото дереккөз жалпы негізгі тек қоғам экономика саясат"
        ),
        things=word_set(
            "күні соғысы ойындары кубогы жобасы бағдарламасы келісімі саммиті форумы лигасы сыйлығы заңы жолы"
        ),
    ),
    "en": Lexicon(
        roles=word_set(
            "analyst scientist expert economist historian sociologist lawyer attorney journalist "
            "commentator columnist director president premier minister mayor governor deputy senator "
            "lawmaker speaker ambassador consul diplomat adviser advisor aide secretary spokesman "
            "spokeswoman spokesperson chairman chairwoman chair chairperson head chief leader manager "
            "coordinator fellow researcher scholar specialist consultant professor lecturer doctor "
            "academic academician rector dean representative envoy commissioner ombudsman chancellor king "
            "queen prince princess sheikh emir sultan general colonel commander prosecutor judge founder "
            "co-founder cofounder owner entrepreneur businessman businesswoman investor banker partner "
            "editor writer author poet reporter correspondent engineer ecologist strategist politician "
            "president-elect director-general secretary-general co-chair vice-chair ex-president ex-minister "
            "activist member participant host ceo cfo vice-president vice-minister congressman "
            "congresswoman mp mr mrs ms dr prof sir lord lady coach captain officer executive akim pope "
            "imam mufti sen rep gov gen col sgt lt nominee candidate billionaire actor actress singer "
            "father mother son daughter wife husband brother sister widow superintendent detective "
            "inspector surgeon physician producer brigadier admiral marshal logistician agronomist"
        ),
        body=re.compile(
            r"^(?:Ministry|University|Institute|College|Academy|Cent(?:er|re)|Bank|Council|Assembly|Organi[sz]ation|Union|"
            r"Fund|Foundation|Committee|Commission|Agency|Company|Corporation|Group|Party|Parliament|Senate|Congress|Court|"
            r"Chamber|Association|Authority|Bureau|Office|Department|Secretariat|Federation|Forum|Alliance|League|Institution|"
            r"School|Service|Board|Administration|Government|Embassy|Inc|Corp|Ltd|LLC|Airlines|Times|Post|News|Press|Globe|"
            r"Club|Hospital|Police|Team|Society|Trust|Museum|Observatory|Exchange|Consortium|Directorate|Inspectorate|"
            r"Registry|Laborator(?:y|ies)|Cooperative|Network|Initiative|Partnership|Tribunal|Ministries|Railways?|"
            r"Holding|Holdings|Mutual|Analysis|Analytics|Research|Studies|Report|Review|Monitor|Watch|Courier|Herald|"
            r"Ledger|Tribune|Gazette|Chronicle|Observer|Dispatch|Insurance|Pipeline|Terminal|Line|Lines|Fleet|"
            r"Logistics|Airways|Metals|Minerals|Mines|Petroleum|Motors|Industries|Enterprises|Ventures|Technologies)$"
        ),
        place=word_set(
            "region oblast district city province county lake river sea ocean street avenue road "
            "mountains mountain valley island islands peninsula strait gulf bay port airport square park "
            "house palace hall bridge desert basin east west north south northern southern eastern "
            "western asia america europe africa coast beach states republic"
        ),
        before_place=word_set("in at from near to outside across throughout"),
        never=word_set(
            "i the a an it its he she they we you his her their our my this that these those there here "
            "in on at by for from with to of but and or so yet however when while if as after before "
            "since although though because meanwhile earlier later now today tomorrow yesterday then what "
            "who why how where which some many most no not all both each such one two three under over "
            "according also even despite during until last next new old monday tuesday wednesday thursday "
            "friday saturday sunday january february march april may june july august september october "
            "november december yes well only just still more another any every other first second third "
            "four five six seven eight nine ten eleven twelve dozen dozens hundreds several few "
            "neither either nor whether unlike like given nobody everyone once god internet covid english "
            "russian kazakh asked speaking born around about among between "
            "instead perhaps finally indeed thus therefore nevertheless moreover furthermore additionally "
            "photo source read constitution state foreign prime vice former great very good christian "
            "muslim jewish democrat democrats republican republicans is was are were has had have do does "
            "did can could will would should might must let see look having being"
        ),
        things=word_set(
            "day week year war games cup order act law treaty accord agreement summit initiative road "
            "belt corridor project programme program plan strategy award prize premiership championship "
            "series network reality awareness business radio television tv online today magazine review "
            "journal vision dream deal pact convention protocol charter declaration"
        ),
    ),
}
