"""What of a brief can be found: its statements, then the sentences of its source. Never what was withheld."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefings.domain import STATEMENT_SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefings.domain import Language


@dataclass(frozen=True, slots=True)
class Passage:
    """A statement of `section`, or a sentence of the source (`section` "source").

    `sentences` are the numbers it cites, or its own: S8. `voice` and `speaker` say who is heard.
    """

    section: str
    text: str
    language: Language
    sentences: tuple[str, ...]
    voice: str
    speaker: str | None


def passages_of(document: Mapping[str, Any]) -> list[Passage]:
    """The passages of a brief's document in the order of reading; a text that comes twice only once."""
    once: dict[str, Passage] = {}
    for passage in (*_statements(document), *_source(document["article"])):
        once.setdefault(passage.text, passage)
    return list(once.values())


def _statements(document: Mapping[str, Any]) -> Iterator[Passage]:
    printed = [("title", document["title"])]
    for section in STATEMENT_SECTIONS:
        for entry in document[section]:
            printed += [(section, s) for s in (entry["position"] if section == "expert_views" else [entry])]
    for entry in document["positioning"]:
        weighed = (entry["statement"], entry["alternative"])
        printed += [("positioning", statement) for statement in weighed if statement]
    for name, statement in printed:
        yield Passage(
            name,
            statement["text"],
            document["language"],
            tuple(statement["citations"]),
            statement["voice"],
            _name(statement),
        )


def _source(article: Mapping[str, Any]) -> Iterator[Passage]:
    for sentence in article["sentences"]:
        text = article["text"][sentence["start"] : sentence["end"]]
        heard = (sentence["voice"], _name(sentence))
        yield Passage("source", text, article["language"], (sentence["id"],), *heard)


def _name(said: Mapping[str, Any]) -> str | None:
    return said["speaker"]["name"] if said["speaker"] else None
