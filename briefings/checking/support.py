"""The cited sentences carry what the statement says: its words stand there, in whatever form.

A strong paraphrase brings words of its own in the place of the source's, and scatters them. An invention is
either carried by almost nothing, or is added to a clause that is otherwise retold in full: two words or more
together, where no word of the source is left for them to stand for. Across languages words cannot be
missed; names, figures and quotations are checked by their own rules there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.domain import Finding
from briefings.language.meaning.clauses import clauses
from briefings.language.meaning.concepts import REPORTING
from briefings.language.meaning.words import carried, content_words, related_words
from briefings.language.names.known import known
from briefings.language.speech.table import lowered
from briefings.language.speech.tables import speech_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.checking.evidence import Evidence
    from briefings.language.meaning.words import Word

_LEAST = 0.5  # share of the statement's content words that the cited sentences must carry
_FRAME = re.compile('[«»“”„":]')
# Turns of phrase that add nothing: «речь идёт о компенсациях».
_IDLE = re.compile(
    r"\bречь\s+(?:ид[её]т|шла|пойд[её]т)\b|\bдело\s+в\s+том\b|\bимеет\s+место\b|\b(?:when\s+)?asked\s+(?:whether|if|about|why|how)\b"
    r"|\bin\s+terms\s+of\b|\bсөз\s+болып\s+отыр\w*|\bсөз\s+қозға\w*",
    re.IGNORECASE,
)
_LEAST_OF_A_SIGN = 0.6  # of what to watch: a sign is named in the article, in nearly its words
# What a forecast has another country or body do: "Turkey will pay", «Турция оплатит».
_ANNOUNCED = re.compile(r"\s+(?P<will>(?:will|would|shall|буд[еу]т)\s+)?(?P<deed>\w+)")
_SAID = {REPORTING, "express"}
# A name behind a preposition does nothing itself: «председательство Астаны в МФСА удержит».
_GOVERNED = re.compile(
    r"\b(?:в|во|на|с|со|у|о|об|от|из|к|ко|для|при|над|под|за|после|до|of|in|on|at|to|by|with|for|from|over)\s+[«“„\"]?$",
    re.IGNORECASE,
)
_HOME = ("Kazakhstan", "Astana")
_ADDED = 2  # words that stand together and nowhere in the source: one alone may be a turn of phrase


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding when the cited sentences carry too few words of the statement, or not a detail it adds."""
    if not evidence.cited:
        return
    if evidence.statement.voice == "assessment":
        yield from _ours(evidence)
        return
    source_language = evidence.article.language
    held = carried(evidence.asserted, evidence.context, evidence.language, source_language)
    if held is None:
        return
    idle = [match.span() for match in _IDLE.finditer(evidence.asserted)]
    missing = [
        word
        for word in held.missing
        if not (_is_figure(word, evidence) or _is_name(word, evidence) or _is_role(word, evidence))
        and not any(start <= word.start < end for start, end in idle)
    ]
    said = content_words(evidence.asserted, evidence.language)
    # Names and figures are held by rules of their own: they do not carry what is said of them.
    weighed = [w for w in said if not (_is_figure(w, evidence) or _is_name(w, evidence))]
    if 1 - len(missing) / (len(said) or 1) >= _LEAST and not (weighed and len(missing) == len(weighed) > 1):
        missing = _added(said, missing, evidence)
    if missing:
        words = ", ".join(f"«{word.text}»" for word in missing)
        yield Finding("support", f"{evidence.numbers} do not carry {words}")


def _ours(evidence: Evidence) -> Iterator[Finding]:
    """A judgement of ours is free in its words, but not in what it watches nor in what it lets others do."""
    held = carried(evidence.asserted, evidence.context, evidence.language, evidence.article.language)
    if held is None:
        return
    cited = evidence.numbers
    if evidence.section == "watch" and held.share < _LEAST_OF_A_SIGN:
        words = ", ".join(f"«{word.text}»" for word in held.missing)
        yield Finding("support", f"{cited} name no such sign: {words}")
    for name in evidence.names:
        deed = _ANNOUNCED.match(evidence.statement.text, name.end)
        if (
            deed is None
            or known(name.text) in _HOME
            or _GOVERNED.search(evidence.statement.text[: name.start])
        ):
            continue
        for word in held.missing:
            if not _SAID.isdisjoint(word.concepts):
                continue  # what somebody says is held by the rule on speakers
            if word.start == deed.start("deed") and (deed["will"] or word.form.phase == "planned"):
                yield Finding(
                    "support", f"{cited} do not carry what {name.text} is said to do: «{word.text}»"
                )


def _added(said: Sequence[Word], missing: Sequence[Word], evidence: Evidence) -> list[Word]:
    """The words of the first detail that is added to a clause of the source retold in full, or none."""
    source = clauses(evidence.source, evidence.language)
    for run in _runs(said, missing):
        beside = _beside(run, said, evidence)
        retold = [c for c in source if any(related_words(a, word) for a in beside for word in c.content)]
        unused = [word for clause in retold for word in clause.content if not _is_used(word, said)]
        if len(run) >= _ADDED and retold and not unused:
            return run
    return []


def _beside(run: Sequence[Word], said: Sequence[Word], evidence: Evidence) -> list[Word]:
    """The words next to `run`, names and what a frame parts from it left out: «Она так описала дело: «…»»."""
    first, last = said.index(run[0]), said.index(run[-1])
    text = evidence.statement.text
    before = [w for w in said[max(first - 1, 0) : first] if not _FRAME.search(text[w.end : run[0].start])]
    after = [w for w in said[last + 1 : last + 2] if not _FRAME.search(text[run[-1].end : w.start])]
    return [word for word in (*before, *after) if not _is_name(word, evidence)]


def _runs(said: Sequence[Word], missing: Sequence[Word]) -> Iterator[list[Word]]:
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


# Figures and names are missed by rules of their own, which know how else they may be written.


def _is_figure(word: Word, evidence: Evidence) -> bool:
    return any(figure.start <= word.start < figure.end for figure in evidence.figures)


def _is_role(word: Word, evidence: Evidence) -> bool:
    """Whether the word only calls the speaker by a role: «по мнению исследовательницы»."""
    heard = any(s.voice != "outlet" for s in evidence.cited)
    return heard and speech_table(evidence.language).role.fullmatch(lowered(word.text)) is not None


def _is_name(word: Word, evidence: Evidence) -> bool:
    return any(name.start <= word.start < name.end for name in evidence.names)
