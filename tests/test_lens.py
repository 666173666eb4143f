from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.domain import Article, Language
from briefings.errors import UserError
from briefings.language.sentences import split
from briefings.lens import bears_on_subject, load_lens, nominate

if TYPE_CHECKING:
    from pathlib import Path


def read(text: str, language: Language) -> Article:
    return Article("t", text, language, split(text, language), "0")


@pytest.mark.parametrize(
    ("language", "text", "dimension"),
    [
        ("ru", "Казахстан выступил за реформирование ООН.", "global_governance"),
        ("ru", "Страны обсудили ядерное разоружение и запрет испытаний.", "nuclear_security_norms"),
        ("kk", "Қазақстан БҰҰ-ны реформалауды ұсынды.", "global_governance"),
        ("kk", "Елді орта державалар қатарына жатқызады.", "status_recognition"),
        ("en", "Kazakhstan is described as a middle power.", "status_recognition"),
        ("en", "Analysts praised its multilateralism at the UN.", "global_governance"),
    ],
)
def test_a_term_nominates_its_dimension_in_every_inflection(
    language: Language, text: str, dimension: str
) -> None:
    nominations = nominate(read(text, language), load_lens())
    assert {n.id: n.citations for n in nominations}.get(dimension) == ("S1",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Городской мост закрыли на ремонт до пятницы."),
        ("kk", "Қалада жаңа мектеп салынды."),
        ("en", "The football club won its match on Sunday."),
    ],
)
def test_an_article_about_something_else_nominates_nothing(language: Language, text: str) -> None:
    assert nominate(read(text, language), load_lens()) == ()


def test_a_weak_term_counts_only_where_the_subject_is_named() -> None:
    lens = load_lens()
    away = read("Мост и диалог. Мост и диалог. Мост и диалог.", "ru")
    here = read("Мост и диалог Казахстана. Мост и диалог Казахстана.", "ru")
    assert "mediation_convening" not in {n.id for n in nominate(away, lens)}
    assert "mediation_convening" in {n.id for n in nominate(here, lens)}


def test_capitals_match_only_as_they_stand() -> None:
    lens = load_lens()
    assert bears_on_subject("Kazakhstan", lens, "en")
    assert nominate(read("He is un-happy. Un un un.", "en"), lens) == ()


def test_the_subject_is_known_in_three_languages() -> None:
    lens = load_lens()
    assert bears_on_subject("позиция Казахстана", lens, "ru")
    assert bears_on_subject("Қазақстанның ұстанымы", lens, "kk")
    assert not bears_on_subject("позиция Узбекистана", lens, "ru")


def test_another_country_is_another_file(tmp_path: Path) -> None:
    file = tmp_path / "uzbekistan.yaml"
    file.write_text(
        """
version: 1
subject: Uzbekistan
name: {ru: Узбекистан, kk: Өзбекстан, en: Uzbekistan}
subject_terms: {ru: [Узбекистан], kk: [Өзбекстан], en: [Uzbekistan]}
matching: {max_gap: 1, strong_weight: 1.0, weak_weight: 0.4, threshold: 1.0}
dimensions:
  - id: cotton
    name: {ru: Хлопок, kk: Мақта, en: Cotton}
    definition: {ru: Хлопок., kk: Мақта., en: Cotton.}
    terms:
      ru: {strong: [хлопок], weak: []}
      kk: {strong: [мақта], weak: []}
      en: {strong: [cotton], weak: []}
""",
        encoding="utf-8",
    )
    lens = load_lens(str(file))
    assert lens.names["cotton"]["en"] == "Cotton"
    assert [n.id for n in nominate(read("Экспорт хлопка вырос.", "ru"), lens)] == ["cotton"]


@pytest.mark.parametrize("content", ["dimensions: [", "subject: X\n", "- a\n- b\n"])
def test_a_file_that_is_no_lens_is_named(tmp_path: Path, content: str) -> None:
    file = tmp_path / "broken.yaml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UserError, match=r"broken\.yaml"):
        load_lens(str(file))


def test_every_dimension_has_a_name_a_definition_and_terms_in_three_languages() -> None:
    for dimension in load_lens().dimensions:
        for language in ("ru", "kk", "en"):
            assert dimension.name[language]
            assert dimension.definition[language]
            assert dimension.terms[language]["strong"]
