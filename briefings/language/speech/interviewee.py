"""Who answers in an interview: the one whom the headline, the lead and the questions point to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.language.names.parts import parts_of
from briefings.language.names.same import same_person, same_word
from briefings.language.speech.mention import mentions_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.domain import Speaker
    from briefings.language.speech.mention import Mention
    from briefings.language.speech.table import SpeechTable

# What each sign is worth; only their order matters.
_ADDRESSED, _IN_HEADLINE, _MEANT_BY_CUE, _BESIDE_CUE, _FIRST, _HAS_ROLE, _ASKER = 5, 3, 4, 2, 2, 1, -6
_BYLINE, _TITLE = re.compile(r"\W*author\s*:"), re.compile(r"\W*title\s*:")
_PATRONYMIC = re.compile(r"(?:вич|вна|ична|[уұ]лы|[кқ]ызы)$", re.IGNORECASE)


def interviewee(
    lowered: str,
    body: int,
    start: int,
    questions: Sequence[tuple[int, int]],
    mentions: Sequence[Mention],
    table: SpeechTable,
) -> Speaker | None:
    """The person who answers the `questions`, of those named before the first of them, at `start`.

    `body`: where the text begins behind its header. None when nobody stands out.
    """
    intro = [
        m
        for m in mentions
        if m.kind == "person" and m.start < start and (m.start >= body or _TITLE.match(_line(lowered, m)))
    ]
    worth: dict[Speaker, int] = {}
    for mention in intro:
        if mention.speaker and mention.speaker not in worth:
            worth[mention.speaker] = _worth(mention.speaker, lowered, (body, start), intro, mentions, table)
    for begin, end in questions:
        for mention in mentions_in(mentions, begin, end):
            if mention.kind == "person" and not _is_told(lowered, mention):
                for person in worth:
                    worth[person] += _ADDRESSED * _is_addressed(mention.text, person.name)
    best = sorted(worth.values())[-2:]
    if not best or best[-1] < 0 or (len(best) == 2 and best[0] == best[1]):
        return None
    return next(person for person, value in worth.items() if value == best[-1])


def _worth(
    speaker: Speaker,
    lowered: str,
    bounds: tuple[int, int],
    intro: Sequence[Mention],
    mentions: Sequence[Mention],
    table: SpeechTable,
) -> int:
    named = [m for m in intro if m.speaker == speaker]
    body, start = bounds
    headline_end = max(body, 0) or max(lowered.find("\n", 0, start), 0)
    lead = next((m for m in intro if m.start >= headline_end), None)
    value = _HAS_ROLE * bool(speaker.role) + _FIRST * bool(lead and lead.speaker == speaker)
    value += _IN_HEADLINE * any(m.start < headline_end for m in named)
    value += _BESIDE_CUE * any(_follows_cue(lowered, start, m, intro, table) for m in named)
    value += _MEANT_BY_CUE * any(_is_meant_by_cue(lowered, start, m, intro, table) for m in named)
    asks = any(
        _BYLINE.match(_line(lowered, m)) or _is_reporter(lowered, m, table)
        for m in mentions
        if m.speaker == speaker
    )
    return value + _ASKER * asks


def _line(lowered: str, mention: Mention) -> str:
    """What stands in front of the mention on its line."""
    return lowered[lowered.rfind("\n", 0, mention.start) + 1 : mention.start]


def _is_reporter(lowered: str, mention: Mention, table: SpeechTable) -> bool:
    """«наш корреспондент Анна Ким», «Беседовала Анна Ким»."""
    line = lowered.rfind("\n", 0, mention.start) + 1
    before = lowered[max(line, mention.start - 30) : mention.end]
    return bool(table.reporter.search(before)) or bool(
        table.back_to_outlet.match(lowered, line) and mention.start - line < len(before)
    )


def _follows_cue(
    lowered: str, start: int, mention: Mention, intro: Sequence[Mention], table: SpeechTable
) -> bool:
    """Whether the mention is the first one behind the word interview in its sentence, or alone in front of it."""
    for cue in table.interview.finditer(lowered, 0, start):
        begin, end = _sentence_around(lowered, cue, start)
        behind = [m for m in intro if cue.end() <= m.start < end]
        before = [m for m in intro if begin <= m.start < cue.start()]
        if (behind and behind[0] == mention) or (not behind and before == [mention]):
            return True
    return False


def _is_meant_by_cue(
    lowered: str, start: int, mention: Mention, intro: Sequence[Mention], table: SpeechTable
) -> bool:
    """Whether the mention is the last in front of a sentence with the word interview and no name: «Біз онымен …»."""
    for cue in table.interview.finditer(lowered, 0, start):
        begin, end = _sentence_around(lowered, cue, start)
        before = [m for m in intro if m.start < begin]
        if before and before[-1] == mention and not any(begin <= m.start < end for m in intro):
            return True
    return False


def _sentence_around(lowered: str, cue: re.Match[str], start: int) -> tuple[int, int]:
    """Where the sentence with `cue` begins and ends; the first question stands at `start`."""
    begin = max(lowered.rfind(mark, 0, cue.start()) for mark in (". ", "\n")) + 1
    return begin, min(
        (e for mark in (". ", "\n") if (e := lowered.find(mark, cue.end())) >= 0), default=start
    )


def _is_told(lowered: str, mention: Mention) -> bool:
    """Whether a question speaks of somebody and not to him: only an address stands between commas."""
    before, after = lowered[: mention.start].rstrip(" —–-*_")[-1:], lowered[mention.end : mention.end + 1]
    return not ((before in {"", "\n", ",", ":", "?", "."}) and after in {",", "!", "."})


def _is_addressed(words: str, name: str) -> bool:
    """Whether «Тимур Болатович» or «Ахатов мырза» speaks to Тимур Ахатов."""
    if same_person(words, name):
        return True
    first, *others = words.split()
    given = parts_of(name).given
    return bool(given and same_word(first, given) and all(_PATRONYMIC.search(word) for word in others))
