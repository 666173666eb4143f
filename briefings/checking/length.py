"""One page: how many words a section may have. What is longer is printed with a mark, and asked to be shorter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.domain import ExpertView, Finding, Statement, Withheld
from briefings.rendering.labels import labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefings.domain import Brief

_APART = ("stakes", "watch")
_TOGETHER = ("bottom_line", "event")


def mark_overlong(brief: Brief) -> Brief:
    """`brief` with a mark on each statement that goes over the limit of its section.

    The limits are words without citations, those of `templates/labels.yaml`: of one statement in title,
    stakes, positioning and watch; of all together in bottom line and event, and for each expert.
    """
    limits = labels(brief.language).limits
    changed: dict[str, object] = {"title": _each((brief.title,), limits["title"])[0]}
    changed |= {name: _each(getattr(brief, name), limits[name]) for name in _APART}
    changed |= {name: _together(getattr(brief, name), limits[name]) for name in _TOGETHER}
    changed["expert_views"] = tuple(
        ExpertView(view.speaker, _together(view.position, limits["expert_views"]))
        for view in brief.expert_views
    )
    changed["positioning"] = tuple(
        replace(p, statement=_each((p.statement,), limits["positioning"])[0]) for p in brief.positioning
    )
    return replace(brief, **changed)  # type: ignore[arg-type]


def overlong(brief: Brief) -> tuple[Withheld, ...]:
    """The printed statements that carry a mark of `mark_overlong`, in the shape in which a repair is asked for."""
    return tuple(
        Withheld(section, statement, found)
        for section, statement in _printed(brief)
        if (found := tuple(f for f in statement.findings if f.rule == "form" and f.severity == "mark"))
    )


def count_words(text: str) -> int:
    """The words of `text`; a dash between blanks is none."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _each(statements: Iterable[Statement], most: int) -> tuple[Statement, ...]:
    return tuple(
        _marked(s, f"{words} words where {most} fit") if (words := count_words(s.text)) > most else s
        for s in statements
    )


def _together(statements: Iterable[Statement], most: int) -> tuple[Statement, ...]:
    """The statements, from the one on that goes over `most` words in all each with a mark."""
    total, marked = 0, []
    for statement in statements:
        total += count_words(statement.text)
        said = f"{total} words up to here where {most} fit"
        marked.append(_marked(statement, said) if total > most else statement)
    return tuple(marked)


def _marked(statement: Statement, detail: str) -> Statement:
    return replace(statement, findings=(*statement.findings, Finding("form", detail, "mark")))


def _printed(brief: Brief) -> Iterator[tuple[str, Statement]]:
    yield "title", brief.title
    for section in (*_TOGETHER, *_APART):
        for statement in getattr(brief, section):
            yield section, statement
    for view in brief.expert_views:
        for statement in view.position:
            yield "expert_views", statement
    for position in brief.positioning:
        yield "positioning", position.statement
