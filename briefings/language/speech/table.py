"""What one language gives the search for speakers: its verbs, nouns and turns of phrase, as patterns.

Patterns are matched against lower-case text in which ё is written е, so tables need neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Gender = Literal["m", "f", "n"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a verb form or a noun says about its subject; None fits anything."""

    gender: Gender | None = None
    plural: bool | None = None

    def fits(self, other: Agreement) -> bool:
        """Whether the two can belong together."""
        if self.plural is not None and other.plural is not None and self.plural != other.plural:
            return False
        if self.plural or other.plural or self.gender is None or other.gender is None:
            return True
        return self.gender == other.gender


ANYBODY = Agreement()


@dataclass(frozen=True, slots=True)
class SpeechTable:
    """The speech words of one language.

    `verb` has the groups `says` (reports only with a clause), `holds` (reports by itself), `stance`
    (reports by itself when a person is its subject), `tags` (speaks only beside a quotation). `role`,
    `crowd` and `body` match nouns in the nominative (group `subject`) or in another case. `according`
    holds patterns that end where the source's name begins, `source_before` those that begin where it
    ends. `own_source` are the ready phrases with a pronoun: "in her view".
    """

    verb: re.Pattern[str]
    silent: re.Pattern[str]  # what stands before a verb of saying when nothing is said: «не уточнил»
    tied: re.Pattern[str]  # verb forms without a subject of their own: "saying", «добавив»
    asks: re.Pattern[str]
    clause_after: re.Pattern[str]
    clause_before: re.Pattern[str]
    according: re.Pattern[str]
    for_whom: re.Pattern[
        str
    ]  # in front of a person at the head of a sentence: "For X, the danger lies elsewhere"
    source_before: re.Pattern[str]
    own_source: re.Pattern[str]
    unnamed_source: re.Pattern[str]
    document: re.Pattern[str]
    pronoun: re.Pattern[str]
    pronouns: Mapping[str, Agreement]
    role: re.Pattern[str]
    expert: re.Pattern[str]
    official: re.Pattern[str]
    anyone: re.Pattern[str]
    means: Sequence[tuple[re.Pattern[str], re.Pattern[str]]]  # nouns, and the printed roles that bear them
    any_body: re.Pattern[str]  # the short forms of a body that spoke before: «ведомство», "the agency"
    crowd: re.Pattern[str]
    interviewer: re.Pattern[str]
    indefinite: re.Pattern[str]  # a role of nobody in particular: «один эксперт», "a diplomat"
    body: re.Pattern[str]
    inside: re.Pattern[str]  # «в министерстве сообщили»: what stands before the body
    inside_form: re.Pattern[str]  # how the body itself shows it: «министрлікте», «қордағылар»
    impersonal: re.Pattern[str]
    back_to_outlet: re.Pattern[str]
    carries_on: re.Pattern[str]
    act: re.Pattern[str]
    demands: re.Pattern[str]  # verbs that tell what a crowd wants, which is no view: «жители требуют»
    presents: re.Pattern[str]  # in front of a verb of stance whose subject follows: «С ней | спорит X»
    deeds: re.Pattern[str]  # verbs that tell a deed when a body is their subject: «попросил снизить налог»
    judges: re.Pattern[str]  # what a bare judgement has, and a report seldom: "nobody", «нельзя», «керек»
    backshift: re.Pattern[
        str
    ]  # the tenses of reported speech, where a language shifts them: "had been", "would"
    attitude: re.Pattern[
        str
    ]  # what introduces a view that is told next, at the end of a sentence: "is more hopeful"
    reports_on: re.Pattern[str]  # what a report has: days, plans, the state of things
    troubles: re.Pattern[str]  # verbs that make their object the one who thinks: «министра беспокоит»
    object_form: re.Pattern[str]  # how such an object ends
    office: tuple[re.Pattern[str], str]  # the role of a minister, and how its ministry is called
    speaks_for: re.Pattern[str]  # a crowd that is its body: «представители компании»
    himself: re.Pattern[str]  # how a sentence about the last speaker begins; nobody calls himself he
    interview: re.Pattern[str]
    reporter: re.Pattern[str]  # what stands before the name of the one who asks
    address: re.Pattern[str]  # "you"
    first_person: re.Pattern[str]  # "I"
    asker_label: re.Pattern[str]
    answer_label: re.Pattern[str]
    agreement: Callable[[str], Agreement]
    in_nominative: Callable[[str], str]  # the name of a body as a dictionary would print it
    charge: re.Pattern[
        str
    ]  # what a body rejects in words, and by no deed: "rejects the accusation"; beside the verb
    gesture: re.Pattern[str]  # how one begins an answer without a word: "shrugs", «пожимает плечами»
    avows: re.Pattern[str]  # verbs of stance that are a body's word as well: it denies, it confirms
    needs_subject: re.Pattern[str]  # verb forms that may be something else when no subject is in sight
    noun_like: re.Pattern[str]  # verb forms that are nouns as well: they count right behind their subject
    joined: re.Pattern[str]  # what joins a verb to an earlier one, whose subject it shares
    letter: re.Pattern[str]  # a paper that somebody hands over: letter, petition
    inverted: re.Pattern[str]  # what stands before a verb whose subject follows
    inverted_words: int = 5  # how many words may come between such a verb and its subject
    verb_last: bool = False
    role_first: bool = False  # «министр торговли», not "trade minister"
    bare_clause: bool = False  # what is said needs no conjunction: "she said the road was closed"


def words(*groups: str) -> str:
    """An expression for any of the white-space separated words; `_` stands for a space inside a phrase.

    The longest that fits is found first. Words share their beginnings in it, as a thousand verb forms that
    are tried one after the other, at each word of a text, take most of the time of reading it.
    """
    return _branches(sorted({w for group in groups for w in group.split()}))


def _branches(found: Sequence[str]) -> str:
    """An expression for any of these sorted, different words; one of them may be empty."""
    rest = [word for word in found if word]
    if not rest:
        return ""
    by_letter = [list(group) for _, group in groupby(rest, key=lambda word: word[0])]
    branches = "|".join(_stem(group) for group in by_letter)
    return f"(?:{branches})" + ("?" if len(rest) < len(found) else "")


def _stem(found: Sequence[str]) -> str:
    """The same for words that begin alike."""
    first, last = found[0], found[-1]
    size = next((at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    return re.escape(first[:size]).replace("_", r"\s+") + _branches([word[size:] for word in found])


def either(*alternatives: str) -> str:
    """An alternation of expressions."""
    return "(?:" + "|".join(alternatives) + ")"


def pattern(expression: str) -> re.Pattern[str]:
    """Compile `expression`, in which white space is only layout."""
    return re.compile(expression, re.VERBOSE)


def lowered(text: str) -> str:
    """`text` in lower case with е for ё, code point for code point as long as before."""
    if len(text.lower()) == len(text):
        return text.lower().replace("ё", "е")
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("ё", "е")
