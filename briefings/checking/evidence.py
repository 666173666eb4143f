"""What a statement is held against: the sentences it cites, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from briefings.checking.locating import Located, locate
from briefings.domain import Article, Finding, Language, Proposal, Section, Sentence
from briefings.language.identify import identify
from briefings.language.quotations import Quotation, find_quotations

_FEWEST_TO_IDENTIFY = 3  # words; fewer are a name or a number and tell nothing of the language
# Words that lean on the sentence before: pronouns, and nouns that stand for a name.
_LEANING: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"\b(?:он|она|они|его|её|ее|их|ему|ей|им|это|эта|этот|эти|этой|этого|такой|глав\w+ государства|"
        r"ведомств\w+|стран\w+)\b",
        re.IGNORECASE,
    ),
    "kk": re.compile(
        r"\b(?:ол|олар|оның|олардың|бұл|осы|сол|мұн\w+|мемлекет басшы\w+|министрлік\w*|ел\w{0,5})\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:he|she|it|they|his|her|its|their|him|them|this|that|these|those|the ministry|the country|"
        r"the president)\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True)
class Evidence:
    """One proposed statement, where it would stand in the brief, and the article it cites."""

    article: Article
    section: Section
    statement: Proposal

    @cached_property
    def cited(self) -> tuple[Sentence, ...]:
        """The cited sentences that exist, in the order of the source, each once."""
        wanted = set(self.statement.citations)
        return tuple(s for s in self.article.sentences if s.id in wanted)

    @cached_property
    def source(self) -> str:
        """The cited sentences as they stand in the source, one a line."""
        return "\n".join(self.article.words_of(s) for s in self.cited)

    @cached_property
    def context(self) -> str:
        """The cited sentences with what their pronouns lean on: their speakers, and the sentence before.

        «Он подчеркнул, что это важно» names nobody; who «он» is stands in the sentence before it or in the
        speaker that reading found.
        """
        lines = [self.source]
        for sentence in self.cited:
            if sentence.speaker is not None:
                lines.append(f"{sentence.speaker.role or ''} {sentence.speaker.name}".strip())
            if _LEANING[self.article.language].search(self.article.words_of(sentence)):
                lines += [self.article.words_of(s) for s in self._before(sentence)]
        return "\n".join(dict.fromkeys(lines))

    def _before(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """The sentence in front of `sentence`, when one stands there with no heading between."""
        at = self.article.sentences.index(sentence)
        before = self.article.sentences[at - 1 : at] if at else ()
        return tuple(s for s in before if s.kind == "sentence")

    @cached_property
    def unquoted(self) -> str:
        """The statement with its quotations blanked: what is said in our own words, offsets unchanged."""
        text = self.statement.text
        for q in self.quotations:
            text = text[: q.start] + " " * (q.end - q.start) + text[q.end :]
        return text

    @cached_property
    def language(self) -> Language:
        """The language of the statement outside its quotations; the article's when that is too short."""
        outside = self.unquoted
        longest = outside if len(outside.split()) >= _FEWEST_TO_IDENTIFY else self.statement.text
        return identify(longest) if len(longest.split()) >= _FEWEST_TO_IDENTIFY else self.article.language

    @property
    def same_language(self) -> bool:
        """Whether statement and source can be compared word by word."""
        return self.language == self.article.language

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What the statement puts in quotation marks."""
        return find_quotations(self.statement.text)

    @cached_property
    def located(self) -> tuple[Located, ...]:
        """Where each of the quotations stands, preferring the cited sentences."""
        numbers = tuple(s.id for s in self.cited)
        return tuple(locate(self.article, q.text, within=numbers) for q in self.quotations)


Check = Callable[[Evidence], Iterable[Finding]]
