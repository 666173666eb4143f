"""Where two briefs of one event differ on the same matter: a figure, a date, a place, a form, a stage, a denial.

Only what clearly differs is told.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from briefings.digesting.figure_differences import figure_differences
from briefings.digesting.mentions import is_seat
from briefings.digesting.saying import Account, Claim, Difference, Said, in_common
from briefings.language.meaning.polarity import contradicts_negation
from briefings.language.meaning.tense import planned_as_done

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_DENIED, _CLOSE = 2.0, 3.0  # in common, to be of one matter: beside a denial, where only words tell
# Acts that have one place.
_HELD = frozenset({"talks", "meet", "sign", "visit", "summit", "forum", "session"})


def differences(one: Account, other: Account) -> tuple[Difference, ...]:
    """Where two briefs say different things of one matter, so that both cannot be true of one moment.

    A brief that holds both versions (moved from 15 May to 12 June) knows of the other: it differs from none.
    """
    return (
        *figure_differences(one.said, other.said),
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
        *figure_differences(before, after, knowing=True),
    )


def carried_out(before: Sequence[Said], after: Sequence[Said]) -> tuple[Difference, ...]:
    """What `before` plans and `after` reports as done."""
    return tuple(
        Difference("stage", Claim(plan, clash.source.text, "planned"), Claim(deed, clash.said.text, "done"))
        for plan, deed in product(before, after)
        if in_common(plan, deed) >= _DENIED
        for clash in planned_as_done(deed.text, plan.text, deed.language, plan.language)[:1]
    )


def denials(one: Sequence[Said], other: Sequence[Said]) -> tuple[Difference, ...]:
    """What one of the two says and the other denies."""
    return tuple(found for a, b in product(one, other) if (found := _denial(a, b)))


def _denial(a: Said, b: Said) -> Difference | None:
    if _denies(a) != _denies(b) and in_common(a, b) >= _DENIED:
        return Difference("denial", _stance(a, denied=_denies(a)), _stance(b, denied=_denies(b)))
    if a.language == b.language and in_common(a, b) + a.telling.lemmas.shared(b.telling.lemmas) >= _CLOSE:
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
        _denies(one) == _denies(said) and in_common(one, said) >= _DENIED and not _denial(one, said)
        for one in before
    )


def _denies(said: Said) -> bool:
    return "deny" in said.telling.acts.keys


def _places(one: Sequence[Said], other: Sequence[Said]) -> Iterator[Difference]:
    """Two places of one meeting: each statement names one city, and the other brief never does."""
    for a, b in product(one, other):
        here, there = _cities((a,)), _cities((b,))
        if len(here) != 1 or len(there) != 1 or here & _cities(other) or there & _cities(one):
            continue
        held = a.telling.acts.keys & b.telling.acts.keys & _HELD
        if held and in_common(a, b) >= _CLOSE:
            yield Difference("place", Claim(a, a.text, *here), Claim(b, b.text, *there))


def _cities(said: Iterable[Said]) -> frozenset[str]:
    return frozenset(key for s in said for key in s.telling.bodies.keys if is_seat(key))


def _forms(ours: Mapping[str, Said], theirs: Mapping[str, Said]) -> Iterator[Difference]:
    """A call in the one, a meeting in the other, of the same people."""
    if len(ours) == len(theirs) == 1 and ours.keys() != theirs.keys():
        ((form, a),), ((other_form, b),) = ours.items(), theirs.items()
        if in_common(a, b) >= _DENIED:
            yield Difference("form", Claim(a, a.text, form), Claim(b, b.text, other_form))
