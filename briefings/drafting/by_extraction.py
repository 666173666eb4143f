"""Draft a brief without a model: the article's own sentences, verbatim, each under the heading it serves.

Deterministic and offline. Nothing is rephrased, so nothing can be invented; what it lacks is judgement,
and it says so: there is no assessment of ours in it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefings.domain import Article, Dimension, Draft, Judgement, Language, Proposal, Sentence, Voice
from briefings.drafting.signals import SIGNALS, Signals
from briefings.language.quoted_words import in_quotation_marks, own_words
from briefings.language.roles import standing
from briefings.lens import Lens, Nomination, nominate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_EVENT = 3
_VIEWS = 3  # sentences for each person
_STAKES = 4
_POSITIONING = 3
_WATCH = 3
_READABLE = 45  # words; a longer sentence costs more attention than it gives
_TELLING = 8  # words; a shorter one seldom says what it is about


def draft_by_extraction(article: Article, lens: Lens, *, language: Language | None = None) -> Draft:
    """A draft of verbatim, cited sentences of `article` under the headings of a brief.

    `language` is that of the headings; the sentences stay in the article's own.
    """
    nominations = nominate(article, lens)
    picker = _Picker(article, SIGNALS[article.language], _weights(nominations))
    title = picker.take_title()
    bottom_line = picker.take_bottom_line()
    outlet_and_officials = picker.event()
    return Draft(
        language=language or article.language,
        drafter="extraction",
        title=title,
        bottom_line=bottom_line,
        event=picker.take(outlet_and_officials, _EVENT, prefer_early=True),
        expert_views=picker.take_views(_VIEWS),
        watch=picker.take(picker.ahead(), _WATCH),
        stakes=picker.take(picker.with_stake(), _STAKES),
        positioning=tuple(Judgement(p) for p in picker.take(picker.on_lens(), _POSITIONING)),
        dimensions=_dimensions(lens, nominations),
        lens_sha256=lens.sha256,
    )


@dataclass
class _Picker:
    """Hands out sentences, each at most once, the weightiest first and in the order of the source."""

    article: Article
    signals: Signals
    weights: Counter[str]
    taken: set[str] = field(default_factory=set)

    def take_title(self) -> Proposal:
        """The heading that opens the text, else its first sentence; a title has no full stop."""
        first = self.article.sentences[0]
        if first.kind == "sentence":
            self.taken.add(first.id)
        title = self._proposal(first)
        return replace(title, text=title.text.removesuffix("."))

    def take_bottom_line(self) -> tuple[Proposal, ...]:
        """What happened, when the title does not say it, and the one view that bears most on the country."""
        lead = self.take(self.event()[:1], 1, prefer_early=True) if not self.taken else ()
        return lead + self.take((s for s in self.on_lens() if s.speaker), 1)

    def take(
        self, candidates: Iterable[Sentence], most: int, *, prefer_early: bool = False
    ) -> tuple[Proposal, ...]:
        free = [s for s in candidates if s.id not in self.taken and self._stands_alone(s)]
        if not prefer_early:
            free.sort(key=self._score, reverse=True)  # stable: of equals the earlier wins
        chosen = sorted(free[:most], key=lambda s: s.start)
        self.taken |= {s.id for s in chosen}
        return tuple(self._proposal(s) for s in chosen)

    def take_views(self, most: int) -> tuple[Proposal, ...]:
        """For each named expert the sentences that carry the position, people in order of appearance."""
        names = dict.fromkeys(s.speaker.name for s in self.article.body if s.speaker and _holds_a_view(s))
        views: list[Proposal] = []
        for name in names:
            spoken = [s for s in self.article.body if s.speaker and s.speaker.name == name]
            views += self.take((s for s in spoken if _holds_a_view(s)), most)
        return tuple(views)

    def event(self) -> list[Sentence]:
        """What the outlet reports, and what officials, bodies and other actors say."""
        return [s for s in self.article.body if not _holds_a_view(s)]

    def with_stake(self) -> list[Sentence]:
        return [s for s in self._whole() if self.signals.stake.search(self._words(s))]

    def on_lens(self) -> list[Sentence]:
        return [s for s in self._whole() if self.weights[s.id]]

    def ahead(self) -> list[Sentence]:
        return [s for s in self._whole() if self.signals.ahead.search(self._words(s))]

    def _whole(self) -> list[Sentence]:
        """The sentences that can be understood without the one before them."""
        return [s for s in self.article.body if not self._leans(s)]

    def _leans(self, sentence: Sentence) -> bool:
        return bool(self.signals.leaning.match(self._words(sentence).lstrip('"«“„—–- ')))

    def _words(self, sentence: Sentence) -> str:
        return self.article.words_of(sentence)

    def _stands_alone(self, sentence: Sentence) -> bool:
        """Questions and sentences about the interview itself tell the reader nothing."""
        words = self._words(sentence)
        return (
            sentence.voice != "question" and not words.endswith("?") and not self.signals.talk.search(words)
        )

    def _score(self, sentence: Sentence) -> float:
        words = self._words(sentence)
        score = 1.0 * self.weights[sentence.id]
        score += 1.5 * bool(self.signals.position.search(words)) + 1.0 * bool(
            self.signals.stake.search(words)
        )
        score -= 1.0 * bool(
            self.signals.leaning.match(words.lstrip('"«“„—–- '))
        )  # «Это …» needs the sentence before
        length = len(words.split())
        return score - 0.05 * max(0, length - _READABLE) - 0.2 * max(0, _TELLING - length)

    def _proposal(self, sentence: Sentence) -> Proposal:
        words = self._words(sentence)
        if sentence.voice == "direct":
            own = own_words(words)
            words = words if own is None else in_quotation_marks(own, self.article.language)
        return Proposal(" ".join(words.split()), _voice(sentence), (sentence.id,), sentence.speaker)


def _holds_a_view(sentence: Sentence) -> bool:
    """Whether an expert is heard; a person without a printed role speaks as one who is asked for a view."""
    return sentence.speaker is not None and sentence.voice != "outlet" and _voice(sentence) == "expert"


def _voice(sentence: Sentence) -> Voice:
    if sentence.speaker is None:
        return "reported"
    voices: dict[str, Voice] = {"official": "official", "expert": "expert", "other": "reported"}
    return voices[standing(sentence.speaker)]


def _weights(nominations: Sequence[Nomination]) -> Counter[str]:
    """How many dimensions each sentence speaks to."""
    return Counter(number for nomination in nominations for number in nomination.citations)


def _dimensions(lens: Lens, nominations: Sequence[Nomination]) -> tuple[Dimension, ...]:
    """Every dimension of the lens: nominated ones as claimed and undecided, the others as not covered.

    Words alone do not show that something was achieved, nor in which direction it points.
    """
    nominated = {nomination.id: nomination.citations for nomination in nominations}
    return tuple(
        Dimension(d.id, "±", 1, nominated[d.id]) if d.id in nominated else Dimension(d.id, "not_covered", 0)
        for d in lens.dimensions
    )
