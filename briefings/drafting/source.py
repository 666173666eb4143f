"""The article as a drafter sees it: what each sentence is good for, and how it is printed verbatim."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from briefings.domain import Article, Proposal, Sentence, Speaker, Voice
from briefings.drafting.signals import SIGNALS, Signals
from briefings.language.introducing import introduced_role, standing_in
from briefings.language.meaning.words import content_words
from briefings.language.names import find_names
from briefings.language.quoted_words import in_quotation_marks, own_words
from briefings.language.speech.table import lowered
from briefings.language.speech.tables import speech_table
from briefings.lens import Lens, Nomination, bears_on_subject, nominate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.language.roles import Standing

_VOICES: dict[str, Voice] = {
    "official": "official",
    "expert": "expert",
    "party": "reported",
    "other": "reported",
}
_TURN = re.compile(
    r"^\s*(?:[—–-]\s+|[^\W\d_][\w’'-]*(?:\s[^\W\d_][\w’'-]*){0,2}:\s+(?=[^\W\d_]))"
)  # of an interview
_INNER_TAG = re.compile(r",?\s+[–—-]\s+[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\S*(?:\s\S+){0,3}$")
_ANSWER = 12  # words
_IF_IT = re.compile(
    r"(?:если|когда|пока|раз|как только|if|when|once|while|until|егер)\s+"
    r"(?:он[аои]?|его|её|ее|их|it|they|he|she|ол|олар)\b",
    re.IGNORECASE,
)
_SHORT = 7  # words; so few with «этом» among them say nothing without the sentence before
_OPENING = '"«“„—–-… '


@dataclass(frozen=True)
class Source:
    """An article with the words, dimensions and speakers of its sentences; everything is worked out once."""

    article: Article
    lens: Lens

    @cached_property
    def signals(self) -> Signals:
        """The words to look for in the article's language."""
        return SIGNALS[self.article.language]

    @cached_property
    def bears(self) -> bool:
        """Whether the article names the subject of the lens at all, in its text or its title."""
        texts = (self.article.title or "", *(self.words(s) for s in self.article.sentences))
        return any(bears_on_subject(text, self.lens, self.article.language) for text in texts)

    @cached_property
    def nominations(self) -> tuple[Nomination, ...]:
        """The dimensions that the article speaks to; none when it does not bear on the subject."""
        return nominate(self.article, self.lens) if self.bears else ()

    @cached_property
    def dimensions_of(self) -> dict[str, frozenset[str]]:
        """The nominated dimensions of each sentence that has some."""
        found: dict[str, set[str]] = {}
        for nomination in self.nominations:
            for number in nomination.citations:
                found.setdefault(number, set()).add(nomination.id)
        return {number: frozenset(ids) for number, ids in found.items()}

    @cached_property
    def centrality(self) -> dict[str, float]:
        """For each sentence how much of it the rest of the article speaks of too, 0…1."""
        keys = {s.id: self.keys(s) for s in self.article.body}
        spread = Counter(key for found in keys.values() for key in found)
        most = max(spread.values(), default=1)
        return {
            id_: sum(spread[k] for k in found) / (len(found) * most) if found else 0.0
            for id_, found in keys.items()
        }

    @cached_property
    def experts(self) -> tuple[Speaker, ...]:
        """The named people whose view is asked for, in order of appearance."""
        heard: dict[str, Speaker] = {}
        for sentence in self.article.body:
            if sentence.speaker and self.holds_view(sentence):
                heard.setdefault(sentence.speaker.name, self._speakers[sentence.speaker.name])
        return tuple(heard.values())

    def spoken_by(self, speaker: Speaker) -> list[Sentence]:
        """The sentences in which `speaker` is heard."""
        return [
            s
            for s in self.article.body
            if s.speaker and s.speaker.name == speaker.name and self.holds_view(s)
        ]

    @cached_property
    def parties(self) -> tuple[Speaker, ...]:
        """The named people who speak with a stake of their own (a firm, a union, a farm), in order of appearance."""
        heard = dict.fromkeys(s.speaker.name for s in self.article.body if s.speaker and self.has_a_stake(s))
        return tuple(self._speakers[name] for name in heard)

    def has_a_stake(self, sentence: Sentence) -> bool:
        """Whether an interested party is heard in `sentence`: reported with name and role, never as an expert."""
        return sentence.speaker is not None and self._standing(sentence.speaker.name) == "party"

    def holds_view(self, sentence: Sentence) -> bool:
        """Whether an expert is heard in `sentence`."""
        return sentence.voice not in ("outlet", "question") and self.voice(sentence) == "expert"

    def voice(self, sentence: Sentence) -> Voice:
        """Whose voice `sentence` is printed in; that of an interested party is reported, with name and role.

        A person in full name without a printed role («Иван Петров, который преподаёт …») who is no office
        holder is heard as one who was asked for a view; a body, a surname alone or nobody as the outlet tells it.
        """
        if sentence.speaker is None:
            return "reported"
        found = self._standing(sentence.speaker.name)
        if found == "other" and sentence.speaker.role is None and sentence.speaker.name in self._asked:
            return "expert"
        return _VOICES[found]

    def _standing(self, name: str) -> Standing:
        if name not in self._standings:
            self._standings[name] = standing_in(self.article, self._speakers[name])
        return self._standings[name]

    @cached_property
    def _standings(self) -> dict[str, Standing]:
        return {}

    @cached_property
    def _asked(self) -> frozenset[str]:
        """People in full name without a printed role who are heard more than once."""
        heard = Counter(s.speaker.name for s in self.article.body if s.speaker and not s.speaker.role)
        return frozenset(name for name, times in heard.items() if times > 1 and self._is_full_name(name))

    def _is_full_name(self, name: str) -> bool:
        if in_quotation_marks(name, self.article.language) in self.article.text:
            return False  # «Дальний Берег» is a firm
        found = find_names(name, self.article.language)
        return len(name.split()) > 1 and any(n.kind == "person" and n.text == name for n in found)

    def words(self, sentence: Sentence) -> str:
        """The sentence as it stands."""
        return self.article.words_of(sentence)

    def keys(self, sentence: Sentence) -> frozenset[str]:
        """What its content words are known by, in any form."""
        if sentence.id not in self._keys:
            found = content_words(self.words(sentence), self.article.language)
            self._keys[sentence.id] = frozenset(min(word.keys) for word in found if word.keys)
        return self._keys[sentence.id]

    @cached_property
    def _keys(self) -> dict[str, frozenset[str]]:
        return {}

    def length(self, sentence: Sentence) -> int:
        """Its words as printed."""
        return len(self.proposal(sentence).text.split())

    def leans(self, sentence: Sentence) -> bool:
        """Whether it needs the sentence before; «он» in somebody's words is that speaker, and does not."""
        words = _TURN.sub("", self.words(sentence)).lstrip(_OPENING)
        at = self.article.sentences.index(sentence)
        if at and self.article.sentences[at - 1].voice == "question" and len(words.split()) < _ANSWER:
            return True  # a short answer is half a sentence; the question is its other half
        if sentence.voice == "direct" and _IF_IT.match(words):
            return True  # «Если он неделю ждёт парома»: in a quotation that is not the speaker
        if self.signals.pronoun.match(words):
            return sentence.speaker is None
        short = len(words.split()) < _SHORT and self.signals.leaning.search(words)
        return bool(short or self.signals.leaning.match(words))

    def stands_alone(self, sentence: Sentence) -> bool:
        """Whether it tells something by itself: no question, nothing about the interview."""
        words = self.words(sentence)
        if sentence.voice == "question" or words.rstrip('"»”').endswith("?"):
            return False
        return not (sentence.voice == "outlet" and self.signals.talk.search(words))

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence in front of it in its paragraph."""
        at = self.article.sentences.index(sentence)
        previous = self.article.sentences[at - 1] if at else None
        return previous if previous and previous.paragraph == sentence.paragraph else None

    def proposal(self, sentence: Sentence) -> Proposal:
        """The sentence as a statement: somebody's own words in quotation marks, without the tag around them."""
        words = self.words(sentence)
        if sentence.voice == "direct" and sentence.speaker:  # of nobody named only the tag says whose words
            own = own_words(_TURN.sub("", words))
            words = words if own is None else in_quotation_marks(self._untagged(own), self.article.language)
        speaker = self._speakers.get(sentence.speaker.name) if sentence.speaker else None
        return Proposal(" ".join(words.split()), self.voice(sentence), (sentence.id,), speaker)

    def _untagged(self, words: str) -> str:
        """Somebody's words without the tag that ends them inside the marks: «Я жду, – дейді ол. – Келсін»."""
        tag = _INNER_TAG.search(words)
        # «…, бұл — сенімнің белгісі» has the same dash and is no tag
        says = tag and speech_table(self.article.language).verb.search(lowered(tag.group()))
        return words[: tag.start()] if tag and says else words

    @cached_property
    def _speakers(self) -> dict[str, Speaker]:
        """Each speaker by name, with the role that any of the sentences prints."""
        heard: dict[str, Speaker] = {}
        for speaker in (s.speaker for s in self.article.sentences if s.speaker):
            if heard.get(speaker.name, speaker).role is None or speaker.name not in heard:
                heard[speaker.name] = speaker
        return {name: self._introduced(speaker) for name, speaker in heard.items()}

    def _introduced(self, speaker: Speaker) -> Speaker:
        return replace(speaker, role=speaker.role or introduced_role(self.article, speaker.name))


def in_order(sentences: Iterable[Sentence]) -> list[Sentence]:
    """`sentences` as they follow each other in the source."""
    return sorted(sentences, key=lambda s: s.start)
