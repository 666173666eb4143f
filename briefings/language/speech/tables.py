"""The speech table of each language, loaded when first asked for: its patterns take 0.2 s to compile."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.domain import Language
    from briefings.language.speech.table import SpeechTable


@cache
def speech_table(language: Language) -> SpeechTable:
    """The table of `language`."""
    if language == "ru":
        from briefings.language.speech.ru import RUSSIAN

        return RUSSIAN
    if language == "kk":
        from briefings.language.speech.kk import KAZAKH

        return KAZAKH
    from briefings.language.speech.en import ENGLISH

    return ENGLISH
