"""A real browser and the page checkers. When one is missing the tests fail and say how to get it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from briefings.rendering import render
from tests.briefs import DIMENSION_NAMES, sample_brief

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from briefings.domain import Language

HERE = Path(__file__).parent
_QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.fail("chromium is missing: apt-get install -y chromium", pytrace=False)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=_QUIET)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def tool() -> Callable[[str], Path]:
    """The path of a file in node_modules."""

    def find(name: str) -> Path:
        path = HERE / "node_modules" / name
        if not path.exists() or shutil.which("node") is None:
            pytest.fail(
                f"{name} is missing: apt-get install -y nodejs npm && npm ci --prefix tests/browser",
                pytrace=False,
            )
        return path

    return find


@pytest.fixture(scope="session")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Language], Path]:
    """The reading page of the sample brief, in a file."""
    folder = tmp_path_factory.mktemp("pages")

    def write(language: Language) -> Path:
        path = folder / f"{language}.html"
        path.write_text(
            render(sample_brief(language), "html", dimension_names=DIMENSION_NAMES), encoding="utf-8"
        )
        return path

    return write
