"""Briefs whose every outside word is one and the same text, and texts that would like to act."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from hypothesis import strategies as st

from briefings.domain import Article, Brief, Quote
from tests.briefs import sample_brief

# Where words of an article, a model or a person stand. Everything else is ours: numbers, ids, choices.
_OUTSIDE = {
    ("Article", "author"),
    ("Article", "outlet"),
    ("Article", "published"),
    ("Article", "title"),
    ("Confidence", "reason"),
    ("Finding", "detail"),
    ("Made", "ai_notice"),
    ("Made", "created"),
    ("Made", "marking"),
    ("Made", "model"),
    ("Made", "version"),
    ("OutsideNote", "date"),
    ("OutsideNote", "source"),
    ("OutsideNote", "text"),
    ("SourceIssue", "kind"),
    ("SourceIssue", "text"),
    ("Speaker", "name"),
    ("Speaker", "role"),
    ("Statement", "text"),
    ("Withheld", "section"),
}

_SNIPPETS = [
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "</style></title><b>",
    "<!-- ",
    "-->",
    "]]>",
    "<![CDATA[",
    "\"' onload='x",
    "javascript:alert(1)",
    "http://evil.example/",
    "www.evil.example",
    "<http://evil.example>",
    "[a](http://evil.example)",
    "![a](x)",
    "[S1]: http://evil.example",
    "[S1]",
    "[^1]",
    "**x**",
    "__x__",
    "*x*",
    "_x_",
    "`x`",
    "```\n",
    "~~~\n",
    "~~x~~",
    "# x #",
    "\n# x\n",
    "\n\nx\n===\n",
    "\n---\n",
    "- x",
    "+ x",
    "1. x",
    "1) x",
    "> x",
    "    x",
    "| a | b |\n|---|---|",
    "&lt;",
    "&#60;",
    "&copy",
    "\\",
    "\\*",
    "  \n",
    "{{ 7 * 7 }}",
    "{% endblock %}",
    "{x}",
    "\u202e",
    "\u2028",
    "\x00",
    "\x02",
    "\ud800",
    "\u00a0",
    "Ә ғ ё",
]
texts = st.lists(st.sampled_from(_SNIPPETS) | st.text(max_size=6), min_size=1, max_size=5).map("".join)
# A blank text prints nothing, which is another page; every field here has at least a letter.
hostile_texts = st.builds(lambda text, tail: text + tail, texts, st.sampled_from(["x", "Ұ.", "7:", "x!"]))


def with_words(text: str, language: str = "ru") -> Brief:
    """The sample brief with `text` wherever a word comes from outside, its source sentences included."""
    return replace(_replaced(sample_brief(language), text), gaps=(text,))  # type: ignore[arg-type]


def _replaced(value: Any, text: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_replaced(item, text) for item in value)
    if isinstance(value, Article):
        value = _retold(value, text)
    if isinstance(value, Quote):
        return replace(value, text=text, start=0, end=1)
    if not is_dataclass(value):
        return value
    name = type(value).__name__
    changed = {
        field.name: text if (name, field.name) in _OUTSIDE else _replaced(getattr(value, field.name), text)
        for field in fields(value)
    }
    return replace(value, **changed)  # type: ignore[type-var]


def _retold(article: Article, text: str) -> Article:
    """The article with `text` as every sentence."""
    sentences = tuple(
        replace(sentence, start=number * len(text), end=(number + 1) * len(text))
        for number, sentence in enumerate(article.sentences)
    )
    return replace(article, text=text * len(sentences), sentences=sentences)
