"""Which words of its clause a denial, a hedge or a condition bears on."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from briefings.language.meaning.alignment import Governed
from briefings.language.meaning.clauses import Clause, clauses
from briefings.language.meaning.concepts import REPORTING, concepts_of
from briefings.language.meaning.cues import Cue, find_cues, find_doubles
from briefings.language.meaning.words import Word, words, words_with_names
from briefings.language.names.known import known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language


# Denials of a noun that leave the verb of their clause alone.
APART = re.compile(r"безо?|without|\w+с[ыі]з\w*", re.IGNORECASE)


@lru_cache(maxsize=2048)
def negations(text: str, language: Language) -> tuple[Cue, ...]:
    """The words that deny, in order, those that deny by their form (бармады, незаконный) included."""
    by_word = find_cues("negation", text, language)
    spread = words_with_names(text, language)
    if any(word.form.negated and word.text[0].isupper() for word in spread):
        spread = words(text, language)  # who bears a name like a denial need be known only then
    doubles = find_doubles("negation", text, language)
    by_form = (
        Cue("negation", word.start, word.end, word.text)
        for word in spread
        if word.form.negated
        and not any(within(word, cue) for cue in by_word)
        and not any(start <= word.start < end for start, end in doubles)
        and not (language == "kk" and _is_name(word, text))
    )
    return tuple(sorted((*by_word, *by_form), key=lambda cue: cue.start))


def _is_name(word: Word, text: str) -> bool:
    """Whether a capital inside a sentence makes a name of what looks like a denial: «Момбасада»."""
    before = text[: word.start].rstrip(' «"“—–-')
    return word.text[0].isupper() and (
        known(word.text) is not None
        or before[-1:] not in ("", ".", "!", "?", "…")
        or _SURNAME.fullmatch(word.text) is not None
    )


# A surname in -бай looks like a converb that denies («жазбай»), but its case endings do not.
_SURNAME = re.compile(r"\w{2,}бай")
# Hedging adjectives, and English and Kazakh ones that may be such.
_ATTRIBUTIVE = re.compile(
    r"(?:мало)?вероятн\w{2,}(?<!о)$|возможн\w{2,}(?<!о)$|потенциальн|предполагаем|(?:possible|potential|alleged)$|ықтимал$",
    re.IGNORECASE,
)


def governed(cues: Sequence[Cue], text: str, language: Language) -> Iterator[Governed]:
    """Each cue with the words it bears on; a cue that bears on function words only is passed over."""
    for cue in cues:
        for clause in clauses(text, language):
            if clause.start <= cue.start < clause.end:
                targets = _targets(cue, clause, language)
                attributive = bool(_ATTRIBUTIVE.match(cue.text)) and not _ends_clause(cue, clause, language)
                if targets:
                    yield Governed(cue, targets[:1] if attributive else targets, clause, attributive)


def _ends_clause(cue: Cue, clause: Clause, language: Language) -> bool:
    """Whether a Kazakh hedge is the predicate of its clause: «мәжбүр болуы ықтимал»."""
    return language == "kk" and all(word.end <= cue.end or not word.content for word in clause.words)


def describes(cue: Cue, text: str, language: Language) -> bool:
    """Whether `cue` is an attribute («о незаконных действиях в порту») whose noun surely stands in `text` too."""
    spread = words(text, language)
    place = next(i for i, word in enumerate(spread) if word.end > cue.start)
    form = spread[place].form
    # Kazakh verbal nouns deny like verbs («қолдамауы»); of the others only «-сыз» describes.
    denies = form.negated and not form.verb and (language != "kk" or bool(APART.fullmatch(cue.text)))
    if cue in find_cues("negation", text, language) or not (denies or _ATTRIBUTIVE.match(cue.text)):
        return False
    pairs = list(pairwise(spread[place:]))
    phrase = list(
        takewhile(lambda pair: pair[1].content and text[pair[0].end : pair[1].start].isspace(), pairs)
    )
    # A phrase that goes on to the end of the text may have its noun behind it: «незаконных массовых».
    return 0 < len(phrase) < len(pairs)


def within(word: Word, cue: Cue) -> bool:
    """Whether `word` stands inside the stretch of `cue`."""
    return cue.start <= word.start < cue.end


def inside(cues: Sequence[Cue], clause: Clause) -> tuple[Cue, ...]:
    """Those of `cues` that begin in `clause`."""
    return tuple(cue for cue in cues if clause.start <= cue.start < clause.end)


def conditional(text: str, language: Language) -> Iterator[Governed]:
    """The clauses that hold on a condition only: the condition itself, and what it is set for."""
    spread = clauses(text, language)
    for cue in find_cues("condition", text, language):
        for place, clause in enumerate(spread):
            if not inside((cue,), clause):
                continue
            bound = [clause]
            if cue.kind == "condition":
                behind = [c for c in spread[place + 1 : place + 2] if not _begins_anew(c, clause)]
                bound += behind or spread[max(place - 1, 0) : place]
            for held in bound:
                verbs = tuple(
                    w
                    for w in held.content
                    if w.form.verb and not within(w, cue) and REPORTING not in w.concepts
                )
                # Kazakh puts its verb last, and many of its nouns end like verbs.
                verbs = verbs[-1:] if language == "kk" else verbs[:2]
                if held.sentence == clause.sentence and verbs:
                    yield Governed(cue, verbs, held)


def _begins_anew(clause: Clause, condition: Clause) -> bool:
    """Whether a conjunction parts a clause from the condition in front: «…, если успеют, а продавать не будут»."""
    if clause.sentence != condition.sentence or clause.words[0].text.lower() not in _ANEW:
        return False
    # «Если небо закроют, а сборы не поднимут»: a condition of two parts has one tense.
    own, other = (
        {w.form.phase for w in c.content if w.form.verb and w.form.phase} for c in (clause, condition)
    )
    return own.isdisjoint(other)


_ANEW = frozenset({"а", "но", "but", "ал", "бірақ"})
_UNABLE = re.compile(r"алма\w+")
_CONVERB = re.compile(r"(?:[аей]|[ыі]п)$")
_OBJECTS = frozenset({"nothing", "nobody", "no one", "none"})
_HAVING = frozenset({"иметь", "располагать", "обладать", "have", "has", "had", "hold", "possess"})
_INTENT = re.compile(
    r"(?:намер|собира[елю]|планир|стрем|хо[тч]|рассчит|готов|торо|спеш|жела|ду?ма[елю])|(?:inten|plan|mean|want|wish|seek|aim|prepar)",
    re.IGNORECASE,
)
# «Не слабость, а повод», "not a threat but a chance": what stands behind it is affirmed.
_CONTRAST = frozenset(("а", "но", "but", "rather", "instead"))


def _is_intent(word: Word) -> bool:
    return _INTENT.match(word.text) is not None


def _is_deed(word: Word, language: Language) -> bool:
    """Whether what is intended may be `word`: an infinitive, a verb after "to" or "of"."""
    return language == "en" or (word.form.verb and word.form.phase is None)


def _beyond(word: Word, cue: Cue, clause: Clause) -> bool:
    """Whether a contrast stands between `cue` and `word`."""
    return any(cue.end <= w.start <= word.start and w.text.lower() in _CONTRAST for w in clause.words)


def _follows_its_verb(cue: Cue, clause: Clause) -> bool:
    """Whether an English "nothing" or "nobody" is the object of the verb right before it: "closes nothing"."""
    before = [word for word in clause.words if word.end <= cue.start][-1:]
    return cue.text.lower() in _OBJECTS and bool(before) and before[0].content


def _is_converb(word: str) -> bool:
    """Whether a Kazakh word is a verb before the one that helps it: «толтыра», no noun such as «міндеттеме»."""
    return _CONVERB.search(word) is not None and not concepts_of(frozenset({word}), "kk")


def _targets(cue: Cue, clause: Clause, language: Language) -> tuple[Word, ...]:
    itself = [word for word in clause.content if within(word, cue) and word.form.negated]
    after = [word for word in clause.content if word.start >= cue.end and not _beyond(word, cue, clause)]
    before = [word for word in reversed(clause.content) if word.end <= cue.start]
    if itself and language == "kk" and _UNABLE.fullmatch(itself[0].text.lower()):
        able = [word for word in before[:1] if _is_converb(word.text.lower())]
        return tuple(able or itself)  # «толтыра алмаған»: what is not done is to fill, not to take
    if itself:
        return tuple(itself)
    if APART.fullmatch(cue.text):  # «без немедленного сокращения»: what is lacking, not the verb
        return tuple(word for word in after if not word.form.verb)[:2]
    # Kazakh puts what denies or hedges after the verb; Russian and English before it, or at the end.
    last = language == "kk" or _follows_its_verb(cue, clause)
    ahead, behind = (before, after) if last else (after, before)
    nearest = ahead or behind
    if not nearest:
        return ()
    # "Has no", «не имеет»: what is not had comes first.
    if nearest[0].form.verb and not nearest[0].keys.isdisjoint(_HAVING):
        return (next((w for w in (*after, *before) if not w.form.verb), nearest[0]), nearest[0])
    if _is_intent(nearest[0]):  # «не намерена закрывать», "has no intention of selling": neither is to be
        deeds = [word for word in nearest[1:2] if not last and _is_deed(word, language)]
        return (*deeds, nearest[0])
    if nearest[0].form.verb or (language == "ru" and nearest[0].form.phase is not None):
        return tuple(nearest[:1])  # «не подписавший» is a participle: it denies nothing else
    # Not a verb: «не имеет стратегического значения» bears on both, «вероятно, визит состоится» on the verb.
    verb = next((w for w in nearest[1:] if w.form.verb and REPORTING not in w.concepts), None)
    return (nearest[0], verb) if verb else tuple(nearest[:2])
