"""How many a cited sentence lists: «три страны» for «Казахстан, Азербайджан и Туркменистан», and how many are left."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.language.figures import find_figures
from briefings.language.names import find_names, is_printed
from briefings.language.names.governments import is_country
from briefings.language.names.known import is_state, known

if TYPE_CHECKING:
    from briefings.checking.evidence import Evidence
    from briefings.domain import Language
    from briefings.language.figures import Figure
    from briefings.language.names import Name

_FEWEST, _MOST = 2, 20
_BETWEEN = re.compile(
    r"\s*(?:,|;)?\s*(?:и|а также|and|as well as|мен|пен|бен|және|сондай-ақ|&)?\s*", re.IGNORECASE
)
# What a statement calls those that are listed: at most two words behind the number.
_WORDS: dict[Language, tuple[tuple[str, str], ...]] = {
    "ru": (
        (
            "country",
            r"стран\w*|государств\w*|столиц\w*|республик\w*|сосед(?:ей|а|ям|ями|и|ях)|покупател\w*|партн[её]р\w*|заказчик\w*|получател\w*|союзник\w*",
        ),
        ("place", r"город\w*|област\w+|регион\w*|порт\w*|район\w*"),
        ("person", r"эксперт\w*|человек\w*|аналитик\w*|чиновник\w*|министр\w*|специалист\w*|уч[её]н\w+"),
        ("organisation", r"организаци\w*|ведомств\w*|компани\w*|банк\w*|фонд\w*|министерств\w*"),
    ),
    "kk": (
        (
            "country",
            r"ел(?:дің|ге|ді|де|ден|мен|і|інің)?|мемлекет\w*|республика\w*|көрші\w*|серіктес\w*|сатып\s+алушы\w*|алушы\w*|одақтас\w*",
        ),
        ("place", r"қала\w*|облыс\w*|өңір\w*|порт\w*|аудан\w*"),
        ("person", r"сарапшы\w*|адам\w*|маман\w*|министр\w*|ғалым\w*"),
        ("organisation", r"ұйым\w*|ведомство\w*|компания\w*|банк\w*|қор\w*|министрлік\w*"),
    ),
    "en": (
        (
            "country",
            r"countries|states?|nations?|capitals|governments|republics|buyers|customers|partners|neighbou?rs|clients|recipients|allies",
        ),
        ("place", r"cities|towns|regions|ports|provinces|districts"),
        ("person", r"experts|people|analysts|officials|ministers|scientists"),
        ("organisation", r"bodies|organi[sz]ations|agencies|companies|banks|funds|ministries"),
    ),
}
# «Үшжақты комиссия» is that of three.
_SIDED: dict[Language, tuple[tuple[int, str], ...]] = {
    "ru": ((2, r"двусторонн"), (3, r"тр[её]хсторонн"), (4, r"четыр[её]хсторонн"), (5, r"пятисторонн")),
    "kk": ((2, r"екі\s?жақты"), (3, r"үш\s?жақты"), (4, r"төрт\s?жақты"), (5, r"бес\s?жақты")),
    "en": (
        (2, r"bilateral|two-way"),
        (3, r"trilateral|tripartite"),
        (4, r"quadrilateral|four-way"),
        (5, r"five-way"),
    ),
}
# The two sides are all who deal with one another: «екі жақ бірге көтереді» of «бөлісу керек».
_SIDES: dict[Language, str] = {
    "ru": r"\s+сторон\w*",
    "kk": r"\s+(?:жақ(?:тың|қа|ты|та|тан|пен)?|тарап\w*)(?!\w)",
    "en": r"\s+(?:sides|parties)\b",
}
# What two do with one another; "between the countries" are two as well.
_DEALING = re.compile(
    r"бөліс|бірге|бірлес|ортақ|өзара|екеу|екі\s?жақ|арасында|келіс|вместе|совместн|делит|поделить|взаимн|между|двусторонн|\bоб[еа]\b|соглас"
    r"|both|joint|shar|mutual|between|each other|bilateral|together|agree",
    re.IGNORECASE,
)
_BETWEEN_COUNTRIES = re.compile(
    r"between\s+the\s+(?:countries|states|nations|neighbours)|между\s+(?:странами|государствами|соседями)"
    r"|(?:елдер|мемлекеттер|көршілер)(?:дің)?\s+арасында",
    re.IGNORECASE,
)
_LEFT: dict[Language, str] = {
    "ru": r"остальн\w+|оставш\w+|друг\w+|прочи\w+",
    "kk": r"қалған|өзге|басқа",
    "en": r"others?|remaining",
}
_NEIGHBOURS: dict[Language, str] = {
    "ru": r"\bи\s+{0}\s+(?:\w+\s+)?(?:сосед\w+|партн[её]р\w*|союзник\w*)",
    "kk": r"(?:және|пен|мен|бен)\s+(?:оның\s+)?{0}\s+(?:көрші\w*|серіктес\w*|одақтас\w*)",
    "en": r"\band\s+{0}\s+(?:of\s+)?(?:its\s+|their\s+)?(?:\w+\s+)?(?:neighbours|neighbors|partners|allies)",
}


def counts_listed(figure: Figure, evidence: Evidence) -> bool:
    """Whether the number is how many names of its kind one cited sentence lists, or how many of them are left."""
    language = evidence.language
    number = figure.value
    if figure.kind != "number" or not isinstance(number, Decimal) or not _FEWEST <= number <= _MOST:
        return False
    behind = evidence.statement.text[figure.end :]
    if number == _FEWEST and re.match(_SIDES[language], behind, re.IGNORECASE):
        return _DEALING.search(evidence.source) is not None
    kind = next((kind for kind, noun in _WORDS[language] if _counted(noun, behind)), None)
    if kind is None:
        return False
    left = re.search(
        rf"\b(?:{_LEFT[language]})\s+$", evidence.statement.text[: figure.start], re.IGNORECASE
    ) or re.match(rf"\s+(?:{_LEFT[language]})\b", behind, re.IGNORECASE)
    for sentence in evidence.cited:
        words = evidence.article.words_of(sentence)
        for run in _runs(words, evidence.article.language, kind):
            named = sum(_is_named(name, evidence) for name in run) if left else 0
            if len(run) - named == number and (not left or named):
                return True
        if kind == "country" and number == _FEWEST and _BETWEEN_COUNTRIES.search(words):
            return True
        if kind == "country" and not left and _with_neighbours(number, words, evidence):
            return True
        sided = (pattern for of, pattern in _SIDED[evidence.article.language] if of == number)
        if kind == "country" and any(re.search(rf"\b(?:{s})", words, re.IGNORECASE) for s in sided):
            return True
    return False


def _counted(noun: str, behind: str) -> bool:
    return re.match(rf"[\s-]+(?:[\w-]+\s+){{0,2}}?(?:{noun})(?!\w)", behind, re.IGNORECASE) is not None


def _runs(text: str, language: Language, kind: str) -> list[list[Name]]:
    """The longest stretches of names of `kind` in `text` with nothing but commas and "and" between."""
    names = [n for n in find_names(text, language) if _is_of(n, kind)]
    runs: list[list[Name]] = [names[:1]]
    for one, other in pairwise(names):
        if _BETWEEN.fullmatch(text[one.end : other.start]):
            runs[-1].append(other)
        else:
            runs.append([other])
    return [run for run in runs if len(run) >= _FEWEST]


def _is_of(name: Name, kind: str) -> bool:
    if kind == "country":
        key = known(name.text)
        return key is not None and (is_state(key) or is_country(key))
    return name.kind == kind


def _is_named(name: Name, evidence: Evidence) -> bool:
    return is_printed(name.text, evidence.statement.text, name.kind)


def _with_neighbours(number: Decimal, text: str, evidence: Evidence) -> bool:
    """Whether the sentence has a country and the others: "Kazakhstan and four of its neighbours" are five."""
    there = evidence.article.language
    return any(
        other.kind == "number"
        and other.value == number - 1
        and re.search(_NEIGHBOURS[there].format(re.escape(other.text)), text, re.IGNORECASE)
        for other in find_figures(text, there)
    )
