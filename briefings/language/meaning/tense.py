"""What a text calls planned, under way or done, and a plan that a statement reports as done."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.language.figures import find_figures, same_figure
from briefings.language.meaning.alignment import Clash, span
from briefings.language.meaning.clauses import Clause, clauses
from briefings.language.meaning.concepts import REPORTING
from briefings.language.meaning.cues import Cue, find_cues
from briefings.language.meaning.framing import framing_words
from briefings.language.meaning.scope import governed, inside, negations, within
from briefings.language.meaning.verb_chains import STANCES, helper_after, is_progressive, phase_of_chain
from briefings.language.meaning.words import Word, related_words, same_word
from briefings.language.names import find_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language
    from briefings.language.meaning.form import Phase

# Too weak to make plans of all the nouns around them.
_WEAK = re.compile(r"to|can|could|may|might|would|should|must|needs?|wants?|үшін", re.IGNORECASE)
_ANNOUNCED = re.compile(r"(?:объявлен|опубликован|обнародован)[аоы]?$|жариялан|жеткізіл", re.IGNORECASE)
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
_TO_A_NOUN = re.compile(r"to\s+(?:the|a|an|its|their|his|her|this|these)", re.IGNORECASE)
# To propose or to promise is a deed too, which a statement may tell in words of its own.
_ASKED = re.compile(
    r"предл[ао]|призва|призыва|потребова|обеща|поруч|propos|pledg|promis|urg|call|vow|ұсын|шақыр|уәде|тапсыр",
    re.IGNORECASE,
)
# To warn, to insist or to thank is to say something: no deed of which the tense tells.
_SAYING = frozenset({REPORTING, "warn", "insist", "emphasise", "inform", "thank"})
# In Kazakh they close the clause of what is told: «келіссөз жүріп жатқанын растады».
_VOUCHING = _SAYING | {"confirm", "deny", "acknowledge", "remember", "believe", "assess"}
_ASKING = frozenset({"say", "propose", "demand", "promise", "ask", "support"})
# «Орталық ашылғанын хабарлады»: that it was opened; «ашылатынын»: that it will be.
_TOLD_DEED = re.compile(
    r"(?!отыр|тұр|жүр|жат|бол|мекен|төраға)(?:\w{2,}(?:[ғқ]анын|[гк]енін)"
    r"|\w{3,}(?:[ғқ]ан|[гк]ен)(?:[ыі]|д[ыі][ғг][ыі]н?))"
)
_TOLD_PLAN = re.compile(r"(?!отыр|тұр|жүр|жат|бол)\w{2,}[аеи]й?т[ыі]н(?:[ыі]н?|д[ыі][ғг][ыі]н?)")
# What an agreement is about.
_AGREED_AHEAD = re.compile(
    r"\s+(?:туралы|жөнінде(?:гі)?)\s+(?:[\w-]+\s+){0,2}?(?:келісім|меморандум|хаттама|шарт|уағдалас|жоспар|ұсыныс|жоба)"
)
_AGREED: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"(?:соглашени|меморандум|договор|протокол|предложени|проект)\w*\s+об?\s+(?:\w+(?:ом|ем|ой|ей)\s+){0,2}$",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:agreement|memorandum|deal|accord|treaty|protocol|proposal)\s+(?:on|for|about)\s+(?:the\s+|a\s+)?$",
        re.IGNORECASE,
    ),
}
# «Екі кездесу жоспарланған», «запланированы встречи»: the noun is the event.
_PLANNED = re.compile(
    r"жоспарлан(?:ған|ып|уда)|көздел(?:ген|іп)|планиру[ею]тся|запланирован|planned|scheduled"
)
_DOING: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"\w+(?:ани|ени|яти|ыти)[иеяю]|(?:строительств|запуск|закупк|покупк|постройк|поставк)\w*"
    ),
    "en": re.compile(r"[a-z]+(?:ing|tion|ment)"),
}
_DATIVE = re.compile(r"[ғгқкн][ае]$")
_LAST_STEPS = frozenset({"sign", "adopt", "agree", "launch", "agreement"})


@dataclass(frozen=True, slots=True)
class _Event:
    """A word for an action or for what takes part in it, and what its clause says of the action."""

    word: Word
    clause: Clause
    phase: Phase | None
    verb: bool
    progressive: bool = (
        False  # said to be going on, not merely in the present: «салынып жатыр», "being built"
    )


def aspect(text: str, language: Language) -> tuple[Cue, ...]:
    """The verbs and planned or ongoing actions of `text` in order; kinds "planned", "ongoing" and "done".

    A verbal noun has the phase of its clause: «планируется открытие» is planned.
    """
    return tuple(
        Cue(event.phase, event.word.start, event.word.end, event.word.text)
        for event in _events(text, language)
        if event.phase and (event.verb or event.phase != "done")
    )


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
    theirs = _events(source, there)
    found: list[Clash] = []
    for event in _events(statement, language):
        told = event.phase == said or (said == "done" and _is_present(event, statement, language))
        if not told or not _asserted(event, statement, language):
            continue
        rivals = _same_event(event, theirs, within_language=language == there)
        if not all(_contrary(said, rival, within_language=language == there) for rival in rivals):
            continue
        if not rivals and said == event.phase == "done" and event.verb:
            rivals = _first_steps(event, theirs) or _only_planned(
                event, theirs, (statement, source), (language, there)
            )
        if rivals:
            phase = rivals[0].phase or ""
            found.append(Clash(span(said, statement, event.word), span(phase, source, rivals[0].word)))
    return tuple(found)


def _is_present(event: _Event, text: str, language: Language) -> bool:
    """Whether a Russian verb says that it is so now: «преподают», where nothing tells of a plan or a day."""
    if language != "ru" or not (event.verb and event.phase == event.word.form.phase == "ongoing"):
        return False
    ahead = find_cues("plan", text, language) or find_cues("softener", text, language)
    return not ahead and not any(map(str.isdigit, text))


def _contrary(said: Phase, rival: _Event, *, within_language: bool) -> bool:
    if said == "planned":
        return rival.phase == "done" and rival.verb
    # A verb in the present may be retold in the past; a noun whose clause says "under way" may not.
    going_on = not rival.verb or (rival.progressive and within_language)
    return rival.phase == "planned" or (rival.phase == "ongoing" and going_on)


def _same_event(event: _Event, theirs: tuple[_Event, ...], *, within_language: bool) -> list[_Event]:
    """The events of the source that the same or a related word names, in the nearest context."""
    alike = related_words if within_language else same_word
    rated = [
        (event.clause.shared(other.clause, leaving_out=(event.word,)), other)
        for other in theirs
        if alike(event.word, other.word) and (within_language or not _is_light(event.word))
    ]
    best = max((rating for rating, _ in rated), default=0)
    return [other for rating, other in rated if rating == best and best > 0]


def _first_steps(event: _Event, theirs: tuple[_Event, ...]) -> list[_Event]:
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
    event: _Event, theirs: tuple[_Event, ...], texts: tuple[str, str], languages: tuple[Language, Language]
) -> list[_Event]:
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
        and word.concepts.isdisjoint(_SAYING)
        and not any(name.start <= word.start < name.end for name in people)
    )
    if best < max(_LEAST_SHARED, _MOST_SHARED * others):
        return []
    # «Ұсыныс дайындап жатыр»: what is under way stands beside what is planned.
    if {e.phase for e in nearest} not in ({"planned"}, {"planned", "ongoing"}):
        return []
    asked = any(_ASKED.match(word.text) for other in nearest for word in other.clause.words)
    return [] if asked and _tells_of_asking(event, texts[0], languages[0]) else nearest


def _tells_of_asking(event: _Event, text: str, language: Language) -> bool:
    """Whether the deed may be the asking itself: «дал слово построить», "made a promise", «ұсыныс айтты»."""
    of_asking = any(not word.concepts.isdisjoint(_ASKING) for word in event.clause.words)
    return of_asking or any(
        other.word is not event.word and other.verb and other.phase != "done"
        for other in _events(text, language)
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


def _asserted(event: _Event, text: str, language: Language) -> bool:
    """Whether the text says the event itself, and flatly: not denied, not hedged, not merely its place."""
    if event.word in _doubted(text, language) or event.word.form.negated:
        return False
    if event.phase == "planned":
        return _is_firm_future(event, text, language)
    if language == "en" and _is_attribute(event):
        return False
    happens = any(
        not word.concepts.isdisjoint(_HAPPENING)
        and word.form.phase == event.phase
        and (language != "kk" or _is_verb(word, event.clause, language))  # not «өткен жылы»
        for word in event.clause.words
    )
    named = event.word.text[0].isupper() and event.word is not event.clause.words[0]
    return event.verb or (happens and not named)


@lru_cache(maxsize=512)
def _doubted(text: str, language: Language) -> frozenset[Word]:
    """The words of `text` that are denied or hedged."""
    doubts = (*negations(text, language), *find_cues("hedge", text, language))
    return frozenset(word for doubt in governed(doubts, text, language) for word in doubt.targets)


def _is_attribute(event: _Event) -> bool:
    """Whether an English participle stands before its noun: "the share of paid quotas"."""
    place = event.clause.words.index(event.word)
    before, behind = event.clause.words[:place], event.clause.words[place + 1 :]
    opens = bool(before) and before[-1].text.lower() in _BEFORE_A_NOUN
    return opens and bool(behind) and behind[0].content and not behind[0].form.verb


def _is_firm_future(event: _Event, text: str, language: Language) -> bool:
    cues = inside(find_cues("plan", text, language), event.clause)
    if not event.verb and any(_PLANNED.match(cue.text) for cue in cues):
        return True
    if language == "ru":
        return event.word.form.phase == "planned"
    if language == "en":
        return any(cue.text.lower().startswith(("will", "shall", "going")) for cue in cues)
    return event.word.form.phase == "planned" and bool(cues)


@lru_cache(maxsize=512)  # both rules ask for the events of a statement and of its source
def _events(text: str, language: Language) -> tuple[_Event, ...]:
    return tuple(_find_events(text, language))


def _find_events(text: str, language: Language) -> Iterator[_Event]:
    cues = find_cues("plan", text, language)
    for clause in clauses(text, language):
        here = inside(cues, clause)
        verbs = {word for word in clause.content if _is_verb(word, clause, language)}
        own = {
            word: _phase_of_word(word, clause, here, language, verb=word in verbs) for word in clause.content
        }
        framing = framing_words(text, clause.content, language)
        # Words of saying stand in any tense, all for the same: «отмечает», «отметил», "хабарлайды".
        # Nor do words for planning tell of the plan: «обещал», «обещает».
        saying = {word for word in own if _says(word, clause, language, framing)}
        telling = [w for w in verbs - saying if not any(within(w, cue) for cue in here)]
        shared = _phase_of_clause({own[w] for w in telling}, here)
        standing = _standing(clause, text, language)
        for word, phase in own.items():
            if phase is None and _is_agreed_on(word, text, language):
                phase = "planned"
            if word is standing or not (word in saying or any(within(word, cue) for cue in here)):
                stated = phase if phase or word in verbs else shared
                progressive = is_progressive(word, clause, language)
                if word is standing:
                    stated, progressive = "done", False
                yield _Event(word, clause, stated, word in verbs or word is standing, progressive)


def _is_agreed_on(word: Word, text: str, language: Language) -> bool:
    """Whether the noun is what an agreement is about, and so only to come: «көпір салу туралы келісімге қол қойды»."""
    if language == "kk":
        return word.text.lower().endswith("у") and _AGREED_AHEAD.match(text, word.end) is not None
    if not _DOING[language].fullmatch(word.text):
        return False  # «договор о Среднем коридоре»
    return _AGREED[language].search(text[: word.start]) is not None


def _says(word: Word, clause: Clause, language: Language, framing: set[Word]) -> bool:
    """Whether the word tells that something is said, and so nothing of the event that is told."""
    announced = _is_announced(word, clause, language) or (language == "kk" and _brings_to(word, clause))
    if language == "kk" and (word in framing or not word.concepts.isdisjoint(_VOUCHING)) and not announced:
        # «Санын 120-ға жеткізгенін хабарлады»: only the last of two such verbs is one of saying.
        return not (_is_told(word) and any(w.start >= word.end and w.form.verb for w in clause.content))
    return not word.concepts.isdisjoint(_SAYING) and not announced


def _brings_to(word: Word, clause: Clause) -> bool:
    """Whether «жеткізді» is a deed: «санын 120-ға жеткізді», and not «ойын жеткізді», which is to say it."""
    before = [other for other in clause.words if other.end <= word.start][-1:]
    return word.text.lower().startswith("жеткіз") and any(_DATIVE.search(other.text) for other in before)


def _is_told(word: Word) -> bool:
    text = word.text.lower()
    return bool(_TOLD_DEED.fullmatch(text) or _TOLD_PLAN.fullmatch(text))


def _standing(clause: Clause, text: str, language: Language) -> Word | None:
    """The word that says of a thing that it is there and works: "now runs", «уже действует», "in place"."""
    cues = inside(find_cues("standing", text, language), clause)
    return next((w for cue in cues for w in reversed(clause.content) if within(w, cue)), None)


def _is_announced(word: Word, clause: Clause, language: Language) -> bool:
    """Whether a word of saying tells of an act: "a tender will be announced", «объявлен», «жарияланды»."""
    if language != "en":
        return _ANNOUNCED.match(word.text) is not None
    before = [other.text.lower() for other in clause.words if other.end <= word.start]
    return word.text.lower() in ("announced", "published", "declared") and before[-1:] in (["be"], ["been"])


def _is_verb(word: Word, clause: Clause, language: Language) -> bool:
    if language != "kk":
        return word.form.verb or (language == "en" and is_progressive(word, clause, language))
    # Many Kazakh nouns end like verbs (солтүстік, рекордты); the verb is the one that ends the clause.
    following = [other for other in clause.words if other.start >= word.end]
    if helper_after(word, clause) or _is_told(word):
        return True
    ends = not any(other.content for other in following) or following[0].text.lower().startswith("де")
    return word.form.verb and ends


def _phase_of_clause(of_verbs: set[Phase | None], cues: tuple[Cue, ...]) -> Phase | None:
    """What holds of the nouns of a clause: that of its verbs, where these agree."""
    if "done" in of_verbs:
        return "done"
    kinds = {cue.kind for cue in cues if not _WEAK.fullmatch(cue.text)}
    if "planned" in of_verbs | kinds:
        return "planned"
    return "ongoing" if "ongoing" in kinds else None


def _phase_of_word(
    word: Word, clause: Clause, cues: tuple[Cue, ...], language: Language, *, verb: bool
) -> Phase | None:
    """What the verb `word` says in its clause; a noun right after a plan ("to open", "will sign") too."""
    for cue in cues:
        if within(word, cue):
            return "planned" if cue.kind == "planned" else "ongoing"
    phase = word.form.phase
    if language == "kk":
        if _TOLD_DEED.fullmatch(word.text.lower()):
            return "done"
        if _TOLD_PLAN.fullmatch(word.text.lower()):
            return "planned" if word.concepts.isdisjoint(STANCES) else "ongoing"
        return phase_of_chain(word, clause) if verb else None
    planned = [cue for cue in cues if cue.kind == "planned" and cue.end <= word.start]
    if language == "en":
        if _is_bare_passive(word, clause) or any(
            _wants_done(cue, word) or not _content_between(clause, cue, word) for cue in planned
        ):
            return "planned"
        return "ongoing" if is_progressive(word, clause, language) else phase
    if phase is None and word.form.verb:
        following = any(w.form.phase == "planned" and w.end <= word.start for w in clause.content)
        return "planned" if planned or following else None  # «начнут преподавать»
    # A past form that is none: «будет открыт», «чтобы открыли», «должен быть подписан».
    unreal = any(cue.text.lower().startswith(("буд", "чтобы")) for cue in planned)
    to_be = bool(planned) and any(w.text.lower() in ("быть", "бы") for w in clause.words)
    return "planned" if phase == "done" and (unreal or to_be) else phase


def _is_bare_passive(word: Word, clause: Clause) -> bool:
    """Whether an English participle follows a bare "be" or "to have": "the ban be lifted", "to have it lifted"."""
    place = clause.words.index(word)
    before = [w.text.lower() for w in clause.words[:place] if not w.text.lower().endswith("ly")]
    had = "to have" in " ".join(before[:-1]) and before[-1] not in ("have", "been")
    return word.form.phase == "done" and (before[-1:] == ["be"] or had)


def _wants_done(cue: Cue, word: Word) -> bool:
    """Whether the participle is what somebody wants: "want the ban lifted"."""
    return word.form.phase == "done" and cue.text.lower() in ("want", "wants", "need", "needs")


def _content_between(clause: Clause, cue: Cue, word: Word) -> bool:
    return any(cue.end <= other.start and other.end <= word.start for other in clause.content)
