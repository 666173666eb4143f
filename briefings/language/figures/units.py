"""What is counted: percent, money, time, times; and the words that follow an ordinal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from briefings.language.figures.tokens import Token, adjoining, hyphenated, word_at

if TYPE_CHECKING:
    from briefings.domain import Language
    from briefings.language.figures.figure import Kind


class Unit(NamedTuple):
    """A unit read after a number; `end` is the index of the first token behind it."""

    kind: Kind
    unit: str | None
    end: int


SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "₸": "KZT", "₽": "RUB", "₺": "TRY", "₹": "INR", "₴": "UAH",
}  # fmt: skip
CODES = frozenset({
    "USD", "EUR", "GBP", "CNY", "KZT", "RUB", "TRY", "INR", "UZS", "KGS", "JPY", "CHF", "AED", "CAD", "AUD", "UAH",
    "AZN", "GEL",
})  # fmt: skip

_MONEY = {
    "USD": r"долл|доллар\w*|dollars?|бакс\w*",
    "KZT": r"тг|тенге|теңге\w*|tenges?",
    "EUR": r"евро|еуро\w*|euros?",
    "RUB": r"руб|рубл\w+|рубль\w*|rubles?|roubles?",
    "CNY": r"юан\w*|yuans?|renminbi",
    "JPY": r"иен\w*|yen",
    "GBP": r"фунт\w*|стерлинг\w*|pounds?|sterling",
    "UZS": r"сум|сум(?:а|ы|ов|ам|ами)",
    "KGS": r"сом(?:а|ы|ов|ам|ами)?",
    "TRY": r"лир|лир(?:а|ы|у|ам)|liras?|лира\w*",
    "INR": r"рупи\w*|rupees?",
    "AED": r"дирхам\w*|dirhams?",
    "AZN": r"манат\w*|manats?",
    "UAH": r"гривн\w*|гривен|hryvnias?",
    "GEL": r"лари|laris?",
}
_TIME: dict[Language, dict[str, str]] = {
    "ru": {
        "year": r"год(?:а|у|ом|е|ы|ов|ам|ами|ах)?|лет|летам|летн\w+|лети[еяюй]\w*|годов\w{2,3}",
        "month": r"мес|месяц\w*|месячн\w+",
        "week": r"недел\w*|недельн\w+",
        "day": r"день|дн(?:я|ю|е|и|ей|ем|ям|ями|ях)|дневн\w+|сутки|суток|сутк\w+|суточн\w+",
        "hour": r"час(?:а|у|ом|е|ы|ов|ам|ами|ах)?|часов\w{2,3}",
        "minute": r"мин|минут\w*",
        "second": r"сек|секунд\w*",
        "decade": r"десятилети\w*",
        "century": r"век(?:а|у|ом|е|ов|ам|ами|ах)?|столети\w*",
    },
    "kk": {
        "year": r"жыл|жыл(?!қы)\w*|жас|жас(?:қа|та|тан|ты|тың|тағы|ар|ында|ына|ы|ынан|ында\w+)",
        "month": r"ай|ай(?:да|дан|ға|ды|дың|лық\w*|ы|ын|ында|ына|дағы)",
        "week": r"апта\w*",
        "day": r"күн|күн(?!де\w)\w*|тәулік\w*|тәуліг\w*",
        "hour": r"сағат\w*",
        "minute": r"мин|минут\w*",
        "second": r"сек|секунд\w*",
        "decade": r"онжылдық\w*|онжылдығ\w*",
        "century": r"ғасыр\w*",
    },
    "en": {
        "year": r"years?|years?'|yr|yrs",
        "month": r"months?|months?'",
        "week": r"weeks?|weeks?'",
        "day": r"days?|days?'",
        "hour": r"hours?|hours?'|hrs?",
        "minute": r"minutes?|mins?",
        "second": r"seconds?|secs?",
        "decade": r"decades?",
        "century": r"century|centuries",
    },
}
_PERCENT = r"%|процент\w*|пайыз\w*|percent|pct"
_TIMES = r"раза?|кратн\w*|есе\w*|рет|рет(?:те|тен|ке)|мәрте|times?|fold|x"
# A dollar is the American one unless a word before it says otherwise.
_DOLLARS = {
    "канад": "CAD", "canad": "CAD", "австрал": "AUD", "austral": "AUD", "гонконг": "HKD", "сингапур": "SGD",
}  # fmt: skip
_BEFORE_DOLLAR = {"us": "USD", "c": "CAD", "a": "AUD", "hk": "HKD"}
_COUNTRY = re.compile(
    r"(?:американ|канад|австрал|гонконг|сингапур|российск|китайск|казахстан|японск|белорус|турецк|индийск|ресей|қытай"
    r"|қазақстан|american|canad|austral|russian|chinese|kazakh|japanese|turkish|indian|ақш$|us$)\w*"
)
_COUNTED_BY_ORDINALS = {
    "quarter": r"квартал\w*|тоқсан\w*|quarters?",
    "half": r"половин\w*|полугоди\w*|жарты\w*|half",
    "century": r"век\w{0,2}|столети\w*|ғасыр\w*|century|centuries",
}


def _table(patterns: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{words})" for name, words in patterns.items()))


_CURRENCIES = _table(_MONEY)
_TIMES_OF = {language: _table(patterns) for language, patterns in _TIME.items()}
_PERCENTS = re.compile(_PERCENT)
_MULTIPLE = re.compile(_TIMES)
_ORDINAL_UNITS = _table(_COUNTED_BY_ORDINALS)


def unit_at(tokens: list[Token], index: int, language: Language) -> Unit | None:
    """The unit that begins at token `index`, a joining hyphen skipped: "30 %", "10-дневный"."""
    if hyphenated(tokens, index):
        index += 1
    word = word_at(tokens, index)
    if not word:
        return None
    if _PERCENTS.fullmatch(word) or (word == "per" and word_at(tokens, index + 1) == "cent"):
        return _percent(tokens, index + (2 if word == "per" else 1))
    if word in {"п", "процентных", "процентный", "процентного", "percentage"} and _is_point(
        tokens, index + 1
    ):
        return Unit("percent", "point", _past_point(tokens, index + 1))
    if time := _TIMES_OF[language].fullmatch(word):
        return Unit("duration", time.lastgroup, index + 1)
    # 4x4 is no multiple.
    if _MULTIPLE.fullmatch(word) and not (word == "x" and word_at(tokens, index + 1).isdigit()):
        return Unit("multiple", None, index + 1)
    return _currency(tokens, index)


def _is_point(tokens: list[Token], index: int) -> bool:
    if word_at(tokens, index) == ".":
        index += 1
    return re.fullmatch(r"п|пункт\w*|тармақ\w*|тармағ\w*|points?", word_at(tokens, index)) is not None


def _past_point(tokens: list[Token], index: int) -> int:
    return index + (2 if word_at(tokens, index) == "." else 1)


def _percent(tokens: list[Token], index: int) -> Unit:
    if hyphenated(tokens, index) and _is_point(tokens, index + 1):
        index += 1
    if _is_point(tokens, index):
        return Unit("percent", "point", _past_point(tokens, index))
    return Unit("percent", None, index)


def _currency(tokens: list[Token], index: int) -> Unit | None:
    dollar = "USD"
    for _ in range(2):
        word = word_at(tokens, index)
        if not _COUNTRY.match(word) or word_at(tokens, index + 1) in {"", "."}:
            break
        dollar = next((code for stem, code in _DOLLARS.items() if word.startswith(stem)), dollar)
        index += 1
    word = word_at(tokens, index)
    if word in SIGNS:
        return Unit("money", SIGNS[word], index + 1)
    if word.upper() in CODES:
        return Unit("money", word.upper(), index + 1)
    match = _CURRENCIES.fullmatch(word)
    if match is None:
        return None
    end = index + 1
    if match.lastgroup == "USD":
        if word == "долл" and word_at(tokens, end) == ".":
            end += 1
        return Unit("money", dollar, end + (word_at(tokens, end) in {"сша", "ақш"}))
    return Unit("money", match.lastgroup, end + word_at(tokens, end).startswith(("стерлинг", "sterling")))


def is_time(word: str, language: Language) -> bool:
    """Whether a folded word is a unit of time."""
    return _TIMES_OF[language].fullmatch(word) is not None


def begins_currency(word: str) -> bool:
    """Whether a currency that a number follows can begin with this folded word or sign."""
    return word in SIGNS or word in _BEFORE_DOLLAR or word.upper() in CODES


def currency_before(tokens: list[Token], index: int) -> Unit | None:
    """The currency sign or code at token `index` that a number follows: "$", "US$", "KZT"."""
    word = word_at(tokens, index)
    if word in _BEFORE_DOLLAR and word_at(tokens, index + 1) == "$" and adjoining(tokens, index + 1):
        return Unit("money", _BEFORE_DOLLAR[word], index + 2)
    if word in SIGNS:
        return Unit("money", SIGNS[word], index + 1)
    if word.upper() in CODES:
        return Unit("money", word.upper(), index + 1)
    return None


def ordinal_unit_at(tokens: list[Token], index: int) -> Unit | None:
    """What an ordinal counts, when that settles that it is one: a quarter, a half, a century."""
    if hyphenated(tokens, index):
        index += 1
    match = _ORDINAL_UNITS.fullmatch(word_at(tokens, index))
    return Unit("ordinal", match.lastgroup, index + 1) if match else None
