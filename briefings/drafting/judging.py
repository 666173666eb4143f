"""Which way the evidence for a dimension points, and how far it goes: read off the cited sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.domain import Dimension, Sign
from briefings.drafting.issues import PLANNED, UNATTRIBUTED
from briefings.language.meaning.events import aspect
from briefings.language.meaning.polarity import find_hedges, find_negations
from briefings.language.names import find_names
from briefings.lens import bears_on_subject

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.domain import Sentence
    from briefings.drafting.source import Source
    from briefings.lens import Nomination

_CLAIMED, _PLANNED, _DONE, _RECOGNISED = 1, 2, 3, 4
_CITED = 4


def judge_dimensions(source: Source) -> tuple[Dimension, ...]:
    """Every dimension of the lens: nominated ones with sign, level and the sentences that show them."""
    nominated = {nomination.id: nomination for nomination in source.nominations}
    return tuple(
        _judged(source, nominated[d.id]) if d.id in nominated else Dimension(d.id, "not_covered", 0)
        for d in source.lens.dimensions
    )


def level(source: Source, sentence: Sentence) -> int:
    """1 claimed, 2 planned, 3 done, 4 recognised by others. A view never goes beyond a plan."""
    words, language = source.words(sentence), source.article.language
    if sentence.kind == "heading" or find_hedges(words, language):
        return _CLAIMED
    planned = bool(source.signals.plan.search(words) or PLANNED[language].search(words))
    if source.holds_view(sentence) or source.has_a_stake(sentence):
        return _PLANNED if planned else _CLAIMED
    ours = bears_on_subject(words, source.lens, language)
    if _acts(source, words) and not find_negations(words, language):
        if source.signals.recognition.search(words) and ours and _names_another(source, sentence):
            return _RECOGNISED
        if ours:
            return _DONE
    return _PLANNED if planned or any(c.kind == "planned" for c in aspect(words, language)) else _CLAIMED


def _judged(source: Source, nomination: Nomination) -> Dimension:
    sentences = [source.article.by_id[number] for number in nomination.citations]
    weights = dict(zip(nomination.citations, nomination.weights, strict=True))
    # Where a strong term or a deed stands, a weak term adds nothing.
    least = source.lens.matching["strong_weight"]
    telling = [s for s in sentences if weights[s.id] >= least or level(source, s) >= _DONE] or sentences
    telling = [s for s in telling if source.stands_alone(s)] or telling
    best = sorted(telling, key=lambda s: (weights[s.id], level(source, s)), reverse=True)[:_CITED]
    cited = sorted(best, key=lambda s: s.start)
    reached = max(level(source, s) for s in cited)
    return Dimension(nomination.id, _sign(source, cited), reached, tuple(s.id for s in cited))


def _sign(source: Source, cited: Sequence[Sentence]) -> Sign:
    """+ what is gained or kept, - what is lacked or lost, ± both, a duty still to be met, or neither."""
    signals = source.signals
    texts = [source.words(s) for s in cited]
    if any(UNATTRIBUTED[source.article.language].search(text) for text in texts):
        return "±"  # a label that nobody is named for
    gains = sum(bool(signals.gain.search(t) or signals.plan.search(t)) for t in texts)
    losses = sum(bool(signals.risk.search(t)) for t in texts)
    duties = sum(bool(signals.obligation.search(t)) for t in texts)
    done = sum(level(source, s) >= _DONE for s in cited)
    if losses and not (gains or done):
        return "-"
    if (gains or done) and not losses and duties * 2 <= len(texts):
        return "+"
    return "±"


def _acts(source: Source, words: str) -> bool:
    """Whether a decision or deed is told as done; «предложил создать» tells of no creation."""
    done = [cue for cue in aspect(words, source.article.language) if cue.kind == "done"]
    acts = list(source.signals.act.finditer(words))
    return any(act.start() < cue.end and cue.start < act.end() for act in acts for cue in done)


def _names_another(source: Source, sentence: Sentence) -> bool:
    """Whether a place or body other than the subject is named: somebody from outside takes part."""
    names = find_names(source.words(sentence), source.article.language)
    language = source.article.language
    return any(n.kind != "person" and not bears_on_subject(n.text, source.lens, language) for n in names)
