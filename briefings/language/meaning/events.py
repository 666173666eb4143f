"""What a text tells as planned, under way or done: its events, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.language.meaning.clauses import Clause, clauses
from briefings.language.meaning.concepts import REPORTING
from briefings.language.meaning.cues import Cue, find_cues
from briefings.language.meaning.framing import framing_words
from briefings.language.meaning.scope import inside, within
from briefings.language.meaning.verb_chains import STANCES, helper_after, is_progressive, phase_of_chain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language
    from briefings.language.meaning.form import Phase
    from briefings.language.meaning.words import Word

# Too weak to make plans of all the nouns around them.
_WEAK = re.compile(r"to|can|could|may|might|would|should|must|needs?|wants?|үшін", re.IGNORECASE)
_ANNOUNCED = re.compile(r"(?:объявлен|опубликован|обнародован)[аоы]?$|жариялан|жеткізіл", re.IGNORECASE)
# To warn, to insist or to thank is to say something: no deed of which the tense tells.
SAYING = frozenset({REPORTING, "warn", "insist", "emphasise", "inform", "thank"})
# In Kazakh they close the clause of what is told: «келіссөз жүріп жатқанын растады».
_VOUCHING = SAYING | {"confirm", "deny", "acknowledge", "remember", "believe", "assess"}
# «Орталық ашылғанын хабарлады»: that it was opened; «ашылатынын»: that it will be.
_TOLD_DEED = re.compile(
    r"(?!отыр|тұр|жүр|жат|бол|мекен|төраға|теңге)(?:\w{2,}(?:[ғқ]анын|[гк]енін)"
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
_DOING: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"\w+(?:ани|ени|яти|ыти)[иеяю]|(?:строительств|запуск|закупк|покупк|постройк|поставк)\w*"
    ),
    "en": re.compile(r"[a-z]+(?:ing|tion|ment)"),
}
_DATIVE = re.compile(r"[ғгқкн][ае]$")


@dataclass(frozen=True, slots=True)
class Event:
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
        for event in events(text, language)
        if event.phase and (event.verb or event.phase != "done")
    )


@lru_cache(maxsize=512)  # both rules ask for the events of a statement and of its source
def events(text: str, language: Language) -> tuple[Event, ...]:
    """The events of `text` in order, each in its clause and with the phase it is told in."""
    return tuple(_find_events(text, language))


def _find_events(text: str, language: Language) -> Iterator[Event]:
    cues = find_cues("plan", text, language)
    for clause in clauses(text, language):
        here = inside(cues, clause)
        verbs = {word for word in clause.content if is_verb(word, clause, language)}
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
                yield Event(word, clause, stated, word in verbs or word is standing, progressive)


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
    return not word.concepts.isdisjoint(SAYING) and not announced


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


def is_verb(word: Word, clause: Clause, language: Language) -> bool:
    """Whether the word is a verb in its clause."""
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
