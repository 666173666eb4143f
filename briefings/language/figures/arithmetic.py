"""Figures that follow from those of the source by a step anybody can check: a sum, the rest, how many times.

A step counts only where words tell of it: a sum of what is called together, a difference of what is called
more, less or the rest. Else any number could be made of any two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
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
_ONLY: dict[Language, str] = {"ru": r"лишь|только|всего", "kk": r"тек", "en": r"only|just|merely"}
_NOT: dict[Language, str] = {
    "ru": r"не|нет|без",
    "kk": r"\w*(?:м[ае]йды|п[ае]йды|жоқ|емес)",
    "en": r"not|no|without|cannot",
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
# The sum that a sentence before has given.
_THAT_SUM: dict[Language, str] = {
    "ru": r"(?:этой |этих |от |всей |всех |указанной )*(?:суммы|стоимости|цены|средств|денег|бюджета"
    "|контракта|затрат|расходов)",
    "kk": r"(?:осы |бұл |сол |барлық )?(?:соманың|қаражаттың|ақшаның|құнының|бағасының|бюджеттің|шығынның)",
    "en": r"of (?:the|that|this|its|their) (?:whole |total |full )?(?:sum|amount|total|money|price|value|cost"
    "|budget|funds|bill|contract)",
}
# What stands behind the step from then to now.
_THAN_THEN: dict[Language, str] = {
    "ru": r"(?:\w+\s+)?(?:(?P<more>больше|выше)|меньше|ниже),?\s+(?:чем|прошлогодн|прежн|предыдущ)",
    "kk": r"(?:\w+\s+)?(?:(?P<more>көп|артық|жоғары)|аз|кем|төмен)(?!\w)",
    "en": r"(?:[\w-]+\s+)?(?:(?P<more>more|higher|larger)|fewer|less|lower)\s+than\s+(?!\d)",
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
# What one piece costs: «для одной школы», "per school", «бір мектепке».
_ONE: dict[Language, str] = {
    "ru": r"\b(?:од(?:ин|на|но|ного|ной|ному|ну|ном)|кажд\w+)\s+(?P<noun>\w{3,}(?:\s+\w+)?)",
    "kk": r"\b(?:бір|әр(?:бір)?)\s+(?P<noun>[^\W\d]{4,})",
    "en": r"\b(?:one|each|per|every)\s+(?P<noun>\w{3,}(?:\s+\w+)?)",
}
_OF_THEM: dict[Language, str] = {
    "ru": r"из (?:них|которых)",
    "kk": r"(?!)",
    "en": r"of (?:them|which|whom)",
}
_REMAINS: dict[Language, str] = {
    "ru": r"оста[нлвё]\w+|сохран\w+|уцелеет",
    "kk": r"қал(?:ады|ған|мақ|уы)\w*",
    "en": r"left|remain\w*|surviv\w+",
}
# «Таджикистан, следует из слов X, отправляет …»: what says who says it parts nothing.
_ASIDE = re.compile(
    r",\s[^,.;:]{0,60}(?:слов|мнени|оценк|данн|счита|говор|сообщ|according|said|says|told|айт|сөз)[^,.;:]{0,60},",
    re.IGNORECASE,
)
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
    amounts = [f for f in held if isinstance(f.value, Decimal) and f.certain and f.value > 0]
    spoken = {f.value for f in said}
    together, apart = _tells(_TOGETHER[language], statement), _tells(_APART[language], statement)
    earlier = _tells(_EARLIER[there], source)
    for a, b in combinations(amounts, 2):
        if _points_right(a, b, said, statement, language, source):
            yield from _of_two(a, b, together or {a.value, b.value} <= spoken, apart)
        yield from _parts(a, b, spoken, earlier)
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
    yield from _compared_with(amounts, source, there)
    yield from _by_the_piece(amounts, spoken, source, there)
    yield from _others_of_them(amounts, spoken, source, there)
    if _tells(_REMAINS[language], statement):
        yield from _shrunk(held, source, there)
    if _tells(_PRECEDING[language], statement):
        for f in held:
            if f.kind == "ordinal" and isinstance(f.value, Decimal) and f.value > 2:
                yield replace(f, kind="number", value=f.value - 1, unit=None)
    if _tells(_AMONG[language], statement):
        for f in amounts:
            if f.kind == "number" and _tells(_BESIDES[there].format(re.escape(f.text)), source):
                yield replace(f, value=Decimal(str(f.value)) + 1)


def _compared_with(amounts: Sequence[Figure], source: str, there: Language) -> Iterator[Figure]:
    """The amount of then, which the source tells by what is more now: "9,000, which is 1,500 more than in 2026"."""
    for now, step in pairwise(amounts):
        found = re.match(rf"\s*(?:{_THAN_THEN[there]})", source[step.end : step.end + _NEAR], re.IGNORECASE)
        counted = {now.kind, step.kind} <= _ADDS - {"percent"}
        ahead, change = Decimal(str(now.value)), Decimal(str(step.value))
        if found and counted and ahead > change:
            yield replace(now, value=ahead - change if found["more"] else ahead + change)


def _by_the_piece(
    amounts: Sequence[Figure], spoken: set[Decimal | CalendarDate], source: str, there: Language
) -> Iterator[Figure]:
    """What several cost, where the source says what one does: «окно — 2 млн», «для одной школы», "each"."""
    for price in amounts:
        if price.kind not in ("money", "number"):
            continue
        begin = max((m.end() for m in _SENTENCE.finditer(source, 0, price.start)), default=0)
        ending = _SENTENCE.search(source, price.end)
        one = re.search(_ONE[there], source[begin : ending.start() if ending else len(source)], re.IGNORECASE)
        if one is None:
            continue
        for count in amounts:
            counted = count.kind == "number" and count.value in spoken and count is not price
            behind = source[count.end : count.end + _NEAR].split(".")[0]
            same = {stem[:4] for stem in _stems(one["noun"])} & {stem[:4] for stem in _stems(behind)}
            if counted and same and isinstance(count.value, Decimal):
                yield replace(price, value=Decimal(str(price.value)) * count.value)


def _others_of_them(
    amounts: Sequence[Figure], spoken: set[Decimal | CalendarDate], source: str, there: Language
) -> Iterator[Figure]:
    """Those who are left of a count of which the source sets some apart: «14 экипажей, два из них — гости»."""
    for whole, part in pairwise(amounts):
        apart = re.match(rf"\s+(?:{_OF_THEM[there]})", source[part.end :], re.IGNORECASE)
        if apart and whole.kind == part.kind == "number" and {whole.value, part.value} <= spoken:
            yield replace(whole, value=Decimal(str(whole.value)) - Decimal(str(part.value)))


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
        share = next(
            (
                f
                for f in behind
                if not _SENTENCE.search(source, amount.end, f.start)
                or _of_that_sum(f, amount, held, source, there)
            ),
            None,
        )
        before = next((f for f in shares if re.fullmatch(_OUT_OF[there], source[f.end : amount.start])), None)
        if share and not _tells(
            _OF_IT[there], source[max(amount.end, share.start - _NEAR) : share.end + _NEAR]
        ):
            share = None
        genitive = next((f for f in shares if _KAZAKH_OF.fullmatch(source[amount.end : f.start])), None)
        for of_it in filter(None, (share, before, genitive if there == "kk" else None)):
            part = _exactly(Decimal(str(of_it.value)))
            yield replace(amount, value=(amount.value * part).quantize(_CENT).normalize())


def _of_that_sum(share: Figure, amount: Figure, held: Sequence[Figure], source: str, there: Language) -> bool:
    """Whether a share names the sum that the sentence before gave last: "a quarter of the sum had been paid"."""
    others = (f for f in held if f.kind == "money" and amount.end <= f.start < share.start)
    if amount.kind != "money" or any(others):
        return False
    if there == "kk":
        return (
            re.search(
                rf"(?:{_THAT_SUM[there]})\s+$",
                source[max(share.start - _NEAR, 0) : share.start],
                re.IGNORECASE,
            )
            is not None
        )
    return (
        re.match(rf"\s+(?:{_THAT_SUM[there]})(?!\w)", source[share.end : share.end + _NEAR], re.IGNORECASE)
        is not None
    )


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


def _shrunk(held: Sequence[Figure], source: str, there: Language) -> Iterator[Figure]:
    """What is left of a thing that falls to so many times less: a third, where it «сократится втрое»."""
    for f in held:
        near = (
            source[max(f.start - _NEAR // 2, 0) : f.start]
            if there != "kk"
            else source[f.end : f.end + _NEAR // 2]
        )
        falls = (
            f.kind == "multiple"
            and isinstance(f.value, Decimal)
            and _tells(_LESS[there], _BREAK.split(near)[-1])
        )
        if falls and Decimal(str(f.value)) > 1:
            yield replace(f, kind="percent", value=(_HUNDRED / Decimal(str(f.value))).quantize(_CENT))


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
            short = _tells(_ONLY[there], source[max(part.start - _NEAR // 2, 0) : part.start])
            denied = short and _tells(_NOT[language], near)  # «хватит лишь на треть»: на две трети не хватит
            if _tells(_REST[language], near) or bearer & _stems(near) or turned or denied:
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
        plain = _ASIDE.sub(lambda m: " " * len(m.group()), statement)
        if any(figure.value == value and bearer & _stems(_stretch(plain, figure.start)) for figure in said):
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
    cuts = _cuts(text)
    behind = bisect_right(cuts, at)
    return text[cuts[behind - 1] : cuts[behind] if behind < len(cuts) else len(text)]


@lru_cache(maxsize=256)
def _cuts(text: str) -> tuple[int, ...]:
    return (0, *(m.end() for m in _BREAK.finditer(text)), len(text))


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


def _of_two(a: Figure, b: Figure, together: bool, apart: bool) -> Iterator[Figure]:
    left, right = a.value, b.value
    if not (isinstance(left, Decimal) and isinstance(right, Decimal)) or not _add_up(a, b):
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
        yield Figure("percent", like.start, like.end, like.text, abs(right - left) / left * _HUNDRED)


def _points_right(
    a: Figure, b: Figure, said: Sequence[Figure], statement: str, language: Language, source: str
) -> bool:
    """Whether what the statement calls so many times more is the larger of the two in the source, as far as is told."""
    multiples = [f for f in said if f.kind == "multiple"]
    if not multiples:
        return True
    larger, smaller = (a, b) if Decimal(str(a.value)) >= Decimal(str(b.value)) else (b, a)
    of_larger, of_smaller = (_stems(_stretch(source, f.start)) for f in (larger, smaller))
    for multiple in multiples:
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
