"""The people of an article: every mention of a person joined under one name, in the nominative."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.language.names.forms import NOMINATIVE, Gender, kazakh_stems
from briefings.language.names.given import genders_of
from briefings.language.names.parts import SURNAME, Form, forms_of, parts_of
from briefings.language.names.roles import role_cases
from briefings.language.names.same import is_given_of, same_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.language.names.spans import Name

_PLURAL = re.compile(r"^[лдт][ае]р")
_MINE = re.compile(r"^[ыі]?м(?:[ыі]з)?$")  # nobody in the news is "my Asqar": Ғалым is a surname
_ONE_WORD = 2  # as `Parts.words` counts
_DECLINED = "аяеуюымй"  # what a declined name can end in
_OBLIQUE = re.compile(r"(?:ом|ем|ым|им|ой|ей|у|ю|ого|ому)$")


@dataclass(frozen=True, slots=True)
class Person:
    """One person of an article.

    `name` is the fullest printed form in the nominative, `role` as printed beside the name (in the
    nominative where it is so printed), `mentions` in the order of print.
    """

    name: str
    role: str | None
    gender: Gender | None
    mentions: tuple[Name, ...]


def people(names: Sequence[Name]) -> tuple[Person, ...]:
    """The persons among the names of one article, in the order of their first mention.

    A bare surname joins the one person it fits. Where it fits two, it stays a person of its own.
    """
    mentions: dict[str, list[Name]] = {}
    for name in names:
        if name.kind == "person":
            mentions.setdefault(name.text, []).append(name)
    clusters: list[list[str]] = []
    for text in sorted(mentions, key=lambda text: -parts_of(text).words):
        fitting = [c for c in clusters if _fits(text, c)]
        fuller = [c for c in fitting if parts_of(c[0]).words > parts_of(text).words]
        home = fuller if len(fuller) == 1 else [c for c in fitting if c not in fuller]
        if home:
            home[0].append(text)
        else:
            clusters.append([text])
    together = ([name for text in cluster for name in mentions[text]] for cluster in clusters)
    found = [_person(sorted(cluster, key=lambda m: m.start)) for cluster in together]
    return tuple(sorted(found, key=lambda person: person.mentions[0].start))


def _fits(text: str, cluster: Sequence[str]) -> bool:
    """Whether a name may be the one of all these.

    One word need not agree with each: «Лунёв» shares no part with «Борис Петрович», but both do with «Борис Лунёв».
    """
    fitting = [other for other in cluster if _is_one(text, other)]
    others = [other for other in cluster if other not in fitting]
    return bool(fitting) and all(
        parts_of(text).words == _ONE_WORD and any(_is_one(other, full) for full in fitting)
        for other in others
    )


def _is_one(name: str, other: str) -> bool:
    return same_person(name, other) or is_given_of(name, other)


def resolve(names: Sequence[Name]) -> dict[int, str]:
    """For each index of a person in `names`, the name of that person as `people` gives it."""
    by_start = {mention.start: person.name for person in people(names) for mention in person.mentions}
    return {i: by_start[name.start] for i, name in enumerate(names) if name.kind == "person"}


def _person(mentions: list[Name]) -> Person:
    name, form = _canonical(mentions)
    roles = [mention for mention in mentions if mention.role]
    nominative = [m for m in roles if m.language != "ru" or role_cases(m.role or "") & NOMINATIVE]
    first = next(iter(nominative or roles), None)
    return Person(name, first.role if first else None, _gender(form, mentions), tuple(mentions))


def _gender(form: Form, mentions: Sequence[Name]) -> Gender | None:
    """The gender that form and given name leave; «Морган Ли» may be anyone."""
    words = (form.given, form.patronymic, form.surname)
    shown = form.given is None or genders_of(form.given) or form.patronymic
    if not shown and not (form.surname and SURNAME.search(form.surname)):
        return None  # «Катрин Вольф» declines as a man's name and is a woman
    if form.given and len(listed := genders_of(form.given)) == 1:
        return next(iter(listed))
    genders = {
        other.gender
        for mention in mentions
        for other in forms_of(_unshouted(mention.text))
        if (other.given, other.patronymic, other.surname) == words
    }
    return genders.pop() if len(genders) == 1 else None


def _canonical(mentions: list[Name]) -> tuple[str, Form]:
    """The fullest mention in the nominative, and how it was read."""
    fullest = max(_fullness(mention.text) for mention in mentions)
    surnames = Counter(
        surname for mention in mentions for surname in {f.surname for f in forms_of(_unshouted(mention.text))}
    )
    candidates = [
        (_plausibility(mention, form) + surnames[form.surname] / len(mentions), -mention.start, mention, form)
        for mention in mentions
        if _fullness(mention.text) == fullest
        for form in forms_of(_unshouted(mention.text))
    ]
    *_, mention, form = max(candidates, key=lambda candidate: candidate[:2])
    return _rebuilt(mention.text, form), form


def _fullness(name: str) -> tuple[int, bool]:
    """How much of a name is spelt out; of «Борис Лунёв» and «Борис Петрович» the one with the surname."""
    parts = parts_of(name)
    return parts.words, parts.surname is not None


def _plausibility(mention: Name, form: Form) -> float:
    """How likely `form` is the right reading of this mention by itself; only the order means something."""
    printed = _unshouted(mention.text)
    nominative = _rebuilt(mention.text, form)
    score = 0.5 * bool(form.surname and SURNAME.search(form.surname))
    if mention.language == "kk":  # suffixes are only ever added, and nobody is plural
        if nominative == printed:
            return score
        if nominative.split()[-1:] not in [[stem] for stem in kazakh_stems(printed.split()[-1])]:
            return score - 2  # «Карамба» is no Russian genitive here
        ending = printed[len(nominative) :]
        if ending in ("н", "ын", "ін"):
            return score - 0.1  # Құсайын is no form of «Құсай»: only what is somebody's ends so
        return score + 0.2 - bool(_PLURAL.search(ending) or _MINE.match(ending))
    if mention.language == "ru":
        score += bool(mention.role and role_cases(mention.role) & form.cases)
        score += bool(mention.governed and printed[-1] in _DECLINED and not form.cases & NOMINATIVE)
        score += 0.3 * ((nominative == printed) != bool(_OBLIQUE.search(printed)))
    return score


def _rebuilt(printed: str, form: Form) -> str:
    """The printed name with each of its parts in the nominative."""
    name = _unshouted(printed)
    parts = parts_of(name)
    for before, after in zip(
        (parts.given, parts.patronymic, parts.surname),
        (form.given, form.patronymic, form.surname),
        strict=True,
    ):
        if before and after and not before.endswith("."):
            name = name.replace(before, after, 1)
    return " ".join(name.split())


def _unshouted(name: str) -> str:
    """«ТАЛГАТ КАЛИЕВ» in title case."""
    return name.title() if name.isupper() and max(map(len, name.split())) > 2 else name
