"""What each edition shows, in which order, and what it leaves out."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import html

from briefings import resources
from briefings.domain import Brief, ExpertView, Speaker, Statement
from briefings.rendering import RENDERERS, SUFFIXES, Format, render
from briefings.rendering.labels import labels
from tests.briefs import DIMENSION_NAMES, sample_brief

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from briefings.domain import Language

_LANGUAGES: tuple[Language, ...] = ("ru", "kk", "en")
_READ: tuple[Format, ...] = ("html", "md", "plain")


def _tree(page: str) -> HtmlElement:
    return html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))


def _empty(brief: Brief) -> Brief:
    """The brief with every section that may be empty empty."""
    return replace(
        brief,
        bottom_line=(),
        event=(),
        stakes=(),
        expert_views=(),
        comparison=(),
        positioning=(),
        dimensions=(),
        watch=(),
        source_issues=(),
        gaps=(),
        withheld=(),
        outside_notes=(),
    )


def test_every_format_has_its_renderer_and_suffix() -> None:
    assert set(RENDERERS) == set(SUFFIXES) == {"md", "html", "plain", "json"}


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("form", _READ)
def test_the_sections_stand_in_the_order_in_which_a_brief_is_read(form: Format, language: Language) -> None:
    page = render(sample_brief(language), form)
    words = labels(language).headings
    order = ["bottom_line", "event", "stakes", "expert_views", "comparison", "positioning", "watch", "gaps"]
    if form == "html":
        found = [h.text_content() for h in _tree(page).xpath("//article/section/h2")]
        assert found[: len(order)] == [words[name] for name in order]
    else:
        sign = "## " if form == "md" else "<h2>"
        places = [page.index(f"{sign}{words[name]}") for name in order]
        assert places == sorted(places)


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("form", _READ)
def test_the_header_is_complete(form: Format, language: Language) -> None:
    brief, words = sample_brief(language), labels(language)
    page = render(brief, form)
    text = page if form == "md" else _tree(page).xpath("//body")[0].text_content()
    for needed in (
        brief.id,
        words.fill("revision", n=1),
        "TLP:CLEAR",
        brief.made.ai_notice,
        brief.article.outlet,
        words.date("2031-10-01"),
        words.languages[language],
        words.genres["expert_comment"],
        words.corroboration["single"],
        words.notices["sample"],
    ):
        assert str(needed) in text


@pytest.mark.parametrize("form", _READ)
def test_the_header_says_how_much_of_the_source_is_used(form: Format) -> None:
    page = render(sample_brief("en"), form)
    assert page.index("entences used: 10 of 11") < page.index("Bottom line")


@pytest.mark.parametrize("form", _READ)
def test_sentences_kept_in_the_language_of_the_source_are_said_to_be(form: Format) -> None:
    russian = sample_brief("ru")
    notice = "Сөйлемдер дереккөз тілінде берілді (орыс тілі)."
    assert notice in render(replace(russian, language="kk"), form)
    assert "языке источника" not in render(russian, form)
    drafted = replace(russian, language="kk", made=replace(russian.made, drafter="model"))
    assert notice not in render(drafted, form)


def test_extracted_sentences_carry_the_language_of_the_source_not_of_the_headings() -> None:
    tree = _tree(render(replace(sample_brief("ru"), language="kk"), "html"))
    assert tree.get("lang") == "kk"
    assert {p.get("lang") for p in tree.xpath("//section[@aria-labelledby='t-event']//p")} == {"ru"}


def test_the_marking_is_printed_in_the_margin_of_every_sheet_and_cannot_leave_its_rule() -> None:
    brief = sample_brief("ru")
    page = render(replace(brief, made=replace(brief.made, marking='"}</style>*{')), "html")
    style = page[page.index("<style>") : page.index("</style>")]
    assert style.endswith(
        r'@top-right{content:"\22 \7d \3c \2f \73 \74 \79 \6c \65 \3e \2a \7b ";font:700 9pt var(--sans)}}'
    )


def test_the_header_is_there_for_machines_too() -> None:
    tree = _tree(render(sample_brief("ru"), "html"))
    data = {m.get("name"): m.get("content") for m in tree.xpath("//meta[@name]")}
    assert data["brief.id"] == "2031-10-01/01-ru"
    assert data["brief.marking"] == "TLP:CLEAR"
    assert data["brief.ai"] == "extraction"
    assert data["brief.information-date"] == "2031-10-01"


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_statement_is_on_the_page_with_its_citations_and_voice(language: Language) -> None:
    brief = sample_brief(language)
    page = render(brief, "md").replace("\\", "")
    mark = labels(language).marks
    for statement in (*brief.bottom_line, *brief.event, *brief.comparison, *brief.watch):
        stem = statement.text.rstrip(".")
        line = next(line for line in page.splitlines() if stem in line)
        assert line.startswith(f"- **[{mark[statement.voice]}]** ")
        assert re.findall(r"\[([SH]\d+)\]", line) == list(statement.citations)


@pytest.mark.parametrize("form", _READ)
def test_the_title_says_whose_voice_it_is(form: Format) -> None:
    page = render(sample_brief("en"), form)
    if form == "html":
        assert _tree(page).xpath("//h1/following-sibling::p[1]/@class") == ["by assessment"]
    else:
        assert "our assessment" in page[page.index("Title: ") :].splitlines()[0]


@pytest.mark.parametrize("form", _READ)
def test_an_interested_party_is_named_with_its_role_as_what_the_outlet_reports(form: Format) -> None:
    said = Statement(
        "Мельницы встанут.", "reported", ("S1",), Speaker("Дамир Кайсаров", "глава союза пекарей")
    )
    brief = replace(_empty(sample_brief("ru")), stakes=(said,))
    page = _tree(render(brief, form)).text_content() if form != "md" else render(brief, form)
    assert "Дамир Кайсаров, глава союза пекарей" in " ".join(page.split())


def test_every_chip_leads_to_its_sentence_and_every_cited_sentence_back() -> None:
    brief = sample_brief("ru")
    tree = _tree(render(brief, "html"))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    chips = tree.xpath('//a[@class="c"]')
    assert {chip.get("href")[1:] for chip in chips} == {number.lower() for number in brief.cited}
    back = tree.xpath('//span[@class="no"]/a/@href')
    assert len(back) == len(brief.cited)
    assert {link[1:] for link in (*tree.xpath('//a[@class="c"]/@href'), *back)} <= set(ids)


def test_the_quoted_words_are_marked_in_the_source() -> None:
    marks = _tree(render(sample_brief("ru"), "html")).xpath("//li[@id='s4']//mark")
    assert [mark.text_content() for mark in marks] == ["не деньги, а стол, за которым удобно договариваться"]


@pytest.mark.parametrize("form", _READ)
def test_the_used_sentences_are_counted(form: Format) -> None:
    page = render(sample_brief("en"), form)
    assert "entences used: 10 of 11" in page


@pytest.mark.parametrize("form", _READ)
def test_a_withheld_statement_stands_only_among_the_withheld_with_its_reason(form: Format) -> None:
    brief = sample_brief("en")
    page = render(brief, form)
    assert page.count(brief.withheld[0].statement.text) == 1
    assert page.index(labels("en").headings["withheld"]) < page.index(brief.withheld[0].statement.text)
    assert labels("en").reasons["hedge"] in page
    assert brief.withheld[0].findings[0].detail in page.replace("\\", "")


@pytest.mark.parametrize("form", _READ)
def test_a_mark_is_a_note_beside_its_statement(form: Format) -> None:
    brief = sample_brief("en")
    page = render(brief, form)
    note = f"Check: speaker – {brief.stakes[0].findings[0].detail}"
    assert note in page
    assert page.index(brief.stakes[0].text[-20:]) < page.index(note) < page.index(brief.stakes[1].text)


@pytest.mark.parametrize("form", _READ)
def test_empty_sections_are_left_out(form: Format) -> None:
    page = render(_empty(sample_brief("en")), form)
    words = labels("en").headings
    body = page if form == "md" else _tree(page).xpath("//body")[0].text_content()
    for name in ("stakes", "expert_views", "comparison", "watch", "gaps", "withheld", "dimensions"):
        assert words[name] not in body
    assert labels("en").notices["no_positioning"] in body


@pytest.mark.parametrize("form", _READ)
def test_a_dimension_the_source_does_not_cover_is_said_to_be_uncovered(form: Format) -> None:
    page = render(sample_brief("en"), form, dimension_names=DIMENSION_NAMES)
    assert "Technology and AI" in page
    assert labels("en").headings["not_covered"] in page.lower()


def test_a_dimension_without_a_name_is_shown_by_its_id() -> None:
    assert "connectivity_transit" in render(sample_brief("en"), "html", dimension_names=DIMENSION_NAMES)


@pytest.mark.parametrize(("experts", "tables"), [(1, 0), (2, 1), (3, 1), (4, 0)])
def test_two_or_three_experts_stand_side_by_side(experts: int, tables: int) -> None:
    views = tuple(
        ExpertView(Speaker(f"Expert {n}"), (Statement("Holds a view.", "expert", ("S1",)),))
        for n in range(experts)
    )
    tree = _tree(render(replace(sample_brief("en"), expert_views=views), "html"))
    assert len(tree.xpath('//table[@class="views"]')) == tables
    for n in range(experts):
        assert f"Expert {n}" in tree.xpath("//article")[0].text_content()


def test_labels_in_another_language_leave_the_statements_as_they_are() -> None:
    page = render(sample_brief("kk"), "html", language="en")
    tree = _tree(page)
    assert tree.get("lang") == "en"
    assert tree.xpath("//h1/@lang") == ["kk"]
    assert "Алғашқы Керуен форумы 2031 жылғы 14 қазанда Ақтоғайда өтеді" in page
    assert tree.xpath('//h2[@id="t-stakes"]')[0].text_content() == "Stakes"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "JAVA\tSCRIPT:x", "data:text/html,x", "vbscript:x"])
@pytest.mark.parametrize("form", _READ)
def test_an_acting_address_is_never_a_link(form: Format, url: str) -> None:
    brief = sample_brief("en")
    brief = replace(brief, article=replace(brief.article, url=url))
    page = render(brief, form)
    assert "alert(1)" not in page
    assert "example.kz" not in page
    if form != "md":
        assert all(link.startswith("#") for link in _tree(page).xpath("//@href"))


@pytest.mark.parametrize("form", ["html", "plain"])
def test_the_address_of_the_article_is_the_only_link_outside(form: Format) -> None:
    links = _tree(render(sample_brief("en"), form)).xpath("//@href")
    assert [link for link in links if not link.startswith("#")] == ["https://example.kz/caravan?id=1&lang=x"]


def test_style_and_script_are_small_and_allowed_by_their_hash() -> None:
    tree = _tree(render(sample_brief("ru"), "html"))
    policy = tree.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')[0]
    [style], [script] = tree.xpath("//style"), tree.xpath("//script[not(@type)]")
    for name, element, limit in (("style-src", style, 10 * 1024), ("script-src", script, 3 * 1024)):
        content = element.text.encode()
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
        assert len(content) <= limit
    assert policy.startswith("default-src 'none';")
    assert not tree.xpath("//@style | //@onclick | //@onload | //@src")


def test_the_templates_name_no_address_outside() -> None:
    for name in ("brief.css", "brief.js", "brief.html", "brief.md", "brief.plain.html"):
        assert "//" not in re.sub(r"^\s*//.*$", "", resources.read(f"templates/{name}"), flags=re.MULTILINE)
