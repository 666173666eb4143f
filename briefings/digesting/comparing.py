"""Where two briefs of one event differ on the same matter: a figure, a date, a place, a form, a stage, a denial.

Only what clearly differs is told. A difference that cannot be tied to one matter is passed over: two
figures side by side that count different things would be worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Literal

from briefings.digesting.telling import (
    Telling,
    day_of,
    figure_item,
    is_seat,
    language_of,
    told_in,
    what_happened,
)
from briefings.language.figures import CalendarDate, find_figures, missing_figures
from briefings.language.meaning.polarity import contradicts_negation
from briefings.language.meaning.tense import planned_as_done
from briefings.language.meaning.words import same_word, words
from briefings.lens import holds_digest_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefings.domain import Brief, Language, Statement
    from briefings.language.figures import Figure
    from briefings.language.meaning.words import Word
    from briefings.lens import DigestTerms, Lens

Kind = Literal["money", "number", "percent", "date", "place", "form", "stage", "denial"]

_SAME_SIZE = 2  # figures of one matter differ by less than so many times
_FULL = 1.0  # weight of one thing that means something
_DENIED, _CLOSE = 2.0, 3.0  # in common, to be of one matter: beside a denial, where only words tell
FORMS: tuple[DigestTerms, ...] = ("contact_remote", "contact_in_person")
_HELD = frozenset(
    {"talks", "meet", "sign", "visit", "summit", "forum", "session"}
)  # acts that have one place


@dataclass(frozen=True)
class Said:
    """One statement of a brief about what happened, in the outlet's or an official's voice."""

    statement: Statement
    brief: Brief
    language: Language
    telling: Telling

    @property
    def text(self) -> str:
        """The words of the statement."""
        return self.statement.text


@dataclass(frozen=True)
class Claim:
    """One side of a difference: the statement, the words that differ, and what they come to in any language."""

    said: Said
    words: str
    value: str


@dataclass(frozen=True)
class Difference:
    """What two statements say differently of one matter."""

    kind: Kind
    one: Claim
    other: Claim


def said_in(brief: Brief) -> tuple[Said, ...]:
    """What `brief` says happened, each statement once. Forecasts of experts and our assessments are none."""
    language = language_of(brief)
    published = day_of(brief.article.published)
    stated = {s.text: s for s in what_happened(brief) if s.voice in ("reported", "official")}
    return tuple(Said(s, brief, language, told_in((s.text,), language, published)) for s in stated.values())


@dataclass(frozen=True)
class Account:
    """What a brief says happened, and the forms of contact it names, each with the first statement that does."""

    brief: Brief
    said: tuple[Said, ...]
    forms: Mapping[str, Said]


def account_of(brief: Brief, lens: Lens) -> Account:
    """What `brief` says happened, by the terms of `lens` for forms of contact."""
    said = said_in(brief)
    forms: dict[str, Said] = {}
    for one in said:
        form = next((f for f in FORMS if holds_digest_terms(one.text, f, lens, one.language)), None)
        if form:
            forms.setdefault(form, one)
    return Account(brief, said, forms)


def differences(one: Account, other: Account) -> tuple[Difference, ...]:
    """Where two briefs say different things of one matter, so that both cannot be true of one moment.

    A brief that holds both versions (moved from 15 May to 12 June) knows of the other: it differs from none.
    """
    return (
        *_figures(one.said, other.said),
        *_places(one.said, other.said),
        *_forms(one.forms, other.forms),
        *denials(one.said, other.said),
    )


def superseded(before: Sequence[Said], after: Sequence[Said]) -> tuple[Difference, ...]:
    """What `after` says in place of `before`, also where it still tells what was said.

    What `before` holds both of already, denied and reported or planned and done, is nothing new.
    """
    return (
        *(found for found in denials(before, after) if not _stands_in(before, found.other.said)),
        *(found for found in carried_out(before, after) if not carried_out((found.one.said,), before)),
        *_figures(before, after, knowing=True),
    )


def carried_out(before: Sequence[Said], after: Sequence[Said]) -> tuple[Difference, ...]:
    """What `before` plans and `after` reports as done."""
    return tuple(
        Difference("stage", Claim(plan, clash.source.text, "planned"), Claim(deed, clash.said.text, "done"))
        for plan, deed in product(before, after)
        if _common(plan, deed) >= _DENIED
        for clash in planned_as_done(deed.text, plan.text, deed.language, plan.language)[:1]
    )


def added_figures(before: Sequence[Said], after: Sequence[Said]) -> tuple[Said, ...]:
    """The statements of `after` with a figure that `before` holds nowhere."""
    return tuple(said for said in after if _unshared(said, before))


def denials(one: Sequence[Said], other: Sequence[Said]) -> tuple[Difference, ...]:
    """What one of the two says and the other denies."""
    return tuple(found for a, b in product(one, other) if (found := _denial(a, b)))


def _denial(a: Said, b: Said) -> Difference | None:
    if _denies(a) != _denies(b) and _common(a, b) >= _DENIED:
        return Difference("denial", _stance(a, denied=_denies(a)), _stance(b, denied=_denies(b)))
    if a.language == b.language and _common(a, b) + a.telling.lemmas.shared(b.telling.lemmas) >= _CLOSE:
        for clash in contradicts_negation(b.text, a.text, b.language, a.language):
            # "not 1.1 billion" denies a figure, and that is told as a figure
            if not any(character.isdigit() for character in clash.said.text + clash.source.text):
                denied = clash.said.kind == "negation"
                return Difference("denial", _stance(a, denied=not denied), _stance(b, denied=denied))
    return None


def _stance(said: Said, *, denied: bool) -> Claim:
    return Claim(said, said.text, "denied" if denied else "reported")


def _stands_in(before: Sequence[Said], said: Said) -> bool:
    """Whether `before` says the same of the matter already, and denies no more and no less."""
    return any(
        _denies(one) == _denies(said) and _common(one, said) >= _DENIED and not _denial(one, said)
        for one in before
    )


def _denies(said: Said) -> bool:
    return "deny" in said.telling.acts.keys


def _common(a: Said, b: Said) -> float:
    """How much two statements have in common, figures left out: they are what may differ."""
    ours, theirs = a.telling, b.telling
    return ours.names.shared(theirs.names) + ours.bodies.shared(theirs.bodies) + ours.acts.shared(theirs.acts)


def _figures(one: Sequence[Said], other: Sequence[Said], *, knowing: bool = False) -> Iterator[Difference]:
    """Different figures of one matter; `knowing`: the other may name the first one's figure beside its own."""
    for a, b in product(one, other):
        mine = _telling_figures(a) if knowing else _unshared(a, other)
        for f, g in product(mine, _unshared(b, one)):
            kind = _kind(f)
            if kind is None or kind != _kind(g) or f.unit != g.unit:
                continue
            if _same_matter(kind, (f, a, one), (g, b, other)):
                yield Difference(kind, _claim(f, a), _claim(g, b))


def _claim(figure: Figure, said: Said) -> Claim:
    item = figure_item(figure, said.telling.published)
    return Claim(said, figure.text, min(item.keys) if item else figure.text)


def _kind(figure: Figure) -> Kind | None:
    if isinstance(figure.value, CalendarDate):
        return "date" if figure.value.day and figure.value.month else None
    kinds: dict[str, Kind] = {"money": "money", "number": "number", "percent": "percent"}
    return kinds.get(figure.kind)


_Placed = tuple["Figure", Said, "Sequence[Said]"]


def _same_matter(kind: Kind, one: _Placed, other: _Placed) -> bool:
    (f, a, all_a), (g, b, all_b) = one, other
    if _common(a, b) < _FULL:
        return False
    if kind != "date" and not _of_one_size(f, g):
        return False
    if kind == "number" and a.language == b.language:
        counted = _counted(f, a), _counted(g, b)
        return counted[0] is not None and counted[1] is not None and same_word(counted[0], counted[1])
    # In two languages only the one figure of its kind that each brief has is sure to be of one matter.
    return len(_of_kind(all_a, f)) == 1 and len(_of_kind(all_b, g) - _of_kind(all_a, f)) == 1


def _of_one_size(f: Figure, g: Figure) -> bool:
    if isinstance(f.value, CalendarDate) or isinstance(g.value, CalendarDate):
        return False
    smaller, larger = sorted((f.value, g.value))
    return smaller > 0 and larger < smaller * _SAME_SIZE


def _of_kind(said: Iterable[Said], like: Figure) -> set[object]:
    """The different values that `said` holds in the kind and unit of a figure."""
    return {
        f.value for s in said for f in _telling_figures(s) if _kind(f) == _kind(like) and f.unit == like.unit
    }


def _telling_figures(said: Said) -> tuple[Figure, ...]:
    found = find_figures(said.text, said.language)
    items = ((f, figure_item(f, said.telling.published)) for f in found)
    return tuple(f for f, item in items if item is not None and item.weight >= _FULL)


def _unshared(said: Said, others: Sequence[Said]) -> tuple[Figure, ...]:
    """The figures of `said` that the other brief holds nowhere, in whatever rounding."""
    if not others:
        return ()
    missing = missing_figures(said.text, [o.text for o in others], said.language, others[0].language)
    return tuple(figure for figure in _telling_figures(said) if figure in missing)


def _counted(figure: Figure, said: Said) -> Word | None:
    """The word for what a plain number counts: the next one that carries facts."""
    return next((w for w in words(said.text, said.language) if w.content and w.start >= figure.end), None)


def _places(one: Sequence[Said], other: Sequence[Said]) -> Iterator[Difference]:
    """Two places of one meeting: each statement names one city, and the other brief never does."""
    for a, b in product(one, other):
        here, there = _cities((a,)), _cities((b,))
        if len(here) != 1 or len(there) != 1 or here & _cities(other) or there & _cities(one):
            continue
        held = a.telling.acts.keys & b.telling.acts.keys & _HELD
        if held and _common(a, b) >= _CLOSE:
            yield Difference("place", Claim(a, a.text, *here), Claim(b, b.text, *there))


def _cities(said: Iterable[Said]) -> frozenset[str]:
    return frozenset(key for s in said for key in s.telling.bodies.keys if is_seat(key))


def _forms(ours: Mapping[str, Said], theirs: Mapping[str, Said]) -> Iterator[Difference]:
    """A call in the one, a meeting in the other, of the same people."""
    if len(ours) == len(theirs) == 1 and ours.keys() != theirs.keys():
        ((form, a),), ((other_form, b),) = ours.items(), theirs.items()
        if _common(a, b) >= _DENIED:
            yield Difference("form", Claim(a, a.text, form), Claim(b, b.text, other_form))
