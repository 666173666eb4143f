"""Everything that can go wrong, and the exit code it ends in.

* BriefingsError          1  something failed that the reader must see
  + UserError             2  the command, a setting or an input needs changing
    - UnreadableArticle      this file cannot be read as an article
  + CredentialsError      4  a key is missing or was refused
  + ModelError            1  the model failed us
    - ModelUnavailable       the endpoint did not answer; worth trying again
    - ContextTooLong         the text does not fit the model; it is then drafted in parts
    - UnusableReply          it answered, but not with a brief; the answer is kept
"""

from __future__ import annotations


class BriefingsError(Exception):
    """Base of all our errors. `str(error)` is one sentence: what happened, to which file, what to do."""

    exit_code = 1


class UserError(BriefingsError):
    """The command, a setting or an input needs changing."""

    exit_code = 2


class UnreadableArticle(UserError):
    """This file cannot be read as an article; the others of the same call still can."""


class CredentialsError(BriefingsError):
    """A key is missing or was refused."""

    exit_code = 4


class ModelError(BriefingsError):
    """The model failed us."""


class ModelUnavailable(ModelError):
    """The endpoint did not answer, also after retries."""


class ContextTooLong(ModelError):
    """The prompt does not fit the model's context window."""


class UnusableReply(ModelError):
    """The model answered, but not with a brief. `answer` is what it said, so that it can be kept."""

    def __init__(self, message: str, answer: str) -> None:
        super().__init__(message)
        self.answer = answer


def unexpected(error: Exception) -> BriefingsError:
    """A mistake of ours, as an error like the others."""
    return BriefingsError(
        f"unexpected {type(error).__name__}: {error}; please report it with what `briefings --debug …` prints"
    )
