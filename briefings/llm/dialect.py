"""How one endpoint wants to be asked for the same thing, learnt from its refusals.

"OpenAI-compatible" covers servers that take no `response_format`, models that refuse a `temperature`,
and two names for the cap on the answer. A refusal costs nothing; the next call starts from what worked.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from briefings.llm.schemas import strict

if TYPE_CHECKING:
    from briefings.llm.base import Prompt

# From the strictest to the loosest. `guided` is llama-cpp-python's: a JSON object with its schema beside it.
Shape = Literal["json_schema", "guided", "json_object", "text"]
Cap = Literal["max_tokens", "max_completion_tokens"]

_LOOSER: dict[Shape, Shape] = {"json_schema": "guided", "guided": "json_object", "json_object": "text"}
_OTHER_CAP: dict[Cap, Cap] = {
    "max_tokens": "max_completion_tokens",
    "max_completion_tokens": "max_tokens",
}
_ABOUT_SHAPE = re.compile(
    r"response_?format|json[ _](schema|object)|schema|grammar|structured|unsupported|not support",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way of asking: how the shape of the answer is enforced, what its cap is called, and whether
    a temperature may be given."""

    shape: Shape = "json_schema"
    cap: Cap = "max_tokens"
    temperature: bool = True

    def request(self, model: str, prompt: Prompt) -> dict[str, Any]:
        """`prompt` as the body of a chat completion request."""
        messages = [{"role": turn.role, "content": turn.text} for turn in prompt.turns]
        body: dict[str, Any] = {"model": model, "messages": messages, self.cap: prompt.max_tokens}
        if self.temperature:
            body["temperature"] = 0
        if prompt.schema is None:
            return body
        if self.shape == "json_schema":
            schema = {"name": prompt.schema_name, "strict": True, "schema": strict(prompt.schema)}
            body["response_format"] = {"type": "json_schema", "json_schema": schema}
            return body
        # Nothing else tells the model the shape now. At the end, so that the cached start stays the same.
        note = json.dumps(prompt.schema, ensure_ascii=False)
        messages[-1]["content"] += f"\n\nAnswer with one JSON object that follows this JSON Schema:\n{note}"
        if self.shape == "guided":
            body["response_format"] = {"type": "json_object", "schema": prompt.schema}
        elif self.shape == "json_object":
            body["response_format"] = {"type": "json_object"}
        return body

    def after(self, complaint: str, prompt: Prompt) -> Dialect | None:
        """The dialect to try after `complaint`; None when it is not about the way of asking."""
        if self.temperature and re.search(r"\btemperature\b", complaint):
            return replace(self, temperature=False)
        if re.search(rf"\b{self.cap}\b", complaint):
            return replace(self, cap=_OTHER_CAP[self.cap])
        if prompt.schema is not None and self.shape in _LOOSER and _ABOUT_SHAPE.search(complaint):
            return replace(self, shape=_LOOSER[self.shape])
        return None
