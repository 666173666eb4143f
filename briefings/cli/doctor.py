"""`briefings doctor`: one line per thing that must work, each failure with its fix."""

from __future__ import annotations

import difflib
import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from briefings.cli.options import endpoint_shown, settings_from
from briefings.cli.telling import one_line
from briefings.domain import LANGUAGE_CODES
from briefings.errors import BriefingsError, UserError
from briefings.files import refuse_unwritable
from briefings.settings import KNOWN, TOML, Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MARKS = {"ok": "✓", "note": "!", "bad": "✗"}


@dataclass(frozen=True)
class _Line:
    name: str
    state: Literal["ok", "note", "bad"]
    detail: str


@dataclass(frozen=True)
class _Setting:
    name: str
    value: str | None
    origin: str | None
    purpose: str


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.option("--mend", is_flag=True, help="Mend the archive where that can be done; nothing is thrown away.")
def command(as_json: bool, mend: bool) -> None:
    """Check Python, texts, language models, the out folder, archive, model and mail server. Costs nothing."""
    settings = settings_from()
    if mend:
        from briefings.cli.mending import mend_archive

        click.echo(one_line(mend_archive(settings.archive)), err=True)
    lines = [_checked(name, look, settings) for name, look in _CHECKS.items()]
    in_force = list(_settings_in_force(settings))
    if as_json:
        document = {"checks": [asdict(line) for line in lines], "settings": [asdict(s) for s in in_force]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
    else:
        for line in lines:
            click.echo(f"{_MARKS[line.state]} {line.name}: {line.detail}")
        click.echo("Settings:")
        for setting in in_force:
            origin = f" ({setting.origin})" if setting.origin else ""
            click.echo(f"  {setting.name} = {setting.value or '–'}{origin}  {setting.purpose}")
    if any(line.state == "bad" for line in lines):
        sys.exit(1)


def _checked(name: str, look: Callable[[Settings], _Line | str], settings: Settings) -> _Line:
    try:
        seen = look(settings)
    except BriefingsError as error:
        return _Line(name, "bad", one_line(str(error)))
    except Exception as error:  # noqa: BLE001 - whatever breaks here is what the user wants to know
        said = f"{type(error).__name__}: {error}"
        return _Line(name, "bad", f"{one_line(said)}; reinstall briefings: `make clean`, then `make brief`")
    return seen if isinstance(seen, _Line) else _Line(name, "ok", seen)


def _python(_: Settings) -> str:
    return ".".join(map(str, sys.version_info[:3]))


def _texts(settings: Settings) -> str:
    from briefings.lens import load_lens
    from briefings.rendering.labels import labels

    for language in LANGUAGE_CODES:
        labels(language, settings.content)
    lens = load_lens(overrides=settings.content)
    return f"labels in ru, kk and en; lens {lens.subject} with {len(lens.dimensions)} dimensions"


def _russian(_: Settings) -> str:
    from briefings.language.names import find_names

    found = find_names("Политолог Айдар Сериков выступил в Астане.", "ru")
    if not any(name.kind == "person" for name in found):
        raise BriefingsError("names are not found; reinstall briefings: `make clean`, then `make brief`")
    return "names are found"


def _across(_: Settings) -> _Line | str:
    from briefings.language.meaning.nearness import is_installed, nearness

    if not is_installed():
        return _Line(
            "across",
            "note",
            "a statement in another language than its article is checked by names, figures and words alone; "
            "`make across` (or pip install 'briefings[across]', Linux on x86-64) adds where it comes from",
        )
    told, other = nearness("Порт открыт.", ("Порт ашылды.", "Бюджет бекітілді."))
    if told <= other:
        raise BriefingsError(
            "the extra `across` finds no translation; reinstall it: `make clean`, then `make across`"
        )
    return "where a statement in another language comes from is found"


def _tokens(settings: Settings) -> str:
    from briefings.llm.tokens import count

    return f"counted offline ({count('Қазақстан — орта держава', settings.model)} in a test line)"


def _out(settings: Settings) -> str:
    refuse_unwritable(settings.out)
    return f"{settings.out} can be written"


def _archive(settings: Settings) -> str:
    path = settings.archive
    if not path.exists():
        refuse_unwritable(path.parent)
        return f"none yet; {path} is made with the first brief"
    from briefings.archive.health import examine

    health = examine(path)
    if wrong := health.damage or health.index:
        raise UserError(f"{path}: {wrong}; run `briefings doctor --mend`")
    return (
        f"{path} is sound; briefs: {health.briefs:,}, revisions: {health.revisions:,}, "
        f"size: {health.size / 1e6:,.1f} MB, version: {health.version}"
    )


def _model(settings: Settings) -> _Line | str:
    if not settings.model:
        return _Line(
            "model", "note", "none configured: briefs are made by extraction. Set BRIEFINGS_MODEL for one"
        )
    from briefings.llm.openai import list_models

    names = list_models(api_key=settings.api_key, base_url=settings.base_url, timeout=10)
    where = endpoint_shown(settings)
    if settings.model not in names:
        nearest = difflib.get_close_matches(settings.model, names, n=8, cutoff=0.0)
        raise UserError(
            f"{where} answers, but does not list {settings.model!r}; set BRIEFINGS_MODEL to one that it has: "
            f"{', '.join(nearest) or 'it lists none'}"
        )
    return f"{settings.model} at {where}"


def _mail(settings: Settings) -> _Line | str:
    if not settings.smtp_url:
        return _Line(
            "mail", "note", "no server configured: digests are made, not sent. Set BRIEFINGS_SMTP_URL"
        )
    from briefings.mail.sending import connect
    from briefings.mail.smtp_url import smtp_server

    server = smtp_server(settings.smtp_url)
    connect(server, patience=10).quit()
    return f"{server} answers ({server.tls}); nothing was sent"


def _settings_in_force(settings: Settings) -> Iterator[_Setting]:
    defaults, in_file = Settings(), load_settings({}, Path.cwd())
    for name, (field, purpose) in KNOWN.items():
        value = getattr(settings, field)
        origin = None
        if getattr(in_file, field) != getattr(defaults, field):
            origin = TOML
        elif value != getattr(defaults, field):
            origin = "environment" if name in os.environ else None
        yield _Setting(name, None if value is None else _shown(field, settings), origin, purpose)


def _shown(field: str, settings: Settings) -> str:
    """The value of a setting as it may be shown: never the key, no address with a password in it."""
    if field in ("api_key", "smtp_url"):
        return "set"
    if field == "base_url":
        try:
            return endpoint_shown(settings)
        except BriefingsError:  # told by the check of the model
            return "set"
    value = getattr(settings, field)
    return ", ".join(value) if isinstance(value, tuple) else str(value)


_CHECKS: dict[str, Callable[[Settings], _Line | str]] = {
    "python": _python,
    "texts": _texts,
    "russian": _russian,
    "across": _across,
    "tokens": _tokens,
    "out": _out,
    "archive": _archive,
    "model": _model,
    "mail": _mail,
}
