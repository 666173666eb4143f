from __future__ import annotations

from dataclasses import replace

from briefings.domain import Draft, SourceIssue
from briefings.drafting.completing import complete
from briefings.lens import load_lens
from tests.articles import article

READ = article(
    "Нас относят к средним державам. Ждут бывшего президента США Дональда Трампа.", published="2025-09-22"
)
MODELS = Draft(language="ru", drafter="model")


def test_a_models_draft_gets_what_can_be_found_without_it() -> None:
    found = complete(MODELS, READ, load_lens())
    assert [(i.kind, i.citations) for i in found.source_issues] == [
        ("title", ("S2",)),
        ("unattributed", ("S1",)),
    ]
    assert [note.date for note in found.outside_notes] == ["2025-01-20"]
    assert found.gaps


def test_what_the_model_found_is_left_to_it() -> None:
    own = SourceIssue("«Нас относят»: кто, не сказано.", ("S1",), "unattributed")
    found = complete(replace(MODELS, source_issues=(own,), gaps=("Сроки визита",)), READ, load_lens())
    assert [i for i in found.source_issues if i.kind == "unattributed"] == [own]
    assert found.gaps == ("Сроки визита",)


def test_completing_twice_changes_nothing() -> None:
    once = complete(MODELS, READ, load_lens())
    assert complete(once, READ, load_lens()) == once
