"""Find names by their capitals: the finder for Kazakh and English, and a help for Russian.

No offline model knows Kazakh text or Central Asian names in English. Capitals, the words beside them and
what else the text says of them do: «Қалиевтің» is a person once «Талғат Қалиев» has been named.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.language.names_forms import kazakh_stems, readings
from briefings.language.names_given import genders_of
from briefings.language.names_known import kind_of, known
from briefings.language.names_lexicon import LEXICONS, Lexicon, word_set
from briefings.language.names_parts import SURNAME
from briefings.language.names_same import is_given_of, same_person
from briefings.language.names_spans import Kind, Span
from briefings.language.names_trades import is_role
from briefings.language.names_words import POSSESSIVE, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.domain import Language

_OF = re.compile(r"(?:of|for|on|and|the|&)$")
_ABBREVIATION = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,7}\d?(?:[-’'][^\W\d_]+)?$")
_NOT_BODIES = word_set("AI GDP CEO CFO TV USD EUR KZT COVID PHD MBA IT PR HR OK ЖИ ЖІӨ ИИ ВВП СМИ БАҚ ТВ ЧП")
_KAZAKH_CASE = re.compile(r"(?:[ндт][ыі]ң|[ндт][ае]н|[мбп]ен|[дт][ае]|[ғгқк][ае])$")
_KAZAKH_ADJECTIVE = re.compile(r"[лдт][ыі][қк](?:тар|тер)?$")
_LOCATIVE = re.compile(r"(?:да|де|та|те|дағы|дегі|тағы|тегі|дан|ден|тан|тен|нан|нен)$")
# The head of a Kazakh body has a possessive: министрлігі, институтының.
_KAZAKH_HEAD = re.compile(r"(?:[ыі]|[ыі]н[ыіае]?.{0,3}|лық|лік)$")
# A word that is a surname whatever stands beside it.
_SURNAME_ALONE = re.compile(
    r"(?:[её]ва?|[oye]ev[a]?|..ова?|.{3}[oe]va?|ский|ская|[уұ]лы|[кқ]ызы|sky|skiy|uly|kyzy)$"
)
_TO_SOMEBODY = frozenset(("to", "from", "at"))
# That a Kazakh body has at most between its capitals and its head: «Жасанды интеллект және цифрлық даму министрлігі»
_BODY_WORDS = 7
_KAZAKH_ADVERBIAL = re.compile(r"(?:[дт][ае]|[дтн][ае]н|н[ыі]ң|[дт][ыі]ң)$")
# What no word between them ends in: finite verbs, converbs and the cases of time and place.
_KAZAKH_OUTSIDE = re.compile(
    r"(?:[ыі]п|йды|йді|[ае]ды|[ае]ді|[дт][ае]|[дтн][ае]н|[ғгқ][ае]|(?<!и)к[ае]|[дт][ыі]|[ғқгк][ае]н|н[ыі])$|"
    r"^(?:деп|туралы|бойынша|үшін|мен|пен|бен|бұл|осы|мұны|ол)$"
)
_THREE = 3
_PHRASE = 7  # words of the longest well-known name


def find_by_capitals(text: str, language: Language) -> list[Span]:
    """The names of `text` in order of print, none overlapping another."""
    finder = _Finder(text, language)
    return sorted(finder.find(), key=lambda span: span.start)


class _Finder:
    """One walk over the words of a text."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.lexicon: Lexicon = LEXICONS[language]
        self.words = Words(text)

    def find(self) -> list[Span]:
        spans: list[Span] = []
        chunks: list[tuple[int, int]] = []
        at = 0
        while at < len(self.words):
            if not self.words.capital(at):
                at += 1
                continue
            end = self.words.run_end(at)
            body = self._body(at, end)
            if body:
                spans.append(self._span("organisation", *body))
                chunks.append((at, body[0]))
                at = body[1]
                continue
            found, rest = self._well_known(at, end)
            spans += found
            chunks += rest
            at = end
        return spans + self._judged([chunk for chunk in chunks if chunk[0] < chunk[1]])

    def _well_known(self, start: int, end: int) -> tuple[list[Span], list[tuple[int, int]]]:
        """Bodies and countries of the table within a run, and what stands between them."""
        spans: list[Span] = []
        chunks = []
        at = chunk = start
        while at < end:
            size = self._known_size(at, end)
            if size:
                key = known(self.words.text(at, at + size)) or ""
                spans.append(self._span(kind_of(key), at, at + size))
                chunks.append((chunk, at))
                chunk = at + size
            at += size or 1
        return spans, [*chunks, (chunk, end)]

    def _known_size(self, start: int, end: int) -> int:
        """How many words from `start` on are the name of a well-known body or country; 0 for none."""
        sizes = range(min(_PHRASE, end - start), 0, -1)
        return next((size for size in sizes if known(self.words.text(start, start + size))), 0)

    def _body(self, start: int, end: int) -> tuple[int, int] | None:
        """A body that begins in this run; Russian ones are found by the model."""
        if self.language == "en":
            return self._english_body(start, end)
        return self._kazakh_body(start, end) if self.language == "kk" else None

    def _kazakh_body(self, start: int, end: int) -> tuple[int, int] | None:
        """A run and the few words up to a head: «Сыртқы істер министрлігі»."""
        for at in range(start + 1, min(end + _BODY_WORDS, len(self.words))):
            word = self.words[at].text.lower()
            if not self.words.adjacent(at) or (at > end and self._leaves_a_body(at - 1)):
                return None
            if self.lexicon.body.match(word) and _KAZAKH_HEAD.search(word):
                begin = self._past_titles(start, end)
                while begin < end and _KAZAKH_ADVERBIAL.search(self.words[begin].text.lower()):
                    begin += 1  # «Астанада Қоршаған ортаны қорғау комитеті»
                if _SURNAME_ALONE.search(self.words[end - 1].text.lower()) and at >= end:
                    return None  # «Ерболат Мыңжасаров орталық көшелерді …»
                return (begin, at + 1) if begin < at and not genders_of(self.words[begin].text) else None
        return None

    def _leaves_a_body(self, at: int) -> bool:
        """Whether this lower-case word cannot stand inside the name of a body; «ортаны қорғау» can."""
        following = self.words[at + 1].text.lower() if at + 1 < len(self.words) else ""
        word = self.words[at].text.lower()
        return bool(_KAZAKH_OUTSIDE.search(word)) and not (
            word[-2:] in {"ны", "ні"} and following.endswith("у")
        )

    def _english_body(self, start: int, end: int) -> tuple[int, int] | None:
        """A run with a head, and what is joined to it: "Ministry of Trade and Integration"."""
        heads = [at for at in range(start, end) if self.lexicon.body.search(self.words[at].text)]
        if not heads or any(self._known_size(at, end) > heads[0] - at for at in range(start, heads[0] + 1)):
            return None
        begin = start
        while begin < heads[0] and self.words[begin].text.lower() in self.lexicon.never:
            begin += 1
        stop = self._joined_by_of(end)
        return (begin, stop) if stop - begin > 1 or not self.words[begin].opens else None

    def _joined_by_of(self, at: int) -> int:
        """Where a body ends that goes on with «of Foreign Affairs», "for Strategic and Security Studies"."""
        end = at
        while at < len(self.words) and self.words.adjacent(at) and _OF.match(self.words[at].text):
            while at < len(self.words) and self.words.adjacent(at) and _OF.match(self.words[at].text):
                at += 1
            if at == len(self.words) or not self.words.adjacent(at) or not self.words.capital(at):
                break
            stop = self.words.run_end(at)
            if any(self._is_title(i) or genders_of(self.words[i].text) for i in range(at, stop)):
                break
            at = end = stop
        return end

    def _judged(self, chunks: list[tuple[int, int]]) -> list[Span]:
        """What no table knows: full names first, then the single words that they explain."""
        spans: list[Span] = []
        people: dict[str, None] = {}
        single: list[int] = []
        for start, end in (part for chunk in chunks for part in self._cut(*chunk)):
            begin, stop = self._past_titles(start, end), end
            if stop - begin >= _THREE and self._opens_before_given(begin):
                begin += 1  # «Жобаны Ермек Мыңжасаров басқарады»
            while stop - begin > 1 and self.words[stop - 1].text.lower() in self.lexicon.never:
                stop -= 1
            if begin >= stop or (stop - begin == 1 and self._is_noise(begin)):
                continue
            if stop - begin == 1:
                single.append(begin)
                continue
            kind = self._kind_of_run(begin, stop)
            spans.append(self._span(kind, begin, stop))
            if kind == "person":
                people[spans[-1].text_in(self.text)] = None
        for at in single:
            one = self._kind_of_word(at, people)
            if one:
                spans.append(self._span(one, at, at + 1))
        return spans

    def _opens_before_given(self, at: int) -> bool:
        return (
            self.words[at].opens
            and not genders_of(self.words[at].text)
            and bool(genders_of(self.words[at + 1].text))
        )

    def _cut(self, start: int, end: int) -> list[tuple[int, int]]:
        """Kazakh puts two names side by side («Айгүл Нұрланова Қарағандыда»): of a name only the last
        word declines, and a surname ends it.
        """
        if self.language != "kk":
            return [(start, end)]
        if end - start == _THREE and self._is_full_name_before(start + 2):
            return [(start, end - 1), (end - 1, end)]
        ends = [at + 1 for at in range(start, end - 1) if self._ends_kazakh_name(at, at == start)]
        return list(pairwise([start, *ends, end]))

    def _is_full_name_before(self, at: int) -> bool:
        """Whether «Катрин Вольф» stands in front of the declined word: «Верданадан», but not «Серікқызымен»."""
        word = self.words[at].text
        return bool(
            genders_of(self.words[at - 2].text)
            and _LOCATIVE.search(word.lower())
            and not any(_SURNAME_ALONE.search(stem.lower()) for stem in (word, *kazakh_stems(word)))
        )

    def _ends_kazakh_name(self, at: int, is_first: bool) -> bool:
        word = self.words[at].text
        if _KAZAKH_CASE.search(word.lower()) and kazakh_stems(word) and not genders_of(word):
            return True
        return not is_first and bool(_SURNAME_ALONE.search(word.lower()))

    def _kind_of_run(self, start: int, end: int) -> Kind:
        words = [word.text for word in self.words[start:end]]
        lowered = [word.lower() for word in words]
        if self._titled(start) and len(words) > 1 and not self.lexicon.body.search(words[-1]):
            return "person"  # "adviser Mark Hall"
        if (
            len(words) == 2
            and (genders_of(words[0]) or _SURNAME_ALONE.search(lowered[-1]))
            and self.words.before(start) not in self.lexicon.before_place
        ):
            return "person"  # "Paul West", although a west is a place
        if lowered[-1] in self.lexicon.place or lowered[0] in self.lexicon.place:
            return "place"
        if any(map(_ABBREVIATION.match, words)) or end - start > 5 or lowered[-1] in self.lexicon.things:
            return "organisation"
        if self.language == "kk" and any(map(_KAZAKH_ADJECTIVE.search, lowered)):
            return "organisation"
        if self._looks_like_person(words) or self._titled(start):
            return "person"
        if any(word in self.lexicon.place for word in lowered) or self._stands_as_place(start, end):
            return "place"
        # "chief executive of Grain Plus"
        owned = self.language == "en" and self.words.before(start) == "of" and self._is_title(start - 2)
        return "person" if end - start < 4 and not owned else "organisation"

    def _kind_of_word(self, at: int, people: Iterable[str]) -> Kind | None:
        word = self.words[at]
        if _ABBREVIATION.match(word.text):
            return None if word.text.split("-")[0] in _NOT_BODIES else "organisation"
        if self._titled(at) or any(
            same_person(word.text, person) or is_given_of(word.text, person) for person in people
        ):
            return "person"
        lowered = word.text.lower()
        if self._stands_as_place(at, at + 1) and not word.opens:
            return "place"
        if _SURNAME_ALONE.search(lowered) or any(
            _SURNAME_ALONE.search(s.lower()) for s in kazakh_stems(word.text)
        ):
            return "person"
        if word.opens:
            return None
        return "place" if self.language == "kk" and _LOCATIVE.search(lowered) else "organisation"

    def _stands_as_place(self, start: int, end: int) -> bool:
        """Whether a preposition of place stands before; «according to X» and "in X's view" are not places."""
        before = self.words.before(start)
        if POSSESSIVE.search(self.words[end - 1].text) or self.words.before(start - 1) == "according":
            return False
        # One word after «to» or «from» is rather a town; two are rather a person
        return before in self.lexicon.before_place and not (before in _TO_SOMEBODY and end - start > 1)

    def _looks_like_person(self, words: Sequence[str]) -> bool:
        given = [word for word in words[:2] if any(genders_of(r.nominative) for r in readings(word))]
        return bool(given or words[0].endswith(".") or SURNAME.search(words[-1]))

    def _past_titles(self, start: int, end: int) -> int:
        """The index after the roles and sentence openers that a run begins with."""
        titles = [at for at in range(start, end) if self._is_title(at)]
        begin = titles[-1] + 1 if titles else start
        while begin < end and self.words[begin].text.lower() in self.lexicon.never:
            begin += 1
        return begin

    def _titled(self, at: int) -> bool:
        return at > 0 and self.words.adjacent(at) and self._is_title(at - 1)

    def _is_title(self, at: int) -> bool:
        return is_role(self.words[at].text, self.language)

    def _is_noise(self, at: int) -> bool:
        word = self.words[at].text
        return (
            len(word) == 1 or word.lower() in self.lexicon.never or self._is_title(at) or word.endswith(".")
        )

    def _span(self, kind: Kind, start: int, end: int) -> Span:
        stop = self.words[end - 1].end
        if self.language == "en":
            stop -= len(self.words[end - 1].text) - len(POSSESSIVE.sub("", self.words[end - 1].text))
        return Span(kind, self.words[start].start, stop)
