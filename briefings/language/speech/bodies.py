"""Bodies that speak: ministries, companies, press services, named in full or by their noun alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.domain import Language, Speaker
from briefings.language.names.known import kind_of, known
from briefings.language.names.phrases import (
    adjectives_start,
    may_be_nominative,
    may_be_subject,
    modifiers_end,
    nominative,
)
from briefings.language.speech.mention import Mention
from briefings.language.speech.table import Agreement, Gender, SpeechTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.language.names import Name

_KAZAKH_QUOTED = re.compile(r"[«\"“][^«»\"“”\n]{2,40}[»\"”]\s+(?:[\w-]+\s+){0,2}$")
_ENGLISH_NAME = re.compile(r"(?:\b(?!The\b|In\b|But\b|And\b|A\b)[A-Z][\w-]*\s+)+$")
_ENGLISH_JOINED = re.compile(
    r"(?:\b(?!The\b|In\b|But\b|And\b|A\b)[A-Z][\w-]*\s+)*(?P<last>[A-Z][\w-]*)\s+and\s+$"
)
_INDEFINITE = re.compile(r"(?:an?|one)\s+", re.IGNORECASE)
# "a union | of fishing crews in Aktau | said"
_TAIL = re.compile(
    r"(?:\s+(?:of|for|in|near|at|from)(?:\s+(?:and\s+)?[\w’'-]+){1,4}?){1,2}(?<!['’]s)(?<!['’])(?=,?\s+$)"
)
# "the divers' union, | Blue Rope, | said"
_BY_NAME = re.compile(r",\s(?P<name>[A-Z][\w’'-]*(?:\s(?:of\s|and\s|the\s)?[A-Z][\w’'-]*){0,3}),(?=\s)")
_TITLED = re.compile(r"(?!The\b)[A-Z]")
_FARTHEST_VERB = 80  # characters
_QUOTED_NAME = re.compile(r"[«\"“](?P<name>[^\W\d_a-zа-яё][^«»\"“”.,!?\n]{2,40})[»\"”](?=[\s,])")
# «Питомник | «Ван Лоон и дочери»»: a noun that no table has, with a name of its own, and what sets it apart
_NOUN_BEFORE = re.compile(r"(?:^|[.!?…\n]\s*|,\s)(?P<noun>[^\W\d_][а-яё-]{3,}(?<![ыиоуюяеё]))\s$")
# A family's firm is no person: «Кузнецов и сыновья», "Marlow & Sons", «Ахметов және ұлдары»
FAMILY_FIRM = re.compile(
    r"\s+(?:и|and|&|және|мен)\s+(?:сын|сыновья|дочь|дочери|братья|внуки|партн[её]ры|компания|ко|sons?|daughters?|brothers"
    r"|partners|company|co|associates|ұлдары|қыздары|серіктестері|немерелері)\b",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"(?<=[а-яәғқңөұүһі]{4})(?:ның|нің|дың|дің|тың|тің)$")
_ABBREVIATED = re.compile(r"\s*\((?P<short>[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,8})\)")
_ARTICLE = re.compile(r"[Tt]he\s+(?=[A-Z])")
_OF_COUNTRY = re.compile(
    r"(?P<country>[А-ЯӘҒҚҢӨҰҮҺІ][\w-]+(?:\s+[а-яәғқңөұүһі][\w-]+)?)(?<!н[ыі]ң)(?:ның|нің|дың|дің|тың|тің)?\s+$"
)
_LOCATIVE = re.compile(r"[дт][ае]$")
_OBLIQUE = re.compile(r"-(?:[дт][ае](?:[ғг][ыі])?|[ғгқк][ае]|[дтн][ае]н|[мбп]ен)$")  # «БҰҰ-дағы», «БҰҰ-ға»
# «судоходная компания «Бриз»» is «Бриз»; a union or a fund is not called by the quoted name alone
_FIRM = re.compile(
    r"(?:[\w-]+\s+){0,3}(?:компания|фирма|предприятие|холдинг|концерн|перевозчик|агрохолдинг)"
    r"\s+[«\"“](?P<name>[^«»\"“”]+)[»\"”]$",
    re.IGNORECASE,
)
_KAZAKH_FIRM = re.compile(
    r"[«\"“](?P<name>[^«»\"“”]+)[»\"”]\s+(?:(?:авиа)?компания|фирма|кәсіпорн|холдинг|концерн|агрохолдинг)\w*$",
    re.IGNORECASE,
)
_SUFFIXED = re.compile(r"[-’'].*$")
_POSTED = re.compile(r"\s+в\s+[А-ЯЁ][\w-]+(?:-[А-ЯЁ][\w-]+)?")  # «Посольство Китая | в Астане»
_SENTENCE_END = re.compile(r"[.!?…\n]")
_LAST_WORDS = re.compile(r"(?P<two>[\w-]+\s+(?P<last>[\w-]+))$")
_STEM = 4
_FEW = 3  # words between a quoted name and its noun
_MARK = re.compile(r"[^\w\s-]")


def find_bodies(
    text: str, lowered: str, names: Sequence[Name], language: Language, table: SpeechTable
) -> Iterator[Mention]:
    """The bodies of `text`; the ones known by their noun come before the bare names."""
    organisations = [n for n in names if n.kind == "organisation"]
    for match in table.body.finditer(lowered):
        start, end = _phrase(text, match, language)
        if language == "en":
            end = _past_tail(text, lowered, end, table)
        reach = end + 1 if language == "ru" else end - 1
        around = [n for n in organisations if start <= n.end and n.start <= reach]
        # A name in front of the noun that does not reach it is another's: «Казбур» сообщил министерству
        around = [n for n in around if n.end > match.start() or text[n.end : match.start()].isspace()]
        start, end = min([start, *(n.start for n in around)]), max([end, *(n.end for n in around)])
        end = _before_bearer(names, start, end)
        if "\n" in text[start:end]:
            start, end = match.span()
        printed = text[start:end].strip()
        if language == "en" and (
            article := _ARTICLE.match(text, start, end) or _INDEFINITE.match(text, start, end)
        ):
            printed = text[article.end() : end].strip()
        kind = match.lastgroup
        if language == "en" and _INDEFINITE.match(match.group()) and not table.verb.match(lowered, end + 1):
            kind = None  # "a railway that ends nowhere" is any
        is_name = language == "en" and printed[:1].isupper() and " " in printed
        by_name = _BY_NAME.match(text, end) if language == "en" and not _TITLED.match(printed) else None
        if by_name and table.verb.match(lowered, by_name.end() + 1):
            printed, end, is_name = by_name["name"], by_name.end(), True
        gender: Gender | None = "m" if kind == "m" else "f" if kind == "f" else "n" if kind == "n" else None
        yield Mention(
            "body",
            start,
            end,
            text[match.start() : match.end()],
            Agreement(gender, plural=False),
            nominative=kind is not None or is_name,
            speaker=Speaker(_named(printed, language, table, declined=kind is None)),
        )
    for name in organisations:
        if text.count("«", name.start, name.end) > text.count("»", name.start, name.end):
            name = _closed(name, text)
        printed = _in_nominative(name.text, organisations) if language == "ru" else name.text
        if language == "kk":
            printed = _GENITIVE.sub(
                "", _SUFFIXED.sub("", printed)
            )  # «Ойпат жерлер институтының», «ЖИЦДМ-нің»
            country = _country_before(text, name.start)
            if country is not None:
                name = replace(name, start=country, text=text[country : name.end])
                printed = _GENITIVE.sub("", name.text)
        if language == "en":
            printed = _ARTICLE.sub("", printed)
        is_subject = _may_be_subject(name.text, language)
        yield Mention(
            "body", name.start, name.end, name.text, nominative=is_subject, speaker=Speaker(printed)
        )
    yield from _named_by_quotes(text, lowered, table)


def in_full(bodies: Sequence[Mention], text: str) -> list[Mention]:
    """The bodies, each abbreviation with the name that it stands behind: «Союз пастухов (СП)», later «СП»."""
    names: dict[str, Speaker] = {}
    found = []
    for body in bodies:
        speaker = body.speaker
        if speaker and " " in speaker.name:
            short = _ABBREVIATED.search(speaker.name) or _ABBREVIATED.match(text, body.end)
            if short and short["short"] not in names:
                speaker = Speaker(_ABBREVIATED.sub("", speaker.name).strip())
                body = replace(body, end=max(body.end, short.end() if short.string is text else 0))
                names[short["short"]] = speaker
        elif speaker:
            speaker = names.get(speaker.name, speaker)
        found.append(replace(body, speaker=speaker))
    return found


def _before_bearer(names: Sequence[Name], start: int, end: int) -> int:
    """Where a body ends whose name stands in the role of a person: «глава Фонда рек | Дамир Асанов»."""
    bearer = next(
        (n for n in names if start < n.start < end and n.role_start is not None and n.role_start < n.start),
        None,
    )
    return bearer.start - 1 if bearer and (bearer.role_start or 0) <= start else end


def _may_be_subject(name: str, language: Language) -> bool:
    if language == "ru":
        return may_be_subject([word.strip('«»"') for word in name.split()])
    return language == "en" or not (_GENITIVE.search(name) or _OBLIQUE.search(name))


def _country_before(text: str, start: int) -> int | None:
    """Where the country of a Kazakh ministry begins: «Әзербайжанның | Төтенше жағдайлар министрлігі»."""
    for before in _OF_COUNTRY.finditer(text, max(0, start - 40), start):
        named = before["country"]
        key = known(named)
        is_there = key is not None and known(_LOCATIVE.sub("", named)) == key and _LOCATIVE.search(named)
        # «Астанада | … министрлігі»; «Канада» is no such case
        if key and kind_of(key) == "place" and not is_there:
            return before.start()
    return None


def _closed(name: Name, text: str) -> Name:
    """«АО «Дала Темір» with the closing mark that its finder left out."""
    end = name.end + text.startswith("»", name.end)
    return replace(name, end=end, text=text[name.start : end])


def _named(printed: str, language: Language, table: SpeechTable, *, declined: bool) -> str:
    """The name of a body in the nominative; a Kazakh one that is so printed keeps its possessive."""
    own = {"ru": _FIRM, "kk": _KAZAKH_FIRM}.get(language)
    if own and (firm := own.match(printed)) is not None:
        return firm["name"]
    if language == "ru" and (firm := _FIRM.match(table.in_nominative(printed))) is not None:
        return firm["name"]
    return table.in_nominative(printed) if declined or language == "ru" else printed


def _named_by_quotes(text: str, lowered: str, table: SpeechTable) -> Iterator[Mention]:
    """«Степной курьер» пишет: what stands in quotation marks beside a verb of saying is a paper or a firm."""
    for match in _QUOTED_NAME.finditer(text):
        start, name = match.start(), match["name"]
        says = text[match.end()] == " " and _says(lowered, match.end() + 1, table)
        if table.role_first and (noun := _NOUN_BEFORE.search(text, max(0, start - 30), start)):
            if not (noun["noun"][0].isupper() and _spoken_of(lowered, match.end(), table)):
                continue
            start = noun.start("noun")
            if table.body.match(lowered, start):
                continue  # it has been found by its noun
            name = text[start : match.end()]
        elif not says and not (
            table.role_first and text.startswith(", ", start - 2) and text[match.end()] == ","
        ):
            continue
        yield Mention("body", start, match.end(), name, Agreement(plural=False), speaker=Speaker(name))


def _spoken_of(lowered: str, start: int, table: SpeechTable) -> bool:
    """Whether the same sentence has a verb of saying."""
    ending = _SENTENCE_END.search(lowered, start)
    return table.verb.search(lowered, start, ending.start() if ending else len(lowered)) is not None


def _says(lowered: str, start: int, table: SpeechTable) -> bool:
    """Whether a verb of saying follows at once or, in Kazakh, closes the sentence."""
    if table.verb.match(lowered, start) or table.source_before.match(lowered, start - 1):
        return True
    if _names_noun(lowered, start, table):
        return False
    ending = _SENTENCE_END.search(lowered, start)
    closing = _LAST_WORDS.search(lowered, start, ending.start()) if ending and table.verb_last else None
    return closing is not None and any(
        found and found.lastgroup in ("says", "holds") and ending and found.end() == ending.start()
        for found in (table.verb.match(lowered, at) for at in (closing.start("last"), closing.start("two")))
    )


def _names_noun(lowered: str, start: int, table: SpeechTable) -> bool:
    """Whether the quoted name belongs to a noun behind it: «Өрлеу» | өңірлік саясат орталығының директоры."""
    noun = table.body.search(lowered, start) if table.verb_last else None
    between = lowered[start : noun.start()] if noun else ""
    return noun is not None and len(between.split()) <= _FEW and not _MARK.search(between)


def _in_nominative(printed: str, organisations: Sequence[Name]) -> str:
    """«Каспийской линии» as the article prints it elsewhere, or by the dictionary: «Каспийская линия»."""
    stems = [word[:_STEM] for word in printed.split()]
    same = [n.text for n in organisations if [w[:_STEM] for w in n.text.split()] == stems]
    direct = next((text for text in same if all(may_be_nominative(word) for word in text.split())), None)
    return direct or (printed if may_be_nominative(printed) else nominative(printed))


def _past_tail(text: str, lowered: str, end: int, table: SpeechTable) -> int:
    """Where what qualifies an English body ends, if a verb of saying follows it: "a union of crews in Aktau | said"."""
    for verb in table.verb.finditer(lowered, end, end + _FARTHEST_VERB):
        tail = _TAIL.match(text[: verb.start()], end)
        if tail:
            return tail.end()
    return end


def _phrase(text: str, noun: re.Match[str], language: Language) -> tuple[int, int]:
    start, end = noun.span()
    if language == "kk":
        before = _KAZAKH_QUOTED.search(text, max(0, start - 60), start)
        return (before.start() if before else start), end
    if language == "en":
        if noun.group().startswith("the ") and "’" not in noun.group() and "'" not in noun.group():
            start += 4
        named = _ENGLISH_NAME.search(text, max(0, start - 60), start)
        start = named.start() if named else start
        joined = _ENGLISH_JOINED.search(text, max(0, start - 60), start)
        if named and joined and not known(joined["last"]):
            start = joined.start()  # "the UN Food and | Agriculture Organization"
        return start, end
    start, end = adjectives_start(text, start, end), modifiers_end(text, end)
    posted = (
        _POSTED.match(text, end)
        if noun.group().startswith(("посольств", "консульств", "генконсульств"))
        else None
    )
    return start, posted.end() if posted else end
