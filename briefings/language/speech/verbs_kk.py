"""Kazakh verbs of saying, holding and taking a stance, in all their finite forms.

Given are the stems; the endings follow vowel harmony and the last sound. The last word of a phrase declines.
"""

from __future__ import annotations

import re

from briefings.language.speech.table import words

_FRONT = re.compile(r"[әеөүіэ]")
_BACK = re.compile(r"[аоұыяюу]")
_VOICED_BY_A_VOWEL = {"қ": "ғ", "к": "г", "п": "б"}
# Helping verbs of «келісе бермейді», «қосыла қоймады».
_HELPING = ("бермейді", "бермеді", "қоймайды", "қоймады", "алмайды", "алмады")
# It remains; it is counting («қойын санап отыр»): the wish and the opinion are told with more words.
_OTHER_VERBS = frozenset({"қалады", "санап_отыр", "санап_жатыр", "санап_жүр"})
# What one joins or does not, with how far: «бұл уәжге толық қосылмайды».
_VIEWS = ("уәж", "көзқарас", "тұжырым", "пайым", "болжам", "ой", "баға", "ұстаным")
_FAR = ("", "толық_", "толықтай_", "онша_", "мүлде_")


def _ending(stem: str, back: str, front: str) -> str:
    """The ending that the last vowel of the stem calls for."""
    last_word = stem.rpartition("_")[2]
    vowels = [c for c in last_word if _FRONT.match(c) or _BACK.match(c)]
    return front if vowels and _FRONT.match(vowels[-1]) else back


def _joins() -> str:
    """Stems of joining a view, or not, with how far."""
    cases = {"көзқарас": ("қа", "ына"), "ой": ("ға", "ына"), "уәж": ("ге", "іне"), "баға": ("ға", "сына")}
    return " ".join(
        f"{view}{ending}_{far}қосыл"
        for view in _VIEWS
        for ending in cases.get(view, ("ға", "ына"))
        for far in _FAR
    )


def _affirmed(stem: str) -> list[str]:
    last = stem[-1]
    is_vowel = bool(_FRONT.match(last) or (_BACK.match(last) and last != "у"))
    is_voiceless = last in "пфкқтсшщчцх"
    consonant = "т" if is_voiceless else "д"
    past = stem + consonant + _ending(stem, "ы", "і")
    perfect = stem + (_ending(stem, "қан", "кен") if is_voiceless else _ending(stem, "ған", "ген"))
    softened = stem if is_vowel else stem[:-1] + _VOICED_BY_A_VOWEL.get(last, last)
    if is_vowel:
        present = stem + _ending(stem, "йды", "йді")
        converb = stem + "п"
    else:
        present = softened + _ending(stem, "ады", "еді")
        converb = softened + _ending(stem, "ып", "іп")
    lasting = [f"{converb}_{auxiliary}" for auxiliary in ("отыр", "жатыр", "келеді", "жүр", "өтті", "кетті")]
    found = [past, present, perfect, f"{perfect}_еді", f"{perfect}_болатын", *lasting]
    return [form for form in found if form not in _OTHER_VERBS]


def _denied(stem: str) -> list[str]:
    last = stem[-1]
    consonant = "п" if last in "пфкқтсшщчцх" else "б" if last in "зжмнң" else "м"
    negated = stem + consonant + _ending(stem, "а", "е")
    softened = stem[:-1] + _VOICED_BY_A_VOWEL.get(last, last)
    converb = stem + "й" if last in "аәыіеө" else softened + _ending(stem, "а", "е")
    helped = [f"{converb}_{helper}" for helper in _HELPING]
    return [negated + _ending(stem, "йды", "йді"), negated + _ending(stem, "ды", "ді"), *helped]


def _finite(stems: str, *, denied: bool = False) -> str:
    """All finite forms of the third person; with `denied` the negative ones as well, and no bare perfect.

    The perfect is also a participle: «келісімді қолдаған елдер» are countries that somebody speaks of.
    """
    found = [form for stem in stems.split() for form in _affirmed(stem)]
    if denied:
        found = [form for form in found if not form.endswith(("ған", "ген", "қан", "кен"))]
        found += [form for stem in stems.split() for form in _denied(stem)]
    return " ".join(found)


# They report with a clause: деп, an accusative, a quotation.
SAYS = words(
    _finite(
        "айт айтып_өт айта_кет мәлімде мәлім_ет хабарла атап_өт атап_айт атап_көрсет жеткіз білдір "
        "түсіндір қос "
        "толықтыр жаз ескерт еске_сал еске_ал еске_түсір баса_айт көлденең_тарт баса_көрсет жауап_бер жауап_қайтар "
        "көрсет раста "
        "мойында баянда баяндап_бер әңгімеле қорытындыла түйінде нақтыла уәде_ет тілге_тиек_ет "
        "назар_аудар пікір_білдір ой_бөліс бөліс жалға жалғастыр дәйекте сендір тұжырымда ашып_айт алға_тарт "
        "дәлелде негізде байқат аңғарт түсінік_бер сөз_ет сілтеме_жаса үндеу_таста сендіре_айт ант_ет "
        "уағда_ет "
        "анықта ұқтыр қарсы_уәж_айт уәж_айт қайтала шегеле пысықта ұсын шақыр үнде кеңес_бер нұсқа "
        "мәлімет_бер "
        "хабардар_ет жарияла қуатта айғақта келтір тәптіште ұғындыр жоққа_шығар келіс кесіп_айт қадап_айт "
        "уәж_келтір ата ізде түсін ұқ уәжде дәлел_келтір мысал_келтір дерек_келтір мәлімет_келтір пайымын_айт ойын_айт "
        "пікірін_айт ойын_білдір "
        "пікірін_білдір ойымен_бөліс ұғындыр құлақтандыр айтып_бер айтып_кет айтып_сал айтып_қал ескертіп_өт "
        "ескертіп_қой түсіндіріп_бер баяндап_өт сөз_қыл сөз_сөйле деп_түй түй сыр_аш сыр_шерт жасырын_айт "
        "сарапта санамала тізіп_шық ашына_айт күйіне_айт кесіп_айтып_таста мәлімдеп_отыр алдын_ала_ескерт "
        "сақтандыр шамала болжап_отыр сұра қызық сауал_таста мәселе_көтер "
        "шағымдан налы мақтан өкін өкініш_білдір үміт_білдір сенім_білдір алаңдаушылық_білдір "
        "күдік_келтір таң_қал"
    ),
    "жауап_қатты еске_сала_кетті тілге_тиек_етеді уәде_етеді уәде_берді уәде_береді",
)

# They report by themselves: whoever holds something is heard in the sentence.
HOLDS = words(
    _finite(
        "сана есепте ойла сен болжа деп_күт пайымда топшыла үміттен бағала тұспалда жорамалда шамала "
        "күмәндан алаңда қауіптен сезін ұйғар бағамда деп_ата деп_таны деп_сипатта деп_біл "
        "деп_көр үміт_күт үміт_арт сенім_арт шүбәлан секем_ал күдіктен "
        "аз_көр көп_көр жөн_көр дұрыс_көр артық_көр қажет_көр орынды_көр орынсыз_көр лайық_көр лайықты_көр тиімді_көр "
        "қорық жобала мөлшерле долбарла иландыр илан жорамал_жаса болжам_жаса баға_бер",
        denied=True,
    ),
    "деп_санап_отыр деп_санап_жүр",
    "деді дейді деген_еді деген_болатын деп_отыр сенімді күмәнді пікірде қорқады қорықты қорықпайды",
    "санаған есептеген болжаған деген_пікірде деген_ойда деген_сенімде деген_үмітте деген_тұжырымда",
    "сенімсіз алаңдаулы наразы риза разы көңілі_толмайды көңілі_толмады пікірі_басқа ойы_басқа "
    "керісінше_ойлайды",
    "жасырмады жасырмайды жасырған_жоқ көлегейлемеді бүкпеді бүкпейді құптамады құптамайды",
)

# With a person they make the sentence that person's view; a state or a firm only does something.
STANCES = words(
    _finite(
        "күт құпта қолда құтта сына айыпта сөк мақта талап_ет ұсын шақыр үнде қарсы_шық қарсы_бол "
        "келіс бұған_қосыл пікірге_қосыл пікіріне_қосыл сөзіне_қосыл пікірге_толық_қосыл пікіріне_толық_қосыл "
        "дау_айт даула салыстыр теңе байланыстыр күмән_келтір күмән_білдір кеңес_бер теріске_шығар "
        "жоққа_шығар мойында раста ескерт түсіндір сипатта атап_өт қос "
        "білдір алғыс_айт өтін қала ұсыныс_жаса сын_айт қайта_қара сақтандыр уәде_ет қорға жақта "
        "шағымдан налы "
        "назар_аудар назар_аударт көңіл_аудар көңіл_аударт назар_сал тоқтал сынға_ал сын_таст сынап_өт "
        "міне кінәла "
        "жазғыр кекет қолпашта дәріпте мысқылда келеке_ет әжуала наразылық_білдір риза_бол қарсылық_білдір "
        "қолдау_білдір дабыл_қақ дабыл_көтер қауіп_айт секемден үрейлен жанында_бол жанашырлық_таныт "
        "ретінде_ата ретінде_бағала ретінде_сипатта ретінде_көр ретінде_қабылда ретінде_қара жауап_таппа "
        "көзқараспен_қара күдікпен_қара сеніммен_қара ықыласпен_қара мысқылмен_қара кекесінмен_қара сыни_қара "
        "немқұрайлы_қара сын_көзбен_қара үрейлене_қара құптай_бер күмәнмен_қара сақтықпен_қара үрке_қара шүбәмен_қара "
        "оң_қара теріс_қара салқын_қара "
        "сенімсіздікпен_қара үмітпен_қара оң_баға_бер баға_бер " + _joins(),
        denied=True,
    ),
    "қарсы қарсы_емес",
)

# They say who speaks in the quotation beside them, and nothing without one.
TAGS = words(
    _finite("күл күрсін сұра қалжыңда жымый таңдан бас_изе бас_шайқа қол_сілте иық_қиқаңдат күңкілде")
)
