"""A brief as data: brief.json, its JSON Schema, and back."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from briefings.domain import Article, Brief
from briefings.errors import UserError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

SCHEMA = 1

_NUMBER = {"pattern": r"^[SH][1-9][0-9]*$"}
_SHA256 = {"pattern": "^[0-9a-f]{64}$"}
_COUNT = {"minimum": 0}
# What the types do not say. Keys are type and field; a list's limits are those of its items.
_LIMITS: dict[tuple[str, str], dict[str, Any]] = {
    ("Article", "sha256"): _SHA256,
    ("Brief", "revision"): {"minimum": 1},
    ("Dimension", "citations"): _NUMBER,
    ("Dimension", "level"): {"minimum": 0, "maximum": 4},
    ("Made", "seconds"): _COUNT,
    ("Made", "tokens_in"): _COUNT,
    ("Made", "tokens_cached"): _COUNT,
    ("Made", "tokens_out"): _COUNT,
    ("Sentence", "id"): _NUMBER,
    ("Sentence", "start"): _COUNT,
    ("Sentence", "end"): _COUNT,
    ("Sentence", "paragraph"): {"minimum": 1},
    ("SourceIssue", "citations"): _NUMBER,
    ("Statement", "citations"): _NUMBER,
}


def brief_document(brief: Brief) -> dict[str, Any]:
    """`brief` as the JSON document of contract 1: plain dicts, lists, strings, numbers and None."""
    return {"schema": SCHEMA, **plain(brief)}


def article_document(article: Article) -> dict[str, Any]:
    """`article` as it stands in `brief_document`."""
    document: dict[str, Any] = plain(article)
    return document


def brief_from_document(document: dict[str, Any]) -> Brief:
    """The brief that `brief_document` made into `document`.

    Raises `UserError` when it is not such a document, naming the first thing that is wrong.
    """
    from pydantic import ValidationError

    if document.get("schema") != SCHEMA:
        raise UserError(
            f"this is not a brief of schema {SCHEMA} but {document.get('schema')!r}; "
            "make the brief again with this version"
        )
    try:
        return _adapter().validate_python(document)
    except ValidationError as invalid:
        first = invalid.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise UserError(f"this brief is damaged at {place}: {first['msg']}; make it again") from invalid


def brief_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of `brief_document`: every field required, no other allowed."""
    schema = _adapter().json_schema(mode="serialization")
    definitions = schema.pop("$defs")
    definitions["Brief"] = schema
    for name, definition in definitions.items():
        if definition.get("type") == "object":
            _tighten(name, definition)
    del definitions["Brief"]
    schema["properties"] = {"schema": {"const": SCHEMA}, **schema["properties"]}
    schema["required"] = ["schema", *schema["required"]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "$defs": definitions}


@cache
def _adapter() -> TypeAdapter[Brief]:
    """Built once, which takes longer than reading a brief with it."""
    from pydantic import TypeAdapter  # slow to import, and printing a brief needs it not

    return TypeAdapter(Brief)


def _tighten(name: str, definition: dict[str, Any]) -> None:
    definition["required"] = list(definition["properties"])
    definition["additionalProperties"] = False
    for field, described in definition["properties"].items():
        described.pop("default", None)  # what is always written has no default
        described.get("items", described).update(_LIMITS.get((name, field), {}))


def plain(value: Any) -> Any:
    """`value` and all in it as dicts, lists and what JSON has."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if names := _field_names(value.__class__):
        return {name: plain(getattr(value, name)) for name in names}
    return value


@cache  # asked of each value of each brief, most of which are strings
def _field_names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass; none of any other type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
