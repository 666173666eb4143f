from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from briefings.drafting.quoting import clause_around, from_word

if TYPE_CHECKING:
    from briefings.domain import Language

WORDS = st.lists(
    st.sampled_from(["план,", "офис", "и", "«хаб»", "ұлт", "the", "office:", "ёлка", "—", "в"]), max_size=15
)


@given(WORDS, WORDS, st.sampled_from(["ru", "kk", "en"]))
def test_a_quotation_is_a_stretch_of_the_text_of_at_most_eight_words(
    before: list[str], after: list[str], language: Language
) -> None:
    text = " ".join([*before, "планируется", *after])
    found = re.search("планируется", text)
    assert found
    for quoted in (from_word(text, found, language), clause_around(text, found)):
        assert quoted in text
        assert "планируется" in quoted
        assert len(quoted.split()) <= 8
        assert not set(quoted) & set("«»")
