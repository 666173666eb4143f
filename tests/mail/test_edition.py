"""The digest as mail: whole, safe, small enough, and nothing in it that may not leave the house."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefings.domain import Story
from briefings.domain.marking import may_be_mailed
from briefings.errors import BriefingsError
from briefings.mail.addresses import Mailbox
from briefings.mail.edition import LARGEST_BODY, LARGEST_MESSAGE, Edition, Press, page_name
from briefings.mail.message import addressed
from tests.briefs import DIMENSION_NAMES, sample_brief
from tests.digests import empty_digest, numbered, sample_digest
from tests.mail.gate import parsed, parts, problems, tree, visible
from tests.rendering.hostile import hostile_texts, with_words

if TYPE_CHECKING:
    from briefings.domain import Brief, Digest, Language

SENDER = Mailbox("digest@desk.example", "Бюро Ә")
MADE = datetime(2031, 10, 1, 7, 30, tzinfo=timezone(timedelta(hours=5)))
PUBLIC = "https://briefs.desk.example/digests/2031-10-01"
LANGUAGES: tuple[Language, ...] = ("ru", "kk", "en")


def printed(digest: Digest, public_url: str | None = None) -> Edition:
    return Press(SENDER, MADE, public_url, dimension_names=DIMENSION_NAMES).edition(digest)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("public_url", [None, PUBLIC])
@pytest.mark.parametrize("day", [sample_digest, empty_digest], ids=["full", "empty"])
def test_every_gate_is_passed(language: Language, public_url: str | None, day: object) -> None:
    edition = printed(day(language), public_url)  # type: ignore[operator]
    assert problems(edition.eml) == []
    assert problems(addressed(edition.eml, "a@desk.example")) == []


def test_the_file_has_no_recipient_and_a_copy_differs_in_to_only() -> None:
    edition = printed(sample_digest())
    assert parsed(edition.eml)["To"] is None
    copy = addressed(edition.eml, "a@desk.example")
    assert parsed(copy)["To"] == "a@desk.example"
    assert copy.removeprefix(b"To: a@desk.example\r\n") == edition.eml


def test_the_headers_say_who_when_and_which() -> None:
    message = parsed(printed(sample_digest()).eml)
    assert message["From"] == "Бюро Ә <digest@desk.example>"
    assert message["Date"] == "Wed, 01 Oct 2031 07:30:00 +0500"
    assert message["Message-ID"] == "<digest-2031-10-01.187@desk.example>"
    assert message["List-ID"] == "<digest.desk.example>"
    assert message["List-Unsubscribe"] == "<mailto:digest@desk.example?subject=unsubscribe>"
    assert message["List-Unsubscribe-Post"] is None
    assert message["X-Auto-Response-Suppress"] == "OOF, AutoReply"


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("ru", "[TLP:CLEAR] Дайджест № 187 | 01.10.2031 | 6 тем, 1 срочно"),
        ("kk", "[TLP:CLEAR] Дайджест № 187 | 01.10.2031 | 6 тақырып, 1 шұғыл"),
        ("en", "[TLP:CLEAR] Digest 187 | 1 Oct 2031 | 6 items, 1 urgent"),
    ],
)
def test_the_subject_is_that_of_the_labels(language: Language, subject: str) -> None:
    edition = printed(sample_digest(language))
    assert edition.subject == parsed(edition.eml)["Subject"] == subject


def test_with_a_public_address_briefs_are_linked_and_their_pages_written() -> None:
    edition = printed(sample_digest(), PUBLIC)
    hrefs = {str(href).split("#")[0] for href in tree(edition.html).xpath("//@href")}
    linked = {href.removeprefix(f"{PUBLIC}/") for href in hrefs if href.startswith(PUBLIC)}
    assert linked == set(edition.pages) == {page_name(brief.id) for brief in sample_digest().briefs}
    assert parsed(edition.eml).get_content_type() == "multipart/alternative"
    for href in tree(edition.html).xpath("//@href[contains(., '#')]"):
        name, _, anchor = str(href).removeprefix(f"{PUBLIC}/").partition("#")
        assert f'id="{anchor}"' in edition.pages[name]


def test_without_one_briefs_are_attached_under_the_names_that_the_digest_says() -> None:
    edition = printed(sample_digest())
    attached = {part.get_filename(): part.get_content() for part in parsed(edition.eml).iter_attachments()}
    assert set(attached) == {page_name(brief.id) for brief in sample_digest().briefs}
    assert edition.pages == {}
    plain, page = parts(parsed(edition.eml))
    for name in attached:
        assert name in plain
        assert name in page
    assert "Ғалымжан Үлгібаев" in attached["2031-10-01-01-ru.html"]
    assert not any("<script" in document for document in attached.values())


@pytest.mark.parametrize("public_url", [None, PUBLIC])
def test_what_the_check_withheld_is_nowhere_in_the_mail(public_url: str | None) -> None:
    digest = sample_digest()
    held = [entry for brief in digest.briefs for entry in brief.withheld]
    edition = printed(digest, public_url)
    whole = [part.get_content() for part in parsed(edition.eml).walk() if not part.is_multipart()]
    for text in (*whole, *edition.pages.values()):
        for entry in held:
            assert entry.statement.text not in text
            assert not any(finding.detail in text for finding in entry.findings)
    assert held


def _everywhere(digest: Digest, brief: Brief) -> list[Digest]:
    story = digest.stories[0]
    return [
        replace(digest, stories=(Story("x", brief),)),
        replace(digest, stories=(replace(story, others=(*story.others, brief)),)),
        replace(digest, more=(Story("x", brief),)),
        replace(digest, silent=(Story("x", brief, change="silent"),)),
    ]


@pytest.mark.parametrize(
    "marking",
    [
        "ДСП",
        "дсп",
        "ҚБП",
        "Для служебного пользования",
        "TLP:AMBER",
        "TLP:AMBER+STRICT",
        "TLP:RED",
        "TLP:СLEAR",
        "",
        " TLP:CLEAR",
    ],
)
def test_no_mail_is_made_with_a_brief_that_is_not_marked_for_it(marking: str) -> None:
    brief = sample_brief()
    restricted = numbered(brief, 99, made=replace(brief.made, marking=marking))
    with pytest.raises(BriefingsError, match="this digest may not enter a mail"):
        printed(replace(sample_digest(), marking=marking))
    for digest in _everywhere(sample_digest(), restricted):
        with pytest.raises(BriefingsError, match="2031-10-01/99-ru may not enter a mail"):
            printed(digest)


@pytest.mark.parametrize("marking", ["TLP:CLEAR", "TLP:GREEN"])
def test_open_briefs_may_be_mailed(marking: str) -> None:
    assert may_be_mailed(marking)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_that_is_too_long_loses_its_last_lines_and_says_how_many(language: Language) -> None:
    digest = sample_digest(language)
    many = tuple(Story(f"m{n}", numbered(sample_brief(language), n)) for n in range(20, 110))
    edition = printed(replace(digest, more=many), PUBLIC)
    assert problems(edition.eml) == []
    plain, page = parts(parsed(edition.eml))
    shown = len(re.findall(r"2031-10-01/\d\d+-", plain.partition("\n5. ")[2])) - 1  # one is on the watch list
    assert shown > 10
    words = {"ru": "Не поместилось в письмо: ", "kk": "Хатқа сыймағаны: ", "en": "Left out for length: "}
    left_out = int(re.search(rf"{words[language]}(\d+)", plain)[1])  # type: ignore[index]
    assert words[language] + str(left_out) in visible(page)
    assert 0 < left_out < len(many)
    assert " 94 " in edition.subject


def test_a_long_article_does_not_make_the_message_too_large_for_a_server() -> None:
    brief = sample_brief()
    article = brief.article
    last = article.sentences[-1]
    grown = article.text + "ұ" * 2_500_000
    long = replace(article, text=grown, sentences=(*article.sentences[:-1], replace(last, end=len(grown))))
    digest = replace(sample_digest(), more=(Story("long", numbered(brief, 50, article=long)),))
    edition = printed(digest)
    assert len(edition.eml) < LARGEST_MESSAGE
    names = [part.get_filename() for part in parsed(edition.eml).iter_attachments()]
    assert page_name("2031-10-01/50-ru") not in names
    assert page_name("2031-10-01/50-ru") not in edition.text
    assert "2031-10-01/50-ru" in edition.text
    assert page_name("2031-10-01/09-ru") in names


def test_a_statement_without_end_does_not_break_the_limit() -> None:
    brief = sample_brief()
    endless = replace(brief, bottom_line=(replace(brief.bottom_line[0], text="слово " * 20_000),))
    edition = printed(replace(sample_digest(), stories=(Story("x", endless),)))
    assert problems(edition.eml) == []
    assert len(edition.html) < LARGEST_BODY


def _shape(page: str) -> list[tuple[object, ...]]:
    return [(element.tag, *sorted(element.attrib)) for element in tree(page).iter()]


@cache
def _harmless() -> Edition:
    return printed(with_text("x."))


def with_text(text: str) -> Digest:
    digest = sample_digest()
    brief = with_words(text)
    brief = replace(brief, made=replace(brief.made, marking="TLP:CLEAR"))
    story = replace(
        digest.stories[0], lead=brief, others=(numbered(brief, 3),), reasons=(text,), change_detail=text
    )
    return replace(digest, stories=(story,), more=(Story("y", numbered(brief, 2)),), silent=())


@given(hostile_texts)
@example("x\r\nBcc: thief@evil.example\r\n\r\n")
@example("</td></tr></table><script>alert(1)</script>")
@example("\n\n2. Ложная тема\n")
@settings(max_examples=15, deadline=None)
def test_no_text_of_an_article_makes_a_header_a_part_or_an_element(text: str) -> None:
    edition, plain = printed(with_text(text)), _harmless()
    assert [name for name, _ in parsed(edition.eml).items()] == [
        name for name, _ in parsed(plain.eml).items()
    ]
    assert edition.subject == plain.subject
    assert _shape(edition.html) == _shape(plain.html)
    assert problems(edition.eml) == []
    items = re.findall(r"^\d+\. ", edition.text, re.MULTILINE)
    assert items == re.findall(r"^\d+\. ", plain.text, re.MULTILINE) == ["1. ", "2. "]


@given(st.text(max_size=200))
def test_the_name_of_a_page_is_safe_as_a_file_and_in_a_header(number: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9-]{0,60}\.html", page_name(number))


def test_a_mail_carries_at_most_twenty_briefs_those_that_lead_a_story_first() -> None:
    brief = sample_brief()
    others = tuple(numbered(brief, n) for n in range(30, 50))
    story = Story("long", numbered(brief, 29), others=others, reasons=("тот же текст",) * 20)
    more = tuple(Story(f"m{n}", numbered(brief, n)) for n in range(60, 65))
    edition = printed(replace(sample_digest(), stories=(story,), more=more, silent=()))
    names = [part.get_filename() for part in parsed(edition.eml).iter_attachments()]
    leads = [story.lead, *(one.lead for one in more)]
    assert names == [page_name(b.id) for b in (*leads, *others[:14])]
    assert page_name(others[14].id) not in edition.text
