"""What the user configured: environment, then `briefings.toml`, then options; the later wins.

Only cli/ reads settings; everything below takes plain values.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.domain import LANGUAGE_CODES, Language
from briefings.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping

TOML = "briefings.toml"
_ARCHIVE = "briefings.sqlite"
_LONGEST_MARKING = 60  # characters; it stands on top of every page

# The name in the environment, the field it fills, what it is for.
KNOWN: dict[str, tuple[str, str]] = {
    "OPENAI_API_KEY": ("api_key", "the key of the model's endpoint"),
    "OPENAI_API_KEY_FILE": ("api_key_file", "a file that holds the key, instead of OPENAI_API_KEY"),
    "OPENAI_BASE_URL": ("base_url", "any OpenAI-compatible endpoint; without it OpenAI's own"),
    "BRIEFINGS_MODEL": ("model", "the model's name; without it briefs are made by extraction"),
    "BRIEFINGS_LANGUAGE": ("language", "auto (the article's; a digest's is then ru), ru, kk or en"),
    "BRIEFINGS_OUT": ("out", "the folder for finished briefs"),
    "BRIEFINGS_ARCHIVE": ("archive", "the file that keeps every brief; briefings.sqlite in the out folder"),
    "BRIEFINGS_CONTENT": ("content", "a folder whose prompts/ and templates/ override ours, file by file"),
    "BRIEFINGS_CONTEXT": ("context_window", "the model's context window in tokens, when we do not know it"),
    "BRIEFINGS_TIMEOUT": ("timeout", "seconds one call may take"),
    "BRIEFINGS_CUT_OFF": (
        "cut_off",
        "when the digest of a day ends, unless it is made later that day; 06:30",
    ),
    "BRIEFINGS_ZONE": ("zone", "the time zone of its day and cut-off; Asia/Almaty"),
    "BRIEFINGS_SMTP_URL": ("smtp_url", "the mail server: smtp://user:password@host:587?tls=starttls"),
    "BRIEFINGS_SMTP_URL_FILE": ("smtp_url_file", "a file that holds it, instead of BRIEFINGS_SMTP_URL"),
    "BRIEFINGS_FROM": ("sender", "who sends the digest: Name <digest@example.kz>"),
    "BRIEFINGS_TO": ("recipients", "who gets it: addresses with commas, or a file with one a line"),
    "BRIEFINGS_PUBLIC_URL": (
        "public_url",
        "where readers find the out folder; without it briefs are attached",
    ),
    "BRIEFINGS_RPM": ("rpm", "requests a minute the endpoint allows; without it learnt from its answers"),
    "BRIEFINGS_TPM": ("tpm", "tokens a minute the endpoint allows; without it learnt from its answers"),
    "BRIEFINGS_MARKING": (
        "marking",
        "the marking of the briefs, TLP:CLEAR unless a person sets another; ДСП or ҚБП stays inside",
    ),
    "BRIEFINGS_INNER_ENDPOINTS": (
        "inner_endpoints",
        "hosts of models, comma-separated, that may read what is marked to stay inside",
    ),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the user can set.

    `api_key` never leaves the process except to `base_url`, nor does the password in `smtp_url` except to
    its server.
    """

    api_key: str | None = None
    api_key_file: Path | None = None
    base_url: str | None = None
    model: str | None = None
    language: Language | None = None
    out: Path = Path("out")
    archive: Path = Path("out", _ARCHIVE)
    content: Path | None = None
    context_window: int | None = None
    timeout: float = 120.0
    cut_off: time = time(6, 30)
    zone: str = "Asia/Almaty"
    smtp_url: str | None = None
    smtp_url_file: Path | None = None
    sender: str | None = None
    recipients: str | None = None
    public_url: str | None = None
    rpm: int | None = None
    tpm: int | None = None
    marking: str = "TLP:CLEAR"
    inner_endpoints: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Without the key: a settings object may end up in a log."""
        return f"Settings(model={self.model!r}, base_url={self.base_url!r}, out={str(self.out)!r})"


def load_settings(
    environ: Mapping[str, str], folder: Path, options: Mapping[str, Any] | None = None
) -> Settings:
    """The settings of `environ`, of `briefings.toml` in `folder`, and of `options` (None: not given).

    Raises `UserError` for an unknown name, a value that does not fit, or a file that is not TOML.
    """
    values: dict[str, Any] = {
        field: environ[name] for name, (field, _) in KNOWN.items() if environ.get(name, "").strip()
    }
    values |= _from_toml(folder / TOML)
    values |= {field: value for field, value in (options or {}).items() if value is not None}
    settings = replace(Settings(), **{field: _fitting(field, value) for field, value in values.items()})
    if "archive" not in values:
        settings = replace(settings, archive=settings.out / _ARCHIVE)
    if settings.api_key is None and settings.api_key_file is not None:
        settings = replace(settings, api_key=_secret(settings.api_key_file, "OPENAI_API_KEY_FILE"))
    if settings.smtp_url is None and settings.smtp_url_file is not None:
        settings = replace(settings, smtp_url=_secret(settings.smtp_url_file, "BRIEFINGS_SMTP_URL_FILE"))
    return settings


def _from_toml(path: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(f"{path} cannot be read as TOML: {error}; mend or remove it") from error
    values = {}
    for name, value in table.items():
        field = next((f for known, (f, _) in KNOWN.items() if name.upper() in (known, f.upper())), None)
        if field is None:
            raise UserError(f"{path}: unknown setting {name!r}; known are: {', '.join(sorted(KNOWN))}")
        values[field] = value
    return values


def _fitting(field: str, value: Any) -> Any:
    """`value` as the type of `field`. Empty and "auto" language mean the article's own."""
    if field in ("api_key_file", "smtp_url_file", "out", "archive", "content"):
        return Path(str(value)).expanduser()
    if field == "language":
        if value in ("auto", ""):
            return None
        if value not in LANGUAGE_CODES:
            raise UserError(f"unknown language {value!r}; choose auto, {', '.join(LANGUAGE_CODES)}")
        return value
    if field == "cut_off":
        return _time_of_day(str(value).strip())
    if field in ("context_window", "timeout", "rpm", "tpm"):
        try:
            number = float(value)
        except (TypeError, ValueError):
            number = 0.0
        if not 0 < number < 1e9:
            raise UserError(f"{field} must be a positive number, not {value!r}")
        return number if field == "timeout" else max(1, int(number))
    if field == "inner_endpoints":
        hosts = value if isinstance(value, list) else str(value).split(",")
        return tuple(host for entry in hosts if (host := str(entry).strip()))
    if field == "marking":
        return _marking(str(value))
    if field == "recipients" and isinstance(value, list):  # of briefings.toml
        return ", ".join(map(str, value))
    return str(value).strip()


def _marking(value: str) -> str:
    written = " ".join(value.split())
    if not written or len(written) > _LONGEST_MARKING or not written.isprintable():
        raise UserError(
            f"a marking is a few words such as TLP:CLEAR or ДСП, not {value[:80]!r}; "
            "correct BRIEFINGS_MARKING or --marking"
        )
    return written


def _time_of_day(text: str) -> time:
    try:
        found = time.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo:
        raise UserError(f"BRIEFINGS_CUT_OFF must be a time of day like 06:30, not {text!r}")
    return found


def _secret(path: Path, setting: str) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"the file {path} cannot be read ({error}); check {setting}") from error
