"""Replies on disk: written down before anybody uses them, and given again without a model.

One file per prompt, `<prompt_sha256>.json`: {"text", "finish", "model", "usage", "turns"}. Only "text" must
be there, so that a reply can be written by hand.
"""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.domain import Usage
from briefings.errors import ModelUnavailable
from briefings.llm.base import Reply, prompt_sha256

if TYPE_CHECKING:
    from briefings.llm.base import LanguageModel, Prompt


class Recorded:
    """Answers from the files in `folder`. Raises `ModelUnavailable` for a prompt that has none."""

    def __init__(self, folder: Path, *, name: str = "recorded") -> None:
        self.name = name
        self._folder = folder

    def complete(self, prompt: Prompt) -> Reply:
        """The reply recorded for `prompt`."""
        path = self._folder / f"{prompt_sha256(prompt)}.json"
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
            usage = Usage(**record.get("usage", {}))
            return Reply(record["text"], record.get("finish", "stop"), record.get("model", self.name), usage)
        except FileNotFoundError as error:
            raise ModelUnavailable(
                f"no reply is recorded for this prompt: {path} is missing; record it"
            ) from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelUnavailable(f"{path} is not a recorded reply ({error!r}); record it again") from error


class Recording:
    """Asks `model` and writes each reply into `folder` before handing it on: what was paid for is kept."""

    def __init__(self, model: LanguageModel, folder: Path) -> None:
        self._model = model
        self._folder = folder

    @property
    def name(self) -> str:
        """The name of the model that is asked."""
        return self._model.name

    def complete(self, prompt: Prompt) -> Reply:
        """Answer `prompt`; see `LanguageModel`."""
        reply = self._model.complete(prompt)
        record = asdict(reply) | {"turns": [asdict(turn) for turn in prompt.turns]}
        # Escaped as ASCII: a lone surrogate in a model's answer must not lose it.
        _write_through(self._folder / f"{prompt_sha256(prompt)}.json", json.dumps(record, indent=1))
        return reply


def _write_through(path: Path, text: str) -> None:
    """Write `text` so that after a crash the file is whole or absent."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=".", suffix=".part", delete=False
    ) as part:
        part.write(text)
        part.flush()
        os.fsync(part.fileno())
    Path(part.name).replace(path)
