"""So many times as much, so many of a piece: amounts that a multiple leads to."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from briefings.language.figures.telling import (
    BREAK,
    CENT,
    EARLIER,
    HUNDRED,
    LESS,
    MORE,
    NEAR,
    SENTENCE,
    Texts,
    is_share,
    stems,
    stretch,
    tells,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language
    from briefings.language.figures.figure import CalendarDate, Figure


# What one piece costs: «для одной школы», "per school", «бір мектепке».
_ONE: dict[Language, str] = {
    "ru": r"\b(?:од(?:ин|на|но|ного|ной|ному|ну|ном)|кажд\w+)\s+(?P<noun>\w{3,}(?:\s+\w+)?)",
    "kk": r"\b(?:бір|әр(?:бір)?)\s+(?P<noun>[^\W\d]{4,})",
    "en": r"\b(?:one|each|per|every)\s+(?P<noun>\w{3,}(?:\s+\w+)?)",
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


def multiplied(amounts: Sequence[Figure], multiples: Sequence[Figure], texts: Texts) -> Iterator[Figure]:
    """An amount that the source gives as a multiple of another: «взнос — вдвое меньше», "half as much"."""
    for f in multiples:
        factor = _factor(f, texts.source, texts.there)
        base = next(
            (a for a in reversed(amounts) if a.end <= f.start and a.kind in ("money", "number")), None
        )
        if factor is None or base is None or "\n" in texts.source[base.end : f.start]:
            continue
        if tells(EARLIER[texts.there], texts.source[base.end : f.end + NEAR]):
            yield replace(base, value=(Decimal(str(base.value)) / factor).normalize())
            continue  # «былтырғыдан екі есе көп»: what it was before
        bearer = stems(stretch(texts.source, f.start)) - stems(stretch(texts.source, base.start))
        value = Decimal(str(base.value)) * factor
        plain = _ASIDE.sub(lambda m: " " * len(m.group()), texts.statement)
        if any(
            figure.value == value and bearer & stems(stretch(plain, figure.start)) for figure in texts.said
        ):
            yield replace(base, value=value)


def _factor(figure: Figure, source: str, there: Language) -> Decimal | None:
    behind = source[figure.end :]
    if figure.kind == "percent" and figure.value == HUNDRED / 2:
        return Decimal("0.5") if re.match(r"\s+as\s+(?:much|many|long|big|large)", behind) else None
    if figure.kind != "multiple" or not isinstance(figure.value, Decimal) or figure.value <= 1:
        return None
    if re.match(rf"\s+(?:{LESS[there]})", behind, re.IGNORECASE):
        return 1 / figure.value
    return figure.value if re.match(rf"\s+(?:{MORE[there]})", behind, re.IGNORECASE) else None


def shrunk(held: Sequence[Figure], texts: Texts) -> Iterator[Figure]:
    """What is left of a thing that falls to so many times less: a third, where it «сократится втрое»."""
    source, there = texts.source, texts.there
    if not tells(_REMAINS[texts.language], texts.statement):
        return
    for f in held:
        near = (
            source[max(f.start - NEAR // 2, 0) : f.start]
            if there != "kk"
            else source[f.end : f.end + NEAR // 2]
        )
        falls = (
            f.kind == "multiple"
            and isinstance(f.value, Decimal)
            and tells(LESS[there], BREAK.split(near)[-1])
        )
        if falls and Decimal(str(f.value)) > 1:
            yield replace(f, kind="percent", value=(HUNDRED / Decimal(str(f.value))).quantize(CENT))


def as_shares(figures: Sequence[Figure], text: str, language: Language) -> Iterator[Figure]:
    """The shares that multiples leave: «вдвое меньше» is half."""
    for f in figures:
        multiple = f.kind == "multiple" and isinstance(f.value, Decimal) and f.value > 1
        if multiple and re.match(rf"\s+(?:{LESS[language]})", text[f.end :], re.IGNORECASE):
            yield replace(f, kind="percent", value=(HUNDRED / Decimal(str(f.value))).quantize(CENT))
        elif is_share(f) and _is_less_by(f, text, language):
            yield replace(f, value=HUNDRED - Decimal(str(f.value)))


def _is_less_by(share: Figure, text: str, language: Language) -> bool:
    """Whether something is less by that share: «үштен бірге төмен», «на треть ниже», "a third lower"."""
    if not re.match(rf"\s+(?:{LESS[language]})", text[share.end :], re.IGNORECASE):
        return False
    if language == "kk":
        return re.search(r"[ғгқк][ае]$", share.text) is not None
    return language == "en" or text[: share.start].rstrip().lower().endswith("на")


def by_the_piece(
    amounts: Sequence[Figure], spoken: set[Decimal | CalendarDate], source: str, there: Language
) -> Iterator[Figure]:
    """What several cost, where the source says what one does: «окно — 2 млн», «для одной школы», "each"."""
    for price in amounts:
        if price.kind not in ("money", "number"):
            continue
        begin = max((m.end() for m in SENTENCE.finditer(source, 0, price.start)), default=0)
        ending = SENTENCE.search(source, price.end)
        one = re.search(_ONE[there], source[begin : ending.start() if ending else len(source)], re.IGNORECASE)
        if one is None:
            continue
        for count in amounts:
            counted = count.kind == "number" and count.value in spoken and count is not price
            behind = source[count.end : count.end + NEAR].split(".")[0]
            same = {stem[:4] for stem in stems(one["noun"])} & {stem[:4] for stem in stems(behind)}
            if counted and same and isinstance(count.value, Decimal):
                yield replace(price, value=Decimal(str(price.value)) * count.value)


def points_right(a: Figure, b: Figure, texts: Texts) -> bool:
    """Whether what the statement calls so many times more is the larger of the two in the source, as far as is told."""
    multiples = [f for f in texts.said if f.kind == "multiple"]
    if not multiples:
        return True
    larger, smaller = (a, b) if Decimal(str(a.value)) >= Decimal(str(b.value)) else (b, a)
    of_larger, of_smaller = (stems(stretch(texts.source, f.start)) for f in (larger, smaller))
    for multiple in multiples:
        behind = texts.statement[multiple.end :]
        more = re.match(rf"\s+(?:{MORE[texts.language]})", behind, re.IGNORECASE)
        less = re.match(rf"\s+(?:{LESS[texts.language]})", behind, re.IGNORECASE)
        subject = stems(texts.statement[: multiple.start])
        wrong, right = (of_smaller, of_larger) if more else (of_larger, of_smaller)
        if (more or less) and len(subject & (wrong - right)) > len(subject & (right - wrong)):
            return False
    return True
