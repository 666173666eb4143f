"""Take a person's printed name apart: given name, patronymic, surname, each with its possible nominatives.

«Талгата Калиева» is the man Талгат Калиев in the genitive or the woman Талгата Калиева in the nominative:
the parts agree in case and gender, and a known given name decides between what is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.language.names.forms import ANY_CASE, Gender, Reading, readings
from briefings.language.names.given import genders_of
from briefings.language.names.lexicon import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

_INITIAL = re.compile(r"[^\W\d_]{1,2}\.(?:-?[^\W\d_]{1,2}\.)*|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]")
_ONE_INITIAL = re.compile(r"[^\W\d_]+")
_GLUED_INITIAL = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_]{3})")
_PATRONYMIC = re.compile(r"(?:ич(?:а|у|ем|е)?|(?:вн|ичн)(?:а|ы|е|у|ой))$", re.IGNORECASE)
_SON_OR_DAUGHTER = re.compile(r"(?:[уұ]лы|оглы|оғлы|[кқ]ызы|uly|ul[yi]|q?kyzy|qyzy|ogly)", re.IGNORECASE)
SURNAME = re.compile(
    r"(?:[оеё]в|[сц]к|ин|ын)(?:а|у|ым|ой|е|ий|ого|ому|им|ом|ая|ую)?"
    r"(?:тың|тің|қа|ке|ты|ті|пен|дің|ді|ге|мен|ны|ні|ға)?$"
    r"|(?:[oe]v|[oe]va|[oe]ff|sk[iy]+|skaya)(?:['’]s)?$",
    re.IGNORECASE,
)
_PARTICLES = word_set(
    "фон дер де ди да дель ван ден бен бин ибн аль эль ас ад ат ла ле оглы улы кызы ұлы қызы "
    "von der van den de di da del bin ben ibn al el la le der"
)
_HONORIFICS = word_set(
    "г-н г-жа г-ну г-же г-на г-ном господин господина госпожа госпожи мырза ханым mr mrs ms miss dr prof sir "
    "lord dame sen rep gen president minister professor президент президента министр"
)
# Surnames that stand first although nothing in their form says so: Си Цзиньпин, Ким Чен Ын.
_EASTERN = word_set(
    "си ли ван чжан чжао чжоу чжу чэнь лю хуан ху у сун сунь ма линь дэн вэй вэнь лян ким пак чо чон юн мун "
    "xi li wang zhang zhao zhou zhu chen liu huang hu wu sun ma lin deng wei wen liang kim park moon yoon lee"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of a name by their place. An initial keeps its stop: «Т.», «К.-Ж.»."""

    given: str | None
    patronymic: str | None
    surname: str | None

    @property
    def words(self) -> int:
        """How many parts are spelt out; an initial is worth less than a word."""
        return sum(
            1 if is_initial(part) else 2 for part in (self.given, self.patronymic, self.surname) if part
        )


@dataclass(frozen=True, slots=True)
class Form:
    """One consistent reading of a whole name, in the nominative."""

    given: str | None
    patronymic: str | None
    surname: str | None
    gender: Gender | None
    cases: int


@lru_cache(maxsize=1 << 14)
def parts_of(name: str) -> Parts:
    """The parts of a printed name; titles and lower-case words before it are not part of it."""
    words = _words(name)
    initials = [f"{i}." for word in words if _INITIAL.fullmatch(word) for i in _ONE_INITIAL.findall(word)]
    if any("-" in word and _INITIAL.fullmatch(word) for word in words):  # К.-Ж. is one given name
        initials = ["-".join(initials)]
    spelt = [word for word in words if not _INITIAL.fullmatch(word)]
    if not spelt:
        return Parts(None, None, initials[-1] if initials else None)
    if initials:
        surname = max(reversed(spelt), key=lambda word: bool(SURNAME.search(word)))
        others = [word for word in spelt if word is not surname]
        given = (others + initials)[0]
        patronymic = (others + initials)[1] if len(others + initials) > 1 else None
        return Parts(given, patronymic, surname)
    return _spelt_out(spelt)


def _spelt_out(words: list[str]) -> Parts:
    if len(words) == 1:
        return Parts(None, None, words[0])
    if words[0].lower() in _EASTERN:
        return Parts(" ".join(words[1:]), None, words[0])
    middle = [i for i, word in enumerate(words) if i and _is_patronymic(word, len(words))]
    if middle:
        at = middle[-1]
        given = words[at - 1]
        others = words[: at - 1] + words[at + 1 :]
        return Parts(given, words[at], others[-1] if others else None)
    if SURNAME.search(words[0]) and not SURNAME.search(words[-1]) and not is_known_given(words[0]):
        return Parts(" ".join(words[1:]), None, words[0])
    return Parts(" ".join(words[:-1]), None, words[-1])


def _is_patronymic(word: str, words: int) -> bool:
    if _SON_OR_DAUGHTER.search(word):
        return words > 2  # Бауыржан Момышұлы: with nothing else, it is the surname
    return bool(_PATRONYMIC.search(word))


def is_known_given(word: str) -> bool:
    """Whether the word, in any case, can be a given name of the list or the dictionary."""
    return any(genders_of(reading.nominative) for reading in readings(word))


def _words(name: str) -> list[str]:
    words = _GLUED_INITIAL.sub(" ", name.strip(' \t«»"“”„.,;:')).split()
    while len(words) > 1 and (
        words[0].lower().rstrip(".") in _HONORIFICS or (words[0].islower() and words[0] not in _PARTICLES)
    ):
        words = words[1:]
    while len(words) > 1 and words[-1].lower() in _HONORIFICS:
        words = words[:-1]
    joined: list[str] = []
    pending: list[str] = []
    for word in words:
        if word.lower() in _PARTICLES and word is not words[-1]:
            pending.append(word)
        else:
            joined.append(" ".join([*pending, word]))
            pending = []
    return joined


def is_initial(part: str) -> bool:
    """Whether a part of a name is only its first letters: «Т.», «К.-Ж.»."""
    return part.endswith(".")


@lru_cache(maxsize=1 << 14)
def forms_of(name: str) -> tuple[Form, ...]:
    """All consistent readings of a printed name, at least one."""
    parts = parts_of(name)
    forms = [Form(None, None, None, None, ANY_CASE)]
    for place in ("given", "patronymic", "surname"):
        word = getattr(parts, place)
        if word is None:
            continue
        options = _part_readings(word, place)
        forms = [joined for form in forms for option in options if (joined := _join(form, place, option))]
    return tuple(dict.fromkeys(forms)) or (
        Form(parts.given, parts.patronymic, parts.surname, None, ANY_CASE),
    )


def _part_readings(part: str, place: str) -> Iterable[Reading]:
    if place != "surname" and is_initial(part):
        return (Reading(part, None, ANY_CASE),)
    *before, last = part.split(" ")
    # Of a given name in several words, and after a particle, only the last word declines.
    found = [Reading(" ".join([*before, r.nominative]), r.gender, r.cases) for r in readings(last)]
    if place != "given":
        return found
    if part.endswith("н") and genders_of(part) == {"f"}:  # Катрин does not decline, whatever she ends in
        found.append(Reading(part, "f", ANY_CASE))
    known = []
    for reading in found:
        genders = genders_of(reading.nominative)
        known += [
            Reading(reading.nominative, g, reading.cases) for g in genders if reading.gender in (None, g)
        ]
    return known or found


def _join(form: Form, place: str, reading: Reading) -> Form | None:
    cases = form.cases & reading.cases
    if not cases or (form.gender and reading.gender and form.gender != reading.gender):
        return None
    values = {"given": form.given, "patronymic": form.patronymic, "surname": form.surname}
    values[place] = reading.nominative
    return Form(gender=form.gender or reading.gender, cases=cases, **values)
