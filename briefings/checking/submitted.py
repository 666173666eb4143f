"""Verdicts on a draft that nobody trusts, handed in as JSON: the same door as for our own drafts."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, get_args

from briefings.checking.statements import check_statement, is_withheld
from briefings.domain import Article, Proposal, Section, Speaker, Statement, Voice
from briefings.errors import UserError


def check_draft(article: Article, draft: Mapping[str, Any]) -> dict[str, Any]:
    """`{"statements": [{"id", "verdict", "findings"}]}` for the statements of `draft`.

    `draft` is `{"statements": [{"id", "section", "text", "voice", "speaker", "citations"}]}`; `speaker` is a
    name, a `{"name", "role"}` or null. Raises `UserError` naming the first statement that is not of that shape.
    """
    statements = draft.get("statements") if isinstance(draft, Mapping) else None
    if not isinstance(statements, list):
        raise UserError('the draft has no list "statements"; see `briefings check --help` for its shape')
    return {"statements": [_verdict(article, entry, at) for at, entry in enumerate(statements)]}


def parse_draft(text: str, path: str) -> dict[str, Any]:
    """The draft in `text`, read from `path`. Raises `UserError` when it is not a JSON object."""
    try:
        draft = json.loads(text)
    except ValueError as error:
        raise UserError(f"{path} is not JSON: {error}") from error
    if not isinstance(draft, dict):
        raise UserError(f"{path} holds {type(draft).__name__}, not a JSON object with statements")
    return draft


def _verdict(article: Article, entry: Any, at: int) -> dict[str, Any]:
    statement = checked(article, entry, at)
    return {
        "id": entry.get("id", at),
        "verdict": "withheld" if is_withheld(statement.findings) else "supported",
        "findings": [asdict(finding) for finding in statement.findings],
    }


def checked(article: Article, entry: Any, at: int) -> Statement:
    """The statement that the `at`-th entry of a submitted draft became."""
    return check_statement(_proposal(entry, at), article, _one_of(entry, "section", Section, "event", at))


def _proposal(entry: Any, at: int) -> Proposal:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("text"), str):
        raise UserError(f"statement {at} of the draft has no text")
    citations = entry.get("citations")
    if citations is None:
        citations = []
    if not isinstance(citations, list) or not all(isinstance(c, str) for c in citations):
        raise UserError(f'statement {at} of the draft: citations must be a list like ["S8", "S9"]')
    return Proposal(
        entry["text"],
        _one_of(entry, "voice", Voice, "reported", at),
        tuple(citations),
        _speaker(entry.get("speaker"), at),
    )


def _one_of(entry: Mapping[str, Any], key: str, kind: Any, default: str, at: int) -> Any:
    value = entry.get(key) or default
    if value not in get_args(kind):
        raise UserError(
            f"statement {at} of the draft: unknown {key} {value!r}; choose one of {', '.join(get_args(kind))}"
        )
    return value


def _speaker(value: Any, at: int) -> Speaker | None:
    if value is None:
        return None
    if isinstance(value, str) and value.strip():
        return Speaker(value.strip())
    if isinstance(value, Mapping) and isinstance(value.get("name"), str):
        return Speaker(value["name"], value.get("role"))
    raise UserError(f"statement {at} of the draft: speaker must be a name, an object with a name, or null")
