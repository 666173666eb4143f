"""Coverage rows of `make eval`: does a brief by extraction hold what a reader needs, and do summarisers do better?

Event, experts and dimensions come from the labels of the fixture. The summarisers (the first five sentences,
LexRank, TextRank) are run here and now on the same numbered sentences, with as many of them as the brief has.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from briefings.drafting.by_extraction import draft_by_extraction
from briefings.drafting.fitting import page_words
from briefings.lens import load_lens, nominate
from briefings.pipeline import brief_article
from briefings.readers import read_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from briefings.domain import Article, Draft, Proposal
    from briefings.lens import Lens
    from tests.measuring.quality import Share

_FIRST = 2
_LEAD = 5
_PAGE = {"ru": 420, "kk": 420, "en": 525}  # words of page one
_NINE = frozenset(
    [
        "status_recognition",
        "global_governance",
        "mediation_convening",
        "strategic_autonomy",
        "regional_leadership",
        "nuclear_security_norms",
        "resources_investment",
        "tech_ai",
        "domestic_foundations",
    ]
)


@dataclass(frozen=True)
class Outcome:
    """What one method holds of one article: sentences in the order of reading, people, dimensions."""

    numbers: tuple[str, ...]
    people: frozenset[str]
    dimensions: frozenset[str]


def rows(read: dict[str, Article], labels: Path) -> list[Share]:
    """Shares by measure, language and half of the fixture, ours first, then each summariser's."""
    from tests.measuring.quality import half_of, tally

    lens = load_lens()
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for name, article in read.items():
        gold = json.loads((labels / f"{name}.json").read_text(encoding="utf-8"))
        draft = draft_by_extraction(article, lens)
        ours = _by_extraction(draft)
        where = (article.language, half_of(name))
        methods = {"": ours} | {
            f"{key}: ": made for key, made in _summaries(article, lens, len(ours.numbers))
        }
        for prefix, outcome in methods.items():
            for measure, hits in _judged(outcome, gold).items():
                found.setdefault(prefix + measure, []).extend((*where, hit) for hit in hits)
        found.setdefault("no sentence twice", []).append((*where, not repeated(draft)))
        found.setdefault("at most one page", []).append(
            (*where, page_words(draft) <= _PAGE[article.language])
        )
    return [share for measure, judged in found.items() for share in tally(measure, judged)]


def statements(draft: Draft) -> Iterator[Proposal]:
    """The statements of the first page in the order of reading, without the title."""
    yield from draft.bottom_line
    yield from draft.event
    yield from draft.stakes
    yield from draft.expert_views
    yield from draft.comparison
    yield from (judgement.proposal for judgement in draft.positioning)
    yield from draft.watch


def repeated(draft: Draft) -> set[str]:
    """The sentences that stand in the brief twice; a title may be the beginning of the first."""
    verbatim = [p for p in statements(draft) if p.voice != "assessment"]
    twice = {number for number, times in Counter(p.citations[0] for p in verbatim).items() if times > 1}
    title = draft.title
    return twice | (
        {p.citations[0] for p in verbatim if title and p.text.strip(".") == title.text.strip(".")}
    )


def _by_extraction(draft: Draft) -> Outcome:
    titled = [draft.title] if draft.title else []
    read = [p for p in (*titled, *statements(draft)) if p.voice != "assessment"]
    numbers = tuple(dict.fromkeys(p.citations[0] for p in read))
    event = [p.citations[0] for p in (*titled, *draft.event) if p.voice != "assessment"]
    return Outcome(
        tuple(dict.fromkeys((*event, *numbers))),
        frozenset(p.speaker.name for p in draft.expert_views if p.speaker),
        frozenset(d.id for d in draft.dimensions if d.sign != "not_covered"),
    )


def _summaries(article: Article, lens: Lens, size: int) -> Iterator[tuple[str, Outcome]]:
    """Each summariser's sentences, and the people and dimensions that those bring with them."""
    methods: dict[str, Callable[[], Iterable[str]]] = {
        "lead-5": lambda: [s.id for s in article.body[:_LEAD]],
    }
    if find_spec("sumy"):
        methods["LexRank"] = lambda: _ranked(article, "LexRank", size)
        methods["TextRank"] = lambda: _ranked(article, "TextRank", size)
    by_number = {n.id: set(n.citations) for n in nominate(article, lens)}
    for name, method in methods.items():
        numbers = tuple(method())
        speakers = (article.by_id[number].speaker for number in numbers)
        yield (
            name,
            Outcome(
                numbers,
                # Every summariser is given our reading of who speaks, and our lens.
                frozenset(s.name for s in speakers if s and _may_be_expert(article, s.name)),
                frozenset(id_ for id_, cited in by_number.items() if cited & set(numbers)),
            ),
        )


def _may_be_expert(article: Article, name: str) -> bool:
    from briefings.drafting.source import Source

    return name in {expert.name for expert in Source(article, load_lens()).experts}


def _ranked(article: Article, method: str, size: int) -> list[str]:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer

    from briefings.language.lemmas import lemmas
    from briefings.language.meaning.words import words

    class Words:
        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(word.text for word in words(text, article.language) if word.content)

    numbered = {" ".join(article.words_of(s).split()): s.id for s in article.body}
    document = ObjectDocumentModel([Paragraph([Sentence(text, Words()) for text in numbered])])
    summariser = {"LexRank": LexRankSummarizer, "TextRank": TextRankSummarizer}[method](
        lambda word: min(lemmas(word, article.language))
    )
    return [numbered[str(sentence)] for sentence in summariser(document, size)]


def _judged(outcome: Outcome, gold: dict[str, Any]) -> dict[str, list[bool]]:
    from tests.measuring.quality import same_speaker

    names = [expert["name"] for expert in gold["experts"]]
    return {
        "event among the first two": [any(n in gold["event"] for n in outcome.numbers[:_FIRST])],
        "experts found": [any(same_speaker(heard, name) for heard in outcome.people) for name in names],
        "experts right": [any(same_speaker(heard, name) for name in names) for heard in outcome.people],
        "dimensions found": [id_ in outcome.dimensions for id_ in gold["dimensions"]],
        "dimensions right": [id_ in gold["dimensions"] for id_ in outcome.dimensions],
    }


def mission_rows(data: Path) -> list[str]:
    """One line for each promise about the article of the mission, when `data` stands beside it."""
    file = data.parent / "articles" / "baq_2025-09-22.txt"
    if not file.is_file():
        return []
    brief = brief_article(read_article(file), load_lens())
    titles = {n for issue in brief.source_issues if issue.kind == "title" for n in issue.citations}
    stages = [set(issue.citations) for issue in brief.source_issues if issue.kind == "status"]
    covered = {d.id for d in brief.dimensions if d.sign != "not_covered"}
    heard = {(view.speaker.name, view.speaker.role) for view in brief.expert_views}
    said = {n for view in brief.expert_views for s in view.position for n in s.citations}
    promises = {
        "both experts, with their role": heard
        == {("Талгат Калиев", "политолог"), ("Канат Оспанов", "политолог")},
        "«former president» flagged (S18, S32)": titles == {"S18", "S32"},
        "two stages of one office flagged (S9, S13)": {"S9", "S13"} in stages,
        "S38 is no expert's": "S38" not in said,
        "the nine dimensions and none of the others": covered == _NINE,
        "nothing withheld": not brief.withheld,
        "no expert's word above a plan": all(d.level <= 2 for d in brief.dimensions),
    }
    return [f"article of the mission: {name}: {'yes' if kept else 'NO'}" for name, kept in promises.items()]
