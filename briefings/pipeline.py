"""An article becomes a brief: draft, check, one repair, check again. The story on one screen."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from briefings import __version__, checking
from briefings.checking import check_statement, is_withheld
from briefings.checking.length import overlong
from briefings.domain import Made
from briefings.drafting.by_extraction import draft_by_extraction
from briefings.drafting.completing import complete
from briefings.errors import CredentialsError
from briefings.rendering.labels import ai_notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefings.domain import Article, Brief, Draft, Language
    from briefings.lens import Lens
    from briefings.llm.base import LanguageModel


def brief_article(
    article: Article,
    lens: Lens,
    model: LanguageModel | None = None,
    *,
    language: Language | None = None,
    number: str | None = None,
    marking: str = "TLP:CLEAR",
    context_window: int | None = None,
    content: Path | None = None,
    check: Callable[..., Brief] = checking.check,
) -> Brief:
    """The checked brief of `article`, in `language` or the article's own; by extraction without a `model`.

    `number` is the brief's number, made from the date when not given; `context_window` what the model
    holds, in tokens, when that is not in prompts/models.yaml; `content` a folder that overrides prompts and
    templates; `check` a way to have the same check done elsewhere, as in another process. Raises
    `ModelError` when the model gives nothing that can be checked.
    """
    started = time.perf_counter()
    language = language or article.language
    number = number or f"{article.published or _today()}/01-{language}"

    def door(draft: Draft) -> Brief:
        draft = complete(draft, article, lens, content)
        return check(draft, article, _made(draft, started, marking), number=number)

    if model is None:
        return door(draft_by_extraction(article, lens, language=language, overrides=content))
    # Here and not above: whoever drafts by extraction does not wait for pydantic and tiktoken.
    from briefings.drafting.by_model import draft_by_model, repair_by_model
    from briefings.llm import metering, tokens

    window = context_window or metering.context_window(model.name, cards=metering.read_cards(content))
    count = partial(tokens.count, model=model.name)
    draft = draft_by_model(
        article, model, lens, language=language, context_window=window, count=count, overrides=content
    )
    brief = door(draft)
    if to_mend := (*brief.withheld, *overlong(brief)):
        # A key that is refused only now costs the repair, not the draft that is paid for.
        with suppress(CredentialsError):
            mended = repair_by_model(
                article,
                draft,
                to_mend,
                model,
                lens,
                accepts=lambda said, section: (
                    not is_withheld(check_statement(said, article, section).findings)
                ),
                context_window=window,
                count=count,
                overrides=content,
            )
            brief = door(mended)
    return brief


def _made(draft: Draft, started: float, marking: str) -> Made:
    usage = draft.usage
    return Made(
        drafter=draft.drafter,
        version=__version__,
        created=datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
        marking=marking,
        ai_notice=ai_notice(draft.language, draft.drafter),
        model=draft.model,
        prompt_sha256=draft.prompt_sha256,
        lens_sha256=draft.lens_sha256,
        seconds=round(time.perf_counter() - started, 3),
        tokens_in=usage.tokens_in,
        tokens_cached=usage.tokens_cached,
        tokens_out=usage.tokens_out,
        cost_usd=usage.cost_usd,
    )


def _today() -> str:
    return datetime.now(UTC).astimezone().date().isoformat()
