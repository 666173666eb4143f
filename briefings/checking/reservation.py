"""A matter that its sentences leave open stays open: read coarsely, beside the clause by clause of `polarity`.

A short statement may say the reverse of its sentence in words of its own, so that no clause of the one
answers to a clause of the other: «соседи согласились» of «ни одна столица не подписала», "expects a vote" of
"does not rule out a vote". Seen from afar the slip is plain: every sentence cited leaves the matter open,
and nothing in the statement does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.domain import Finding, Language
from briefings.language.meaning.clauses import clauses
from briefings.language.meaning.concepts import REPORTING
from briefings.language.meaning.cues import find_cues
from briefings.language.meaning.hedging import is_conceded
from briefings.language.meaning.polarity import find_conditions, find_hedges, find_negations
from briefings.language.meaning.scope import APART, inside, within
from briefings.language.meaning.words import carried, content_words, same_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence
    from briefings.domain import Rule
    from briefings.language.meaning.clauses import Clause
    from briefings.language.meaning.cues import Cue

# To expect or to hope is more than not to rule out.
_SURER = re.compile(r"expect|hop|ожида|жд[её]|над[её]|рассчит|күт|үміт", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|shall|would|(?:is|are) to)\b", re.IGNORECASE)
_SETS_CONDITION = re.compile(r"until|till|unless|пока|до тех пор|\w+[мбп][ае]й(?:ынша|інше)", re.IGNORECASE)
_A_DATE = re.compile(r"\W*(?:\w+\W+)?\d")
_ABLE = re.compile(r"смо|can\b|able", re.IGNORECASE)
# Told the one for the other, they say the opposite.
_REVERSED: tuple[tuple[Rule, str, str], ...] = (
    ("negation", "doubt", "no_doubt"),
    ("negation", "denied", "avowed"),
    ("negation", "lack", "enough"),
    ("tense", "due", "past_due"),
    ("negation", "premature", "timely"),
    ("negation", "part", "whole"),
    ("hedge", "so_far", "final"),
    ("negation", "passed", "failed"),
    ("negation", "delays", "speeds"),
    ("negation", "gratis", "for_money"),
    ("negation", "secret_on", "secret_off"),
    ("negation", "superfluous", "needed"),
    ("date", "this_year", "next_year"),
    ("date", "last_year", "this_year"),
    ("date", "last_year", "next_year"),
)
_THAT = frozenset({"что", "that"})
_SHARED = 2  # words of a condition that tell it from another
# What may answer a denial without one, in words of the other language.
_ANSWERS = ("implied", "lack", "doubt", "until", "limit")
_TURNING = re.compile(
    r"\b(?:против\w*|кроме|исключ\w+|без|вне|мало\w*|редк\w+|трудно|сложно|впервые|закрыт\w*|пуст\w+|молч\w+|against|except"
    r"|exclud\w+|left off|off|few|hard|difficult|closed|empty|silent|rare\w*|қарсы|басқа|сирек|қиын|жабық|бос|үнсіз)\b",
    re.IGNORECASE,
)
# A bound («не более», «аспайды»), a contrast ("not money but time"), a kinship that is none.
_NO_DENIAL = re.compile(
    r"аспа|асқан жоқ|кем емес|емес[,.]|(?:не|not|no) (?:бол|мен|рань|позж|ниже|выше|more|less|later|earlier|only)"
    r"|relat|родств|туыс",
    re.IGNORECASE,
)
_WONDERS = re.compile(
    r"\b(?:whether|ли|question\w*|сомнит\w+|вопрос\w*|сұрақ\w*|ма|ме|ба|бе|па|пе)\b", re.IGNORECASE
)
_UNREAL = re.compile(r"\b(?:would|could|might)\b", re.IGNORECASE)
_BESIDE = 12  # characters behind a denial
_FULL = 0.75  # of the words of the source, those of saying apart
_TOLD_ELSEWHERE = 2  # content words that a statement takes from a clause without a hedge
_PASSIVE = re.compile(r"\b(?:is|are|be)\s+(?:\w+ly\s+|now\s+|still\s+)?$", re.IGNORECASE)
_SUMMING_UP = ("title", "bottom_line")  # written last, read first, and where models invent most


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding when every cited sentence hedges or sets a condition and the statement of others' words does not."""
    if evidence.statement.voice == "assessment" or not evidence.cited:
        return
    yield from _hedge(evidence)
    yield from _condition(evidence)
    yield from _turned(evidence)
    yield from _disclaimed(evidence)
    yield from _assured(evidence)
    yield from _waived(evidence)
    yield from _settled(evidence)
    yield from _done_already(evidence)
    yield from _came_about(evidence)
    yield from _all_of_most(evidence)
    yield from _denied_across(evidence)
    yield from _undoubted(evidence)
    yield from _not_yet(evidence)
    yield from _unanswered(evidence)
    if evidence.section in _SUMMING_UP and evidence.same_language:
        yield from _deed(evidence)


def _hedge(evidence: Evidence) -> Iterator[Finding]:
    text, language = evidence.statement.text, evidence.language
    hedges = [_hedges_of(sentence, evidence) for sentence in _cited(evidence)]
    if not all(hedges) or find_hedges(text, language) or find_conditions(text, language):
        return
    if any(not _SURER.match(cue.text) for cue in find_cues("softener", text, language)):
        return
    denials = find_negations(text, language)
    if any(cue.kind == "unlikely" for cues in hedges for cue in cues):
        theirs = sum(
            len(find_negations(sentence, evidence.article.language)) for sentence in _cited(evidence)
        )
        denials = denials[theirs:]  # one more of ours may stand for what they call unlikely
    if not denials:
        yield Finding("hedge", f"says for certain what the source leaves open: «{hedges[0][0].text}»")


def _hedges_of(sentence: str, evidence: Evidence) -> tuple[Cue, ...]:
    """The hedges of a cited sentence, without those of a clause that the statement leaves out."""
    there = evidence.article.language
    said = content_words(evidence.statement.text, evidence.language)

    def told(clause: Clause) -> int:
        return sum(any(same_word(word, own) for own in said) for word in clause.content)

    hedges = find_hedges(sentence, there)
    spread = clauses(sentence, there)
    ours = clauses(evidence.statement.text, evidence.language)
    telling = [own for own in ours if any(own.shared(c) for c in spread)]
    hedges = tuple(
        cue for cue in hedges if not telling or not all(is_conceded(cue, own, spread) for own in telling)
    )
    open_ = [c for c in spread if inside(hedges, c) or any(_opens(o, c) for o in spread if inside(hedges, o))]
    firm = max((told(c) for c in spread if c not in open_), default=0)
    return tuple(
        cue
        for c in spread
        for cue in inside(hedges, c)
        if firm < _TOLD_ELSEWHERE or any(told(other) for other in open_ if other is c or _opens(c, other))
    )


def _opens(hedged: Clause, other: Clause) -> bool:
    """Whether `other` is the clause that a hedge in front of it bears on: «не исключил, | что присоединится …»."""
    return (
        hedged.sentence == other.sentence
        and other.start > hedged.end
        and other.start - hedged.end <= len(", ")
        and other.words[0].text.lower() in _THAT
    )


def _condition(evidence: Evidence) -> Iterator[Finding]:
    text, language = evidence.statement.text, evidence.language
    ours = clauses(text, language)
    bound = [
        [
            cue
            for cue in _conditions(sentence, evidence.article.language)
            if not all(
                is_conceded(cue, own, clauses(sentence, evidence.article.language))
                for own in _retelling(ours, sentence, evidence.article.language)
            )
        ]
        for sentence in _cited(evidence)
    ]
    if not all(bound) or find_conditions(text, language) or find_cues("need", text, language):
        return
    # "If it were taxed, it would …" is told as "a tax would …".
    unreal = all(s.voice == "direct" and _UNREAL.search(evidence.article.words_of(s)) for s in evidence.cited)
    if language == "en" and unreal and _UNREAL.search(evidence.unquoted):
        return
    if not find_cues("setting", text, language):
        yield Finding("hedge", f"leaves out the condition: «{bound[0][0].text}»")


def _retelling(ours: tuple[Clause, ...], sentence: str, language: Language) -> list[Clause]:
    """The clauses that say anything of the sentence; all of them where none does."""
    theirs = clauses(sentence, language)
    return [own for own in ours if any(own.shared(other) for other in theirs)] or list(ours)


def _turned(evidence: Evidence) -> Iterator[Finding]:
    """Doubt told as certainty, want as plenty, and the other way round."""
    text, there = evidence.statement.text, evidence.article.language
    for rule, one, other in _REVERSED:
        for said, held in ((one, other), (other, one)):
            ours, theirs = find_cues(said, text, evidence.language), find_cues(held, evidence.source, there)
            if not ours or not theirs or find_cues(held, text, evidence.language):
                continue
            if not find_cues(said, evidence.source, there):
                yield Finding(rule, f"says the opposite: «{ours[0].text}» against «{theirs[0].text}»")


def _assured(evidence: Evidence) -> Iterator[Finding]:
    """What the source only expects, plans or thinks possible, told as a certainty in so many words."""
    there = evidence.article.language
    assured = find_cues("assured", evidence.unquoted, evidence.language)
    if not assured or find_cues("assured", evidence.source, there):
        return
    for topic in ("hedge", "softener", "plan"):
        if left_open := find_cues(topic, evidence.source, there):
            yield Finding(
                "hedge", f"says «{assured[0].text}» of what the source leaves open: «{left_open[0].text}»"
            )
            return


def _waived(evidence: Evidence) -> Iterator[Finding]:
    """A condition told as none: "even if the tariff rises" of "if the tariff rises"."""
    text, language, there = evidence.asserted, evidence.language, evidence.article.language
    waived = [cue for cue in find_conditions(text, language) if cue.kind == "concession"]
    if not waived or any(cue.kind == "concession" for cue in find_conditions(evidence.source, there)):
        return
    for sentence in _cited(evidence):
        for condition in _conditions(sentence, there):
            home = next(c for c in clauses(sentence, there) if inside((condition,), c))
            for clause in clauses(text, language):
                for cue in inside(waived, clause):
                    if _sets_the_same(clause, home, condition):
                        yield Finding(
                            "hedge", f"waives the condition: «{cue.text}» against «{condition.text}»"
                        )


def _sets_the_same(ours: Clause, theirs: Clause, condition: Cue) -> bool:
    """Whether two conditional clauses share their verb, which in Kazakh is the cue itself, or two words."""
    shared = [word for word in theirs.content if ours.holds(word)]
    return len(shared) >= _SHARED or any(word.form.verb or within(word, condition) for word in shared)


def _disclaimed(evidence: Evidence) -> Iterator[Finding]:
    """What the source expressly does not claim or promise, told without a word of denial or doubt."""
    text, language, there = evidence.asserted, evidence.language, evidence.article.language
    softened = [cue for cue in find_cues("softener", text, language) if not _ABLE.match(cue.text)]
    if softened or any(find_cues(topic, text, language) for topic in ("hedge", "doubt", "implied")):
        return
    if find_negations(text, language):
        return
    ours = content_words(text, language)
    for sentence in _cited(evidence):
        for cue in find_cues("disclaimer", sentence, there):
            behind = sentence[: cue.start] if there == "kk" else sentence[cue.end :]
            claim = [word for word in content_words(behind, there) if REPORTING not in word.concepts]
            claimed = find_cues("claim", text, language)
            if claimed or any(same_word(word, own) for word in claim for own in ours):
                yield Finding("negation", f"claims what the source does not: «{cue.text}»")


def _denied_across(evidence: Evidence) -> Iterator[Finding]:
    """A sentence retold at full length in another language, its denial alone left out."""
    language, there = evidence.language, evidence.article.language
    if evidence.same_language or len(evidence.cited) != 1 or evidence.quotations:
        return
    text, source = evidence.unquoted, evidence.source
    denials = [
        cue
        for cue in find_negations(source, there)
        if not APART.fullmatch(cue.text) and not _NO_DENIAL.search(source[cue.start : cue.end + _BESIDE])
    ]
    if not denials or find_negations(text, language) or _TURNING.search(text):
        return
    if any(find_cues(topic, text, language) for topic in _ANSWERS) or find_conditions(text, language):
        return
    if any(cue.kind == "unlikely" for cue in find_hedges(text, language)):
        return
    # «Не откроют, пока не достроят» is "will open once it is finished", "none is larger" the largest.
    if any(
        find_cues(one, source, there) and find_cues(other, text, language)
        for one, other in (("until", "once"), ("compared", "peak"), ("never", "at_first"))
    ):
        return
    said, told = (
        sum(REPORTING not in word.concepts for word in content_words(words, of))
        for words, of in ((text, language), (source, there))
    )
    if said >= _FULL * told:
        yield Finding("negation", f"the one denies what the other affirms: «{denials[0].text}»")


def _undoubted(evidence: Evidence) -> Iterator[Finding]:
    """What the one sentence cited doubts, told without a word of doubt or denial."""
    text, language, there = evidence.unquoted, evidence.language, evidence.article.language
    if len(evidence.cited) != 1 or find_negations(text, language) or find_conditions(text, language):
        return
    if any(find_cues(topic, text, language) for topic in ("doubt", "implied", "lack", "no_doubt")):
        return
    if any(cue.kind == "unlikely" for cue in find_hedges(text, language)) or _WONDERS.search(text):
        return
    ours = content_words(text, language)
    for cue in find_cues("doubt", evidence.source, there):
        behind = evidence.source[: cue.start] if there == "kk" else evidence.source[cue.end :]
        doubted = [word for word in content_words(behind, there) if REPORTING not in word.concepts]
        held = sum(any(same_word(word, own) for own in ours) for word in doubted)
        if held >= max(_TOLD_ELSEWHERE, len(doubted) / 2):
            yield Finding("negation", f"says for certain what the source doubts: «{cue.text}»")


def _not_yet(evidence: Evidence) -> Iterator[Finding]:
    """What the source says nobody has done so far, told as done: "already repeated" of «әзірге ешкім қайталамаған»."""
    text, language, there = evidence.unquoted, evidence.language, evidence.article.language
    already = find_cues("already", text, language)
    if not already or find_negations(text, language) or find_hedges(text, language):
        return
    if find_cues("already", evidence.source, there):
        return
    said = content_words(text, language)
    for sentence in _cited(evidence):
        for clause in clauses(sentence, there):
            denied = inside(find_negations(sentence, there), clause)
            if denied and any(same_word(word, own) for word in clause.content for own in said):
                yield Finding(
                    "negation", f"says «{already[0].text}» of what the source denies: «{denied[0].text}»"
                )
                return


def _unanswered(evidence: Evidence) -> Iterator[Finding]:
    """Who the source says has not answered, told as having agreed or refused."""
    text, language, there = evidence.unquoted, evidence.language, evidence.article.language
    answered = find_cues("verdict", text, language)
    if not answered or find_cues("unanswered", text, language) or find_conditions(text, language):
        return
    silent = find_cues("unanswered", evidence.source, there)
    if silent and not find_cues("verdict", evidence.source, there):
        yield Finding("negation", f"says «{answered[0].text}» of who has not answered: «{silent[0].text}»")


def _settled(evidence: Evidence) -> Iterator[Finding]:
    """A bill told as passed: the statement has it approved, its sentences only handed in or under review."""
    text, language, there = evidence.asserted, evidence.language, evidence.article.language
    settled = find_cues("settled", text, language)
    plans = [
        c for c in find_cues("plan", text, language) if not any(s.start <= c.start < s.end for s in settled)
    ]
    if plans or any(find_cues(topic, text, language) for topic in ("hedge", "condition", "until")):
        return
    if find_negations(text, language) or find_cues("settled", evidence.source, there):
        return
    submitted = find_cues("submitted", evidence.source, there)
    if settled and submitted:
        yield Finding(
            "tense", f"reports as done what is under way: «{settled[0].text}», «{submitted[0].text}»"
        )


def _done_already(evidence: Evidence) -> Iterator[Finding]:
    """In another language: «уже составили» of what the one sentence cited only plans, and tells no such thing of."""
    text, language, there = evidence.unquoted, evidence.language, evidence.article.language
    already = find_cues("already", text, language)
    if evidence.same_language or len(evidence.cited) != 1 or not already:
        return
    if any(find_cues(topic, text, language) for topic in ("hedge", "condition", "plan")):
        return
    plans = find_cues("plan", evidence.source, there)
    if plans and not find_cues("already", evidence.source, there) and not find_negations(text, language):
        yield Finding(
            "tense",
            f"reports as done what is planned or under way: «{already[0].text}» against «{plans[0].text}»",
        )


def _came_about(evidence: Evidence) -> Iterator[Finding]:
    """What the one sentence cited says nearly came about, told without a word that it did not."""
    text, language, there = evidence.unquoted, evidence.language, evidence.article.language
    nearly = find_cues("nearly", evidence.source, there) if len(evidence.cited) == 1 else ()
    if not nearly or find_cues("nearly", text, language) or find_negations(text, language):
        return
    behind = evidence.source[nearly[0].end :]
    told = [word for word in content_words(behind, there) if REPORTING not in word.concepts]
    held = sum(any(same_word(word, own) for own in content_words(text, language)) for word in told)
    if told and held >= len(told) / 2:
        yield Finding("negation", f"says of what did not come about that it does: «{nearly[0].text}»")


def _all_of_most(evidence: Evidence) -> Iterator[Finding]:
    """All told, where the sentences say nearly all or most: "all of them are pensioners"."""
    there = evidence.article.language
    all_told = find_cues("all", evidence.unquoted, evidence.language)
    most = find_cues("most", evidence.source, there)
    if not all_told or not most or find_cues("all", evidence.source, there):
        return
    if not find_cues("most", evidence.unquoted, evidence.language) and not find_negations(
        evidence.unquoted, evidence.language
    ):
        yield Finding("number", f"says «{all_told[0].text}» of «{most[0].text}»")


def _deed(evidence: Evidence) -> Iterator[Finding]:
    """In what sums up: a deed that no cited sentence reports, where one of them leaves its matter undone."""
    text, language = evidence.asserted, evidence.language
    if find_negations(text, language) or find_hedges(text, language):
        return
    if language == "en" and _AHEAD.search(text):
        return  # a participle looks like a deed: "is to fall, with existing routes kept"
    undone = [
        cue for s in _cited(evidence) for cue in (*find_negations(s, language), *find_hedges(s, language))
    ]
    held = carried(text, evidence.context, language)
    deeds = (
        [
            w
            for w in held.missing
            if w.form.phase == "done"
            and REPORTING not in w.concepts
            # "Ratings are left outside": so it is, and nobody has done it
            and not _PASSIVE.search(text, 0, w.start)
        ]
        if held
        else []
    )
    if undone and deeds:
        yield Finding(
            "tense", f"«{deeds[0].text}» is reported by no cited sentence; «{undone[0].text}» stands there"
        )


def _cited(evidence: Evidence) -> list[str]:
    return [evidence.article.words_of(sentence) for sentence in evidence.cited]


def _conditions(sentence: str, language: Language) -> list[Cue]:
    conditions = [cue for cue in find_conditions(sentence, language) if cue.kind == "condition"]
    if find_negations(sentence, language):  # «не откроют, пока не достроят»
        conditions += [
            cue
            for cue in find_cues("until", sentence, language)
            if _SETS_CONDITION.match(cue.text)
            and not _A_DATE.match(sentence, cue.end)
            and (language != "ru" or sentence[: cue.start].rstrip().endswith(","))  # «пока нет» is "for now"
        ]
    return conditions
