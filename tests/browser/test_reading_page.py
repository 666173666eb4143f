"""The reading page in a real browser: a claim is checked against its source in one movement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from briefings.rendering import render
from tests.briefs import sample_brief
from tests.rendering.hostile import with_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Request

    from briefings.domain import Language

pytestmark = pytest.mark.browser

_WIDE, _PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
_LANGUAGES: tuple[Language, ...] = ("ru", "kk", "en")
_QUOTING = 'a.c[href="#s4"]'
_WORDS = "не деньги, а стол, за которым удобно договариваться"


@pytest.fixture
def opened(browser: Browser, page_file: Callable[[Language], Path]) -> Iterator[Callable[..., Page]]:
    """Open the Russian page in a window of a size; the test fails on any script error."""
    contexts = []
    errors: list[str] = []

    def open_page(size: dict[str, int], language: Language = "ru", *, script: bool = True) -> Page:
        context = browser.new_context(viewport=size, java_script_enabled=script)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text))
        page.goto(page_file(language).as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


def _in_view(page: Page, selector: str) -> bool:
    box = page.locator(selector).bounding_box()
    size = page.viewport_size
    assert box
    assert size
    return 0 <= box["y"] <= size["height"] - box["height"]


def test_a_card_with_the_whole_sentence_opens_after_a_short_rest_on_a_chip(
    opened: Callable[..., Page],
) -> None:
    page = opened(_WIDE)
    chip = page.locator(_QUOTING)
    chip.scroll_into_view_if_needed()
    page.evaluate("""() => {
        const card = document.getElementById('card'), chip = document.querySelector('a.c[href="#s4"]');
        chip.addEventListener('mouseenter', () => { window.entered = performance.now(); });
        new MutationObserver(() => { window.shown ??= performance.now(); })
            .observe(card, {attributes: true, attributeFilter: ['hidden']});
    }""")
    chip.hover()
    page.locator("#card").wait_for(state="visible")
    waited = page.evaluate("window.shown - window.entered")
    assert 140 <= waited <= 400
    card = page.locator("#card")
    assert "«Мы предлагаем" in card.inner_text()
    assert "дословная цитата" in card.inner_text()
    assert card.locator("mark.on").inner_text() == _WORDS


def test_the_card_opens_by_keyboard_and_escape_closes_it(opened: Callable[..., Page]) -> None:
    page = opened(_WIDE)
    page.locator(_QUOTING).focus()
    page.locator("#card").wait_for(state="visible")
    assert page.locator(_QUOTING).get_attribute("aria-describedby") == "card"
    page.keyboard.press("Escape")
    page.locator("#card").wait_for(state="hidden")


def test_the_card_stays_while_the_pointer_moves_onto_it(opened: Callable[..., Page]) -> None:
    page = opened(_WIDE)
    page.locator(_QUOTING).hover()
    page.locator("#card").wait_for(state="visible")
    page.locator("#card").hover()
    page.wait_for_timeout(450)
    assert page.locator("#card").is_visible()
    page.mouse.move(5, 5)
    page.locator("#card").wait_for(state="hidden")


def test_a_click_shows_claim_and_sentence_together(opened: Callable[..., Page]) -> None:
    page = opened({"width": 1280, "height": 420})
    page.locator('a.c[href="#s10"]').click()
    assert _in_view(page, "#s10")
    assert page.locator("li.on").get_attribute("id") == "s10"
    assert page.locator(".k.on").count() == 1
    assert page.locator(".k.on a.c.on").get_attribute("href") == "#s10"


def test_the_number_of_a_sentence_leads_back_to_its_claim(opened: Callable[..., Page]) -> None:
    page = opened(_WIDE)
    page.locator("#s10 .no a").click()
    page.locator(".k.on").wait_for()
    assert _in_view(page, ".k.on a.c.on")
    assert page.locator("#s10.on").count() == 1


def test_the_stepper_walks_all_citations_and_says_where_it_is(opened: Callable[..., Page]) -> None:
    page = opened(_WIDE)
    chips = page.locator("a.c").count()
    page.locator("#nx").click()
    assert page.locator("#pos").inner_text() == f"1 из {chips}"
    page.keyboard.press("j")
    assert page.locator("#pos").inner_text() == f"2 из {chips}"
    page.keyboard.press("k")
    page.locator("#pv").click()
    assert page.locator("#pos").inner_text() == f"{chips} из {chips}"
    assert _in_view(page, "a.c.on")


def test_a_tap_on_a_phone_opens_the_sheet_and_its_link_shows_the_source(opened: Callable[..., Page]) -> None:
    page = opened(_PHONE)
    page.locator(_QUOTING).click()
    sheet = page.locator("#card")
    sheet.wait_for(state="visible")
    assert sheet.locator("mark.on").inner_text() == _WORDS
    box = sheet.bounding_box()
    assert box
    assert box["y"] + box["height"] == _PHONE["height"]
    sheet.locator("a").click()
    sheet.wait_for(state="hidden")
    assert _in_view(page, "#s4")
    assert page.locator("#s4.on").count() == 1


def test_without_script_a_chip_still_leads_to_its_sentence(opened: Callable[..., Page]) -> None:
    page = opened(_WIDE, script=False)
    assert not page.locator(".step").is_visible()
    plain = page.locator("#s9").evaluate("e => getComputedStyle(e).backgroundColor")
    page.locator('a.c[href="#s10"]').click()
    assert page.url.endswith("#s10")
    assert _in_view(page, "#s10")
    assert page.locator("#s10").evaluate("e => getComputedStyle(e).backgroundColor") != plain


@pytest.mark.parametrize("language", _LANGUAGES)
def test_the_page_asks_nothing_of_the_network(
    browser: Browser, page_file: Callable[[Language], Path], language: Language
) -> None:
    page = browser.new_page(viewport=_WIDE)  # type: ignore[arg-type]
    asked: list[str] = []
    page.on("request", lambda request: _note(request, asked))
    page.goto(page_file(language).as_uri())
    page.locator("a.c").first.click()
    page.keyboard.press("j")
    page.wait_for_timeout(200)
    page.close()
    assert asked == [page_file(language).as_uri()]


def _note(request: Request, asked: list[str]) -> None:
    asked.append(request.url)


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("language", _LANGUAGES)
def test_nothing_is_wider_than_the_window(
    opened: Callable[..., Page], language: Language, width: int
) -> None:
    page = opened({"width": width, "height": 800}, language)
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [320, 1280])
def test_a_word_without_end_does_not_widen_the_page(browser: Browser, tmp_path: Path, width: int) -> None:
    file = tmp_path / "long.html"
    file.write_text(render(with_words("сверхдлинно" * 30), "html"), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


@pytest.mark.parametrize("width", [320, 390, 700, 1280])
def test_a_chip_never_starts_a_line(opened: Callable[..., Page], width: int) -> None:
    page = opened({"width": width, "height": 800})
    alone = page.evaluate("""() => [...document.querySelectorAll('.k')].filter(claim => claim.firstChild.nodeType == 3)
        .flatMap(claim => [...claim.querySelectorAll('a.c')]).filter(chip => {
            const before = document.createRange(), previous = chip.previousSibling;
            if (previous.nodeType == 3) {
                before.setStart(previous, previous.length - 1); before.setEnd(previous, previous.length);
            } else before.selectNode(previous);
            const text = [...before.getClientRects()].pop(), own = chip.getBoundingClientRect();
            return own.top > text.bottom;
        }).map(chip => chip.id)""")
    assert alone == []


def test_a_script_in_an_article_never_runs(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    evil = "</script><script>window.hit=1</script><img src=x onerror='window.hit=1'>"
    file.write_text(render(with_words(evil), "html"), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    page.locator("a.c").first.click()
    assert page.evaluate("window.hit") is None
    assert page.locator("img").count() == 0
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [_PHONE, _WIDE], ids=["390", "1280"])
@pytest.mark.parametrize("card", [False, True], ids=["closed", "card"])
def test_axe_finds_nothing_against_accessibility(
    browser: Browser,
    page_file: Callable[[Language], Path],
    tool: Callable[[str], Path],
    scheme: Literal["light", "dark"],
    size: dict[str, int],
    card: bool,
) -> None:
    axe = tool("axe-core/axe.min.js").read_text(encoding="utf-8")
    page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(page_file("ru").as_uri())
    if card:
        chip = page.locator(_QUOTING)
        chip.click() if size == _PHONE else chip.hover()
        page.locator("#card").wait_for(state="visible")
    page.evaluate(axe)
    found = page.evaluate("axe.run().then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html)]))")
    page.close()
    assert found == []


def test_the_printed_page_holds_brief_and_source(opened: Callable[..., Page]) -> None:
    page = opened(_WIDE)
    page.emulate_media(media="print")
    assert page.locator("#s11").is_visible()
    assert not page.locator(".step").is_visible()
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    assert sample_brief("ru").article.sentences[-1].id == "S11"
