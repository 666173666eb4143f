"""Commands that measure need the repository: its fixture and its measuring code are not in the wheel."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from briefings.errors import UserError


def run_measurement(module: str, *arguments: str) -> int:
    """Run `tests.measuring.<module>` of the checkout this package stands in; its exit code.

    Raises `UserError` when this is an installed package without its repository.
    """
    root = Path(__file__).parents[2]
    if not (root / "tests" / "measuring" / f"{module}.py").is_file():
        raise UserError("measuring needs the repository: clone it and run `make eval` or `make bench` there")
    command = [sys.executable, "-m", f"tests.measuring.{module}", *arguments]
    return subprocess.run(command, cwd=root, check=False).returncode  # noqa: S603 - our own module
