"""What the country may gain, what it risks, what is asked of it; and what to watch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.drafting.views import weight
from briefings.language.figures import find_figures
from briefings.language.meaning.polarity import find_conditions
from briefings.lens import bears_on_subject

if TYPE_CHECKING:
    from briefings.domain import Sentence
    from briefings.drafting.choosing import Chooser

_TELLING = 7  # words; a shorter sentence does not say whose gain or risk it is


def take_stakes(chooser: Chooser, words: int, most: int) -> list[Sentence]:
    """A gain, a risk and an obligation, as far as the article has them, then what is left of any kind."""
    source = chooser.source
    signals = source.signals
    whole = [s for s in source.article.body if source.length(s) >= _TELLING and not source.leans(s)]

    def value(sentence: Sentence) -> float:
        named = bears_on_subject(source.words(sentence), source.lens, source.article.language)
        on_lens = min(2, len(source.dimensions_of.get(sentence.id, ())))
        return 0.8 * on_lens + 0.6 * named + source.centrality[sentence.id]

    chosen: list[Sentence] = []
    for kind in (signals.gain, signals.risk, signals.obligation):
        room = words - sum(map(source.length, chosen))
        fitting = [s for s in whole if kind.search(source.words(s)) and source.length(s) <= room]
        if len(chosen) < most:
            chosen += chooser.take(fitting, value, most=1, words=room)
    return sorted(chosen, key=lambda s: s.start)


def take_parties(chooser: Chooser, words: int) -> list[Sentence]:
    """For each interested party the sentence that says most of what is at stake for it."""
    source = chooser.source
    chosen: list[Sentence] = []
    for party in source.parties:
        heard = [s for s in source.article.body if s.speaker and s.speaker.name == party.name]
        fitting = [s for s in heard if source.length(s) <= words] or heard
        found = chooser.take(fitting, lambda s: weight(source, s), most=1, words=words)
        if not found and not any(s.id in chooser.taken for s in heard):
            found = fitting[:1]
            chooser.taken |= {s.id for s in found}
        chosen += found
    return chosen


def take_signs(chooser: Chooser, words: int, most: int) -> list[Sentence]:
    """Sentences that announce something one will be able to see, dated ones first."""
    source = chooser.source

    def value(sentence: Sentence) -> float:
        text = source.words(sentence)
        figures = find_figures(text, source.article.language)
        dated = any(f.kind in ("date", "year") for f in figures)
        seen = bool(source.signals.observable.search(text))
        return 1.0 * dated + 1.0 * seen - 0.5 * bool(find_conditions(text, source.article.language))

    announced = [
        s
        for s in source.article.body
        if source.signals.ahead.search(source.words(s)) and not source.leans(s) and source.length(s) <= words
    ]
    return chooser.take(announced, value, most=most, words=words, least=1.0)


def take_implications(chooser: Chooser, words: int, most: int) -> list[Sentence]:
    """What else the article says of the country's standing."""
    source = chooser.source

    def value(sentence: Sentence) -> float:
        return len(source.dimensions_of[sentence.id]) + source.centrality[sentence.id]

    on_lens = [
        s
        for s in source.article.body
        if s.id in source.dimensions_of
        and (source.holds_view(s) or bears_on_subject(source.words(s), source.lens, source.article.language))
        and not source.leans(s)
        and source.length(s) <= words
        and not (
            s.speaker is None and source.signals.opposing.search(source.words(s))
        )  # only says who comes next
    ]
    return chooser.take(on_lens, value, most=most, words=words)
