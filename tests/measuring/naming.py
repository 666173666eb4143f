"""Whether a name is known again in its cases, and kept apart from other people's.

Four hundred invented people a language: each given name with several surnames. Every form must be the same
person as the full name in the nominative (`same_person`), and a sentence that prints it must print that
name (`is_printed`). Of other people, none may be: same surname and another given name, same given name and
another surname, surnames alike to a letter or two, another initial. Men are compared with men and women
with women, since «Александра Калиева» may be either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from briefings.language.names import is_printed, same_person
from tests.measuring import kazakh_names, russian_names
from tests.measuring.results import Part, counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.measuring.russian_names import Gender

_INFLECTED = ("full name", "surname alone", "initial and surname")
_EACH = 7  # surnames that a given name is borne with
_SENTENCES = {
    "ru": "На встрече в Верховске вспомнили о {} и других.",
    "kk": "Бұл жолы кездесуде {} туралы айтылды.",
}
_ROMAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
}  # fmt: skip


@dataclass(frozen=True)
class Bearer:
    """One invented person. `forms` are (kind, printed form) of the name."""

    given: str
    surname: str
    gender: Gender
    forms: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        return f"{self.given} {self.surname}"


def part(data: Path | None) -> Part:
    """On the invented people, and on those of `factrueval-dev` when `data` has it."""
    rows = chain.from_iterable(_judged(language) for language in ("ru", "kk"))
    outside = _on_real_mentions(data / "factrueval-dev") if data else ()
    return Part(
        "names",
        counted(chain(rows, outside)),
        columns=("language", "half"),
        asked="known again ≥ 99 %, no other person taken for one",
    )


def bearers(language: str) -> list[Bearer]:
    names = russian_names if language == "ru" else kazakh_names
    return [
        bearer(given, names.SURNAMES[(at * _EACH + step) % len(names.SURNAMES)], gender, language)
        for gender, givens in (("m", names.MEN), ("f", names.WOMEN))
        for at, given in enumerate(givens)
        for step in range(_EACH)
    ]


def bearer(given: str, surname: str, gender: Gender, language: str) -> Bearer:
    """The person with this given name and this surname, of which a man's form is given."""
    forms = _russian_forms if language == "ru" else _kazakh_forms
    if gender == "f":
        surname = (russian_names if language == "ru" else kazakh_names).feminine(surname)
    return Bearer(given, surname, gender, tuple(forms(given, surname, gender)))


def _russian_forms(given: str, surname: str, gender: Gender) -> Iterator[tuple[str, str]]:
    givens = russian_names.decline_given(given, gender)
    surnames = russian_names.decline_surname(surname, gender)
    for case, first, last in zip(russian_names.CASES, givens, surnames, strict=True):
        if case != "nominative":
            yield f"full name, {case}", f"{first} {last}"
        yield "surname alone", last
        yield "initial and surname", f"{given[0]}. {last}"
        yield "surname first", f"{last} {first}"
    yield "in Latin letters", _in_latin(f"{given} {surname}")


def _kazakh_forms(given: str, surname: str, _gender: Gender) -> Iterator[tuple[str, str]]:
    for form, last in kazakh_names.suffixed(surname).items():
        yield f"full name, {form}", f"{given} {last}"
        yield "surname alone", last
        yield "initial and surname", f"{given[0]}. {last}"
    yield "in Latin letters", _in_latin(f"{given} {surname}")


def _in_latin(name: str) -> str:
    return "".join(_ROMAN.get(c, c) if c.islower() else _ROMAN.get(c.lower(), c).capitalize() for c in name)


def _judged(language: str) -> Iterator[tuple[str, str, str, bool]]:
    people = bearers(language)
    for person in people:
        for kind, form in person.forms:
            yield f"known again: {kind}", language, "same person", same_person(form, person.name)
            yield f"known again: {kind}", language, "printed", _prints(form, person.name, language)
            if kind.startswith(_INFLECTED):
                yield "known again: all inflected", language, "same person", same_person(form, person.name)
                yield "known again: all inflected", language, "printed", _prints(form, person.name, language)
    for kind, person, form in _strangers(people, language):
        for measure in (f"taken for another: {kind}", "taken for another: all together"):
            yield measure, language, "same person", same_person(form, person.name)
            yield measure, language, "printed", _prints(form, person.name, language)


def _prints(form: str, name: str, language: str) -> bool:
    return is_printed(name, _SENTENCES[language].format(form), "person")


def _strangers(people: list[Bearer], language: str) -> Iterator[tuple[str, Bearer, str]]:
    """(kind, person, form of the name of somebody else)."""
    for at, person in enumerate(people):
        for other in people[at + 1 :]:
            if other.gender != person.gender:
                continue
            if other.surname == person.surname and other.given != person.given:
                yield from (("another given name", person, form) for form in _full(other))
                if other.given[0] != person.given[0]:
                    initials = (form for kind, form in other.forms if kind == "initial and surname")
                    yield from (("another initial", person, form) for form in initials)
            elif other.given == person.given:
                yield from (("another surname", person, form) for form in _full(other))
    for gender, given in (("m", "Данияр"), ("f", "Динара")):
        for surnames in (russian_names if language == "ru" else kazakh_names).LOOK_ALIKES:
            one, two = (bearer(given, surname, gender, language) for surname in surnames)
            for person, other in ((one, two), (two, one)):
                yield from (("a surname alike", person, form) for _, form in other.forms)


def _full(person: Bearer) -> Iterator[str]:
    return (form for kind, form in person.forms if kind.startswith("full name"))


def _on_real_mentions(folder: Path) -> Iterator[tuple[str, str, str, bool]]:
    """Every printed mention of a person with a surname, against all people of its text."""
    for path in sorted(folder.glob("*.coref")):
        people = _people(path.read_text(encoding="utf-8"))
        text = path.with_suffix(".txt").read_text(encoding="utf-8")
        for number, mention, around in _mentions(path, text):
            if number not in people:
                continue
            name = people[number]
            yield "known again: in the news", "ru", "same person", same_person(mention, name)
            yield "known again: in the news", "ru", "printed", is_printed(name, around, "person")
            for other in set(people.values()):
                if other.split()[-1] != name.split()[-1]:
                    yield "taken for another: in the news", "ru", "same person", same_person(mention, other)


def _people(coreference: str) -> dict[str, str]:
    """Given name and surname by the number of each mention, of `firstname` and `lastname` in a `.coref` file."""
    people = {}
    for block in coreference.split("\n\n"):
        head, *lines = block.strip().split("\n")
        values = {key: value for key, _, value in (line.partition(" ") for line in lines)}
        if {"firstname", "lastname"} <= values.keys():
            for number in head.split()[1:]:
                people[number] = f"{values['firstname']} {values['lastname']}"
    return people


def _mentions(path: Path, text: str) -> Iterator[tuple[str, str, str]]:
    """(number, words, the paragraph) of each person that `.objects` and `.spans` mark with a surname."""
    spans = {}
    for line in path.with_suffix(".spans").read_text(encoding="utf-8").splitlines():
        number, kind, start, length, *_ = line.split()
        spans[number] = (kind, int(start), int(start) + int(length))
    for line in path.with_suffix(".objects").read_text(encoding="utf-8").splitlines():
        number, kind, *numbers = line.split("#", 1)[0].split()
        marked = [spans[n] for n in numbers]
        if kind == "Person" and any(span[0] == "surname" for span in marked):
            first, last = min(s[1] for s in marked), max(s[2] for s in marked)
            yield number, re.sub(r"\s+", " ", text[first:last]), _paragraph(text, first, last)


def _paragraph(text: str, start: int, end: int) -> str:
    last = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : last if last >= 0 else len(text)]
