"""A source text as read, with its numbered sentences.

Offsets are code points into `Article.text`, end exclusive: `article.text[s.start:s.end]`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Language = Literal["ru", "kk", "en"]
LANGUAGE_CODES: tuple[Language, ...] = ("ru", "kk", "en")
SentenceKind = Literal["sentence", "heading"]
SentenceVoice = Literal["outlet", "direct", "indirect", "free_indirect", "question"]
Attribution = Literal["explicit", "anaphora", "inherited"]
Genre = Literal[
    "official_release",
    "news_report",
    "expert_comment",
    "interview",
    "opinion_column",
    "analysis",
    "press_review",
    "social_post",
]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: a person or body, with the role as the article prints it."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One numbered unit of the source: S1…Sn for sentences, H1…Hn for headings.

    `paragraph` counts from 1. `voice` is who is heard: the outlet itself, a quoted person, a person in
    reported speech, the same without a tag of its own (`free_indirect`), or an interviewer's question.
    """

    id: str
    kind: SentenceKind
    start: int
    end: int
    paragraph: int
    voice: SentenceVoice = "outlet"
    speaker: Speaker | None = None
    attribution: Attribution = "explicit"


@dataclass(frozen=True)
class Article:
    """A source text as read, code point for code point, with its numbered sentences."""

    path: str
    text: str
    language: Language
    sentences: tuple[Sentence, ...]
    sha256: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None  # ISO date, YYYY-MM-DD
    genre: Genre = "news_report"
    sample: bool = False  # written for this project: invented outlet and people

    @cached_property
    def by_id(self) -> dict[str, Sentence]:
        """The sentences by their number: `article.by_id["S8"]`."""
        return {sentence.id: sentence for sentence in self.sentences}

    def words_of(self, sentence: Sentence) -> str:
        """The sentence exactly as it stands in the source."""
        return self.text[sentence.start : sentence.end]

    @property
    def file(self) -> str:
        """The name of the file, without the folders of whoever briefed it."""
        return re.split(r"[/\\]", self.path)[-1]

    @property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences without the headings."""
        return tuple(s for s in self.sentences if s.kind == "sentence")
