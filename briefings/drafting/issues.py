"""Weak places of the source that can be found without a model; each quoted, and blamed on whoever said it."""

from __future__ import annotations

import re
from itertools import combinations, product
from typing import TYPE_CHECKING

from briefings.domain import SourceIssue
from briefings.drafting.quoting import clause_around, from_word
from briefings.language.figures import Figure, find_figures
from briefings.language.meaning.events import aspect
from briefings.language.meaning.polarity import find_hedges, find_negations
from briefings.language.meaning.words import content_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language, Sentence
    from briefings.drafting.source import Source
    from briefings.rendering.labels import Words

UNATTRIBUTED: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"\b(?:(?:нас|нашу страну|страну|республику|Казахстан) (?:\w+ ){0,2}(?:относят|называют|считают|причисляют)"
        r"|(?:принято считать|считается|как считается|существует мнение|по некоторым (?:данным|оценкам))"
        r"|(?:многие )?(?:эксперты|аналитики|наблюдатели|специалисты) (?:уверены|считают|полагают|отмечают|говорят))",
        re.IGNORECASE,
    ),
    "kk": re.compile(
        r"(?<!\w)(?:\w+ (?:деп саналады|деп есептеледі|деген пікір бар)"
        r"|(?:сарапшылар|мамандар|талдаушылар) (?:\w+ ){0,6}деп (?:есептейді|санайды|айтады))",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:(?:is|are) (?:\w+ )?(?:considered|regarded|believed|ranked|said to be|seen as)"
        r"|it is (?:widely )?(?:believed|thought|said)"
        r"|(?:many |some )?(?:experts|analysts|observers) (?:say|believe|think|agree|argue))",
        re.IGNORECASE,
    ),
}
_UNDER_WAY: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"\b(?:в стадии (?:\w+ )?(?:реализации|строительства|исполнения)|реализуется|строится|ведутся работы"
        r"|(?:уже )?(?:работает|действует|принимает|функционирует)|уже (?:открыт|запущен|построен|начат|создан)\w*)",
        re.IGNORECASE,
    ),
    "kk": re.compile(
        r"(?<!\w)(?:жүзеге асырылып жатыр|іске асырылып жатыр|салынып жатыр|іске асырылуда|жұмыс істеп тұр"
        r"|іске қосылған|іске қосылды|жұмысын бастады|қабылдап жатыр)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:under construction|being implemented|being built|under ?way|already (?:open|operat|work|runn)\w*"
        r"|has been operating|began operating|in operation|has been receiving)",
        re.IGNORECASE,
    ),
}
PLANNED: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"\b(?:планиру\w+|запланирован\w*|намечен\w*|намерен\w*|собирается|будет (?:открыт|запущен|построен)\w*)",
        re.IGNORECASE,
    ),
    "kk": re.compile(r"(?<!\w)(?:жоспарлан\w+|жоспарлап|көздел\w+|ниетт\w+)", re.IGNORECASE),
    "en": re.compile(
        r"\b(?:planned|plans? to|scheduled|will (?:open|start|be built)|intends? to)", re.IGNORECASE
    ),
}
_CONTRAST: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"\b(?:однако|между тем|при этом|тем временем|хотя|но)\b", re.IGNORECASE),
    "kk": re.compile(r"(?<!\w)(?:алайда|бірақ|дегенмен|сөйтсе де)(?!\w)", re.IGNORECASE),
    "en": re.compile(r"\b(?:however|meanwhile|although|though|but|yet)\b", re.IGNORECASE),
}
_SHARED = 2  # content words by which two sentences are about one thing
_MOST = 2  # of one kind


def find_issues(source: Source, texts: Words) -> tuple[SourceIssue, ...]:
    """Clashes of stage and of figures, and views whose holder is not named; titles are found by `offices`."""
    return tuple(
        issue for rule in (_stages, _figures, _unattributed) for issue in list(rule(source, texts))[:_MOST]
    )


def _stages(source: Source, texts: Words) -> Iterator[SourceIssue]:
    """One sentence plans what another has under way."""
    language = source.article.language
    firm = [s for s in source.article.body if s.voice != "question" and _is_firm(source.words(s), language)]
    plans = [(s, found) for s in firm if (found := PLANNED[language].search(source.words(s)))]
    goings = [(s, found) for s in firm if (found := _UNDER_WAY[language].search(source.words(s)))]
    for (planned, ahead), (going, under_way) in product(plans, goings):
        if planned != going and _are_about_one_thing(source, planned, going):
            words = from_word(source.words(planned), ahead, language)
            others = clause_around(source.words(going), under_way)
            text = texts["status"].format(words=words, others=others)
            yield SourceIssue(text, (planned.id, going.id), "status")


def _is_firm(words: str, language: Language) -> bool:
    return not (find_hedges(words, language) or find_negations(words, language))


def _are_about_one_thing(source: Source, planned: Sentence, going: Sentence) -> bool:
    """Whether what is under way in `going` is what `planned` announces."""
    at = source.article.body.index(going)
    previous = source.article.body[at - 1] if at else None
    about = source.keys(going)
    if previous == planned:
        # «Однако …» right after the plan is about the plan.
        contrasted = _CONTRAST[source.article.language].search(source.words(going))
        return bool(contrasted or _planned_keys(source, planned) & about)
    if previous and source.leans(going):
        about |= source.keys(previous)  # «Эта инициатива …»
    return len(_planned_keys(source, planned) & about) >= _SHARED


def _planned_keys(source: Source, sentence: Sentence) -> frozenset[str]:
    """What the words of a sentence that stand for a planned thing are known by."""
    language = source.article.language
    planned = {cue.start for cue in aspect(source.words(sentence), language) if cue.kind == "planned"}
    found = content_words(source.words(sentence), language)
    return frozenset(min(word.keys) for word in found if word.keys and word.start in planned)


def _figures(source: Source, texts: Words) -> Iterator[SourceIssue]:
    """Two sentences give one quantity in two sizes: the same words around figures of one kind and unit."""
    language = source.article.language
    told = [(s, source.keys(s), find_figures(source.words(s), language)) for s in source.article.body]
    for (one, keys, figures), (other, other_keys, other_figures) in combinations(told, 2):
        shared = keys & other_keys
        if len(shared) < 2 * _SHARED or len(shared) < 0.7 * min(len(keys), len(other_keys)):
            continue
        pair = _differing(figures, other_figures)
        if pair:
            text = texts["contradiction"].format(words=pair[0].text, others=pair[1].text)
            yield SourceIssue(text, (one.id, other.id), "contradiction")


def _differing(figures: tuple[Figure, ...], others: tuple[Figure, ...]) -> tuple[Figure, Figure] | None:
    if len(figures) != 1 or len(others) != 1:  # with a second figure, a date say, the quantities may be two
        return None
    (a,), (b,) = figures, others
    clash = (a.kind, a.unit) == (b.kind, b.unit) and a.value != b.value and a.certain and b.certain
    return (a, b) if clash and a.kind in ("money", "percent", "number") else None


def _unattributed(source: Source, texts: Words) -> Iterator[SourceIssue]:
    language = source.article.language
    for sentence in source.article.body:
        words = source.words(sentence)
        found = UNATTRIBUTED[language].search(words)
        if found and sentence.voice != "question":
            text = texts["unattributed"].format(words=from_word(words, found, language))
            yield SourceIssue(text, (sentence.id,), "unattributed")
