"""Bodies that speak: ministries, companies, press services, named in full or by their noun alone."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.domain import Language, Speaker
from briefings.language.names.phrases import adjectives_start, may_be_nominative, modifiers_end, nominative
from briefings.language.speech.mention import Mention
from briefings.language.speech.table import Agreement, Gender, SpeechTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.language.names import Name

_KAZAKH_QUOTED = re.compile(r"[«\"“][^«»\"“”\n]{2,40}[»\"”]\s+(?:[\w-]+\s+){0,2}$")
_ENGLISH_NAME = re.compile(r"(?:\b(?!The\b|In\b|But\b|And\b|A\b)[A-Z][\w-]*\s+)+$")
_QUOTED_NAME = re.compile(r"[«\"“](?P<name>[^\W\d_a-zа-яё][^«»\"“”.,!?\n]{2,40})[»\"”](?=\s)")
_GENITIVE = re.compile(r"(?<=[а-яәғқңөұүһі]{4})(?:ның|нің|дың|дің|тың|тің)$")
_STEM = 4


def find_bodies(
    text: str, lowered: str, names: Sequence[Name], language: Language, table: SpeechTable
) -> Iterator[Mention]:
    """The bodies of `text`; the ones known by their noun come before the bare names."""
    organisations = [n for n in names if n.kind == "organisation"]
    for match in table.body.finditer(lowered):
        start, end = _phrase(text, match, language)
        reach = end + 1 if language == "ru" else end - 1
        around = [n for n in organisations if start <= n.end and n.start <= reach]
        # A name in front of the noun that does not reach it is another's: «Казбур» сообщил министерству
        around = [n for n in around if n.end > match.start() or text[n.end : match.start()].isspace()]
        start, end = min([start, *(n.start for n in around)]), max([end, *(n.end for n in around)])
        if "\n" in text[start:end]:
            start, end = match.span()
        kind = match.lastgroup
        gender: Gender | None = "m" if kind == "m" else "f" if kind == "f" else "n" if kind == "n" else None
        yield Mention(
            "body",
            start,
            end,
            text[match.start() : match.end()],
            Agreement(gender, plural=False),
            nominative=kind is not None,
            speaker=Speaker(_named(text[start:end].strip(), language, table, declined=kind is None)),
        )
    for name in organisations:
        if text.count("«", name.start, name.end) > text.count("»", name.start, name.end):
            name = _closed(name, text)
        printed = _in_nominative(name.text, organisations) if language == "ru" else name.text
        if language == "kk":
            printed = _GENITIVE.sub("", printed)  # «Ойпат жерлер институтының»
        is_subject = language != "ru" or may_be_nominative(name.text.split()[0].strip('«»"'))
        yield Mention(
            "body", name.start, name.end, name.text, nominative=is_subject, speaker=Speaker(printed)
        )
    yield from _named_by_quotes(text, lowered, table)


def _closed(name: Name, text: str) -> Name:
    """«АО «Дала Темір» with the closing mark that its finder left out."""
    end = name.end + text.startswith("»", name.end)
    return replace(name, end=end, text=text[name.start : end])


def _named(printed: str, language: Language, table: SpeechTable, *, declined: bool) -> str:
    """The name of a body in the nominative; a Kazakh one that is so printed keeps its possessive."""
    return table.in_nominative(printed) if declined or language == "ru" else printed


def _named_by_quotes(text: str, lowered: str, table: SpeechTable) -> Iterator[Mention]:
    """«Степной курьер» пишет: what stands in quotation marks beside a verb of saying is a paper or a firm."""
    for match in _QUOTED_NAME.finditer(text):
        if table.verb.match(lowered, match.end() + 1) and text[match.end()] == " ":
            yield Mention(
                "body",
                match.start(),
                match.end(),
                match["name"],
                Agreement(plural=False),
                speaker=Speaker(match["name"]),
            )


def _in_nominative(printed: str, organisations: Sequence[Name]) -> str:
    """«Каспийской линии» as the article prints it elsewhere, or by the dictionary: «Каспийская линия»."""
    stems = [word[:_STEM] for word in printed.split()]
    same = [n.text for n in organisations if [w[:_STEM] for w in n.text.split()] == stems]
    direct = next((text for text in same if all(may_be_nominative(word) for word in text.split())), None)
    return direct or (printed if may_be_nominative(printed) else nominative(printed))


def _phrase(text: str, noun: re.Match[str], language: Language) -> tuple[int, int]:
    start, end = noun.span()
    if language == "kk":
        before = _KAZAKH_QUOTED.search(text, max(0, start - 60), start)
        return (before.start() if before else start), end
    if language == "en":
        if noun.group().startswith("the ") and "’" not in noun.group() and "'" not in noun.group():
            start += 4
        named = _ENGLISH_NAME.search(text, max(0, start - 60), start)
        return (named.start() if named else start), end
    return adjectives_start(text, start, end), modifiers_end(text, end)
