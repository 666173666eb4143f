"""Draft a brief with a language model, and have it mend the statements that did not pass the check.

Importing this module imports pydantic; who drafts by extraction does not.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.domain import STATEMENT_SECTIONS
from briefings.drafting import parts
from briefings.drafting.conversation import AnswerError, Interview, answering
from briefings.drafting.hearing import hear_parties
from briefings.drafting.parsing import (
    answer_faults,
    citation_faults,
    cites_any,
    parse_answer,
    parse_revision,
)
from briefings.drafting.prompts import ANSWER_TOKENS, Prompts, load_prompts, numbered_line
from briefings.drafting.proposing import place, revised, to_draft
from briefings.errors import ContextTooLong, ModelError, UserError
from briefings.llm.metering import sum_usage

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

    from briefings.domain import Article, Draft, Language, Proposal, Section, Sentence, Withheld
    from briefings.drafting.answer import Answer
    from briefings.lens import Lens
    from briefings.llm.base import LanguageModel, Prompt, Reply

# What endpoints put around turns and bill as part of the prompt.
_WRAPPING = 64


def cautious_count(text: str) -> int:
    """At least the tokens of `text`, by its bytes: for a model whose own way of counting is not known."""
    return len(text.encode()) // 3 + 1


def draft_by_model(
    article: Article,
    model: LanguageModel,
    lens: Lens,
    *,
    language: Language,
    context_window: int | None = None,
    count: Callable[[str], int] = cautious_count,
    max_tokens: int = ANSWER_TOKENS,
    overrides: Path | None = None,
) -> Draft:
    """Draft a brief of `article` in `language`; an article longer than the model takes is drafted in parts.

    `context_window` and `max_tokens` (of one answer) are in the tokens that `count` counts; without a window
    the endpoint has to say what is too long. Files under `overrides` replace ours. Raises `UserError` when a
    single sentence does not fit, `UnusableReply` when the model twice does not answer with a brief, and
    what `model` raises.
    """
    window = context_window or sys.maxsize
    prompts = load_prompts(lens, language, overrides=overrides, max_tokens=_answer_room(max_tokens, window))
    interview = Interview(model)
    pieces = _pieces(article, prompts, window, count)
    draft = hear_parties(parts.merge(interview.hold(drafting(article, prompts, pieces))), article)
    return replace(
        draft,
        model=interview.model_name,
        prompt_sha256=prompts.sha256,
        lens_sha256=lens.sha256,
        usage=interview.usage,
    )


class FirstPrompts:
    """What `draft_by_model` asks first of each article; the parameters are its own."""

    def __init__(
        self,
        lens: Lens,
        language: Language,
        *,
        context_window: int | None = None,
        count: Callable[[str], int] = cautious_count,
        max_tokens: int = ANSWER_TOKENS,
        overrides: Path | None = None,
    ) -> None:
        self._window = context_window or sys.maxsize
        self._count = count
        self._prompts = load_prompts(
            lens, language, overrides=overrides, max_tokens=_answer_room(max_tokens, self._window)
        )

    def of(self, article: Article) -> list[Prompt]:
        """One prompt, or one for each part of a long article. Raises `UserError` as drafting would."""
        pieces = _pieces(article, self._prompts, self._window, self._count)
        return [self._prompts.brief(article, piece) for piece in pieces]


def _pieces(
    article: Article, prompts: Prompts, window: int, count: Callable[[str], int]
) -> list[tuple[Sentence, ...]]:
    room = _room(prompts.brief(article, ()), window, count)
    return parts.cut(article.sentences, size=_size(article, count), room=room)


def drafting(
    article: Article, prompts: Prompts, pieces: Sequence[Sequence[Sentence]]
) -> Generator[Prompt, Reply, list[Draft]]:
    """Ask for a brief of each piece in turn; one that turns out too long is asked for in halves."""
    drafts: list[Draft] = []
    for piece in pieces:
        try:
            answer = yield from _answering(article, prompts, piece)
        except ContextTooLong:
            drafts += yield from drafting(article, prompts, parts.halves(piece))
        else:
            drafts.append(to_draft(answer, language=prompts.language, dimensions=prompts.dimensions))
    return drafts


def _answering(
    article: Article, prompts: Prompts, piece: Sequence[Sentence]
) -> Generator[Prompt, Reply, Answer]:
    known = {sentence.id for sentence in piece}

    def read(text: str) -> Answer:
        answer = parse_answer(text)
        if not cites_any(answer, known):
            raise AnswerError(["answer: cites no sentence of this article"])
        return answer

    return (
        yield from answering(
            prompts.brief(article, piece),
            read=read,
            faults=lambda answer: answer_faults(answer, known, prompts.dimensions),
            ask_again=prompts.repair,
        )
    )


def repair_by_model(
    article: Article,
    draft: Draft,
    failed: Sequence[Withheld],
    model: LanguageModel,
    lens: Lens,
    *,
    accepts: Callable[[Proposal, Section], bool] = lambda _proposal, _section: True,
    context_window: int | None = None,
    count: Callable[[str], int] = cautious_count,
    max_tokens: int = ANSWER_TOKENS,
    overrides: Path | None = None,
) -> Draft:
    """`draft` with those of the `failed` statements replaced that the model has better words for.

    `accepts` says whether a replacement would pass the check; one that would not changes nothing.

    The draft is paid for already, so a model that fails here costs nothing of it: the statements stay as
    they were, to be withheld. What the attempt cost is added to the draft's usage.
    """
    mendable = [w for w in failed if w.section in (*STATEMENT_SECTIONS, "title", "positioning")]
    if not mendable:
        return draft
    window = context_window or sys.maxsize
    prompts = load_prompts(
        lens, draft.language, overrides=overrides, max_tokens=_answer_room(max_tokens, window)
    )
    interview = Interview(model)
    try:
        room = _room(prompts.revision(article, (), mendable), window, count)
        revision = interview.hold(
            answering(
                prompts.revision(article, _needed(article, mendable, _size(article, count), room), mendable),
                read=parse_revision,
                faults=lambda revision: citation_faults(revision, article.by_id),
                ask_again=prompts.repair,
            )
        )
    except (ModelError, UserError):
        return replace(draft, usage=sum_usage([draft.usage, interview.usage]))
    places = {item: place(w.section, w.statement) for item, w in enumerate(mendable, start=1)}
    replacements = {places[new.item]: new for new in revision.replacements if new.item in places and new.text}
    mended = hear_parties(revised(draft, replacements, accepts), article)
    return replace(mended, usage=sum_usage([draft.usage, interview.usage]))


def _needed(
    article: Article, failed: Sequence[Withheld], size: Callable[[Sentence], int], room: int
) -> tuple[Sentence, ...]:
    """The whole article if it fits, for a better sentence may stand anywhere; else the paragraphs cited."""
    if sum(map(size, article.sentences)) <= room:
        return article.sentences
    cited = {number for withheld in failed for number in withheld.statement.citations}
    paragraphs = {sentence.paragraph for sentence in article.sentences if sentence.id in cited}
    return tuple(sentence for sentence in article.sentences if sentence.paragraph in paragraphs)


def _answer_room(max_tokens: int, window: int) -> int:
    # A small model cannot spare a whole window for its answer.
    return min(max_tokens, window // 3)


def _room(without_sentences: Prompt, window: int, count: Callable[[str], int]) -> int:
    """How many tokens of sentences fit beside the rest of the prompt and the answer.

    The schema is not counted: endpoints with small windows turn it into a grammar, and those that read it
    have room for it.
    """
    fixed = sum(count(turn.text) for turn in without_sentences.turns) + _WRAPPING
    room = window - fixed - without_sentences.max_tokens
    if room <= 0:
        raise UserError(
            f"a context window of {window} tokens is too small: the prompt without the article takes {fixed} "
            f"and the answer {without_sentences.max_tokens}; choose a model with a larger one"
        )
    return room


def _size(article: Article, count: Callable[[str], int]) -> Callable[[Sentence], int]:
    sizes = {s.id: count(numbered_line(article, s) + "\n") for s in article.sentences}
    return lambda sentence: sizes[sentence.id]
