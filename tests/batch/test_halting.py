"""When a run stops knocking."""

from __future__ import annotations

import threading

import pytest

from briefings.batch.halting import Halt, Halted, Halting
from briefings.errors import BriefingsError, ContextTooLong, CredentialsError, ModelUnavailable, UserError
from briefings.llm.base import Prompt, Turn
from briefings.llm.scripted import Scripted

PROMPT = Prompt((Turn("user", "Сәлем"),))


@pytest.mark.parametrize("fault", [CredentialsError("the key"), UserError("no such model")])
def test_what_is_refused_for_good_is_asked_once(fault: BriefingsError) -> None:
    model, halt = Scripted([fault]), Halt()
    asked = Halting(model, halt)
    for _ in range(3):
        with pytest.raises(Halted, match=str(fault)):
            asked.complete(PROMPT)
    assert (halt.reason, len(model.prompts)) == (fault, 1)


def test_an_endpoint_that_fails_five_articles_in_a_row_is_gone() -> None:
    model, halt = Scripted([ModelUnavailable("gone")] * 5), Halt()
    asked = Halting(model, halt)
    for _ in range(4):
        with pytest.raises(ModelUnavailable):
            asked.complete(PROMPT)
    for _ in range(2):
        with pytest.raises(Halted):
            asked.complete(PROMPT)
    assert len(model.prompts) == 5


def test_an_answer_in_between_says_that_it_is_there() -> None:
    down = [ModelUnavailable("for a moment")] * 4
    model, halt = Scripted([*down, "hi", *down, "hi"]), Halt()
    asked = Halting(model, halt)
    for _ in range(2):
        for _ in range(4):
            with pytest.raises(ModelUnavailable):
                asked.complete(PROMPT)
        assert asked.complete(PROMPT).text == "hi"
    assert halt.reason is None


def test_a_text_that_is_too_long_is_the_fault_of_that_text() -> None:
    asked = Halting(Scripted([ContextTooLong("long")] * 9), Halt())
    for _ in range(9):
        with pytest.raises(ContextTooLong):
            asked.complete(PROMPT)


def test_who_sleeps_is_woken_when_the_run_stops_and_the_first_reason_stays() -> None:
    halt = Halt()
    woken = threading.Event()

    def sleep() -> None:
        with pytest.raises(Halted, match="enough"):
            halt.sleep(600)
        woken.set()

    thread = threading.Thread(target=sleep)
    thread.start()
    halt.trip(BriefingsError("enough"))
    halt.trip(BriefingsError("another"))
    thread.join(timeout=20)
    assert woken.is_set()
    assert str(halt.reason) == "enough"
