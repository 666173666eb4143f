"""Figures of a text: numbers, percent, money, ordinals, dates and durations, equal across languages.

`find_figures` reads them, `same_figure` compares two, `missing_figures` tells which figures of a statement
none of its cited sentences holds.
"""

from briefings.language.figures.figure import DATE_KINDS, CalendarDate, Figure, Kind, Rounding
from briefings.language.figures.finding import find_figures
from briefings.language.figures.matching import missing_figures, same_figure

__all__ = [
    "DATE_KINDS",
    "CalendarDate",
    "Figure",
    "Kind",
    "Rounding",
    "find_figures",
    "missing_figures",
    "same_figure",
]
