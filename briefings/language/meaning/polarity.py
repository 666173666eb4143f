"""Whether a statement denies what its source affirms, or affirms what it denies.

Every comparison is between clauses that speak of the same thing (`alignment`), so that a denial elsewhere
in a long source sentence is left alone. `source` is always the cited sentences, one a line.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from briefings.language.figures import find_figures
from briefings.language.meaning.alignment import Clash, Governed, counterparts, span
from briefings.language.meaning.clauses import Clause, clauses
from briefings.language.meaning.concepts import opposites_of
from briefings.language.meaning.cues import Cue, find_cues
from briefings.language.meaning.scope import (
    APART,
    describes,
    governed,
    inside,
    negations,
    within,
)
from briefings.language.meaning.words import Word, same_word
from briefings.language.names.known import known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language
_BEFORE = re.compile(r"\b(?:before|until|раньше|ранее|прежде|до|дейін|бұрын|ерте)\b", re.IGNORECASE)
_NO_EARLIER = re.compile(
    r"\b(?:no|not|не)\s+(?:earlier|sooner|before|until|раньше|ранее)\b|\b(?:ерте|бұрын)\s+емес"
    r"|\b(?:кемінде|at least|не менее|только через|лишь через|only (?:after|in))\b",
    re.IGNORECASE,
)
# What stands before a noun and denies it: «без вывоза» is no «вывоз».
_APART_FROM_IT = re.compile(r"\b(?:безо?|without)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_NOT_ALL = re.compile(
    r"\bне\s+(?:\w{1,3}\s+)?все(?:х|м|ми)?\b|\bnot\s+all\b|\b(?:бәрі|барлығы)\s+емес\b", re.IGNORECASE
)
_NONE = frozenset({"нет", "нету", "жоқ"})
_SOME = frozenset({"есть", "имеется", "имеются", "существует", "существуют", "бар"})
_CONVERB = re.compile(r"\w{2,}[мбп][ае]й", re.IGNORECASE)
_LACKING = re.compile(r"болмаса", re.IGNORECASE)
_IS_NOT = re.compile(r"жоқ|нет|нету|no", re.IGNORECASE)
_THERE_IS = re.compile(r"бар|есть|имеется|имеются|there", re.IGNORECASE)
# «Не таблиц, а анализов», "not the tables but the tests"
_CONTRASTS = re.compile(r"(?:не|not)\s[^.;:]*?,?\s(?:а|но|but)\s(?!не\b|not\b)", re.IGNORECASE)
# Topics of cues: what is denied of the one is what the other affirms.
_TOGETHER = (
    ("until", "once"), ("compared", "peak"), ("lack", "lack"), ("parting", "kept"), ("kept", "parting"),
    ("ever", "first"), ("first", "ever"), ("negation", "waits"),
)  # fmt: skip
_BE_NOT = re.compile(r"емес\w*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…\n]")
LEAST_ALIKE, _MOST_ALIKE = 2, 0.6  # words of the denied clause that the other must say, and their share
_COUNTS = frozenset({"number", "percent", "money"})


def find_negations(text: str, language: Language) -> tuple[Cue, ...]:
    """The words that deny, in order, those that deny by their form (бармады, незаконный) included.

    Double forms («не только», «нельзя не», «ғана емес», "not only") and denied denials («не исключено») are none.
    """
    return negations(text, language)


def find_hedges(text: str, language: Language) -> tuple[Cue, ...]:
    """The hedges in order; kinds "possible", "likely", "unlikely" and "alleged". Verbs of saying are none."""
    return find_cues("hedge", text, language)


def find_conditions(text: str, language: Language) -> tuple[Cue, ...]:
    """The words that open a condition ("condition": если, егер, if) or waive one ("concession": даже если)."""
    found = find_cues("condition", text, language)
    return tuple(cue for cue in found if not _sets_apart(cue, text)) if language == "kk" else found


def _sets_apart(cue: Cue, text: str) -> bool:
    """Whether «болса» only sets somebody against another: «Өзбекстан болса, былтыр бастады»."""
    before = text[: cue.start].split()[-1:] if cue.text.lower() == "болса" else []
    return (
        bool(before)
        and before[0][0].isupper()
        and (known(before[0]) is not None or len(text[: cue.start].split()) > 1)
    )


def leaves_bare(cut: str, language: Language) -> bool:
    """Whether leaving `cut` out takes a denial or a hedge away from what is kept of its sentence.

    One that only describes a noun («незаконных действий», «возможная выручка») goes with its noun.
    """
    cues = (*find_negations(cut, language), *find_hedges(cut, language))
    return any(not describes(cue, cut, language) for cue in cues)


def contradicts_negation(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where one of the two denies what the other affirms of the same thing; empty when nowhere."""
    there = source_language or language
    return tuple(
        Clash(said=span("affirmed", statement, held), source=denial)
        for denial, held in _denied_and_affirmed(source, there, statement, language)
    ) + tuple(
        Clash(said=denial, source=span("affirmed", source, held))
        for denial, held in _denied_and_affirmed(statement, language, source, there, told_later=True)
    )


def denies_alone(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where only one of the two denies at all, and the other says nearly all that its denied clause says.

    For the denied word that has no counterpart: a verb that the table of concepts does not join across
    languages («не намерено», "ниетті"), or one that is no content word («етпейді»).
    """
    there = source_language or language
    if language == there != "kk":
        return ()
    return tuple(
        Clash(said=span("affirmed", statement, held), source=denial)
        for denial, held in _lone_denials(source, there, statement, language)
    ) + tuple(
        Clash(said=denial, source=span("affirmed", source, held))
        for denial, held in _lone_denials(statement, language, source, there)
    )


def _lone_denials(
    text: str, language: Language, other: str, other_language: Language
) -> Iterator[tuple[Cue, Word]]:
    denials = [cue for cue in negations(text, language) if not APART.fullmatch(cue.text)]
    turning = ("implied", "peak", "once", "condition", "lack", "doubt")
    if not denials or negations(other, other_language):
        return
    if any(find_cues(topic, other, other_language) for topic in turning) or find_hedges(
        other, other_language
    ):
        return
    if find_cues("never", text, language) and find_cues("at_first", other, other_language):
        return  # «бұрын ешқашан алмаған» is «тұңғыш рет алып отыр»
    own = clauses(text, language)
    for denial in governed(denials, text, language):
        if _is_bound(denial, text, language) and find_cues("tied", other, other_language):
            continue
        if _CONVERB.fullmatch(denial.cue.text):
            continue  # «шақыру күтпей»: how it is done, not that it is not
        if (denial.cue.text.lower() == "емес" and denial.cue.end < denial.home.end) or _CONTRASTS.search(
            text[denial.cue.start : denial.home.end]
        ):
            continue  # «шикізат емес, есептеу қуаты», «не таблиц, а анализов»: not what the clause says
        contrary = frozenset().union(*(opposites_of(c) for t in denial.targets for c in t.concepts))
        if any(
            not w.concepts.isdisjoint(contrary) for c in clauses(other, other_language) for w in c.content
        ):
            continue  # «толтыра алмаған» is «бос қалдырған»
        rest = [
            word
            for word in denial.home.content
            if word is not denial.targets[0] and not within(word, denial.cue)
        ]
        plain = [clause for clause in own if not inside(denials, clause)]
        for clause in clauses(other, other_language):
            same = [word for word in rest if clause.holds(word)]
            elsewhere = max((sum(map(c.holds, same)) for c in plain), default=0)
            if len(same) >= max(LEAST_ALIKE, _MOST_ALIKE * len(rest)) and len(same) > elsewhere:
                held = next(w for w in clause.content if any(same_word(w, s) for s in same))
                yield span("negation", text, denial.cue, denial.targets[0]), held


def _denied_and_affirmed(
    text: str, language: Language, other: str, other_language: Language, *, told_later: bool = False
) -> Iterator[tuple[Cue, Word]]:
    """Each denial of `text` with the word of `other` that affirms the denied.

    `told_later`: `other` is the source, so that `text` may say of what it plans that it is not done so far.
    """
    denials = tuple(governed(negations(text, language), text, language))
    theirs = clauses(other, other_language) if denials else ()
    for denial in denials:
        matches = counterparts(
            denial, clauses(text, language), theirs, lambda c: not denies(c, text, language)
        )
        # «Без» leaves the verb affirmed: «вступит в силу без согласия» does not deny «вступит». In a condition it
        # is the denial: «если не сократить», «без сокращения».
        # «Обязательств пока нет» is «без обязательств».
        none = denial.cue.text.lower() in _NONE
        apart = (
            none
            or bool(APART.fullmatch(denial.cue.text) or _LACKING.fullmatch(denial.cue.text))
            or bool(inside(find_conditions(text, language), denial.home))
        )
        if any(denies(clause, other, other_language, apart=apart) for clause in matches):
            continue
        if any(_implies(clause, denial, other, other_language) for clause in matches):
            continue
        if _is_earliest(denial, matches, text, other):
            continue
        if _LACKING.fullmatch(denial.cue.text) and find_cues("until", other, other_language):
            continue  # "unless there are pumps"
        ours, there = _sentence(denial.home, text, language), _sentences(matches, other, other_language)
        if _leaves_rest(ours, language, there, other_language) or (
            told_later and _comes_later(ours, language, matches, other, other_language)
        ):
            continue
        if _turn_together(ours, language, there, other_language) or _NOT_ALL.search(there):
            continue  # what not all have, some are without
        matches = tuple(
            clause
            for clause in matches
            if not _asks(clause, other)
            and not _belongs_elsewhere(denial, clause, text, language)
            and not any(
                word.text.lower() == "unless" for word in clause.words
            )  # "if it does not": `conditions`
            and not _counts_the_rest((denial.home, text, language), (clause, other, other_language))
        )
        if APART.fullmatch(denial.cue.text) and not _shares_more(
            denial, clauses(text, language), matches, theirs
        ):
            continue
        if _APART_FROM_IT.search(_before(denial, matches, other)):
            continue
        recast = _recast(denial, denials, matches, theirs, other, other_language)
        retold = (recast and not _is_there(denial, matches)) or (
            _is_bound(denial, text, language)
            and any(_needs(clause, other, other_language) for clause in matches)
        )
        if matches and not retold:
            yield span("negation", text, denial.cue, denial.targets[0]), held_in(denial, matches[0])


def _comes_later(
    text: str, language: Language, matches: tuple[Clause, ...], other: str, there: Language
) -> bool:
    """Whether what is not done so far is still to be done: «пока не ратифицировал», «должен ратифицировать»."""
    plans = find_cues("plan", other, there)
    return bool(find_cues("pending", text, language)) and any(inside(plans, clause) for clause in matches)


def _leaves_rest(text: str, language: Language, other: str, there: Language) -> bool:
    """Whether the denial is of those whom the affirmed leaves: «проверили 3 из 14», «11 остались без проверки»."""
    ours = {f.value for f in find_figures(text, language) if f.kind == "number"}
    theirs = [f.value for f in find_figures(other, there) if f.kind == "number"]
    amounts = [value for value in theirs if isinstance(value, Decimal)]
    return any(
        abs(a - b) in ours for a, b in combinations(amounts, 2) if a != b and abs(a - b) not in amounts
    )


def _shares_more(
    denial: Governed, home: tuple[Clause, ...], matches: tuple[Clause, ...], theirs: tuple[Clause, ...]
) -> bool:
    """Whether the sentences share more than the noun by «без»: «без лоцманов проку мало» and «лоцманов 9» do not."""
    ours = [clause for clause in home if clause.sentence == denial.home.sentence]
    spoken = {clause.sentence for clause in matches}
    return any(
        own.shared(other, leaving_out=denial.targets)
        for own in ours
        for other in theirs
        if other.sentence in spoken
    )


def _before(denial: Governed, matches: tuple[Clause, ...], other: str) -> str:
    """What of its clause stands before the word that affirms the denied: «обошлось без (вывоза)»."""
    return other[matches[0].start : held_in(denial, matches[0]).start] if matches else ""


def _is_there(denial: Governed, matches: tuple[Clause, ...]) -> bool:
    """Whether the one says that there is none of what the other says there is: «нет», «есть»."""
    if denial.cue.text.lower() not in _NONE:
        return False
    return any(word.text.lower() in _SOME for clause in matches for word in clause.words)


def _is_earliest(denial: Governed, matches: tuple[Clause, ...], text: str, other: str) -> bool:
    """Whether both set an earliest time: "does not expect it before 2033", "no earlier than 2033"."""
    return bool(_BEFORE.search(text, denial.home.start)) and any(
        _NO_EARLIER.search(other, clause.start) for clause in matches
    )


def _turn_together(text: str, language: Language, other: str, there: Language) -> bool:
    """Whether the denial and another word of its sentence make what `other` affirms.

    «Не вступит, пока не одобрят» is «вступит после одобрения»; "no port is larger" is "the largest port";
    «маман жетіспейді» is «маманға зәру».
    """
    return any(
        find_cues(denied, text, language) and find_cues(affirmed, other, there)
        for denied, affirmed in _TOGETHER
    )


def _sentence(clause: Clause, text: str, language: Language) -> str:
    """The words of the sentence of `text` in which `clause` stands."""
    near = [other for other in clauses(text, language) if other.sentence == clause.sentence]
    return text[near[0].start : near[-1].end]


def _sentences(found: tuple[Clause, ...], text: str, language: Language) -> str:
    return "\n".join(_sentence(clause, text, language) for clause in found)


def _belongs_elsewhere(denial: Governed, clause: Clause, text: str, language: Language) -> bool:
    """Whether the denied noun is here the attribute of one that a sentence without denial speaks of.

    «Тарап емес. Мәртебеге өтінім берілуі мүмкін»: «тарап мәртебесіне өтінім» does not make a party of it.
    """
    held = held_in(denial, clause)
    beside = [w for w in clause.words if w.end <= held.start][-1:] if language == "ru" else []
    head = next((w for w in beside if w.content and not w.form.verb), None)
    behind = next_to(held, clause)
    while behind is not None and denial.home.holds(behind):
        behind = next_to(behind, clause)  # "full party status"
    head = behind or head
    # Kazakh nouns look like verbs too often; its verbs end their clause and have no noun behind them.
    if (held.form.verb and language != "kk") or head is None or denial.home.holds(head):
        return False
    return any(
        c.holds(head) and not denies(c, text, language)
        for c in clauses(text, language)
        if c.sentence != denial.home.sentence
    )


def _counts_the_rest(denied: tuple[Clause, str, Language], affirmed: tuple[Clause, str, Language]) -> bool:
    """Whether the one counts those that are not, the other those that are, and both make up a whole that is told."""
    ours, theirs = (
        [f for f in find_figures(text, language) if f.kind in _COUNTS and isinstance(f.value, Decimal)]
        for _, text, language in (denied, affirmed)
    )
    wholes = {f.value for f in (*ours, *theirs)} | {Decimal(100)}
    return any(
        a.unit == b.unit and Decimal(str(a.value)) + Decimal(str(b.value)) in wholes
        for a in ours
        if denied[0].start <= a.start < denied[0].end
        for b in theirs
        if affirmed[0].start <= b.start < affirmed[0].end and a.value != b.value
    )


def _asks(clause: Clause, text: str) -> bool:
    """Whether the clause stands in a question, which affirms nothing."""
    end = _SENTENCE_END.search(text, clause.end)
    return end is not None and end.group() == "?"


def _implies(clause: Clause, denial: Governed, text: str, language: Language) -> bool:
    """Whether the clause denies by a word («отказалась», "unchanged") that the denied clause does not have."""
    implied = inside(find_cues("implied", text, language), clause)
    turning = [word for word in clause.words if any(within(word, cue) for cue in implied)]
    return any(not any(same_word(word, own) for own in denial.home.words) for word in turning)


def _recast(
    denial: Governed,
    ours: tuple[Governed, ...],
    matches: tuple[Clause, ...],
    theirs: tuple[Clause, ...],
    other: str,
    language: Language,
) -> bool:
    """Whether `other` denies in the same sentence, with another word: «ни одна не подписала», «подписей нет».

    There only the verb that the one denies and the other affirms is evidence of a clash.
    """
    sentences = {clause.sentence for clause in matches}
    # «Без разрешения» on both sides recasts nothing: "no sample leaves without …", "samples leave without …".
    apart = bool(APART.fullmatch(denial.cue.text))
    near = [clause for clause in theirs if clause.sentence in sentences]
    denying = [clause for clause in near if denies(clause, other, language, apart=apart)]
    if _IS_NOT.fullmatch(denial.cue.text) and any(
        _THERE_IS.fullmatch(w.text) for c in matches for w in c.words
    ):
        return False  # «өз орталығы бар, сондықтан асыққан жоқ»: that there is one is no recast of «жоқ»
    # «Біз қарсы емеспіз, бірақ ешкім сұраған жоқ»: a clause that answers to another denial recasts that one.
    others = [t for d in ours if d.cue is not denial.cue for t in d.targets]
    denying = [clause for clause in denying if not any(map(clause.holds, others))]
    if not denying:
        return False
    verbs = [target for target in denial.targets if target.form.verb]
    return not any(clause.holds(verb) for clause in matches for verb in verbs)


def _is_bound(denial: Governed, text: str, language: Language) -> bool:
    """Whether the denial says what is needed: «без согласия не утвердят», «если не согласятся, …»."""
    near = [clause for clause in clauses(text, language) if clause.sentence == denial.home.sentence]
    denials = [cue for clause in near for cue in inside(negations(text, language), clause)]
    conditional_too = any(inside(find_conditions(text, language), clause) for clause in near)
    return conditional_too or len({bool(APART.fullmatch(cue.text)) for cue in denials}) > 1


def _needs(clause: Clause, text: str, language: Language) -> bool:
    """Whether the clause or one beside it says what is needed, or ties the one to the other."""
    needs = (*find_cues("need", text, language), *find_cues("tied", text, language))
    return any(inside(needs, near) for near in governing(clause, text, language))


def denies(clause: Clause, text: str, language: Language, *, apart: bool = True) -> bool:
    """Whether the clause denies or doubts something; without `apart`, more than a noun by «без»."""
    doubts = (cue for cue in find_hedges(text, language) if cue.kind == "unlikely")
    found = inside((*negations(text, language), *doubts), clause)
    return any(apart or not APART.fullmatch(cue.text) for cue in found)


def next_to(word: Word, clause: Clause) -> Word | None:
    """The noun right behind `word` in its clause."""
    behind = [w for w in clause.words if w.start >= word.end][:1]
    return behind[0] if behind and behind[0].content and not behind[0].form.verb else None


def held_in(governed_words: Governed, clause: Clause) -> Word:
    """The first word of `clause` that is one of those governed; it must hold one."""
    return next(w for w in clause.content if any(same_word(w, target) for target in governed_words.targets))


def governing(clause: Clause, text: str, language: Language) -> list[Clause]:
    """The clause and its neighbours in the sentence: «вероятно, что …», "… деп болжануда"."""
    spread = clauses(text, language)
    place = spread.index(clause)
    near = spread[max(place - 1, 0) : place + 2]
    return [other for other in near if other.sentence == clause.sentence]
