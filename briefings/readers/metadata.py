"""What a file says of itself before its text begins: `key: value` lines, YAML front matter, a date.

The header stays in the text, because offsets count from the first character of the file; it only
yields no sentences. When in doubt it is body: a header read as text is a blemish, a paragraph read as
a header is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast, get_args
from urllib.parse import urlsplit

import yaml

from briefings.domain import Genre, Language
from briefings.readers.dates import iso_date

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "заголовок", "название", "тақырып", "тақырыбы", "атауы"),
    "outlet": (
        *("outlet", "source", "publisher", "publication", "sitename", "источник", "издание", "сми"),
        *("дереккөз", "дереккөзі", "басылым"),
    ),
    "url": ("url", "link", "canonical", "ссылка", "адрес", "сілтеме"),
    "author": ("author", "authors", "byline", "автор", "авторы", "авторлар"),
    "published": ("date", "published", "pubdate", "дата", "опубликовано", "күні", "дата публикации"),
    "language": ("language", "lang", "язык", "тіл", "тілі"),
    "genre": ("genre", "жанр", "жанры"),
    "sample": ("sample", "образец", "үлгі"),
}
_FIELD_OF = {name: field for field, names in _KEYS.items() for name in names}
_LANGUAGES: dict[str, Language] = {
    **dict.fromkeys(("ru", "rus", "russian", "русский", "орыс", "орысша"), "ru"),
    **dict.fromkeys(("kk", "kaz", "kz", "kazakh", "казахский", "қазақ", "қазақша"), "kk"),
    **dict.fromkeys(("en", "eng", "english", "английский", "ағылшын", "ағылшынша"), "en"),
}
_GENRES: dict[str, Genre] = {
    **{genre: genre for genre in get_args(Genre)},
    **dict.fromkeys(("новость", "новости", "жаңалық"), "news_report"),
    **dict.fromkeys(("пресс-релиз", "баспасөз хабарламасы"), "official_release"),
    **dict.fromkeys(("комментарий эксперта", "сарапшы пікірі"), "expert_comment"),
    **dict.fromkeys(("интервью", "сұхбат"), "interview"),
    **dict.fromkeys(("мнение", "колонка", "пікір"), "opinion_column"),
    **dict.fromkeys(("аналитика", "анализ", "талдау"), "analysis"),
    **dict.fromkeys(("обзор прессы", "баспасөзге шолу"), "press_review"),
}
_YES = frozenset(("true", "yes", "1", "да", "иә"))

# «Источник: переговоры отложены» is a headline as often as a credit: alone it proves no header.
_ALSO_PROSE = frozenset(("source", "источник", "дереккөз"))

_HEADER_CHARACTERS = 16 * 1024
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n)")
_FRONT_MATTER = re.compile(
    r"\s*?---[ \t]*(?:\r\n|\r|\n)(.*?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL
)
_LEADING_DATE = re.compile(r"\s*(?:date|дата|күні)[ \t]+(\d{4}-\d{2}-\d{2})\s+", re.IGNORECASE)
_UNKNOWN_KEY = re.compile(r"[^\W\d_][\w-]{0,29}")
# A name or a date does not end like a sentence, nor holds one; «А. Б.» and «22 сентября 2025 г.» pass.
_PROSE = re.compile(r"[а-яёa-zәғқңөұүһі]{4,}[»”\")]?[.!?…]|[«»“”\"]\s*$", re.IGNORECASE)
_QUOTED_NAME = re.compile(r"^(?:[^«»“”\"]+ (?=.[^\W\d_a-zа-яё]))?[«“\"]([^«»“”\"]*)[»”\"]$")
_VALUE_CHARACTERS, _TITLE_CHARACTERS = 120, 400
_URL_CHARACTERS = 2048


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a source states about itself; None where it is silent or where what it says makes no sense."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    published: str | None = None
    language: Language | None = None
    genre: Genre | None = None
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """The stated metadata, and the code point at which the article proper begins."""

    end: int = 0
    metadata: Metadata = field(default_factory=Metadata)


def find_header(text: str) -> Header:
    """The header of `text`, empty when it has none that can be told from prose with certainty."""
    head = text[:_HEADER_CHARACTERS]
    if (matter := _FRONT_MATTER.match(head)) and (stated := _front_matter(matter[1])):
        return Header(matter.end(), metadata_of(stated))
    if block := _block(head):
        return Header(block.end, metadata_of(_pairs(block.lines)))
    if date := _LEADING_DATE.match(text):
        return Header(date.end(), Metadata(published=iso_date(date[1])))
    return Header()


def metadata_of(stated: Iterable[tuple[str, str]]) -> Metadata:
    """Metadata from pairs of a key, in any of our languages, and its words. The first of a kind wins."""
    words: dict[str, str] = {}
    for key, value in stated:
        name = _FIELD_OF.get(key.strip().casefold())
        clean = " ".join(value.split())
        if name and clean:
            words.setdefault(name, clean)
    return Metadata(
        title=words.get("title"),
        outlet=words.get("outlet"),
        url=web_address(words.get("url")),
        author=words.get("author"),
        published=iso_date(words.get("published", "")),
        language=_LANGUAGES.get(words.get("language", "").casefold().partition("-")[0]),
        genre=_GENRES.get(words.get("genre", "").casefold()),
        sample=words.get("sample", "").casefold() in _YES,
    )


def web_address(url: str | None) -> str | None:
    """`url` when it is a plain http or https address, else None: a brief links to it."""
    if not url or len(url) > _URL_CHARACTERS or any(c.isspace() or not c.isprintable() for c in url):
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme.lower() in ("http", "https") and parts.hostname else None
    except ValueError:  # http://[
        return None


@dataclass(frozen=True, slots=True)
class _Block:
    lines: tuple[str, ...]
    end: int


def _block(text: str) -> _Block | None:
    """The lines before the first blank one, when they are a header."""
    lines: list[str] = []
    for match in _LINE.finditer(text):
        line = match[1].strip()
        if line:
            lines.append(line)
        elif lines:
            return _Block(tuple(lines), match.end()) if _is_header(lines) else None
    return None


def _pairs(lines: Iterable[str]) -> list[tuple[str, str]]:
    return [(key.strip(), value.strip()) for key, _, value in (line.partition(":") for line in lines)]


def _is_header(lines: list[str]) -> bool:
    """Whether these lines are `key: value`, our keys for the most part, and none of them may be prose."""
    if not all(":" in line for line in lines):
        return False
    known = proof = 0
    for key, value in _pairs(lines):
        name = _FIELD_OF.get(key.casefold())
        if name is None and not _UNKNOWN_KEY.fullmatch(key):
            return False
        longest = _TITLE_CHARACTERS if name in ("title", "url") else _VALUE_CHARACTERS
        if len(value) > longest or (name not in ("title", "url") and _PROSE.search(_unquoted(value))):
            return False
        known += name is not None
        proof += name is not None and key.casefold() not in _ALSO_PROSE
    return bool(proof) and 3 * known >= 2 * len(lines)


def _unquoted(value: str) -> str:
    """«Полдень» and Агентство «Полдень» are names; «A», said B and a lone closing mark are prose."""
    return _QUOTED_NAME.sub(r"\1", value)


def _front_matter(block: str) -> list[tuple[str, str]]:
    """The scalar pairs of a YAML mapping, as written. Composed, not constructed: no tag is ever obeyed."""
    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        return _pairs(lines) if _is_header(lines) else []  # title: Corridor: what next
    if not isinstance(node, yaml.MappingNode):
        return []
    pairs: list[tuple[str, str]] = []
    for key, value in cast("list[tuple[yaml.Node, yaml.Node]]", node.value):
        if not isinstance(key, yaml.ScalarNode):
            continue
        items = value.value if isinstance(value, yaml.SequenceNode) else [value]
        words = ", ".join(item.value for item in items if isinstance(item, yaml.ScalarNode))
        pairs.append((str(key.value), words))
    return pairs if any(key.strip().casefold() in _FIELD_OF for key, _ in pairs) else []
