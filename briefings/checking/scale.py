"""The words of the likelihood scale: what an assessment of ours must carry, and nobody else may be lent."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from briefings.rendering.labels import labels

if TYPE_CHECKING:
    from briefings.domain import Language, Likelihood


def likelihood_of(text: str, language: Language) -> Likelihood | None:
    """The step of the scale whose phrase stands in `text`, the first one of several; None when none does."""
    written = likelihood_words(text, language)
    if written is None:
        return None
    by_phrase = {_plain(phrase): step for step, phrase in labels(language).likelihood.items()}
    return cast("Likelihood", by_phrase[_plain(written)])


def likelihood_words(text: str, language: Language) -> str | None:
    """The likelihood phrase of the scale that stands in `text`, as written there; None when none does."""
    found = _pattern(language).search(text)
    return found.group() if found else None


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    phrases = sorted(labels(language).likelihood.values(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(_flexible(p) for p in phrases) + r")(?!\w)", re.IGNORECASE)


def _plain(phrase: str) -> str:
    return " ".join(phrase.casefold().replace("ё", "е").split())


def _flexible(phrase: str) -> str:
    """The phrase with any white space, and with ё for е."""
    words = (re.escape(word).replace("е", "[её]") for word in phrase.split())
    return r"\s+".join(words)
