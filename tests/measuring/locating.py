"""How quotations are located: true ones written otherwise must be found, changed ones refused.

Spans of 5 to 20 words are taken from the fixture's sentences; each is written in six harmless ways and
changed in five harmful ones. A changed span that happens to stand in the article is left out.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from briefings.checking import locate
from briefings.language.folding import fold
from briefings.language.meaning.polarity import find_negations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefings.domain import Article

_PRINTABLE = ("verbatim", "ellipsis")
_NEGATION = {"ru": "не", "kk": "емес", "en": "not"}


def _typography(words: list[str]) -> str:
    return "«" + "\u00a0".join(words).replace("-", "—").replace('"', "”") + "»"


def _ellipsis(words: list[str]) -> str:
    third = len(words) // 3
    return " ".join(words[:third]) + " […] " + " ".join(words[2 * third :])


HARMLESS: dict[str, Callable[[list[str]], str]] = {
    "as it stands": " ".join,
    "typography": _typography,
    "white space": lambda words: "  \n ".join(words),
    "ё or е": lambda words: " ".join(words).replace("ё", "е"),
    "case": lambda words: " ".join(words).upper(),
    "ellipsis": _ellipsis,
}


def _swapped_name(words: list[str], others: list[str], dice: random.Random) -> str | None:
    names = [i for i, w in enumerate(words) if i and w[:1].isupper() and w.isalpha() and len(w) > 3]
    spare = [o for o in others if o not in words]
    if not names or not spare:
        return None
    changed = list(words)
    changed[dice.choice(names)] = dice.choice(spare)
    return " ".join(changed)


def _changed_number(words: list[str]) -> str | None:
    for at, word in enumerate(words):
        if re.search(r"\d", word):
            return " ".join(
                [
                    *words[:at],
                    re.sub(r"\d", lambda m: str((int(m[0]) + 3) % 10), word, count=1),
                    *words[at + 1 :],
                ]
            )
    return None


def _changed_negation(words: list[str], language: str) -> str | None:
    text = " ".join(words)
    for cue in find_negations(text, language):  # type: ignore[arg-type]
        if cue.text.casefold() in ("не", "not", "емес", "жоқ", "ни", "no"):
            return text[: cue.start] + text[cue.end :].lstrip()
    middle = len(words) // 2
    return " ".join([*words[:middle], _NEGATION[language], *words[middle:]])


def harmful(words: list[str], article: Article, dice: random.Random) -> Iterator[tuple[str, str]]:
    others = [w for w in re.findall(r"\w+", article.text) if w[:1].isupper() and len(w) > 3]
    elsewhere = article.words_of(dice.choice(article.body)).split()
    candidates = {
        "negation": _changed_negation(words, article.language),
        "number": _changed_number(words),
        "name": _swapped_name(words, others, dice),
        "word left out": " ".join(words[: len(words) // 2] + words[len(words) // 2 + 1 :]),
        "another's tail": " ".join(words[: len(words) // 2] + elsewhere[-4:]),
    }
    for kind, text in candidates.items():
        if text is not None and fold(text).text.strip(" .,;:!?-") not in fold(article.text).text:
            yield kind, text


def spans(article: Article, dice: random.Random) -> Iterator[list[str]]:
    for sentence in article.body:
        words = article.words_of(sentence).split()
        if len(words) >= 6:
            size = dice.randint(5, min(20, len(words)))
            first = dice.randint(0, len(words) - size)
            yield words[first : first + size]


def judged(articles: dict[str, Article]) -> Iterator[tuple[str, str, str, bool]]:
    """(harmless or harmful, kind, language, whether it was judged rightly) for every variant."""
    dice = random.Random(7)  # noqa: S311 - the same variants in every run
    for article in articles.values():
        for words in spans(article, dice):
            for kind, write in HARMLESS.items():
                if kind == "ellipsis" and (len(words) < 9 or _turns(words, article)):
                    continue
                yield "found", kind, article.language, locate(article, write(words)).verdict in _PRINTABLE
            for kind, text in harmful(words, article, dice):
                yield "refused", kind, article.language, locate(article, text).verdict not in _PRINTABLE


def _turns(words: list[str], article: Article) -> bool:
    """Whether the part that the ellipsis leaves out turns the sense, so that refusing it is right."""
    from briefings.language.meaning.polarity import find_conditions, find_hedges

    third = len(words) // 3
    cut = " ".join(words[third : 2 * third])
    finders = (find_negations, find_conditions, find_hedges)
    return any(find(cut, article.language) for find in finders)
