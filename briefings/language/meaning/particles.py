"""Small words that set two things against each other, before and after, for and against; and their exchange."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.language.meaning.alignment import Clash
from briefings.language.meaning.cues import Cue
from briefings.language.meaning.words import same_word, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language
    from briefings.language.meaning.words import Word

_CONTRARY = {
    "before": "after", "after": "before", "for": "against", "against": "for", "more": "less", "less": "more",
    "all": "not_all", "not_all": "all", "most": "few", "few": "most",
}  # fmt: skip
_PARTICLES: dict[Language, dict[str, str]] = {
    "ru": {
        "before": "до|перед|накануне",
        "after": "после|вслед за",
        "for": r"призыва\w+ к|призвал\w? к|(?:про)?голос\w+ за|выступ\w+ за|высказ\w+ за",
        "against": "против|предостер\\w+ от|предостерёг от|отговар\\w+ от",
        "all": r"(?<!не )(?<!не\x20[свн][оа]\x20)(?<!не\x20у\x20)(?<!не\x20для\x20)все(?:х|м|ми)?",
        "not_all": "не (?:со |во |у |для |на |обо |при |от )?все(?:х|м|ми)?",
        "most": "большинств\\w+|большая часть|большей част\\w+",
        "few": "меньшинств\\w+|немноги\\w+|единицы",
        "more": "(?<!не )больше|(?<!не )более",
        "less": "(?<!не )меньше|(?<!не )менее",
    },
    "kk": {
        "before": "дейін|бұрын|алдында",
        "after": "кейін|соң",
        "for": r"(?:жақта|қолда)(?!ма)\w+|(?<=[ғқгк][ае]\x20)(?:үнде|шақыр)(?!м[ае])\w+",
        "against": r"қарсы|(?<=[дтн][ае]н\x20)сақтандыр(?!ма)\w+",
        "most": "көпшілі[гк]\\w*|басым бөлі[гк]\\w*",
        "few": "азшылы[ғқ]\\w*|аз ғана бөлі[гк]\\w*",
        "more": "көбірек|артығырақ",
        "less": "азырақ|кемірек",
    },
    "en": {
        "before": "before|ahead of|prior to|until|till",
        "after": "after|following",
        "for": "(?:call|calls|called|calling|plead\\w*|press\\w*) for|vot\\w+ (?:for|in favou?r of)|in favou?r of",
        "against": "against",
        "all": "(?<!not )all(?: of)?(?: the| its| their)?(?!\\w)",
        "not_all": "not all(?: of)?(?: the| its| their)?",
        "most": "most(?: of)?|the (?:bulk|majority) of",
        "few": r"(?<!a\x20)few(?: of)?|hardly any(?: of)?|a minority of",
        "more": "(?<!no )(?<!not )more(?! than)|greater",
        "less": "(?<!no )(?<!not )(?:less|fewer)(?! than)|smaller",
    },
}
_TILL = frozenset({"until", "till", "before"})
_DENIAL = re.compile(r"\b(?:not|no|never|nobody|none|unlikely|hardly|cannot)\b|n['’]t\b", re.IGNORECASE)
_MARK = re.compile(r"[.!?…;:,—–\n]")
_SENTENCE_END = re.compile(r"[.!?…;\n]")


@dataclass(frozen=True, slots=True)
class _Bearing:
    """A particle and the word it bears on."""

    cue: Cue
    word: Word


def turns_particle(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement puts after what the source puts before, or has for what the source has against."""
    theirs = tuple(_bearings(source, source_language or language))
    found: list[Clash] = []
    for said in _bearings(statement, language):
        rivals = [other for other in theirs if same_word(said.word, other.word)]
        if said.cue.kind in ("more", "less") and compares_with_another(
            statement, source, language, source_language or language
        ):
            continue
        contrary = _CONTRARY[said.cue.kind]
        kinds = {rival.cue.kind for rival in rivals}
        if contrary in kinds and said.cue.kind not in kinds:
            found.append(Clash(said.cue, next(r.cue for r in rivals if r.cue.kind == contrary)))
    return tuple(found)


def compares_with_another(statement: str, source: str, language: Language, there: Language) -> bool:
    """Whether the two compare from opposite ends: «сёла меньше, чем города», «города больше, чем сёла»."""
    ours, theirs = _compared(statement, language), _compared(source, there)
    return ours is not None and theirs is not None and not same_word(ours, theirs)


_THAN: dict[Language, str] = {"ru": r"\bчем\b", "kk": r"\bқарағанда\b", "en": r"\bthan\b"}


def _compared(text: str, language: Language) -> Word | None:
    """The first word behind "than" that carries facts; the last before «қарағанда»."""
    found = re.search(_THAN[language], text, re.IGNORECASE)
    if found is None:
        return None
    content = [word for word in words(text, language) if word.content]
    if language == "kk":
        return next((w for w in reversed(content) if w.end <= found.start()), None)
    return next((w for w in content if w.start >= found.end()), None)


def _bearings(text: str, language: Language) -> Iterator[_Bearing]:
    """The particles with the nearest content word: behind them in Russian and English, ahead in Kazakh."""
    content = [word for word in words(text, language) if word.content]
    for kind, particles in _PARTICLES[language].items():
        spread = re.sub(r"(?<!не)(?<!no)(?<!not) ", r"\\s+", particles)
        for match in re.finditer(rf"(?<!\w)(?:{spread})(?!\w)", text, re.IGNORECASE):
            if language == "kk":
                near = next((w for w in reversed(content) if w.end <= match.start()), None)
            else:
                near = next((w for w in content if w.start >= match.end()), None)
            if match.group().lower() in _TILL and _DENIAL.search(
                _SENTENCE_END.split(text[: match.start()])[-1]
            ):
                continue  # "not until the buyers pay" is after they pay
            if kind in ("for", "against") and (near is None or _MARK.search(text[match.end() : near.start])):
                # «Мельник голосовала против.»: of nothing else than her vote
                near = next((w for w in reversed(content) if w.start < match.end() != w.end), None)
                if near and not _SENTENCE_END.search(text[near.end : match.start()]):
                    yield _Bearing(Cue(kind, match.start(), match.end(), match[0]), near)
                continue
            if near and not _SENTENCE_END.search(
                text[near.end : match.start()] or text[match.end() : near.start]
            ):
                yield _Bearing(Cue(kind, match.start(), match.end(), match[0]), near)
