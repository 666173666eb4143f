"""The example in the prompt teaches form: a model that copies it, word for word, prints none of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from briefings.drafting.answer import Answer
from briefings.drafting.prompts import load_prompts
from briefings.errors import UnusableReply
from briefings.lens import load_lens
from briefings.llm.scripted import Scripted
from briefings.pipeline import brief_article
from briefings.rendering import render
from tests import articles

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Article, Brief

LENS = load_lens()
INVENTED = ("Vexholm", "Oddfellow", "Quaxley")
ARTICLES = [articles.article(), articles.article(articles.EN, "en")]


def example() -> dict[str, Any]:
    """The answer that the prompt shows, read from the prompt itself."""
    system = load_prompts(LENS, "en").system
    shown: dict[str, Any] = json.loads(system[system.index('{"event"') :])
    return shown


def recited(part: Any, numbers: list[str]) -> Any:
    """`part` with `numbers` wherever it cites."""
    if isinstance(part, dict):
        return {k: numbers if k == "citations" else recited(v, numbers) for k, v in part.items()}
    return [recited(item, numbers) for item in part] if isinstance(part, list) else part


def printed(brief: Brief) -> Iterator[str]:
    for statements in (brief.bottom_line, brief.event, brief.stakes, brief.comparison, brief.watch):
        yield from (s.text for s in statements)
    yield from (s.text for view in brief.expert_views for s in view.position)
    yield from (outlook.statement.text for outlook in brief.positioning)
    yield from brief.gaps
    yield from filter(None, [brief.confidence.reason])


def test_the_example_has_the_shape_that_is_asked_for() -> None:
    Answer.model_validate(example())


def test_a_copy_of_the_example_is_no_brief() -> None:
    copy = json.dumps(example())
    with pytest.raises(UnusableReply, match="cites no sentence of this article"):
        brief_article(ARTICLES[1], LENS, Scripted([copy, copy]))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda a: a.language)
def test_a_copy_that_cites_sentences_of_the_article_is_withheld_whole(article: Article) -> None:
    copy = json.dumps(recited(example(), [sentence.id for sentence in article.sentences]))
    brief = brief_article(article, LENS, Scripted([copy, '{"replacements": []}']))
    assert list(printed(brief)) == []
    assert brief.title.text == article.words_of(article.body[0])
    page = render(brief, "md").split("Did not pass the check")[0].split("Не прошло проверку")[0]
    assert not [name for name in INVENTED if name in page]
