"""What a text calls planned, under way or done, and a plan that a statement reports as done."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.language.figures import find_figures, same_figure
from briefings.language.meaning.alignment import Clash, span
from briefings.language.meaning.cues import find_cues
from briefings.language.meaning.events import SAYING, Event, events, is_verb
from briefings.language.meaning.scope import governed, inside, negations, within
from briefings.language.meaning.words import Word, related_words, same_word
from briefings.language.names import find_names

if TYPE_CHECKING:
    from briefings.domain import Language
    from briefings.language.meaning.clauses import Clause
    from briefings.language.meaning.form import Phase
# Verbs that say of an event only that it takes place: «встреча состоялась» is about the meeting.
_HAPPENING = frozenset({"happen"})
# What must come before the last step: while a text is being agreed on, nobody has signed it.
_FIRST_STEPS = frozenset({"talks", "coordinate", "prepare", "propose"})
_LIGHT = frozenset({"give", "receive"})
_DIGITS = re.compile(r"[$€£]?\d")
_YEAR_OR_DIGIT = re.compile(r"\d|(?:19|20)\d\d\D*")
_LEAST_SHARED = 2  # words of the context, since the steps themselves are different words
_MOST_SHARED = 0.6  # of the other words of a clause that has a deed of its own
# What may be done already about a plan.
_NO_DEEDS = frozenset(
    {"say", "propose", "prepare", "support", "coordinate", "talks", "want", "expect", "agree"}
    | {"ask", "demand", "promise"}
)
_BEFORE_A_NOUN = frozenset(
    {"of", "the", "a", "an", "its", "their", "his", "her", "for", "in", "from", "by", "with", "these"}
)
_TO_A_NOUN = re.compile(
    r"to\s+(?:(?:the|an?|its|their|his|her|this|these|all|both|some|each)\b|(?-i:[A-Z])|(?!focus\b)\w+[^s\W]s\b)",
    re.IGNORECASE,
)
# To propose or to promise is a deed too, which a statement may tell in words of its own.
_ASKED = re.compile(
    r"предл[ао]|призва|призыва|потребова|обеща|поруч|propos|pledg|promis|urg|call|vow|ұсын|шақыр|уәде|тапсыр",
    re.IGNORECASE,
)
_ASKING = frozenset({"say", "propose", "demand", "promise", "ask", "support"})
# «Екі кездесу жоспарланған», «запланированы встречи»: the noun is the event.
_PLANNED = re.compile(
    r"жоспарлан(?:ған|ып|уда)|көздел(?:ген|іп)|планиру[ею]тся|запланирован|planned|scheduled"
)
# What has been done, though it stands in the infinitive.
_BROUGHT_ABOUT = re.compile(
    r"\b(?:took|needed|managed|went\s+on|came|had|was\s+able|were\s+able|forced|enabled|helped|persuaded|began|begun|started)\b[^.;:]{0,60}\bto\s+$"
    r"|\b(?:удалось|пришлось|сумел[аи]?|смог(?:ла|ли)?|успел[аи]?|понадобил\w+[^.;:]{0,40}чтобы)\s+$",
    re.IGNORECASE,
)
_REACH = 120  # characters
_LAST_STEPS = frozenset({"sign", "adopt", "agree", "launch", "agreement"})


def planned_as_done(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement reports as done what its source plans or has under way; `source` one sentence a line."""
    return _out_of_phase(statement, source, language, source_language or language, said="done")


def done_as_planned(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement announces as coming what its source reports as done."""
    return _out_of_phase(statement, source, language, source_language or language, said="planned")


def _out_of_phase(
    statement: str, source: str, language: Language, there: Language, said: Phase
) -> tuple[Clash, ...]:
    theirs = events(source, there)
    found: list[Clash] = []
    for event in events(statement, language):
        present = said == "done" and _is_present(event, statement, language)
        if present and there == "kk":
            continue  # «төленеді» is now as well as then
        told = event.phase == said or present
        if not told or not _asserted(event, statement, language):
            continue
        rivals = _same_event(event, theirs, within_language=language == there)
        if said == "done" and any(
            _BROUGHT_ABOUT.search(source, max(rival.word.start - _REACH, 0), rival.word.start)
            for rival in rivals
        ):
            continue  # "it took four winters to agree": they have
        if said == "planned" and any(rival.word in _doubted(source, there) for rival in rivals):
            continue  # "neither has ratified it" leaves it to come
        if any(rival.phase == event.phase for rival in rivals) or not all(
            _contrary(said, rival, within_language=language == there) for rival in rivals
        ):
            continue
        if not rivals and said == event.phase == "done" and event.verb:
            rivals = _first_steps(event, theirs) or _only_planned(
                event, theirs, (statement, source), (language, there)
            )
        if rivals:
            phase = rivals[0].phase or ""
            found.append(Clash(span(said, statement, event.word), span(phase, source, rivals[0].word)))
    return tuple(found)


def _is_present(event: Event, text: str, language: Language) -> bool:
    """Whether a Russian verb says that it is so now: «преподают», where nothing tells of a plan or a day."""
    if language != "ru" or not (event.verb and event.phase == event.word.form.phase == "ongoing"):
        return False
    ahead = find_cues("plan", text, language) or find_cues("softener", text, language)
    return not ahead and not any(map(str.isdigit, text))


def _contrary(said: Phase, rival: Event, *, within_language: bool) -> bool:
    if said == "planned":
        return rival.phase == "done" and rival.verb
    # A verb in the present may be retold in the past; a noun whose clause says "under way" may not.
    going_on = not rival.verb or (rival.progressive and within_language)
    return rival.phase == "planned" or (rival.phase == "ongoing" and going_on)


def _same_event(event: Event, theirs: tuple[Event, ...], *, within_language: bool) -> list[Event]:
    """The events of the source that the same or a related word names, in the nearest context."""
    alike = related_words if within_language else same_word
    rated = [
        (event.clause.shared(other.clause, leaving_out=(event.word,)), other)
        for other in theirs
        if alike(event.word, other.word) and (within_language or not _is_light(event.word))
    ]
    best = max((rating for rating, _ in rated), default=0)
    return [other for rating, other in rated if rating == best and best > 0]


def _first_steps(event: Event, theirs: tuple[Event, ...]) -> list[Event]:
    """The steps towards the same end that the source has under way: «подписали» against «согласовывается»."""
    ends = "end" in event.word.concepts
    if not ends and event.word.concepts.isdisjoint(_LAST_STEPS):
        return []
    rated = [
        (event.clause.shared(other.clause, leaving_out=(event.word,)), other)
        for other in theirs
        if (other.phase == "ongoing" and not other.verb)  # «идут испытания»: not over yet
        or (
            not ends
            and other.verb
            and other.phase != "done"
            and not other.word.concepts.isdisjoint(_FIRST_STEPS)
        )
    ]
    best = max((rating for rating, _ in rated), default=0)
    return [other for rating, other in rated if rating == best >= _LEAST_SHARED]


def _only_planned(
    event: Event, theirs: tuple[Event, ...], texts: tuple[str, str], languages: tuple[Language, Language]
) -> list[Event]:
    """What the source only plans, where the statement has a deed of its own: "plans nine", "has opened nine"."""
    if not event.word.concepts.isdisjoint(_NO_DEEDS):
        return []
    text, language = texts[0], languages[0]
    plans = [
        cue
        for cue in find_cues("plan", text, language)
        # "Received $3m to build it" is no plan.
        if not within(event.word, cue)
        and not (
            cue.text.lower() == "to"
            and ((_is_light(event.word) and cue.start > event.word.end) or _TO_A_NOUN.match(text, cue.start))
        )
    ]
    if plans or find_cues("softener", text, language):
        return []
    clause = event.clause
    done = [other for other in theirs if other.verb and other.phase == "done"]
    alike = same_word if languages[0] != languages[1] else related_words
    # A figure that both hold tells more than a word.
    rated = [
        (
            clause.shared(other.clause, leaving_out=(event.word,))
            + _shares_figure(clause, other.clause, texts, languages),
            other,
        )
        for other in theirs
    ]
    best = max((rating for rating, _ in rated), default=0)
    # "Has received a system" of "has received drones, a system is to follow" is done, but of another thing.
    elsewhere = [e for rating, e in rated if e in done and rating < best and languages[0] == languages[1]]
    if any(
        alike(word, other.word) and not (word is event.word and other in elsewhere)
        for word in clause.content
        for other in done
    ):
        return []  # a deed told by its noun: «получили одобрение» of «одобрили»
    nearest = [other for rating, other in rated if rating == best]
    people = [name for name in find_names(text, language) if name.kind == "person"]
    others = sum(
        1
        for word in clause.content
        if word is not event.word
        and word.concepts.isdisjoint(SAYING)
        and not any(name.start <= word.start < name.end for name in people)
    )
    if best < max(_LEAST_SHARED, _MOST_SHARED * others):
        return []
    if any(inside(negations(texts[1], languages[1]), other.clause) for other in nearest):
        return []  # "will not outlive the winter" may be told as "is finished"
    # «Ұсыныс дайындап жатыр»: what is under way stands beside what is planned.
    if {e.phase for e in nearest} not in ({"planned"}, {"planned", "ongoing"}):
        return []
    asked = any(_ASKED.match(word.text) for other in nearest for word in other.clause.words)
    return [] if asked and _tells_of_asking(event, texts[0], languages[0]) else nearest


def _tells_of_asking(event: Event, text: str, language: Language) -> bool:
    """Whether the deed may be the asking itself: «дал слово построить», "made a promise", «ұсыныс айтты»."""
    of_asking = any(not word.concepts.isdisjoint(_ASKING) for word in event.clause.words)
    return of_asking or any(
        other.word is not event.word and other.verb and other.phase != "done"
        for other in events(text, language)
    )


def _shares_figure(
    ours: Clause, theirs: Clause, texts: tuple[str, str], languages: tuple[Language, Language]
) -> int:
    """Two where both clauses hold the same figure of two digits or more that is no year, else none."""
    mine, other = (
        [
            f
            for f in find_figures(text, language)
            if clause.start <= f.start < clause.end and not _YEAR_OR_DIGIT.fullmatch(f.text)
        ]
        for text, language, clause in zip(texts, languages, (ours, theirs), strict=True)
    )
    return (
        _LEAST_SHARED if any(same_figure(a, b) for a in mine for b in other if _DIGITS.match(a.text)) else 0
    )


def _is_light(word: Word) -> bool:
    """Whether the verb says little without its noun («дать», "receive"), so that every clause has one."""
    return bool(word.concepts) and word.concepts <= _LIGHT


def _asserted(event: Event, text: str, language: Language) -> bool:
    """Whether the text says the event itself, and flatly: not denied, not hedged, not merely its place."""
    if event.word in _doubted(text, language) or event.word.form.negated:
        return False
    if event.phase == "done" and inside(find_cues("condition", text, language), event.clause):
        return False  # "if the budget is approved"
    if event.phase == "planned":
        return _is_firm_future(event, text, language)
    if language == "en" and _is_attribute(event):
        return False
    happens = any(
        not word.concepts.isdisjoint(_HAPPENING)
        and word.form.phase == event.phase
        and (language != "kk" or is_verb(word, event.clause, language))  # not «өткен жылы»
        for word in event.clause.words
    )
    named = event.word.text[0].isupper() and event.word is not event.clause.words[0]
    return event.verb or (happens and not named)


@lru_cache(maxsize=512)
def _doubted(text: str, language: Language) -> frozenset[Word]:
    """The words of `text` that are denied or hedged."""
    doubts = (*negations(text, language), *find_cues("hedge", text, language))
    return frozenset(word for doubt in governed(doubts, text, language) for word in doubt.targets)


def _is_attribute(event: Event) -> bool:
    """Whether an English participle stands before its noun: "the share of paid quotas"."""
    place = event.clause.words.index(event.word)
    before, behind = event.clause.words[:place], event.clause.words[place + 1 :]
    opens = bool(before) and before[-1].text.lower() in _BEFORE_A_NOUN
    return opens and bool(behind) and behind[0].content and not behind[0].form.verb


def _is_firm_future(event: Event, text: str, language: Language) -> bool:
    cues = inside(find_cues("plan", text, language), event.clause)
    if not event.verb and any(_PLANNED.match(cue.text) for cue in cues):
        return True
    if language == "ru":
        return event.word.form.phase == "planned"
    if language == "en":
        return any(cue.text.lower().startswith(("will", "shall", "going")) for cue in cues)
    return event.word.form.phase == "planned" and bool(cues)
