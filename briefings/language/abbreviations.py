"""Short forms that end in a full stop, by language, and what may follow when they end a sentence.

`never`: the stop never ends a sentence («им. Абая», "Mr. Smith").
`open`: the stop ends a sentence when the next word starts one («5 млрд. Это много»).
`starters`: words that start a sentence and hardly ever continue a name or a title.
`glued`: what follows an open short form without ending the sentence («долл. США»).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.domain import Language


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The short forms of one language, lower case, without the last stop."""

    never: frozenset[str]
    open: frozenset[str]
    starters: frozenset[str]
    glued: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ABBREVIATIONS: dict[Language, Abbreviations] = {
    "ru": Abbreviations(
        never=_words(
            "им ул просп проф акад доц канд докт напр см ср табл стр ст обл пос дер респ зам нач ген полк "
            "кап лейт сен деп изд ред т.е т.к т.н т.о гр г-н г-жа св мл бул наб пер кн корп вице р-н о-в"
        ),
        open=_words(
            "г гг в вв т тыс млн млрд трлн долл руб тг тенге др пр п пп кв м мм см км га ч час мин сек мес "
            "т.д т.п и.о н.э куб чел экз р к"
        ),
        starters=_words(
            "а но и в на по при для если это этот эта эти он она они оно мы вы я их его её ее как так также кроме "
            "однако поэтому потому после до ранее затем тогда сейчас теперь между тем об о от из с со к ко у "
            "над под через около все всё весь вся каждый напомним отметим впрочем наконец кстати там здесь что "
            "когда где хотя пока чтобы именно при этом в"
        ),
        glued=_words("сша ссср рф рк казахстана россии"),
    ),
    "kk": Abbreviations(
        never=_words("қ обл ауд проф акад көш мыс даңғ мкр г-н б.з.д б.з доц ғыл канд докт ред бас"),
        open=_words("ж жж ғ ғғ т тг долл млн млрд трлн мың т.б т.с.с сағ мин км га м бет кв"),
        starters=_words(
            "бұл ол олар осы сол біз сіз мен ал бірақ алайда сондай сонымен осыған бұған соған сондықтан себебі "
            "өйткені егер кейін бүгін қазір енді оның олардың мұндай бұдан осыдан сонда мұнда"
        ),
        glued=_words("ақш"),
    ),
    "en": Abbreviations(
        never=_words(
            "mr mrs ms dr prof st gen col sen rep gov lt sgt capt rev hon vs e.g i.e fig pp no nos jan feb mar apr "
            "jun jul aug sep sept oct nov dec est approx dept univ ft messrs mt cf viz al"
        ),
        open=_words("inc corp ltd co llc plc etc d.c u.s u.n u.k e.u a.m p.m jr sr ph.d u.s.a bn mln"),
        starters=_words(
            "the a an it its he she they we i you his her their our this that these those there in on at by for "
            "from with to of but and or so yet however when while if as after before since although though "
            "because meanwhile earlier later now today then what who why how where all some many most no not "
            "both each such one under over"
        ),
        glued=_words("dollars"),
    ),
}
