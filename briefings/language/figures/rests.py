"""What shares come to, and what a part leaves of its whole: a third of 36 million, the other two thirds."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.language.figures.telling import (
    BREAK,
    CENT,
    HUNDRED,
    NEAR,
    OUT_OF,
    SENTENCE,
    Texts,
    add_up,
    is_share,
    stems,
    stretch,
    tells,
)
from briefings.language.names.known import known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language
    from briefings.language.figures.figure import CalendarDate, Figure


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
_KAZAKH_OF = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}[\w-]+(?:ның|нің|дың|дің|тың|тің)\s+"
)  # «12 мың ұғымның 30 пайызы»
_OF_THEM: dict[Language, str] = {
    "ru": r"из (?:них|которых)",
    "kk": r"(?!)",
    "en": r"of (?:them|which|whom)",
}
_TITLED = re.compile(r"\b[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w’'-]+")
_FEW = 2  # words beside "the rest"


def rests(amounts: Sequence[Figure], texts: Texts) -> Iterator[Figure]:
    """What is left, where the statement calls it the rest or gives it to whom the source does."""
    theirs = [s for s in BREAK.split(texts.source) if tells(_REST[texts.there], s)]
    for part, rest in _left_over(amounts, texts.source, texts.there):
        for figure in texts.said:
            if figure.kind not in (rest.kind, "number") or not _near(figure, rest):
                continue
            near = stretch(texts.statement, figure.start)
            beside = stretch(texts.source, part.start)
            rest_of = _named(_before_rest(theirs, texts.there)) & _named(near)
            turned = bool(rest_of) or (
                is_share(part) and tells(_DENIED[texts.language], near) != tells(_DENIED[texts.there], beside)
            )
            short = tells(_ONLY[texts.there], texts.source[max(part.start - NEAR // 2, 0) : part.start])
            # «хватит лишь на треть»: на две трети не хватит
            denied = short and tells(_NOT[texts.language], near)
            if _is_left(near, theirs, beside, texts.language) or turned or denied:
                yield rest


def _is_left(near: str, theirs: Sequence[str], beside: str, language: Language) -> bool:
    """Whether `near` calls something the rest, or names who is named in `theirs`, where the source does, alone."""
    bearer = stems(" ".join(theirs)) - stems(beside)
    return tells(_REST[language], near) or bool(bearer & stems(near))


def rests_of_amounts(held: Sequence[Figure], texts: Texts) -> Iterator[Figure]:
    """What such a share leaves of an amount, if the statement calls it the rest or gives it to whom the source does."""
    stretches = BREAK.split(texts.source)
    theirs = [s for s in stretches if tells(_REST[texts.there], s)]
    others = " ".join(s for s in stretches if s not in theirs)
    for part in of_amounts(held, texts.source, texts.there):
        whole = next(f for f in held if f.start == part.start)
        rest = replace(part, value=Decimal(str(whole.value)) - Decimal(str(part.value)))
        for figure in texts.said if theirs else ():
            near = stretch(texts.statement, figure.start)
            if figure.value == rest.value and _is_left(near, theirs, others, texts.language):
                yield rest


def of_amounts(held: Sequence[Figure], source: str, there: Language) -> Iterator[Figure]:
    """What a share comes to of the amount that its sentence gives it of: half of $40 million."""
    shares = [f for f in held if is_share(f)]
    for amount in held:
        if amount.kind not in ("money", "number", "duration") or not isinstance(amount.value, Decimal):
            continue
        behind = (f for f in shares if f.start >= amount.end)
        share = next(
            (
                f
                for f in behind
                if not SENTENCE.search(source, amount.end, f.start)
                or _of_that_sum(f, amount, held, source, there)
            ),
            None,
        )
        before = next((f for f in shares if re.fullmatch(OUT_OF[there], source[f.end : amount.start])), None)
        if share and not tells(_OF_IT[there], source[max(amount.end, share.start - NEAR) : share.end + NEAR]):
            share = None
        genitive = next((f for f in shares if _KAZAKH_OF.fullmatch(source[amount.end : f.start])), None)
        for of_it in filter(None, (share, before, genitive if there == "kk" else None)):
            part = _exactly(Decimal(str(of_it.value)))
            yield replace(amount, value=(amount.value * part).quantize(CENT).normalize())


def _of_that_sum(share: Figure, amount: Figure, held: Sequence[Figure], source: str, there: Language) -> bool:
    """Whether a share names the sum that the sentence before gave last: "a quarter of the sum had been paid"."""
    others = (f for f in held if f.kind == "money" and amount.end <= f.start < share.start)
    if amount.kind != "money" or any(others):
        return False
    if there == "kk":
        return (
            re.search(
                rf"(?:{_THAT_SUM[there]})\s+$",
                source[max(share.start - NEAR, 0) : share.start],
                re.IGNORECASE,
            )
            is not None
        )
    return (
        re.match(rf"\s+(?:{_THAT_SUM[there]})(?!\w)", source[share.end : share.end + NEAR], re.IGNORECASE)
        is not None
    )


def _exactly(percent: Decimal) -> Decimal:
    """A percentage as a part of one; 33.33 is a third."""
    thirds = (percent * 3 / HUNDRED).quantize(Decimal(1))
    third = abs(percent - thirds * HUNDRED / 3) < CENT
    return thirds / 3 if third else percent / HUNDRED


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
    for share in filter(is_share, amounts):
        yield share, replace(share, value=HUNDRED - Decimal(str(share.value)))
    for sentence in re.finditer(r"[^\n]+", source):
        rest = re.search(rf"(?<!\w)(?:{_REST[there]})(?!\w)", sentence.group(), re.IGNORECASE)
        if rest is None:
            continue
        before = [f for f in amounts if sentence.start() <= f.start < sentence.start() + rest.start()]
        shares = [Decimal(str(f.value)) for f in before if is_share(f)]
        if len(shares) > 1 and sum(shares) < HUNDRED:
            last = next(f for f in reversed(before) if is_share(f))
            yield last, replace(last, value=HUNDRED - sum(shares))
        counted = [f for f in before if f.kind in ("money", "number")]
        whole = next(iter(counted), None)
        parts = [f for f in counted[1:] if whole is not None and add_up(whole, f)]
        left = Decimal(str(whole.value)) - sum(Decimal(str(f.value)) for f in parts) if whole else 0
        if whole is not None and parts and left > 0:
            yield parts[-1], replace(whole, value=Decimal(left))


def others_of_them(
    amounts: Sequence[Figure], spoken: set[Decimal | CalendarDate], source: str, there: Language
) -> Iterator[Figure]:
    """Those who are left of a count of which the source sets some apart: «14 экипажей, два из них — гости»."""
    for whole, part in pairwise(amounts):
        apart = re.match(rf"\s+(?:{_OF_THEM[there]})", source[part.end :], re.IGNORECASE)
        if apart and whole.kind == part.kind == "number" and {whole.value, part.value} <= spoken:
            yield replace(whole, value=Decimal(str(whole.value)) - Decimal(str(part.value)))
