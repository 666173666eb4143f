"""What a text calls a person beside the name: «политолог», "senior fellow at Y", «институт директоры».

A role has a head from the lexicon («визит» and «встреча» are none). In Russian the head stands in the case
of the name: in «советник президента Талгат Калиев» that is the adviser, not the president.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefings.language.lemmas import parses_of
from briefings.language.names.kazakh import cannot_qualify
from briefings.language.names.known import known
from briefings.language.names.lexicon import LEXICONS, word_set
from briefings.language.names.parts import forms_of
from briefings.language.names.trades import is_role, is_trade

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefings.domain import Language
    from briefings.language.names.spans import Span


class Role(NamedTuple):
    """A role at `text[start:end]`."""

    start: int
    end: int


class _Token(NamedTuple):
    start: int
    end: int
    text: str


_OPENING_MARKS, _CLOSING_MARKS, _QUOTED = "«“", "»”", 8
_NAMED_BODY = re.compile(r"[«“\"][^«»“”\"\n]{1,60}[»”\"](?=[.,;:!?]|$)")
_REACH = 160  # characters that a role may be long
_TOKEN = re.compile(r"[Ии]\.\s?о\.|[^\W_]+(?:[-’'‑][^\W_]+)*|[^\w\s]")
_COURTESY = word_set("mr mrs ms dr sir lord lady господин госпожа г-н г-жа мырза ханым")

# The cases of names_forms as the Russian dictionary calls them.
_CASES = dict(zip(("nomn", "gent", "datv", "accs", "ablt", "loct"), (1 << n for n in range(6)), strict=True))
_RUSSIAN_INNER = word_set("по в во при на из и")  # «министр по делам», «посол в США»
_RUSSIAN_CONTENT = frozenset(("NOUN", "ADJF", "PRTF", "NUMR", "ADJS"))
_ACTING = word_set("врио и.о. обязанности обязанностей")  # the role after them stands in the genitive
_ENGLISH_MODIFIER = re.compile(
    r"prime|chief|former|deputy|vice|press|policy|trade|energy|finance|defen[cs]e|health|oil|gas|law|foreign|state|"
    r"human|rights|market|climate|risk|media|group|company|party|research|[a-z]+(?:-[a-z]+)+|"
    r"[a-z]{2,}(?:al|ic|ary|ive|ian|ese|ish|ior|ics|ity|ing|gy)"
)
_ENGLISH_OF = re.compile(r"\s(?:of|at|for|with|in|from|on|to)\s")
_ENGLISH_END = re.compile(r"[,.;:!?()\[\]\"“”—–]|\s(?:said|says|told|who|which|has|was|is)\b|[\r\n]|$")
_END = re.compile(r"[,.;:!?()\[\]«»\"—–]|[\r\n]|$")
_POSSESSIVE = re.compile(r"['’]s?$")
_RIGHT_OPENING = re.compile(
    r"(?:,\s\d\d)?(?:,\s+|\s*\(|\s+[-–—]\s+)(?:(?:the|an?|his|her|their)\s+)?(?=[^\W\d_])"
)
# «сауда министрі», «реттеу және дамыту агенттігінің төрағасы»
_KAZAKH_INNER = word_set("сауда пайда баға аға және")
_KAZAKH_LOCATIVE = re.compile(r"(?:[дтғқг][ае]|(?<!и)к[ае])$")  # but Логистика
_KAZAKH_ADJECTIVE = re.compile(r"(?:[дтл][ыі][қк]$|^(?:саяси|ғылыми|аға|бас|бұрынғы|тәуелсіз|белгілі|кіші)$)")


def role_of(text: str, name: Span, language: Language, after: int, before: int) -> Role | None:
    """The role printed left or, failing that, right of a person's name.

    It is looked for between `after`, where the person before ends, and `before`, where the next one begins.
    """
    tokens = _adjacent_tokens(text, max(after, name.start - _REACH), name.start)
    if tokens and tokens[-1].text.lower() not in _COURTESY:
        first = _LEFT[language](tokens, name.text_in(text))
        if first is not None:
            return Role(tokens[first].start, tokens[-1].end)
    return _right(text, name.end, language, before)


def role_cases(role: str) -> int:
    """The cases (bits) in which the head of a Russian role stands; 0 when there is none."""
    heads = (word for word in role.lower().split() if is_role(word, "ru") or is_trade(word))
    return _russian_cases(next(heads, ""), ("NOUN", "ADJF"))


def _adjacent_tokens(text: str, start: int, end: int) -> list[_Token]:
    """The words and marks left of a name, on its line; none when something but a space stands between."""
    line = max(text.rfind("\n", start, end), text.rfind("\r", start, end)) + 1
    tokens = [_Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, max(line, start), end)]
    return tokens if tokens and text[tokens[-1].end : end].isspace() else []


def _left_russian(tokens: list[_Token], name: str) -> int | None:
    cases = 0
    for form in forms_of(name):
        cases |= form.cases
    first: int | None = None
    trade: int | None = None  # «хирург клиники «Ак жол» X»: a trade that no list has, when there is no role
    quoted = False
    for at in range(len(tokens) - 1, -1, -1):
        word = tokens[at].text.lower()
        if word in '«»"“”„':
            quoted = word in "»”" or (word == '"' and not quoted)
            continue
        if quoted:
            continue
        acting = at > 0 and tokens[at - 1].text.lower() in _ACTING
        adjacent = at == len(tokens) - 1 and is_trade(word)
        if (adjacent or is_role(word, "ru")) and (acting or cases & _russian_cases(word, ("NOUN", "ADJF"))):
            first = at
        elif trade is None and is_trade(word) and cases & _russian_cases(word, ("NOUN",)):
            trade = at
        elif word in _RUSSIAN_INNER:
            if first is not None:
                break
        elif not _is_russian_content(tokens[at].text):
            break
    first = trade if first is None else first
    return None if first is None else _with_russian_qualities(tokens, first)


def _with_russian_qualities(tokens: list[_Token], first: int) -> int:
    """Where a role begins whose noun is `first`: with its adjectives, and «исполняющий обязанности»."""
    head = _russian_cases(tokens[first].text.lower(), ("NOUN", "ADJF"))
    while first and _russian_cases(tokens[first - 1].text.lower(), ("ADJF", "PRTF")) & head:
        first -= 1
    while first and tokens[first - 1].text.lower() in _ACTING | {"исполняющий"}:
        first -= 1
    return first


@lru_cache(maxsize=1 << 14)
def _russian_cases(word: str, parts_of_speech: tuple[str, ...]) -> int:
    """The cases (bits) in which the word can be a singular noun or adjective, pronouns aside."""
    mask = 0
    for parse in parses_of(word):
        if parse.tag.POS in parts_of_speech and parse.tag.number != "plur" and "Apro" not in parse.tag:
            mask |= _CASES.get(parse.tag.case or "nomn", 0)
    return mask


@lru_cache(maxsize=1 << 14)
def _is_russian_content(word: str) -> bool:
    """Whether the word can stand inside a role: a noun or an adjective, not a verb, pronoun or adverb."""
    if not word[0].isalnum():
        return False
    parses = parses_of(word.lower())
    return word[0].isupper() or any(p.tag.POS in _RUSSIAN_CONTENT and "Apro" not in p.tag for p in parses)


def _left_kazakh(tokens: list[_Token], name: str) -> int | None:  # noqa: ARG001
    first = len(tokens) - 1
    head = tokens[first].text.lower()
    if not is_role(head, "kk"):
        return None
    of_something = head not in LEXICONS["kk"].roles
    while first and tokens[first - 1].text[0].isalpha():
        word = tokens[first - 1].text
        adjective = _KAZAKH_ADJECTIVE.search(word.lower()) or word.lower() in _KAZAKH_INNER
        outside = word.lower() in LEXICONS["kk"].never - _KAZAKH_INNER
        if word[0].isupper():  # Қазақстан, Қарағанды
            outside = outside or bool(_KAZAKH_LOCATIVE.search(word.lower()))
        else:
            outside = outside or cannot_qualify(word, tokens[first].text)
        if not adjective and (outside or not of_something):
            break
        first -= 1
    return _with_quoted_body(tokens, first)


def _with_quoted_body(tokens: list[_Token], first: int) -> int:
    """Where a role begins that names its body in quotation marks: «Ала-Тоо диалогы» тобының үйлестірушісі."""
    if not first or tokens[first - 1].text[-1:] not in _CLOSING_MARKS:
        return first
    opening = next(
        (
            at
            for at in range(first - 1, max(-1, first - _QUOTED), -1)
            if tokens[at].text[:1] in _OPENING_MARKS
        ),
        None,
    )
    return first if opening is None else opening


def _left_english(tokens: list[_Token], name: str) -> int | None:  # noqa: ARG001
    last = len(tokens) - 1
    first = last if is_role(tokens[last].text, "en") else _office_of(tokens)
    if first is None:
        return None
    while first:
        before = tokens[first - 1].text
        if _is_english_modifier(before) or LEXICONS["en"].body.search(before.capitalize()):
            first -= 1
        elif before in "'’" and first > 1 and tokens[first - 2].text.endswith("s"):
            first -= 2  # "seafarers' union chair"
        else:
            break
    return first


def _office_of(tokens: list[_Token]) -> int | None:
    """Where the office begins that a capitalised portfolio ends: "Minister of Trade and Integration"."""
    for at in range(len(tokens) - 1, 0, -1):
        word = tokens[at].text
        if word == "of" and is_role(tokens[at - 1].text, "en"):
            return at - 1
        if not word[0].isupper() and word not in ("of", "and", "the", "for"):
            return None
    return None


def _is_english_modifier(word: str) -> bool:
    lowered = word.lower()
    if lowered in ("according", "during", "including", "following"):
        return False
    if _ENGLISH_MODIFIER.fullmatch(lowered) or known(word):
        return True
    return word[0].isupper() and "’" not in word and "'" not in word and lowered not in LEXICONS["en"].never


_LEFT: dict[Language, Callable[[list[_Token], str], int | None]] = {
    "ru": _left_russian,
    "kk": _left_kazakh,
    "en": _left_english,
}


def _right(text: str, end: int, language: Language, before: int) -> Role | None:
    opening = _RIGHT_OPENING.match(text, end)
    if not opening:
        return None
    limit = opening.end() + _REACH
    ending = (_ENGLISH_END if language == "en" else _END).search(text, opening.end(), limit)
    stop = ending.start() if ending else limit
    if stop > before or stop == limit or not _is_role_phrase(text[opening.end() : stop], language):
        return None
    # «экономист исследовательской группы | «Баланс»»
    named = _NAMED_BODY.match(text, stop)
    return Role(opening.end(), named.end() if named else len(text[:stop].rstrip()))


def _is_role_phrase(phrase: str, language: Language) -> bool:
    if language == "en":
        words = _ENGLISH_OF.split(phrase, maxsplit=1)[0].split()
        return (
            bool(words)
            and is_role(words[-1], "en")
            and all(_is_english_modifier(word) or _POSSESSIVE.search(word) for word in words[:-1])
        )
    words = phrase.split()
    if language == "kk":
        return bool(words) and is_role(words[-1], "kk")
    for word in words:
        if is_role(word, "ru"):
            return bool(_russian_cases(word.lower(), ("NOUN", "ADJF")) & 1)
        if not _russian_cases(word.lower(), ("ADJF", "PRTF")):
            return False
    return False
