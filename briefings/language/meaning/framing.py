"""The words around what is said: who says it, in what manner, and nouns so general that anything is one.

They bring no fact that a source would have to carry. Patterns of words and phrases, one table per language;
in the notation of `cues_ru`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from briefings.language.meaning.concepts import REPORTING
from briefings.language.meaning.cues import whole_words
from briefings.language.meaning.words import content_words
from briefings.language.names.trades import is_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language
    from briefings.language.meaning.words import Word

# Dealings with words, whatever is in them: «предупреждает», "stresses".
_DEALINGS = frozenset(
    {
        REPORTING,
        "warn",
        "emphasise",
        "remember",
        "argue",
        "insist",
        "acknowledge",
        "advise",
        "assess",
        "express",
    }
    | {"persuade", "assume", "speak", "describe"}
)
_PHRASES: dict[Language, str] = {
    "ru": """речь (?:идет|шла|пойдет)|дело в том|имеет место|по (?:его |её |их )?(?:убеждени|мысл|ощущени|наблюдени
        |выражени|признани|замечани|верси|логик|прогноз|оценк|впечатлени|определени|расчет|подсчет|сведени)\\w*
        |на (?:его |её |их |чей-то )?взгляд*|да(?:л|ла|ли|ет|ют) понять|с (?:его |её |их )?точки зрения|точк* зрения
        |в (?:его |её |их )?(?:глазах|изложении|пересказе|трактовке|понимании|представлении|описании)
        |вот как|таким образом|другими словами|иными словами|если коротко|по сути|по существу|как минимум
        |как раз|со сво(?:ей|его) стороны|в свою очередь|друг (?:с )?друг*|между тем|тем временем""",
    "kk": """сөз болып отыр*|сөз қозға*|негізі(?:н)? қала(?:ды|п|ған|нды|нған)*
            |(?:іске|жүзеге) ас(?:ыр|ты|ады|қан|у)*|қолға ал*|жолға қой*|пайым*|топшыла*|көзқарас*|тұжырым*
            |тұрғысынан|болжамынша|болжауынша|бағалауынша
        |сипаттау*|сипаттайды|сендіру*|мойында*|көңілінше|ескерт*|еске (?:сал|ал|түсір)*|сөзімен айт*
            |(?:ғ|г|қ|к)а салсақ|салсақ
        |сөзіне сүйен*|былай|басқаша айтқанда|қысқаша айтқанда|өз кезегінде|бір-бір*
        |сөзі(?:нің|н)? жалғас*|делін*|(?:алға|көлденең) тарт*|салыстыр*|есептейді|дерегінше|деректерінше|есебінше""",
    "en": """(?:when )?asked (?:whether|if|about|why|how)|in terms of
        |(?:in|to|by) (?:[\\w’'-]+ ){0,3}(?:[\\w-]+[’']s?|his|her|their|its) (?:mind|eyes|view|telling|words|account
        |reading|estimation|judgement|judgment|book|opinion|assessment|calculation|reckoning|phrase)
        |as (?:he|she|they|[\\w-]+) (?:sees?|puts?|tells?|describes?) (?:it|them|things)
            |for (?:his|her|their|its) part
        |in (?:short|essence|brief|effect|other words|turn|fact)|point of view|caution*|unclear|unknown
        |maintain*
        |mean(?:while|time)|each other|one another|itself|themselves|himself|herself""",
}
# Nouns that stand for anything of their kind, and words that only round a figure or link clauses.
_GENERAL: dict[Language, str] = {
    "ru": """участник*|сторон(?:а|ы|е|у|ой|ам|ами|ах)?|документ*|бумаг*|стран(?:а|ы|е|у|ой|ам|ами|ах)?
            |государств*|учен*
        |специалист*|эксперт*|представител*|ведомств*|компани*|организаци*|структур*|издани*|собеседни*|аналитик*
        |человек*|люд*|дел(?:о|а|е|у|ом)|вопрос*|мер(?:а|ы|е|у|ам|ами|ах)?|случа*|числ(?:о|е|а)|способ(?:ом|ен|на|ны)
        |свыше|порядка|примерно|приблизительно|одновременно|год(?:ы|а|ов)?|длил*|длит*|продолжал*|впервые|поездк*
            |процесс*|факт*
        |част(?:ь|и|ью|ей)|услови*|предстоит|остал(?:ся|ась|ось|ись)|оста[её]тся|остаются|останется|останутся
        |оказал(?:ся|ась|ось|ись)|окаж[еу]тся|обош[её]?л(?:ся|ась|ось|ись)|ограничи*|попал[аио]?|стал[аио]?
            |станет|станут
        |роль|роли|ролью|мысл(?:ь|и|ью)|иде[яиюей]|текст*|шаг*|минимум|максимум|вовсе|совсем|вообще
        |отнюдь|нынешн*|коллег*|входящ*|данн(?:ый|ая|ое|ого|ому|ом|ой|ую)
        |приходится|придется|следует|удастся|удается|удалось|вновь|сначала|однако|хотя|пожалуй""",
    "kk": """өзге(?:ні|ге|лер*)?|басқа(?:ны|ға|лар*)?
        |қатысушы*|тарап*|тарабы*|құжат*|ел(?:і|дің|дер*|ге|де)?|мемлекет*|ғалым*|маман*|сарапшы*|өкіл*|ведомство*
        |мекеме*
        |компания*|ұйым*|құрылым*|басылым*|тілші*|адам*|іс(?:ті|і|ін|тің)?|мәселе*|шара*|жағдай*|шамамен|жуық*
            |астам*|алдымен
        |бірден|әзірге|себепті|жөніндегі|көзде*|жоспарлан*|бөлік*|бөліг*|ықтимал*|үлгер*|кел(?:еді|іп)|тура|қайта
            |үнемі|сайын*
        |небәрі|бар болғаны|тек қана|жөн|жөні|оларды|оларға|өзі*|өз|сәл|әрең|біраз|едәуір|барынша|мүлде*|мүлдем""",
    "en": """participant*|part(?:y|ies)|sides?|documents?|papers?|countr(?:y|ies)|states?|scientists?|scholars?
        |specialists?|experts?|representatives?|bod(?:y|ies)|compan(?:y|ies)|firms?|organi[sz]ations?|publications?|reporters?|analysts?
        |apiece|each|jointly|respectively|people|outlets?|matters?|issues?|questions?|cases?|things?|ways?|move|moves|roughly|approximately|nearly|almost|whereas
        |anyone|nothing|everything|something|anything|previously|obliged|able|possibl[ey]|probabl[ey]|likely|unlikely
        |despite|unless|around|first|years?|last(?:s|ed|ing)?|parts?|year-long|long-running|come|comes|came|put
            |puts|makes?|takes?|gets?
        |(?:side|part(?:y|ner)|countr(?:y|ie)|state|bod(?:y|ie)|compan(?:y|ie)|firm|member|neighbou?r)s?['’]s?
            |partners?|members?
        |go|goes|went|gone|going|gives?|gave|given|brings?|brought|left|leaves?|set|sets|stands?|stood|lies|lay
            |bears?|bore|held
        |holds?|keeps?|kept|finds?|found|sees?|seen|turns?|turned|remains?|stays?|stayed|gets?|got|done|does|made
            |taken|let|lets
        |inside|toward|towards|amid|amongst|among|alongside|regarding|concerning|besides|onto|beneath|throughout
        |altogether|merely|simply|indeed|actually|namely|somewhat|anywhere|somewhere|elsewhere|once|twice|whoever
            |whatever""",
}
# Who writes, and that it is written: of what the outlet itself says.
_OUTLET: dict[Language, str] = {
    "ru": r"""колумнист*|автор*|обозревател*|корреспондент*|журналист*|издани*|газет*|журнал*|стать*|заметк*
            |колонк*|пиш(?:ет|ут)|писал*""",
    "kk": "автор*|шолушы*|тілші*|журналист*|басылым*|газет*|журнал*|мақала*|жаз(?:ады|ды|ған)|жазба*",
    "en": r"""columnist*|authors?|writers?|correspondents?|reporters?|journalists?|commentators?|editors?
            |news(?:paper|letter|agency)s?
        |papers?|magazines?|journals?|outlets?|articles?|pieces?|columns?|essay(?:ist)?s?|writes?|wrote|weekly|daily|agency""",
}
_ASIDE = re.compile(r",\s(?P<inner>(?:[^,;:.!?«»\"“”—–\n]|(?<=\b[A-ZА-ЯЁ])\.){3,80}),")
# What stands before a colon and a quotation introduces it: «указывает на пробел в охвате: «…»».
_OPENING = re.compile(r"[^«“\"„:]{1,120}:\s*(?=[«“\"„])")
_LONGEST_OPENING = 4  # words that no source carries; more is a statement of its own


def framing_words(text: str, missing: tuple[Word, ...], language: Language) -> set[Word]:
    """Those of `missing` that only tell who says what `text` says, and in what manner."""
    spans = [*_phrase_spans(text, language), *_openings(text, missing, general_words(missing, language))]
    return {
        word
        for word in missing
        if not word.concepts.isdisjoint(_DEALINGS) or any(start <= word.start < end for start, end in spans)
    }


def without_asides(text: str, language: Language) -> str:
    """`text` with «, сообщил X,» blanked between its commas, offsets unchanged: what it parts is one clause.

    Kazakh says at the end of a sentence who speaks.
    """
    if language == "kk":
        return text
    return _ASIDE.sub(
        lambda m: " " * len(m.group()) if _only_attributes(m["inner"], language) else m.group(), text
    )


def _only_attributes(inner: str, language: Language) -> bool:
    """Whether the words between two commas only say who speaks: a word of saying, and names."""
    content = content_words(inner, language)
    telling = [word for word in content if not word.concepts.isdisjoint(_DEALINGS)]
    return bool(telling) and all(
        word in telling or word.text[0].isupper() or is_role(word.text.lower(), language) for word in content
    )


def general_words(missing: tuple[Word, ...], language: Language) -> set[Word]:
    """Those of `missing` that stand for anything of their kind."""
    return {word for word in missing if _general(language).fullmatch(word.text)}


def outlet_word(word: str, language: Language) -> bool:
    """Whether a word only says who writes what an outlet reports, or that it is written."""
    return _outlet(language).fullmatch(word) is not None


def _openings(text: str, missing: tuple[Word, ...], idle: set[Word]) -> Iterator[tuple[int, int]]:
    for start, end in _opening_spans(text):
        if sum(start <= word.start < end and word not in idle for word in missing) <= _LONGEST_OPENING:
            yield start, end


# A source is asked for its clauses one by one.
@lru_cache(maxsize=512)
def _phrase_spans(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _phrases(language).finditer(text))


@lru_cache(maxsize=512)
def _opening_spans(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _OPENING.finditer(text))


@cache
def _phrases(language: Language) -> re.Pattern[str]:
    return whole_words(_PHRASES[language])


@cache
def _outlet(language: Language) -> re.Pattern[str]:
    return whole_words(_OUTLET[language])


@cache
def _general(language: Language) -> re.Pattern[str]:
    return whole_words(_GENERAL[language])
