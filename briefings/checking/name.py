"""No person, body or place in a statement that the cited sentences do not name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.domain import Finding
from briefings.language.lemmas import parses_of, russian
from briefings.language.meaning.countries import countries_of, invents_country
from briefings.language.meaning.words import same_word, words
from briefings.language.names import find_names, is_printed, same_person
from briefings.language.names.forms import readings
from briefings.language.names.governments import home_of, is_country, other_names
from briefings.language.names.heard import heard_alike
from briefings.language.names.known import known
from briefings.language.names.parts import is_known_given
from briefings.language.names.script import sound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence
    from briefings.domain import Language, Sentence
    from briefings.language.meaning.words import Word
    from briefings.language.names import Kind, Name

_WITHOUT = re.compile(r"(?:сыз|сіз)$")  # «Қазақстансыз», without Kazakhstan
_BOUND = re.compile(r"-(?:bound|based|led|made|born|backed|owned|run|wide)$")  # "Europe-bound parcels"
_SHORTEST_STEM = 4  # sounds, vowels и and ы left out
_SHARED_STEM = 0.75  # of the shorter name
_LEGAL_FORM = re.compile(r"\b(?:JSC|LLP|LLC|PLC|Ltd|Inc|GmbH|АО|ТОО|ООО|ПАО|ОАО|ЗАО|АҚ|ЖШС)\b\.?")
_GERUND = re.compile(r"[A-Z][a-z]{2,}ing")  # "Retelling Okafor's words"
_PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
_FARTHEST = 4  # sentences back to the person whom a pronoun means
_PERSON: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"\b(?:он|она|его|её|ее|ему|ей|им|нём|нем|ней)\b", re.IGNORECASE),
    "kk": re.compile(r"\b(?:ол|оның|оған|оны|одан|онымен)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE),
}
# The state of a country that a sentence does not name.
_STATE: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"\b(?:правительств\w+|парламент\w*|министерств\w+|ведомств\w+|кабмин\w*|президент\w*|республик\w+|госбюджет\w*"
        r"|бюджет\w*|стран[аеыу]|страной|государств\w+|вице-министр\w*|министр\w*)\b",
        re.IGNORECASE,
    ),
    "kk": re.compile(
        r"\b(?:үкімет\w*|парламент\w*|министрлі[кг]\w*|ведомство\w*|президент\w*|республика\w*|бюджет\w*|ел|елдің|еліміз\w*"
        r"|мемлекет\w*|вице-министр\w*|министр\w*)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:government|cabinet|parliament|minist(?:ry|er)|president|republic|budget|officials?"
        r"|the (?:country|state))\b",
        re.IGNORECASE,
    ),
}
_ASKS_WHO: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"\b(?:чь[яиёею]\w*|чей|кто|кого|кому|кем|от чьего)\b", re.IGNORECASE),
    "kk": re.compile(r"\b(?:кімдікі|кімнің|кім|кімге)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:whose|who|whom|whether)\b", re.IGNORECASE),
}
_KINDS: tuple[Kind, ...] = ("person", "place")
_UNIT = re.compile(r"[A-ZА-Я][A-Za-zА-Яа-я]{0,3}(?:/\w+)?")  # MW, GWh, Тбит/с


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding for each name of the statement that neither its sentences nor their speakers bear."""
    if not evidence.cited:
        return
    for name in evidence.names:
        if any(f.start < name.end and name.start < f.end for f in evidence.figures):
            continue  # «US dollars», «Тбит/с»: the unit of a figure, looked at with it
        if not (_is_unit(name, evidence) or _is_held(name, evidence)):
            yield Finding("name", f"«{name.text}» is not in {evidence.numbers}")
    for cue in invents_country(
        evidence.asserted, evidence.language, evidence.article.text, evidence.article.language
    ):
        yield Finding("name", f"the article does not speak of what is «{cue.text}»")


def _is_held(name: Name, evidence: Evidence) -> bool:
    text = _WITHOUT.sub("", name.text) if evidence.language == "kk" else _BOUND.sub("", name.text)
    if is_printed(text, evidence.context, name.kind) or _is_asked_after(name, text, evidence):
        return True
    rest = _without_opening(name, evidence)
    if rest != name.text:
        return not rest or _is_held(_cut(name, rest), evidence)
    if _are_neighbours(name, evidence):
        return True
    if name.kind == "person":
        return _is_meant(name, evidence)
    # No Kazakh finder tells a town in the dative from a firm: «Дакарға».
    town = (
        evidence.language == "kk"
        and name.kind == "organisation"
        and name.text.isalpha()
        and name.text[0].isupper()
    )
    if name.kind == "place" or town or known(text) is not None:
        if (
            _is_government(name, text, evidence)
            or _is_home(name, text, evidence)
            or _is_region(name, evidence)
        ):
            return True
        spelt = not evidence.same_language and known(text) is None and _is_spelt_alike(name, evidence)
        understood = spelt or _is_understood(name, text, evidence)
        if understood or not town:
            return understood
    if _is_called_short(name, evidence):
        return True
    if not evidence.same_language:
        if known(text) is None and _is_spelt_alike(name, evidence):
            return True
        # «Дүниежүзілік» of «Дүниежүзілік пошта одағы»
        ours = [word for word in words(name.text, evidence.language) if word.content]
        held = words(evidence.context, evidence.article.language)
        return all(word.concepts and any(same_word(word, other) for other in held) for word in ours)
    # «Центр речной политики» may stand in the source as plain words that no finder takes for a name.
    held = words(evidence.context, evidence.article.language)
    ours = [word for word in words(name.text, evidence.language) if word.content]
    return all(
        any(same_word(word, other) for other in held)
        or (word.text[0].isupper() and is_printed(word.text, evidence.context, "place"))
        for word in ours
    )


def _is_region(name: Name, evidence: Evidence) -> bool:
    """Whether the sentences have the place as an adjective with a prefix: «прикаспийские страны», "Caspian states"."""
    held = frozenset().union(*(countries_of(w) for w in words(evidence.context, evidence.article.language)))
    ours = [countries_of(w) for w in words(name.text, evidence.language) if w.content]
    return bool(ours) and all(not held.isdisjoint(place) for place in ours if place) and any(ours)


def _is_asked_after(name: Name, text: str, evidence: Evidence) -> bool:
    """Whether a gap of the source asks whose words they are, this one's of the article or another's."""
    if not (evidence.asks and is_printed(text, evidence.article.text, name.kind)):
        return False
    before = re.split(r"[;.]", evidence.statement.text[: name.start])[-1]
    return bool(_ASKS_WHO[evidence.language].search(before))


def _without_opening(name: Name, evidence: Evidence) -> str:
    """The name without the common words that it seems to begin with: «Отрезок Актау», «допущению М. Ергешова»."""
    first, _, rest = name.text.partition(" ")
    opens = not evidence.statement.text[: name.start].strip('«"“ ') or evidence.statement.text[
        : name.start
    ].rstrip()[-1:] in {".", ":", "!", "?"}
    if first.islower() and rest:
        return rest
    return rest if opens and _is_common(first, evidence) else name.text


def _is_common(word: str, evidence: Evidence) -> bool:
    """Whether only its place gives a word its capital: a dictionary or the article prints it in small letters."""
    if is_known_given(word) or known(word):
        return False
    if evidence.language == "ru":
        parses = parses_of(word.lower())
        return russian().word_is_known(word.lower()) and not any(_PROPER & p.tag.grammemes for p in parses)
    if any(read.concepts for read in words(word, evidence.language)) or _GERUND.fullmatch(word):
        return True
    return (
        evidence.same_language
        and re.search(rf"\b{re.escape(word.lower())}", evidence.article.text) is not None
    )


def _are_neighbours(name: Name, evidence: Evidence) -> bool:
    """Whether two names that only stand side by side are both printed: «Спор с Ергешовым Тулебекова сводит …»."""
    if name.kind == "organisation":
        return False  # its words are one name: another institute is not "Institute of Public Policy"
    words_of_it = name.text.split()
    return any(
        all(_stands_alone(part, evidence) for part in (words_of_it[:at], words_of_it[at:]))
        for at in range(1, len(words_of_it))
    )


def _stands_alone(part: list[str], evidence: Evidence) -> bool:
    """Whether these words are a name of the source by themselves; a given name is only half of one."""
    if len(part) == 1 and (is_known_given(part[0]) or part[0].endswith(".")):
        heard = (s.speaker.name.split() for s in evidence.cited if s.speaker)
        # «Гургелия | Сапардың …»: a given name that is somebody's surname
        return any(len(name) > 1 and same_person(part[0], name[-1]) for name in heard)
    return any(is_printed(" ".join(part), evidence.context, kind) for kind in _KINDS)


def _is_understood(name: Name, text: str, evidence: Evidence) -> bool:
    """Whether a place goes without saying: the article is about it, and the cited sentences put none in its stead.

    «Our aluminium», «наша сталь» is Kazakhstan's where the lead, the question or the lines before say so.
    """
    if evidence.statement.voice == "assessment":
        # What it means for a country may be said where the cited sentence only calls it «страна».
        return is_printed(text, evidence.article.text, "place")
    if not is_printed(text, evidence.surroundings, "place"):
        return False
    ours = [other.text for other in evidence.names if other is not name]
    theirs = find_names(evidence.source, evidence.article.language)
    return all(
        any(is_printed(place.text, our, "place") or is_printed(our, place.text, "place") for our in ours)
        for place in theirs
        if place.kind == "place" or known(place.text)
    )


def _is_government(name: Name, text: str, evidence: Evidence) -> bool:
    """Whether the source has the country for the capital or the capital for the country: «Астана предложила»."""
    before = evidence.statement.text[: name.start]
    others = other_names(text, before, evidence.language)
    return any(is_printed(other, evidence.context, "place") for other in others)


def _is_home(name: Name, text: str, evidence: Evidence) -> bool:
    """Whether the cited sentences speak of the state without naming one, and it is the one the article is about."""
    keys = {known(text)} | other_names(text, evidence.statement.text[: name.start], evidence.language)
    language = evidence.article.language
    if not (keys & ({home_of(evidence.article.text, language)} - {None})) or not _STATE[language].search(
        evidence.source
    ):
        return False
    theirs = [known(other.text) for other in find_names(evidence.source, language)]
    return not any(key in keys or is_country(key) for key in theirs if key)


def _is_meant(name: Name, evidence: Evidence) -> bool:
    """Whether a pronoun or a role in a cited sentence means this person, the last one named before it."""
    language = evidence.article.language
    named = [n for n in find_names(evidence.source, language) if n.kind == "person"]
    meant = [_last_named(sentence, evidence) for sentence in evidence.cited]
    return not named and any(other is not None and same_person(name.text, other) for other in meant)


def _last_named(sentence: Sentence, evidence: Evidence) -> str | None:
    """The only person named in the nearest sentence before this one, when a pronoun here needs one."""
    article = evidence.article
    if sentence.speaker is not None or not _PERSON[article.language].search(article.words_of(sentence)):
        return None
    at = article.sentences.index(sentence)
    for earlier in reversed(article.sentences[max(0, at - _FARTHEST) : at]):
        if earlier.kind == "heading":
            return None
        names = find_names(article.words_of(earlier), article.language)
        people = [name.text for name in names if name.kind == "person"]
        if people:
            return people[0] if len(people) == 1 else None
    return None


def _is_called_short(name: Name, evidence: Evidence) -> bool:
    """Whether the cited sentences call a body of the article by its noun alone: «союз», where S1 names it in full."""
    language = evidence.article.language
    if not (evidence.same_language and is_printed(name.text, evidence.article.text, "organisation")):
        return False
    ours = [word for word in words(name.text, language) if word.content]
    named = find_names(evidence.source, language)
    plain_words = [
        word
        for word in words(evidence.source, language)
        if not any(other.start <= word.start < other.end for other in named)
    ]
    return any(same_word(word, other) for word in ours for other in plain_words)


def _cut(name: Name, rest: str) -> Name:
    return replace(name, text=rest, start=name.end - len(rest))


def _is_spelt_alike(name: Name, evidence: Evidence) -> bool:
    """Whether each word of the name means or begins as one of the source does, in the other language.

    Шардара, «Шардаринское водохранилище»; a body whose name is made of common words («Международный фонд
    спасения Арала») is translated, not spelt, and can be missed in neither language.
    """
    if name.kind == "organisation" and len(name.text.split()) > 2:
        return True
    ours = [word for word in words(_LEGAL_FORM.sub("", name.text), evidence.language) if word.content]
    held = words(evidence.context, evidence.article.language)
    theirs = [word.text for word in held]
    return bool(ours) and all(
        any(same_word(word, other) for other in held)
        or any(_begins_as(word, other) or _is_respelt(word, other) for other in theirs)
        for word in ours
    )


def _is_respelt(word: Word, other: str) -> bool:
    """Whether a capitalised word of the source is this one as it is heard, whatever its case: Нэшвилле, Nashville."""
    return other[:1].isupper() and any(
        heard_alike(r.nominative, o.nominative) for r in readings(word.text) for o in readings(other)
    )


def _begins_as(word: Word, other: str) -> bool:
    """Whether both begin alike, whatever Kazakh ending the first has: «Аралдағы», «Аральске»."""
    if _begin_alike(sound(word.text), sound(other)):
        return True
    stems = [r.nominative for r in readings(word.text)] if other[:1].isupper() else []
    return any(len(stem) >= _SHORTEST_STEM and _begin_alike(sound(stem), sound(other)) for stem in stems)


def _begin_alike(a: str, b: str) -> bool:
    shared = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return shared >= max(_SHORTEST_STEM, _SHARED_STEM * min(len(a), len(b)))


def _is_unit(name: Name, evidence: Evidence) -> bool:
    """Whether what looks like a name is the unit of a figure: «20 MW»."""
    before = evidence.statement.text[: name.start].rstrip()
    return bool(_UNIT.fullmatch(name.text)) and before[-1:].isdigit()
