"""The words of the pages: complete in three languages, and nowhere but in their file."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml
from lxml import html

from briefings import domain, resources
from briefings.rendering import render
from briefings.rendering.labels import ai_notice, labels
from tests.briefs import DIMENSION_NAMES, sample_brief

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language
    from briefings.rendering import Format

_LANGUAGES: tuple[Language, ...] = ("ru", "kk", "en")
_PACKAGE = Path(resources.__file__).parent / "rendering"
# Groups whose entries are not words of a page in three languages.
_OTHER = {"version", "kk_reviewed", "genre", "marking", "banned_in_assessment", "banned_anywhere"}


def _wordings(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(node, dict):
        if set(_LANGUAGES) & set(node) and path != "language_names":
            yield path, {code: node.get(code, "") for code in _LANGUAGES}
        for key, value in node.items():
            if key not in _LANGUAGES or path == "language_names":
                yield from _wordings(value, f"{path}.{key}".strip("."))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _wordings(value, f"{path}.{number}")


def _file() -> dict[str, Any]:
    return {
        k: v for k, v in yaml.safe_load(resources.read("templates/labels.yaml")).items() if k not in _OTHER
    }


def test_every_wording_stands_in_all_three_languages() -> None:
    found = dict(_wordings(_file()))
    assert len(found) > 100
    assert [path for path, words in found.items() if not all(words.values())] == []


def test_every_language_has_the_same_holes() -> None:
    for path, words in _wordings(_file()):
        if path == "date":
            continue  # each language writes a date its own way
        holes = {code: sorted(re.findall(r"\{\w+\}", str(text))) for code, text in words.items()}
        assert holes["ru"] == holes["kk"] == holes["en"], path


@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_value_of_the_domain_has_its_word(language: Language) -> None:
    words = labels(language)
    assert set(words.voices) == set(words.marks) == set(words.tags) == set(get_args(domain.Voice))
    assert set(words.genres) == set(get_args(domain.Genre))
    assert set(words.likelihood) == set(get_args(domain.Likelihood))
    assert set(words.confidence) == set(get_args(domain.ConfidenceLevel))
    assert set(words.corroboration) == set(get_args(domain.Corroboration))
    assert set(words.signs) == set(get_args(domain.Sign))
    assert set(words.reasons) == set(words.rules) == set(get_args(domain.Rule))
    assert set(words.headings) >= set(get_args(domain.Section))
    assert set(words.languages) == set(domain.LANGUAGE_CODES)


@pytest.mark.parametrize(
    ("language", "written"), [("ru", "22.09.2025"), ("kk", "22.09.2025"), ("en", "22 September 2025")]
)
def test_a_date_is_written_as_the_language_writes_it(language: Language, written: str) -> None:
    assert labels(language).date("2025-09-22") == written


def test_what_is_no_date_is_left_as_it_is() -> None:
    assert labels("ru").date("вчера") == "вчера"
    assert labels("ru").moment("") == ""


def test_a_moment_keeps_its_zone() -> None:
    assert labels("ru").moment("2025-09-22T09:10:59+05:00") == "22.09.2025 09:10 UTC+05:00"


def test_the_notice_says_how_it_was_made_and_who_has_checked_it() -> None:
    assert ai_notice("en", "extraction") == (
        "Compiled automatically, no language model. Not yet checked by a person."
    )
    assert ai_notice("ru", "model", "А. Тестова") == "Сформировано с применением ИИ. Проверено: А. Тестова."


def test_a_word_changed_in_the_users_folder_changes_the_page(tmp_path: Path) -> None:
    mine = tmp_path / "templates" / "labels.yaml"
    mine.parent.mkdir()
    words = resources.read("templates/labels.yaml")
    mine.write_text(words.replace('"Что на кону"', '"Ставки"'), encoding="utf-8")
    assert "Ставки</h2>" in render(sample_brief("ru"), "html", overrides=tmp_path)
    assert "Что на кону</h2>" in render(sample_brief("ru"), "html")


def _bracketed(node: Any) -> Any:
    """The labels with each wording in brackets: what stands outside them on a page is no label."""
    if isinstance(node, dict):
        return {
            key: f"⟦{value}⟧" if key in _LANGUAGES and isinstance(value, str) else _bracketed(value)
            for key, value in node.items()
        }
    if isinstance(node, list):
        return [_bracketed(value) for value in node]
    return node


def _outside_words(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from _outside_words(value)
    elif isinstance(node, list):
        for value in node:
            yield from _outside_words(value)
    elif isinstance(node, str):
        yield node


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("form", ["html", "md", "plain"])
def test_no_label_is_written_into_a_template_or_a_module(
    tmp_path: Path, language: Language, form: Format
) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    file = yaml.safe_load(resources.read("templates/labels.yaml"))
    (folder / "labels.yaml").write_text(
        yaml.safe_dump(_bracketed(file), allow_unicode=True), encoding="utf-8"
    )
    brief = sample_brief(language)
    page = render(brief, form, overrides=tmp_path, dimension_names=DIMENSION_NAMES)
    assert page.count("⟦") > 30
    if form == "md":
        page = re.sub(r'<a id="\w+"></a>', "", page).replace("\\", "")
        printed = [page]
    else:
        tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
        for machine in tree.xpath("//script | //style | //meta"):
            machine.drop_tree()
        printed = [tree.text_content()]
        printed += tree.xpath("//@aria-label | //@title | //@data-q | //@data-of | //@data-w")
    from briefings.rendering.document import brief_document

    outside = sorted({*_outside_words(brief_document(brief)), *_sentences(language)}, key=len, reverse=True)
    names = [name for entry in DIMENSION_NAMES.values() for name in entry.values()]
    for text in printed:
        rest = re.sub(r"⟦[^⟦⟧]*(⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧", " ", text)
        for known in [*outside, *names]:
            for part in (known, known.rstrip(".")):
                rest = rest.replace(part, " ") if len(part) > 1 else rest
        rest = re.sub(r"#?\b[shSHR]\d+\b|https?://\S+|UTC", " ", rest)
        assert re.findall(r"[^\W\d_]{2,}", rest) == []


def _sentences(language: Language) -> list[str]:
    article = sample_brief(language).article
    return [article.words_of(sentence) for sentence in article.sentences]


def test_no_module_or_template_holds_a_cyrillic_word() -> None:
    templates = _PACKAGE.parent.parent / "templates"
    files = [*_PACKAGE.glob("*.py"), *templates.glob("brief.*"), *templates.glob("digest.*")]
    assert len(files) > 10
    for file in files:
        # The script explains one key in a comment.
        lines = [line for line in file.read_text(encoding="utf-8").splitlines() if "//" not in line]
        assert not re.search("[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]{2,}", "\n".join(lines)), file.name


def test_a_copy_of_all_templates_can_stand_in_the_users_folder(tmp_path: Path) -> None:
    templates = _PACKAGE.parent.parent / "templates"
    shutil.copytree(templates, tmp_path / "templates")
    brief = sample_brief("kk")
    assert render(brief, "html", overrides=tmp_path) == render(brief, "html")
