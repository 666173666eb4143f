"""What a text leaves open, by a hedge or a condition, and a statement that says it for certain."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.language.meaning.alignment import Clash, Governed, counterparts, span
from briefings.language.meaning.clauses import Clause, clauses
from briefings.language.meaning.cues import Cue, find_cues
from briefings.language.meaning.polarity import denies, find_conditions, find_hedges, governing, held_in
from briefings.language.meaning.scope import (
    conditional,
    governed,
    inside,
)
from briefings.language.meaning.words import same_word

if TYPE_CHECKING:
    from briefings.domain import Language
    from briefings.language.meaning.words import Word

# What a statement may put in place of a hedge of its source: the same or a weaker claim, never a stronger.
_KEEPS: dict[str, frozenset[str]] = {
    "possible": frozenset({"possible", "alleged", "softener", "condition", "concession"}),
    "likely": frozenset({"likely", "possible", "alleged", "softener", "condition", "concession"}),
    "unlikely": frozenset({"unlikely", "doubt"}),
    # What somebody hopes for may be told as a plan or a chance, never as what will be.
    "hoped": frozenset(
        {
            "hoped",
            "awaited",
            "likely",
            "possible",
            "alleged",
            "softener",
            "condition",
            "concession",
            "planned",
        }
    ),
    "alleged": frozenset({"alleged", "possible", "likely", "softener", "condition", "concession"}),
}
# «Скорее всего, не раньше чем через десять лет» for «вряд ли раньше».
_BOUNDED = re.compile(
    r"\bне\s+(?:раньше|ранее|больше|более|выше)\b|\b(?:no|not)\s+(?:earlier|sooner|before|more)\b|\b(?:ерте|артық|көп)\s+емес",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:said|told\s+\w+|announced|added|stated|declared|confirmed|noted|explained|insisted|pledged|promised|vowed)\b",
    re.IGNORECASE,
)
_LIGHT = frozenset({"launch", "begin", "carry_out", "create", "give", "receive", "happen", "build", "open"})
_COORDINATES = frozenset({"и", "а", "но", "and", "but", "ал", "бірақ", "және"})
_BUT = frozenset(
    {"но", "однако", "зато", "хотя", "but", "yet", "although", "though", "бірақ", "алайда", "дегенмен"}
)
_FUTURE = re.compile(r"буд(?:ет|ут|ем|у)|will|shall|\w+['’]ll|would|to", re.IGNORECASE)
_FORECAST = re.compile(r"болжам|болжау|прогноз|forecast|projection", re.IGNORECASE)
# A condition takes the place of a hedge, unless the source has both.
_IRREAL = frozenset({"бы", "would"})
_SETTING = frozenset({"condition", "concession"})


def drops_hedge(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement says for certain, or with a stronger hedge, what its source hedges."""
    there = source_language or language
    hedges = (*find_hedges(source, there), *_hopes(source, there))
    conditions = (*find_conditions(source, there), *find_cues("otherwise", source, there))
    # «По прогнозу X, доля может вырасти»: the forecast stands beside the hedge, not in its place.
    forecasts = find_cues("forecast", source, there)
    home = clauses(source, there)
    found: list[Clash] = []
    for hedge in map(_hoped, governed(hedges, source, there)):
        matches = counterparts(hedge, home, clauses(statement, language), lambda c: not inside(hedges, c))
        if hedge.attributive:
            matches = tuple(clause for clause in matches if _takes_place(hedge, clause))
        if any(is_conceded(hedge.cue, clause, home) for clause in matches):
            continue
        keeping = _KEEPS[hedge.cue.kind]
        if any(inside(conditions, clause) for clause in home if clause.sentence == hedge.home.sentence):
            keeping -= _SETTING
        others = {cue.text.lower() for cue in (*hedges, *forecasts) if cue.start != hedge.cue.start}
        # «Могли бы лишиться» says less than «лишились бы».
        others |= {w.text.lower() for w in hedge.home.words if w.text.lower() in _IRREAL}
        if matches and not any(_keeps(keeping, c, statement, language, others) for c in matches):
            found.append(_clash(hedge, matches[0], statement, source, "certain"))
    return tuple(found)


def _hopes(text: str, language: Language) -> tuple[Cue, ...]:
    return tuple(cue for cue in find_cues("hope", text, language) if cue.kind == "hoped")


def _hoped(hedge: Governed) -> Governed:
    """`hedge`, on the noun where what is hoped for is a deed in two words: «надеется ввести | страхование»."""
    verb = hedge.targets[0]
    if hedge.cue.kind != "hoped" or not verb.form.verb or verb.concepts.isdisjoint(_LIGHT):
        return hedge
    noun = next((w for w in hedge.home.content if w.start > verb.end and not w.form.verb), None)
    return replace(hedge, targets=(noun, *hedge.targets)) if noun else hedge


def is_conceded(hedge: Cue, said: Clause, spread: tuple[Clause, ...]) -> bool:
    """Whether `said` retells what stands behind a "but" rather than what `hedge` concedes before it.

    «Может, паром и медленный, но это самый дешёвый путь»: that it is the cheapest is not hedged.
    """
    home = next((clause for clause in spread if inside((hedge,), clause)), None)
    if home is None:
        return False
    if _is_across(hedge, home, said, spread):
        return True
    sentence = [word for clause in spread if clause.sentence == home.sentence for word in clause.words]
    turns = [
        word.start
        for word, behind in zip(sentence, [*sentence[1:], None], strict=True)
        if word.start >= hedge.end
        and word.text.lower() in _BUT
        # «Допускает, однако, что …» only links.
        and not (behind and behind.text.lower() in ("что", "that"))
    ]
    if not turns:
        return False
    told = [word.start for word in sentence if word.content and said.holds(word)]
    return 2 * sum(start > turns[0] for start in told) > len(told)


def _is_across(hedge: Cue, home: Clause, said: Clause, spread: tuple[Clause, ...]) -> bool:
    """Whether `said` retells only what a conjunction parts from `hedge`: «A, и, пока это так, B» told as A."""
    groups: list[list[Word]] = [[]]
    last = 0
    for word in (w for c in spread if c.sentence == home.sentence for w in c.words):
        if word.text.lower() in _COORDINATES and word.start - last > 1:  # a comma stands before it
            groups.append([])
        groups[-1].append(word)
        last = word.end
    told = [sum(w.content and said.holds(w) for w in group) for group in groups]
    own = next((at for at, group in enumerate(groups) if any(w.start >= hedge.start for w in group)), 0)
    return told[own] == 0 and sum(told) > 1


def drops_condition(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement asserts a condition of its source, or what the source makes depend on one."""
    there = source_language or language
    bound = tuple(conditional(source, there))
    home = clauses(source, there)
    found: list[Clash] = []
    for condition in bound:
        matches = counterparts(
            condition,
            home,
            clauses(statement, language),
            lambda c: all(c is not other.home for other in bound),
        )
        kind = condition.cue.kind
        if matches and not any(_is_conditional(clause, statement, language, kind) for clause in matches):
            found.append(_clash(condition, matches[0], statement, source, "unconditional"))
    return tuple(found)


def _keeps(keeping: frozenset[str], clause: Clause, text: str, language: Language, others: set[str]) -> bool:
    """Whether the clause or one beside it has a hedge of a kind in `keeping`.

    Beside it none counts that the source has for something else: `others`, in small letters.
    """
    plans = (cue for cue in find_cues("plan", text, language) if not _FUTURE.fullmatch(cue.text))
    cues = (
        *find_hedges(text, language),
        *find_cues("softener", text, language),
        *find_cues("doubt", text, language),
        *find_cues("hope", text, language),
        *(plans if "planned" in keeping else ()),
        *find_conditions(text, language),
    )
    cues = tuple(cue for cue in cues if not _is_backshifted(cue, text))
    kinds = {
        cue.kind
        for near in governing(clause, text, language)
        for cue in inside(cues, near)
        if cue.text.lower() not in others
        or (near is clause and cue.text.lower() not in _IRREAL and not _FORECAST.match(cue.text))
    }
    unlikely = keeping == _KEEPS["unlikely"] and bool(kinds - _SETTING)
    doubted = unlikely and (
        denies(clause, text, language, apart=False)
        or _BOUNDED.search(text, clause.start, clause.end) is not None
    )
    return doubted or not kinds.isdisjoint(keeping)


def _is_backshifted(cue: Cue, text: str) -> bool:
    """Whether "would" is only "will" as somebody said it: "said that it would sue", with nothing it hangs on."""
    told = cue.text.lower() == "would" and _TOLD.search(text, 0, cue.start)
    return bool(told) and not find_conditions(text, "en")


def _is_conditional(clause: Clause, text: str, language: Language, kind: str) -> bool:
    topics = ("hedge", "softener", "condition", "need")
    # «Без проверки» may stand for «если не проверят», not for «даже если проверят».
    settings = ("setting",) if kind == "condition" else ()
    cues = [cue for topic in topics + settings for cue in find_cues(topic, text, language)]
    return any(inside(cues, near) for near in governing(clause, text, language))


def _takes_place(event: Governed, clause: Clause) -> bool:
    """Whether the clause asserts the noun: «поездка состоится» does, «сроки возможной поездки» does not."""
    return any(
        "happen" in word.concepts or (word.form.verb and same_word(word, event.targets[0]))
        for word in clause.words
    )


def _clash(found: Governed, clause: Clause, statement: str, source: str, kind: str) -> Clash:
    cue = span(found.cue.kind, source, found.cue, found.targets[0])
    return Clash(span(kind, statement, held_in(found, clause)), cue)
