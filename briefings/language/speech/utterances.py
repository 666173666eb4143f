"""Group quoted stretches into utterances, each with the tag that says who speaks.

A stretch is speech when a tag stands beside it or when it fills its sentence; a title or a borrowed word
in quotation marks is neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.language.speech.tags import Tag, main_tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.domain import Sentence
    from briefings.language.speech.mention import Mention
    from briefings.language.speech.quotes import Stretch

_MASKED_WORDS = 4  # shorter ones may be names: «Казбур», "Steppe Courier"
_FILLS = 0.6
_BORROWED = 0.5  # letters behind a quotation to those in it, from which on it is part of another sentence
_LETTER = re.compile(r"[^\W\d_]")
_INTRODUCES = re.compile(r"[:,][\s—–-]*$")
_DASHED = re.compile(r"\s*,?\s*[—–]\s")  # «…», — бросил он, садясь в машину: what is parted so is speech
_GOES_ON = re.compile(r"\s*,\s*[^\W\d_]")
_LATER = re.compile(r"[;:·]|[.!?]\s+\w")
_TAG_DISTANCE = 4  # words and dashes before the tag: «…», — в ответ на это сказал X


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """What one speaker says in one go. `tag` None: nobody says beside it who speaks. `continues`: it goes
    on from the quoted sentence before it, as after «A, — сказал X. — B»."""

    tag: Tag | None
    continues: bool = False
    dialogue: bool = False


def blank_out(lowered: str, stretches: Sequence[Stretch]) -> str:
    """The text with "·" for quoted words, so that no verb in a quotation looks like a tag."""
    frame = list(lowered)
    for stretch in stretches:
        inside = lowered[stretch.start : stretch.end]
        if stretch.dialogue or stretch.spoken or len(inside.split()) > _MASKED_WORDS:
            frame[stretch.start : stretch.end] = "·" * len(inside)
    return "".join(frame)


def find_utterances(
    frame: str,
    sentences: Sequence[Sentence],
    stretches: Sequence[Stretch],
    tags: Sequence[Sequence[Tag]],
    mentions: Sequence[Sequence[Mention]],
) -> Mapping[int, Utterance]:
    """The utterance of each quoted sentence, by the sentence's index; unquoted sentences are left out."""
    found: dict[int, Utterance] = {}
    unbroken: list[int] = []  # sentences of a quotation that goes on into the next paragraph
    for stretch in stretches:
        inside = [
            i
            for i, s in enumerate(sentences)
            if s.start < stretch.end and s.end > stretch.start and s.kind == "sentence"
        ]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        tag = _tag_after(frame, stretch, sentences[last], tags[last])
        tag = tag or _tag_behind_mark(frame, stretch, last, sentences, tags)
        tag = tag or _bearer_behind_dash(frame, stretch, sentences[last], mentions[last])
        tag = tag or _tag_before(frame, stretch, first, sentences, tags, mentions)
        chained = stretch.dialogue and first - 1 in found and found[first - 1].dialogue
        if tag is None and not chained and not _fills(frame, stretch, [sentences[i] for i in inside]):
            continue
        if tag is None and not stretch.spoken:
            tag = main_tag([t for t in tags[first] if t.end <= stretch.start])
            if tag and first == last:
                continue  # «Он отметил, что «…»»: retold with borrowed words
        utterance = Utterance(
            tag, continues=_continues(frame, stretch, first, sentences, found), dialogue=stretch.dialogue
        )
        if tag and unbroken and all(found[i].tag is None for i in unbroken):
            found |= dict.fromkeys(unbroken, utterance)
        for i in inside:
            found.setdefault(i, utterance)
        unbroken = [*unbroken, *inside] if stretch.goes_on else []
    return found


def _tag_after(frame: str, stretch: Stretch, sentence: Sentence, tags: Sequence[Tag]) -> Tag | None:
    """«…», — сказал X: the tag follows at once.

    A long quotation that opens its sentence needs no mark before the tag; any other needs a comma or a
    dash, or it would be a name («Казбур» сообщил) or borrowed words.
    """
    is_long = frame[stretch.start] == "·"
    opens = not _LETTER.search(frame, sentence.start, stretch.start)
    if not is_long and not opens:
        return None  # «Компания «Казбур», сообщил министр, …»
    for tag in tags:
        if not (is_long or _DASHED.match(frame, stretch.end)) and _GOES_ON.match(
            frame, tag.end, sentence.end
        ):
            continue  # «Зелёный коридор», по словам министра, откроют осенью
        between = frame[stretch.end : tag.start]
        if tag.start < stretch.end or _LATER.search(between) or len(between.split()) > _TAG_DISTANCE:
            continue
        marked = between.lstrip()[:1] in {",", "—", "–", "-"} or frame[stretch.end - 2] in ",.!?…"
        if marked or (is_long and opens):
            return tag
    return None


def _bearer_behind_dash(
    frame: str, stretch: Stretch, sentence: Sentence, mentions: Sequence[Mention]
) -> Tag | None:
    """«…», — перекрикивает реку инспектор X: whoever acts behind a dash has just spoken, whatever the verb."""
    if frame[stretch.start] != "·" or _LETTER.search(frame, sentence.start, stretch.start):
        return None
    dash = _DASHED.match(frame, stretch.end)
    bearer = next((m for m in mentions if dash and m.start >= dash.end()), None)
    if (
        dash is None
        or bearer is None
        or not bearer.nominative
        or bearer.kind not in ("person", "pronoun", "role")
    ):
        return None
    between = frame[dash.end() : bearer.start]
    if re.search(r"[^\w\s-]", between) or not 0 < len(between.split()) <= _TAG_DISTANCE:
        return None
    return Tag(dash.end(), bearer.end, bearer, reports=False)


def _tag_behind_mark(
    frame: str, stretch: Stretch, last: int, sentences: Sequence[Sentence], tags: Sequence[Sequence[Tag]]
) -> Tag | None:
    """ "Halved?" X laughed: after a mark of its own the tag may have become a sentence."""
    if last + 1 == len(sentences) or frame[stretch.end - 2] not in "!?…":
        return None
    ends, following = sentences[last].end == stretch.end, sentences[last + 1]
    if not ends or following.paragraph != sentences[last].paragraph:
        return None
    return next(
        (t for t in tags[last + 1] if t.start == following.start and t.subject and not t.reports), None
    )


def _tag_before(
    frame: str,
    stretch: Stretch,
    first: int,
    sentences: Sequence[Sentence],
    tags: Sequence[Sequence[Tag]],
    mentions: Sequence[Sequence[Mention]],
) -> Tag | None:
    """X сказал: «…», in one sentence or with the colon at the end of the one before."""
    sentence = sentences[first]
    before = frame[sentence.start : stretch.start]
    if not _LETTER.search(before):
        if first == 0 or frame[sentences[first - 1].end - 1] != ":":
            return None
        return _introducing(frame, first - 1, sentences[first - 1].end, tags, mentions)
    if not _INTRODUCES.search(before):
        return None
    if before.rstrip(" —–-").endswith(","):
        if not any(t.end <= stretch.start for t in tags[first]):
            return None
        rest = len(_LETTER.findall(frame, stretch.end, sentence.end))
        if rest and (frame[stretch.start] != "·" or rest > _BORROWED * (stretch.end - stretch.start)):
            return None  # «По его словам, «средняя держава» обязана говорить»: borrowed words
    return _introducing(frame, first, stretch.start, tags, mentions)


def _introducing(
    frame: str,
    index: int,
    end: int,
    tags: Sequence[Sequence[Tag]],
    mentions: Sequence[Sequence[Mention]],
) -> Tag | None:
    spoken = [t for t in tags[index] if t.end <= end]
    if spoken:
        return spoken[-1]
    people = [m for m in mentions[index] if m.end <= end and m.kind == "person" and m.nominative]
    # «Вывод Лидии прост: «…»» names no speaker; «X непреклонна: «…»» and «Осторожнее X: «…»» do
    introduced = frame[:end].rstrip(" —–-").endswith(":")
    if (
        introduced
        and len({m.speaker for m in people}) == 1
        and (people[0] is mentions[index][0] or not frame[people[-1].end : end].strip(" :—–-"))
    ):
        return Tag(people[0].start, end, people[0], reports=False)
    return None


def _fills(frame: str, stretch: Stretch, inside: Sequence[Sentence]) -> bool:
    """Whether nearly all of its sentence is quoted, or several sentences are."""
    sentence = inside[0]
    if stretch.resumed or (stretch.spoken and not stretch.dialogue):
        return True
    if stretch.dialogue:
        return False
    if len(inside) > 1:
        return True
    masked = frame[stretch.start] == "·"
    if 4 * (stretch.end - stretch.start) < sentence.end - sentence.start:
        return False  # no need to count
    letters = len(_LETTER.findall(frame, sentence.start, sentence.end))
    if not masked:  # a short one must be the whole sentence: «Нет.»
        quoted = len(_LETTER.findall(frame, stretch.start, stretch.end))
        return letters == quoted and frame[stretch.end - 2] in ".!?…"
    letters += frame[sentence.start : sentence.end].count("·")
    return stretch.end - stretch.start >= _FILLS * letters


def _continues(
    frame: str, stretch: Stretch, first: int, sentences: Sequence[Sentence], found: Mapping[int, Utterance]
) -> bool:
    """Whether only a dash stands between this stretch and a quoted sentence of the same paragraph."""
    sentence = sentences[first]
    if first in found or stretch.resumed:
        return True
    return (
        first - 1 in found
        and sentences[first - 1].paragraph == sentence.paragraph
        and not _LETTER.search(frame, sentence.start, stretch.start)
    )
