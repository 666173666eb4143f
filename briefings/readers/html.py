"""A saved web page: its main text without menus and banners, and what it states about itself.

The main text is the article's text: paragraphs and headings, a blank line between them. Nothing is ever
fetched.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from briefings.errors import UnreadableArticle
from briefings.readers.dates import iso_date
from briefings.readers.encodings import decode
from briefings.readers.metadata import Metadata, metadata_of, web_address
from briefings.readers.reading import Reading, as_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_DECLARED_WITHIN = 4096  # browsers stop looking after 1024 bytes; some pages are later than that

# Elements of trafilatura's tree and of HTML that stand on their own; the rest runs on in a line.
_BLOCKS = frozenset(
    (
        *("p", "head", "item", "list", "quote", "cell", "row", "table", "lb", "code", "body", "main"),
        *("br", "div", "section", "article", "blockquote", "li", "ul", "ol", "dl", "dt", "dd", "pre"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "figure", "hr"),
    )
)
_HEADINGS = frozenset(("head", "h1", "h2", "h3", "h4", "h5", "h6"))
_NOT_TEXT = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "nav", "aside", "footer", "form", "button"),
        *("iframe", "select", "textarea", "figcaption", "dialog", "object", "video", "audio"),
    )
)
# What pages wrap around and into an article, by the class or id that marks it.
_CLUTTER = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|sponsor\w*|promo\w*|cookies?|consent|gdpr|banner|subscri\w*"
    r"|newsletter|share|sharing|related|breadcrumbs?|comments)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CLUTTER_SHARE = 0.25  # of the text; «page--with-banner» also stands on elements that hold the article
# What a reader never sees is no part of the article: it may have been put there for a program.
_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*[01](?:\.\d+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)"
    r"|(?:left|right|top|text-indent)\s*:\s*-\d{3,}|clip(?:-path)?\s*:",
    re.IGNORECASE,
)
# Also how a page fades its paragraphs in: then nearly all of its text looks so.
_FADED_STYLE = re.compile(
    r"opacity\s*:\s*0?(?:\.0\d*)?\s*(?:;|!|$)|(?<!-)color\s*:\s*(?:transparent|white|#fff(?:fff)?)\b",
    re.IGNORECASE,
)
_FADED_SHARE = 0.5  # of the text
_UNSEEN_CLASS = re.compile(r"(?:^|\s)(?:visually-?hidden|sr-only|screen-reader-text)(?:\s|$)", re.IGNORECASE)
_SHORTEST = 40  # characters; less is a menu entry that was taken for the text
# Only what a page states: a date found by searching its text may be that of anything.
_STATED_DATES = {"extensive_search": False, "original_date": True}

# Its complaints about a page are no news to the reader: ours says what to do.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_html(data: bytes, name: str) -> Reading:
    """The main text of a page.

    Raises `UnreadableArticle` when there is none: a page that is drawn by a script holds no text.
    """
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    page = decode(data, name, declared[1].decode("ascii", "ignore") if declared else None).text
    page = _DECLARATION.sub("", page)
    if "<html" not in page.lower():
        page = f"<html><body>{page}</body></html>"  # a fragment
    page = (
        f"<!DOCTYPE html>\n{page}"  # without it, or far from it, trafilatura takes a page for something else
    )
    from trafilatura import load_html  # half a second, only for those who read pages

    tree = load_html(page)
    if tree is None:
        raise UnreadableArticle(f"{name}: cannot be read as a web page; save its text as .txt")
    _drop_unseen(tree)
    _drop_clutter(tree)
    found = _extract(tree)
    blocks = [] if found is None else list(_blocks(found.body))
    if sum(len(block.text) for block in blocks) < _SHORTEST:
        blocks = list(_blocks(_likeliest(tree)))
    if not any(block.text for block in blocks):
        raise UnreadableArticle(
            f"{name}: no article text on this page; copy the text from the browser into a .txt file"
        )
    return _joined(blocks, _metadata(tree, found))


def _drop_unseen(tree: Any) -> None:
    faded: list[Any] = []
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in ("html", "body", "head"):
            continue
        style = element.get("style") or ""
        unseen = element.tag == "template" or element.get("hidden") is not None or _UNSEEN_STYLE.search(style)
        if unseen or _UNSEEN_CLASS.search(element.get("class") or ""):
            element.drop_tree()
        elif _FADED_STYLE.search(style) and "background" not in style:
            faded.append(element)
    whole = len(tree.text_content())
    if sum(len(element.text_content()) for element in faded) < _FADED_SHARE * whole:
        for element in faded:
            element.drop_tree()


def _drop_clutter(tree: Any) -> None:
    whole = len(tree.text_content())
    for element in list(tree.iter()):
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _CLUTTER.search(marks) and len(element.text_content()) < _CLUTTER_SHARE * whole:
            element.drop_tree()


def _extract(tree: Any) -> Any:
    """What trafilatura makes of the page, or None."""
    from trafilatura import bare_extraction

    try:
        return bare_extraction(
            tree, with_metadata=True, include_comments=False, date_extraction_params=_STATED_DATES
        )
    # Pages are hostile: JSON-LD of a thousand brackets, lists where names should be.
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None


def _likeliest(tree: Any) -> Any:
    """The element that most likely holds the article, for pages whose text is too short or too odd."""
    for place in (".//article", ".//main", ".//body"):
        if (found := tree.find(place)) is not None:
            return found
    return tree


@dataclass(frozen=True, slots=True)
class _Block:
    text: str
    is_heading: bool


def _blocks(element: Any) -> Iterator[_Block]:
    """The paragraphs and headings below an element, each with its white space made single spaces."""
    pieces: list[str] = []
    heading = False
    for text, starts_block, is_heading in _pieces(element, in_heading=False):
        if starts_block:
            if words := " ".join("".join(pieces).split()):
                yield _Block(words, heading)
            pieces, heading = [], is_heading
        pieces.append(text)
    if words := " ".join("".join(pieces).split()):
        yield _Block(words, heading)


def _pieces(element: Any, *, in_heading: bool) -> Iterator[tuple[str, bool, bool]]:
    """Stretches of text in reading order: the words, whether a new block begins, whether in a heading."""
    tag = element.tag if isinstance(element.tag, str) else ""  # a comment's tag is a function
    if not tag or tag in _NOT_TEXT:
        return
    is_block, inside = tag in _BLOCKS, in_heading or tag in _HEADINGS
    yield element.text or "", is_block, inside
    for child in element:
        yield from _pieces(child, in_heading=inside)
        after_block = isinstance(child.tag, str) and child.tag in _BLOCKS
        yield child.tail or "", after_block, inside


def _joined(blocks: list[_Block], metadata: Metadata) -> Reading:
    text = "\n\n".join(block.text for block in blocks)
    prose = "\n\n".join(as_heading(block.text) if block.is_heading else block.text for block in blocks)
    return Reading(text, prose, metadata=metadata)


def _metadata(tree: Any, found: Any) -> Metadata:
    pairs = ((meta.get("name", ""), meta.get("content", "")) for meta in tree.iter("meta"))
    own = metadata_of((key, value) for key, value in pairs if key.lower() in ("sample", "genre"))
    if found is None:
        title = tree.findtext(".//title")
        return replace(own, title=_line(title))
    return replace(
        own,
        title=_line(found.title),
        outlet=_line(found.sitename),
        url=web_address(found.url),
        author=_line(found.author),
        published=iso_date(found.date or ""),
    )


def _line(words: str | None) -> str | None:
    return " ".join((words or "").split()) or None
