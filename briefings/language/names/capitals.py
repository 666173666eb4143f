"""Find names by their capitals: the finder for Kazakh and English, and a help for Russian.

No offline model knows Kazakh text or Central Asian names in English. Capitals, the words beside them and
what else the text says of them do: «Қалиевтің» is a person once «Талғат Қалиев» has been named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.language.names.forms import kazakh_stems, readings
from briefings.language.names.given import genders_of
from briefings.language.names.kazakh import LOCATIVE, SURNAME_ALONE, cut_run, find_body, is_ours
from briefings.language.names.known import kind_of, known
from briefings.language.names.lexicon import LEXICONS, Lexicon, word_set
from briefings.language.names.parts import SURNAME
from briefings.language.names.same import is_given_of, same_person
from briefings.language.names.script import sound
from briefings.language.names.spans import Kind, Span
from briefings.language.names.trades import is_role
from briefings.language.names.words import POSSESSIVE, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefings.domain import Language

_OF = re.compile(r"(?:of|for|on|and|the|&)$")
_ABBREVIATION = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,7}\d?(?:[-’'][^\W\d_]+)?$")
_NOT_BODIES = word_set("AI GDP CEO CFO TV USD EUR KZT COVID PHD MBA IT PR HR OK ЖИ ЖІӨ ИИ ВВП СМИ БАҚ ТВ ЧП")
# Leaders whom an article may call by nothing but the surname.
_LEADERS = frozenset(
    sound(name)
    for name in word_set(
        "Trump Biden Putin Lavrov Peskov Macron Merz Scholz Merkel Starmer Zelensky Erdogan Tokayev Nazarbayev "
        "Mirziyoyev Japarov Rahmon Aliyev Pashinyan Lukashenko Modi Guterres Rubio Netanyahu Meloni Orban Vucic"
    )
)
_KAZAKH_ADJECTIVE = re.compile(r"[лдт][ыі][қк](?:тар|тер)?$")
_TO_SOMEBODY = frozenset(("to", "from", "at"))
_FIRMS = word_set(
    "company firm operator carrier airline retailer insurer manufacturer developer startup start-up group builder "
    "supplier maker miner lender contractor shipper haulier exporter importer refiner utility brand consultancy"
)
_OWNERS = re.compile(r"s['’] ")
_FULL = 2
_THREE = 3  # words
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
        self._firms: set[str] = set()

    def find(self) -> list[Span]:
        spans: list[Span] = []
        chunks: list[tuple[int, int]] = []
        at = 0
        while at < len(self.words):
            if not self.words.capital(at) or (self.language == "kk" and is_ours(self.words[at].text)):
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
        if start + 1 < end and SURNAME_ALONE.search(self.words[start + 1].text.lower()):
            return 0  # "Asia Temirova"
        if self.language == "en" and self._is_given_name(start, end):
            return 0  # "Sofia Lee", "Jordan Pike"
        if self.language == "kk" and self._is_surname_of_place(start):
            return 0  # «Кенжебек Оралов»
        sizes = range(min(_PHRASE, end - start), 0, -1)
        return next((size for size in sizes if known(self.words.text(start, start + size))), 0)

    def _is_surname_of_place(self, at: int) -> bool:
        """Whether a word is a surname made of a place («Оралов» of Орал), no place that sounds like one (Саратов)."""
        word = self.words[at].text
        place = re.sub("(?:ов|ев)а?$", "", word)
        return place != word and known(place) == known(word) is not None

    def _is_given_name(self, start: int, end: int) -> bool:
        """Whether a word that is a place as well stands in front of a surname, and both are all of the run."""
        if end - start != _FULL or not genders_of(self.words[start].text):
            return False
        surname = self.words[start + 1].text
        return not (
            surname.lower() in self.lexicon.never | self.lexicon.place | self.lexicon.things
            or self.lexicon.body.search(surname)
            or known(surname)
            or self._is_title(start + 1)
        )

    def _body(self, start: int, end: int) -> tuple[int, int] | None:
        """A body that begins in this run; Russian ones are found by the model."""
        if self.language == "en":
            return self._english_body(start, end)
        if self.language == "kk":
            return find_body(self.words, self._past_titles(start, end), end, self.lexicon.body)
        return None

    def _english_body(self, start: int, end: int) -> tuple[int, int] | None:
        """A run with a head, and what is joined to it: "Ministry of Trade and Integration"."""
        end = self._past_owners(end)
        heads = [at for at in range(start, end) if self.lexicon.body.search(self.words[at].text)]
        if not heads or any(self._known_size(at, end) > heads[0] - at for at in range(start, heads[0] + 1)):
            return None
        begin = start
        while begin < heads[0] and self.words[begin].text.lower() in self.lexicon.never:
            begin += 1
        stop = self._joined_by_of(end)
        return (begin, stop) if stop - begin > 1 or not self.words[begin].opens else None

    def _past_owners(self, end: int) -> int:
        """Where a run ends whose last word owns the head behind it: "the Orchard Owners' | Association"."""
        if end == len(self.words) or not self.words.capital(end):
            return end
        between = self.text[self.words[end - 1].end - 1 : self.words[end].start]
        owned = _OWNERS.fullmatch(between) and self.lexicon.body.search(self.words[end].text)
        return self.words.run_end(end) if owned else end

    def _joined_by_of(self, at: int) -> int:
        """Where a body ends that goes on with «of Foreign Affairs», "for Strategic and Security Studies"."""
        end = at
        while at < len(self.words) and self.words.adjacent(at) and _OF.match(self.words[at].text):
            while at < len(self.words) and self.words.adjacent(at) and _OF.match(self.words[at].text):
                at += 1
            if at == len(self.words) or not self.words.adjacent(at) or not self.words.capital(at):
                break
            if self.words[at].text.lower() in self.lexicon.never:
                break  # "the Testing Centre on Monday"
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
            begin, stop = self._past_office(self._past_titles(start, end), end), end
            if stop - begin >= _THREE and self._opens_before_given(begin):
                begin += 1  # «Жобаны Ермек Мыңжасаров басқарады»
            while stop - begin > 1 and self.words[stop - 1].text.lower() in self.lexicon.never:
                if stop - begin == _FULL and genders_of(self.words[begin].text):
                    break  # "Theresa May"
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
        # "Trump continued": what is a name inside a sentence is one at its head
        inside = {self.words[at].text for at in single if not self.words[at].opens}
        titled = {self.words[at].text: None for at in single if self._titled(at)}
        people |= titled
        for at in single:
            one = self._kind_of_word(at, people)
            if one is None and self.language == "en" and self.words[at].text in inside:
                one = "organisation"
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
        return cut_run(self.words, start, end) if self.language == "kk" else [(start, end)]

    def _kind_of_run(self, start: int, end: int) -> Kind:
        words = [word.text for word in self.words[start:end]]
        lowered = [word.lower() for word in words]
        name = self.words.text(start, end)
        if self.language == "en" and self._is_firm(start):
            self._firms.add(name)  # "shipping company Breeze Cargo", and later "Breeze Cargo"
        if self._is_quoted(start, end) or name in self._firms:
            return "organisation"  # «Хазар Кеме» is a firm or a ship
        if self._titled(start) and len(words) > 1 and not self.lexicon.body.search(words[-1]):
            return "person"  # "adviser Mark Hall"
        if (
            len(words) == 2
            and (genders_of(words[0]) or SURNAME_ALONE.search(lowered[-1]))
            and self.words.before(start) not in self.lexicon.before_place
        ):
            return "person"  # "Paul West", although a west is a place
        if lowered[-1] in self.lexicon.place or lowered[0] in self.lexicon.place:
            return "place"
        if any(map(_ABBREVIATION.match, words)) or end - start > 5 or lowered[-1] in self.lexicon.things:
            return "organisation"
        if self.language == "kk" and any(map(_KAZAKH_ADJECTIVE.search, lowered)):
            return "organisation"
        if self.language == "en" and not genders_of(words[0]) and self._before_role(end):
            return "organisation"  # "the Alloa Athletic boss"
        if self._looks_like_person(words) or self._titled(start):
            return "person"
        if any(word in self.lexicon.place for word in lowered) or self._stands_as_place(start, end):
            return "place"
        # "chief executive of Grain Plus"
        owned = self.language == "en" and self.words.before(start) == "of" and self._is_title(start - 2)
        return "person" if end - start < 4 and not owned else "organisation"

    def _is_firm(self, start: int) -> bool:
        """Whether "company", or the country whose it is, stands before: "Kenya's Savanna Lift"."""
        if genders_of(self.words[start].text):
            return False
        before = self.words.before(start)
        if start and self.text[self.words[start - 1].end : self.words[start].start] == ", ":
            before = self.words[start - 1].text.lower()  # "a Chinese supplier, Tarn Cable"
        owner = POSSESSIVE.sub("", self.words[start - 1].text) if start else ""
        return before in _FIRMS or (
            bool(POSSESSIVE.search(before or "")) and kind_of(known(owner) or "UN") == "place"
        )

    def _is_quoted(self, start: int, end: int) -> bool:
        """Whether a run is all that stands between quotation marks."""
        first, last = self.words[start].start, self.words[end - 1].end
        return self.text[first - 1 : first] in ("«", "“") and self.text[last : last + 1] in ("»", "”")

    def _kind_of_word(self, at: int, people: Iterable[str]) -> Kind | None:
        word = self.words[at]
        if _ABBREVIATION.match(word.text):
            return None if word.text.split("-")[0] in _NOT_BODIES else "organisation"
        if self._titled(at) or any(
            same_person(word.text, person) or is_given_of(word.text, person) for person in people
        ):
            return "person"
        lowered = word.text.lower()
        if sound(POSSESSIVE.sub("", lowered)) in _LEADERS:
            return "person"
        if self._stands_as_place(at, at + 1) and not word.opens:
            return "place"
        if SURNAME_ALONE.search(lowered) or any(
            SURNAME_ALONE.search(s.lower()) for s in kazakh_stems(word.text)
        ):
            return "person"
        if word.opens:
            return None
        return "place" if self.language == "kk" and LOCATIVE.search(lowered) else "organisation"

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
        titles = [
            at
            for at in range(start, end)
            # «Раушан Ғалым»: behind a given name a trade is a surname
            if self._is_title(at) and not (at > start and genders_of(self.words[at - 1].text))
        ]
        begin = titles[-1] + 1 if titles else start
        while begin < end and self.words[begin].text.lower() in self.lexicon.never:
            begin += 1
        return begin

    def _past_office(self, start: int, end: int) -> int:
        """The index after what a minister is of: "Vice Minister of Agriculture | Sanzhar Kulmukhan"."""
        if self.language != "en" or end - start < _FULL or self.words.before(start) not in ("of", "and"):
            return start
        at = start - 1
        while at > max(0, start - _PHRASE) and self.words.adjacent(at) and not self._is_title(at - 1):
            at -= 1
        if self.words[at].text != "of" or not self._titled(at):
            return start
        given = (i for i in range(start + 1, end) if genders_of(self.words[i].text))
        return next(given, end - _FULL if end - start > _FULL else start)

    def _titled(self, at: int) -> bool:
        return at > 0 and self.words.adjacent(at) and self._is_title(at - 1)

    def _is_title(self, at: int) -> bool:
        return is_role(self.words[at].text, self.language)

    def _before_role(self, at: int) -> bool:
        """Whether a role in small letters follows a run: the run only says whose."""
        return (
            at < len(self.words)
            and self.words.adjacent(at)
            and self._is_title(at)
            and not self.words.capital(at)
        )

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
