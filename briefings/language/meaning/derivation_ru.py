"""Which Russian words tell of one deed: verbs of one aspect pair, and the noun made of a verb.

«Сокращать», «сократить» and «сокращение» share a root: the perfective verb, or the imperfective one where the
dictionary knows no other. Guessed from endings; a guess counts only where the dictionary has it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.language.lemmas import parses_of, russian

if TYPE_CHECKING:
    from collections.abc import Iterator

# Endings of an imperfective verb and those of its perfective partner.
_PAIRS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("кладывать", ("ложить",)),
    ("рабатывать", ("работать",)),
    ("равнивать", ("равнять", "ровнять")),
    ("матривать", ("мотреть",)),
    ("говаривать", ("говорить",)),
    ("тягивать", ("тянуть",)),
    ("навливать", ("новить",)),
    ("товливать", ("товить",)),
    ("траивать", ("троить",)),
    ("зывать", ("звать", "зать")),
    ("сылать", ("слать",)),
    ("бегать", ("бежать",)),
    ("летать", ("лететь",)),
    ("езжать", ("ехать",)),
    ("кивать", ("кнуть", "кать")),
    ("ливать", ("лить", "лять")),
    ("шивать", ("сить", "шить")),
    ("чивать", ("тить", "чить")),
    ("живать", ("дить", "зить", "жать", "жить")),
    ("щивать", ("стить",)),
    ("ывать", ("ать", "ыть")),
    ("ивать", ("ить", "еть", "ать", "ять")),
    ("евать", ("еть",)),
    ("авать", ("ать",)),
    ("нимать", ("нять", "ять")),
    ("бирать", ("брать",)),
    ("пирать", ("переть",)),
    ("читать", ("честь",)),
    ("падать", ("пасть",)),
    ("пускать", ("пустить",)),
    ("могать", ("мочь",)),
    ("гать", ("чь", "гнуть")),
    ("щать", ("тить", "стить")),
    ("ждать", ("дить",)),
    ("шать", ("сить", "шить")),
    ("жать", ("зить", "дить")),
    ("чать", ("тить", "чить")),
    ("плять", ("пить",)),
    ("влять", ("вить",)),
    ("блять", ("бить",)),
    ("млять", ("мить",)),
    ("ать", ("ить", "нуть")),
    ("ять", ("ить", "еть")),
    ("входить", ("войти",)),
    ("сходить", ("сойти",)),
    ("приходить", ("прийти",)),
    ("ходить", ("йти",)),
    ("возить", ("везти",)),
    ("водить", ("вести",)),
    ("носить", ("нести",)),
)
# Endings of a noun and those of its verb.
_NOUNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("икация", ("ицировать", "иковать")),
    ("изация", ("изировать", "изовать")),
    ("ация", ("ировать", "овать")),
    ("едение", ("ести",)),
    ("есение", ("ести",)),
    ("рытие", ("рыть",)),
    ("нятие", ("нять",)),
    ("ование", ("овать",)),
    ("ение", ("ать", "ять", "ить", "еть")),
    ("ание", ("ать",)),
    ("яние", ("ять",)),
    ("ировка", ("ировать",)),
    ("ладка", ("ладывать",)),
    ("ка", ("ить", "ать", "ять")),
    ("дажа", ("дать",)),
    ("ата", ("атить", "ачивать")),
)
# Nouns without an ending of their own: вывоз, запуск; only such as begin like a verb.
_BARE = re.compile(r"(?:вы|за|от|пере|про|под|при|раз|рас|из|ис|об|вв|вз)\w{2,}[^аеёийоуыэюяь]")
# They look like deeds and are places, bodies or matters.
_NO_DEEDS = frozenset(
    {"завод", "подряд", "отряд", "приход", "проспект", "заявка", "значение", "население", "отделение",
     "отношение", "управление", "учреждение", "заведение", "представление", "направление", "предприятие",
     "объединение", "соединение", "имение", "выражение", "предложение", "задание", "издание", "здание",
     "заявление", "образование", "основание", "расстояние", "положение", "поколение", "помещение"}
)  # fmt: skip
_SHORTEST = 4  # letters of a guessed verb: «дать» and «пить» are parts of too many words


@lru_cache(maxsize=20_000)
def root(lemma: str, pos: str) -> str | None:
    """The verb that stands for the deed `lemma` (е for ё) tells of; None for other words."""
    if pos in ("INFN", "VERB", "PRTF", "PRTS", "GRND"):
        verb, own = _without_reflexive(lemma), True
    elif pos == "NOUN":
        found = next((v for v in _verbs_of(lemma) if _aspect(v)), None)
        if found is None:
            return None
        verb, own = found, False
    else:
        return None
    aspect = _aspect(verb)
    if aspect == "impf":
        return next((v for v in _partners(verb) if _aspect(v) == "perf"), verb)
    return verb if aspect or own else None


def _verbs_of(noun: str) -> Iterator[str]:
    if noun in _NO_DEEDS:
        return
    for ending, verbal in _NOUNS:
        if noun.endswith(ending) and len(noun) > len(ending) + 1:
            stem = noun.removesuffix(ending)
            yield from (stem + other for other in verbal)
            return
    if _BARE.fullmatch(noun):
        yield from (noun + "ать", noun + "ить")


def _partners(verb: str) -> Iterator[str]:
    for ending, others in _PAIRS:
        if verb.endswith(ending) and len(verb) > len(ending):
            yield from (verb.removesuffix(ending) + other for other in others)


def _without_reflexive(verb: str) -> str:
    return re.sub(r"(?<=ть|ти|чь)с[яь]$", "", verb)


def _aspect(verb: str) -> str | None:
    if len(verb) < _SHORTEST or not russian().word_is_known(verb):
        return None
    found = next(
        (p for p in parses_of(verb) if p.tag.POS == "INFN" and p.normal_form.replace("ё", "е") == verb), None
    )
    return str(found.tag.aspect) if found else None
