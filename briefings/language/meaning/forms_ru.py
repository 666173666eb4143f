"""Russian word forms, by dictionary. Every reading of a form counts: the most frequent one is often wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from briefings.language.lemmas import parses_of, russian
from briefings.language.meaning.derivation_ru import root
from briefings.language.meaning.form import Form

if TYPE_CHECKING:
    from briefings.language.meaning.form import Phase

_HEADS_A_CLAUSE = frozenset({"VERB", "INFN", "PRTS", "ADJS", "PRED"})
# Words that begin with не without denying anything; most others are absent without their не.
_NOT_DENIALS = frozenset(
    {
        "необходимый",
        "необходимо",
        "необходимость",
        "неделя",
        "недельный",
        "немедленно",
        "немедленный",
        "нефть",
    }
    | {"невеста", "немного", "недавно", "недавний", "недалеко", "недалекий"}
)
_NAMES_A_QUALITY = frozenset({"ADJF", "ADJS", "ADVB", "PRTF", "PRTS", "COMP"})


def read(word: str) -> Form:
    """The reading of `word` (lower case)."""
    if not re.fullmatch(r"[а-яё-]+", word):
        return Form(frozenset({word}))  # the dictionary fails on letters that Unicode has no name for
    parses = parses_of(word)
    lemmas = {fold(parse.normal_form) for parse in parses} | {fold(word)}
    best = parses[0].tag
    denied = _denied(fold(word), parses)
    return Form(
        keys=frozenset(lemmas | denied),
        verb=best.POS in _HEADS_A_CLAUSE,
        phase=_phase(best),
        negated=bool(denied),
        root=root(fold(parses[0].normal_form), str(best.POS)),
    )


def fold(word: str) -> str:
    """`word` with ё written as е, as most printed texts do."""
    return word.replace("ё", "е")


def _phase(tag: Any) -> Phase | None:
    if tag.POS in ("PRTS", "PRTF"):
        return "done" if tag.tense == "past" else "ongoing"
    if tag.POS != "VERB" or tag.mood != "indc":
        return None
    phases: dict[str, Phase] = {"futr": "planned", "pres": "ongoing", "past": "done"}
    return phases.get(str(tag.tense))


def _denied(word: str, parses: Any) -> set[str]:
    """The lemmas of what a prefixed не- denies: незаконный is the contrary of законный."""
    if not re.match(r"не\w{5}", word) or parses[0].tag.POS not in _NAMES_A_QUALITY:
        return set()
    rest = word.removeprefix("не")
    if (
        any("Apro" in p.tag or p.tag.POS == "NUMR" for p in parses)
        or parses[0].normal_form in _NOT_DENIALS
        or not russian().word_is_known(rest)
    ):
        return set()
    return {fold(p.normal_form) for p in parses_of(rest) if p.tag.POS in _NAMES_A_QUALITY}
