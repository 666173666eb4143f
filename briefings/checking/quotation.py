"""What stands in quotation marks was said, in those words, in a cited sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.domain import Article, Finding
from briefings.language.folding import fold
from briefings.language.meaning.words import content_words, same_lemma, same_word, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence
    from briefings.checking.locating import Located
    from briefings.language.quotations import Quotation

_LONGEST_TERM = 2  # words; «средняя держава» may be declined, a sentence may not
_ANSWERS = (frozenset({"no", "нет", "жоқ"}), frozenset({"yes", "да", "иә", "ия"}))
_WORD = re.compile(r"\w+(?:[-’']\w+)*")


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding for each quotation that the cited sentences do not hold word for word."""
    numbers = {s.id for s in evidence.cited}
    for quotation, located in zip(evidence.quotations, evidence.located, strict=True):
        if is_term(quotation.text) and (
            _is_declined_term(evidence, quotation)
            or _names_speaker(evidence, quotation)
            or _is_translated_term(evidence, quotation)
        ):
            continue
        if located.verdict == "verbatim" and _is_name(evidence, quotation):
            continue  # whether the cited sentences hold the name is asked by the rule for names
        shown = f"«{quotation.text.strip()}»"
        if located.verdict == "absent":
            yield Finding("quotation", f"{shown} is not in the article")
        elif located.verdict == "altered":
            yield Finding(
                "quotation",
                f"{shown} is not what the source says; {_numbers(located)}: «{_passage(evidence.article, located)}»",
            )
        elif not located.sentences:  # only in the header, which nobody can cite
            yield Finding("quotation", f"{shown} is not in the text of the article")
        elif not set(located.sentences) <= numbers:
            yield Finding("quotation", f"{shown} stands in {_numbers(located)}, which is not cited")
        elif located.verdict == "slip":
            yield Finding("quotation", f"{shown} is printed in the spelling of {_numbers(located)}", "mark")


def is_term(text: str) -> bool:
    """Whether the quotation is a term or a title of one or two words, not somebody's sentence."""
    return 0 < len(_WORD.findall(text)) <= _LONGEST_TERM


def _is_declined_term(evidence: Evidence, quotation: Quotation) -> bool:
    """Whether every word of the term stands in the cited sentences, next to each other, in any form."""
    if not evidence.same_language:
        return False
    language = evidence.article.language
    wanted = [w.group() for w in _WORD.finditer(quotation.text)]
    found = [w.group() for w in _WORD.finditer(evidence.source)]
    for at in range(len(found) - len(wanted) + 1):
        if all(_same(a, b, evidence) for a, b in zip(wanted, found[at : at + len(wanted)], strict=True)):
            return True
    return bool(not content_words(quotation.text, language))


def _is_translated_term(evidence: Evidence, quotation: Quotation) -> bool:
    """Whether every word of the term is one of the cited sentences in another language: «нет» for "no"."""
    if evidence.same_language:
        return False
    held = words(evidence.source, evidence.article.language)
    plain = {word.text.lower() for word in held}
    ours = words(quotation.text, evidence.language)
    return bool(ours) and all(
        any(same_word(word, other) for other in held)
        or any(word.text.lower() in row and not row.isdisjoint(plain) for row in _ANSWERS)
        for word in ours
    )


def _is_name(evidence: Evidence, quotation: Quotation) -> bool:
    """Whether the marks belong to a name that the article prints so: each word with a capital, a noun beside it."""
    if not all(word.group()[0].isupper() for word in _WORD.finditer(quotation.text)):
        return False
    spans = [(name.start, name.end) for name in evidence.names if name.kind == "organisation"]
    inside = any(start <= quotation.start and quotation.end <= end for start, end in spans)
    marked = re.search(rf"[«“„\"]{re.escape(quotation.text)}[»”“\"]", evidence.article.text) is not None
    return marked and (inside or len(_WORD.findall(quotation.text)) > 1)


def _names_speaker(evidence: Evidence, quotation: Quotation) -> bool:
    """Whether the marks belong to the name of a body that is heard: «Каспийская линия» сообщает."""
    name = fold(quotation.text).text
    return any(name in fold(s.speaker.name).text for s in evidence.cited if s.speaker)


def _same(a: str, b: str, evidence: Evidence) -> bool:
    return a.casefold() == b.casefold() or same_lemma(a, b, evidence.article.language)


def _numbers(located: Located) -> str:
    return ", ".join(located.sentences) or "the article"


def _passage(article: Article, located: Located) -> str:
    if located.start is None or located.end is None:
        return ""
    return " ".join(article.text[located.start : located.end].split())
