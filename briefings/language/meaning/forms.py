"""What one word form tells: which word it is, whether it can head a clause, when, and whether it denies."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.language.meaning import forms_en, forms_kk, forms_ru
from briefings.language.meaning.form import Form

if TYPE_CHECKING:
    from briefings.domain import Language

_READERS = {"ru": forms_ru.read, "kk": forms_kk.read, "en": forms_en.read}


_LONGEST_WORD = 60  # letters; longer ones are addresses and accidents


@lru_cache(maxsize=50_000)
def read_form(word: str, language: Language) -> Form:
    """The reading of `word`, which is in lower case and composed (NFC). Never fails: an unknown word is itself."""
    return _READERS[language](word) if len(word) <= _LONGEST_WORD else Form(frozenset({word}))
