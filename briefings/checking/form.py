"""Official form: no praise and no vague or over-certain word of ours, likelihood apart from confidence, no links.

What stands in quotation marks is the source's. Limits of length belong to whole sections: see `length`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.checking.scale import likelihood_words
from briefings.domain import Finding
from briefings.language.folding import fold
from briefings.language.meaning.polarity import find_hedges
from briefings.language.sentences import split
from briefings.language.wordings import find_wordings
from briefings.rendering.labels import labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence
    from briefings.domain import Language, Severity
    from briefings.language.wordings import Wording

# A subordinate clause that gives the ground for a judgement.
_GROUND: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r",\s(?:поскольку|так\s+как|учитывая,?\s+что|раз|ведь|потому\s+что)\s[^.;]+", re.IGNORECASE
    ),
    "kk": re.compile(
        r"[^.;]+(?:[ғқ]андықтан|[гк]ендіктен|ескерсек)\b|,\s(?:өйткені|себебі)\s[^.;]+", re.IGNORECASE
    ),
    "en": re.compile(
        r"\b(?:given\s+that|since|because|considering\s+that|now\s+that)\s[^.;]+", re.IGNORECASE
    ),
}
_ADDRESS = re.compile(
    r"(?:https?://|www\.|t\.me/)\S+|[\w.+-]+@[\w-]+\.\w{2,}|\b[\w-]+\.(?:com|net|org|info|kz|ru)/\S*"
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding for each word or address that an official paper may not hold in our own words."""
    yield from _addresses(evidence)
    voice = evidence.statement.voice
    if voice in ("assessment", "reported"):
        yield from _praise(evidence)
    if voice == "assessment":
        yield from _vague_or_over_certain(evidence)
        yield from _confidence_with_likelihood(evidence)


def confidence_fault(reason: str, language: Language) -> Finding | None:
    """What is wrong with the reason of a confidence: it speaks of the evidence, never of how likely a thing is."""
    likely = likelihood_words(reason, language)
    return Finding("form", f"«{likely}»: likelihood and confidence stand apart") if likely else None


def _addresses(evidence: Evidence) -> Iterator[Finding]:
    for found in _ADDRESS.finditer(evidence.statement.text):
        if found.group().casefold() not in evidence.source.casefold():
            yield Finding("form", f"«{found.group()}» is an address that the cited sentences do not have")


def _praise(evidence: Evidence) -> Iterator[Finding]:
    banned = labels(evidence.language).banned_anywhere
    for found in find_wordings(evidence.unquoted, banned, evidence.language):
        if _is_in_a_name(found, evidence):
            continue
        # A whole sentence of the source, as extraction prints it, has said so itself.
        severity: Severity = "mark" if _is_verbatim(evidence) else "withhold"
        yield Finding("form", f"«{found.text}» praises or blames; quote it or leave it out", severity)


def _vague_or_over_certain(evidence: Evidence) -> Iterator[Finding]:
    language = evidence.language
    for found in find_wordings(evidence.unquoted, labels(language).banned_in_assessment, language):
        if find_hedges(found.phrase, language) and (
            _tells_a_view(found, evidence) or _is_a_ground(found, evidence)
        ):
            continue
        yield Finding("form", f"«{found.text}» is no word of the scale; say how likely it is")


def _confidence_with_likelihood(evidence: Evidence) -> Iterator[Finding]:
    language, text = evidence.language, evidence.unquoted
    for sentence in split(text, language):
        words = text[sentence.start : sentence.end]
        likely = likelihood_words(words, language)
        for found in find_wordings(words, labels(language).confidence_words, language):
            if likely:
                yield Finding("form", f"«{likely}» and «{found.text}»: likelihood and confidence stand apart")


def _tells_a_view(found: Wording, evidence: Evidence) -> bool:
    """Whether the vague word is somebody's reservation that our telling keeps, not a judgement of ours."""
    return evidence.section in ("comparison", "source_issues") or any(
        said.start <= found.start < said.end for said in evidence.attributions
    )


def _is_a_ground(found: Wording, evidence: Evidence) -> bool:
    """Whether the vague word is a hedge of the source in the ground for our judgement: "given that X may"."""
    text, language = evidence.unquoted, evidence.language
    if not likelihood_words(text, language) or not find_hedges(evidence.source, evidence.article.language):
        return False
    return any(ground.start() < found.start < ground.end() for ground in _GROUND[language].finditer(text))


def _is_in_a_name(found: Wording, evidence: Evidence) -> bool:
    return any(name.start <= found.start < name.end for name in evidence.names)


def _is_verbatim(evidence: Evidence) -> bool:
    return fold(evidence.statement.text.rstrip(" .")).text in fold(evidence.source).text
