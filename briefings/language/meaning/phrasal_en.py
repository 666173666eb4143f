"""English verbs with a particle, which say another thing than the verb alone: "turn down" is to reject.

Each is read as the single word that stands for it; its particle may follow the object ("called the tour off").
"""

from __future__ import annotations

from briefings.language.lemmas import lemmas

_TABLE = """
turn down: reject | call off: cancel | put off: postpone | hold back: delay | hold up: delay | set up: create
shut down: close
pull out: leave | pull back: withdraw | back out: leave | give up: abandon | break off: stop | go up: rise
go down: fall
bring down: reduce | bring up: raise | cut back: reduce | cut down: reduce | scale back: reduce
scale up: expand | step up: increase
step down: resign | carry on: continue | carry out: implement | draw up: draft | draw down: reduce
bring in: introduce
phase out: abolish | roll out: launch | hand over: transfer | take over: acquire | lay off: dismiss
sign up: register
let in: admit | keep out: ban | fall through: fail | speed up: accelerate | slow down: slow | open up: open
ease off: weaken
shoot down: reject | rule out: exclude | strike down: abolish | throw out: reject | wave through: approve
sign off: approve
back down: retreat | stand down: resign | start up: launch | kick off: begin | wind down: close | wind up: close
make up: constitute | set out: describe | put forward: propose | look into: investigate | take part: participate
drop out: leave | opt out: leave | team up: cooperate | beef up: strengthen | water down: weaken
prop up: support | shore up: strengthen
lock up: arrest | pay back: repay | pay off: repay | give back: return | send back: return
hand back: return | buy up: buy | sell off: sell
cast off: abandon | clear up: clarify | point out: note | find out: learn | turn up: come | set off: leave
take off: leave
grow bored: tire | grow tired: tire | grow weary: tire | grow impatient: tire
grow old: age | grow used: accustom | grow dark: darken | grow cold: cool | grow close: approach
"""
PHRASAL: dict[tuple[str, str], str] = {
    (verb, particle): meaning.strip()
    for line in _TABLE.strip().splitlines()
    for phrase, _, meaning in (entry.partition(":") for entry in line.split("|"))
    for verb, particle in (phrase.split(),)
}
PARTICLES = frozenset(particle for _, particle in PHRASAL)
_VERBS = {key: verb for verb, _ in PHRASAL for key in lemmas(verb, "en")}


def meaning_of(keys: frozenset[str], particle: str) -> str | None:
    """The word that a verb with these `keys` stands for with `particle`; None when the two are no phrase."""
    verb = next((_VERBS[key] for key in sorted(keys) if key in _VERBS), None)
    return PHRASAL.get((verb, particle)) if verb else None
