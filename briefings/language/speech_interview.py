"""Interviews: which paragraphs ask, which answer, and who answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from briefings.domain import Attribution, Sentence, Speaker
    from briefings.language.speech_mention import Mention
    from briefings.language.speech_table import SpeechTable

_DASH = re.compile(r"[—–-]\s+")
_QUESTION = re.compile(r"\?[»”\")*_]*\s*$")
_LABEL = re.compile(r"[*_]*(?P<who>[^\W\d_][^:?!«»\"\n]{0,40}?)[*_]*:[*_]*\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of an interview: a question, or an answer with the one who gives it."""

    asks: bool
    speaker: Speaker | None = None
    attribution: Attribution = "inherited"


def find_turns(
    text: str,
    lowered: str,
    paragraphs: Sequence[Sequence[Sentence]],
    mentions: Sequence[Mention],
    tagged: Collection[int],
    table: SpeechTable,
) -> Mapping[int, Turn]:
    """The turns of an interview by the number of their paragraph; empty when the text is none.

    `tagged`: the paragraphs with a speech tag, which a line of an interview does not have.
    """
    turns = _find_turns(text, lowered, paragraphs, mentions, tagged, table)
    return {paragraphs[index][0].paragraph: turn for index, turn in turns.items()}


def _find_turns(
    text: str,
    lowered: str,
    paragraphs: Sequence[Sequence[Sentence]],
    mentions: Sequence[Mention],
    tagged: Collection[int],
    table: SpeechTable,
) -> Mapping[int, Turn]:
    labelled = _labelled(text, lowered, paragraphs, mentions, table)
    if labelled:
        return labelled
    silent = {i for i, p in enumerate(paragraphs) if p[0].paragraph not in tagged}
    dashed = {i for i in silent if _DASH.match(text, paragraphs[i][0].start)}
    questions = {i for i in dashed if _asks(text, paragraphs[i])}
    if any(i + 1 in dashed for i in questions):
        return _answered(lowered, paragraphs, mentions, questions, dashed, table)
    lines = {i for i in silent if len(paragraphs[i]) <= 2 and _asks(text, paragraphs[i])}
    if len(lines) < 2 or not table.interview.search(lowered, 0, paragraphs[min(lines)][0].start):
        return {}
    return _answered(lowered, paragraphs, mentions, lines, set(), table)


def _asks(text: str, paragraph: Sequence[Sentence]) -> bool:
    return bool(_QUESTION.search(text, paragraph[-1].start, paragraph[-1].end))


def _answered(
    lowered: str,
    paragraphs: Sequence[Sequence[Sentence]],
    mentions: Sequence[Mention],
    questions: set[int],
    dashed: set[int],
    table: SpeechTable,
) -> dict[int, Turn]:
    """Questions, and after each the answer: all paragraphs up to the next question or heading."""
    speaker = _interviewee(lowered, paragraphs[min(questions)][0].start, mentions, table)
    turns: dict[int, Turn] = {}
    answering = False
    for index, paragraph in enumerate(paragraphs):
        if index in questions:
            turns[index] = Turn(asks=True)
            answering = True
        elif index in dashed and answering:
            turns[index] = Turn(asks=False, speaker=speaker)
        elif paragraph[0].kind == "heading" or table.back_to_outlet.match(lowered, paragraph[0].start):
            answering = False
        elif answering:
            turns[index] = Turn(asks=False, speaker=speaker)
    return turns


def _interviewee(lowered: str, start: int, mentions: Sequence[Mention], table: SpeechTable) -> Speaker | None:
    """The one person the introduction names beside the word interview, or names at all."""
    intro = [m for m in mentions if m.kind == "person" and m.start < start]
    for cue in reversed(list(table.interview.finditer(lowered, 0, start))):
        sentence_start = max(lowered.rfind(mark, 0, cue.start()) for mark in (". ", "\n")) + 1
        sentence_end = min(
            (e for mark in (". ", "\n") if (e := lowered.find(mark, cue.end())) >= 0), default=start
        )
        for start_at in (cue.end(), sentence_start):  # "spoke with X", before whoever else is there
            beside = {m.speaker for m in intro if start_at <= m.start < sentence_end}
            if len(beside) == 1:
                return beside.pop()
    everyone = {m.speaker for m in intro}
    return everyone.pop() if len(everyone) == 1 else None


def _labelled(
    text: str,
    lowered: str,
    paragraphs: Sequence[Sequence[Sentence]],
    mentions: Sequence[Mention],
    table: SpeechTable,
) -> dict[int, Turn]:
    """Turns that a label opens: "Q:", «Жауап:», the outlet's name, the guest's name."""
    labels = {
        i: found for i, p in enumerate(paragraphs) if (found := _LABEL.match(text, p[0].start, p[0].end))
    }
    names = [found["who"] for found in labels.values()]
    if len(labels) < 2 or len(set(names)) == len(names) > 2:
        return {}
    first = paragraphs[min(labels)][0].start
    guest = _interviewee(lowered, first, mentions, table)
    turns: dict[int, Turn] = {}
    current: Turn | None = None
    for index, paragraph in enumerate(paragraphs):
        label = labels.get(index)
        if label:
            who = lowered[label.start("who") : label.end("who")]
            named = next(
                (m.speaker for m in mentions if label.start() <= m.start < label.end() and m.speaker), None
            )
            if table.asker_label.fullmatch(who):
                current = Turn(asks=True)
            elif table.answer_label.fullmatch(who):
                current = Turn(asks=False, speaker=guest, attribution="anaphora")
            elif named and not _asks(text, paragraph):
                current = Turn(asks=False, speaker=named, attribution="explicit")
            elif _asks(text, paragraph):
                current = Turn(asks=True)
            else:
                current = None
        elif table.back_to_outlet.match(lowered, paragraph[0].start):
            current = None
        if current and paragraph[0].kind == "sentence":
            turns[index] = current
    return turns if any(t.asks for t in turns.values()) else {}
