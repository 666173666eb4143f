"""Figures that follow from those of the source by a step anybody can check: a sum, the rest, how many times.

A step counts only where words tell of it: a sum of what is called together, a difference of what is called
more, less or the rest. Else any number could be made of any two.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from briefings.language.figures.figure import CalendarDate, Figure
from briefings.language.figures.multiples import as_shares, by_the_piece, multiplied, points_right, shrunk
from briefings.language.figures.rests import of_amounts, others_of_them, rests, rests_of_amounts
from briefings.language.figures.telling import ADDS, EARLIER, HUNDRED, NEAR, OUT_OF, Texts, add_up, tells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language


_TOGETHER: dict[Language, str] = {
    "ru": r"вместе|всего|итого|сум\w+|общ\w{2,3}|совокупн\w+|за \w+ (?:года|лет)",
    "kk": r"барлығы\w*|жалпы|жиыны|бірге|бірлесіп|қосқанда|қосып|жинақтап|тұтас\w*",
    "en": r"together|total\w*|in all|altogether|combined|overall|in sum|between them|jointly|sum",
}
_APART: dict[Language, str] = {
    "ru": r"без|кроме|помимо|вычетом|ещё|еще|дополнительн\w+"
    r"|(?:больше|меньше|короче|длиннее|дольше|ниже|выше|дешевле|дороже|быстрее|медленнее)"
    r"(?! (?:чем )?(?:\d|полов|трет|четв))|остальн\w+|оста\w+"
    r"|прочи\w+|разниц\w+|разрыв\w*|прибав\w+|на(?= (?:\d|дв|тр|четыр|пят|шест|сем|восьм|девят|десят|полт))|не"
    r"|ваканс\w*|ваканто\w*"
    r"|незанят\w*|пуст(?:ы|ует|уют|ой|ых|ые|ыми)|нехватк\w+|недоста\w+|дефицит\w*",
    "kk": r"қоспағанда|есептемегенде|\w+с[ыі]з|тағы|қосымша|артық|көп|аз|кем|қалған\w*|өзге\w*|басқа\w*|айырма\w*|емес"
    r"|бос|жетпей\w*|жетіспе\w*|тапшы\w*|жоқ|\w{2,}[мбп][ае](?:й[дт]\w+|ғ[ае]н\w*|г[ае]н\w*|д[ыі])"
    r"|\w+[ғгқк][ае] (?:[–—-] [^.;–—-]{1,60} |\w+ ){0,1}(?:азай|көбей|өс|кемі|арт|төмен|қысқар)\w*",
    "en": r"without|apart|minus|excluding|besides|vacan\w*|empty|unfilled|unmanned"
    r"|(?:more|fewer|less|(?:short|long|low|high|cheap|small|larg|bigg|fast|slow|dear|wid|quick|heavi)er)"
    r"(?! than (?:\d|half|a ))|another|additional\w*|extra|further|rest|remain\w+|left"
    r"|others?|difference|gap|by(?= [\d$€£])|not|never|\w+n['’]t|short|shy|shortfall|shortage|lack\w*|missing",
}
# "Omel and nine other towns": ten in all.
_BESIDES: dict[Language, str] = {
    "ru": r"(?:ещ[её]|и другие)\s+{0}|{0}\s+(?:других|другие|другими|прочих)",
    "kk": r"(?:тағы|басқа|өзге)\s+(?:да\s+)?{0}|{0}\s+(?:басқа|өзге)",
    "en": r"(?:another|other|a further)\s+{0}|{0}\s+(?:other|others|more|further)",
}
_AMONG: dict[Language, str] = {
    "ru": r"среди (?:них|которых)|в том числе|включая|вместе с|в их числе|числе котор\w+|из них",
    "kk": r"соның ішінде|оның ішінде|арасында|қоса|бірге|бірі",
    "en": r"among (?:them|which|whom)|including|included|with \w+|one of them",
}
# What stands behind the step from then to now.
_THAN_THEN: dict[Language, str] = {
    "ru": r"(?:\w+\s+)?(?:(?P<more>больше|выше)|меньше|ниже),?\s+(?:чем|прошлогодн|прежн|предыдущ)",
    "kk": r"(?:\w+\s+)?(?:(?P<more>көп|артық|жоғары)|аз|кем|төмен)(?!\w)",
    "en": r"(?:[\w-]+\s+)?(?:(?P<more>more|higher|larger)|fewer|less|lower)\s+than\s+(?!\d)",
}
# A rank has others before it: the fourth of its kind, "three earlier ones".
_PRECEDING: dict[Language, str] = {
    "ru": r"предыдущ\w+|прежн\w+|ранее|раньше|предшеств\w+|до (?:этого|него|неё|нее|них)|уже",
    "kk": r"бұрынғы|алдыңғы|бұған дейін\w*|осыған дейін\w*|бұрын",
    "en": r"earlier|previous\w*|preced\w+|before|already|prior|past",
}


def worked_out(texts: Texts, held: Sequence[Figure]) -> Iterator[Figure]:
    """The figures that follow from `held` and that the words of the statement announce.

    `held` are the figures of one cited sentence or of all of them.
    """
    source, there = texts.source, texts.there
    amounts = [f for f in held if isinstance(f.value, Decimal) and f.certain and f.value > 0]
    spoken = {f.value for f in texts.said}
    yield from _of_pairs(amounts, spoken, texts)
    yield from as_shares(held, source, there)
    shares = {f.value for f in held if f.kind == "percent"}
    for left in as_shares(texts.said, texts.statement, texts.language):
        if left.value in shares:
            yield from (f for f in texts.said if f.start == left.start)
    yield from rests(amounts, texts)
    yield from multiplied(amounts, held, texts)
    yield from of_amounts(held, source, there)
    yield from rests_of_amounts(held, texts)
    yield from _counted_out_of(amounts, source, there)
    yield from _compared_with(amounts, source, there)
    yield from by_the_piece(amounts, spoken, source, there)
    yield from others_of_them(amounts, spoken, source, there)
    yield from shrunk(held, texts)
    yield from _counted_otherwise(held, amounts, texts)


def _of_pairs(
    amounts: Sequence[Figure], spoken: set[Decimal | CalendarDate], texts: Texts
) -> Iterator[Figure]:
    together = tells(_TOGETHER[texts.language], texts.statement)
    apart = tells(_APART[texts.language], texts.statement)
    earlier = tells(EARLIER[texts.there], texts.source)
    for a, b in combinations(amounts, 2):
        if points_right(a, b, texts):
            yield from _of_two(a, b, together or {a.value, b.value} <= spoken, apart)
        yield from _parts(a, b, spoken, earlier)


def _counted_otherwise(held: Sequence[Figure], amounts: Sequence[Figure], texts: Texts) -> Iterator[Figure]:
    """Those before a rank (three earlier ones of the fourth), and one more than the "others" told of."""
    if tells(_PRECEDING[texts.language], texts.statement):
        for f in held:
            if f.kind == "ordinal" and isinstance(f.value, Decimal) and f.value > 2:
                yield replace(f, kind="number", value=f.value - 1, unit=None)
    if tells(_AMONG[texts.language], texts.statement):
        for f in amounts:
            if f.kind == "number" and tells(_BESIDES[texts.there].format(re.escape(f.text)), texts.source):
                yield replace(f, value=Decimal(str(f.value)) + 1)


def _of_two(a: Figure, b: Figure, together: bool, apart: bool) -> Iterator[Figure]:
    left, right = a.value, b.value
    if not (isinstance(left, Decimal) and isinstance(right, Decimal)) or not add_up(a, b):
        return
    like = a if a.kind == "money" else b
    if together:
        yield replace(like, value=left + right)
    if left == right:
        return
    if apart:
        # two shares of a hundred differ by points
        unit = "point" if a.kind == "percent" else like.unit
        yield replace(like, value=abs(left - right), unit=unit)
    times = max(left, right) / min(left, right)
    yield Figure("multiple", like.start, like.end, like.text, times.normalize())
    if a.kind != "percent":
        yield Figure("percent", like.start, like.end, like.text, abs(right - left) / left * HUNDRED)


def _parts(a: Figure, b: Figure, spoken: set[Decimal | CalendarDate], earlier: bool) -> Iterator[Figure]:
    """The share that one number is of another, and the change from the second, which the source calls the earlier."""
    left, right = a.value, b.value
    if (
        not (isinstance(left, Decimal) and isinstance(right, Decimal))
        or not add_up(a, b)
        or a.kind == "percent"
    ):
        return
    if max(left, right) in spoken:
        yield Figure("percent", a.start, a.end, a.text, min(left, right) / max(left, right) * HUNDRED)
    if earlier:
        yield Figure("percent", a.start, a.end, a.text, abs(right - left) / right * HUNDRED)


def _counted_out_of(amounts: Sequence[Figure], source: str, there: Language) -> Iterator[Figure]:
    """The share that a count is of its whole: «12 из 40 районов»."""
    for one, whole in pairwise(amounts):
        between = source[one.end : whole.start]
        if {one.kind, whole.kind} == {"number"} and re.fullmatch(OUT_OF[there], between):
            share = Decimal(str(one.value)) / Decimal(str(whole.value)) * HUNDRED
            yield replace(one, kind="percent", value=share)


def _compared_with(amounts: Sequence[Figure], source: str, there: Language) -> Iterator[Figure]:
    """The amount of then, which the source tells by what is more now: "9,000, which is 1,500 more than in 2026"."""
    for now, step in pairwise(amounts):
        found = re.match(rf"\s*(?:{_THAN_THEN[there]})", source[step.end : step.end + NEAR], re.IGNORECASE)
        counted = {now.kind, step.kind} <= ADDS - {"percent"}
        ahead, change = Decimal(str(now.value)), Decimal(str(step.value))
        if found and counted and ahead > change:
            yield replace(now, value=ahead - change if found["more"] else ahead + change)
