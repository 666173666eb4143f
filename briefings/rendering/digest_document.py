"""A digest as data and back, so that the next day's can tell what changed."""

from __future__ import annotations

from typing import Any

from briefings.domain import Digest
from briefings.errors import UserError
from briefings.rendering.document import plain

SCHEMA = 1


def digest_document(digest: Digest) -> dict[str, Any]:
    """`digest` as a JSON document: plain dicts, lists, strings, numbers and None; briefs as in brief.json."""
    return {"schema": SCHEMA, **plain(digest)}


def digest_from_document(document: dict[str, Any]) -> Digest:
    """The digest that `digest_document` made into `document`.

    Raises `UserError` when it is not such a document, naming the first thing that is wrong.
    """
    from pydantic import TypeAdapter, ValidationError  # slow to import, and printing a digest needs it not

    if document.get("schema") != SCHEMA:
        raise UserError(
            f"this is not a digest of schema {SCHEMA} but {document.get('schema')!r}; "
            "make the digest again with this version"
        )
    try:
        return TypeAdapter(Digest).validate_python(document)
    except ValidationError as invalid:
        first = invalid.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise UserError(f"this digest is damaged at {place}: {first['msg']}; make it again") from invalid
