"""The rules of the check, one module each, in the order in which their findings are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.checking import (
    citation,
    figures,
    form,
    name,
    origin,
    polarity,
    quotation,
    reservation,
    speaker,
    support,
    voice,
)

if TYPE_CHECKING:
    from briefings.checking.evidence import Check

RULES: tuple[Check, ...] = (
    citation.check,
    origin.check,
    quotation.check,
    speaker.check,
    voice.check,
    figures.check,
    name.check,
    polarity.check,
    reservation.check,
    support.check,
    form.check,
)
