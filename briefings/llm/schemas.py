"""JSON Schema as OpenAI's strict mode wants it: closed objects, every property required."""

from __future__ import annotations

from typing import Any

# Keywords whose value maps names (of properties, of definitions) to schemas.
_NAMED = frozenset({"properties", "$defs", "definitions"})
# Keywords whose value is data, in which "properties" would be an ordinary word.
_DATA = frozenset({"enum", "const", "default", "examples"})


def strict(schema: dict[str, Any]) -> dict[str, Any]:
    """A copy of `schema` with closed objects and all properties required. `default`s are dropped:
    strict mode refuses them, and a required property cannot fall back on one."""
    copy = {key: _inside(key, value) for key, value in schema.items() if key != "default"}
    if "properties" in copy or copy.get("type") == "object":
        properties = copy.setdefault("properties", {})
        copy["additionalProperties"] = False
        copy["required"] = list(properties)
    return copy


def _inside(keyword: str, value: Any) -> Any:
    if keyword in _DATA:
        return value
    if keyword in _NAMED:
        return {name: _inside("", schema) for name, schema in value.items()}
    if isinstance(value, list):
        return [_inside("", item) for item in value]
    return strict(value) if isinstance(value, dict) else value
