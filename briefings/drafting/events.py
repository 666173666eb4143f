"""What happened: the title, and the sentences that say who, what, when and where."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.language.figures import find_figures
from briefings.language.meaning.events import aspect
from briefings.language.meaning.polarity import find_conditions, find_hedges, find_negations
from briefings.lens import bears_on_subject

if TYPE_CHECKING:
    from briefings.domain import Language, Proposal, Sentence
    from briefings.drafting.source import Source

_LEAD = 3  # sentences of the text among which the event is looked for
_FEWEST = 5  # words of a title cut from a longer sentence
_TAG = 10  # words; «…, сообщило 20 мая министерство связи республики»
_BOUNDARY = re.compile(r"\s*[,;:]\s+|\s+[–—-]\s+")
_CONTRARY: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"(?:но|однако|а|хотя|если|при условии|кроме)(?!\w)", re.IGNORECASE),
    "kk": re.compile(r"(?:бірақ|алайда|ал|дегенмен|егер)(?!\w)", re.IGNORECASE),
    "en": re.compile(r"(?:but|however|although|though|if|unless|yet|provided|while)(?!\w)", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Headline:
    """A title, the sentence it is, and whether it leaves out something of it that the reader must still get."""

    title: Proposal
    sentence: Sentence
    shortened: bool


def headline(source: Source, words: int) -> Headline:
    """The sentence of the lead that reports the event; a longer one is cut where a clause ends."""
    sentence = _event_sentence(source)
    whole = source.proposal(sentence)
    title = replace(whole, text=whole.text.removesuffix("."))
    if len(title.text.split()) <= words:
        return Headline(title, sentence, shortened=False)
    nameless = (
        sentence.voice != "outlet" and sentence.speaker is None
    )  # only its tag says whose words they are
    cut = None if nameless else _cut(title.text, source.article.language, words)
    if cut is None:
        return Headline(title, sentence, shortened=False)
    rest = title.text[len(cut) :]
    return Headline(replace(title, text=cut), sentence, shortened=not _is_tag(rest, sentence))


def reports(source: Source) -> list[Sentence]:
    """What the outlet tells, and what officials and bodies say."""
    return [s for s in source.article.body if not _is_opinion(source, s) and s.voice != "question"]


def _is_opinion(source: Source, sentence: Sentence) -> bool:
    """Whether an expert or an interested party is heard."""
    return source.holds_view(sentence) or source.has_a_stake(sentence)


def background(source: Source, head: Headline) -> list[Sentence]:
    """Of an interview that reports nothing else: the sentence that says who was asked about what."""
    told = [s for s in reports(source) if s != head.sentence and not source.words(s).rstrip().endswith("?")]
    return told[:1]


def news_value(source: Source, sentence: Sentence) -> float:
    """How much a sentence says of the event: early, dated, what it costs, and what is not yet so."""
    language = source.article.language
    words = source.words(sentence)
    figures = find_figures(words, language)
    value = 1.5 / (1.0 + 0.25 * source.article.body.index(sentence))
    value += 0.3 * bool(figures) + 0.3 * any(f.kind in ("date", "money") for f in figures)
    value += 0.3 * bool(sentence.speaker is None and find_negations(words, language))
    value += 0.2 * bears_on_subject(words, source.lens, language)
    signals = source.signals
    if sentence.speaker and any(p.search(words) for p in (signals.gain, signals.risk, signals.obligation)):
        value -= 0.4  # what somebody expects of it belongs to the stakes
    return value + 0.5 * source.centrality[sentence.id]


def _event_sentence(source: Source) -> Sentence:
    fallback = source.article.body or source.article.sentences
    lead = [s for s in source.article.body[:_LEAD] if source.stands_alone(s)]
    told = [s for s in lead if not _is_opinion(source, s) and not source.leans(s)]
    language = source.article.language

    def value(sentence: Sentence) -> float:
        words = source.words(sentence)
        first = 1.0 / (1.0 + fallback.index(sentence))
        acts = any(cue.kind in ("done", "planned") for cue in aspect(words, language))
        return first + 0.5 * bears_on_subject(words, source.lens, language) + 0.5 * acts

    return max(told or lead or fallback[:1], key=value)


def _cut(text: str, language: Language, words: int) -> str | None:
    """The longest beginning of `text` that is a clause of its own and keeps every reservation."""
    cuts = [text[: m.start()] for m in _BOUNDARY.finditer(text)]
    for cut in reversed(cuts):
        rest = text[len(cut) :].lstrip(" ,;:–—-")
        if not _FEWEST <= len(cut.split()) <= words or _CONTRARY[language].match(rest):
            continue
        if any(find(rest, language) for find in (find_hedges, find_conditions, find_negations)):
            continue
        if aspect(cut, language) and _is_closed(cut):
            return cut
    return None


def _is_closed(text: str) -> bool:
    return all(text.count(a) == text.count(b) for a, b in ("«»", "“”", "()")) and text.count('"') % 2 == 0


def _is_tag(rest: str, sentence: Sentence) -> bool:
    """Whether `rest` only says who tells it, which is shown beside the title."""
    if sentence.speaker is None or len(rest.split()) > _TAG or _BOUNDARY.search(rest.lstrip(" ,–—-")):
        return False
    return any(word.casefold() in rest.casefold() for word in sentence.speaker.name.split())
