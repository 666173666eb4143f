"""What an answer of an interview relays of somebody else: «Хейккола считает, что …», «…», — деп жазды ол."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.language.speech.quotes import find_stretches
from briefings.language.speech.tags import Tag, find_tags, main_tag
from briefings.language.speech.utterances import blank_out, find_utterances

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.domain import Sentence, SentenceVoice
    from briefings.language.speech.interview import Turn
    from briefings.language.speech.mention import Mention
    from briefings.language.speech.table import SpeechTable

_DASH = re.compile(r"[—–-]\s+")


class Relaying:
    """The tags inside the answers of an interview, each sentence read as if it stood in plain text."""

    def __init__(
        self,
        text: str,
        lowered: str,
        sentences: Sequence[Sentence],
        turns: Mapping[int, Turn],
        mentions: Sequence[Sequence[Mention]],
        table: SpeechTable,
    ) -> None:
        answers = [
            i
            for i, s in enumerate(sentences)
            if (turn := turns.get(s.paragraph)) and not turn.asks and s.kind == "sentence"
        ]
        bounds = [(_behind_dash(text, sentences[i]), sentences[i].end) for i in answers]
        stretches = find_stretches(text, lowered, bounds, table)
        frame = blank_out(lowered, stretches) if answers else lowered
        tags = [
            find_tags(frame, start, end, mentions[i], table)
            for i, (start, end) in zip(answers, bounds, strict=True)
        ]
        spoken = find_utterances(
            frame, [sentences[i] for i in answers], stretches, tags, [mentions[i] for i in answers]
        )
        self._heard: dict[int, tuple[Tag | None, SentenceVoice]] = {}
        for at, index in enumerate(answers):
            quoted = spoken.get(at)
            self._heard[index] = (
                (quoted.tag, "direct") if quoted and quoted.tag else (main_tag(tags[at]), "indirect")
            )

    def heard_in(self, index: int) -> tuple[Tag | None, SentenceVoice]:
        """The tag that gives the sentence to another, and the voice in which he is heard; no tag: nobody else."""
        return self._heard.get(index, (None, "direct"))


def _behind_dash(text: str, sentence: Sentence) -> int:
    dash = _DASH.match(text, sentence.start)
    return dash.end() if dash else sentence.start
