"""Titles that clash with a dated table of office holders: somebody called former who holds the office."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from briefings import resources
from briefings.domain import OutsideNote, SourceIssue
from briefings.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from briefings.domain import Article, Language, Sentence
    from briefings.rendering.labels import Labels

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FILE = "prompts/lens/facts/offices.yaml"
_FORMER = r"(?:бывш\w+|экс-|прежн\w+|бұрынғы|former|ex-)"
_BEFORE = 2  # sentences back to the person whom «бывший президент США» may mean


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an office since which day, and where that can be looked up."""

    name: Mapping[Language, str]
    office: Mapping[Language, str]
    since: date
    until: date
    source: str
    surname: re.Pattern[str]
    former: re.Pattern[str]  # the office called a former one; group "of" when its country is named


@dataclass(frozen=True, slots=True)
class Titles:
    """What clashes, and the facts it clashes with, for the block of notes from outside."""

    issues: tuple[SourceIssue, ...] = ()
    notes: tuple[OutsideNote, ...] = ()


@cache
def read_offices(overrides: Path | None = None) -> tuple[Holder, ...]:
    """The table of office holders. Raises `UserError` naming the file when it is no such table."""
    path = resources.find(_FILE, overrides)
    try:
        table = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
        return tuple(_holders(table))
    except (yaml.YAMLError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            f"{path} is not a table of office holders: {error!r}; compare it with ours"
        ) from error


def check_titles(article: Article, labels: Labels, overrides: Path | None = None) -> Titles:
    """The titles of `article` that were wrong on the day it was published; without that day, none.

    One issue for each person, citing every sentence; the outlet's retelling is never blamed on the speaker.
    """
    if article.published is None:
        return Titles()
    day = date.fromisoformat(article.published)
    issues, notes = [], []
    for holder in read_offices(overrides):
        found = list(_called_former(article, holder)) if holder.since <= day <= holder.until else []
        if found:
            issues.append(_issue(found, labels))
            text = labels.weak_places["held"].format(
                name=holder.name[labels.language],
                office=holder.office[labels.language],
                since=labels.date(holder.since.isoformat()),
            )
            notes.append(OutsideNote(text, holder.source, holder.since.isoformat()))
    return Titles(tuple(issues), tuple(notes))


def _holders(table: Mapping[str, Any]) -> Iterator[Holder]:
    for office in table["offices"]:
        of = "|".join(re.escape(stem) for stem in office["of"])
        head = "|".join(re.escape(stem) for stem in office["head"])
        country = rf"(?P<of{{}}>\b(?:{of})[\w.-]*)"
        former = re.compile(
            rf"(?:{country.format(1)}\s+)?\b{_FORMER}\s*(?:{country.format(2)}\s+)?(?:{head})\w*"
            rf"(?:\s+(?:of\s+(?:the\s+)?)?{country.format(3)})?",
            re.IGNORECASE,
        )
        for holder in office["holders"]:
            yield Holder(
                name=holder["name"],
                office=office["name"],
                since=holder["since"],
                until=holder.get("until", table["checked"]),
                source=holder["source"],
                surname=re.compile(r"\b(?:" + "|".join(map(re.escape, holder["surname"])) + ")"),
                former=former,
            )


def _called_former(article: Article, holder: Holder) -> Iterator[tuple[Sentence, str]]:
    """The sentences that call `holder` a former holder of the office, and the words that do."""
    for at, sentence in enumerate(article.body):
        words = article.words_of(sentence)
        for found in holder.former.finditer(words):
            if _means(article.body[max(0, at - _BEFORE) : at + 1], article, found, holder):
                yield sentence, found.group()


def _means(near: Sequence[Sentence], article: Article, found: re.Match[str], holder: Holder) -> bool:
    """Whether the title is the holder's: his name follows, or no name does and he was named just before."""
    words = article.words_of(near[-1])
    following = re.match(r"\s+((?:[^\W\d_a-zа-яёәғқңөұүһі][\w.-]*\s*){1,3})", words[found.end() :])
    if following:
        return bool(holder.surname.search(following[1]))
    named = any(holder.surname.search(article.words_of(s)) for s in near)
    return named and any(found[f"of{n}"] for n in (1, 2, 3))


def _issue(found: Sequence[tuple[Sentence, str]], labels: Labels) -> SourceIssue:
    first, words = found[0]
    numbers = tuple(dict.fromkeys(sentence.id for sentence, _ in found))
    if first.voice == "outlet":
        whose = labels.weak_places["outlets_own"]
    elif first.voice == "direct" and first.speaker:
        whose = labels.weak_places["quoted"].format(name=first.speaker.name)
    else:
        whose = labels.weak_places["retold"]
    text = labels.weak_places["title"].format(words=words, whose=whose)
    return SourceIssue(text, numbers, "title")
