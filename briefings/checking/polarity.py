"""Denied stays denied, hedged stays hedged, planned stays planned. Assessments of ours are judged elsewhere.

Works across languages as far as the words of both sides are known; an unknown word clashes with nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.domain import Finding
from briefings.language.meaning.amounts import turns_comparison, turns_then_and_now
from briefings.language.meaning.bounds import turns_bound
from briefings.language.meaning.change import turns_change
from briefings.language.meaning.conditions import drops_whole_condition, turns_condition
from briefings.language.meaning.contrast import (
    swaps_contrast,
    swaps_counted,
    swaps_figures,
    swaps_subjects,
    takes_the_others_figure,
)
from briefings.language.meaning.countries import turns_country
from briefings.language.meaning.degrees import turns_degree
from briefings.language.meaning.exchange import exchanges
from briefings.language.meaning.framing import without_asides
from briefings.language.meaning.giving import swaps_sides
from briefings.language.meaning.halves import swaps_halves
from briefings.language.meaning.hedging import drops_condition, drops_hedge
from briefings.language.meaning.opposition import antonym_clash
from briefings.language.meaning.particles import turns_particle
from briefings.language.meaning.polarity import (
    contradicts_negation,
    denies_alone,
)
from briefings.language.meaning.rates import turns_rate
from briefings.language.meaning.tense import done_as_planned, planned_as_done
from briefings.language.meaning.wholes import takes_part_for_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefings.checking.evidence import Evidence
    from briefings.domain import Language, Rule
    from briefings.language.meaning.alignment import Clash

_RULES: tuple[tuple[Rule, str, Callable[[str, str, Language, Language | None], tuple[Clash, ...]]], ...] = (
    ("negation", "the one denies what the other affirms", contradicts_negation),
    ("negation", "the one denies what the other affirms", denies_alone),
    ("negation", "says the opposite", antonym_clash),
    ("negation", "turns the change round", turns_change),
    ("negation", "turns more and less round", turns_degree),
    ("negation", "turns before and after, or for and against, round", turns_particle),
    ("negation", "swaps what is set against each other", swaps_contrast),
    ("negation", "has two things in each other's place", swaps_halves),
    ("number", "takes a part for the whole", takes_part_for_whole),
    ("number", "swaps the figures", swaps_figures),
    ("negation", "has two who act in each other's place", swaps_subjects),
    ("number", "gives to one thing the figure of another", takes_the_others_figure),
    ("number", "has then and now in each other's place", turns_then_and_now),
    ("number", "calls larger what is smaller", turns_comparison),
    ("number", "gives the number of something else", swaps_counted),
    ("number", "counts by another span of time", turns_rate),
    ("name", "gives to one country what is another's", turns_country),
    ("name", "has the one who gives get", swaps_sides),
    ("negation", "has two things in each other's place", exchanges),
    ("number", "bounds the figure from the other side", turns_bound),
    ("hedge", "says for certain what the source leaves open", drops_hedge),
    ("hedge", "leaves out the condition", drops_condition),
    ("hedge", "leaves out the condition", drops_whole_condition),
    ("negation", "turns the condition round", turns_condition),
    ("tense", "reports as done what is planned or under way", planned_as_done),
    ("tense", "announces what is done already", done_as_planned),
)


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding for each clash of negation, hedge or tense between the statement and its sentences."""
    if evidence.statement.voice == "assessment" or not evidence.cited:
        return
    # A quotation in the other language is the source's own; only our words around it can turn the sense.
    said = without_asides(
        evidence.asserted if evidence.same_language else evidence.unquoted, evidence.language
    )
    source = without_asides(evidence.source, evidence.article.language)
    for rule, meaning, clashes in _RULES:
        for clash in clashes(said, source, evidence.language, evidence.article.language):
            if _within_a_quotation(clash, evidence):
                continue
            yield Finding(rule, f"{meaning}: «{clash.said.text}» against «{clash.source.text}»")


def _within_a_quotation(clash: Clash, evidence: Evidence) -> bool:
    """Whether both sides of the clash stand in one quotation that the source holds word for word, or faithfully cut."""
    return any(
        located.verdict in ("verbatim", "ellipsis")
        and quotation.start <= clash.said.start
        and clash.said.end <= quotation.end
        and clash.source.text in quotation.text
        for quotation, located in zip(evidence.quotations, evidence.located, strict=True)
    )
