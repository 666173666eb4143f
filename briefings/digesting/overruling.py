"""What a person decided about merging: `digest.toml` names briefs to keep apart and briefs to join.

keep_apart = [["2031-03-03/01-ru", "2031-03-03/02-ru"]]
join = [["2031-03-03/04-kk", "2031-03-03/05-en"]]
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from briefings.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.digesting.merging import Pair

TOML = "digest.toml"
_NUMBER = re.compile(r"\d{4}-\d{2}-\d{2}/\d{2,}-(?:ru|kk|en)")


@dataclass(frozen=True, slots=True)
class Overruling:
    """Pairs of numbers of briefs that must not, and that must, be in one story."""

    keep_apart: tuple[Pair, ...] = ()
    join: tuple[Pair, ...] = ()


def read_overruling(path: Path) -> Overruling:
    """What the file at `path` decides; nothing when there is no such file.

    Raises `UserError` naming the file when it is not TOML, has another entry, or a pair is not two numbers.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Overruling()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(f"{path} cannot be read as TOML: {error}; mend or remove it") from error
    if strange := sorted(table.keys() - {"keep_apart", "join"}):
        raise UserError(f"{path}: unknown entry {strange[0]!r}; known are: join, keep_apart")
    return Overruling(*(_pairs(table.get(name, []), name, path) for name in ("keep_apart", "join")))


def _pairs(listed: Any, name: str, path: Path) -> tuple[Pair, ...]:
    if not isinstance(listed, list) or not all(map(_is_pair, listed)):
        raise UserError(
            f'{path}: {name} must be a list of pairs of briefs, like [["2031-03-03/01-ru", "2031-03-03/02-ru"]]'
        )
    return tuple((a, b) for a, b in listed)


def _is_pair(pair: Any) -> bool:
    if not isinstance(pair, list) or not all(isinstance(n, str) and _NUMBER.fullmatch(n) for n in pair):
        return False
    return len(pair) == len(set(pair)) == 2
