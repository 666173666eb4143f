"""A brief as data: its schema holds, damage is found, nothing is lost on the way back."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from briefings.errors import UserError
from briefings.rendering import render
from briefings.rendering.document import article_document, brief_document, brief_from_document, brief_schema
from tests.briefs import sample_brief

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefings.domain import Language

_LANGUAGES: tuple[Language, ...] = ("ru", "kk", "en")
_TOP = [
    "schema",
    "id",
    "revision",
    "language",
    "article",
    "title",
    "bottom_line",
    "event",
    "stakes",
    "expert_views",
    "comparison",
    "positioning",
    "confidence",
    "dimensions",
    "watch",
    "source_issues",
    "gaps",
    "outside_notes",
    "withheld",
    "made",
]


def _valid(document: dict[str, Any]) -> bool:
    return bool(jsonschema.Draft202012Validator(brief_schema()).is_valid(document))


@pytest.mark.parametrize("language", _LANGUAGES)
def test_a_brief_follows_its_schema_and_comes_back_whole(language: Language) -> None:
    brief = sample_brief(language)
    document = json.loads(render(brief, "json"))
    jsonschema.Draft202012Validator(brief_schema()).validate(document)
    assert brief_from_document(document) == brief


def test_the_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(brief_schema())


def test_the_document_has_the_promised_names() -> None:
    document = brief_document(sample_brief())
    assert document["schema"] == 1
    assert set(_TOP) <= set(document)
    assert set(document["article"]["sentences"][0]) == {
        "id",
        "kind",
        "start",
        "end",
        "paragraph",
        "voice",
        "speaker",
        "attribution",
    }
    statement = document["positioning"][0]["statement"]
    assert set(statement) == {"text", "voice", "speaker", "citations", "quotes", "findings"}


def test_a_sentence_is_found_by_its_offsets() -> None:
    article = brief_document(sample_brief("kk"))["article"]
    first = article["sentences"][1]
    assert article["text"][first["start"] : first["end"]].startswith("Қазақстанның Көлдер")


def test_an_article_alone_is_the_same_data() -> None:
    brief = sample_brief()
    assert article_document(brief.article) == brief_document(brief)["article"]


def _damage(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def damage(document: dict[str, Any]) -> None:
        *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        target: Any = document
        for step in way:
            target = target[step]
        target[last] = value

    return damage


_DAMAGE = [
    ("schema", 2),
    ("revision", 0),
    ("language", "de"),
    ("title.voice", "rumour"),
    ("title.citations", ["8"]),
    ("title.citations.0", "S0"),
    ("title.text", None),
    ("positioning.0.likelihood", "maybe"),
    ("confidence.level", "certain"),
    ("dimensions.0.level", 5),
    ("dimensions.0.sign", "plus"),
    ("article.sha256", "abc"),
    ("article.sentences.0.start", -1),
    ("withheld.0.findings.0.rule", "taste"),
    ("made.tokens_in", 1.5),
    ("title.extra", 1),
]


@pytest.mark.parametrize(("path", "value"), _DAMAGE)
def test_a_damaged_document_does_not_follow_the_schema(path: str, value: Any) -> None:
    document = copy.deepcopy(brief_document(sample_brief()))
    assert _valid(document)
    _damage(path, value)(document)
    assert not _valid(document)


@pytest.mark.parametrize("missing", _TOP)
def test_a_document_without_one_of_its_parts_does_not_follow_the_schema(missing: str) -> None:
    document = brief_document(sample_brief())
    del document[missing]
    assert not _valid(document)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [("schema", 2, "schema 1"), ("title.voice", "rumour", "title.voice"), ("article", None, "article")],
)
def test_a_damaged_document_is_refused_with_its_place(path: str, value: Any, said: str) -> None:
    document = copy.deepcopy(brief_document(sample_brief()))
    _damage(path, value)(document)
    with pytest.raises(UserError, match=said):
        brief_from_document(document)
