"""Why two briefs were merged, in plain words: the names and figures that both print."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefings.digesting.origins import is_reprint
from briefings.digesting.telling import figure_item, mentions_in, small_words, texts_of
from briefings.language.figures import find_figures
from briefings.language.meaning.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.digesting.telling import Telling
    from briefings.domain import Brief, Language
    from briefings.language.figures import Figure
    from briefings.rendering.labels import Labels

_MOST = 5  # things named in a reason


class _Shared(NamedTuple):
    """Words of the lead for something that the other brief mentions too, and the keys it goes by."""

    printed: str
    keys: frozenset[str]


def reason(brief: Brief, told: Telling, lead: Brief, lead_told: Telling, labels: Labels) -> str:
    """Why `brief` is in one story with `lead`, in the language of `labels`; names as the lead prints them."""
    if is_reprint(brief.article, lead.article):
        return labels.words["merged_reprint"]
    texts, language = texts_of(lead), lead_told.language
    small = small_words(texts, language)
    names = [name for text in texts for name in _names(text, language, small, told)]
    figures = [figure for text in texts for figure in _figures(text, lead_told, told)]
    bodies = [body for text in texts for body in _bodies(text, language, small, told)]
    shared = [*_fullest(names), *_fullest(figures), *_fullest(bodies)]
    if not shared:
        return labels.words["merged_by_others"]
    return labels.fill("merged_shared", shared=", ".join(shared[:_MOST]))


def _names(text: str, language: Language, small: frozenset[str], told: Telling) -> Iterator[_Shared]:
    """The shared names of people, companies and towns; given name and surname are one."""
    start, end, keys = 0, -1, frozenset[str]()
    for mention in mentions_in(text, language, small):
        if mention.known or mention.item.keys.isdisjoint(told.names.keys):
            continue
        if keys and text[end : mention.start] == " ":
            end, keys = mention.end, keys | mention.item.keys
            continue
        if keys:
            yield _Shared(text[start:end], keys)
        start, end, keys = mention.start, mention.end, mention.item.keys
    if keys:
        yield _Shared(text[start:end], keys)


def _bodies(text: str, language: Language, small: frozenset[str], told: Telling) -> Iterator[_Shared]:
    for mention in mentions_in(text, language, small):
        if mention.known and mention.item.weight and mention.item.keys <= told.bodies.keys:
            yield _Shared(text[mention.start : mention.end], mention.item.keys)


def _figures(text: str, lead_told: Telling, told: Telling) -> Iterator[_Shared]:
    for figure in find_figures(text, lead_told.language):
        item = figure_item(figure, lead_told.published)
        if item is not None and item.weight >= 1 and item.keys <= told.figures.keys:
            yield _Shared(_with_counted(figure, text, lead_told.language), item.keys)


def _with_counted(figure: Figure, text: str, language: Language) -> str:
    """The figure as printed, a plain number with the word behind it: 300 of what."""
    if figure.kind == "number":
        following = next((w for w in words(text, language) if w.start >= figure.end), None)
        if following and following.content and text[figure.end : following.start] == " ":
            return text[figure.start : following.end]
    return figure.text


def _fullest(found: list[_Shared]) -> Iterator[str]:
    """The words for each thing once, in order: the full name of one who is also called by the surname."""
    for at, one in enumerate(found):
        fuller = any(one.keys < other.keys for other in found)
        if not fuller and not any(one.keys <= other.keys for other in found[:at]):
            yield one.printed
