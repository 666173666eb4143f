"""Fill a template so that no word from outside can act: each printed value passes its format's escape."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound

from briefings import resources
from briefings.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class _Templates(BaseLoader):
    """Templates by file name, the user's own first."""

    def __init__(self, overrides: Path | None) -> None:
        self._overrides = overrides

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        try:
            path = resources.find(f"templates/{template}", self._overrides)
        except UserError as missing:
            raise TemplateNotFound(template, str(missing)) from missing
        return path.read_text(encoding="utf-8"), str(path), lambda: True


def fill(template: str, escape: Callable[[str], str], *, overrides: Path | None = None, **values: Any) -> str:
    """The template called `template` with `values` in its holes.

    `escape` is applied to every printed string that is not `Markup`; unless it returns `Markup`, HTML
    escaping follows. A hole without a value is an error, never an empty place.
    """
    return _environment(escape, overrides).get_template(template).render(values)


@cache
def _environment(escape: Callable[[str], str], overrides: Path | None) -> Environment:
    return Environment(
        loader=_Templates(overrides),
        autoescape=True,  # also for Markdown: it is what makes a macro's result Markup
        undefined=StrictUndefined,
        finalize=lambda value: escape(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
