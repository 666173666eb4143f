"""Names in Russian text: the neural model of slovnet, and repairs where it is known to be weak.

The model reads a copy in which Kazakh letters are Russian ones and shouted names are in title case; both
copies have the same length, so its offsets are ours.
"""

from __future__ import annotations

import importlib.util
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.errors import BriefingsError
from briefings.language.lemmas import parses_of
from briefings.language.names.capitals import find_by_capitals
from briefings.language.names.given import genders_of
from briefings.language.names.known import known, word_keys
from briefings.language.names.lexicon import LEXICONS, word_set
from briefings.language.names.parts import forms_of, is_initial, is_known_given, parts_of
from briefings.language.names.phrases import is_noun
from briefings.language.names.same import same_person
from briefings.language.names.script import KAZAKH_TO_RUSSIAN, letters
from briefings.language.names.spans import Kind, Span
from briefings.language.names.trades import is_role, is_trade
from briefings.language.names.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_KINDS: dict[str, Kind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_BATCH = 32
# The model pads a batch to its longest piece; short pieces keep it fast and small.
_PIECE = re.compile(
    r"[^\r\n]+?(?:(?<=[^\W\d_]{3})[.!?…]+[\"»”)]*(?=\s[\s\"«“(—–-]{0,6}[A-ZА-ЯЁ])|(?=[\r\n])|\Z)"
)
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST_PIECE = 600
_SHOUTED = re.compile(r"\b[А-ЯЁ]{3,}(?:-[А-ЯЁ]+)*(?: [А-ЯЁ]{3,}(?:-[А-ЯЁ]+)*)+")
_INITIALS_BEFORE = re.compile(r"\b(?:[А-ЯЁA-Z][а-яё]?\.[ \u00a0]?-?){1,2}$")
_HONOURED = re.compile(
    r"\b(?:[Гг]-(?:н|на|ну|ном|не|жа|жи|же|жу|жой)|[Гг]осподин\w{0,2}|[Гг]оспож\w{1,2}|[Мм]истер\w{0,2}|[Мм]исси?с?)\s+"
    r"(?P<name>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)"
)
_HONORIFIC = re.compile(
    r"(?:[Мм]истер\w{0,2}|[Мм]иссис|[Мм]исс|[Гг]-\w{1,3}|[Гг]осподин\w{0,2}|[Гг]оспож\w{1,2})\s+"
)
# A name in quotation marks ends a body; a full name behind it is whose role the body stands in
_BEARER = re.compile(r"(?<=»)\s(?P<given>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)\s[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+$")
_BEARER_BEHIND_NOUN = re.compile(
    r"(?<=[а-яё])(?<!\bимени)\s(?P<given>[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+)\s[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]+$"
)
_SHORTEST_SURNAME = 2
_STEM = 5  # letters that a place and its adjective share
_FULL = 2  # words of a full name
_DIRECTIONS = word_set("восток востока востоку востоком востоке запад запада западу западом западе")


def find_russian(text: str) -> list[Span]:
    """The names of `text` in order of print, none overlapping another."""
    found = _Found(text)
    for by_model in _by_model(text):
        for span in _repaired(text, by_model):
            found.add(span)
    for honoured in _HONOURED.finditer(text):
        found.add(Span("person", *honoured.span("name")))
    for span in find_by_capitals(text, "ru"):
        if _is_evident_person(text, span):
            found.add(span)
    _join_full_names(text, found)
    _join_quoted_bodies(text, found)
    _set_kinds_right(text, found)
    _add_later_mentions(text, found)
    return [found.spans[start] for start in sorted(found.spans)]


def _join_full_names(text: str, found: _Found) -> None:
    """«директора Артёма | Бойко»: a given name and a surname that does not decline are one person."""
    for span in [found.spans[start] for start in sorted(found.spans)]:
        behind = found.spans.get(span.end + 1)
        if behind is None or {span.kind, behind.kind} != {"person"} or text[span.end] != " ":
            continue
        words = span.text_in(text), behind.text_in(text)
        if (
            not any(" " in word for word in words)
            and is_known_given(words[0])
            and not is_known_given(words[1])
        ):
            del found.spans[behind.start]
            found.spans[span.start] = span._replace(end=behind.end)


def _join_quoted_bodies(text: str, found: _Found) -> None:
    """«Центра исследований «» and «Отар»: what opens a quotation and what fills it are one body."""
    for span in [found.spans[start] for start in sorted(found.spans)]:
        inside = found.spans.get(span.end)
        if inside is None or span.kind != "organisation" or text[span.end - 1] != "«":
            continue
        del found.spans[inside.start]
        end = inside.end + text.startswith("»", inside.end)
        found.spans[span.start] = span._replace(end=end)


class _Found:
    """The names found so far, by where they begin; none overlaps another."""

    def __init__(self, text: str) -> None:
        self.spans: dict[int, Span] = {}
        self._taken = bytearray(len(text))

    def add(self, span: Span) -> None:
        """Take the span in, unless it is empty or a part of it is taken."""
        if span.end > span.start and not any(self._taken[span.start : span.end]):
            self.spans[span.start] = span
            self._taken[span.start : span.end] = b"\x01" * (span.end - span.start)


def _set_kinds_right(text: str, found: _Found) -> None:
    """People whom the model took for places («Руководитель обсерватории Тура Бьёрнсен»), and the reverse.

    A surname or a role tells a person; «Фарерам» alone is what «Фарерские острова» are.
    """
    spans = [found.spans[start] for start in sorted(found.spans)]
    surnames = {
        parts_of(s.text_in(text)).surname for s in spans if s.kind == "person" and " " in s.text_in(text)
    }
    places = {letters(w)[:_STEM] for s in spans if s.kind == "place" for w in s.text_in(text).split()}
    for before, span in zip([None, *spans], spans, strict=False):
        words = span.text_in(text).split()
        if span.kind == "place" and len(words) == _FULL and not known(span.text_in(text)):
            if words[1] in surnames or _has_role(text, before, span):
                found.spans[span.start] = span._replace(kind="person")
        elif span.kind == "person" and len(words) == 1 and _stands_before_full_name(text, span, found):
            found.spans[span.start] = span._replace(kind="place")
        elif span.kind == "person" and len(words) == 1 and words[0] not in surnames:
            stem = letters(words[0])[:_STEM]
            if (
                len(stem) == _STEM
                and stem in places
                and not any(surname and same_person(words[0], surname) for surname in surnames)
            ):
                found.spans[span.start] = span._replace(kind="place")


def _stands_before_full_name(text: str, span: Span, found: _Found) -> bool:
    """Whether a lone name only says where: «профсоюза моряков Мангистау | Анна Рыбак»."""
    behind = found.spans.get(span.end + 1)
    if behind is None or behind.kind != "person" or is_known_given(span.text_in(text)):
        return False
    first, *others = behind.text_in(text).split()
    return text[span.end] == " " and bool(others) and is_known_given(first)


def _has_role(text: str, before: Span | None, span: Span) -> bool:
    """Whether a role stands in front of a name, alone or with its body: «директор Института мира Тура Бьёрнсен»."""
    start = (
        before.start
        if before and before.kind == "organisation" and before.end + 1 == span.start
        else span.start
    )
    word = text[:start].rstrip().rpartition(" ")[2]
    return text[start - 1 : start] == " " and is_role(word.strip('«"(').lower(), "ru")


def _add_later_mentions(text: str, found: _Found) -> None:
    """Surnames alone, which the model often misses or takes for places, of the people named in full."""
    full = {span.text_in(text) for span in found.spans.values() if span.kind == "person"}
    surnames = {
        letters(form.surname): name
        for name in sorted(full)
        if " " in name
        for form in forms_of(name)
        if form.surname
    }
    for word in words_of(text):
        if not word.text[0].isupper() or len(word.text) < _SHORTEST_SURNAME:
            continue
        named = (surnames[key] for key in word_keys(word.text) if key in surnames)
        if not any(same_person(word.text, name) for name in named):
            continue
        span, there = Span("person", word.start, word.end), found.spans.get(word.start)
        if there and there.kind == "place" and there.end == word.end and not known(word.text):
            found.spans[word.start] = span
        found.add(span)


def _is_evident_person(text: str, span: Span) -> bool:
    """Whether a name that the model overlooked proves itself: initials, or a known given name, and a surname."""
    parts = parts_of(span.text_in(text))
    if span.kind != "person" or not parts.given or not parts.surname:
        return False
    return is_initial(parts.given) or is_known_given(parts.given)


def read_russian_ahead(texts: Iterable[str]) -> None:
    """Have the model read the sentences of `texts` at once: faster than one by one, when they are asked for."""
    _marked([piece for text in texts for _, piece in _readable(text)])


def _by_model(text: str) -> Iterator[Span]:
    pieces = list(_readable(text))
    for (start, _), spans in zip(pieces, _marked([piece for _, piece in pieces]), strict=True):
        for span in spans:
            yield Span(span.kind, start + span.start, start + span.end)


# Cited sentences are read with their article, and again with each statement that cites them.
_KEPT = 4096
_read: dict[str, tuple[Span, ...]] = {}


def _marked(pieces: Sequence[str]) -> list[tuple[Span, ...]]:
    """What the model marks in each of the pieces; it reads a piece once."""
    held = {piece: _read[piece] for piece in pieces if piece in _read}
    new = sorted(set(pieces) - held.keys(), key=len)
    for piece, markup in zip(new, _model().map(new) if new else (), strict=True):
        held[piece] = tuple(Span(_KINDS[span.type], span.start, span.stop) for span in markup.spans)
        _read[piece] = held[piece]
    for oldest in list(_read)[: len(_read) - _KEPT]:
        _read.pop(oldest, None)
    return [held[piece] for piece in pieces]


def _readable(text: str) -> Iterator[tuple[int, str]]:
    """Where each piece for the model begins, and what the model shall read there, as long as it is printed."""
    readable = _title_case_shouts(text.translate(KAZAKH_TO_RUSSIAN))
    for start, end in _pieces(readable):
        # A piece without words is nothing to the model, and an error to its decoder
        if _LETTER.search(readable, start, end):
            piece = readable[start:end].lstrip()
            yield end - len(piece), piece


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    for match in _PIECE.finditer(text):
        start = match.start()
        while match.end() - start > _LONGEST_PIECE:
            space = text.rfind(" ", start + 1, start + _LONGEST_PIECE)
            stop = space if space > 0 else start + _LONGEST_PIECE
            yield start, stop
            start = stop
        yield start, match.end()


def _title_case_shouts(text: str) -> str:
    return _SHOUTED.sub(lambda m: " ".join(w if known(w) else w.title() for w in m.group().split(" ")), text)


def _repaired(text: str, span: Span) -> list[Span]:
    """The span with its initials, without what is not a name; two where a name in Latin follows in brackets."""
    words = span.text_in(text)
    if span.kind == "place" and words.lower() in _DIRECTIONS:
        return []
    if span.kind == "organisation" and _begins_with_object(words.split()):
        return []  # «Убытки союз оценивает в …»
    bearer = _BEARER.search(words) if span.kind == "organisation" else None
    if bearer is None and span.kind == "organisation" and _has_role(text, None, span):
        bearer = _BEARER_BEHIND_NOUN.search(words)  # «экономист Института рек | Дана Куница»
        bearer = bearer if bearer and is_known_given(bearer["given"]) else None
    if bearer and genders_of(bearer["given"]):
        return [  # «Центр исследований «Отар» | Вера Мороз»
            Span("organisation", span.start, span.start + bearer.start()),
            Span("person", span.start + bearer.start("given"), span.end),
        ]
    if span.kind != "person":
        return [span]
    if honorific := _HONORIFIC.match(words):
        return _repaired(text, Span("person", span.start + honorific.end(), span.end))
    bracket = words.find(" (")
    if bracket > 0:
        inner = words[bracket + 2 :].rstrip(")")
        latin = span.start + bracket + 2
        return [
            *_repaired(text, Span("person", span.start, span.start + bracket)),
            Span("person", latin, latin + len(inner)),
        ]
    before = _INITIALS_BEFORE.search(text, max(0, span.start - 12), span.start)
    start = before.start() if before else span.start
    first, _, others = words.partition(" ")
    if others and first.lower() in LEXICONS["ru"].never:  # «О Серикове»
        start = span.start + len(first) + 1
    if not others and (is_trade(first.lower()) or _is_quality(text, span)):
        return []  # «Исследовательница ожидает», «Семидесятилетний смотритель»
    if _is_before_name(first, others.split()):  # «Гидролог Тимур Ахатов», «Верданы Пола Уэста»
        start = span.start + len(first) + 1
    return [Span("person", start, span.start + len(words.rstrip(' )»"”,;:')))]


def _begins_with_object(words: Sequence[str]) -> bool:
    """Whether a common noun that opens the sentence and another in the nominative were taken for one name."""
    if len(words) != _FULL or not words[1].islower() or not (is_noun(words[0]) and is_noun(words[1])):
        return False
    cases = {parse.tag.case for parse in parses_of(words[1])}
    return "nomn" in cases and "gent" not in cases


def _is_quality(text: str, span: Span) -> bool:
    """Whether a lone word is only an adjective of the noun behind it."""
    parses = parses_of(span.text_in(text).lower())
    behind = text[span.end : span.end + 2]
    return (
        behind[:1] == " "
        and behind[1:].islower()
        and all(p.tag.POS == "ADJF" and "Surn" not in p.tag for p in parses)
    )


def _is_before_name(first: str, others: Sequence[str]) -> bool:
    """Whether a span begins with a trade or a country: a name has no word in front of its given name."""
    if not others or is_known_given(first):
        return False
    if not is_known_given(others[0]):  # «Гидролог Мороз»
        return len(others) == 1 and is_trade(first.lower())
    in_front = len(others) == 2 and not parts_of(" ".join((first, *others))).patronymic
    return in_front or is_trade(first.lower())


@cache
def _model() -> Any:
    """slovnet's tagger with natasha's weights, read from natasha's folder without importing natasha."""
    natasha = importlib.util.find_spec("natasha")
    if natasha is None or natasha.origin is None:
        raise BriefingsError(
            "Russian names are found with the files of natasha, which is missing; reinstall briefings"
        )
    # Its matrices are small: BLAS threads only wait for each other, seven times longer than the work takes
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from navec import Navec
    from slovnet import NER

    data = Path(natasha.origin).parent / "data"
    words = Navec.load(str(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar"))
    return NER.load(str(data / "model" / "slovnet_ner_news_v1.tar"), batch_size=_BATCH).navec(words)
