from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import cast

import pytest

from briefings.domain import LANGUAGE_CODES, Article, Language
from briefings.errors import UserError
from briefings.language.sentences import split
from briefings.lens import bears_on_subject, load_lens, nominate

LENS = load_lens()


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


def sentences_by_dimension() -> list[tuple[str, Language, str]]:
    """Dimension, language and sentence of each case; a block's first line names the two."""
    file = Path(__file__).parent / "cases" / "dimensions.txt"
    _, *blocks = file.read_text(encoding="utf-8").strip().split("\n\n")
    found = []
    for head, *sentences in (block.split("\n") for block in blocks):
        dimension, language = head.split()
        found += [(dimension, cast("Language", language), sentence) for sentence in sentences]
    return found


NAMED = {"ru": "Речь о Казахстане.", "kk": "Бұл – Қазақстан.", "en": "This is Kazakhstan."}


@pytest.mark.parametrize(("dimension", "language", "sentence"), sentences_by_dimension())
def test_a_sentence_that_speaks_to_a_dimension_nominates_it(
    dimension: str, language: Language, sentence: str
) -> None:
    nominations = nominate(read(f"{sentence} {NAMED[language]}", language), LENS)
    assert dimension in {n.id for n in nominations}


def test_every_dimension_has_ten_sentences_or_more_in_each_language() -> None:
    counted = Counter((id_, language) for id_, language, _ in sentences_by_dimension())
    assert set(counted) == {(d.id, language) for d in load_lens().dimensions for language in LANGUAGE_CODES}
    assert min(counted.values()) >= 10


def test_words_for_one_thing_count_once() -> None:
    lens = load_lens()
    once = read("From Kazakhstan it is far to Russia, China, Moscow, Beijing and Brussels.", "en")
    assert "strategic_autonomy" not in {n.id for n in nominate(once, lens)}


def test_what_is_only_mentioned_beside_a_heavy_dimension_is_left_out_unless_by_name() -> None:
    lens = load_lens()
    heavy = (
        "Kazakhstan opened a container train, a freight train and a road link. Airspace and air routes grew. "
        "The merchant fleet, sea transport and rail freight grew, too. "
    )
    mentioned = read(f"{heavy} Locusts were seen.", "en")
    named = read(f"{heavy} Kazakhstan spoke of food security.", "en")
    alone = read("Locusts were seen in Kazakhstan.", "en")
    assert "water_climate_food" not in {n.id for n in nominate(mentioned, lens)}
    assert "water_climate_food" in {n.id for n in nominate(named, lens)}
    assert "water_climate_food" in {n.id for n in nominate(alone, lens)}


def test_no_term_stands_twice_in_a_dimension() -> None:
    for dimension in load_lens().dimensions:
        for terms in dimension.terms.values():
            listed = [
                word.casefold()
                for kind in terms.values()
                for term in kind
                for word in ([term] if isinstance(term, str) else term)
            ]
            assert [word for word, times in Counter(listed).items() if times > 1] == []


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
