"""What a reader would ask and the source does not say. A rule speaks only when the source is truly silent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.domain import Speaker
from briefings.drafting.issues import PLANNED
from briefings.drafting.quoting import from_word
from briefings.drafting.views import is_critical
from briefings.language.figures import find_figures
from briefings.language.meaning.concepts import REPORTING
from briefings.language.meaning.polarity import find_hedges, find_negations
from briefings.language.meaning.words import words
from briefings.language.names import find_names
from briefings.language.roles import standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language, Sentence
    from briefings.drafting.source import Source
    from briefings.rendering.labels import Words

_MOST = 4


@dataclass(frozen=True, slots=True)
class Gap:
    """Something the source leaves open: in words of the brief, and the sentence that raises the question."""

    text: str
    citation: str | None = None


@dataclass(frozen=True, slots=True)
class _Traces:
    """Words that raise a question: people met without names, things that cost money, sources without a name."""

    meeting: re.Pattern[str]
    unnamed: re.Pattern[str]
    costly: re.Pattern[str]
    hearsay: re.Pattern[str]
    timed: re.Pattern[str]  # a time in words, without a figure


def _of(expression: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "".join(expression.split("\n")).replace("  ", "") + ")", re.IGNORECASE)


_TRACES: dict[Language, _Traces] = {
    "ru": _Traces(
        meeting=_of(r"встреч|переговор|контакт|бесед|консультац"),
        unnamed=_of(
            r"(?:(?:руководител|лидер|представител|глав)\w+ )?(?:ряд(?:а|ом|у)?|нескольк\w+) "
            r"(?:зарубежных |иностранных |крупных )?(?:государств|стран|организаци|компани|инвестор)\w*(?: и \w+ \w+)?"
            r"|мировы(?:ми|х) лидер\w+"
        ),
        costly=_of(
            r"строительств|построить|офис|терминал|завод|центр\w* обработки|фонд\w|программ\w|поставк|закуп"
        ),
        hearsay=_of(
            r"(?:по данным|по информации|со ссылкой на) (?:осведомл[её]нн\w+ )?(?:источник|собеседник)\w+"
            r"|источник\w* (?:сообщил|рассказал|утвержда)\w*|по неофициальн\w+ (?:данным|сведениям)"
        ),
        timed=_of(
            r"год[ауе]?(?!\w)|месяц|недел|кварт|завтра|сегодня|осень|осенью|весной|летом|зимой|срок|сезон|когда"
            r"|после |до "
        ),
    ),
    "kk": _Traces(
        meeting=_of(r"кездес|келіссөз|жолығ|байланыс"),
        unnamed=_of(r"бірқатар (?:ел|мемлекет|ұйым|компания)\w*(?: \w*басшы\w*)?|әлем(?:дік)? көшбасшы\w+"),
        costly=_of(r"салу|құрылыс|кеңсе|терминал|зауыт|орталық\w* салу|қор\w*ын құр|бағдарлама"),
        hearsay=_of(r"дереккөз(?:дер)?\w* (?:айтуынша|хабарлауынша)|бейресми (?:дерек|мәлімет)\w*"),
        timed=_of(
            r"жыл|ай(?:да|ында|дың)?(?!\w)|апта|тоқсан|ертең|бүгін|биыл|күз|көктем|жаз(?!\w)|қыс|мерзім|кейін|дейін"
        ),
    ),
    "en": _Traces(
        meeting=_of(r"meet|talks|negotiat|contact|consult"),
        unnamed=_of(
            r"(?:(?:leaders|heads|representatives|officials) of )?(?:several|a number of|various) "
            r"(?:foreign |large )?(?:states|countries|organi[sz]ations|companies|partners|investors|leaders)"
            r"|world leaders"
        ),
        costly=_of(r"build|construct|office|terminal|plant|fund|programme|program|purchase"),
        hearsay=_of(
            r"(?:according to )?(?:unnamed |anonymous )?sources? (?:close|familiar|said|told)|unofficial reports"
        ),
        timed=_of(
            r"year|month|week|quarter|tomorrow|today|autumn|spring|summer|winter|deadline|after |before |by |when|until"
        ),
    ),
}


def find_gaps(source: Source, gaps: Words) -> tuple[Gap, ...]:
    """Two to four questions that the source leaves open, the ones about the event first; none when it has none."""
    found = [gap for rule in _RULES for gap in rule(source, gaps)]
    return tuple(found[:_MOST])


def _counterpart(source: Source, gaps: Words) -> Iterator[Gap]:
    traces = _TRACES[source.article.language]
    for sentence in source.article.body:
        text = source.words(sentence)
        unnamed = traces.unnamed.search(text)
        if unnamed and traces.meeting.search(text):
            yield Gap(gaps["counterpart"].format(words=unnamed.group()), sentence.id)
            return


def _date(source: Source, gaps: Words) -> Iterator[Gap]:
    for sentence in _planned(source):
        text = source.words(sentence)
        figures = find_figures(text, source.article.language)
        timed = _TRACES[source.article.language].timed.search(text)
        if timed or any(f.kind in ("date", "year", "weekday", "duration", "clock") for f in figures):
            continue
        ahead = PLANNED[source.article.language].search(text)
        if ahead:
            yield Gap(gaps["date"].format(words=from_word(text, ahead, source.article.language)), sentence.id)
            return


def _sum(source: Source, gaps: Words) -> Iterator[Gap]:
    text = " ".join(source.words(s) for s in source.article.body)
    costly = [s for s in _planned(source) if _TRACES[source.article.language].costly.search(source.words(s))]
    if costly and not any(f.kind == "money" for f in find_figures(text, source.article.language)):
        yield Gap(gaps["sum"], costly[0].id)


def _official(source: Source, gaps: Words) -> Iterator[Gap]:
    if source.article.genre != "official_release" and not any(
        _is_official(source, s) for s in source.article.body
    ):
        yield Gap(gaps["official"])


def _is_official(source: Source, sentence: Sentence) -> bool:
    """Whether an official is heard, or the outlet tells that one said something («сообщил об этом министр»)."""
    if sentence.speaker and source.voice(sentence) == "official":
        return True
    text, language = source.words(sentence), source.article.language
    if (
        sentence.speaker
        or not source.stands_alone(sentence)
        or not any(REPORTING in word.concepts for word in words(text, language))
    ):
        return False
    named = (Speaker(name.text, name.role) for name in find_names(text, language) if name.kind != "place")
    return any(standing(speaker) == "official" for speaker in named)


def _critic(source: Source, gaps: Words) -> Iterator[Gap]:
    # Of two experts and more the comparison says it.
    if len(source.experts) == 1 and not is_critical(source, source.experts[0]):
        yield Gap(gaps["critic"])


def _origin(source: Source, gaps: Words) -> Iterator[Gap]:
    for sentence in source.article.body:
        hearsay = _TRACES[source.article.language].hearsay.search(source.words(sentence))
        if hearsay:
            yield Gap(gaps["origin"].format(words=hearsay.group()), sentence.id)
            return


def _affiliation(source: Source, gaps: Words) -> Iterator[Gap]:
    if any(expert.role and len(expert.role.split()) == 1 for expert in source.experts):
        yield Gap(gaps["affiliation"])


def _planned(source: Source) -> list[Sentence]:
    """What is announced without reservation."""
    language = source.article.language
    return [
        s
        for s in source.article.body
        if s.voice != "question"
        and PLANNED[language].search(source.words(s))
        and not find_hedges(source.words(s), language)
        and not find_negations(source.words(s), language)
    ]


_RULES = (_counterpart, _date, _sum, _origin, _official, _critic, _affiliation)
