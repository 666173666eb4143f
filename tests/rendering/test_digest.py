"""The digest in HTML and in text: every voice apart, both complete, words from outside only words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from briefings import resources
from briefings.domain import Story
from briefings.rendering.digest_html import digest_html
from briefings.rendering.digest_layout import lay_out_digest
from briefings.rendering.digest_page import Place
from briefings.rendering.digest_text import digest_text
from briefings.rendering.document import brief_document
from briefings.rendering.labels import labels
from tests.briefs import DIMENSION_NAMES, sample_brief
from tests.digests import empty_digest, numbered, sample_digest
from tests.mail.gate import tree, visible
from tests.rendering.test_labels import _bracketed, _outside_words

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.domain import Brief, Digest, Language
    from briefings.rendering.digest_page import DigestPage

LANGUAGES: tuple[Language, ...] = ("ru", "kk", "en")


def page(digest: Digest, overrides: Path | None = None, place: Place | None = None) -> DigestPage:
    places = {
        brief.id: place or Place(address=f"https://briefs.example/{brief.id}") for brief in digest.briefs
    }
    words = labels(digest.language, overrides)
    return lay_out_digest(digest, words, places=places, dimension_names=DIMENSION_NAMES)


def test_each_voice_has_its_shape_its_word_and_its_speaker() -> None:
    text = " ".join(digest_text(page(sample_digest())).split())
    assert "■ Факт. Первый Караванный форум пройдёт в Актогае 14 октября 2031 года [1]." in text
    assert "□ Официально, Жәнібек Үмітов. Министерство подтвердило дату [1]." in text
    assert "○ Мнение, Айгерим Тестова. А. Тестова видит в нём заявку на роль посредника [3]." in text
    assert "◆ Оценка. Роль пока держится на словах" in text
    assert "◆ Для Казахстана, оценка. Роль посредника проверят" in text


def test_a_voice_has_its_colour_in_light_and_in_dark() -> None:
    shown = digest_html(page(sample_digest()))
    colours = dict(re.findall(r'class="lab (\w)" style="[^"]*?(#[0-9a-f]{6})', shown))
    assert len(set(colours.values())) == len(colours) == 4
    for kind in colours:
        assert len(re.findall(rf"\.{kind}[,{{]", shown)) == 2


def test_the_marking_comes_first() -> None:
    digest = sample_digest()
    assert digest_text(page(digest)).startswith("TLP:CLEAR\n")
    assert visible(digest_html(page(digest))).split()[0] == "TLP:CLEAR"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_a_story_is_in_both_editions(language: Language) -> None:
    digest = sample_digest(language)
    story = digest.stories[0]
    texts = [" ".join(t.split()) for t in (digest_text(page(digest)), visible(digest_html(page(digest))))]
    expected = [
        story.change_detail,
        story.previous,
        story.contradictions[0].about,
        story.contradictions[0].versions[0].outlet,
        story.contradictions[0].versions[1].outlet,
        *story.reasons,
        *(brief.article.outlet for brief in digest.briefs),
        *(brief.title.text[:40] for brief in digest.briefs),
        story.lead.confidence.reason.rstrip("."),
        labels(language).likelihood["likely"],
        DIMENSION_NAMES["regional_leadership"][language],
        labels(language).notices["unreviewed"],
    ]
    for text in texts:
        for words in expected:
            assert words
            assert words in text


def test_reprints_are_counted_as_outlets_and_origins() -> None:
    digest = sample_digest()
    story = digest.stories[0]
    six = tuple(
        replace(b, article=replace(b.article, outlet=f"Издание {n}"))
        for n in range(6)
        for b in [numbered(sample_brief(), 20 + n)]
    )
    reprinted = replace(
        digest, stories=(replace(story, others=six, reasons=("тот же текст",) * 6, origins=1),)
    )
    assert "Также: 6 изданий (1 происхождение):" in digest_text(page(reprinted))


def test_the_first_three_carry_their_bottom_line_in_full_the_others_two_lines() -> None:
    items = page(sample_digest()).items
    assert [len(item.lines) for item in items] == [4, 5, 4, 2]


def test_versions_that_differ_stand_side_by_side() -> None:
    cells = tree(digest_html(page(sample_digest()))).xpath("//td[contains(@class, 'ev')]")
    assert len(cells) == 2
    assert cells[0].getparent() is cells[1].getparent()
    assert "Вестник Актогая · 01.10.2031" in cells[0].text_content()
    assert "Дала жаршысы · 30.09.2031" in cells[1].text_content()


def test_a_mark_of_the_checker_is_shown() -> None:
    brief = sample_brief()
    marked = replace(brief, bottom_line=(brief.stakes[0],))
    digest = replace(sample_digest(), stories=(Story("x", marked),))
    for text in (digest_text(page(digest)), visible(digest_html(page(digest)))):
        assert f"Проверьте: кто говорит – {brief.stakes[0].findings[0].detail}" in " ".join(text.split())


def test_a_text_in_another_language_says_so_and_to_machines_too() -> None:
    shown = digest_html(page(sample_digest("ru")))
    assert "· казахский" in visible(shown)
    assert tree(shown).xpath("//h2/span[@lang='kk']")


def test_an_invented_article_is_called_one() -> None:
    digest = sample_digest()
    notice = labels("ru").notices["sample"]
    for text in (digest_text(page(digest)), visible(digest_html(page(digest)))):
        assert " ".join(text.split()).count(notice) == len(digest.stories) + len(digest.more) + len(
            digest.silent
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_without_news_says_so(language: Language) -> None:
    empty = page(empty_digest(language))
    words = labels(language).digest["empty"]
    assert words in digest_text(empty)
    assert words in visible(digest_html(empty))


def test_no_line_of_the_text_is_too_long_but_addresses() -> None:
    lines = digest_text(page(sample_digest())).splitlines()
    assert [line for line in lines if len(line) > 74 and "http" not in line] == []


def test_a_reviewed_digest_names_who_checked_it_and_a_model_is_admitted() -> None:
    digest = sample_digest()

    def checked(brief: Brief) -> Brief:
        return replace(brief, made=replace(brief.made, drafter="model", reviewed_by="А. Тестова"))

    stories = tuple(replace(s, lead=checked(s.lead), others=(), reasons=()) for s in digest.stories)
    reviewed = replace(digest, stories=stories, more=(), silent=())
    shown = digest_html(page(reviewed))
    assert "Сформировано с применением ИИ. Проверено: А. Тестова." in visible(shown)
    assert "TrainedAlgorithmicMediaDigitalSource" in shown


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://a.example/\nx", "data:text/html,x", 'https://a.example/"x']
)
def test_an_address_of_an_article_never_acts(url: str) -> None:
    brief = sample_brief()
    digest = replace(
        sample_digest(),
        stories=(Story("x", replace(brief, article=replace(brief.article, url=url))),),
        more=(),
        silent=(),
    )
    hrefs = [str(h) for h in tree(digest_html(page(digest))).xpath("//@href")]
    assert all(re.fullmatch(r"https://[a-z.]+/[\w/#.%-]*", href) for href in hrefs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_is_written_into_a_template_or_a_module(tmp_path: Path, language: Language) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    file = yaml.safe_load(resources.read("templates/labels.yaml"))
    (folder / "labels.yaml").write_text(
        yaml.safe_dump(_bracketed(file), allow_unicode=True), encoding="utf-8"
    )
    digest = sample_digest(language)
    shown = page(digest, tmp_path, Place(attachment="2031.html"))
    outside = sorted(_outside_words(_plain(digest)), key=len, reverse=True)
    names = [name for entry in DIMENSION_NAMES.values() for name in entry.values()]
    for text in (visible(digest_html(shown, overrides=tmp_path)), digest_text(shown, overrides=tmp_path)):
        assert text.count("⟦") > 60
        rest = re.sub(r"⟦[^⟦⟧]*(⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧", " ", " ".join(text.split()))
        for known in [*outside, *names]:
            for part in (known, known.rstrip("."), known.upper()):
                rest = rest.replace(part, " ") if len(part) > 1 else rest
        assert re.findall(r"[^\W\d_]{2,}", re.sub(r"https?://\S+|UTC|html|h\d+", " ", rest)) == []


def _plain(digest: Digest) -> list[object]:
    """Every word of the digest that comes from outside."""
    words: list[object] = [brief_document(brief) for brief in digest.briefs]
    for story in digest.stories:
        words += [*story.reasons, story.change_detail, story.previous, digest.marking]
        for clash in story.contradictions:
            words += [
                clash.about,
                *(v.outlet for v in clash.versions),
                *(v.statement.text for v in clash.versions),
            ]
    return words


def test_the_reason_of_a_confidence_is_not_printed_in_another_language_than_its_line() -> None:
    digest = sample_digest()
    foreign = digest.stories[2].lead
    text = " ".join(digest_text(page(digest)).split())
    assert foreign.language == "kk"
    assert foreign.confidence.reason.rstrip(".") not in text
    assert digest.stories[0].lead.confidence.reason.rstrip(".") in text


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "есть противоречащие сообщения"),
        ({"contradictions": ()}, "независимые источники"),
        ({"contradictions": (), "origins": 1}, "перепечатки одного сообщения"),
        ({"contradictions": (), "others": (), "reasons": ()}, "один источник"),
    ],
)
def test_a_story_says_how_its_reports_bear_each_other_out(changes: dict[str, Any], said: str) -> None:
    digest = sample_digest()
    text = digest_text(page(replace(digest, stories=(replace(digest.stories[0], **changes),))))
    assert f"Подтверждение: {said}" in text


def test_a_story_of_one_line_says_how_it_stands_unless_it_is_new() -> None:
    gone = Story("x", numbered(sample_brief(), 30), change="withdrawn", change_detail="справка 7 отозвана")
    new = Story("y", numbered(sample_brief(), 31))
    digest = replace(sample_digest(), stories=(), more=(gone, new))
    for text in (digest_text(page(digest)), visible(digest_html(page(digest)))):
        assert "Отозвано: справка 7 отозвана" in text
        assert "Новое" not in text


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("2031-10-01T06:30:00+05:00", "Период: 30.09.2031 06:30 – 01.10.2031 06:30 UTC+05:00"),
        ("2031-10-01T06:30:00+06:00", "Период: 30.09.2031 06:30 UTC+05:00 – 01.10.2031 06:30 UTC+06:00"),
    ],
)
def test_the_zone_of_a_period_is_named_once_where_it_is_one(until: str, said: str) -> None:
    assert said in digest_text(page(replace(sample_digest(), until=until)))
