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
from briefings.language.meaning.concepts import REPORTING
from briefings.language.meaning.cues import find_cues
from briefings.language.meaning.polarity import find_conditions, find_hedges, find_negations
from briefings.language.meaning.words import carried

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence
    from briefings.language.meaning.cues import Cue

# To expect or to hope is more than not to rule out.
_SURER = re.compile(r"expect|hop|ожида|жд[её]|над[её]|рассчит|күт|үміт", re.IGNORECASE)
# How else a condition may be put: by a preposition, an inversion, a time.
_CONDITIONAL: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"\b(?:при|без|только|лишь|когда|после|пока|иначе|услови\w+|завис\w+|в случае)\b", re.IGNORECASE
    ),
    "kk": re.compile(r"\b(?:болмаса|кезде|кейін|тек|ғана|шарт\w*|байланысты|\w+с[ае])\b", re.IGNORECASE),
    "en": re.compile(
        r"\b(?:should|were|with|without|only|when|once|until|after|otherwise|conditions?|depend\w*|provided|given)\b",
        re.IGNORECASE,
    ),
}
_AHEAD = re.compile(r"\b(?:will|shall|would|(?:is|are) to)\b", re.IGNORECASE)
_SUMMING_UP = ("title", "bottom_line")  # written last, read first, and where models invent most


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding when every cited sentence hedges or sets a condition and the statement of others' words does not."""
    if evidence.statement.voice == "assessment" or not evidence.cited:
        return
    yield from _hedge(evidence)
    yield from _condition(evidence)
    if evidence.section in _SUMMING_UP and evidence.same_language:
        yield from _deed(evidence)


def _hedge(evidence: Evidence) -> Iterator[Finding]:
    text, language = evidence.statement.text, evidence.language
    hedges = [find_hedges(sentence, evidence.article.language) for sentence in _cited(evidence)]
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


def _condition(evidence: Evidence) -> Iterator[Finding]:
    text, language = evidence.statement.text, evidence.language
    bound = [_conditions(sentence, evidence.article.language) for sentence in _cited(evidence)]
    if not all(bound) or find_conditions(text, language) or find_cues("need", text, language):
        return
    if not _CONDITIONAL[language].search(text):
        yield Finding("hedge", f"leaves out the condition: «{bound[0][0].text}»")


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
        [w for w in held.missing if w.form.phase == "done" and REPORTING not in w.concepts] if held else []
    )
    if undone and deeds:
        yield Finding(
            "tense", f"«{deeds[0].text}» is reported by no cited sentence; «{undone[0].text}» stands there"
        )


def _cited(evidence: Evidence) -> list[str]:
    return [evidence.article.words_of(sentence) for sentence in evidence.cited]


def _conditions(sentence: str, language: Language) -> list[Cue]:
    return [cue for cue in find_conditions(sentence, language) if cue.kind == "condition"]
