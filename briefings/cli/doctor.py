"""`briefings doctor`: one line per thing that must work, each failure with its fix."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

import click

from briefings.cli.options import settings_from
from briefings.errors import BriefingsError
from briefings.settings import KNOWN, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MARKS = {"ok": "✓", "note": "!", "bad": "✗"}


@dataclass(frozen=True)
class _Line:
    name: str
    state: Literal["ok", "note", "bad"]
    detail: str


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def command(as_json: bool) -> None:
    """Check Python, texts, language models, the out folder and the model's endpoint. Costs nothing."""
    settings = settings_from()
    lines = [_checked(name, look, settings) for name, look in _CHECKS.items()]
    if as_json:
        click.echo(json.dumps({"checks": [asdict(line) for line in lines]}, ensure_ascii=False, indent=1))
    else:
        for line in lines:
            click.echo(f"{_MARKS[line.state]} {line.name}: {line.detail}")
        for text in _settings_in_force(settings):
            click.echo(text)
    if any(line.state == "bad" for line in lines):
        sys.exit(1)


def _checked(name: str, look: Callable[[Settings], _Line | str], settings: Settings) -> _Line:
    try:
        seen = look(settings)
    except BriefingsError as error:
        return _Line(name, "bad", str(error))
    except (ImportError, OSError) as error:
        return _Line(name, "bad", f"{error}; run `make brief` again to reinstall what is missing")
    return seen if isinstance(seen, _Line) else _Line(name, "ok", seen)


def _python(_: Settings) -> str:
    return ".".join(map(str, sys.version_info[:3]))


def _texts(settings: Settings) -> str:
    from briefings.lens import load_lens
    from briefings.rendering.labels import labels

    for language in ("ru", "kk", "en"):
        labels(language, settings.content)
    lens = load_lens(overrides=settings.content)
    return f"labels in ru, kk and en; lens {lens.subject} with {len(lens.dimensions)} dimensions"


def _russian(_: Settings) -> str:
    from briefings.language.names import find_names

    found = find_names("Политолог Айдар Сериков выступил в Астане.", "ru")
    if not any(name.kind == "person" for name in found):
        raise BriefingsError("Russian names are not found; run `make brief` again to reinstall the models")
    return "names are found"


def _tokens(settings: Settings) -> str:
    from briefings.llm.tokens import count

    return f"counted offline ({count('Қазақстан — орта держава', settings.model)} in a test line)"


def _out(settings: Settings) -> str:
    folder = settings.out
    standing = next(p for p in (folder, *folder.absolute().parents) if p.exists())
    try:
        with tempfile.TemporaryFile(dir=standing):
            pass
    except OSError as error:
        raise BriefingsError(
            f"{folder} cannot be written ({error.strerror}); choose another with BRIEFINGS_OUT or --out"
        ) from error
    return f"{folder} can be written"


def _model(settings: Settings) -> _Line | str:
    if not settings.model:
        return _Line(
            "model", "note", "none configured: briefs are made by extraction. Set BRIEFINGS_MODEL for one"
        )
    from briefings.llm.openai import list_models

    names = list_models(api_key=settings.api_key, base_url=settings.base_url, timeout=10)
    where = settings.base_url or "OpenAI"
    if settings.model not in names:
        raise BriefingsError(
            f"{where} answers, but does not list {settings.model!r}; it has: {', '.join(sorted(names)[:8]) or 'none'}"
        )
    return f"{settings.model} at {where}"


def _settings_in_force(settings: Settings) -> Iterator[str]:
    yield "Settings:"
    for name, (field, purpose) in KNOWN.items():
        value = getattr(settings, field)
        if field == "api_key":
            value = "set" if value else None
        origin = " (environment)" if name in os.environ else ""
        yield f"  {name} = {value if value is not None else '–'}{origin}  {purpose}"


_CHECKS: dict[str, Callable[[Settings], _Line | str]] = {
    "python": _python,
    "texts": _texts,
    "russian": _russian,
    "tokens": _tokens,
    "out": _out,
    "model": _model,
}
