"""The answer a model gives: its types, and the JSON Schema it is asked to follow.

The fields run from what the article says to what we make of it, and each statement names its sentences
before its words: a model writes in this order, so its judgements follow its evidence.
"""

import re
from functools import cache
from typing import Annotated, Any, Literal, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, model_validator

from briefings.domain import ConfidenceLevel, Sign, Voice

# A model that writes Russian also types Cyrillic С and Н before a number.
_AS_NUMBERED = str.maketrans("СсНнsh", "SSHHSH")
_NUMBERS_IN_TEXT = re.compile(r"\s*\[[SH]\d+(?:\s*[,;–-]\s*[SH]\d+)*\]")
# A statement is one line; a control character would end in a file that Word does not open.
_BREAKS_AND_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# What a strict schema may not hold at every endpoint, or what only costs tokens.
_DROPPED_KEYWORDS = frozenset({"title", "default", "description", "maxItems", "minItems"})


def _sentence_number(written: str) -> str:
    """`[s8]` and a Cyrillic `С8` are S8; anything else stays as written, to be reported."""
    bare = written.strip(" []").translate(_AS_NUMBERED)
    return bare if re.fullmatch(r"[SH][0-9]+", bare) else written


def _on_one_line(text: str) -> str:
    return _BREAKS_AND_CONTROLS.sub(" ", text).strip()


def _without_numbers(text: str) -> str:
    return _NUMBERS_IN_TEXT.sub("", text)


def _named_or_none(name: str | None) -> str | None:
    return _on_one_line(name) or None if name else None


Number = Annotated[str, AfterValidator(_sentence_number)]
Line = Annotated[str, AfterValidator(_on_one_line)]
Words = Annotated[Line, AfterValidator(_without_numbers)]
Name = Annotated[str | None, AfterValidator(_named_or_none)]


class Part(BaseModel):
    """Part of an answer. A field we did not ask for is no reason to ask again, so it is passed over."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Cited(Part):
    """Anything that rests on sentences of the article."""

    citations: tuple[Number, ...]


class Claim(Cited):
    """A statement in a section that has only one voice."""

    text: Words


class Attributed(Cited):
    """A statement with its voice and, where one is heard, the speaker as the article prints them."""

    voice: Voice
    speaker: Name = None
    text: Words


class Stake(Attributed):
    """What is at stake. Asking for the kind makes the model look for risks and duties as well as gains."""

    kind: Literal["gain", "risk", "obligation"]


class Expert(Part):
    """One named expert with the role as printed, and what they hold, one thing at a time."""

    speaker: Name
    role: Name = None
    views: tuple[Claim, ...]

    @model_validator(mode="before")
    @classmethod
    def _with_views(cls, data: object) -> object:
        """A model that is not held to the schema repeats the expert for each view."""
        if isinstance(data, dict) and "views" not in data and "text" in data:
            return {**data, "views": [data]}
        return data


class Covered(Cited):
    """What the article shows of one dimension; dimensions that it does not touch are left out."""

    id: str
    sign: Sign
    level: Literal[0, 1, 2, 3, 4]


class Issue(Cited):
    """A weak place of the source, quoted."""

    kind: Literal["contradiction", "status", "title", "unattributed"]
    text: Words


class Position(Cited):
    """Our assessment of the country's standing, and the alternative that was weighed."""

    text: Words
    alternative: Claim | None = None


class Evidence(Part):
    """How far the article carries, and why."""

    level: ConfidenceLevel
    reason: Line


class Answer(Part):
    """A whole brief as a model proposes it."""

    event: tuple[Attributed, ...]
    expert_views: tuple[Expert, ...]
    comparison: tuple[Claim, ...]
    stakes: tuple[Stake, ...]
    dimensions: tuple[Covered, ...]
    source_issues: tuple[Issue, ...]
    gaps: tuple[Line, ...]
    positioning: tuple[Position, ...]
    confidence: Evidence
    watch: tuple[Claim, ...]
    bottom_line: tuple[Attributed, ...]
    title: Attributed


class Replacement(Attributed):
    """New words for one statement that did not pass; `item` is its number in the list sent."""

    item: int


class Revision(Part):
    """Replacements for the statements that did not pass. One left out stays as it was."""

    replacements: tuple[Replacement, ...]


# Schemas are made once: that takes longer than all else in a prompt. Nobody changes them.
@cache
def answer_schema(dimensions: tuple[str, ...]) -> dict[str, Any]:
    """The strict JSON Schema of an `Answer` whose dimensions have the ids given."""
    schema = _strict(Answer)
    schema["properties"]["dimensions"]["items"]["properties"]["id"]["enum"] = list(dimensions)
    return schema


@cache
def revision_schema() -> dict[str, Any]:
    """The strict JSON Schema of a `Revision`."""
    return _strict(Revision)


def _strict(part: type[Part]) -> dict[str, Any]:
    """`part` as strict mode wants it: objects closed, every field required, references written out."""
    schema = part.model_json_schema()
    definitions = schema.pop("$defs", {})

    def closed(node: Any) -> Any:
        if isinstance(node, list):
            return [closed(item) for item in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return closed(definitions[node["$ref"].rpartition("/")[2]])
        kept = {
            # Under "properties" the keys are our field names: one of them is "title".
            key: {name: closed(field) for name, field in value.items()}
            if key == "properties"
            else closed(value)
            for key, value in node.items()
            if key not in _DROPPED_KEYWORDS
        }
        if kept.get("type") == "object":
            kept |= {"required": list(kept["properties"]), "additionalProperties": False}
        return kept

    return cast("dict[str, Any]", closed(schema))
