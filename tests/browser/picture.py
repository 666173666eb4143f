"""Take the README's picture of the reading page: `python -m tests.browser.picture`."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from briefings.lens import load_lens
from briefings.pipeline import brief_article
from briefings.readers import read_article
from briefings.rendering import render

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "tests" / "browser" / "brief.png"
WIDTH, HEIGHT = 1280, 900


def main() -> None:
    lens = load_lens()
    article = read_article(ROOT / "seeds" / "ru_middle_corridor.txt")
    page_text = render(brief_article(article, lens), "html", dimension_names=lens.names)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.set_content(page_text)
        page.locator("a.c").nth(3).click()
        page.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
