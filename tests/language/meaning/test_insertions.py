"""Where words are put into a sentence that is otherwise repeated, and how closely it is."""

from __future__ import annotations

import pytest

from briefings.language.meaning.insertions import Insertion, insertions
from briefings.language.meaning.words import carried, content_words

SOURCE = "Crews unloaded the barges quickly near the old pier."


def found(statement: str) -> list[Insertion]:
    held = carried(statement, SOURCE, "en")
    assert held is not None
    said, source = content_words(statement, "en"), content_words(SOURCE, "en")
    return list(insertions(said, source, held.missing))


@pytest.mark.parametrize(
    ("statement", "words", "left", "place"),
    [
        ("Hooded crews unloaded the barges quickly near the old pier.", ["Hooded"], 0, "first"),
        ("Crews unloaded the coal barges quickly near the old pier.", ["coal"], 0, "between"),
        ("Crews unloaded the barges gleefully near the old pier.", ["gleefully"], 1, "between"),
        ("Crews unloaded the barges quickly near the old pier under guard.", ["guard"], 0, "last"),
    ],
)
def test_an_insertion_knows_its_place(statement: str, words: list[str], left: int, place: str) -> None:
    (insertion,) = found(statement)
    assert [word.text for word in insertion.words] == words
    assert insertion.left == left
    assert insertion.verbatim
    assert (insertion.first, insertion.last) == (place == "first", place == "last")


def test_a_sentence_in_another_order_repeats_less() -> None:
    (insertion,) = found("Near the old pier, the coal barges were unloaded by crews.")
    assert insertion.repeated < 0.6
    assert not insertion.verbatim
