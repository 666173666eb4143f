"""A detail that a statement adds to a source it otherwise retells: "under police escort", «бесплатно».

A paraphrase scatters words of its own over the sentence. What is added stands together where nothing of the
source is left for it to stand for: at the end of a clause retold in full, or between two words that are
neighbours in the source.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.checking.attribution import same_speaker
from briefings.language.meaning.clauses import clauses
from briefings.language.meaning.concepts import REPORTING
from briefings.language.meaning.cues import find_cues
from briefings.language.meaning.framing import framing_words
from briefings.language.meaning.insertions import insertions
from briefings.language.meaning.words import carried, content_words, related_words, words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from briefings.checking.evidence import Evidence
    from briefings.domain import Language
    from briefings.language.meaning.insertions import Insertion
    from briefings.language.meaning.words import Word

_FRAME = re.compile('[«»“”„":]')
_FEW_CITED = 3  # sentences; among many words some stand in order by chance
_SEVERAL = 2  # words that stand together and nowhere in the source: one alone may be a turn of phrase
# Shares of the statement that repeat the source in its order, from which on what is put in between is an
# addition: several words, one word, words at the end in the place of others.
_RETOLD, _REPEATED, _ENDED_OTHERWISE = 0.55, 0.85, 0.7
# What narrows a claim down, and so adds to it even with one word.
_NARROWING = re.compile(
    r"\b(?:прежде всего|главным образом|в основном|преимущественно|в том числе|в частности|особенно|включая"
    r"|негізінен|әсіресе|ең алдымен|соның ішінде|атап айтқанда"
    r"|(?:большинство|многие|часть|половина|некоторые)\s+из\s+(?:них|которых)|олардың\s+(?:көбі|бірқатары|жартысы)"
    r"|(?:most|many|half|some|several|all|none|few)\s+of\s+(?:them|these|those|which|whom)|within"
    r"|most(?:ly)?|mainly|chiefly|largely|especially|particularly|in particular|notably|including|above all)"
    r"\W+(?:\w{1,3}\W+)?$",
    re.IGNORECASE,
)
_JOINING = frozenset({"и", "and"})
_CAUSE: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"\b(?:из-за|вследствие|по\s+причине|в\s+результате)\s+(?P<why>[^,.;:—–]+)", re.IGNORECASE
    ),
    "kk": re.compile(r"(?P<why>(?:[\w-]+\s+){2,3})(?:салдарынан|кесірінен|себебінен)\b", re.IGNORECASE),
    "en": re.compile(
        r"\b(?:because\s+of|due\s+to|owing\s+to|as\s+a\s+result\s+of)\s+(?P<why>[^,.;:—–]+)", re.IGNORECASE
    ),
}
# The same as a clause, where the sentences give no reason at all: "… because clerks strike".
_BECAUSE: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r",\s(?:потому\s+что|так\s+как|поскольку|ибо)\s+(?P<why>[^,.;:—–]+)", re.IGNORECASE),
    "kk": re.compile(r",\s(?:өйткені|себебі)\s+(?P<why>[^,.;:—–]+)", re.IGNORECASE),
    "en": re.compile(r"\bbecause\s+(?!of\b)(?P<why>[^,.;:—–]+)", re.IGNORECASE),
}
_REASONED: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"\b(?:потому|так\s+как|поскольку|ибо|из-за|ведь|поэтому|благодаря|вследствие|причин\w+|чтобы|для|ради|по|значит|иначе)\b|[:—–]",
        re.IGNORECASE,
    ),
    "kk": re.compile(
        r"өйткені|себе[бп]|сондықтан|салдар|кесір|арқасында|үшін|[дт][ыі][қк]тан|[дт][ыі]ғынан|ғандықтан|[:—–]",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:because|since|so\s+that|therefore|thus|hence|due|owing|thanks|reasons?|caused?|for\s+(?:lack|fear|want))\b|[:;—–]",
        re.IGNORECASE,
    ),
}
_MODAL = ("hedge", "softener", "condition", "need", "plan", "negation")  # topics of cues
_QUALITY = re.compile("[дтл][ыі][қк]$")  # шетелдік: an adjective far more often than "we did"
# A participle before its noun: "the frozen catch", "get subsidised medicine".
_ATTRIBUTIVE = re.compile(r"\b(?:the|an?|its|their|his|her)\s+\w+$|\b[a-z]+(?:ed|en)$", re.IGNORECASE)


def added(evidence: Evidence, missing: Collection[Word], general: Collection[Word]) -> list[Word]:
    """The words of the first detail that is added, or none.

    `missing` are the words that no cited sentence carries; `general` others that add nothing of their own
    but belong to what stands beside them («главную часть зерна»).
    """
    if cause := _another_cause(evidence, general):
        return cause
    run = (
        _after_a_clause(evidence, missing, general)
        or _another_deed(evidence, missing, general)
        or _in_between(evidence, missing, general)
    )
    return [word for word in run if word in missing]


def _another_deed(evidence: Evidence, missing: Collection[Word], general: Collection[Word]) -> list[Word]:
    """A deed joined at the end, where the statement has told every deed of its sentences: «… и подали в суд»."""
    if evidence.language == "kk":
        return []  # verbs of Kazakh are too often read as nouns
    said = content_words(evidence.asserted, evidence.language)
    deeds = [
        word
        for word in content_words(evidence.source, evidence.language)
        if word.form.verb and REPORTING not in word.concepts
    ]
    if not deeds or not all(_is_used(deed, said) for deed in deeds):
        return []
    # A word of the same family («очередь» of «чередовать») tells of the matter, not of a second deed.
    strictly = carried(evidence.asserted, evidence.context, evidence.language, kindred=False)
    for clause in clauses(evidence.asserted, evidence.language)[1:]:
        if clause.words[0].text.lower() not in _JOINING or len(clause.content) < _SEVERAL:
            continue
        own = [word for word in clause.content if strictly and word in strictly.missing]
        held = [word for word in clause.content if word not in own and word not in general]
        if not held and any(word.form.verb and word in missing for word in own):
            return own
    return []


def _another_cause(evidence: Evidence, general: Collection[Word]) -> list[Word]:
    """A cause of its own: «из-за непогоды на перевале», where the source has another cause or none."""
    said = content_words(evidence.asserted, evidence.language)
    held = carried(evidence.asserted, evidence.source, evidence.language)
    for match in _CAUSE[evidence.language].finditer(evidence.asserted):
        named = [w for w in said if match.start("why") <= w.start < match.end("why")]
        own = [w for w in named if held and w in held.missing and w not in general]
        if len(own) >= _SEVERAL and all(w in own or w in general for w in named):
            return own
    because = _BECAUSE[evidence.language].search(evidence.asserted)
    if because is None or held is None or _REASONED[evidence.language].search(evidence.source):
        return []
    named = [w for w in said if because.start("why") <= w.start < because.end("why")]
    own = [w for w in named if w in held.missing and w not in general]
    return own if own and all(w in held.missing for w in named) else []


def _after_a_clause(evidence: Evidence, missing: Collection[Word], general: Collection[Word]) -> list[Word]:
    """Words beside a clause of the source that is retold in full."""
    said = content_words(evidence.asserted, evidence.language)
    source = clauses(evidence.source, evidence.language)
    for run in _runs(said, {*missing, *general}):
        beside = _beside(run, said, evidence)
        retold = [c for c in source if any(related_words(a, word) for a in beside for word in c.content)]
        unused = [word for clause in retold for word in clause.content if not _is_used(word, said)]
        if len(run) >= _SEVERAL and any(word in missing for word in run) and retold and not unused:
            return run
    return []


def _beside(run: Sequence[Word], said: Sequence[Word], evidence: Evidence) -> list[Word]:
    """The words next to `run`, names and what a frame parts from it left out: «Она так описала дело: «…»»."""
    first, last = said.index(run[0]), said.index(run[-1])
    text = evidence.statement.text
    before = [w for w in said[max(first - 1, 0) : first] if not _FRAME.search(text[w.end : run[0].start])]
    after = [w for w in said[last + 1 : last + 2] if not _FRAME.search(text[run[-1].end : w.start])]
    named = [range(name.start, name.end) for name in evidence.names]
    return [word for word in (*before, *after) if not any(word.start in name for name in named)]


def _runs(said: Sequence[Word], missing: Collection[Word]) -> Iterator[list[Word]]:
    """The stretches of words of the statement that are all missing."""
    run: list[Word] = []
    for word in said:
        if word in missing:
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_used(word: Word, said: Sequence[Word]) -> bool:
    return REPORTING in word.concepts or any(related_words(word, other) for other in said)


def _in_between(evidence: Evidence, missing: Collection[Word], general: Collection[Word]) -> list[Word]:
    """Words put into, or after, a sentence that is otherwise repeated word after word."""
    if len(evidence.cited) > _FEW_CITED:
        return []
    text = evidence.asserted
    said, source = _facts(text, evidence.language), _facts(evidence.source, evidence.language)
    told = _without_tag(said, evidence)
    # One word of its own may be a turn of phrase as long as who says it is part of what is repeated.
    found = [*insertions(said, source, {*missing, *general})]
    found += [
        one
        for one in insertions(told, source, {*missing, *general})
        if len(one.words) >= _SEVERAL
        or (one.repeated >= _REPEATED and not (one.left or one.first or one.last))
    ]
    # What modals mean, and whether a quotation is true to the source, is judged by rules of their own.
    apart = [(cue.start, cue.end) for topic in _MODAL for cue in find_cues(topic, text, evidence.language)]
    apart += [(quotation.start, quotation.end) for quotation in evidence.quotations]
    for one in found:
        own = [
            word
            for word in one.words
            if word in missing
            and not any(start <= word.start < end for start, end in apart)
            and (not _is_deed(word) or _is_attributive(word, text))
        ]
        if own and _is_addition(one, own, evidence):
            return list(one.words)
    return []


def _is_addition(found: Insertion, own: Sequence[Word], evidence: Evidence) -> bool:
    """Whether words, `own` of them neither verbs nor modals, are more than another way to say the rest."""
    text, language = evidence.asserted, evidence.language
    if found.first:
        # In front stand frames as well, and what the sentences before have named («внутренние цены»).
        before = carried(text, evidence.surroundings, language)
        return (
            found.verbatim and not found.left and bool(before and before.missing and own[0] in before.missing)
        )
    if found.last and len(own) >= _SEVERAL and found.repeated >= _ENDED_OTHERWISE:
        return True
    if found.left:
        return False
    several = len(own if found.last else found.words) >= _SEVERAL
    narrowing = any(_NARROWING.search(text[: word.start]) for word in own)
    return found.verbatim or found.repeated >= (_RETOLD if several or narrowing else _REPEATED)


def _facts(text: str, language: Language) -> list[Word]:
    """The words of `text` that carry its facts, its figures included."""
    return [word for word in words(text, language) if word.content or any(map(str.isdigit, word.text))]


def _without_tag(said: list[Word], evidence: Evidence) -> list[Word]:
    """The words of the statement without those that only tell who says it: «X-тің айтуынша», "X warned"."""
    speaker = evidence.statement.speaker
    if speaker is None:
        return said
    own = [n for n in evidence.names if same_speaker(n.text, speaker.name)]
    framing = framing_words(evidence.asserted, tuple(said), evidence.language)
    return [w for w in said if w not in framing and not any(n.start <= w.start < n.end for n in own)]


def _is_attributive(word: Word, text: str) -> bool:
    following = re.match(r"\s+[a-z]{3,}", text[word.end :])
    return bool(following and _ATTRIBUTIVE.search(text[: word.end]))


def _is_deed(word: Word) -> bool:
    described = "-" in word.text or _QUALITY.search(word.text)  # family-owned
    return (word.form.verb or word.form.phase is not None) and not described
