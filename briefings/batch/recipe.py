"""All but the article that makes a brief what it is: the same recipe, the same brief."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefings import __version__, resources

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.domain import Language
    from briefings.lens import Lens


@dataclass(frozen=True)
class Recipe:
    """How the briefs of a run are made; plain values, so that other processes can be told.

    `model` is the name of the model that drafts, None for extraction; `language` None for each article's own.
    """

    lens: Lens
    model: str | None = None
    language: Language | None = None
    marking: str = "TLP:CLEAR"
    context_window: int | None = None
    content: Path | None = None

    @cached_property
    def sha256(self) -> str:
        """Names this recipe: a brief made by another one is made anew, at no cost if its prompts are the same."""
        made_of = [
            __version__,
            self.lens.sha256,
            self.model,
            self.language,
            self.marking,
            self.context_window,
            {
                name: hashlib.sha256(path.read_bytes()).hexdigest()
                for folder in ("prompts", "templates")
                for name, path in _files(folder, self.content).items()
            },
        ]
        return hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()


def _files(folder: str, overrides: Path | None) -> dict[str, Path]:
    """The files in use of `folder`, the user's before ours, by their name in it."""
    in_use: dict[str, Path] = {}
    for base in reversed(resources.search_path(folder, overrides)):
        for path in sorted(base.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                in_use[f"{folder}/{path.relative_to(base).as_posix()}"] = path
    return in_use
