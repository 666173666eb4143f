"""The digest in a real browser: it fits a phone, asks nothing of the network, and reads without its styles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest

from tests.digests import empty_digest, sample_digest
from tests.mail.test_edition import PUBLIC, printed, with_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from briefings.domain import Language

pytestmark = pytest.mark.browser

LANGUAGES: tuple[Language, ...] = ("ru", "kk", "en")
# Two rules for web sites: a mail has no landmarks of its own.
_NOT_FOR_MAIL = ("landmark-one-main", "region")


def _stripped(page: str) -> str:
    """The page as a mail reader shows it that drops style elements."""
    return re.sub(r"<style.*?</style>", "", page, flags=re.DOTALL)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Callable[..., Page]:
    def open_page(text: str, width: int, scheme: Literal["light", "dark"] = "light") -> Page:
        file = tmp_path / "digest.html"
        file.write_text(text, encoding="utf-8")
        page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        assert asked == [file.as_uri()]
        return page

    return open_page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("change", [str, _stripped], ids=["styled", "stripped"])
def test_nothing_is_wider_than_the_window_and_nothing_is_fetched(
    opened: Callable[..., Page], language: Language, width: int, change: Callable[[str], str]
) -> None:
    for public_url in (PUBLIC, None):
        page = opened(change(printed(sample_digest(language), public_url).html), width)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("change", [str, _stripped], ids=["styled", "stripped"])
def test_a_word_without_end_does_not_widen_the_mail(
    opened: Callable[..., Page], width: int, change: Callable[[str], str]
) -> None:
    page = opened(change(printed(with_text("сверхдлинно" * 30), PUBLIC).html), width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("change", [str, _stripped], ids=["styled", "stripped"])
@pytest.mark.parametrize("day", [sample_digest, empty_digest], ids=["full", "empty"])
def test_axe_finds_nothing_against_accessibility(
    opened: Callable[..., Page],
    tool: Callable[[str], Path],
    scheme: Literal["light", "dark"],
    change: Callable[[str], str],
    day: Callable[[], object],
) -> None:
    axe = tool("axe-core/axe.min.js").read_text(encoding="utf-8")
    page = opened(change(printed(day(), PUBLIC).html), 390, scheme)  # type: ignore[arg-type]
    page.evaluate(axe)
    found = page.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
    page.close()
    assert [violation for violation in found if violation[0] not in _NOT_FOR_MAIL] == []


def test_the_preview_is_not_seen_in_the_mail_itself(opened: Callable[..., Page]) -> None:
    page = opened(_stripped(printed(sample_digest(), PUBLIC).html), 390)
    assert not page.locator("body > div").first.is_visible()
    page.close()


def test_dark_readers_get_a_dark_digest(opened: Callable[..., Page]) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        page = opened(printed(sample_digest(), PUBLIC).html, 390, scheme)
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.close()
    assert grounds == ["rgb(255, 255, 255)", "rgb(21, 24, 27)"]
