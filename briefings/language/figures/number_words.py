"""What one word means as a number, in each language and every inflected form."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

# "fraction": a part of a whole, value 1/3 for a third. "plural": thousands without a count before them.
Role = Literal["cardinal", "ordinal", "scale", "plural", "fraction", "multiple"]


class NumberWord(NamedTuple):
    """A word's value, and how it takes part in a number.

    `certain` is False for words that are as often no number: one, первый, бір, семью (a family).
    """

    value: Decimal
    role: Role
    certain: bool = True


def words(table: dict[str, str], role: Role, *, certain: bool = True) -> dict[str, NumberWord]:
    """`{"2": "два две"}` as a table by word."""
    return {
        word: NumberWord(Decimal(value), role, certain)
        for value, forms in table.items()
        for word in forms.split()
    }
