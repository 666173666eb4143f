"""Experts set beside each other: what they share, what only one speaks of, whether they dispute, who is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.domain import Proposal
from briefings.drafting.views import is_critical

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.domain import Language, Sentence, Speaker
    from briefings.drafting.source import Source
    from briefings.rendering.labels import Words

_TOPICS = 3  # named of what experts share
_OWN = 2  # named of what only one speaks of


def compare(source: Source, language: Language, remarks: Words) -> tuple[Proposal, ...]:
    """Our own statements on two experts or more, about subjects only: words do not show who is right.

    A dispute is said only where a sentence of the source sets them against each other.
    """
    experts = source.experts
    if len(experts) < 2:  # noqa: PLR2004 - one view has nothing beside it
        return ()
    topics = {expert.name: _topics(source, expert) for expert in experts}
    everyone = ", ".join(topics)
    shared = [id_ for id_ in source.lens.names if all(id_ in own for own in topics.values())]
    dispute = _dispute(source)
    said: list[Proposal] = []
    if shared:
        text = remarks["shared"].format(names=everyone, topics=_named(source, shared[:_TOPICS], language))
        cited = [topics[e.name][id_] for id_ in shared[:_TOPICS] for e in experts]
    else:
        text, cited = remarks["apart"].format(names=everyone), [source.spoken_by(e)[0].id for e in experts]
    if dispute:
        text = f"{text} {remarks['disputed']}" if shared else remarks["disputed"]
        cited.append(dispute.id)
    elif shared:
        text = f"{text} {remarks['agreed']}"
    if not dispute and not any(is_critical(source, expert) for expert in experts):
        text = f"{text} {remarks['no_critic']}"
    said.append(Proposal(text, "assessment", _numbers(source, cited)))
    for expert in experts:
        own = [
            id_
            for id_ in topics[expert.name]
            if all(id_ not in topics[e.name] for e in experts if e != expert)
        ]
        if own and len(experts) == 2:  # noqa: PLR2004
            named = _named(source, own[:_OWN], language)
            text = remarks["only"].format(name=expert.name, topics=named)
            said.append(
                Proposal(text, "assessment", _numbers(source, (topics[expert.name][i] for i in own[:_OWN])))
            )
    return tuple(said)


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


def _numbers(source: Source, cited: Iterable[str]) -> tuple[str, ...]:
    wanted: Sequence[str] = tuple(cited)
    return tuple(s.id for s in source.article.sentences if s.id in wanted)
