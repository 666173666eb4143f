"""Bodies that speak: ministries, companies, press services, named in full or by their noun alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.domain import Language, Speaker
from briefings.language.speech_mention import Mention
from briefings.language.speech_modifiers import may_be_nominative, modifiers_end
from briefings.language.speech_table import Agreement, Gender, SpeechTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.language.names import Name

_RUSSIAN_ADJECTIVES = re.compile(
    r"(?:[\w-]+(?:ый|ий|ой|ая|яя|ое|ее|ого|его|ому|ему|ом|ем|ую|ым|им)\s+){1,3}$"
)
_KAZAKH_PHRASE = re.compile(
    r"[«\"“][^«»\"“”\n]{2,40}[»\"”]\s+(?:[\w-]+\s+){0,2}$|"
    r"(?!(?:Бұл|Осы|Ол|Ал|Кеше|Бүгін|Осыған|Бұған)\s)[А-ЯЁӘҒҚҢӨҰҮҺІ][\w-]*\s+"
    r"(?:(?!(?:туралы|жөнінде|бойынша|үшін|мен)\s)[\w-]+\s+){0,3}$"
)
_ENGLISH_NAME = re.compile(r"(?:\b(?!The\b|In\b|But\b|And\b|A\b)[A-Z][\w-]*\s+)+$")
_STEM = 4
_PREPOSITION = re.compile(r"\b(?:этом|том|своем|нашем|данном|из|этого|самого)\s+$")


def find_bodies(
    text: str, lowered: str, names: Sequence[Name], language: Language, table: SpeechTable
) -> Iterator[Mention]:
    """The bodies of `text`; the ones known by their noun come before the bare names."""
    organisations = [n for n in names if n.kind == "organisation"]
    for match in table.body.finditer(lowered):
        start, end = _phrase(text, lowered, match, language)
        end = max([end, *(n.end for n in organisations if start <= n.start <= end + 1)])
        printed = text[start:end].strip()
        kind = match.lastgroup
        gender: Gender | None = "m" if kind == "m" else "f" if kind == "f" else "n" if kind == "n" else None
        yield Mention(
            "body",
            start,
            end,
            text[match.start() : match.end()],
            Agreement(gender, plural=False),
            nominative=kind is not None,
            speaker=Speaker(printed if kind and language != "ru" else table.in_nominative(printed)),
        )
    for name in organisations:
        printed = _in_nominative(name.text, organisations) if language == "ru" else name.text
        yield Mention("body", name.start, name.end, name.text, speaker=Speaker(printed))


def _in_nominative(printed: str, organisations: Sequence[Name]) -> str:
    """«Каспийской линии» as the article prints it elsewhere: «Каспийская линия»."""
    stems = [word[:_STEM] for word in printed.split()]
    same = [n.text for n in organisations if [w[:_STEM] for w in n.text.split()] == stems]
    return next((text for text in same if all(may_be_nominative(word) for word in text.split())), printed)


def _phrase(text: str, lowered: str, noun: re.Match[str], language: Language) -> tuple[int, int]:
    start, end = noun.span()
    if language == "kk":
        before = _KAZAKH_PHRASE.search(text, max(0, start - 60), start)
        return (before.start() if before and lowered[start - 1] not in ",.;:" else start), end
    if language == "en":
        start += 4 if lowered.startswith("the ", start) else 0
        named = _ENGLISH_NAME.search(text, max(0, start - 60), start)
        return (named.start() if named else start), end
    before = _RUSSIAN_ADJECTIVES.search(text, max(0, start - 60), start)
    if before and not _PREPOSITION.search(lowered, before.start(), before.end()):
        start = before.start()
    return start, modifiers_end(text, end)
