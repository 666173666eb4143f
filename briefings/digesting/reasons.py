"""Why two briefs were merged, in plain words: the names and figures that both print."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefings.digesting.mentions import mentions_in, small_words
from briefings.digesting.origins import is_reprint
from briefings.digesting.telling import figure_item, texts_of
from briefings.language.figures import find_figures
from briefings.language.meaning.words import words_with_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.digesting.telling import Telling
    from briefings.domain import Brief, Language
    from briefings.language.figures import Figure
    from briefings.rendering.labels import Labels

_MOST = 5  # things named in a reason


class _Named(NamedTuple):
    """Words of the lead for a person, company, town, body or figure, and the keys they go by."""

    printed: str
    keys: frozenset[str]


class Lead:
    """The brief that leads a story, ready to say why another one is in it."""

    def __init__(self, brief: Brief, told: Telling) -> None:
        self._brief = brief
        texts, language = texts_of(brief), told.language
        small = small_words(texts, language)
        self._mentions = [(text, tuple(mentions_in(text, language, small))) for text in texts]
        self._figures = [
            _Named(_with_counted(figure, text, language), item.keys)
            for text in texts
            for figure in find_figures(text, language)
            if (item := figure_item(figure, told.published)) is not None and item.weight >= 1
        ]

    def reason(self, brief: Brief, told: Telling, labels: Labels) -> str:
        """Why `brief` is in the story, in the language of `labels`; names as the lead prints them."""
        if is_reprint(brief.article, self._brief.article):
            return labels.words["merged_reprint"]
        figures = [figure for figure in self._figures if figure.keys <= told.figures.keys]
        shared = [*_fullest(self._names(told)), *_fullest(figures), *_fullest(self._bodies(told))]
        if not shared:
            return labels.words["merged_by_others"]
        return labels.fill("merged_shared", shared=", ".join(shared[:_MOST]))

    def _names(self, told: Telling) -> list[_Named]:
        """The shared names of people, companies and towns; given name and surname are one."""
        found: list[_Named] = []
        for text, mentions in self._mentions:
            end = -1
            for mention in mentions:
                if mention.known or mention.item.keys.isdisjoint(told.names.keys):
                    continue
                printed, keys = text[mention.start : mention.end], mention.item.keys
                # No name changes letters half-way: «глава Norvik Rail Пол Мерсер» are a firm and a man.
                if end >= 0 and text[end : mention.start] == " " and _one_script(text[end - 1], printed[0]):
                    before = found.pop()
                    printed, keys = f"{before.printed} {printed}", before.keys | keys
                found.append(_Named(printed, keys))
                end = mention.end
        return found

    def _bodies(self, told: Telling) -> list[_Named]:
        return [
            _Named(text[mention.start : mention.end], mention.item.keys)
            for text, mentions in self._mentions
            for mention in mentions
            if mention.known and mention.item.weight and mention.item.keys <= told.bodies.keys
        ]


def _with_counted(figure: Figure, text: str, language: Language) -> str:
    """The figure as printed, a plain number with the word behind it: 300 of what."""
    if figure.kind == "number":
        following = next((w for w in words_with_names(text, language) if w.start >= figure.end), None)
        if following and following.content and text[figure.end : following.start] == " ":
            return text[figure.start : following.end]
    return figure.text


def _fullest(found: list[_Named]) -> Iterator[str]:
    """The words for each thing once, in order: the full name of one who is also called by the surname."""
    for at, one in enumerate(found):
        fuller = any(one.keys < other.keys for other in found)
        if not fuller and not any(one.keys <= other.keys for other in found[:at]):
            yield one.printed


def _one_script(letter: str, other: str) -> bool:
    return letter.isascii() == other.isascii()
