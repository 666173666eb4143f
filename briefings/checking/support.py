"""The cited sentences carry what the statement says: its words stand there, in whatever form.

A strong paraphrase brings words of its own, an invention brings more of them, and nouns and names of
things rather than turns of phrase. Across languages words cannot be missed; names, figures and quotations
are checked by their own rules there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.domain import Finding
from briefings.language.figures import find_figures
from briefings.language.names import find_names
from briefings.language.words import carried, content_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence
    from briefings.language.words import Word

_LEAST = 0.5  # share of the statement's content words that the cited sentences must carry


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding when too many words of the statement stand in none of its cited sentences."""
    if evidence.statement.voice == "assessment" or not evidence.cited:
        return
    source_language = evidence.article.language
    held = carried(evidence.statement.text, evidence.context, evidence.language, source_language)
    if held is None:
        return
    missing = [word for word in held.missing if not _is_figure_or_name(word, evidence)]
    total = len(content_words(evidence.statement.text, evidence.language)) or 1
    if 1 - len(missing) / total < _LEAST:
        words = ", ".join(f"«{word.text}»" for word in missing)
        yield Finding("support", f"{', '.join(s.id for s in evidence.cited)} do not carry {words}")


def _is_figure_or_name(word: Word, evidence: Evidence) -> bool:
    """Figures and names are missed by rules of their own, which know how else they may be written."""
    text, language = evidence.statement.text, evidence.language
    spans = [(f.start, f.end) for f in find_figures(text, language)]
    spans += [(n.start, n.end) for n in find_names(text, language)]
    return any(start <= word.start < end for start, end in spans)
