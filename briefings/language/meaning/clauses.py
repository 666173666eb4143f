"""Cut a text into clauses: the stretch within which a denial, a hedge or a plan holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from briefings.language.meaning.forms_kk import is_quality
from briefings.language.meaning.words import Word, same_word, words

if TYPE_CHECKING:
    from briefings.domain import Language

# «Если тариф поднимут […] порт опустеет»: what an ellipsis leaves out does not end the sentence.
_SENTENCE_END = re.compile(r"[.!?;\n]|…(?![\])]\s|\W{0,3}[a-zа-яёәғқңөұүһі])")
# «С. Ким», "J. K. Smith": the stop after an initial ends no sentence.
_INITIAL = re.compile(r"(?<![\w.])[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\.\s*$")
_NEAR = 20  # characters before a word in which an initial or a verb may stand
_BREAK = re.compile(r"[,:()«»\"“”—–]|\s-\s")
_JOINERS = {
    "ru": re.compile(r"и|а|но|однако|или|либо|что|котор\w+|хотя|если|чтобы|когда|поскольку"),
    "kk": re.compile(r"және|ал|бірақ|алайда|немесе|дегенмен"),
    "en": re.compile(r"and|but|or|that|which|who|while|although|though|because|if|when|whereas"),
}


# «Может и не повториться», «могла и ошибиться»: one verb.
_MAY_WELL = re.compile(r"\bмо(?:жет|гут|г|гла|гло|гли)\s$", re.IGNORECASE)
# Kazakh words that end a clause as its verb would: «өз орталығы бар, …», «біз қарсы емеспіз, бірақ …».
_PREDICATE = re.compile(
    r"әлсіз|күшті|төмен|жоғары|аз|көп|қиын|оңай|арзан|қымбат|зор|шамалы|бар|жоқ(?:пыз|пын)?|емес(?:пін|піз|сіз)?|керек|қажет|тиіс|мүмкін|екіталай|қарсы|наразы|риза|дайын"
)
# English verbs that news puts in the present; their form alone does not tell them from nouns.
_PRESENT = frozenset(
    {"plans", "wants", "hopes", "expects", "intends", "aims", "seeks", "says", "argues", "believes"}
)


@dataclass(frozen=True)
class Clause:
    """The words of one clause, in order; `sentence` counts the sentences of the text from 0."""

    words: tuple[Word, ...]
    sentence: int

    @property
    def start(self) -> int:
        """Where it begins in the text (code points)."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text (code points), exclusive."""
        return self.words[-1].end

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """Its words that carry facts."""
        return tuple(word for word in self.words if word.content)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all of them."""
        return frozenset().union(*(word.keys for word in self.content))

    def holds(self, word: Word) -> bool:
        """Whether it has `word` in some form."""
        return not self.keys.isdisjoint(word.keys)

    def shared(self, other: Clause, leaving_out: tuple[Word, ...] = ()) -> int:
        """How many of its content words stand in `other` too, not counting those like `leaving_out`."""
        return sum(
            other.holds(word)
            for word in self.content
            if not any(same_word(word, left) for left in leaving_out)
        )


@lru_cache(maxsize=2048)
def clauses(text: str, language: Language) -> tuple[Clause, ...]:
    """The clauses of `text` in order. A stretch without a verb belongs to its neighbour with one."""
    stretches = _stretches(text, language)
    done: list[Clause] = []
    for place, clause in enumerate(stretches):
        last = done[-1] if done and done[-1].sentence == clause.sentence else None
        if last is not None and _opens(clause) and _goes_on(stretches[place + 1 : place + 2], clause):
            done.append(clause)  # «…, что узел, скорее всего, окупится»: its verb is still to come
            continue
        # Kazakh puts its verb last, so a stretch without one waits for what follows; the others look back.
        waits = last is not None and not _has_verb(last)
        looks_back = last is not None and language != "kk" and not _has_verb(clause)
        if last is not None and (waits or looks_back):
            done[-1] = Clause(last.words + clause.words, clause.sentence)
        else:
            done.append(clause)
    return tuple(done)


def _opens(clause: Clause) -> bool:
    """Whether a stretch has a conjunction and its subject, but no verb so far."""
    return clause.words[0].text.lower() in ("что", "that") and len(clause.words) > 1 and not _has_verb(clause)


def _goes_on(behind: list[Clause], clause: Clause) -> bool:
    return bool(behind) and behind[0].sentence == clause.sentence


def _stretches(text: str, language: Language) -> list[Clause]:
    stretches: list[Clause] = []
    current: list[Word] = []
    sentence, last_end = 0, 0
    for word in words(text, language):
        between = text[last_end : word.start]
        ends = bool(current and _SENTENCE_END.search(text, last_end, word.start + 1))
        near = max(word.start - _NEAR, 0)
        ends = ends and not (word.text[0].isupper() and _INITIAL.search(text, near, word.start))
        joined = _JOINERS[language].fullmatch(word.text.lower()) and not _MAY_WELL.search(
            text, near, word.start
        )
        figure = between == "," and text[last_end - 1].isdigit() and word.text[0].isdigit()  # 2,4 млрд
        if current and (ends or joined or (_BREAK.search(between) and not figure)):
            stretches.append(Clause(tuple(current), sentence))
            current = []
        sentence += ends
        current.append(word)
        last_end = word.end
    if current:
        stretches.append(Clause(tuple(current), sentence))
    return stretches


def _has_verb(clause: Clause) -> bool:
    last = clause.words[-1].text.lower()
    if _PREDICATE.fullmatch(last) or is_quality(last):
        return True
    return any(word.form.verb or word.text.lower() in _PRESENT for word in clause.words)
