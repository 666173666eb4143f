"""What is installed from the wheel works without the checkout: prompts, templates and word lists are in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]

# Run with -P in a folder elsewhere: nothing but `target` can be where `briefings` comes from.
BRIEF = """
import json, sys
sys.path.insert(0, sys.argv[1])
import briefings
from briefings import resources
from briefings.cli.main import main
found = [briefings.__file__, *map(str, resources.search_path("prompts") + resources.search_path("templates"))]
print(json.dumps(found))
sys.stdout.flush()
main(["brief", *sys.argv[2:], "--out", "briefs"])
"""


def ran(command: list[str], **options: Any) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ended = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False, **options
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    ran(
        [
            *PIP,
            "wheel",
            "--no-build-isolation",
            "--no-deps",
            "--no-index",
            "--wheel-dir",
            str(folder),
            str(ROOT),
        ]
    )
    (built,) = folder.glob("briefings-*.whl")
    return built


def test_the_wheel_holds_the_content_and_no_tests(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("prompts", "templates"):
        ours = {f for f in (ROOT / folder).rglob("*") if f.is_file()}
        assert {f"briefings/_bundled/{file.relative_to(ROOT)}" for file in ours} <= inside
    lists = {str(file.relative_to(ROOT)) for file in (ROOT / "briefings").rglob("*.txt")}
    assert lists
    assert lists <= inside
    assert not {name for name in inside if name.startswith(("tests", "seeds")) or name.endswith(".pyc")}


def test_an_installed_copy_briefs_a_sample_far_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site-packages"
    ran([*PIP, "install", "--no-deps", "--no-index", "--target", str(target), str(wheel)])
    sample = ROOT / "seeds" / "kk_mediation_centre.md"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    out = ran([sys.executable, "-P", "-c", BRIEF, str(target), str(sample)], cwd=elsewhere)
    found, *files = out.splitlines()
    assert all(place.startswith(f"{target}{os.sep}") for place in json.loads(found))
    assert files == [f"briefs/kk_mediation_centre.{suffix}" for suffix in ("md", "html", "json")]
    brief = json.loads((elsewhere / files[-1]).read_text(encoding="utf-8"))
    assert (brief["language"], brief["made"]["drafter"]) == ("kk", "extraction")
    assert brief["event"]
    console = (target / "bin" / "briefings").read_text(encoding="utf-8")
    assert "briefings.cli.main" in console
