"""Which way a quantity went («на 18% меньше», "up 5%"), and a statement that turns it round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.language.figures import DATE_KINDS, find_figures, same_figure
from briefings.language.meaning.alignment import Clash
from briefings.language.meaning.clauses import clauses
from briefings.language.meaning.cues import Cue, find_cues
from briefings.language.meaning.scope import inside, negations
from briefings.language.meaning.words import content_words, same_word
from briefings.language.names.known import known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language
    from briefings.language.figures import Figure
    from briefings.language.meaning.words import Word

_CONTRARY = {
    "rise": frozenset({"fall", "less"}),
    "more": frozenset({"fall", "less"}),
    "fall": frozenset({"rise", "more"}),
    "less": frozenset({"rise", "more"}),
}
_BEFORE: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"\bчем\s+(?:прежде|раньше|ранее|было|до\s+этого)\b", re.IGNORECASE),
    "kk": re.compile(r"\b(?:бұрынғыдан|бұрынғыға\s+қарағанда)\b", re.IGNORECASE),
    "en": re.compile(r"\bthan\s+(?:before|previously|it\s+used\s+to|in\s+the\s+past)\b", re.IGNORECASE),
}
# "22 пайыздан көп" is more than 22%, "22 пайызға көп" is more by 22%.
_ABLATIVE = re.compile(r"[дтн][ае]н\s*$")
_WIDEST = 60  # code points between a figure and the word for its direction


def turns_change(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement has the same figure as the source go the other way: up by 5% for down by 5%."""
    theirs = tuple(_changes(source, source_language or language))
    found: list[Clash] = []
    for figure, cue in _changes(statement, language):
        rivals = [other for there, other in theirs if same_figure(figure, there)]
        said = (figure, cue, statement, language)
        rivals = [
            r for r in rivals if not _from_the_other_end(said, (r, source, source_language or language))
        ]
        if rivals and all(rival.kind in _CONTRARY[cue.kind] for rival in rivals):
            found.append(Clash(cue, rivals[0]))
    return tuple(found) or _than_before(statement, source, language, source_language or language)


def compares_the_other(statement: str, source: str, language: Language, there: Language) -> bool:
    """Whether a figure of both compares the same two things from opposite ends: «вдвое дешевле», «вдвое дороже»."""
    theirs = tuple(_changes(source, there))
    return any(
        same_figure(figure, other)
        and _from_the_other_end((figure, cue, statement, language), (rival, source, there))
        for figure, cue in _changes(statement, language)
        for other, rival in theirs
    )


def _from_the_other_end(said: tuple[Figure, Cue, str, Language], held: tuple[Cue, str, Language]) -> bool:
    """Whether both compare the same two things: "A is twice as cheap as B", «B вдвое дороже».

    The other end of a share is another share, so only multiples and plain amounts can be told so.
    """
    figure, cue, statement, language = said
    rival, source, there = held
    if figure.kind == "percent" or {cue.kind, rival.kind} != {"more", "less"}:
        return False
    ours, theirs = _compared_with(cue, statement, language), _compared_with(rival, source, there)
    if theirs is None or (ours is not None and _is_one(ours, theirs)):
        return False
    return any(_is_one(word, theirs) for word in content_words(statement, language))


def _is_one(a: Word, b: Word) -> bool:
    """Whether two words name one thing, or a place and what is of it: Лондон, лондонский."""
    return same_word(a, b) or (known(a.text) is not None and known(a.text) == known(b.text))


def _compared_with(cue: Cue, text: str, language: Language) -> Word | None:
    """The thing behind a comparative: «дешевле | лондонского», "dearer than | London"; in Kazakh in front of it."""
    near = [w for c in clauses(text, language) if c.start <= cue.start < c.end for w in c.content]
    if language == "kk":
        before = [w for w in near if w.end <= cue.start and _ABLATIVE.search(w.text)]
        return before[-1] if before else None
    return next((w for w in near if w.start >= cue.end), None)


def _than_before(statement: str, source: str, language: Language, there: Language) -> tuple[Clash, ...]:
    """Where more than before is said of what has fallen in the source, or less of what has risen."""
    if not _BEFORE[language].search(statement) or negations(statement, language) or negations(source, there):
        return ()
    ours, theirs = find_cues("change", statement, language), find_cues("change", source, there)
    kinds = {cue.kind for cue in theirs}
    for cue in ours:
        if cue.kind in ("more", "less") and kinds and kinds <= _CONTRARY[cue.kind]:
            return (Clash(cue, theirs[0]),)
    return ()


def _changes(text: str, language: Language) -> Iterator[tuple[Figure, Cue]]:
    """The figures and words for a direction that stand nearest to each other, where nothing is denied."""
    figures = [f for f in find_figures(text, language) if f.kind not in DATE_KINDS and f.certain]
    cues = find_cues("change", text, language)
    denials = negations(text, language)
    for clause in clauses(text, language) if figures and cues else ():
        if inside(denials, clause):
            continue
        here = [f for f in figures if clause.start <= f.start < clause.end]
        pairs = [(f, cue) for cue in inside(cues, clause) for f in here if _tells(cue, f, text, language)]
        for figure, cue in pairs:
            rival = min(_distance(c, f) for f, c in pairs if f is figure or c is cue)
            if _distance(cue, figure) == rival:
                yield figure, cue


def _tells(cue: Cue, figure: Figure, text: str, language: Language) -> bool:
    """Whether `cue` may say which way `figure` went; «более 5%» only bounds it."""
    if _distance(cue, figure) > _WIDEST:
        return False
    # «Ұн азайғанымен, бидай екі есе өсті»: a Kazakh verb closes what its figure opened.
    if language == "kk" and "," in text[cue.end : figure.start]:
        return False
    if cue.kind in ("rise", "fall"):
        return True
    ablative = language == "kk" and bool(_ABLATIVE.search(text[figure.start : cue.start]))
    return cue.start >= figure.end and not ablative


def _distance(cue: Cue, figure: Figure) -> int:
    return max(cue.start - figure.end, figure.start - cue.end, 0)
