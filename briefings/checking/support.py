"""The cited sentences carry what the statement says: its words stand there, in whatever form.

A strong paraphrase brings words of its own in the place of the source's, and scatters them. An invention is
either carried by almost nothing, or by other sentences than the cited, or is an addition (`additions`). Words
that frame what is said need no carrying. Across languages words cannot be missed; names, figures and
quotations are checked by their own rules there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.checking.additions import added
from briefings.checking.scale import likelihood_words
from briefings.domain import Finding
from briefings.language.meaning.concepts import REPORTING
from briefings.language.meaning.cues import find_cues
from briefings.language.meaning.framing import framing_words, general_words, outlet_word
from briefings.language.meaning.polarity import find_hedges
from briefings.language.meaning.words import carried, content_words
from briefings.language.names.known import known
from briefings.language.speech.table import lowered
from briefings.language.speech.tables import speech_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefings.checking.evidence import Evidence
    from briefings.language.meaning.words import Word

_LEAST = 0.5  # share of the words it brings that the cited sentences must carry
# A paraphrase may carry less, in words of its own, where few sentences are cited and none of the article is
# nearer: what it does keep are some of the words that tell them from their neighbours.
_FEW_CITED = 3  # sentences
_LONG, _ANCHORS = 6, 2  # words it brings from which on two must be the source's own, else one
_NEARER = 0.3  # of the share, that other sentences carry more
# Concepts of judgements of ours, which a source rarely utters in passing: who gains weight.
_STANDING = frozenset({"influence", "prestige", "middle_power", "geopolitics", "strengthen", "weaken"})
_PLACE = frozenset({"leader", "status", "role"})  # of Kazakhstan; anybody else may lead a committee
_RENOWN = (_STANDING | _PLACE) - {"role", "strengthen", "weaken"}
# Weight among states, which no source utters in passing either; "weight" alone may be a load.
_WEIGHT = re.compile(
    r"\b(?:diplomatic|political|geopolitical|international|global|regional)\s+(?:weight|clout|heft|leverage|muscle|pull|capital)\b"
    r"|\b(?:дипломатическ|политическ|геополитическ|международн|внешнеполитическ)\w+\s+вес\w*|(?:дипломатиялық|саяси|халықаралық)\s+салма[қғ]\w*",
    re.IGNORECASE,
)
_AS_MUCH = {"rise": "more", "more": "rise", "fall": "less", "less": "fall"}
_LEAST_OF_A_SIGN = 0.6  # of what to watch: a sign is named in the article, in nearly its words
_LEAST_OF_A_PROSPECT = 0.2  # of one that also judges what may come of it
# What a forecast has another country or body do: "Turkey will pay", «Турция оплатит».
_ANNOUNCED = re.compile(r"\s+(?P<will>(?:will|would|shall|буд[еу]т)\s+)?(?P<deed>\w+)")
_ALIKE = ("hedge", "lack", "doubt", "condition")  # topics of cues that have many words
_SAID = {REPORTING, "express"}
# A name behind a preposition does nothing itself: «председательство Астаны в МФСА удержит».
_GOVERNED = re.compile(
    r"\b(?:в|во|на|с|со|у|о|об|от|из|к|ко|для|при|над|под|за|после|до|через|сквозь|между|против|без|около|вокруг|среди|of|in|on|at|to|by|with|for|from|over|through|via|across|into|between|under|against|near|beyond|around|towards?|behind|without|after|before|than|like|as)\s+[«“„\"]?$",
    re.IGNORECASE,
)
# Circumstances that one language has too many words for: "free of charge", «впервые».
_PLAINLY_SAID = frozenset({"free", "first", "early", "personal", "temporary", "yearly", "monthly"})
_OF_A_DATE = re.compile(r"day\s+of\s+|числ\w+\s+|күн\w*\s+", re.IGNORECASE)
_HOME = ("Kazakhstan", "Astana")


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding when the cited sentences carry too few words of the statement, or not a detail it adds."""
    if not evidence.cited:
        return
    if evidence.statement.voice == "assessment":
        yield from _ours(evidence)
        return
    held = carried(
        evidence.asserted,
        evidence.context,
        evidence.language,
        evidence.article.language,
        kindred=len(evidence.cited) <= _FEW_CITED,  # many sentences have a word of every family
    )
    if held is None:
        yield from _circumstances(evidence)
        return
    if added_circumstances := [*_circumstances(evidence, _PLAINLY_SAID)]:
        yield from added_circumstances
        return
    general = general_words(held.missing, evidence.language)
    idle = framing_words(evidence.asserted, held.missing, evidence.language) | general
    idle |= _told_alike(held.missing, evidence) | _of_the_outlet(held.missing, evidence)
    said = content_words(evidence.asserted, evidence.language)
    brought = [word for word in said if word not in idle and not _is_held_elsewhere(word, evidence)]
    missing = [word for word in brought if word in held.missing and not _tells_change(word, evidence)]
    if not missing:
        return
    if 1 - len(missing) / len(brought) >= _LEAST or _retells(brought, missing, evidence):
        missing = _standing(missing, evidence) or added(evidence, missing, general)
    if missing:
        yield Finding("support", f"{evidence.numbers} do not carry {_quoted(missing)}")


def _told_alike(missing: Iterable[Word], evidence: Evidence) -> set[Word]:
    """Words that doubt or speak of want, where the source does so in others: «нехватка», «мало»."""
    there = evidence.article.language
    spans = [
        (cue.start, cue.end)
        for topic in _ALIKE
        for cue in find_cues(topic, evidence.asserted, evidence.language)
        if cue.kind in {other.kind for other in find_cues(topic, evidence.source, there)}
    ]
    return {word for word in missing if any(start <= word.start < end for start, end in spans)}


def _of_the_outlet(missing: Iterable[Word], evidence: Evidence) -> set[Word]:
    """Words for who writes, where the outlet does: "the columnist writes", «по мысли автора»."""
    if any(sentence.voice != "outlet" for sentence in evidence.cited):
        return set()
    return {word for word in missing if outlet_word(word.text, evidence.language)}


def _tells_change(word: Word, evidence: Evidence) -> bool:
    """Whether the word only says which way a quantity went, as the source does in words of its own.

    «Өсім 22 пайыз» of «22 пайызға көп». That it goes the same way is a rule of its own (`change`).
    """
    here = find_cues("change", evidence.asserted, evidence.language)
    if not any(cue.start <= word.start < cue.end for cue in here):
        return False
    theirs = {cue.kind for cue in find_cues("change", evidence.source, evidence.article.language)}
    return any(
        cue.kind in theirs or _AS_MUCH[cue.kind] in theirs
        for cue in here
        if cue.start <= word.start < cue.end
    )


def _circumstances(evidence: Evidence, but: frozenset[str] = frozenset()) -> Iterator[Finding]:
    """A circumstance that no cited sentence has, «бесплатно», "unanimously", «мерзімінен бұрын»."""
    source = f"{evidence.context}\n{evidence.surroundings}"
    held = {cue.kind for cue in find_cues("alike", source, evidence.article.language)}
    for cue in find_cues("detail", evidence.unquoted, evidence.language):
        if cue.kind not in held | but:
            yield Finding("support", f"{evidence.numbers} do not carry «{cue.text}»")


def _retells(brought: Sequence[Word], missing: Sequence[Word], evidence: Evidence) -> bool:
    """Whether a statement of few words of the source may still be its paraphrase."""
    anchors = len(brought) - len(missing)
    if len(brought) > 1 and anchors < (_ANCHORS if len(brought) >= _LONG else 1):
        return False
    if len(evidence.cited) > _FEW_CITED or _judges(missing, evidence):
        return False
    return not _stands_elsewhere(brought, anchors / len(brought), evidence)


def _standing(missing: Sequence[Word], evidence: Evidence) -> list[Word]:
    """Who gains weight, told as the word of somebody whose sentences weigh nobody: a judgement of ours."""
    weighed = content_words(evidence.context, evidence.article.language)
    if evidence.statement.speaker is None or any(not w.concepts.isdisjoint(_RENOWN) for w in weighed):
        return []
    if all("kazakhstan" not in word.concepts for word in content_words(evidence.asserted, evidence.language)):
        return []
    return [word for word in missing if not word.concepts.isdisjoint(_RENOWN)]


def _judges(missing: Sequence[Word], evidence: Evidence) -> bool:
    """Whether it weighs chances or standing, of which its sentences say nothing."""
    concepts = frozenset().union(*(word.concepts for word in missing))
    if _WEIGHT.search(evidence.asserted) and not _WEIGHT.search(evidence.context):
        return True
    if concepts & _STANDING or (
        concepts & _PLACE and any(known(name.text) in _HOME for name in evidence.names)
    ):
        return True
    hedged = find_hedges(evidence.asserted, evidence.language)
    return bool(hedged) and not find_hedges(evidence.context, evidence.article.language)


def _stands_elsewhere(brought: Sequence[Word], share: float, evidence: Evidence) -> bool:
    """Whether as many other sentences of the article carry the words it brings clearly better."""
    body, count = evidence.article.body, len(evidence.cited)
    for at in range(len(body) - count + 1):
        others = body[at : at + count]
        if any(sentence in evidence.cited for sentence in others):
            continue
        source = "\n".join(map(evidence.article.words_of, others))
        held = carried(evidence.asserted, source, evidence.language)
        if held and sum(word not in held.missing for word in brought) / len(brought) >= share + _NEARER:
            return True
    return False


def _ours(evidence: Evidence) -> Iterator[Finding]:
    """A judgement of ours is free in its words, but not in what it watches nor in what it lets others do."""
    held = carried(evidence.asserted, evidence.context, evidence.language, evidence.article.language)
    if held is None:
        return
    cited = evidence.numbers
    idle = framing_words(evidence.asserted, held.missing, evidence.language)
    idle |= general_words(held.missing, evidence.language)
    missing = [word for word in held.missing if word not in idle]
    said = content_words(evidence.asserted, evidence.language)
    prospect = likelihood_words(evidence.asserted, evidence.language) is not None
    least = _LEAST_OF_A_PROSPECT if prospect else _LEAST_OF_A_SIGN
    if evidence.section == "watch" and 1 - len(missing) / (len(said) or 1) < least:
        yield Finding("support", f"{cited} name no such sign: {_quoted(missing)}")
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


def _is_held_elsewhere(word: Word, evidence: Evidence) -> bool:
    """Whether other rules miss the word: they know how else a figure, a name or a speaker's role is written."""
    spans = [(figure.start, figure.end) for figure in evidence.figures]
    spans += [(name.start, name.end) for name in evidence.names]
    if any(start <= word.start < end for start, end in spans) or _is_role(word, evidence):
        return True
    # "On the first | day of | March": the figure stands around it
    behind = _OF_A_DATE.match(evidence.asserted, word.start)
    return behind is not None and any(start <= behind.end() < end for start, end in spans)


def _is_role(word: Word, evidence: Evidence) -> bool:
    """Whether the word only calls the speaker by a role: «по мнению исследовательницы»."""
    heard = any(s.voice != "outlet" for s in evidence.cited)
    return heard and speech_table(evidence.language).role.fullmatch(lowered(word.text)) is not None


def _quoted(words: Iterable[Word]) -> str:
    return ", ".join(f"«{word.text}»" for word in words)
