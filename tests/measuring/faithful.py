"""True quotations written as people and programs write them: every one of them must be found."""

from __future__ import annotations

import re
import unicodedata
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
        r"мо(?:гут|жет|жно|гл[аио]|г)|возможн\w+|вероятн\w+|предположительно|должн\w+|скорее|кажется|наверное|"
        r"ожида\w+|план\w+|намерен\w*|хо(?:тел|чет|тят)\w*|при условии|однако|почти|около|примерно)\b",
        re.IGNORECASE,
    ),
    "kk": re.compile(
        r"\b(?:емес\w*|жоқ\w*|егер|тек|ғана|мүмкін\w*|шығар|болар|бәлкім|сияқты|көрінеді|ешқашан|ешкім|ештеңе|"
        r"керек|тиіс\w*|жоспар\w+|шамамен|\w+(?:сыз|сіз)(?:д[аеы]\w*)?|\w+(?:[мбп][ае](?:й|ды|ді|ған|ген|с)\w*)|"
        r"\w+(?:са|се)(?:қ|к|м|ң|ңыз)?|\w+(?:уы|уі) мүмкін)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|hardly|if|unless|only|except|may|might|could|"
        r"would|should|can|possibl\w+|probabl\w+|perhaps|likely|unlikely|alleged\w*|seem\w*|appear\w*|reported\w*|"
        r"about|almost|nearly|plan\w*|expect\w*|believ\w+|suggest\w*|fail\w*|\w+n['’]t|cannot)\b",
        re.IGNORECASE,
    ),
}

_DENIAL: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"\b(?:не(?! (?:только|менее|более|меньше|больше|позднее|позже|раньше)\b)|нет|нельзя)\b",
        re.IGNORECASE,
    ),
    "kk": re.compile(r"\b(?:емес|жоқ)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:not(?! (?:only|later|less|more)\b)|never|\w+n['’]t)\b", re.IGNORECASE),
}


def faithful(words: str, language: Language) -> Iterator[tuple[str, str]]:
    """(kind, quotation) for each way of writing `words` that changes them; the first is as they stand."""
    yield "as it stands", words
    for kind, written in _written(words):
        if written != words:
            yield kind, written
    for kind, mark in (
        (ELLIPSIS, "…"),
        (f"{ELLIPSIS} in brackets", "[…]"),
        (f"{ELLIPSIS}, three dots", "..."),
    ):
        for cut, shortened in _shortened(words, mark):
            if not turns(cut, language):
                yield kind, shortened


def turns(cut: str, language: Language) -> bool:
    """Whether leaving `cut` out takes a denial, a condition or a doubt away."""
    return bool(_TURNING[language].search(cut))


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
    yield "marks of a cut at both ends", f"…{words.strip(_END_MARKS)}…"


def _shortened(words: str, mark: str) -> Iterator[tuple[str, str]]:
    """(what is left out, the rest around `mark`): the middle third, when it is worth it."""
    parts = words.split(" ")
    third = len(parts) // 3
    if third >= 3:
        yield " ".join(parts[third:-third]), " ".join([*parts[:third], mark, *parts[-third:]])


def over_a_denial(words: str, language: Language) -> Iterator[str]:
    """Quotations that cut a bare denial away: «он … приедет» for «он в среду не приедет»."""
    for cut, shortened in _shortened(words, "…"):
        if _DENIAL[language].search(cut):
            yield shortened
