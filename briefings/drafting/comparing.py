"""Experts set beside each other: what they share, what only one speaks of, whether they dispute, who is missing."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from briefings.domain import Proposal
from briefings.drafting.views import is_critical

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefings.domain import Language, Sentence, Speaker
    from briefings.drafting.source import Source
    from briefings.rendering.labels import Words

_TOPICS = 3  # named of what experts share
_OWN = 2  # named of what only one speaks of
_PAIR = 2


def compare(source: Source, language: Language, remarks: Words) -> tuple[Proposal, ...]:
    """Our own statements on two experts or more, about subjects only: words do not show who is right.

    A dispute is said only where a sentence of the source speaks of one; of two people also what only one
    speaks of.
    """
    if len(source.experts) < _PAIR:
        return ()
    topics = {expert.name: _topics(source, expert) for expert in source.experts}
    together = _together(source, topics, language, remarks)
    return (together, *(_alone(source, topics, language, remarks) if len(topics) == _PAIR else ()))


def _together(
    source: Source, topics: Mapping[str, Mapping[str, str]], language: Language, remarks: Words
) -> Proposal:
    """What all of them speak of, whether the source sets them against each other, whether a critic is heard."""
    shared = [id_ for id_ in source.lens.names if all(id_ in own for own in topics.values())][:_TOPICS]
    dispute = _dispute(source)
    names = ", ".join(topics)
    said: list[str] = []
    if shared:
        said.append(remarks["shared"].format(names=names, topics=_named(source, shared, language)))
    if dispute:
        said.append(remarks["disputed"])
    else:
        said.append(remarks["agreed"] if shared else remarks["apart"].format(names=names))
        if not any(is_critical(source, expert) for expert in source.experts):
            said.append(remarks["no_critic"])
    cited = [own[id_] for own in topics.values() for id_ in shared] or [
        source.spoken_by(expert)[0].id for expert in source.experts
    ]
    return Proposal(
        " ".join(said), "assessment", _numbers(source, [*cited, *([dispute.id] if dispute else [])])
    )


def _alone(
    source: Source, topics: Mapping[str, Mapping[str, str]], language: Language, remarks: Words
) -> Iterator[Proposal]:
    """For each of two experts what the other does not speak of."""
    for (name, own), (_, other) in permutations(topics.items(), _PAIR):
        ids = [id_ for id_ in own if id_ not in other][:_OWN]
        if ids:
            text = remarks["only"].format(name=name, topics=_named(source, ids, language))
            yield Proposal(text, "assessment", _numbers(source, [own[id_] for id_ in ids]))


def _topics(source: Source, expert: Speaker) -> dict[str, str]:
    """The dimensions that `expert` speaks to, in the order of the lens, each with the first sentence on it."""
    spoken = source.spoken_by(expert)
    found: dict[str, str] = {}
    for id_ in source.lens.names:
        number = next((s.id for s in spoken if id_ in source.dimensions_of.get(s.id, ())), None)
        if number:
            found[id_] = number
    return found


def _named(source: Source, ids: Iterable[str], language: Language) -> str:
    names = {d.id: d.topic[language] for d in source.lens.dimensions}
    return "; ".join(names[id_] for id_ in ids)


def _dispute(source: Source) -> Sentence | None:
    """The sentence in which the outlet or an expert sets one view against another."""
    for sentence in source.article.body:
        if sentence.voice == "question" or not source.signals.opposing.search(source.words(sentence)):
            continue
        if sentence.voice == "outlet" or source.holds_view(sentence):
            return sentence
    return None


def _numbers(source: Source, cited: Sequence[str]) -> tuple[str, ...]:
    return tuple(s.id for s in source.article.sentences if s.id in cited)
