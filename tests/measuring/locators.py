"""What finds quotations: ours, and what people use instead. Each takes an article and gives a finder of spans."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from briefings.checking import locate

if TYPE_CHECKING:
    from briefings.domain import Article

# Where a quotation is said to stand, and what the finder calls the match; None when it is refused.
Found = tuple[int, int, str] | None
Finder = Callable[[str], Found]

_AS_PEOPLE_SET_IT = 90.0  # of 100, the partial ratio from which a quotation passes for found


def ours(article: Article) -> Finder:
    def find(quote: str) -> Found:
        located = locate(article, quote)
        if located.start is None or located.end is None:
            return None
        return located.start, located.end, located.verdict

    return find


def by_rapidfuzz(article: Article) -> Finder:
    text = article.text.lower()

    def find(quote: str) -> Found:
        found = fuzz.partial_ratio_alignment(quote.lower(), text, score_cutoff=_AS_PEOPLE_SET_IT)
        return (found.dest_start, found.dest_end, "alike") if found else None

    return find


def by_langextract(article: Article) -> Finder:
    """langextract's aligner with the settings of its own pipeline: exact, then lesser, then fuzzy."""
    from langextract.core.data import Extraction
    from langextract.resolver import WordAligner

    def find(quote: str) -> Found:
        wanted = Extraction(extraction_class="quotation", extraction_text=quote)
        groups = WordAligner().align_extractions([[wanted]], article.text, accept_match_lesser=True)
        found = groups[0][0]
        where, status = found.char_interval, found.alignment_status
        if where is None or where.start_pos is None or where.end_pos is None or status is None:
            return None
        return where.start_pos, where.end_pos, status.value

    return find


def is_installed(package: str) -> bool:
    return find_spec(package) is not None
