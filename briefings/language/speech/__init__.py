"""Who is heard in each sentence: the outlet, a quoted person, a person in reported speech, a question.

The rules keep voices apart and would rather leave a speaker open than name the wrong one. A speaker holds
the floor until a heading, the outlet's own turn of phrase or another actor takes it; only speakers, never
people merely talked about, are called back by a pronoun or a role.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from briefings.domain import Speaker
from briefings.language.roles import standing
from briefings.language.speech.floor import Floor, goes_on, tells_of_itself
from briefings.language.speech.interview import Turn, find_turns
from briefings.language.speech.mention import mentions_in
from briefings.language.speech.mentions import find_mentions
from briefings.language.speech.quotes import find_stretches
from briefings.language.speech.relaying import Relaying
from briefings.language.speech.stage import Source, Stage
from briefings.language.speech.table import ANYBODY, SpeechTable, lowered
from briefings.language.speech.tables import speech_table
from briefings.language.speech.tags import Tag, find_tags, main_tag
from briefings.language.speech.utterances import Utterance, blank_out, find_utterances

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.domain import Article, Language, Sentence, SentenceVoice


def attribute(text: str, sentences: Sequence[Sentence], language: Language) -> tuple[Sentence, ...]:
    """The same sentences with `voice`, `speaker` and `attribution` filled in.

    A speaker carries the fullest nominative name that `text` prints, and the role printed with it. A crowd
    ("analysts say") and a speaker whom the text does not show are None in a voice that is not the outlet's.
    """
    if not sentences:
        return ()
    return _Hearing(text, sentences, speech_table(language), language).attributed()


def speaker_of(article: Article, sentence_ids: Iterable[str]) -> Speaker | None:
    """The one speaker of these sentences; None when the outlet speaks, nobody is known or several speak.

    Raises `KeyError` for a number that the article does not have.
    """
    speakers = {article.by_id[number].speaker for number in sentence_ids}
    return speakers.pop() if len(speakers) == 1 else None


# «Жители | села Омель», "residents | of the village of Omel"
_OF_A_PLACE = re.compile(r"(?:\s+[a-zа-яё][\w-]*){0,4}?\s+[A-ZА-ЯЁ][\w-]+")
_SIGNED = re.compile(r"\bқол\s+(?:қойд|қойыл|қойыс)|\bподпис(?:ал|ан)|\b(?:signed|ratified)\b")
_SIGNED_NEAR = 2  # sentences
_OPENING_WORDS = 4  # «На следующий день он уехал»


class _Hearing:
    """One pass over an article, sentence by sentence, in the order of print."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], table: SpeechTable, language: Language
    ) -> None:
        self._sentences, self._table, self._lowered = sentences, table, lowered(text)
        self._text = text
        paragraphs = [list(group) for _, group in groupby(sentences, key=lambda s: s.paragraph)]
        bounds = [(p[0].start, p[-1].end) for p in paragraphs]
        mentions, bodies = find_mentions(text, self._lowered, language, table)
        stretches = find_stretches(text, self._lowered, bounds, table)
        frame = blank_out(self._lowered, stretches)
        self._mentions = [mentions_in(mentions, s.start, s.end) for s in sentences]
        self._tags = [
            find_tags(frame, s.start, s.end, inside, table)
            for s, inside in zip(sentences, self._mentions, strict=True)
        ]
        self._utterances = find_utterances(frame, sentences, stretches, self._tags, self._mentions)
        tagged = {
            s.paragraph
            for s, tags in zip(sentences, self._tags, strict=True)
            if any(tag.subject or tag.asks or tag.reports or _is_dashed(text, s) for tag in tags)
        }
        sourced = {
            s.paragraph
            for s, tags in zip(sentences, self._tags, strict=True)
            if any(
                tag.subject
                and tag.subject.kind in ("person", "body", "role")
                and (tag.reports or not tag.bare_stance)
                for tag in tags
            )
        }
        self._turns = find_turns(text, self._lowered, frame, paragraphs, mentions, tagged, sourced, table)
        self._relaying = Relaying(text, self._lowered, sentences, self._turns, self._mentions, table)
        self._opening = min(
            (index for index, s in enumerate(sentences) if s.paragraph in self._turns), default=0
        )
        self._stage = Stage(mentions, bodies, table)
        self._heard: list[Sentence] = []
        self._floor: Floor | None = None
        self._brought_in = 0  # the paragraph of an answer that speaks of somebody else
        self._asked = False  # the sentence before was a question of the writer's own
        self._sources: dict[Utterance, Source] = {}

    def attributed(self) -> tuple[Sentence, ...]:
        """The sentences with their voices."""
        for index, sentence in enumerate(self._sentences):
            self._heard.append(self._hear(index, sentence))
        for index in range(1, len(self._heard) - 1):
            self._heard[index] = self._between(index)
        return tuple(self._heard)

    def _between(self, index: int) -> Sentence:
        """What a newspaper sets between two reported sentences of one person is that person's too.

        «По словам X, курс проведут дважды. Среди слушателей есть и монголы. Но X предупредил, что …»: nothing
        in the sentence itself tells it from background, but its place does.
        """
        before, sentence, after = self._heard[index - 1 : index + 2]
        same = before.speaker is not None and before.speaker == after.speaker
        near = before.paragraph == sentence.paragraph == after.paragraph
        if not (same and near and sentence.voice == "outlet" and sentence.kind == "sentence"):
            return sentence
        if before.voice not in ("indirect", "free_indirect") or not self._is_person(before.speaker):
            return sentence
        if tells_of_itself(self._lowered, sentence, self._tags[index], self._mentions[index], self._table):
            return sentence
        return _voiced(sentence, "free_indirect", Source(before.speaker, "inherited"))

    def _is_person(self, speaker: Speaker | None) -> bool:
        return any(m.kind == "person" and m.speaker == speaker for group in self._mentions for m in group)

    def _hear(self, index: int, sentence: Sentence) -> Sentence:
        if turn := self._turns.get(sentence.paragraph):
            return self._turn(index, sentence, turn)
        if sentence.kind == "heading":
            self._floor = None
            self._stage.open_section()
            return sentence
        if utterance := self._utterances.get(index):
            return self._quoted(index, sentence, utterance)
        if self._asks_alone(index, sentence):
            return _voiced(sentence, "question", Source(None, "explicit"))
        return self._unquoted(index, sentence)

    def _turn(self, index: int, sentence: Sentence, turn: Turn) -> Sentence:
        self._floor = None
        if turn.asks:
            return _voiced(sentence, "question", Source(None, "explicit"))
        tag, voice = self._relaying.heard_in(index)
        if (
            tag
            and tag.subject
            and (tag.subject.kind in ("person", "body") or self._brought_in == sentence.paragraph)
        ):
            source = self._enter(tag, index, sentence, tagged=True)
            if source.speaker not in (None, turn.speaker):
                self._brought_in = sentence.paragraph
                return _voiced(sentence, voice, source)
        if any(m.kind == "person" and m.speaker != turn.speaker for m in self._mentions[index]):
            self._outlet(index, sentence)  # «Самый веский критик — экономист X. По его словам, …»
            self._floor, self._brought_in = None, sentence.paragraph
        own = next(
            (m for m in self._mentions[index] if m.kind == "person" and m.speaker == turn.speaker), None
        )
        if own and turn.attribution == "explicit":  # a label: «он добавил» below the turn is whom it names
            self._stage.enter(own, sentence.paragraph, ANYBODY, tagged=True)
        return _voiced(sentence, "direct", Source(turn.speaker, turn.attribution))

    def _quoted(self, index: int, sentence: Sentence, utterance: Utterance) -> Sentence:
        if self._asks_back(index, sentence, utterance):
            self._asked = True
            return _voiced(sentence, "question", Source(None, "explicit"))
        if utterance not in self._sources:
            self._sources[utterance] = self._source(index, sentence, utterance)
        source = self._sources[utterance]
        self._asked = bool(utterance.tag and utterance.tag.asks)
        if self._asked:
            return _voiced(sentence, "question", source)
        self._floor = Floor(source, sentence.paragraph, reported=False, heard=_is_a_person(source))
        return _voiced(sentence, "direct", source)

    def _asks_back(self, index: int, sentence: Sentence, utterance: Utterance) -> bool:
        """Whether a line of dialogue without a tag is the writer's next question to the one who just spoke."""
        floor = self._floor
        if not utterance.dialogue or utterance.tag or floor is None or floor.reported or self._asked:
            return False
        ends = index + 1 == len(self._sentences) or self._sentences[index + 1].paragraph != sentence.paragraph
        return ends and sentence.paragraph == floor.paragraph + 1 and self._lowered[sentence.end - 1] == "?"

    def _asks_alone(self, index: int, sentence: Sentence) -> bool:
        """Whether a line with a dash and a question mark has its answer in quotation marks below."""
        behind = index + 1
        if behind >= len(self._sentences) or not _is_dashed(self._lowered, sentence):
            return False
        answer = self._utterances.get(behind)
        apart = self._sentences[behind].paragraph != sentence.paragraph and answer is not None
        return apart and self._lowered[sentence.end - 1] == "?" and not self._tags[index]

    def _source(self, index: int, sentence: Sentence, utterance: Utterance) -> Source:
        floor, tag = self._floor, utterance.tag
        if self._asked and floor and utterance.dialogue and (tag is None or tag.subject is None):
            # We asked the one we talk to, and whatever the feature calls him now, he answers
            self._stage.call_back(floor.source.speaker)
            return Source(floor.source.speaker, "anaphora" if tag else "inherited")
        if utterance.tag:
            return self._enter(utterance.tag, index, sentence, tagged=True)
        if utterance.continues and floor and not floor.reported:
            return floor.source
        if utterance.dialogue:
            return Source(None, "inherited")
        if floor and sentence.paragraph - floor.paragraph <= 1:
            return Source(floor.source.speaker, "inherited")
        return Source(self._stage.only_person, "inherited")

    def _unquoted(self, index: int, sentence: Sentence) -> Sentence:
        main = main_tag(self._tags[index])
        if main and main.subject is None and self._lowered[sentence.end - 1] == "?":
            main = None  # «Но кто считал убытки?»
        if main and main.bare_stance and self._table.back_to_outlet.match(self._lowered, sentence.start):
            main = None  # «Ранее депутат раскритиковал проект»: an event of the past
        if main and main.subject and main.subject.kind == "document" and self._is_signed(index):
            main = None  # «Министрлік пен одақ меморандумға қол қойды. Құжатқа сәйкес, …»
        if main and index < self._opening and self._announces(main):
            main = None  # «Что это даст стране, рассказывает X»
        if main and not (main.subject and main.subject.kind == "interviewer"):
            source = self._enter(main, index, sentence, tagged=True)
            self._floor = Floor(
                source,
                sentence.paragraph,
                reported=source.by_person and _reports_clause(main, self._tags[index]),
                heard=not (main.bare_stance and _acts_for_a_state(source))
                and (_is_a_person(source) or (main.clause and source.speaker is not None)),
            )
            return _voiced(sentence, "indirect", source)
        if self._goes_on_asking(sentence) and self._floor:
            return _voiced(sentence, "question", Source(self._floor.source.speaker, "inherited"))
        if self._floor and goes_on(
            self._floor, self._lowered, sentence, self._tags[index], self._mentions[index], self._table
        ):
            self._floor = replace(self._floor, paragraph=sentence.paragraph)
            return _voiced(sentence, "free_indirect", Source(self._floor.source.speaker, "inherited"))
        self._floor = None
        self._outlet(index, sentence)
        self._begins_answer(index, sentence)
        return sentence

    def _is_signed(self, index: int) -> bool:
        """Whether the outlet has just told who signed a paper, which then is a fact and nobody's word."""
        before = self._heard[max(0, index - _SIGNED_NEAR) : index]
        return any(s.voice == "outlet" and _SIGNED.search(self._lowered, s.start, s.end) for s in before)

    def _begins_answer(self, index: int, sentence: Sentence) -> None:
        """Give the floor to one who meets a question with a gesture: "And if it fails? | X shrugs. | Then …"."""
        if not index or self._lowered[self._sentences[index - 1].end - 1] != "?":
            return
        who = next(iter(self._mentions[index]), None)
        if who is None or who.start != sentence.start or who.kind not in ("person", "pronoun", "role"):
            return
        if self._table.gesture.match(self._lowered, who.end + 1, sentence.end):
            source = self._stage.enter(who, sentence.paragraph, ANYBODY, tagged=True)
            self._floor = Floor(source, sentence.paragraph, reported=source.by_person)

    def _goes_on_asking(self, sentence: Sentence) -> bool:
        """Whether a question without a tag is of the one whose speech has just been reported, and not the writer's."""
        floor = self._floor
        if self._lowered[sentence.end - 1] != "?" or floor is None or not floor.reported:
            return False
        return floor.paragraph == sentence.paragraph

    def _announces(self, tag: Tag) -> bool:
        """Whether a sentence in front of an interview only says who will speak, and of what."""
        guests = {turn.speaker for turn in self._turns.values()} - {None}
        return tag.subject is not None and tag.subject.speaker in guests and not tag.clause_follows

    def _writer_in(self, index: int, sentence: Sentence) -> Speaker | None:
        """Who hands in a letter in this sentence: a person, a body, or «жители села Омель»."""
        first = next(iter(self._mentions[index]), None)
        if first is None or first.start != sentence.start or not first.nominative:
            return None
        if not self._table.letter.search(self._lowered, first.end, sentence.end):
            return None
        if first.kind != "crowd":
            return first.speaker
        place = _OF_A_PLACE.match(self._text, first.end)
        return Speaker(self._text[first.start : place.end()]) if place else None

    def _outlet(self, index: int, sentence: Sentence) -> None:
        """Note who enters in the outlet's own words, for the pronouns and quotations that follow."""
        self._stage.hand_in(self._writer_in(index, sentence))
        for tag in self._tags[index]:
            if tag.subject and tag.subject.kind in ("person", "body", "pronoun"):
                source = self._enter(tag, index, sentence, tagged=False)
                self._floor = Floor(source, sentence.paragraph, reported=False)
                return
        people = [m for m in self._mentions[index] if m.kind == "person"]
        opening = (
            bool(people) and len(self._lowered[sentence.start : people[0].start].split()) <= _OPENING_WORDS
        )
        first = next(iter(self._mentions[index]), None)
        if (
            not people
            and first
            and first.kind == "body"
            and first.nominative
            and first.start == sentence.start
        ):
            self._stage.enter(first, sentence.paragraph, ANYBODY, tagged=False)
        alone = len({m.speaker for m in people}) == 1
        if people and (alone or (people[0].nominative and opening)):
            source = self._stage.enter(people[0], sentence.paragraph, ANYBODY, tagged=False)
            if opening and self._table.attitude.search(self._lowered, sentence.start, sentence.end):
                self._floor = Floor(source, sentence.paragraph, reported=False, heard=True)

    def _enter(self, tag: Tag, index: int, sentence: Sentence, *, tagged: bool) -> Source:
        if tag.subject and tag.subject.kind == "pronoun":
            for other in self._tags[index]:  # "X said it was late, and he added": his sentence names him
                if other.end <= tag.start and other.subject and other.subject.kind == "person":
                    self._stage.enter(other.subject, sentence.paragraph, other.form, tagged=tagged)
            if self._interrupted(index, sentence, tag):
                self._stage.enter(None, sentence.paragraph, ANYBODY, tagged=tagged)
                return Source(None, "anaphora")
        return self._stage.enter(tag.subject, sentence.paragraph, tag.form, tagged=tagged)

    def _interrupted(self, index: int, sentence: Sentence, tag: Tag) -> bool:
        """Whether the paragraph first brings in somebody without a name, whom the pronoun may mean."""
        before = [i for i in range(index) if self._sentences[i].paragraph == sentence.paragraph]
        named = any(
            m.kind in ("person", "body")
            for i in [*before, index]
            for m in self._mentions[i]
            if m.start < tag.start
        )
        return bool(before) and not named and all(self._heard[i].voice == "outlet" for i in before)


def _reports_clause(main: Tag, tags: Sequence[Tag]) -> bool:
    """Whether a clause is reported by the outermost tag, or by another of the same speaker: «құптайды, … деп айтты»."""
    return main.clause or any(tag.reports and tag.clause and tag.subject == main.subject for tag in tags)


def _is_a_person(source: Source) -> bool:
    return source.speaker is not None and source.by_person


def _acts_for_a_state(source: Source) -> bool:
    """Whether a bare stance may be a deed: a minister who rejects a plan, not an expert who does."""
    return source.speaker is None or standing(source.speaker) not in ("expert", "party")


def _is_dashed(text: str, sentence: Sentence) -> bool:
    return text[sentence.start] in "—–-"


def _voiced(sentence: Sentence, voice: SentenceVoice, source: Source) -> Sentence:
    return replace(sentence, voice=voice, speaker=source.speaker, attribution=source.attribution)
