"""How far a text may travel. Only a person sets a marking."""

from __future__ import annotations

# The widest first. Everything else stays out of mail: ДСП and ҚБП by law, and a marking we do not know
# because we do not.
MAILABLE = ("TLP:CLEAR", "TLP:GREEN")


def may_be_mailed(marking: str) -> bool:
    """Whether a text with this marking may enter a mail: only TLP:CLEAR and TLP:GREEN, written like that."""
    return marking in MAILABLE
