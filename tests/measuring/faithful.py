"""True quotations written as people and programs write them: every one of them must be found."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language

ELLIPSIS = "ellipsis"  # begins the names of the kinds that leave words out

_DASH = re.compile("[-–—]")
_QUOTES = str.maketrans({"«": "“", "»": "”", "“": "«", "”": "»", "„": "«", '"': "”", "'": "’", "’": "'"})
_LONG_WORD = re.compile(r"\w{6,}")
_END_MARKS = " .,;:!?…"

# What turns a sentence when it is left out: denials, conditions, doubts. Written for this measurement from
# grammars, not taken from the checker; a cut that holds one of these must be refused, any other accepted.
_TURNING: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"\b(?:не|ни|нет|без|нельзя|никто|никогда|никак\w*|ничего|ничто|если|бы|б|кроме|лишь|только|якобы|"
        r"мо(?:гут|жет|жно|гл[аио]|г)|в случае|отсутств\w+|невозможн\w+|возможн\w+|вероятн\w+|предположительно|должн\w+|скорее|кажется|наверное|вряд ли|едва ли|"
        r"ожида\w+|план\w+|намерен\w*|хо(?:тел|чет|тят)\w*|при условии|однако|почти|около|примерно)\b",
        re.IGNORECASE,
    ),
    "kk": re.compile(
        r"\b(?:емес\w*|жоқ\w*|егер|тек|ғана|мүмкін\w*|шығар|болар|бәлкім|сияқты|көрінеді|ешқашан|ешкім|ештеңе|"
        r"керек|тиіс\w*|жоспар\w+|шамамен|екіталай|сыңайлы|ықтимал\w*|\w+(?:сыз|сіз)\w*|\w+[мбп](?:ау|еу)\w*|\w+(?:[мбп][ае](?:й|ды|ді|ған|ген|с)\w*)|"
        r"\w+(?:са|се)(?:қ|к|м|ң|ңыз)?|\w+(?:уы|уі) мүмкін)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|hardly|if|unless|only|except|may|might|could|"
        r"would|should|can|possibl\w+|maybe|probabl\w+|perhaps|likely|unlikely|alleged\w*|seem\w*|appear\w*|reported\w*|"
        r"about|almost|nearly|plan\w*|expect\w*|believ\w+|suggest\w*|fail\w*|lack\w*|absence|unable|\w+n['’]t|cannot)\b",
        re.IGNORECASE,
    ),
}

# Bare denials; what looks like one and is none («не только», «не мог не») comes first and names no group.
_DENIAL: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"\bне (?:только|менее|более|меньше|больше|позднее|позже|раньше)\b|\bне мо[гж]\w* не\b|"
        r"\b(?P<denial>не|нет|нельзя)\b",
        re.IGNORECASE,
    ),
    "kk": re.compile(r"\bкүмән жоқ\b|\b(?P<denial>емес|жоқ)\b", re.IGNORECASE),
    "en": re.compile(
        r"\bnot (?:only|just|later|less|more)\b|\b(?P<denial>not|never|\w+n['’]t)\b", re.IGNORECASE
    ),
}
# Where a clause ends, and where another begins that is set against it: a denial there is its own.
_CLAUSE_END = re.compile(
    r"[,;:—–()«»“”\"]|\b(?:and|but|or|that|who|which|because|while|и|а|но|однако|или|что|котор\w+|чтобы|және|бірақ|алайда|ал|деп)\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(r"\b(?:but|но|однако|бірақ|алайда)\b|, (?:а|ал)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """Words of a sentence, and what of the sentence stands before and after them."""

    words: str
    before: str
    after: str
    language: Language


def faithful(span: Span) -> Iterator[tuple[str, str]]:
    """(kind, quotation) for each way of writing the span that changes it; the first is as it stands."""
    yield "as it stands", span.words
    for kind, written in _written(span.words):
        if written != span.words:
            yield kind, written
    if not _turns_around(span):
        yield "marks of a cut at both ends", f"…{span.words.strip(_END_MARKS)}…"
    for kind, mark in (
        (ELLIPSIS, "…"),
        (f"{ELLIPSIS} in brackets", "[…]"),
        (f"{ELLIPSIS}, three dots", "..."),
    ):
        for cut, shortened in _shortened(span.words, mark):
            if not turns(cut, span.language):
                yield kind, shortened


def turns(cut: str, language: Language) -> bool:
    """Whether leaving `cut` out takes a denial, a condition or a doubt away."""
    return bool(_TURNING[language].search(cut))


def _turns_around(span: Span) -> bool:
    """Whether what stands around the span turns it: all of its sentence but what a semicolon parts from it.

    «Проект готов, но не подписан»: a denial set against the span afterwards leaves it true; a condition does not.
    """
    before, after = span.before.rsplit(";", 1)[-1], span.after.split(";", 1)[0]
    main, *contrast = _CONTRAST.split(after, maxsplit=1)
    contrary = _DENIAL[span.language].sub("", "".join(contrast))
    return any(turns(left_out, span.language) for left_out in (before, main, contrary))


def _written(words: str) -> Iterator[tuple[str, str]]:
    yield "quotation marks", f"„{words.translate(_QUOTES)}“"
    yield "dashes", _DASH.sub(lambda m: {"-": "‑", "–": "-", "—": "–"}[m[0]], words)
    yield "no-break spaces", words.replace(" ", "\u00a0")
    yield "white space", words.replace(" ", " \n ")
    yield "ё as е", words.replace("ё", "е").replace("Ё", "Е")
    yield "capitals", words.upper()
    yield "first letter", words[:1].swapcase() + words[1:]
    yield "marks at the end", words.rstrip(_END_MARKS) + ("," if words[-1:] == "." else ".")
    yield "soft hyphens", _LONG_WORD.sub(lambda m: f"{m[0][:3]}\u00ad{m[0][3:]}", words)
    yield "letters taken apart", unicodedata.normalize("NFD", words)


def _shortened(words: str, mark: str) -> Iterator[tuple[str, str]]:
    """(what is left out, the rest around `mark`): the middle third, when it is worth it."""
    parts = words.split(" ")
    third = len(parts) // 3
    if third >= 3:
        yield " ".join(parts[third:-third]), " ".join([*parts[:third], mark, *parts[-third:]])


def over_a_denial(span: Span) -> Iterator[str]:
    """Quotations that cut a bare denial away: «он … приедет» for «он в среду не приедет»."""
    for cut, shortened in _shortened(span.words, "…"):
        if _denies(cut, span.language):
            yield shortened


def beside_a_denial(span: Span) -> Iterator[str]:
    """Quotations that end, with a mark, where a bare denial of the same clause stands: «…приедет в среду»."""
    words = span.words.strip(_END_MARKS)
    if _denies(_CLAUSE_END.split(span.before)[-1], span.language):
        yield f"…{words}"
    if _denies(_CLAUSE_END.split(span.after)[0], span.language):
        yield f"{words}…"


def _denies(text: str, language: Language) -> bool:
    return any(found["denial"] for found in _DENIAL[language].finditer(text))
