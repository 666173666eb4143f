"""Verbs of more than one word: what a helper says of the action («басталып кетті», "is being built")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.domain import Language
    from briefings.language.meaning.clauses import Clause
    from briefings.language.meaning.form import Phase
    from briefings.language.meaning.words import Word

# Kazakh verbs that only help the converb before them.
_CONVERB = re.compile(r"(?:[аәеиоуіы]п|[аей])$")
_HELPER = re.compile(
    r"(?:кет|қой|бер|үлгер|ал|қал|шық|бол|таста|кел|біт(?:ір)?|жібер|отыр|тұр|жүр|жатыр|жат)[ыі]?[лн]?(?:[дт]|[ғгқк][ае]н|ады|еді|$)"
)
_INTENDED = re.compile(r"[мбп][ае][қк](?:ш[ыі])?$")
_TOLD = re.compile(r"(?:[ғқ]ан|[гк]ен)(?:[ыі]н?|д[ыі][ғг][ыі]н?)$")  # «орнатып болғанын хабарлады»
_LASTING = re.compile(r"отыр|тұр|жүр|жат")
# «Пока согласовывается», «сейчас достраивают».
_PASSIVE = re.compile(r"(?:[аяуюие][ею]?тся|[аяею]т)$")
_STILL = frozenset({"пока", "ещё", "еще", "сейчас"})
_AUXILIARIES = ("is", "are", "be", "been", "being")
_BETWEEN = ("still", "now", "also", "currently", "already", "actively")
# Kazakh has one form for the present and the future; of these it speaks in the present.
STANCES = frozenset(
    {"support", "oppose", "agree", "disagree", "want", "need", "know", "depend", "expect", "demand"}
)


def phase_of_chain(word: Word, clause: Clause) -> Phase | None:
    """The phase of a Kazakh verb, which a helper after a converb carries: басталып кетті is done."""
    helper = helper_after(word, clause)
    if helper is None:
        intended = _INTENDED.search(word.text) is not None
        stance = word.form.phase == "planned" and not intended and not word.concepts.isdisjoint(STANCES)
        return "ongoing" if stance else word.form.phase
    if _LASTING.match(helper.text):
        return "ongoing"
    return "done" if _TOLD.search(helper.text) else helper.form.phase


def helper_after(word: Word, clause: Clause) -> Word | None:
    """The verb that only helps the Kazakh converb `word`, right behind it; None for any other word."""
    if not _CONVERB.search(word.text.lower()):
        return None
    following = next((other for other in clause.words if other.start >= word.end), None)
    return following if following is not None and _HELPER.match(following.text) else None


def is_progressive(word: Word, clause: Clause, language: Language) -> bool:
    """Whether the verb says that the action goes on: "is building", "being built", «салынып жатыр»."""
    if language == "kk":
        helper = helper_after(word, clause)
        return helper is not None and helper.text.lower().startswith("жат")
    if language == "ru":
        around = {other.text.lower() for other in clause.words}
        return _PASSIVE.search(word.text) is not None and not _STILL.isdisjoint(around)
    if not word.content:
        return False
    before = (other.text.lower() for other in reversed(clause.words) if other.end <= word.start)
    lasting = _AUXILIARIES if word.text.lower().endswith("ing") else ("being",)
    return next((other for other in before if other not in _BETWEEN), None) in lasting
