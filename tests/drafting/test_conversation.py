from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefings.domain import Usage
from briefings.drafting.conversation import AnswerError, Interview, answering
from briefings.errors import ContextTooLong, ModelUnavailable, UnusableReply
from briefings.llm.base import Finish, Prompt, Reply, Turn
from briefings.llm.scripted import Scripted

if TYPE_CHECKING:
    from collections.abc import Generator

ASKED = Prompt((Turn("system", "rules"), Turn("user", "article")))


def said(text: str, finish: Finish = "stop") -> Reply:
    return Reply(text, finish, "scripted-1", Usage(100, 10, 5, 0.5, 0.01))


def reading(text: str) -> str:
    if not text.startswith("good"):
        raise AnswerError([f"answer: is {text}"])
    return text


def conversation() -> Generator[Prompt, Reply, str]:
    return answering(
        ASKED,
        read=reading,
        faults=lambda answer: ["faulty"] * answer.count("!"),
        ask_again=lambda mistakes: "again: " + ", ".join(mistakes),
    )


def result(talk: Generator[Prompt, Reply, str], reply: Reply) -> str:
    with pytest.raises(StopIteration) as end:
        talk.send(reply)
    return end.value.value


def test_a_sound_answer_ends_the_conversation() -> None:
    talk = conversation()
    assert next(talk) == ASKED
    assert result(talk, said("good")) == "good"


@pytest.mark.parametrize(
    ("reply", "heard", "told"),
    [
        (said("bad"), "bad", "again: answer: is bad"),
        (said("good!"), "good!", "again: faulty"),
        (said("good, but", "length"), "(no answer)", "again: answer: was cut off"),
        (said("I cannot", "refusal"), "(no answer)", "again: answer: was declined"),
        (said(" \n"), "(no answer)", "again: answer: is empty"),
    ],
    ids=["unreadable", "faulty", "cut off", "refused", "empty"],
)
def test_a_bad_reply_is_sent_back_once_with_its_mistakes(reply: Reply, heard: str, told: str) -> None:
    talk = conversation()
    next(talk)
    second = talk.send(reply)
    assert second.turns[:2] == ASKED.turns
    assert second.turns[2] == Turn("assistant", heard)
    assert second.turns[3].role == "user"
    assert second.turns[3].text.startswith(told)
    assert result(talk, said("good")) == "good"


@pytest.mark.parametrize("last", [said("bad"), said("x", "length"), said("", "refusal"), said("")])
def test_a_second_bad_reply_is_unusable_and_what_was_said_is_kept(last: Reply) -> None:
    talk = conversation()
    next(talk)
    talk.send(said("nonsense"))
    with pytest.raises(UnusableReply) as caught:
        talk.send(last)
    assert caught.value.answer == (last.text or "nonsense")


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [("good!", "bad", "good!"), ("good!!", "good!", "good!"), ("good!", "good!!", "good!")],
)
def test_of_two_imperfect_answers_the_better_is_kept(first: str, second: str, kept: str) -> None:
    talk = conversation()
    next(talk)
    talk.send(said(first))
    assert result(talk, said(second)) == kept


def test_everything_that_was_paid_is_added_up() -> None:
    interview = Interview(Scripted([said("bad"), said("good")]))
    assert interview.hold(conversation()) == "good"
    assert interview.usage == Usage(200, 20, 10, 1.0, 0.02)
    assert interview.model_name == "scripted-1"


def test_what_was_paid_is_known_after_a_failure_too() -> None:
    interview = Interview(Scripted([said("bad"), said("worse")]))
    with pytest.raises(UnusableReply):
        interview.hold(conversation())
    assert interview.usage.tokens_in == 200


def test_a_prompt_too_long_may_be_answered_with_a_shorter_one() -> None:
    def shortening() -> Generator[Prompt, Reply, str]:
        try:
            yield ASKED
        except ContextTooLong:
            reply = yield Prompt((Turn("user", "short"),))
            return reply.text
        return "never shortened"

    model = Scripted([ContextTooLong("too long"), said("good")])
    assert Interview(model).hold(shortening()) == "good"
    assert model.prompts[1].turns[0].text == "short"


@pytest.mark.parametrize("error", [ContextTooLong("too long"), ModelUnavailable("gone")])
def test_an_error_that_the_conversation_does_not_handle_ends_it(error: Exception) -> None:
    with pytest.raises(type(error)):
        Interview(Scripted([error])).hold(conversation())
