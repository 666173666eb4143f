"""Schemas as strict mode wants them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from briefings.llm.schemas import strict


class Claim(BaseModel):
    text: str
    citations: list[str] = []


class Answer(BaseModel):
    default: str  # a property that is called like a keyword
    title: Claim | None = None
    claims: list[Claim] = []


def objects(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """All object schemas inside `schema`."""
    inside = [*schema.get("$defs", {}).values(), *schema.get("properties", {}).values()]
    inside += [*schema.get("anyOf", []), *([schema["items"]] if "items" in schema else [])]
    found = [each for part in inside for each in objects(part)]
    return [schema, *found] if schema.get("type") == "object" else found


def test_all_objects_are_closed_and_all_properties_required() -> None:
    schema = Answer.model_json_schema()
    before = deepcopy(schema)
    made = strict(schema)
    assert schema == before
    assert len(objects(made)) == 2
    for each in objects(made):
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])
    assert "default" in made["properties"]
    assert "default" not in made["properties"]["title"]


def test_words_that_are_data_stay_as_they_are() -> None:
    schema = {"enum": [{"properties": 1}], "const": {"type": "object"}}
    assert strict(schema) == schema


SCHEMAS = st.recursive(
    st.sampled_from([{"type": "string"}, {"type": "integer", "default": 3}, {"enum": ["a"]}]),
    lambda inner: (
        st.builds(lambda items: {"type": "array", "items": items}, inner)
        | st.builds(lambda each: {"anyOf": each}, st.lists(inner, min_size=1, max_size=3))
        | st.builds(
            lambda each: {"type": "object", "properties": each},
            st.dictionaries(st.sampled_from(["a", "required", "default", "type"]), inner, max_size=3),
        )
    ),
)


@given(SCHEMAS)
def test_a_strict_schema_stays_as_it_is(schema: dict[str, Any]) -> None:
    made = strict(schema)
    assert strict(made) == made
    assert all(each["additionalProperties"] is False for each in objects(made))
