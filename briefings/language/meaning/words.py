"""Words of a text with their places and identities, and which words of a statement its sources carry."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from briefings.language.meaning.concepts import REPORTING, concepts_of, kindred_of
from briefings.language.meaning.form import Form
from briefings.language.meaning.forms import read_form
from briefings.language.meaning.phrasal_en import PARTICLES, meaning_of
from briefings.language.meaning.stopwords import STOP_WORDS
from briefings.language.names import find_names
from briefings.language.names.known import known

if TYPE_CHECKING:
    from briefings.domain import Language

_INNER = "\u00ad\u0300-\u036f"  # soft hyphens, stress marks, decomposed й and ё
_WORD = re.compile(rf"[^\W_][\w{_INNER}]*(?:[-‐‑'’.](?=[^\W_])[\w{_INNER}]+)*")
_CONVERB = re.compile(r"\w{2,}(?:[ыіаәеөуүйлр]п|с[ыі]з)")
_HELPING = frozenset({"кет", "қал", "жібер", "таста", "қой", "шық", "түс"})
_PERFECT = frozenset({"has", "have", "had", "been", "was", "were"})
_UNCHANGING = frozenset(
    {"set", "put", "cut", "shut", "split", "spread", "hit", "let", "quit", "come", "become", "run"}
)
_CAPITAL_NAMES = frozenset({"US", "WHO"})  # in small letters they are pronouns
_TITLED = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\w{2,}")
_SMALL, _SENTENCE_WORDS = re.compile(r"(?<!\w)[a-zа-яёәғқңөұүһі]{4,}"), 4  # more are no title
_WINDOW = 80  # characters
_LAST_WORD = re.compile(r"\w+(?=[^\w.!?…:\n]*$)")
_NEAR = 40  # characters before a word in which the mark that ends a sentence may stand
_OPENING = re.compile(r"(?:^|[.!?…:\n])[\W_]*$")
_FARTHEST_PARTICLE, _CLAUSE_MARK = 4, re.compile(r"[,.;:!?]")  # words
_HIDDEN = re.compile("[\u00ad\u0300\u0301]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed, at `start:end` (code points) of its text.

    `keys` name it whatever its ending; those that begin with "=" are its `concepts`, shared across languages,
    and one that begins with "~" is the deed it tells of as a verb or a noun.
    `content`: it is neither a function word, nor an auxiliary, nor a figure.
    """

    text: str
    start: int
    end: int
    keys: frozenset[str]
    form: Form
    content: bool
    concepts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Carried:
    """How far the cited sentences carry a statement: the share of its content words (0…1), and the rest."""

    share: float
    missing: tuple[Word, ...]


@lru_cache(maxsize=2048)
def words(text: str, language: Language) -> tuple[Word, ...]:
    """All words of `text` in order, function words included."""
    people = (range(n.start, n.end) for n in find_names(text, language) if n.kind == "person")
    of_people = set(chain.from_iterable(people))
    return tuple(
        _without_meaning(word, language) if word.start in of_people else word
        for word in words_with_names(text, language)
    )


@lru_cache(maxsize=2048)
def words_with_names(text: str, language: Language) -> tuple[Word, ...]:
    """`words`, in which the name of a person may still mean what it looks like (Rose, Сокол).

    Much faster, as nobody's name is looked for.
    """
    found = [
        _as_name(Word(match[0], match.start(), match.end(), *_reading(match[0], language)), text)
        for match in _WORD.finditer(text)
    ]
    if language == "kk":
        found = [_unless_helping(before, word) for before, word in pairwise([None, *found]) if word]
    if language == "en":
        found = [_as_participle(before, word) for before, word in pairwise([None, *found]) if word]
        found = _with_particles(found, text)
    return tuple(found)


def content_words(text: str, language: Language) -> tuple[Word, ...]:
    """The words of `text` that carry its facts, in order."""
    return tuple(word for word in words(text, language) if word.content)


def same_word(a: Word, b: Word) -> bool:
    """Whether two words, of one language or two, name the same thing in whatever form."""
    return not a.keys.isdisjoint(b.keys)


def same_lemma(a: str, b: str, language: Language) -> bool:
    """Whether `a` and `b` are forms of one word, as in a term that a sentence declines; no synonyms."""
    if language == "kk" and not _begins(*sorted((plain(a), plain(b)), key=len)):
        return False  # the stems kept of «мерей» and «мереке» are alike, the words are not
    one, other = (read_form(plain(word), language) for word in (a, b))
    return not one.keys.isdisjoint(other.keys) and one.negated == other.negated


def _begins(shorter: str, longer: str) -> bool:
    """Whether a Kazakh word begins with another, whose last sound may soften before an ending: кітап, кітабы."""
    softened = shorter[-1:] + longer[len(shorter) - 1 : len(shorter)] in ("қғ", "кг", "пб")
    return longer.startswith(shorter) or (softened and longer.startswith(shorter[:-1]))


def related_words(a: Word, b: Word) -> bool:
    """Whether two words of one language are the same or share a long stem (открытие, открыть)."""
    return same_word(a, b) or any(
        _share_a_stem(x, y) for x in a.form.keys for y in b.form.keys if x[:5] == y[:5]
    )


def carried(
    statement: str,
    source: str,
    language: Language,
    source_language: Language | None = None,
    *,
    kindred: bool = True,
) -> Carried | None:
    """Which content words of `statement` the cited sentences hold, in the same or a related word.

    `source` is the cited sentences, one a line. Words of saying count as held: who says it is a rule of its
    own. A word of the same family holds it, too, unless `kindred` is off. None where `source_language` is
    another: words of two languages cannot be told to be missing.
    """
    if source_language not in (None, language):
        return None
    said = content_words(statement, language)
    held = _held(source, language)
    missing = tuple(
        word for word in said if REPORTING not in word.concepts and not held.carries(word, kindred=kindred)
    )
    return Carried(1 - len(missing) / len(said) if said else 1.0, missing)


def plain(word: str) -> str:
    """`word` in lower case, composed, without soft hyphens and stress marks."""
    return _HIDDEN.sub("", unicodedata.normalize("NFC", word)).lower()


def _without_meaning(word: Word, language: Language) -> Word:
    """A word of a person's name: "Tom Rose" did not rise, «Елена Сокол» is no bird."""
    if not word.text[0].isupper():
        return word
    # Russian and Kazakh names are declined as the words they look like; English ones only take 's.
    own = word.form.keys if language != "en" else {plain(word.text).removesuffix("'s").removesuffix("’s")}
    return replace(word, keys=frozenset(own), form=Form(frozenset(own)), concepts=frozenset())


def _as_name(word: Word, text: str) -> Word:
    """`word`, which is no verb and denies nothing if its capital makes a name of it."""
    form = word.form
    if word.text[0].isupper() and (form.verb or form.negated) and _is_capital_of_name(word, text):
        return replace(word, form=replace(form, verb=False, phase=None, negated=False))
    return word


def _is_capital_of_name(word: Word, text: str) -> bool:
    """Whether a capital inside a sentence makes a name of what looks like a verb."""
    near = max(word.start - _NEAR, 0)
    beside = _LAST_WORD.search(text, near, word.start), _WORD.search(text, word.end)
    if any(other and _TITLED.fullmatch(other[0]) for other in beside) and _is_titled(text, word):
        return False  # "Exports Rose in May": a title in capitals
    return known(word.text) is not None or _OPENING.search(text, near, word.start) is None


def _is_titled(text: str, word: Word) -> bool:
    """Whether so few small words stand around `word` that its capital is one of a title."""
    return len(_SMALL.findall(text, max(word.start - _WINDOW, 0), word.end + _WINDOW)) < _SENTENCE_WORDS


@dataclass(frozen=True, slots=True)
class _Held:
    """The keys of a source's words, its stems by their first five letters, and the families of its words."""

    language: Language
    keys: frozenset[str]
    stems: dict[str, set[str]]
    families: frozenset[str]

    def carries(self, word: Word, *, kindred: bool) -> bool:
        return (
            not self.keys.isdisjoint(word.keys)
            or any(
                _share_a_stem(key, other) for key in word.form.keys for other in self.stems.get(key[:5], ())
            )
            or (kindred and not self.families.isdisjoint(kindred_of(word.form.keys, self.language)))
        )


@lru_cache(maxsize=256)  # two rules ask for the same sentences, and many statements rest on all of them
def _held(source: str, language: Language) -> _Held:
    found = content_words(source, language)
    stems: dict[str, set[str]] = {}
    for word in found:
        for key in word.form.keys:
            stems.setdefault(key[:5], set()).add(key)
    # Families reach function words too: "the bulk of exports" stands for "most exports".
    everything = words(source, language)
    families = frozenset().union(*(kindred_of(word.form.keys, language) for word in everything))
    return _Held(language, frozenset().union(*(word.keys for word in found)), stems, families)


@lru_cache(maxsize=50_000)  # a statement says again what its sentences say
def _reading(text: str, language: Language) -> tuple[frozenset[str], Form, bool, frozenset[str]]:
    """Keys, form, content and concepts of a word as printed, wherever it stands."""
    lower = plain(text)
    form = read_form(lower, language)
    # Russian stop words are lemmas; Kazakh and English ones are forms, but for the Kazakh "to be".
    listed = form.keys if language == "ru" else form.keys & {lower, "бол"}
    function_word = not listed.isdisjoint(STOP_WORDS[language]) and text not in _CAPITAL_NAMES
    content = len(lower) > 1 and not function_word and not any(map(str.isdigit, lower))
    concepts = concepts_of(form.keys, language) if content else frozenset()
    deed = {f"~{form.root}"} if form.root and content else set()
    return form.keys | deed | {f"={name}" for name in concepts}, form, content, concepts


def _unless_helping(before: Word | None, word: Word) -> Word:
    """`word`, without content where it only helps the Kazakh word before it: кеуіп кетті, сусыз қалды."""
    if before and _CONVERB.fullmatch(before.text) and not word.form.keys.isdisjoint(_HELPING):
        return replace(word, content=False, keys=word.form.keys, concepts=frozenset())
    return word


def _as_participle(before: Word | None, word: Word) -> Word:
    """`word` as done, if it is an English verb whose past looks like its base: "has been | set up", "was | cut"."""
    if before and before.text.lower() in _PERFECT and not word.form.keys.isdisjoint(_UNCHANGING):
        return replace(word, form=replace(word.form, verb=True, phase="done"))
    return word


def _with_particles(found: list[Word], text: str) -> list[Word]:
    """The words, each verb with the meaning that its particle gives it: who "called the tour off" cancelled it."""
    for at, particle in enumerate(found):
        if particle.text.lower() not in PARTICLES:
            continue
        for place in range(at - 1, max(at - _FARTHEST_PARTICLE, 0) - 1, -1):
            verb = found[place]
            meaning = meaning_of(verb.form.keys, particle.text.lower())
            if meaning and not _CLAUSE_MARK.search(text, verb.end, particle.start):
                keys, _, _, concepts = _reading(meaning, "en")
                found[place] = replace(verb, keys=verb.form.keys | keys, content=True, concepts=concepts)
                break
    return found


def _share_a_stem(a: str, b: str) -> bool:
    shorter, longer = sorted((len(a), len(b)))
    shared = next((i for i in range(shorter) if a[i] != b[i]), shorter)
    near = shared >= 0.6 * longer or shared >= max(6, 0.8 * shorter)
    return shared >= 5 and shared >= 0.75 * shorter and near
