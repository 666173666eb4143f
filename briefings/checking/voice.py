"""Voices never mix: an opinion is not printed as a fact, an official not as an expert, our view as nobody's else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.checking.attribution import describe, same_speaker
from briefings.checking.scale import likelihood_words
from briefings.domain import Finding, Speaker
from briefings.language.introducing import standing_in
from briefings.language.meaning.cues import find_cues
from briefings.language.meaning.polarity import find_hedges
from briefings.language.names import find_names, is_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence
    from briefings.domain import Sentence


_KINDS = {"official": "an official", "expert": "an expert", "party": "an interested party"}
# Nobody's word, however it is worded: "It is doubtful that …".
_IMPERSONAL = re.compile(
    r"\bit\s+(?:is|was|seems|appears|remains)\b|\b(?:сомнительно|считается|принято\s+считать|можно\s+предположить)\b"
    r"|\bдеп\s+(?:саналады|есептеледі|айтылады)\b",
    re.IGNORECASE,
)


# What somebody unnamed asked for, told as asked for: «тұрғындар сұраған сирена орнатылмады».
_ASKED_FOR = re.compile(
    r"\b(?:прос(?:или|ила|ил|ивш\w+)|попросил\w*|требовал\w*|потребовал\w*|добива\w+|обратил(?:ись|ся|ась)|обещанн\w+"
    r"|asked|requested|demanded|sought|called\s+for|petitioned"
    r"|сұраған|сұрап|сұрады|талап\s+ет\w+|өтінген|өтінді|жүгінді|жүгінген)\b",
    re.IGNORECASE,
)
# A wish that is called so is nobody's fact.
_PROPOSED = re.compile(
    r"\b(?:предложени[еяю]|пожелани[еяю]|просьб[ауы]|требовани[еяю]|иде[яюи]|proposal|request|demand|idea|wish|suggestion"
    r"|ұсыныс\w*|талап\w*|өтініш\w*|тілек\w*)\b",
    re.IGNORECASE,
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding when the voice the statement is printed in is not the voice of the sentences it cites."""
    statement = evidence.statement
    if statement.voice == "assessment":
        yield from _assessment(evidence)
        return
    if statement.voice == "reported" and statement.speaker is None:
        yield from _opinion_as_fact(evidence)
    if statement.voice in ("expert", "official"):
        yield from _standing(evidence)
    yield from _our_likelihood(evidence)


def _assessment(evidence: Evidence) -> Iterator[Finding]:
    speaker = evidence.statement.speaker
    if speaker is not None:
        yield Finding("voice", f"an assessment of ours is given to {speaker.name}")
    if evidence.section == "positioning" and not likelihood_words(evidence.statement.text, evidence.language):
        yield Finding("voice", "an assessment of ours without a likelihood word of the scale")


def _opinion_as_fact(evidence: Evidence) -> Iterator[Finding]:
    if any(said.speaker for said in evidence.attributions) or (
        evidence.attributions and not _IMPERSONAL.search(evidence.unquoted)
    ):
        return  # the wording says whose it is; the speaker rule looks whether that is right
    if _PROPOSED.search(evidence.unquoted) and any(s.voice == "outlet" for s in evidence.cited):
        return  # what became of a proposal, which is called one
    asked = _ASKED_FOR.search(evidence.unquoted)
    for sentence in evidence.cited:
        if asked and sentence.speaker is None and _ASKED_FOR.search(evidence.article.words_of(sentence)):
            continue
        if _is_opinion(sentence) and not _is_named(sentence, evidence):
            speaker = describe(sentence.speaker) if sentence.speaker else "somebody not named"
            yield Finding("voice", f"{sentence.id} is the view of {speaker}, printed as a fact")


def _is_opinion(sentence: Sentence) -> bool:
    """Whether somebody else than the outlet is heard. What follows a body's statement untagged is a report."""
    if sentence.voice == "free_indirect":
        return sentence.speaker is not None and len(find_names(sentence.speaker.name, "ru")) > 0
    return sentence.voice in ("direct", "indirect")


def _is_named(sentence: Sentence, evidence: Evidence) -> bool:
    """Whether the statement names the sentence's speaker, as a comparison of two people does."""
    speaker = sentence.speaker
    return speaker is not None and is_printed(speaker.name, evidence.unquoted, "person")


def _standing(evidence: Evidence) -> Iterator[Finding]:
    claimed = evidence.statement.speaker
    if claimed is None:
        named = [s.speaker for s in evidence.attributions if s.speaker]
        if not named:
            yield Finding("voice", f"nobody is named for words in the voice “{evidence.statement.voice}”")
            return
        claimed = named[0]
    real = _as_printed(claimed, evidence)
    found, voice = standing_in(evidence.article, real), evidence.statement.voice
    if found not in _KINDS or found == voice:
        return
    # A party among the experts is a slip of the label: words and name are right, and the reader is told.
    told = found == "party" and (voice == "expert" or real.role is None)
    yield Finding(
        "voice",
        f"{describe(real)} speaks as {_KINDS[found]}, not as {_KINDS[voice]}",
        "mark" if told else "withhold",
    )


def _as_printed(claimed: Speaker, evidence: Evidence) -> Speaker:
    """The speaker with the role that the article prints, not the one that the draft gives."""
    heard = [s.speaker for s in evidence.article.sentences if s.speaker]
    same = [speaker for speaker in heard if same_speaker(claimed.name, speaker.name)]
    return max(same, key=lambda speaker: speaker.role is not None, default=claimed)


def _our_likelihood(evidence: Evidence) -> Iterator[Finding]:
    """A likelihood word that the source does not have is our judgement in somebody's mouth."""
    ours, there = likelihood_words(evidence.unquoted, evidence.language), evidence.article.language
    # "Unlikely, in his view" is what he doubts.
    weighed = find_hedges(evidence.source, there) or find_cues("doubt", evidence.source, there)
    if ours and evidence.cited and not weighed:
        yield Finding("voice", f"«{ours}» is a judgement that the source does not make")
