"""The speech table of each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.language.speech_en import ENGLISH
from briefings.language.speech_kk import KAZAKH
from briefings.language.speech_ru import RUSSIAN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefings.domain import Language
    from briefings.language.speech_table import SpeechTable

SPEECH_TABLES: Mapping[Language, SpeechTable] = {"ru": RUSSIAN, "kk": KAZAKH, "en": ENGLISH}
