from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefings.domain import Dimension, Judgement, Proposal, Speaker
from briefings.drafting.answer import answer_schema, revision_schema
from briefings.drafting.conversation import AnswerError
from briefings.drafting.parsing import answer_faults, parse_answer
from briefings.drafting.proposing import to_draft
from tests.drafting.material import ARTICLE, answer, statement, written

DIMENSIONS = ("tech_ai", "resources_investment")
STRICT = {"type", "properties", "required", "additionalProperties", "items", "enum", "anyOf"}


def nodes(schema: Any) -> list[dict[str, Any]]:
    """All schemas inside `schema`, itself included."""
    if isinstance(schema, list):
        return [node for item in schema for node in nodes(item)]
    if not isinstance(schema, dict):
        return []
    inner = [*schema.get("properties", {}).values(), schema.get("items"), schema.get("anyOf")]
    return [schema, *nodes(inner)]


@pytest.mark.parametrize("schema", [answer_schema(DIMENSIONS), revision_schema()], ids=["answer", "revision"])
def test_a_schema_holds_only_what_strict_mode_allows(schema: dict[str, Any]) -> None:
    for node in nodes(schema):
        assert set(node) <= STRICT
        if node.get("type") == "object":
            assert node["additionalProperties"] is False
            assert node["required"] == list(node["properties"])


def test_the_schema_accepts_a_sound_answer_and_only_dimensions_of_the_lens() -> None:
    validator = Draft202012Validator(answer_schema(DIMENSIONS))
    assert validator.is_valid(answer())
    foreign = [{"citations": ["S1"], "id": "glaciers", "sign": "+", "level": 1}]
    assert not validator.is_valid(answer(dimensions=foreign))


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "\ufeff{}",
        "```json\n{}\n```",
        "Here is {{the}} brief:\n{}\nDone.",
        '<think>{{"a": 1}}</think>\n{}',
    ],
)
def test_an_answer_is_found_in_what_a_model_writes_around_it(around: str) -> None:
    assert parse_answer(around.format(written())) == parse_answer(written())


def test_letters_of_every_language_survive_reading() -> None:
    letters = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі Ёё"
    assert parse_answer(written(title=statement("S1", text=letters))).title.text == letters


@pytest.mark.parametrize("number", ["s1", "[S1]", " S1 ", "С1", "с1"])
def test_a_sentence_number_is_known_however_it_is_typed(number: str) -> None:
    assert parse_answer(written(title=statement(number))).title.citations == ("S1",)


@pytest.mark.parametrize("number", ["S1-S4", "1", "S", "§1", "S１"])
def test_anything_else_is_no_sentence_number_and_stays_as_written(number: str) -> None:
    read = parse_answer(written(title=statement(number)))
    assert read.title.citations == (number,)
    assert any(
        fault.startswith("title.citations") for fault in answer_faults(read, ARTICLE.by_id, DIMENSIONS)
    )


def test_numbers_written_into_a_text_are_taken_out() -> None:
    read = parse_answer(written(title=statement("S1", text="Карьер откроют [S1]; дороги нет [S3, H1].")))
    assert read.title.text == "Карьер откроют; дороги нет."


def test_all_mistakes_are_listed_with_their_places() -> None:
    broken = answer(confidence={"level": "sure", "reason": "x"})
    del broken["watch"]
    broken["bottom_line"] = [statement("S1"), {**statement("S1"), "citations": "S1"}]
    with pytest.raises(AnswerError) as caught:
        parse_answer(json.dumps(broken))
    places = [line.partition(":")[0] for line in caught.value.mistakes]
    assert places == ["confidence.level", "watch", "bottom_line.1.citations"]


@pytest.mark.parametrize(
    "text",
    ["", "no brief today", "{", written()[:-40], '{"a":' * 100_000, '{"level": ' + "9" * 5_000 + "}", "[1]"],
    ids=["empty", "prose", "brace", "cut", "deep", "huge number", "list"],
)
def test_what_is_no_answer_is_said_to_be_none(text: str) -> None:
    with pytest.raises(AnswerError, match="answer: "):
        parse_answer(text)


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    with pytest.raises(AnswerError):
        parse_answer(text)


def test_half_a_surrogate_pair_is_a_mistake_not_a_crash() -> None:
    with pytest.raises(AnswerError, match="surrogates"):
        parse_answer(written().replace("Один материал", "\\ud800"))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"title": statement("S99")}, "title.citations: 'S99' is no sentence of this article"),
        ({"event": [statement("S1"), statement()]}, "event.1.citations: names no sentence"),
        ({"event": [statement("S1", text=" ")]}, "event.0.text: is empty"),
        (
            {"event": [statement("S1", voice="expert", speaker="")]},
            "event.0.speaker: an expert statement names its expert",
        ),
        (
            {"expert_views": [{"speaker": None, "views": [{"citations": ["S3"], "text": "Дорога"}]}]},
            "expert_views.0.speaker: an expert statement names its expert",
        ),
        ({"bottom_line": [statement("S1")] * 4}, "bottom_line: has 4 statements, 3 at most"),
        (
            {"dimensions": [{"citations": ["S1"], "id": "x", "sign": "+", "level": 1}]},
            "dimensions.0.id: 'x' is none of tech_ai, resources_investment",
        ),
    ],
)
def test_a_well_formed_answer_may_have_faults(changes: dict[str, Any], fault: str) -> None:
    assert answer_faults(parse_answer(written(**changes)), ARTICLE.by_id, DIMENSIONS) == [fault]


def test_a_fault_of_an_alternative_is_found() -> None:
    positions = answer()["positioning"]
    positions[0]["alternative"]["citations"] = ["S90001"]
    faults = answer_faults(parse_answer(written(positioning=positions)), ARTICLE.by_id, DIMENSIONS)
    assert faults == ["positioning.0.alternative.citations: 'S90001' is no sentence of this article"]


def test_a_sound_answer_has_no_faults_and_becomes_a_draft_word_for_word() -> None:
    read = parse_answer(written())
    assert answer_faults(read, ARTICLE.by_id, DIMENSIONS) == []
    draft = to_draft(read, language="ru", dimensions=DIMENSIONS)
    geologist = Speaker("Айжамал Түлкібек-Норд", "геолог")
    assert draft.expert_views == (
        Proposal(
            "По словам Айжамал Түлкібек-Норд, дорога «может не выдержать».", "expert", ("S3",), geologist
        ),
    )
    assert draft.positioning == (
        Judgement(
            Proposal("Вероятно, срок будет зависеть от дороги.", "assessment", ("S3",)),
            Proposal("Есть реальная возможность открытия в срок.", "assessment", ("S1",)),
        ),
    )
    assert draft.dimensions == (
        Dimension("tech_ai", "not_covered", 0),
        Dimension("resources_investment", "+", 2, ("S1",)),
    )
    assert (draft.language, draft.drafter, draft.gaps) == ("ru", "model", ("Сумма вложений",))


def test_an_expert_repeated_for_each_view_is_read_the_same() -> None:
    views = [
        {"citations": ["S3"], "speaker": "Айжамал Түлкібек-Норд", "role": "геолог", "text": view["text"]}
        for view in answer()["expert_views"][0]["views"]
    ]
    flat, grouped = parse_answer(written(expert_views=views)), parse_answer(written())
    assert to_draft(flat, language="ru", dimensions=()) == to_draft(grouped, language="ru", dimensions=())


def test_stakes_are_told_as_gains_risks_obligations() -> None:
    draft = to_draft(parse_answer(written()), language="ru", dimensions=DIMENSIONS)
    assert [stake.citations for stake in draft.stakes] == [("S3",), ("S1",)]


def test_a_draft_never_has_more_than_three_bottom_lines_or_a_foreign_dimension() -> None:
    foreign = [{"citations": ["S1"], "id": "glaciers", "sign": "+", "level": 1}]
    read = parse_answer(written(bottom_line=[statement("S1")] * 5, dimensions=foreign))
    draft = to_draft(read, language="ru", dimensions=DIMENSIONS)
    assert len(draft.bottom_line) == 3
    assert [dimension.sign for dimension in draft.dimensions] == ["not_covered", "not_covered"]


def test_a_statement_is_one_line_without_control_characters() -> None:
    read = parse_answer(written(title=statement("S1", text=" Карьер\n\x00- откроют\u2028 ")))
    assert read.title.text == "Карьер - откроют"


def test_a_field_that_was_not_asked_for_is_passed_over() -> None:
    assert parse_answer(written(notes="…")) == parse_answer(written())
