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
from briefings.language.names.known import known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language

_TOGETHER: dict[Language, str] = {
    "ru": r"вместе|всего|итого|сум\w+|общ\w{2,3}|совокупн\w+|за \w+ (?:года|лет)",
    "kk": r"барлығы\w*|жалпы|жиыны|бірге|бірлесіп|қосқанда|қосып|жинақтап|тұтас\w*",
    "en": r"together|total\w*|in all|altogether|combined|overall|in sum|between them|jointly|sum",
}
_APART: dict[Language, str] = {
    "ru": r"ещё|еще|дополнительн\w+|(?:больше|меньше)(?! (?:чем )?(?:\d|полов|трет|четв))|остальн\w+|оста\w+"
    r"|прочи\w+|разниц\w+|разрыв\w*|прибав\w+|на(?= \d)|не|без|нехватк\w+|недоста\w+|дефицит\w*",
    "kk": r"тағы|қосымша|артық|көп|аз|кем|қалған\w*|өзге\w*|басқа\w*|айырма\w*|емес"
    r"|жетпей\w*|жетіспе\w*|тапшы\w*|жоқ|\w{3,}с[ыі]з|\w{2,}[мбп][ае](?:й[дт]\w+|ғ[ае]н\w*|г[ае]н\w*|д[ыі])"
    r"|\w+[ғгқк][ае] (?:[–—-] [^.;–—-]{1,60} |\w+ ){0,1}(?:азай|көбей|өс|кемі|арт|төмен|қысқар)\w*",
    "en": r"(?:more|fewer|less)(?! than (?:\d|half|a ))|another|additional\w*|extra|further|rest|remain\w+|left"
    r"|others?|difference|gap|by(?= [\d$€£])|not|\w+n['’]t|without|never|short|shy|shortfall|shortage|lack\w*|missing",
}
_REST: dict[Language, str] = {
    "ru": r"остальн\w+|остат\w+|остав\w+|прочи\w+",
    "kk": r"қалған\w*|өзге\w*",
    "en": r"rest|remain\w+|others?|remainder",
}
# Of whom a share does, the rest do not: «треть доживает», «две трети не доживают».
_DENIED: dict[Language, str] = {
    "ru": r"не|пуст\w+|простаива\w+|свободн\w+",
    "kk": r"\w+[мбп][ае](?:й\w*|ғ\w+|г\w+|д[ыі])|емес|жоқ|бос",
    "en": r"not|never|fails?|failed|idle|empty|unused|vacant|\w+n['’]t",
}
_BREAK = re.compile(r"[,;:.]\s|\n")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5  # letters that two forms of a word share
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
_EARLIER: dict[Language, str] = {
    "ru": r"ранее|раньше|прошл\w+|предыдущ\w+|до этого|против",
    "kk": r"бұрын|алдыңғы|өткен|былтыр\w*",
    "en": r"earlier|before|previous\w*|last|against|from",
}
_LESS: dict[Language, str] = {
    "ru": r"меньше|ниже|дешевле|реже|сокра\w+|упа\w+|сниз\w+|уменьш\w+",
    "kk": r"аз\w*|кем\w*|төмен\w*|қысқар\w*|арзан\w*",
    "en": r"less|fewer|lower|smaller|cheaper",
}
_MORE: dict[Language, str] = {
    "ru": r"больше|выше|дороже|чаще|длиннее",
    "kk": r"көп\w*|артық|жоғары|қымбат\w*",
    "en": r"as\s+(?:much|many|long|big|large)|more|higher|larger|dearer",
}
# What ties a share to the amount it is of: "half of it", "of which Spain pays a third"; and counts to their whole.
_OF_IT: dict[Language, str] = {
    "ru": r"из (?:них|него|неё|нее|которых|которого|которой|этой|этих|этого)|е[ёе]|его|их|сумм\w+|средств|расходов"
    r"|затрат|стоимост\w+|денег|цены|бюджета",
    "kk": r"оның|соның|олардың|мұның|бұл соманың|соманың|қаражаттың|шығынның|шығындардың|құнының|ақшаның",
    "en": r"of (?:it|which|that|them|this|those|these)|(?:of )?(?:the |its |this )?(?:money|costs?|sum|total|bill"
    r"|amount|price|budget|funding|funds|spending)",
}
_INSTEAD: dict[Language, str] = {
    "ru": r",?\s+(?:вместо|против|а\s+не|вместо\s+прежних)\s+",
    "kk": r"(?:\s+\w+)?\s+(?:орнына|емес,)\s+",
    "en": r",?\s+(?:instead\s+of|rather\s+than|against|down\s+from|up\s+from|not)\s+",
}
_OUT_OF: dict[Language, str] = {
    "ru": r"\s+из\s+(?:\w+\s+){0,2}",
    "kk": r"(?!)",
    "en": r"\s+(?:out\s+)?of\s+(?:[\w’'-]+\s+){0,3}",
}
_KAZAKH_OF = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}[\w-]+(?:ның|нің|дың|дің|тың|тің)\s+"
)  # «12 мың ұғымның 30 пайызы»
# A rank has others before it: the fourth of its kind, "three earlier ones".
_PRECEDING: dict[Language, str] = {
    "ru": r"предыдущ\w+|прежн\w+|ранее|раньше|предшеств\w+|до (?:этого|него|неё|нее|них)|уже",
    "kk": r"бұрынғы|алдыңғы|бұған дейін\w*|осыған дейін\w*|бұрын",
    "en": r"earlier|previous\w*|preced\w+|before|already|prior|past",
}
_SENTENCE = re.compile(r"[.!?](?:\s|$)|\n")
_TITLED = re.compile(r"\b[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]+")
_FEW = 2  # words beside "the rest"
_NEAR = 60  # characters around a share
_ADDS = frozenset({"number", "money", "percent", "duration"})
_LARGE = 1000  # «1,2 млрд тенге, ещё 600 млн»: a large number beside money is money too
_HUNDRED, _CENT = Decimal(100), Decimal("0.01")


def worked_out(
    statement: str,
    language: Language,
    said: Sequence[Figure],
    source: str,
    there: Language,
    held: Sequence[Figure],
) -> Iterator[Figure]:
    """The figures that follow from `held` and that the words of `statement` announce.

    `said` are the figures of the statement, `held` those of one cited sentence or of all of them, in `source`.
    """
    held = [*held, *_of_the_same_unit(held, source, there)]
    amounts = [f for f in held if isinstance(f.value, Decimal) and f.certain and f.value > 0]
    spoken = {f.value for f in said}
    for a, b in combinations(amounts, 2):
        if _points_right(a, b, said, statement, language, source):
            yield from _of_two(a, b, statement, language, {a.value, b.value} <= spoken)
        yield from _parts(a, b, spoken, _tells(_EARLIER[there], source))
    yield from _as_shares(held, source, there)
    shares = {f.value for f in held if f.kind == "percent"}
    for left in _as_shares(said, statement, language):
        if left.value in shares:
            yield from (f for f in said if f.start == left.start)
    yield from _rests(amounts, statement, language, said, source, there)
    yield from _multiplied(amounts, statement, said, source, there, held)
    yield from _of_amounts(held, source, there)
    yield from _rest_of_amounts(held, statement, language, said, source, there)
    yield from _counted_out_of(amounts, source, there)
    if _tells(_PRECEDING[language], statement):
        for f in held:
            if f.kind == "ordinal" and isinstance(f.value, Decimal) and f.value > 2:
                yield replace(f, kind="number", value=f.value - 1, unit=None)
    if _tells(_AMONG[language], statement):
        for f in amounts:
            if f.kind == "number" and _tells(_BESIDES[there].format(re.escape(f.text)), source):
                yield replace(f, value=Decimal(str(f.value)) + 1)


def _of_the_same_unit(held: Sequence[Figure], source: str, there: Language) -> Iterator[Figure]:
    """Numbers that are set against an amount and leave out its unit: «девять суток вместо четырнадцати»."""
    for one, other in pairwise(held):
        if {one.kind, other.kind} in ({"duration", "number"}, {"money", "number"}, {"percent", "number"}):
            full, bare = (one, other) if other.kind == "number" else (other, one)
            if re.fullmatch(_INSTEAD[there], source[one.end : other.start], re.IGNORECASE):
                yield replace(bare, kind=full.kind, unit=full.unit)


def _counted_out_of(amounts: Sequence[Figure], source: str, there: Language) -> Iterator[Figure]:
    """The share that a count is of its whole: «12 из 40 районов»."""
    for one, whole in pairwise(amounts):
        between = source[one.end : whole.start]
        if {one.kind, whole.kind} == {"number"} and re.fullmatch(_OUT_OF[there], between):
            share = Decimal(str(one.value)) / Decimal(str(whole.value)) * _HUNDRED
            yield replace(one, kind="percent", value=share)


def _of_amounts(held: Sequence[Figure], source: str, there: Language) -> Iterator[Figure]:
    """What a share comes to of the amount that its sentence gives it of: half of $40 million."""
    shares = [f for f in held if _is_share(f)]
    for amount in held:
        if amount.kind not in ("money", "number", "duration") or not isinstance(amount.value, Decimal):
            continue
        behind = (f for f in shares if f.start >= amount.end)
        share = next((f for f in behind if not _SENTENCE.search(source, amount.end, f.start)), None)
        before = next((f for f in shares if re.fullmatch(_OUT_OF[there], source[f.end : amount.start])), None)
        if share and not _tells(
            _OF_IT[there], source[max(amount.end, share.start - _NEAR) : share.end + _NEAR]
        ):
            share = None
        genitive = next((f for f in shares if _KAZAKH_OF.fullmatch(source[amount.end : f.start])), None)
        for of_it in filter(None, (share, before, genitive if there == "kk" else None)):
            part = _exactly(Decimal(str(of_it.value)))
            yield replace(amount, value=(amount.value * part).quantize(_CENT).normalize())


def _rest_of_amounts(
    held: Sequence[Figure],
    statement: str,
    language: Language,
    said: Sequence[Figure],
    source: str,
    there: Language,
) -> Iterator[Figure]:
    """What such a share leaves of an amount, if the statement calls it the rest or gives it to whom the source does."""
    theirs = [stretch for stretch in _BREAK.split(source) if _tells(_REST[there], stretch)]
    for part in _of_amounts(held, source, there):
        whole = next(f for f in held if f.start == part.start)
        rest = replace(part, value=Decimal(str(whole.value)) - Decimal(str(part.value)))
        others = " ".join(stretch for stretch in _BREAK.split(source) if stretch not in theirs)
        bearer = _stems(" ".join(theirs)) - _stems(others)
        for figure in said:
            near = _stretch(statement, figure.start)
            if (
                figure.value == rest.value
                and theirs
                and (_tells(_REST[language], near) or bearer & _stems(near))
            ):
                yield rest


def _exactly(percent: Decimal) -> Decimal:
    """A percentage as a part of one; 33.33 is a third."""
    thirds = (percent * 3 / _HUNDRED).quantize(Decimal(1))
    third = abs(percent - thirds * _HUNDRED / 3) < _CENT
    return thirds / 3 if third else percent / _HUNDRED


def _rests(
    amounts: Sequence[Figure],
    statement: str,
    language: Language,
    said: Sequence[Figure],
    source: str,
    there: Language,
) -> Iterator[Figure]:
    """What is left, where the statement calls it the rest or gives it to whom the source does."""
    theirs = [s for s in _BREAK.split(source) if _tells(_REST[there], s)]
    for part, rest in _left_over(amounts, source, there):
        for figure in said:
            if figure.kind not in (rest.kind, "number") or not _near(figure, rest):
                continue
            near = _stretch(statement, figure.start)
            beside = _stretch(source, part.start)
            bearer = _stems(" ".join(theirs)) - _stems(beside)
            rest_of = _named(_before_rest(theirs, there)) & _named(near)
            turned = bool(rest_of) or (
                _is_share(part) and _tells(_DENIED[language], near) != _tells(_DENIED[there], beside)
            )
            if _tells(_REST[language], near) or bearer & _stems(near) or turned:
                yield rest


def _named(text: str) -> set[str]:
    """The countries and bodies that `text` names by one word, by their keys."""
    return {key for word in _TITLED.findall(text) if (key := known(word))}


def _before_rest(stretches: Sequence[str], there: Language) -> str:
    """The words right before "the rest": who takes it."""
    found = [re.search(rf"(?<!\w)(?:{_REST[there]})(?!\w)", s, re.IGNORECASE) for s in stretches]
    return " ".join(
        " ".join([*s[: m.start()].split()[-_FEW:], *s[m.end() :].split()[:_FEW]])
        for s, m in zip(stretches, found, strict=True)
        if m
    )


def _near(figure: Figure, rest: Figure) -> bool:
    asked, left = figure.value, rest.value
    if not isinstance(asked, Decimal) or not isinstance(left, Decimal):
        return False
    return asked == left or (figure.rounding != "none" and abs(asked - left) <= left / 10)


def _left_over(amounts: Sequence[Figure], source: str, there: Language) -> Iterator[tuple[Figure, Figure]]:
    """A part and what it leaves of a hundred percent, or parts of the sum that the same sentence gives first."""
    for share in filter(_is_share, amounts):
        yield share, replace(share, value=_HUNDRED - Decimal(str(share.value)))
    for sentence in re.finditer(r"[^\n]+", source):
        rest = re.search(rf"(?<!\w)(?:{_REST[there]})(?!\w)", sentence.group(), re.IGNORECASE)
        if rest is None:
            continue
        before = [f for f in amounts if sentence.start() <= f.start < sentence.start() + rest.start()]
        shares = [Decimal(str(f.value)) for f in before if _is_share(f)]
        if len(shares) > 1 and sum(shares) < _HUNDRED:
            last = next(f for f in reversed(before) if _is_share(f))
            yield last, replace(last, value=_HUNDRED - sum(shares))
        counted = [f for f in before if f.kind in ("money", "number")]
        whole = next(iter(counted), None)
        parts = [f for f in counted[1:] if whole is not None and _add_up(whole, f)]
        left = Decimal(str(whole.value)) - sum(Decimal(str(f.value)) for f in parts) if whole else 0
        if whole is not None and parts and left > 0:
            yield parts[-1], replace(whole, value=Decimal(left))


def _multiplied(
    amounts: Sequence[Figure],
    statement: str,
    said: Sequence[Figure],
    source: str,
    there: Language,
    multiples: Sequence[Figure],
) -> Iterator[Figure]:
    """An amount that the source gives as a multiple of another: «взнос — вдвое меньше», "half as much"."""
    for f in multiples:
        factor = _factor(f, source, there)
        base = next(
            (a for a in reversed(amounts) if a.end <= f.start and a.kind in ("money", "number")), None
        )
        if factor is None or base is None or "\n" in source[base.end : f.start]:
            continue
        if _tells(_EARLIER[there], source[base.end : f.end + _NEAR]):
            yield replace(base, value=(Decimal(str(base.value)) / factor).normalize())
            continue  # «былтырғыдан екі есе көп»: what it was before
        bearer = _stems(_stretch(source, f.start)) - _stems(_stretch(source, base.start))
        value = Decimal(str(base.value)) * factor
        if any(
            figure.value == value and bearer & _stems(_stretch(statement, figure.start)) for figure in said
        ):
            yield replace(base, value=value)


def _factor(figure: Figure, source: str, there: Language) -> Decimal | None:
    behind = source[figure.end :]
    if figure.kind == "percent" and figure.value == _HUNDRED / 2:
        return Decimal("0.5") if re.match(r"\s+as\s+(?:much|many|long|big|large)", behind) else None
    if figure.kind != "multiple" or not isinstance(figure.value, Decimal) or figure.value <= 1:
        return None
    if re.match(rf"\s+(?:{_LESS[there]})", behind, re.IGNORECASE):
        return 1 / figure.value
    return figure.value if re.match(rf"\s+(?:{_MORE[there]})", behind, re.IGNORECASE) else None


def _stretch(text: str, at: int) -> str:
    """The stretch between two marks in which the figure at `at` stands."""
    cuts = [0, *(m.end() for m in _BREAK.finditer(text)), len(text)]
    begin = max(cut for cut in cuts if cut <= at)
    return text[begin : min((cut for cut in cuts if cut > at), default=len(text))]


def _stems(text: str) -> set[str]:
    return {word.lower()[:_STEM] for word in _LONG_WORD.findall(text)}


def _parts(a: Figure, b: Figure, spoken: set[Decimal | CalendarDate], earlier: bool) -> Iterator[Figure]:
    """The share that one number is of another, and the change from the second, which the source calls the earlier."""
    left, right = a.value, b.value
    if (
        not (isinstance(left, Decimal) and isinstance(right, Decimal))
        or not _add_up(a, b)
        or a.kind == "percent"
    ):
        return
    if max(left, right) in spoken:
        yield Figure("percent", a.start, a.end, a.text, min(left, right) / max(left, right) * _HUNDRED)
    if earlier:
        yield Figure("percent", a.start, a.end, a.text, abs(right - left) / right * _HUNDRED)


def _as_shares(figures: Sequence[Figure], text: str, language: Language) -> Iterator[Figure]:
    """The shares that multiples leave: «вдвое меньше» is half."""
    for f in figures:
        multiple = f.kind == "multiple" and isinstance(f.value, Decimal) and f.value > 1
        if multiple and re.match(rf"\s+(?:{_LESS[language]})", text[f.end :], re.IGNORECASE):
            yield replace(f, kind="percent", value=(_HUNDRED / Decimal(str(f.value))).quantize(_CENT))
        elif _is_share(f) and _is_less_by(f, text, language):
            yield replace(f, value=_HUNDRED - Decimal(str(f.value)))


def _is_less_by(share: Figure, text: str, language: Language) -> bool:
    """Whether something is less by that share: «үштен бірге төмен», «на треть ниже», "a third lower"."""
    if not re.match(rf"\s+(?:{_LESS[language]})", text[share.end :], re.IGNORECASE):
        return False
    if language == "kk":
        return re.search(r"[ғгқк][ае]$", share.text) is not None
    return language == "en" or text[: share.start].rstrip().lower().endswith("на")


def _of_two(a: Figure, b: Figure, statement: str, language: Language, both: bool) -> Iterator[Figure]:
    left, right = a.value, b.value
    if not (isinstance(left, Decimal) and isinstance(right, Decimal)) or not _add_up(a, b):
        return
    like = a if a.kind == "money" else b
    if both or _tells(_TOGETHER[language], statement):
        yield replace(like, value=left + right)
    if left == right:
        return
    if _tells(_APART[language], statement):
        # two shares of a hundred differ by points
        unit = "point" if a.kind == "percent" else like.unit
        yield replace(like, value=abs(left - right), unit=unit)
    times = max(left, right) / min(left, right)
    yield Figure("multiple", like.start, like.end, like.text, times.normalize())
    if a.kind != "percent":
        yield Figure("percent", like.start, like.end, like.text, abs(right - left) / left * _HUNDRED)


def _points_right(
    a: Figure, b: Figure, said: Sequence[Figure], statement: str, language: Language, source: str
) -> bool:
    """Whether what the statement calls so many times more is the larger of the two in the source, as far as is told."""
    larger, smaller = (a, b) if Decimal(str(a.value)) >= Decimal(str(b.value)) else (b, a)
    of_larger, of_smaller = (_stems(_stretch(source, f.start)) for f in (larger, smaller))
    for multiple in (f for f in said if f.kind == "multiple"):
        behind = statement[multiple.end :]
        more = re.match(rf"\s+(?:{_MORE[language]})", behind, re.IGNORECASE)
        less = re.match(rf"\s+(?:{_LESS[language]})", behind, re.IGNORECASE)
        subject = _stems(statement[: multiple.start])
        wrong, right = (of_smaller, of_larger) if more else (of_larger, of_smaller)
        if (more or less) and len(subject & (wrong - right)) > len(subject & (right - wrong)):
            return False
    return True


def _add_up(a: Figure, b: Figure) -> bool:
    """Whether the two are of one kind and unit, so that they can be added."""
    if a.kind == b.kind:
        return a.kind in _ADDS and a.unit == b.unit
    number = a if a.kind == "number" else b
    return (
        {a.kind, b.kind} == {"number", "money"}
        and isinstance(number.value, Decimal)
        and number.value >= _LARGE
    )


def _is_share(figure: Figure) -> bool:
    return (
        figure.kind == "percent"
        and figure.unit is None
        and isinstance(figure.value, Decimal)
        and figure.value < _HUNDRED
    )


def _tells(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE) is not None
