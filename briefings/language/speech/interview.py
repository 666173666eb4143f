"""Interviews: which paragraphs ask, which answer, and who answers."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.language.speech.interviewee import interviewee
from briefings.language.speech.mention import mentions_in

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from briefings.domain import Attribution, Sentence, Speaker
    from briefings.language.speech.mention import Mention
    from briefings.language.speech.table import SpeechTable

_DASH = re.compile(r"[—–-]\s+")
_QUESTION = re.compile(r"\?[»”\")*_]*\s*$")
_LABEL = re.compile(r"[*_]*(?P<who>[^\W\d_][^:?!«»\"\n]{0,40}?)[*_]*:[*_]*\s+(?=\S)")
# «Марат Сокол, глава союза «Степь»: — …», "Ms Reed: …"; who is named stands in front of it, behind a title at most
_TITLE = re.compile(r"[*_]*(?:[^\W\d_][\w-]{0,4}\.?\s+)?")
_TURN = re.compile(
    r"[*_]*(?:\s*\([^()\n]{2,120}\)|,[^:.?!()\n]{2,160})?[*_]*:[*_]*\s+(?P<dash>[—–-]\s+)?(?=[^\s«\"“])"
)
_OPENING = '«"“'
_SHORT_TURN = 2  # sentences of a question without a question mark: «Расскажите о проекте.»
_FEW_QUESTIONS, _SURE = 2, 3


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of an interview: a question, or an answer with the one who gives it."""

    asks: bool
    speaker: Speaker | None = None
    attribution: Attribution = "inherited"


def find_turns(
    text: str,
    lowered: str,
    frame: str,
    paragraphs: Sequence[Sequence[Sentence]],
    mentions: Sequence[Mention],
    tagged: Collection[int],
    sourced: Collection[int],
    table: SpeechTable,
) -> Mapping[int, Turn]:
    """The turns of an interview by the number of their paragraph; empty when the text is none.

    `frame` is `lowered` with quoted words blanked out. `tagged`: the paragraphs with a speech tag, which a
    line of an interview seldom has; `sourced`: those with a tag that names its speaker.
    """
    reading = _Reading(text, lowered, frame, paragraphs, mentions, tagged, sourced, table)
    turns = reading.shared() or reading.labelled() or reading.lined() or reading.dashed()
    return {paragraphs[index][0].paragraph: turn for index, turn in turns.items()}


@dataclass(frozen=True)
class _Reading:
    text: str
    lowered: str
    frame: str
    paragraphs: Sequence[Sequence[Sentence]]
    mentions: Sequence[Mention]
    tagged: Collection[int]
    sourced: Collection[int]
    table: SpeechTable

    def shared(self) -> dict[int, Turn]:
        """Turns of a round table: each opens with the name of whoever speaks, questions stand on their own lines.

        A paragraph without a name among them goes on with the turn, unless it names a source: the outlet retells.
        """
        named = {i: turn for i, p in enumerate(self.paragraphs) if (turn := self._named(p))}
        labels = {i: label for i, label in self._labels().items() if i not in named}
        askers = self._askers(labels)
        asked = {i for i, label in labels.items() if self._who(label) in askers}
        asked |= {i for i in range(len(self.paragraphs)) if i not in named and self._asks_for_all(i, named)}
        sure = sum(dashed for _, dashed in named.values())
        unasked = sure >= _FEW_QUESTIONS and not any(self._asks(self.paragraphs[i]) for i in named)
        if not named or not (len(named) + len(asked) >= _SURE if asked else unasked):
            return {}
        guests = {speaker for speaker, _ in named.values()}
        guest = guests.pop() if len(guests) == 1 else None
        turns: dict[int, Turn] = {}
        current: Turn | None = None
        for index, paragraph in enumerate(self.paragraphs):
            if index in named:
                current = Turn(asks=False, speaker=named[index][0], attribution="explicit")
            elif index in asked:
                current = Turn(asks=True)
            elif current and current.asks:  # only a dash answers then
                current = Turn(asks=False, speaker=guest) if self._is_dashed(index) else None
            elif current and self._is_between(paragraph, last=index > max(named)):
                current = None
            if current and paragraph[0].kind == "sentence":
                turns[index] = current
        return turns

    def _named(self, paragraph: Sequence[Sentence]) -> tuple[Speaker, bool] | None:
        """Whose name opens the paragraph as a label, and whether a dash follows it."""
        start = paragraph[0].start
        inside = mentions_in(self.mentions, start, paragraph[0].end)
        who = next((m for m in inside if m.kind == "person"), None)
        if who is None or who.speaker is None or not _TITLE.fullmatch(self.text, start, who.start):
            return None
        label = _TURN.match(self.text, self.text.index(who.text, who.start) + len(who.text))
        if label is None or self.table.verb.search(self.lowered, who.start, label.end()):
            return None  # «Марат Сокол, открывая форум, сказал: …»
        return who.speaker, bool(label["dash"])

    def _asks_for_all(self, index: int, named: Collection[int]) -> bool:
        """Whether a paragraph without a name asks: by its mark, or as a short one before an answer."""
        paragraph = self.paragraphs[index]
        if paragraph[0].kind != "sentence" or paragraph[0].paragraph in self.tagged:
            return False
        short, answered = len(paragraph) <= _SHORT_TURN, index + 1 in named
        if self._is_dashed(index):
            return self._asks(paragraph) or (short and answered)
        return short and answered and self._asks(paragraph)

    def _is_between(self, paragraph: Sequence[Sentence], *, last: bool) -> bool:
        """Whether a paragraph behind an answer is the outlet's: it names a source, or ends the talk without an I."""
        if self._is_outlets(paragraph) or paragraph[0].paragraph in self.tagged:
            return True
        first, end = paragraph[0].start, paragraph[-1].end
        return last and not self.table.first_person.search(self.frame, first, end)

    def labelled(self) -> dict[int, Turn]:
        """Turns that a label opens: "Q:", «Жауап:», the outlet's name, the guest's name."""
        labels = self._labels()
        askers = self._askers(labels)
        if len(labels) < _FEW_QUESTIONS or not askers:
            return {}
        asked = [i for i, found in labels.items() if self._who(found) in askers]
        guest = self._guest(asked)
        turns: dict[int, Turn] = {}
        current: Turn | None = None
        for index, paragraph in enumerate(self.paragraphs):
            if label := labels.get(index):
                current = Turn(asks=True) if index in asked else self._answer(label, guest)
            elif self._is_outlets(paragraph):
                current = None
            if current and paragraph[0].kind == "sentence":
                turns[index] = current
        return turns

    def _labels(self) -> dict[int, re.Match[str]]:
        return {
            i: found
            for i, p in enumerate(self.paragraphs)
            if (found := _LABEL.match(self.text, p[0].start, p[0].end))
        }

    def _askers(self, labels: Mapping[int, re.Match[str]]) -> set[str]:
        """The labels of whoever asks: by their word, or because most of what they open are questions."""
        asked: dict[str, list[bool]] = defaultdict(list)
        for index, found in labels.items():
            asked[self._who(found)].append(self._asks(self.paragraphs[index]))
        if len(asked) == len(labels) > _FEW_QUESTIONS:
            return set()  # a list of terms: no label comes back
        return {
            who
            for who, marks in asked.items()
            if self.table.asker_label.fullmatch(who)
            or (2 * sum(marks) >= len(marks) and not self.table.answer_label.fullmatch(who))
        }

    def _who(self, label: re.Match[str]) -> str:
        return self.lowered[label.start("who") : label.end("who")]

    def _answer(self, label: re.Match[str], guest: Speaker | None) -> Turn | None:
        if self.table.answer_label.fullmatch(self._who(label)):
            return Turn(asks=False, speaker=guest, attribution="anaphora")
        named = next(
            (m for m in self.mentions if label.start() <= m.start < label.end("who") and m.speaker), None
        )
        return Turn(asks=False, speaker=named.speaker, attribution="explicit") if named else None

    def dashed(self) -> dict[int, Turn]:
        """Turns that each open with a dash, a question first and an answer behind it."""
        dashed = [i for i in range(len(self.paragraphs)) if self._is_dashed(i)]
        silent = {i for i in dashed if self.paragraphs[i][0].paragraph not in self.tagged}
        opened = [i for i in silent if self._asks(self.paragraphs[i]) and i + 1 in silent]
        if not opened or 3 * len(silent) < 2 * len(dashed):
            return {}
        questions: set[int] = set()
        answering = False
        for index in (i for i in dashed if i >= min(opened)):
            asks = self._asks(self.paragraphs[index])
            if answering:
                # Each dash is another turn; «Расскажите о проекте.» asks as well
                asks = asks or (len(self.paragraphs[index]) <= _SHORT_TURN and index + 1 in dashed)
            elif len(self.paragraphs[index]) > 1 and index - 1 in questions:
                asks = False  # «— Боюсь. А кто не боится?»
            if asks:
                questions.add(index)
            answering = not asks
        return self._answered(questions, set(dashed))

    def lined(self) -> dict[int, Turn]:
        """Questions that are short paragraphs of their own, without dash or label."""
        short = [
            i
            for i, p in enumerate(self.paragraphs)
            if len(p) <= _SHORT_TURN and p[0].kind == "sentence" and self._asks(p) and not self._is_dashed(i)
        ]
        lines = {i for i in short if self.paragraphs[i][0].paragraph not in self.tagged}
        if len(lines) < _FEW_QUESTIONS:
            return {}
        start = self.paragraphs[min(lines)][0].start
        announced = self.table.interview.search(self.lowered, 0, start)
        answered = sum(i + 1 < len(self.paragraphs) and self._is_spoken(i + 1) for i in lines)
        if not (announced or 2 * answered > len(lines) or (len(lines) >= _SURE and self._is_talk(lines))):
            return {}
        questions = lines | {i for i in short if i > min(lines)}
        if answered:  # answers open with a dash or a mark, so a dash with a question may ask as well
            questions |= {
                i
                for i in range(min(lines), len(self.paragraphs))
                if self._is_dashed(i) and self._asks(self.paragraphs[i])
            }
        quoted = sum(self._is_quoted(i + 1) for i in lines)
        return self._answered(questions, set(), quoted=2 * quoted > len(lines))

    def _is_dashed(self, index: int) -> bool:
        return bool(_DASH.match(self.text, self.paragraphs[index][0].start))

    def _is_quoted(self, index: int) -> bool:
        return index < len(self.paragraphs) and self.text[self.paragraphs[index][0].start] in _OPENING

    def _is_spoken(self, index: int) -> bool:
        return self._is_dashed(index) or self._is_quoted(index)

    def _is_talk(self, lines: set[int]) -> bool:
        """Whether the questions say "you" or what follows them "I"."""
        for index in range(min(lines), len(self.paragraphs)):
            paragraph = self.paragraphs[index]
            words = self.table.address if index in lines else self.table.first_person
            if words.search(self.lowered, paragraph[0].start, paragraph[-1].end):
                return True
        return False

    def _answered(self, questions: set[int], dashed: set[int], *, quoted: bool = False) -> dict[int, Turn]:
        """Questions, and after each the answer: all paragraphs up to the next question or heading.

        `quoted`: answers stand in quotation marks, and what does not is the outlet's; one with a tag is heard
        like any quotation.
        """
        speaker = self._guest(sorted(questions))
        turns: dict[int, Turn] = {}
        answering = False
        last = max(questions, default=0) + 1
        for index, paragraph in enumerate(self.paragraphs):
            if index in questions:
                turns[index] = Turn(asks=True)
                answering = True
            elif quoted and (paragraph[0].paragraph in self.tagged or not self._is_spoken(index)):
                answering = answering and self._is_spoken(index)
            elif index not in dashed and self._is_told(paragraph, last=index > last, dashed=bool(dashed)):
                answering = False
            elif index in dashed and answering:
                turns[index] = Turn(asks=False, speaker=speaker)
            elif self._is_outlets(paragraph) or self._names(paragraph, speaker):
                answering = False
            elif answering:
                turns[index] = Turn(asks=False, speaker=speaker)
        return turns

    def _guest(self, questions: Sequence[int]) -> Speaker | None:
        spans = [(self.paragraphs[i][0].start, self.paragraphs[i][-1].end) for i in questions]
        return interviewee(
            self.lowered, self.paragraphs[0][0].start, spans[0][0], spans, self.mentions, self.table
        )

    def _asks(self, paragraph: Sequence[Sentence]) -> bool:
        return bool(_QUESTION.search(self.text, paragraph[-1].start, paragraph[-1].end))

    def _is_outlets(self, paragraph: Sequence[Sentence]) -> bool:
        start = paragraph[0].start
        return paragraph[0].kind == "heading" or bool(self.table.back_to_outlet.match(self.lowered, start))

    def _is_told(self, paragraph: Sequence[Sentence], *, last: bool, dashed: bool) -> bool:
        """Whether a paragraph among the turns is the outlet's: behind the last, or with a source amid dashes."""
        if last:
            return self._is_afterword(paragraph)
        inside = mentions_in(self.mentions, paragraph[0].start, paragraph[-1].end)
        # «Мы запустим», with which somebody else is quoted, is not ours
        we = any(m.kind == "interviewer" and self.frame[m.start] != "·" for m in inside)
        return dashed and not we and paragraph[0].paragraph in self.sourced and self._is_afterword(paragraph)

    def _is_afterword(self, paragraph: Sequence[Sentence]) -> bool:
        """Whether a paragraph behind the last answer is the outlet's: sources are given, and nobody says I."""
        first, last = paragraph[0], paragraph[-1]
        if self.table.first_person.search(self.frame, first.start, last.end):
            return False
        inside = mentions_in(self.mentions, first.start, last.end)
        return first.paragraph in self.sourced or any(m.kind == "interviewer" for m in inside)

    def _names(self, paragraph: Sequence[Sentence], speaker: Speaker | None) -> bool:
        """Whether a paragraph calls by name the one who would be speaking: nobody does so himself."""
        inside = mentions_in(self.mentions, paragraph[0].start, paragraph[0].end)
        return speaker is not None and any(m.speaker == speaker and m.nominative for m in inside)
