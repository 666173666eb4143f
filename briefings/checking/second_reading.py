"""A model reads every printed statement once more against its sentences. It may add findings, never lift one.

Optional, and after the rules: what they withheld stays withheld whatever the model thinks of it.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import jinja2

from briefings import resources
from briefings.checking.assembling import title_from_source
from briefings.domain import Brief, ExpertView, Finding, Positioning, Statement, Withheld
from briefings.errors import UnusableReply
from briefings.llm.base import Prompt, Turn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefings.domain import Article
    from briefings.llm.base import LanguageModel

_SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["unsupported"],
    "properties": {
        "unsupported": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["statement", "reason"],
                "properties": {"statement": {"type": "integer"}, "reason": {"type": "string"}},
            },
        }
    },
}
_OBJECT = re.compile(r"\{.*\}", re.DOTALL)
_LONGEST_REASON = 300  # characters of a model's words that a reader is shown


def read_again(brief: Brief, model: LanguageModel, overrides: Path | None = None) -> Brief:
    """`brief` without the statements that `model` finds unsupported; they are withheld with its reason.

    Raises `ModelError` when the model does not answer, `UnusableReply` when not with what was asked.
    """
    printed: list[Statement] = []

    def noted(_: str, statement: Statement) -> bool:
        printed.append(statement)
        return True

    _kept(brief, noted)
    reply = model.complete(_prompt(printed, brief.article, overrides))
    reasons = _reasons(reply.text, len(printed))
    withheld: list[Withheld] = []
    seen = iter(range(1, len(printed) + 1))

    def carried(section: str, statement: Statement) -> bool:
        reason = reasons.get(next(seen))
        if reason is not None:
            finding = Finding("support", f"second reading by {model.name}: {reason}")
            findings = (*statement.findings, finding)
            withheld.append(Withheld(section, replace(statement, findings=findings), findings))
        return reason is None

    kept = _kept(brief, carried)
    return replace(kept, withheld=(*brief.withheld, *withheld))


def _prompt(printed: list[Statement], article: Article, overrides: Path | None) -> Prompt:
    items = [
        {
            "voice": s.voice,
            "speaker": s.speaker.name if s.speaker else None,
            "text": s.text,
            "sentences": [
                f"{c}| {' '.join(article.words_of(article.by_id[c]).split())}" for c in s.citations
            ],
        }
        for s in printed
    ]
    marker = hashlib.sha256(json.dumps(items).encode()).hexdigest()[:12]
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True)  # noqa: S701 - plain text
    text = environment.from_string(resources.read("prompts/judge.md", overrides)).render(
        items=items, marker=marker
    )
    return Prompt((Turn("user", text),), schema=_SCHEMA, schema_name="second_reading", max_tokens=2048)


def _reasons(text: str, count: int) -> dict[int, str]:
    """What the model says against the statements 1…count; numbers it made up are passed over."""
    found = _OBJECT.search(text)
    try:
        entries = json.loads(found.group() if found else text)["unsupported"]
        pairs = [(int(entry["statement"]), str(entry["reason"])) for entry in entries]
    except (ValueError, KeyError, TypeError) as error:
        raise UnusableReply("the second reading did not answer with the JSON asked for", text) from error
    return {number: reason[:_LONGEST_REASON] for number, reason in pairs if 1 <= number <= count}


def _kept(brief: Brief, visit: Callable[[str, Statement], bool]) -> Brief:
    """`brief` with only the statements for which `visit(section, statement)` is true, each visited once in order."""

    def those(section: str, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        return tuple(s for s in statements if visit(section, s))

    title = brief.title if visit("title", brief.title) else title_from_source(brief.article)
    views = (ExpertView(v.speaker, those("expert_views", v.position)) for v in brief.expert_views)
    return replace(
        brief,
        title=title,
        bottom_line=those("bottom_line", brief.bottom_line),
        event=those("event", brief.event),
        stakes=those("stakes", brief.stakes),
        expert_views=tuple(view for view in views if view.position),
        comparison=those("comparison", brief.comparison),
        positioning=tuple(p for position in brief.positioning for p in _outlook(position, visit)),
        watch=those("watch", brief.watch),
    )


def _outlook(position: Positioning, visit: Callable[[str, Statement], bool]) -> tuple[Positioning, ...]:
    kept = visit("positioning", position.statement)
    alternative = position.alternative
    if alternative is not None and not visit("positioning", alternative):
        alternative = None
    return (replace(position, alternative=alternative),) if kept else ()
