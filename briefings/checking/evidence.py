"""What a statement is held against: the sentences it cites, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from briefings.checking.attribution import attributions
from briefings.checking.locating import Located, locate
from briefings.domain import Article, Finding, Language, Proposal, Section, Sentence
from briefings.language.figures import Figure, find_figures
from briefings.language.identify import identify
from briefings.language.names import Name, find_names
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


_HE_OR_SHE = re.compile(
    r"\b(?:он|она|эксперт|аналитик|специалист|собеседни\w+|экономист|политолог|ол|сарапшы|маман|he|she|"
    r"the (?:expert|analyst|economist|researcher|official))\b",
    re.IGNORECASE,
)
_LEAD, _NEAR = 3, 3  # sentences
_FEW_NUMBERS = 6
_FARTHEST = 6  # sentences back to the person a pronoun may mean


# A clause at the end that names what the source does not say.
_SILENCE = re.compile(
    r"[;,.(—–-]\s*(?:(?:но|однако|а|при этом|but|while|though|бірақ|алайда|ал)\s+)?[^;,()]{0,60}?"
    r"(?:не (?:назван|указан|раскры|сообща|уточн|привод)\w*|(?:is|are|was|were) not (?:named|given|specified|stated|"
    r"disclosed|identified)|(?:көрсетілме|аталма|айтылма|нақтыланба|келтірілме)\w*)[^;,]{0,30}(?=[;,.)]|$)",
    re.IGNORECASE,
)


_LEFT_OPEN = re.compile(
    r"\bне\s?(?:указан|назван|сказан|уточн|поясн|раскры|ясно|понятно|сообща)\w*|\bнеясно|\bнеизвестно|\bunclear|\bnot\s(?:said|clear"
    r"|stated|specified|given|named|known|explained)|\bdoes\snot\s(?:say|state)|белгісіз|түсініксіз"
    r"|(?:көрсетілме|аталма|айтылма|нақтыланба|ашылма)\w*|анық\sемес",
    re.IGNORECASE,
)


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

    @property
    def numbers(self) -> str:
        """The cited sentences by their numbers, as a finding names them."""
        numbers = [s.id for s in self.cited]
        return ", ".join(numbers) if len(numbers) <= _FEW_NUMBERS else f"{numbers[0]} … {numbers[-1]}"

    @cached_property
    def asks(self) -> bool:
        """Whether the statement is about a question that the source leaves open."""
        return self.section == "source_issues" and bool(_LEFT_OPEN.search(self.statement.text))

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
            elif presumed := self.presumed_speaker(sentence):
                lines.append(presumed)
            if _LEANING[self.article.language].search(self.article.words_of(sentence)):
                lines += [self.article.words_of(s) for s in self._before(sentence)]
        return "\n".join(dict.fromkeys(lines))

    @cached_property
    def surroundings(self) -> str:
        """Title, lead, and what stands right before each cited sentence: what it may leave unsaid."""
        body = self.article.body
        lines = [self.article.title or "", *(self.article.words_of(s) for s in body[:_LEAD])]
        for sentence in self.cited:
            at = self.article.sentences.index(sentence)
            lines += [self.article.words_of(s) for s in self.article.sentences[max(0, at - _NEAR) : at]]
        return "\n".join(dict.fromkeys(lines))

    def presumed_speaker(self, sentence: Sentence) -> str | None:
        """The person last named in the section, when somebody speaks in `sentence` and reading left open who.

        Enough not to contradict a statement that gives the words to that person; never enough to name one.
        """
        words = self.article.words_of(sentence)
        if sentence.speaker is not None or not (sentence.voice != "outlet" or _HE_OR_SHE.search(words)):
            return None
        at = self.article.sentences.index(sentence)
        for earlier in reversed(self.article.sentences[max(0, at - _FARTHEST) : at + 1]):
            if earlier.kind == "heading":
                return None
            names = find_names(self.article.words_of(earlier), self.article.language)
            people = [name.text for name in names if name.kind == "person"]
            if people:
                return people[-1]
        return None

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
    def asserted(self) -> str:
        """The statement without what it says the source leaves out («имена не названы»), offsets unchanged.

        That is true of the source by its silence; no cited sentence can carry it.
        """
        return _SILENCE.sub(lambda m: " " * len(m.group()), self.statement.text)

    @cached_property
    def attributions(self) -> tuple[Sentence, ...]:
        """The sentences of the statement that, in our own words, give theirs to somebody."""
        return attributions(self.unquoted, self.language)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names in the statement."""
        return find_names(self.statement.text, self.language)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures in the statement."""
        return find_figures(self.statement.text, self.language)

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
