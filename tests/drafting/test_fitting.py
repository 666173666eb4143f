from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefings.domain import Draft, Judgement, Proposal, Speaker
from briefings.drafting.fitting import fit, page_words


def lines(count: int, words: int, speaker: str | None = None) -> tuple[Proposal, ...]:
    who = Speaker(speaker) if speaker else None
    return tuple(
        Proposal("слово " * words, "expert" if who else "reported", ("S1",), who) for _ in range(count)
    )


drafts = st.builds(
    lambda event, stakes, watch, positioning, people, words: Draft(
        language="ru",
        drafter="extraction",
        event=lines(event, words),
        stakes=lines(stakes, words),
        watch=lines(watch, words),
        positioning=tuple(map(Judgement, lines(positioning, words))),
        expert_views=tuple(p for at in range(people) for p in lines(3, words, f"Эксперт {at}")),
    ),
    *[st.integers(0, 4)] * 4,
    st.integers(0, 6),
    st.integers(1, 30),
)


@given(drafts, st.integers(0, 500))
def test_fitting_only_gives_up_and_never_silences_anybody(draft: Draft, words: int) -> None:
    fitted = fit(draft, words)
    assert page_words(fitted) <= page_words(draft)
    assert {v.speaker for v in fitted.expert_views} == {v.speaker for v in draft.expert_views}
    assert set(fitted.event) <= set(draft.event)
    assert bool(fitted.event) == bool(draft.event)
    assert bool(fitted.stakes) == bool(draft.stakes)


@given(drafts)
def test_what_fits_is_left_as_it_is(draft: Draft) -> None:
    assert fit(draft, page_words(draft)) is draft


def test_an_interested_party_stays_among_the_stakes() -> None:
    party = Proposal("слово " * 20, "reported", ("S2",), Speaker("Дамир Кайсаров", "глава союза"))
    draft = Draft(language="ru", drafter="extraction", stakes=(*lines(1, 20), party, *lines(2, 20)))
    assert fit(draft, 25).stakes == (party,)
