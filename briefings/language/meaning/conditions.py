"""What a text makes depend on what: "small farms will leave unless the tariff falls", and a statement that turns it.

Read by the place of the words, not by their verbs, which English seldom shows; Kazakh conditions are verb
forms and belong to `polarity`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.language.meaning.alignment import Clash, span
from briefings.language.meaning.concepts import REPORTING
from briefings.language.meaning.cues import Cue, find_cues
from briefings.language.meaning.scope import negations
from briefings.language.meaning.words import same_word, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language
    from briefings.language.meaning.words import Word

_SENTENCE = re.compile(r"[^.!?;:\n]+")
# Words that set a condition, and those that set one by denying it; "even if" and what waives.
_SETS: dict[str, str] = {
    "ru": r"(?:только\s+)?если(?:\s+только)?|при\s+условии,?\s+что|в\s+случае,?\s+если|когда|как\s+только|даже\s+если",
    "en": r"(?:only\s+|even\s+)?if|provided(?:\s+that)?|on\s+condition\s+that|as\s+long\s+as|once|when|unless",
}
_DENYING = re.compile(r"unless", re.IGNORECASE)
_FIRM = re.compile(r"if|unless|provided|condition|если|услови", re.IGNORECASE)
_INSTEAD = re.compile(r"\b(?:instead\s+of|rather\s+than|вместо)\b.*", re.IGNORECASE | re.DOTALL)
_LIMITS = ("hedge", "softener", "need", "setting")  # topics of cues
_NO_LIMIT = re.compile(r"only|with|were|given", re.IGNORECASE)
# What stands between a denial and what is denied: "hardly going to notice", «вряд ли станут замечать».
_AUXILIARY = frozenset({"going", "likely", "able", "станет", "станут", "будет", "будут", "сможет", "смогут"})
_LEADING = 2  # words that may stand before a condition that opens its sentence: "But if"
_SAME_CONDITION, _SAME_OUTCOME, _WHOLE_OUTCOME = 0.6, 0.5, 0.7  # shares of the words


@dataclass(frozen=True, slots=True)
class _Dependence:
    """A condition and its outcome in one sentence.

    `unless`: the condition is denied. `refused`: of each denial in the outcome the word behind it.
    """

    cue: Cue
    condition: tuple[Word, ...]
    outcome: tuple[Word, ...]
    unless: bool
    refused: tuple[Word | None, ...]

    def denied(self, other: _Dependence) -> bool:
        """Whether one of the two is denied, and not the other, of what `other` tells as well."""
        told = sum(w is None or any(same_word(w, o) for o in other.outcome) for w in self.refused)
        return (self.unless + told) % 2 == 1


def turns_condition(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the same comes about if what the source says it comes about if not: "once it falls", "unless it falls"."""
    there = source_language or language
    theirs = list(_dependences(source, there))
    found: list[Clash] = []
    for ours in _dependences(statement, language):
        for other in theirs:
            alike = (
                _held(ours.condition, other.condition) >= _SAME_CONDITION
                and _held(ours.outcome, other.outcome) >= _SAME_OUTCOME
            )
            if alike and ours.denied(other) != other.denied(ours) and _FIRM.search(other.cue.text):
                found.append(Clash(ours.cue, other.cue))
    return tuple(found)


def drops_whole_condition(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where an English statement says for certain what its source lets depend on something it does not name."""
    if language != "en" or source_language not in (None, "en"):
        return ()
    plain = [match for match in _SENTENCE.finditer(source) if not find_cues("condition", match[0], "en")]
    found: list[Clash] = []
    for other in _dependences(source, "en"):
        if not _FIRM.search(other.cue.text) or len(other.outcome) < 2:
            continue
        for match in _SENTENCE.finditer(statement):
            said = tuple(word for word in words(match[0], "en") if word.content)
            cues = [c for topic in _LIMITS for c in find_cues(topic, match[0], "en")]
            bare = all(_NO_LIMIT.fullmatch(cue.text) for cue in cues)
            bare = bare and not find_cues("condition", statement, "en")
            told = _held(other.outcome, said) >= _WHOLE_OUTCOME and not _held(other.condition, said)
            elsewhere = any(_held(other.outcome, words(p[0], "en")) >= _WHOLE_OUTCOME for p in plain)
            if bare and told and not elsewhere:
                found.append(Clash(span("unconditional", match[0], *said), other.cue))
    return tuple(found)


def _held(own: tuple[Word, ...], others: tuple[Word, ...]) -> float:
    """The share of `own` words that `others` have."""
    return sum(any(same_word(word, other) for other in others) for word in own) / len(own) if own else 0.0


def _dependences(text: str, language: Language) -> Iterator[_Dependence]:
    if language not in _SETS:
        return
    denials = negations(text, language)
    denials += tuple(cue for cue in find_cues("hedge", text, language) if cue.kind == "unlikely")
    unchanged = find_cues("implied", text, language)  # "if the tariff stays as it is"
    spread = [w for w in words(text, language) if w.content and REPORTING not in w.concepts]
    for sentence in _SENTENCE.finditer(text):
        for match in re.finditer(rf"(?<!\w)(?:{_SETS[language]})(?!\w)", sentence[0], re.IGNORECASE):
            start, end = sentence.start() + match.start(), sentence.start() + match.end()
            parts = _parts(text, sentence.span(), (start, end))
            if parts is None:
                continue
            condition, outcome = parts
            kept = _INSTEAD.sub("", text[condition[0] : condition[1]])
            condition = (condition[0], condition[0] + len(kept))
            unless = bool(_DENYING.search(match[0])) + sum(
                condition[0] <= cue.start < condition[1] for cue in (*denials, *unchanged)
            )
            refused = tuple(
                next(
                    (w for w in spread if cue.end <= w.start < outcome[1] and w.text not in _AUXILIARY), None
                )
                for cue in denials
                if outcome[0] <= cue.start < outcome[1]
            )
            own, then = (
                tuple(w for w in spread if begin <= w.start < finish)
                for begin, finish in (condition, outcome)
            )
            if own and then:
                cue = Cue("condition", start, end, text[start:end])
                yield _Dependence(cue, own, then, unless % 2 == 1, refused)


def _parts(
    text: str, sentence: tuple[int, int], cue: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Where the condition stands and where its outcome does; None where a sentence only begins with the cue."""
    before = text[sentence[0] : cue[0]]
    if len(before.split()) <= _LEADING:
        comma = text.find(",", cue[1], sentence[1])
        return ((cue[1], comma), (comma, sentence[1])) if comma > 0 else None
    comma = text.find(",", cue[1], sentence[1])
    return (cue[1], comma if comma > 0 else sentence[1]), (sentence[0], cue[0])
