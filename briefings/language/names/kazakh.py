"""Where Kazakh names begin and end: only the last word declines, and bodies end in a possessive."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.language.names.forms import kazakh_stems
from briefings.language.names.given import genders_of

if TYPE_CHECKING:
    from briefings.language.names.words import Words

_KAZAKH_CASE = re.compile(r"(?:[ндт][ыі]ң|[ндт][ае]н|[мбп]ен|[дт][ае](?:[ғг][ыі])?|[ғгқк][ае])$")
LOCATIVE = re.compile(r"(?:да|де|та|те|дағы|дегі|тағы|тегі|дан|ден|тан|тен|нан|нен)$")
# The head of a Kazakh body has a possessive: министрлігі, институтының.
_KAZAKH_HEAD = re.compile(r"(?:[ыі]|[ыі]н[ыіае]?.{0,3}|лық|лік)$|^ұйым")
# A word that is a surname whatever stands beside it.
SURNAME_ALONE = re.compile(
    r"(?:[её]ва?|[oye]ev[a]?|..ова?|.{3}[oe]va?|ский|ская|[уұ]лы|[кқ]ызы|sky|skiy|uly|kyzy)$"
)
# «Еліміз Антарктика туралы …», «Халқымыздың»: what is ours is nobody's name
_OURS = re.compile(r"\w{2,}м[ыі]з(?:[ндт][ыі]ң|[ғг][ае]|[дт][ыі]|[дт][ае]н?|бен)?$")
# That a Kazakh body has at most between its capitals and its head: «Жасанды интеллект және цифрлық даму министрлігі»
_BODY_WORDS = 7
_KAZAKH_ADVERBIAL = re.compile(r"(?:[дт][ае](?:[ғг][ыі])?|[дтн][ае]н|н[ыі]ң|[дт][ыі]ң)$")
# What no word inside a name or a role ends in: finite verbs, converbs and the cases of time and place; but карантині,
# and саясаты, департаменті: behind a vowel or a sonorant -ты is a possessive, for the accusative has -ны or -ды there.
_KAZAKH_OUTSIDE = re.compile(
    r"(?:[ыі]п|йды|йді|[ае]ды|[ае]ді|[дт][ае]|[дтн][ае]н|[ғгқ][ае]|(?<!и)к[ае]|д[ыі]|(?<![аәеоөұүыіиуюянрл])т[ыі]|[ғқгк][ае]н|(?<![ио])н[ыі])$|"
    r"^(?:деп|туралы|бойынша|үшін|мен|пен|бен|бұл|осы|мұны|ол)$"
)
# What is called by somebody's surname: «Сәтбаев университеті»
_NAMED_AFTER = re.compile(r"(?:университет|институт|академия|колледж|гимназия|қор)[^\W]*[ыі]")
_SAID = frozenset(("деді", "дейді"))  # «деді оқу-ағарту министрі»
_NO_CASE = frozenset(("сауда", "пайда", "қауда"))  # no locatives and no names, whatever they look like
_FULL_NAME = 3  # words of a full name and what follows it


def find_body(words: Words, start: int, end: int, head: re.Pattern[str]) -> tuple[int, int] | None:
    """The words of a body from a run of capitals up to its head: «Сыртқы істер министрлігі»; None without one."""
    for at in range(start + 1, min(end + _BODY_WORDS, len(words))):
        word = words[at].text.lower()
        if not words.adjacent(at) or (at > end and cannot_qualify(words[at - 1].text, words[at].text)):
            return None
        if head.match(word) and _KAZAKH_HEAD.search(word):
            while start < end and _is_adverbial(words[start].text.lower()):
                start += 1  # «Астанада Қоршаған ортаны қорғау комитеті»
            if (
                SURNAME_ALONE.search(words[end - 1].text.lower())
                and at >= end
                and not _NAMED_AFTER.match(word)
            ):
                return None  # «Ерболат Мыңжасаров орталық көшелерді …»
            given = genders_of(words[start].text) and words[start].text.lower() not in _NO_CASE
            return (start, at + 1) if start < at and not given else None
    return None


def _is_adverbial(word: str) -> bool:
    return bool(_KAZAKH_ADVERBIAL.search(word)) and word not in _NO_CASE


def is_ours(word: str) -> bool:
    """Whether a word has the possessive of "we": «еліміз», «үкіметіміздің», «қаламызда»."""
    return bool(_OURS.fullmatch(word.lower())) and not genders_of(word)


def cannot_qualify(word: str, following: str) -> bool:
    """Whether a word cannot stand inside a name or a role; in «ортаны қорғау» an accusative can."""
    word = word.lower()
    is_object = word[-2:] in {"ны", "ні", "ын", "ін", "ты", "ті", "ды", "ді"} and following.lower().endswith(
        "у"
    )
    is_object = is_object and word not in _SAID
    return bool(_KAZAKH_OUTSIDE.search(word)) and word not in _NO_CASE and not is_object


def cut_run(words: Words, start: int, end: int) -> list[tuple[int, int]]:
    """A run of capitals cut where two names stand side by side: «Айгүл Нұрланова | Қарағандыда»."""
    if end - start == _FULL_NAME and _is_full_name_before(words, end - 1):
        return [(start, end - 1), (end - 1, end)]
    ends = [
        at + 1
        for at in range(start, end - 1)
        if _ends_name(words[at].text, words[at + 1].text, is_first=at == start)
    ]
    return list(pairwise([start, *ends, end]))


def _is_full_name_before(words: Words, at: int) -> bool:
    """Whether «Катрин Вольф» stands in front of the declined word: «Верданадан», but not «Серікқызымен»."""
    word = words[at].text
    return bool(
        genders_of(words[at - 2].text)
        and LOCATIVE.search(word.lower())
        and not any(SURNAME_ALONE.search(stem.lower()) for stem in (word, *kazakh_stems(word)))
    )


def _ends_name(word: str, following: str, *, is_first: bool) -> bool:
    if word.islower():
        return False  # «Нұрлан ұлы Азамат»
    if is_first and SURNAME_ALONE.search(word.lower()) and not genders_of(following):
        return True  # «Есенов Шардара маңындағы қойманы еске салады»
    if _KAZAKH_CASE.search(word.lower()) and kazakh_stems(word) and not genders_of(word):
        return True
    return not is_first and bool(SURNAME_ALONE.search(word.lower()))
