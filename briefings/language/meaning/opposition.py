"""Whether a statement uses the opposite of its source's word for the same thing (вырос, снизился).

As in `polarity`, only clauses that speak of the same thing are compared; `source` is the cited sentences,
one a line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.language.figures import find_figures
from briefings.language.meaning.alignment import Clash, span
from briefings.language.meaning.change import compares_the_other
from briefings.language.meaning.clauses import Clause, clauses
from briefings.language.meaning.concepts import opposites_of
from briefings.language.meaning.cues import find_cues
from briefings.language.meaning.giving import same_sides
from briefings.language.meaning.particles import compares_with_another
from briefings.language.meaning.polarity import LEAST_ALIKE, denies, next_to
from briefings.language.meaning.scope import governed, inside, negations, within
from briefings.language.meaning.words import Word, same_word

if TYPE_CHECKING:
    from briefings.domain import Language

_DEGREES = frozenset({"more", "less", "many", "few", "high", "low", "big", "small", "large"})
_AS_MUCH = {"more": "rise", "less": "fall"}
_REFUSALS = frozenset({"reject", "abolish", "cancel", "oppose", "deny", "dismiss", "rupture"})
# One of them of the same matter is enough across languages, where "denied" has few words beside it.
_AVOWALS = frozenset({"acknowledge", "confirm", "deny"})
_MARK = re.compile(r"[,;:.!?()—–\n]")
_RELATIVE = re.compile(r"котор|who|which", re.IGNORECASE)
_LITTLE = frozenset({"less", "least", "менее", "кем", "little", "scant", "мало", "немного", "аз", "шамалы"})
_LACKING = frozenset({"lack", "sufficient"})  # «не хватает» lacks, «хватает» does not
_DENIED_DOUBT = re.compile(r"no|not|without|\w+n['’]t|не|нет|без", re.IGNORECASE)
_TITLES = frozenset({"mr", "ms", "mrs", "dr", "professor", "г-н", "г-жа", "господин", "госпожа"})
# Deeds that one does and the other undergoes: "Omel sells to Verna", "Verna buys from Omel".
_CONVERSE = (
    {"buy", "sell"}, {"borrow", "lend"}, {"export", "import"}, {"win", "lose"}, {"inflow", "outflow"},
    {"supplier", "buyer"}, {"supplier", "customer"}, {"seller", "buyer"}, {"creditor", "borrower"},
    {"donor", "recipient"}, {"owner", "tenant"}, {"landlord", "tenant"},
)  # fmt: skip
_TO_OR_FROM = re.compile(r"(?:[дтн][ае]н|[ғгқк][ае])$")  # a Kazakh noun for whom or from whom it is
_IS = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_PRONOUN = frozenset(
    {"он", "она", "оно", "они", "его", "её", "ее", "их", "ол", "олар", "оны", "it", "they", "them"}
)


def antonym_clash(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement uses the opposite of the source's word for the same thing (вырос, снизился)."""
    there = source_language or language
    found: list[Clash] = []
    other_end = compares_with_another(statement, source, language, there)
    ours, spread = clauses(statement, language), clauses(source, there)
    doubts = find_cues("no_doubt", statement, language)
    for clause in ours:
        for word in clause.content:
            of_degree = not word.concepts.isdisjoint(_DEGREES) and (
                other_end or _bounds_figure(word, statement, language)
            )
            if of_degree or _is_little(word, clause):
                continue
            if any(_DENIED_DOUBT.match(cue.text) and within(word, cue) for cue in doubts):
                continue
            contrary = frozenset().union(*(opposites_of(concept) for concept in word.concepts))
            theirs = spread if contrary else ()
            # The table joins words of two languages that share only one of their senses: more must agree.
            plain = there == language or not word.concepts.isdisjoint(_AVOWALS)
            rival = _rival(word, contrary, clause, theirs, least=1 if plain else 2)
            rival = rival or _of_the_same_head(word, contrary, clause, theirs)
            if rival and (
                _stands_so((word, clause, ours), rival, spread) or _sets_apart(word, rival, ours, spread)
            ):
                continue
            if rival is None:
                continue
            said, held = (word, clause, statement, language), (rival, source, there)
            if _told_from_the_other_end(
                (word, clause, language), (rival, spread, there), (statement, source)
            ):
                continue
            if _denied_alike(said, held) or _refuses_what_is_pending(said, held):
                found.append(Clash(span("opposite", statement, word), span("opposite", source, rival)))
    return tuple(found)


def _bounds_figure(word: Word, text: str, language: Language) -> bool:
    """Whether a word of degree belongs to a figure: «больше трети»."""
    return any(word.end < figure.start <= word.end + 5 for figure in find_figures(text, language))


def _is_little(word: Word, clause: Clause) -> bool:
    """Whether next to none is said of it: «сенімі аз», «мало доверия», "little trust"."""
    place = clause.words.index(word)
    beside = (*clause.words[max(place - 1, 0) : place], *clause.words[place + 1 : place + 2])
    return any(other.text.lower() in _LITTLE for other in beside)


def _rival(
    word: Word, contrary: frozenset[str], clause: Clause, theirs: tuple[Clause, ...], least: int
) -> Word | None:
    """The word of the source that says the opposite of `word` where `least` other words are the same too."""
    rated = [(_in_common(clause, other, word, theirs), other) for other in theirs]
    best = max((rating for rating, _ in rated), default=0)
    nearest = [other for rating, other in rated if rating == best >= least]
    theirs_all = [w for other in nearest for w in other.content]
    # қауіпті and қауіпсіз share a stem and say the contrary.
    if any(same_word(w, word) and w.concepts.isdisjoint(contrary) for w in theirs_all):
        return None
    # «Көбірек жіберген» is «санын көбейткен», which is no opposite of «пайда аз».
    told = {_AS_MUCH[concept] for concept in word.concepts if concept in _AS_MUCH}
    if any(not w.concepts.isdisjoint(told) for w in theirs_all):
        return None
    candidates = (w for w in theirs_all if not w.concepts.isdisjoint(contrary))
    ours = [w for w in clause.content if w is not word]
    return next((rival for rival in candidates if not any(same_word(rival, w) for w in ours)), None)


def _in_common(clause: Clause, other: Clause, word: Word, theirs: tuple[Clause, ...]) -> int:
    """How much `clause` shares with `other`, or with how its sentence begins: «Городу, у которого …, будет труднее»."""
    shared = clause.shared(other, leaving_out=(word,))
    before = theirs[max(theirs.index(other) - 1, 0)]
    if shared or before.sentence != other.sentence or not any(_RELATIVE.match(w.text) for w in before.words):
        return shared
    return clause.shared(before, leaving_out=(word,))


def _of_the_same_head(
    word: Word, contrary: frozenset[str], clause: Clause, theirs: tuple[Clause, ...]
) -> Word | None:
    """The contrary attribute that the source gives to the noun of `word`, where it never gives it `word`."""
    head = next_to(word, clause)
    if head is None or word.form.verb:
        return None
    beside = [
        w
        for other in theirs
        if clause.shared(other) >= LEAST_ALIKE
        for w in other.content
        if not w.form.verb and (noun := next_to(w, other)) and same_word(noun, head)
    ]
    if any(same_word(w, word) for w in beside):
        return None
    return next((w for w in beside if not w.concepts.isdisjoint(contrary)), None)


def _denied_alike(said: tuple[Word, Clause, str, Language], held: tuple[Word, str, Language]) -> bool:
    """Whether both words are denied or neither: «бірігіп» is no opposite of «бөлек емес», whatever else is denied."""
    word, clause, statement, language = said
    ours, theirs = denies(clause, statement, language), _denies_near(*held)
    if ours != theirs and (word.concepts | held[0].concepts).isdisjoint(
        _LACKING
    ):  # «Банк — вещь полезная, а мандата нет»: what is denied is something else
        ours, theirs = _denies_beside(word, statement, language), _denies_beside(*held)
        if ours or theirs:
            return False
    return ours == theirs and not (ours and _is_denied(word, statement, language) != _is_denied(*held))


def _denies_beside(word: Word, text: str, language: Language) -> bool:
    """Whether something is denied between the two marks around `word`, or next to it in its clause."""
    begin = max((mark.end() for mark in _MARK.finditer(text, 0, word.start)), default=0)
    mark = _MARK.search(text, word.end)
    end = mark.start() if mark else len(text)
    unlikely = (cue for cue in find_cues("hedge", text, language) if cue.kind == "unlikely")
    return any(begin <= cue.start < end for cue in (*negations(text, language), *unlikely))


def _refuses_what_is_pending(
    said: tuple[Word, Clause, str, Language], held: tuple[Word, str, Language]
) -> bool:
    """Whether it is told as refused what the source has not yet: «отклонил» of «ещё не ратифицировал»."""
    word, clause, statement, language = said
    rival, source, there = held
    if word.concepts.isdisjoint(_REFUSALS) or denies(clause, statement, language):
        return False
    pending = find_cues("pending", source, there)
    return any(rival in other.words and inside(pending, other) for other in clauses(source, there))


def _is_denied(word: Word, text: str, language: Language) -> bool:
    return any(word in denial.targets for denial in governed(negations(text, language), text, language))


def _stands_so(
    said: tuple[Word, Clause, tuple[Clause, ...]], rival: Word, spread: tuple[Clause, ...]
) -> bool:
    """Whether the source has `word` itself of the same thing, and its opposite of something else.

    As a verb: all else that its clause says is said here ("Ms Reed objected" of her who welcomed too), or the clause
    has a pronoun only («когда оно откроется») and the sentence goes on alike. As an attribute: before the
    same noun, while the opposite is of another ("the military hospital", "civilians among the patients").
    """
    word, clause, ours = said
    for other in spread:
        own = next((w for w in other.words if same_word(w, word)), None)
        if own is None:
            continue
        if not own.form.verb and not word.form.verb:
            head, rivals = next_to(word, clause), _head_of(rival, spread)
            beside = next_to(own, other)
            if head and beside and same_word(head, beside) and not (rivals and same_word(rivals, head)):
                return True
        elif own.form.phase == word.form.phase and _goes_on_alike(own, other, (clause, ours), spread, rival):
            return True
    return False


def _sets_apart(word: Word, rival: Word, ours: tuple[Clause, ...], spread: tuple[Clause, ...]) -> bool:
    """Whether both texts set the two against each other: «ночью 70, днём 900». Who has which is told by `halves`."""
    if word.form.verb or rival.form.verb:
        return False
    # қауіпті and қауіпсіз share a stem: each text must have the other of the two as well
    return any(same_word(w, rival) for c in ours for w in c.words if w is not word) and any(
        same_word(w, word) for c in spread for w in c.words if w is not rival
    )


def _told_from_the_other_end(
    said: tuple[Word, Clause, Language],
    held: tuple[Word, tuple[Clause, ...], Language],
    texts: tuple[str, str],
) -> bool:
    """Whether both tell one deed, each of another of its two: "Omel sells to Verna", "Verna buys from Omel"."""
    (word, ours, language), (rival, spread, there) = said, held
    if any(within(word, cue) for cue in find_cues("change", texts[0], language)):
        return compares_the_other(*texts, language, there)
    if not any(pair & word.concepts and pair & rival.concepts for pair in _CONVERSE):
        return False
    if language == there == "en" and same_sides(*texts):
        return True
    theirs = next(clause for clause in spread if rival in clause.words)
    doer, other = ours.content[0], theirs.content[0]
    if doer is word or other is rival or same_word(doer, other) or _is_passive(word, ours):
        return False
    return _undergoes(other, word, ours, language) and _undergoes(doer, rival, theirs, there)


def _undergoes(party: Word, verb: Word, clause: Clause, language: Language) -> bool:
    """Whether `party` stands in `clause` behind its verb, in Kazakh with the ending of him to or from whom it is."""
    own = next((w for w in clause.content if same_word(w, party)), None)
    if own is None or _is_passive(verb, clause):
        return False
    return bool(_TO_OR_FROM.search(own.text)) if language == "kk" else own.start > verb.start


def _is_passive(verb: Word, clause: Clause) -> bool:
    """Whether an English verb is told of what it is done to: "grain was sold"."""
    place = clause.words.index(verb)
    return any(w.text.lower() in _IS for w in clause.words[max(place - 2, 0) : place])


def _goes_on_alike(
    own: Word, other: Clause, said: tuple[Clause, tuple[Clause, ...]], spread: tuple[Clause, ...], rival: Word
) -> bool:
    clause, ours = said
    rivals = next(c for c in spread if rival in c.words)
    rest = [w for w in other.content if w is not own and w.text.lower() not in _TITLES]
    if rest:
        return all(clause.holds(w) for w in rest) and not any(
            rivals.holds(w) for w in clause.content if not w.text[0].isupper() and not other.holds(w)
        )
    if own.form.phase is None and all(own.text.lower() != w.text.lower() for w in clause.words):
        return False
    if _PRONOUN.isdisjoint(w.text.lower() for w in other.words):
        return False
    near = [c for c in spread if c.sentence == other.sentence and c is not other]
    here = [c for c in ours if c.sentence == clause.sentence and c is not clause]
    return any(one.shared(c) >= LEAST_ALIKE for one in near for c in here)


def _head_of(word: Word, spread: tuple[Clause, ...]) -> Word | None:
    return next((next_to(word, clause) for clause in spread if word in clause.words), None)


def _denies_near(word: Word, text: str, language: Language) -> bool:
    return any(denies(clause, text, language) for clause in clauses(text, language) if word in clause.words)
