"""Hold a conversation with a model: one question, at most one request to put the answer right.

What is asked and what is made of it is a generator of prompts that is sent replies; an `Interview` joins it
to a model. So every turn can be tested by sending replies, with no model and no network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from briefings.errors import ContextTooLong, UnusableReply
from briefings.llm.base import Prompt, Reply, Turn
from briefings.llm.metering import sum_usage

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from briefings.domain import Usage
    from briefings.llm.base import LanguageModel

T = TypeVar("T")

# Some chat templates insist that user and assistant take turns, so a reply is never left out.
_NO_WORDS = "(no answer)"
_CUT_OFF = "answer: was cut off before its end; keep to the word limits and write fewer statements"
_REFUSED = (
    "answer: was declined; the article is published news and the task is a neutral, cited summary of it for "
    "staff who read news professionally"
)
_EMPTY = "answer: is empty"


class AnswerError(ValueError):
    """The text is not an answer. `mistakes` are lines to show to the model: `event.1.voice: …`."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = tuple(mistakes)


class Interview:
    """Sends the prompts of conversations to a model and adds up what the replies cost."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self._paid: list[Usage] = []
        self.model_name = model.name

    def hold(self, conversation: Generator[Prompt, Reply, T]) -> T:
        """What the conversation comes to.

        `ContextTooLong` is raised inside the conversation, which may go on with a shorter prompt; every
        other error ends it.
        """
        try:
            prompt = next(conversation)
            while True:
                try:
                    reply = self._model.complete(prompt)
                except ContextTooLong as error:
                    prompt = conversation.throw(error)
                    continue
                self._paid.append(reply.usage)
                self.model_name = reply.model
                prompt = conversation.send(reply)
        except StopIteration as end:
            result: T = end.value
            return result

    @property
    def usage(self) -> Usage:
        """What all replies so far cost together."""
        return sum_usage(self._paid)


def answering(
    prompt: Prompt,
    *,
    read: Callable[[str], T],
    faults: Callable[[T], list[str]],
    ask_again: Callable[[Sequence[str]], str],
) -> Generator[Prompt, Reply, T]:
    """Ask for an answer, and once more with the list of its mistakes.

    `read` raises `AnswerError` for what is no answer at all. `faults` lists what is wrong with one that
    can be read: worth one request, but if it stays, checking withholds the statement and the rest stands.
    Raises `UnusableReply` with the last words heard when neither reply can be read.
    """
    readable: list[tuple[int, T]] = []
    said = ""
    mistakes: Sequence[str] = ()
    for _ in range(2):
        reply = yield prompt
        said = reply.text or said
        try:
            answer = _read(reply, read)
        except AnswerError as error:
            mistakes = error.mistakes
        else:
            mistakes = faults(answer)
            if not mistakes:
                return answer
            readable.append((len(mistakes), answer))
        heard = reply.text.strip() if reply.finish == "stop" else ""
        prompt = prompt.followed_by(Turn("assistant", heard or _NO_WORDS), Turn("user", ask_again(mistakes)))
    if readable:
        return min(readable, key=lambda counted: counted[0])[1]
    raise UnusableReply(
        f"the model did not answer with a brief, also after one repair: {'; '.join(mistakes)[:300]}", said
    )


def _read(reply: Reply, read: Callable[[str], T]) -> T:
    if reply.finish == "length":
        raise AnswerError([_CUT_OFF])
    if reply.finish == "refusal":
        raise AnswerError([_REFUSED])
    if not reply.text.strip():
        raise AnswerError([_EMPTY])
    return read(reply.text)
