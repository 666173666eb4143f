"""Tell Russian, Kazakh and English apart. Nothing else is expected, and mixed texts go to the majority."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.domain import Language

_KAZAKH_LETTERS = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яёәғқңөұүһі]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
# Kazakh written without its own letters, as on old keyboards, still has these words and endings.
_KAZAKH_WORDS = re.compile(
    r"\b(?:жане|мен|деп|бул|бойынша|туралы|ушин|екен|болды|болады|\w+(?:ларды|лерди|дагы|деги|ында|инде))\b",
    re.IGNORECASE,
)
_RUSSIAN_WORDS = re.compile(r"\b(?:и|в|на|что|не|по|с|для|это|как|из|от|его|при|о)\b", re.IGNORECASE)
_SAMPLE = 20_000  # characters are plenty, also of a book


def identify(text: str) -> Language:
    """The language of `text`: kk when Kazakh letters are common among Cyrillic ones, else ru or en."""
    sample = text[:_SAMPLE]
    cyrillic, latin = len(_CYRILLIC.findall(sample)), len(_LATIN.findall(sample))
    if latin > cyrillic:
        return "en"
    # Russian news about Kazakhstan has a few per mille of them, in names; Kazakh text has 15–30 %.
    kazakh_letters, russian_words = len(_KAZAKH_LETTERS.findall(sample)), len(_RUSSIAN_WORDS.findall(sample))
    if kazakh_letters > 0.05 * cyrillic or (kazakh_letters and not russian_words):
        return "kk"
    return "kk" if len(_KAZAKH_WORDS.findall(sample)) > russian_words else "ru"
