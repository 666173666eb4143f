"""From which side a figure is bounded («не более 5», "at least 5", «5-тен астам»), and a statement that turns it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from briefings.language.figures import DATE_KINDS, find_figures, same_figure
from briefings.language.meaning.alignment import Clash
from briefings.language.meaning.cues import Cue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language
    from briefings.language.figures import Figure

Bound = Literal["least", "most"]
_CONTRARY: dict[str, Bound] = {"least": "most", "most": "least"}
_ROUNDED: dict[str, Bound] = {"over": "least", "under": "most"}

# What stands before a figure, and what behind it; the first that fits counts.
_BEFORE: dict[Language, tuple[tuple[Bound, str], ...]] = {
    "ru": (
        (
            "most",
            "не (?:более|больше|выше|позднее|позже|свыше)(?:,? чем)?|максимум|самое большее|(?:вплоть )?до",
        ),
        ("least", "не (?:менее|меньше|ниже|раньше|ранее)(?:,? чем)?|минимум|по (?:меньшей|крайней) мере"),
        ("least", "самое меньшее|от|(?:более|больше)(?: чем)?|свыше|выше"),
        ("most", "(?:менее|меньше)(?: чем)?|ниже"),
    ),
    "kk": (
        ("least", "кемінде|ең азы?(?: дегенде)?|ең кемі"),
        ("least", "кем дегенде|аз дегенде|кем қойғанда"),
        ("most", "ең көбі|(?:ең )?көп дегенде|[әа]р[ыі] кетсе|көп болса"),
    ),
    "en": (
        ("most", "(?:no|not) (?:more|later|greater|higher) than|not (?:exceeding|over)|at most|up to"),
        ("least", "(?:no|not) (?:less|fewer|earlier|sooner|lower) than|at least|(?:a )?minimum(?: of)?"),
        ("most", "(?:a )?maximum(?: of)?|(?:less|fewer) than|under|below"),
        ("least", "more than|over|above|exceeding|upwards of|in excess of"),
    ),
}
_BEFORE_DATES: dict[Language, tuple[tuple[Bound, str], ...]] = {
    "ru": (("most", "к|до|раньше|ранее"), ("least", "после|с|начиная с|позднее|позже")),
    "kk": (),
    "en": (("most", "by|before|until|till|earlier than"), ("least", "after|since|from|later than")),
}
# Kazakh bounds ask for a case: «5 елден астам», «жартысынан көбі», «5-ке дейін»; with another they bound
# nothing («20 пайызға көп» is more by 20%). The unit and what is counted may stand between.
_FROM = r"(?:\s+[\w-]+){0,2}?(?<=[дтн][ае]н)\s+"
_TO = r"(?:\s+[\w-]+){0,2}?(?<=[ғгқкн][ае])\s+"
_COUNTED = r"(?:\s+[\w-]+)?"
_BEHIND: dict[Language, tuple[tuple[Bound, str], ...]] = {
    "ru": (
        ("least", rf"{_COUNTED}\s+(?:и|или) (?:более|больше|выше|старше)"),
        ("most", rf"{_COUNTED}\s+(?:и|или) (?:менее|меньше|ниже|младше)"),
    ),
    "kk": (
        ("least", rf"{_FROM}(?:кем|аз|төмен|ерте) емес"),
        ("most", rf"{_FROM}(?:(?:артық|көп|жоғары) емес|асп\w+|кем|азы?|азы\w+|төмен|кешіктірмей|бұрын)"),
        ("least", rf"{_FROM}(?:астам\w*|артық|артығы\w*|көп|көбі\w*|жоғары|асты|аса[дт]\w+|асқан|асып)"),
        ("least", rf"{_FROM}(?:кейін|соң|бері|бастап)"),
        ("most", rf"{_TO}(?:дейін|жетпе\w+|қарай)"),
    ),
    "en": (
        ("least", rf"{_COUNTED}\s+(?:or (?:more|above|over)|at (?:the )?(?:least|earliest))"),
        ("most", rf"{_COUNTED}\s+(?:or (?:less|fewer|below|under)|at (?:the )?(?:most|latest))"),
    ),
}
# «Не более 5» bounds from above, and so does none of its parts; «более чем в 5 странах».
_LINK = r"(?:\s+(?:конца|начала|середины|(?:the\s+)?(?:end|start|middle)\s+of))?"
_LINK += r"(?:\s+(?:в|на|с|со|за|через|in|for|the|another))?\s+"
_REACH = 120  # characters before a figure in which its bound may begin
_UNDENIED = r"(?<!\w)(?<!\bне\s)(?<!\bnot\s)(?<!\bno\s)"
# «Больше двух лет не задерживаются» is two years at most, whatever the verb.
_TURNED = re.compile(
    r"больше|более|свыше|выше|меньше|менее|ниже|more|less|fewer|over|above|under|below", re.IGNORECASE
)
_DENIED_VERB_BEFORE = re.compile(
    r"(?:\b(?:not|never|cannot)|n['’]t)\s+(?:[\w-]+\s+){1,3}$|\bне\s+\w+(?:[еиую]т|[яа]т|л[аои]?|ть|[тл]?с[яь])\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_DENIED_VERB_BEHIND = re.compile(r"(?:\s+[\w-]+){0,3}?\s+не\s+\w+(?:[еиую]т|[яа]т|л[аои]?|ть|[тл]?с[яь])\b")
_KAZAKH_TURNED = re.compile(r"(?:артық|көп|астам|жоғары|аса|аз|кем|төмен)$")
_KAZAKH_DENIED_VERB = re.compile(
    r"(?:\s+[\w-]+){0,2}?\s+[\w-]+(?<=\w[аәеоөұүыіиулрй])(?:м[ае])(?:й[дмт]\w+|д[ыі]|[ғг][ае]н)\b"
    r"|(?:\s+[\w-]+){0,2}?\s+[\w-]{2,}(?:п[ае]|б[ае])(?:й[дмт]\w+|д[ыі]|[ғг][ае]н)\b"
)


_DENIES = (
    r"(?:\b(?:not|never|hardly|unlikely|doubts?|cannot|не|вряд\s+ли|едва\s+ли|маловероятн\w+|сомнева\w+)\b"
)
_DENIES += r"|n['’]t\b)"
_DENIAL = re.compile(_DENIES, re.IGNORECASE)
_DENIED = re.compile(rf"{_DENIES}(?:[^.;,]|,\s+что\b)*$", re.IGNORECASE)
# «не менее шести судов» denies nothing
_DENIED_AHEAD = re.compile(
    r"[^.;,]*?\b(?:not|never|hardly|unlikely|не|вряд\s+ли|едва\s+ли)\b"
    r"(?!\s+(?:мен|бол|ниж|выш|ран|поз|less|fewer|more|later|earlier))",
    re.IGNORECASE,
)
_RANGE = re.compile(r"[дтн][ае]н$")
_RELATIVE = re.compile(r"\b(?:that|which|who|whose|where|what)\b", re.IGNORECASE)
_SINCE = re.compile(r"since\b|с\b|начиная\b", re.IGNORECASE)
_THOUGHT = re.compile(
    r"\b(?:expect|think|believ|doubt|sure|certain|likely|unlikely|see)\w*\s*$", re.IGNORECASE
)
_DISBELIEVED = re.compile(r"[^.;,]*\b(?:сенбе|иланба|күмән)\w*")
_DENIED_BEHIND = re.compile(
    r"[^.;,]*\b(?:екіталай|емес|\w+(?:м[ае]|б[ае]|п[ае])(?:й[дм]\w+|[дс]\w*|уі?|[гғ][ае]н\w*))\b"
)


def turns_bound(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement bounds a figure of the source from the other side: at most 5 for at least 5."""
    theirs = tuple(_bounded(source, source_language or language))
    found: list[Clash] = []
    for figure, cue in _bounded(statement, language):
        rivals = [other for there, other in theirs if same_figure(figure, there)]
        if rivals and all(rival.kind == _CONTRARY[cue.kind] for rival in rivals):
            found.append(Clash(cue, rivals[0]))
    return tuple(found)


def loses_bound(text: str, start: int, end: int, language: Language) -> bool:
    """Whether `text` without `start:end` gives a figure as exact that it bounds: «не ранее чем через 80 лет»."""
    return any(
        start <= cue.start < end <= figure.start or figure.end <= start < cue.end <= end
        for figure, cue in _bounded(text, language)
        if figure.kind not in DATE_KINDS
    )


def _bounded(text: str, language: Language) -> Iterator[tuple[Figure, Cue]]:
    """The bounded figures, freed of their bound so that two can be compared, with the words of the bound."""
    for figure in find_figures(text, language):
        cue = _before(figure, text, language) or _behind(figure, text, language) or _rounded(figure)
        if cue:
            yield replace(figure, rounding="none"), cue


def _before(figure: Figure, text: str, language: Language) -> Cue | None:
    dates = _BEFORE_DATES[language] if figure.kind in DATE_KINDS else ()
    for kind, words in dates + _BEFORE[language]:
        pattern = _pattern(rf"{_UNDENIED}(?:{words}){_LINK}$")
        if match := pattern.search(text, max(figure.start - _REACH, 0), figure.start):
            # "not expected before 2033" is no earlier than 2033
            # and what is not answered since July has not been answered from July on
            turned = (
                (kind, words) in dates
                and not _SINCE.match(match.group())
                and (_is_denied(text[: match.start()]) or _opens_denied(text, match.start(), figure.end))
            )
            turned = turned or _turned_by_verb(match, figure, text)
            told = _CONTRARY[kind] if turned else kind
            return Cue(told, match.start(), figure.end, text[match.start() : figure.end])
    return None


def _turned_by_verb(bound: re.Match[str], figure: Figure, text: str) -> bool:
    """Whether a denied verb turns "more than" round: "they do not stay more than two years"."""
    if not _TURNED.match(bound.group()) or figure.kind in DATE_KINDS:
        return False
    before = _DENIED_VERB_BEFORE.search(text[: bound.start()])
    return before is not None or _DENIED_VERB_BEHIND.match(text, figure.end) is not None


def _opens_denied(text: str, start: int, end: int) -> bool:
    """Whether the date opens a sentence that denies: «До 2030 года мост вряд ли достроят»."""
    opening = re.split(r"[.;,:!?\n]", text[:start])[-1]
    return not opening.strip(' «"“—') and _DENIED_AHEAD.match(text, end) is not None


def _is_denied(before: str) -> bool:
    """Whether what stands before a date denies the verb it bounds: "does not expect that it will pay (before 2033)".

    "Cannot carry the load that is added (by 2030)" does not: the date belongs to a clause of its own.
    """
    for denied in _DENIAL.finditer(before):
        if not _DENIED.match(before, denied.start()):
            continue
        apart = _RELATIVE.search(before, denied.end())
        if apart is None or _THOUGHT.search(before, denied.start(), apart.start()) is not None:
            return True
    return False


def _behind(figure: Figure, text: str, language: Language) -> Cue | None:
    for kind, words in _BEHIND[language]:
        if match := _pattern(rf"(?:{words})(?!\w)").match(text, figure.end):
            if _RANGE.search(figure.text) and match.group().endswith("дейін"):
                return None  # «қырық минуттан бір сағатқа дейін»: where it begins, not where it ends
            if _DISBELIEVED.match(text, match.end()):
                return None  # «2030 жылға дейін өсуіне сенбейді»: what is not believed has no earliest time
            until = match.group().endswith("бұрын") or (
                figure.kind in DATE_KINDS and match.group().endswith("дейін")
            )
            if until and _DENIED_BEHIND.match(text, match.end()):
                kind = "least"
            elif figure.kind not in DATE_KINDS and _KAZAKH_TURNED.search(match.group().lower()):
                turned = _KAZAKH_DENIED_VERB.match(text, match.end())
                kind = _CONTRARY[kind] if turned else kind  # «екі жылдан артық тұрақтамайды»
            return Cue(kind, figure.start, match.end(), text[figure.start : match.end()])
    return None


def _rounded(figure: Figure) -> Cue | None:
    """The bound that reading the figure found, with a unit between or in words of its own."""
    kind = _ROUNDED.get(figure.rounding)
    if not kind or not figure.certain or figure.kind in DATE_KINDS:
        return None
    return Cue(kind, figure.start, figure.end, figure.text)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words.replace(" ", r"\s+"), re.IGNORECASE)
