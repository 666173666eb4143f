"""The lens: which dimensions of a country's standing a brief looks at, and which words nominate them.

A lens is content (`prompts/lens/kazakhstan.yaml`); another country or theme is another file. Its terms only
nominate a dimension; the sign and the level of evidence are read off the sentences.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import yaml

from briefings import resources
from briefings.domain import LANGUAGE_CODES
from briefings.errors import UserError
from briefings.language.lemmas import lemmas

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefings.domain import Article, Language

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is ten times as fast
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_KINDS = ("strong", "fair", "weak")
_SUBJECT = "subject"  # the matcher of the country itself
DigestTerms = Literal[
    "own_acts", "own_acts_at_home", "reply_needed", "taken_back", "contact_remote", "contact_in_person"
]


@dataclass(frozen=True, slots=True)
class LensDimension:
    """One dimension: names, topics in plain words and definitions by language, and the terms that nominate it."""

    id: str
    name: Mapping[Language, str]
    topic: Mapping[Language, str]
    definition: Mapping[Language, str]
    # Language → one of _KINDS → terms; a term is a wording, or several for one thing.
    terms: Mapping[Language, Mapping[str, Sequence[str | Sequence[str]]]]


@dataclass(frozen=True, slots=True)
class Nomination:
    """A dimension that the article's words point to, with its weight, and where they stand.

    `weights` are those of the terms in each of `citations`.
    """

    id: str
    weight: float
    citations: tuple[str, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class DigestOrder:
    """What puts a story where it stands in a digest: terms by language, bodies and countries by their key."""

    terms: Mapping[DigestTerms, Mapping[Language, Sequence[str]]]
    powers: frozenset[str]
    neighbours: frozenset[str]
    organisations: frozenset[str]
    agencies: frozenset[str]


@dataclass(frozen=True)
class Lens:
    """A lens as read from its file; `sha256` names this very version of it."""

    subject: str
    name: Mapping[Language, str]
    dimensions: tuple[LensDimension, ...]
    subject_terms: Mapping[Language, Sequence[str]]
    matching: Mapping[str, float]
    sha256: str
    digest: DigestOrder

    def matcher(self, id_: str, language: Language) -> _Matcher:
        """The matcher of one dimension, of the subject or of some words of the digest; made once."""
        if (id_, language) not in self._matchers:
            terms = {d.id: d.terms for d in self.dimensions}
            listed = {str(name): words for name, words in self.digest.terms.items()}
            listed[_SUBJECT] = self.subject_terms
            chosen = terms[id_][language] if id_ in terms else {"strong": listed[id_][language]}
            self._matchers[id_, language] = _Matcher(chosen, self, language)
        return self._matchers[id_, language]

    @cached_property
    def _matchers(self) -> dict[tuple[str, Language], _Matcher]:
        return {}

    @cached_property
    def names(self) -> dict[str, Mapping[Language, str]]:
        """The dimensions' names by id and language."""
        return {dimension.id: dimension.name for dimension in self.dimensions}


def load_lens(name: str = "kazakhstan", overrides: Path | None = None) -> Lens:
    """The lens `prompts/lens/<name>.yaml`, or the file at that path when `name` ends in .yaml.

    Raises `UserError` naming the file when it is missing or is not a lens.
    """
    path = Path(name) if name.endswith(".yaml") else resources.find(f"prompts/lens/{name}.yaml", overrides)
    try:
        content = path.read_bytes()
        table = yaml.load(content, Loader=_Loader)  # noqa: S506 - _Loader is a safe loader
        return Lens(
            subject=table["subject"],
            name=table["name"],
            dimensions=tuple(
                LensDimension(d["id"], d["name"], d.get("topic", d["name"]), d["definition"], d["terms"])
                for d in table["dimensions"]
            ),
            subject_terms=table["subject_terms"],
            matching=table["matching"],
            sha256=hashlib.sha256(content).hexdigest(),
            digest=_digest_order(table.get("digest", {})),
        )
    except OSError as error:
        raise UserError(f"the lens {path} cannot be read: {error.strerror}") from error
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise UserError(
            f"{path} is not a lens: {error!r}; compare it with prompts/lens/kazakhstan.yaml"
        ) from error


def _digest_order(table: Mapping[str, Any]) -> DigestOrder:
    """The part `digest` of a lens; a lens without one orders by score alone."""
    nothing: dict[Language, Sequence[str]] = dict.fromkeys(LANGUAGE_CODES, ())
    return DigestOrder(
        {name: nothing | table.get(name, {}) for name in get_args(DigestTerms)},
        *(frozenset(table.get(name, ())) for name in ("powers", "neighbours", "organisations", "agencies")),
    )


def nominate(article: Article, lens: Lens) -> tuple[Nomination, ...]:
    """The dimensions that the words of `article` point to, in the order of the lens.

    A term counts once an article: said again it is no further evidence. What weighs little beside the
    heaviest dimension is left out, unless a strong term names it. What an interviewer asks is cited by the
    answer.
    """
    language = article.language
    matchers = {d.id: lens.matcher(d.id, language) for d in lens.dimensions}
    weights = dict.fromkeys(matchers, 0.0)
    citations: dict[str, defaultdict[str, float]] = {id_: defaultdict(float) for id_ in matchers}
    heard: set[tuple[str, tuple[str, int]]] = set()
    spoken = [(s, _words(article.words_of(s), language)) for s in article.sentences]
    # A paragraph that names the subject goes on to speak of it as "the country", or of nothing else.
    bearing = {s.paragraph for s, words in spoken if lens.matcher(_SUBJECT, language).hits(words)}
    for at, (sentence, words) in enumerate(spoken):
        for id_, matcher in matchers.items():
            hits = matcher.hits(words, bears=sentence.paragraph in bearing)
            if not hits:
                continue
            weights[id_] += sum(hit.weight for hit in hits if (id_, hit.term) not in heard)
            heard |= {(id_, hit.term) for hit in hits}
            for number in _carrier(article, at):
                citations[id_][number] += sum(hit.weight for hit in hits)
    least = lens.matching["threshold"]
    share = lens.matching.get("share", 0.0) * max(weights.values(), default=0.0)
    named = {id_ for id_, (kind, _) in heard if kind == "strong"}
    # Weights are sums of tenths; compare with a grain of tolerance.
    return tuple(
        Nomination(id_, weight, tuple(citations[id_]), tuple(citations[id_].values()))
        for id_, weight in weights.items()
        if weight >= (least if id_ in named else max(least, share)) - 1e-9 and citations[id_]
    )


def _carrier(article: Article, at: int) -> tuple[str, ...]:
    """The number of the sentence at `at`, or for an interviewer's question that of the answer."""
    following = (s for s in article.sentences[at:] if s.voice != "question")
    return tuple(s.id for s in islice(following, 1))


def bears_on_subject(text: str, lens: Lens, language: Language) -> bool:
    """Whether `text` names the subject of the lens."""
    return bool(lens.matcher(_SUBJECT, language).hits(_words(text, language)))


def holds_digest_terms(text: str, name: DigestTerms, lens: Lens, language: Language) -> bool:
    """Whether `text` has one of the terms that the lens lists for digests under `name`."""
    return bool(lens.matcher(name, language).hits(_words(text, language)))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word as it stands, and what it may be a form of."""

    text: str
    forms: frozenset[str]

    def is_form_of(self, term: _Word, language: Language) -> bool:
        if language == "kk":
            return self.text.casefold().startswith(term.text.casefold())
        if term.text.isupper() and len(term.text) > 1:  # UN, ООН: an abbreviation, not a word
            return self.text == term.text
        return not self.forms.isdisjoint(term.forms)

    def keys(self, language: Language) -> Iterable[str]:
        """What a term's first word is looked up by: its forms, or how a Kazakh stem begins."""
        return (self.text.casefold()[:2],) if language == "kk" else self.forms


@dataclass(frozen=True, slots=True)
class _Hit:
    """A term found in a sentence; `term` is its kind and its place among those."""

    term: tuple[str, int]
    weight: float


@lru_cache(maxsize=4096)  # one sentence is looked at for many lists of terms
def _words(text: str, language: Language) -> tuple[_Word, ...]:
    return tuple(_Word(m.group(), lemmas(m.group(), language)) for m in _WORD.finditer(text))


class _Matcher:
    """The terms of one dimension in one language, indexed by how they begin."""

    def __init__(
        self, terms: Mapping[str, Sequence[str | Sequence[str]]], lens: Lens, language: Language
    ) -> None:
        self._language = language
        self._gap = int(lens.matching["max_gap"])
        self._weights = {kind: lens.matching.get(f"{kind}_weight", 0.0) for kind in _KINDS}
        self._index: dict[str, dict[str, list[tuple[int, tuple[_Word, ...]]]]] = {kind: {} for kind in _KINDS}
        for kind, index in self._index.items():
            for number, term in enumerate(terms.get(kind, ())):
                for wording in (term,) if isinstance(term, str) else term:
                    words = _words(wording, language)
                    for key in words[0].keys(language):
                        index.setdefault(key, []).append((number, words))

    def hits(self, words: Sequence[_Word], *, bears: bool = True) -> list[_Hit]:
        """The terms of a sentence; a word inside one term is not counted again in another.

        Weak terms count where the text `bears` on the subject of the lens, or beside another term.
        """
        taken: set[int] = set()
        hits: list[_Hit] = []
        for kind in _KINDS:
            if kind == "weak" and not (bears or hits):
                break
            for term, place in sorted(
                self._places(kind, words), key=lambda found: len(found[1]), reverse=True
            ):
                if taken.isdisjoint(place):
                    taken.update(place)
                    hits.append(_Hit((kind, term), self._weights[kind]))
        return hits

    def _places(self, kind: str, words: Sequence[_Word]) -> Iterable[tuple[int, tuple[int, ...]]]:
        seen: set[int] = set()  # a term counts once a sentence
        for at, word in enumerate(words):
            for key in word.keys(self._language):
                for number, term in self._index[kind].get(key, ()):
                    place = self._place(term, words, at)
                    if place and number not in seen:
                        seen.add(number)
                        yield number, place

    def _place(self, term: Sequence[_Word], words: Sequence[_Word], first: int) -> tuple[int, ...] | None:
        place: list[int] = []
        at = first
        for wanted in term:
            reach = range(at, min(len(words), at + (self._gap + 1 if place else 1)))
            hit = next((i for i in reach if words[i].is_form_of(wanted, self._language)), None)
            if hit is None:
                return None
            place.append(hit)
            at = hit + 1
        return tuple(place)
