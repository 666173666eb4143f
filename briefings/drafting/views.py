"""What each expert holds: the two or three sentences that carry the position."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefings.language.meaning.polarity import find_conditions, find_hedges
from briefings.lens import bears_on_subject

if TYPE_CHECKING:
    from briefings.domain import Sentence, Speaker
    from briefings.drafting.choosing import Chooser
    from briefings.drafting.source import Source

_FIRST, _MOST = 1, 3  # sentences for each person: before the other sections choose, and in all


def take_key_view(chooser: Chooser, words: int) -> list[Sentence]:
    """The one sentence that says why it matters to the subject of the lens: an expert's, else an official's."""
    source = chooser.source
    spoken = [
        s for s in source.article.body if s.speaker and s.id in source.dimensions_of and not source.leans(s)
    ]
    views = [s for s in spoken if source.holds_view(s)] or [s for s in spoken if not source.has_a_stake(s)]

    def value(sentence: Sentence) -> float:
        named = bears_on_subject(source.words(sentence), source.lens, source.article.language)
        return weight(source, sentence) + 0.8 * named

    fitting = [s for s in views if source.length(s) <= words]
    # Who says a single thing that stands by itself says it among the experts.
    telling = Counter(s.speaker.name for s in views if s.speaker and source.stands_alone(s))
    spared = [s for s in fitting if s.speaker and telling[s.speaker.name] > 1]
    return chooser.take(spared or fitting, value, most=1, words=words)


def take_views(chooser: Chooser, words: int) -> dict[str, list[Sentence]]:
    """For each expert in order of appearance the sentences that carry the position, `words` each at most.

    Nobody is left out because all they say leans on something: then their first sentence stands.
    """
    source = chooser.source
    views = {}
    for speaker in source.experts:
        spoken = source.spoken_by(speaker)
        chosen = chooser.take(spoken, lambda s: weight(source, s), most=_FIRST, words=words)
        if not chosen and not any(s.id in chooser.taken for s in spoken):
            chosen = spoken[:1]
            chooser.taken.add(chosen[0].id)
        views[speaker.name] = chosen
    return views


def add_views(chooser: Chooser, views: dict[str, list[Sentence]], words: int) -> list[Sentence]:
    """`views` with what else carries the position of whoever has words and something to say left."""
    source = chooser.source
    full: list[Sentence] = []
    for speaker in source.experts:
        chosen = views[speaker.name]
        room = words - sum(map(source.length, chosen))
        fitting = [s for s in source.spoken_by(speaker) if source.length(s) <= room]
        more = chooser.take(
            fitting,
            lambda s: weight(source, s),
            most=_MOST - len(chosen),
            words=room,
            least=1.0,
            beside=[s.id for s in chosen],
        )
        full += sorted((*chosen, *more), key=lambda s: s.start)
    return full


def weight(source: Source, sentence: Sentence) -> float:
    """How much of somebody's position a sentence carries: on the lens, taking a stand, with its reservations."""
    signals, words = source.signals, source.words(sentence)
    language = source.article.language
    value = 0.8 * min(2, len(source.dimensions_of.get(sentence.id, ())))
    value += 1.2 * bool(signals.position.search(words)) + 0.6 * bool(
        signals.critical.search(words) or signals.doubtful.search(words)
    )
    value += 0.5 * any(p.search(words) for p in (signals.gain, signals.risk, signals.obligation))
    value += 0.4 * bool(find_hedges(words, language) or find_conditions(words, language))
    return value + 1.0 * source.centrality[sentence.id]


def is_critical(source: Source, speaker: Speaker) -> bool:
    """Whether `speaker` objects or warns anywhere, or expects little of what the lens is about."""
    return any(
        source.signals.critical.search(source.words(s))
        or (s.id in source.dimensions_of and source.signals.doubtful.search(source.words(s)))
        for s in source.spoken_by(speaker)
    )
