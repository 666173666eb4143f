"""Read what a model wrote as an answer, and list everything that is wrong with it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from briefings.drafting.answer import Answer, Attributed, Cited, Covered, Part, Revision
from briefings.drafting.conversation import AnswerError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

MOST_BOTTOM_LINES = 3
# Not every "{" of the talk before an answer opens it: an object starts with a key or ends at once.
_OBJECT = re.compile(r'\{(?=\s*["}])')
_NAMELESS = "speaker: an expert statement names its expert"
_A = TypeVar("_A", Answer, Revision)


def parse_answer(text: str) -> Answer:
    """Read an answer, past a byte order mark, thoughts, a code fence or talk before its first brace.

    Raises `AnswerError` with one line for every mistake.
    """
    return _parse(text, Answer)


def parse_revision(text: str) -> Revision:
    """Read a `Revision` as `parse_answer` reads an answer."""
    return _parse(text, Revision)


def _parse(text: str, kind: type[_A]) -> _A:
    text = text.rpartition("</think>")[2]
    start = _OBJECT.search(text)
    if start is None:
        raise AnswerError(["answer: holds no JSON object"])
    try:
        found, _ = json.JSONDecoder().raw_decode(text, start.start())
        json.dumps(found, ensure_ascii=False).encode()  # half a surrogate pair can never be written to a file
    except (ValueError, RecursionError) as error:
        raise AnswerError([f"answer: is not valid JSON: {error}"]) from error
    try:
        return kind.model_validate(found)
    except ValidationError as error:
        mistakes = error.errors(include_url=False, include_input=False, include_context=False)
        lines = [f"{'.'.join(map(str, mistake['loc']))}: {mistake['msg']}" for mistake in mistakes]
        raise AnswerError(lines) from error


def _cited(part: Part, path: str = "") -> Iterator[tuple[str, Cited]]:
    """Everything in `part` that cites, with its place: `("stakes.0", …)`."""
    if isinstance(part, Cited):
        yield path, part
    for name in type(part).model_fields:
        value = getattr(part, name)
        place = f"{path}.{name}" if path else name
        if isinstance(value, Part):
            yield from _cited(value, place)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    yield from _cited(item, f"{place}.{index}")


def cites_any(answer: Answer, known: Collection[str]) -> bool:
    """Whether anything in the answer rests on a sentence that exists."""
    return any(number in known for _, part in _cited(answer) for number in part.citations)


def citation_faults(part: Answer | Revision, known: Collection[str]) -> list[str]:
    """What is well formed and wrong all the same: numbers that do not exist, words without a source."""
    faults: list[str] = []
    for path, cited in _cited(part):
        faults += [
            f"{path}.citations: {number[:20]!r} is no sentence of this article"
            for number in cited.citations
            if number not in known
        ]
        if not cited.citations and not (isinstance(cited, Covered) and cited.sign == "not_covered"):
            faults.append(f"{path}.citations: names no sentence")
        if getattr(cited, "text", None) == "":
            faults.append(f"{path}.text: is empty")
        if isinstance(cited, Attributed) and cited.voice == "expert" and not cited.speaker:
            faults.append(f"{path}.{_NAMELESS}")
    return faults


def answer_faults(answer: Answer, known: Collection[str], dimensions: Collection[str]) -> list[str]:
    """`citation_faults`, and what only a whole answer can get wrong."""
    faults = citation_faults(answer, known)
    faults += [
        f"expert_views.{index}.{_NAMELESS}"
        for index, expert in enumerate(answer.expert_views)
        if not expert.speaker
    ]
    if len(answer.bottom_line) > MOST_BOTTOM_LINES:
        faults.append(f"bottom_line: has {len(answer.bottom_line)} statements, {MOST_BOTTOM_LINES} at most")
    faults += [
        f"dimensions.{index}.id: {covered.id[:40]!r} is none of {', '.join(dimensions)}"
        for index, covered in enumerate(answer.dimensions)
        if covered.id not in dimensions
    ]
    return faults
