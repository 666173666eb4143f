"""A server that answers with a brief of the very article it is asked about, and bills by counting tokens."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from briefings.checking.length import count_words
from briefings.drafting.by_extraction import draft_by_extraction
from briefings.lens import load_lens
from briefings.llm import tokens
from briefings.llm.base import Prompt, Turn
from briefings.rendering.labels import labels
from tests.llm import server as serve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefings.domain import Article, Language, Proposal
    from briefings.lens import Lens


def bills(
    articles: Sequence[Article], *, lengths: Mapping[Language, int] | None = None, mended: bool = False
) -> serve.Fault:
    """Answers with the article's own sentences, filled up to at least the `lengths` (tokens) if given.

    `mended`: every second answer has a figure that the article does not, so that better words are asked for.
    """
    lens = load_lens()
    written = {
        a.words_of(a.sentences[-1]): _answer(a, lens, lengths[a.language] if lengths else 0) for a in articles
    }
    spoilt = set(list(written)[::2]) if mended else set()

    def meet(handler: Any, seen: serve.Seen) -> None:
        turns = tuple(Turn(turn["role"], turn["content"]) for turn in seen.body["messages"])
        shape = seen.body["response_format"]["json_schema"]
        asked = " ".join(turns[1].text.split())
        last = next(words for words in written if " ".join(words.split()) in asked)
        said = written[last].replace('"text": "', '"text": "777 ', 1) if last in spoilt else written[last]
        if shape["name"] == "replacements":
            said = '{"replacements": []}'
        prompt = Prompt(turns, schema=shape["schema"])
        usage = {
            "prompt_tokens": tokens.count_prompt(prompt, "gpt-4o"),
            "completion_tokens": tokens.count(said, "gpt-4o"),
        }
        serve.body(serve.completion(said) | {"usage": usage, "model": "gpt-4o"})(handler, seen)

    return meet


def _answer(article: Article, lens: Lens, length: int) -> str:
    said = _content(article, lens)
    while tokens.count(json.dumps(said, ensure_ascii=False), "gpt-4o") < length:
        said["gaps"].append("Шығыны мен мерзімі белгісіз")
    return json.dumps(said, ensure_ascii=False)


def _fits(said: Proposal, section: str) -> bool:
    """Whether it is short enough for its section: no one asks for it to be shortened."""
    return count_words(said.text) <= labels("ru").limits[section]


def _content(article: Article, lens: Lens) -> dict[str, Any]:
    draft = draft_by_extraction(article, lens)
    assert draft.title is not None
    return {
        "event": [_attributed(p) for p in draft.event],
        "expert_views": [
            {k: v for k, v in _attributed(p).items() if k != "voice"} for p in draft.expert_views if p.speaker
        ],
        "comparison": [],
        "stakes": [_attributed(p) | {"kind": "risk"} for p in draft.stakes if _fits(p, "stakes")],
        "dimensions": [
            {"citations": d.citations, "id": d.id, "sign": d.sign, "level": d.level} for d in draft.dimensions
        ],
        "source_issues": [],
        "gaps": [],
        "positioning": [],
        "confidence": {"level": "low", "reason": "1"},
        "watch": [{"citations": p.citations, "text": p.text} for p in draft.watch if _fits(p, "watch")],
        "bottom_line": [_attributed(p) for p in draft.bottom_line],
        "title": _attributed(draft.title),
    }


def _attributed(proposal: Proposal) -> dict[str, Any]:
    return {
        "citations": proposal.citations,
        "voice": proposal.voice,
        "speaker": proposal.speaker.name if proposal.speaker else None,
        "role": proposal.speaker.role if proposal.speaker else None,
        "text": proposal.text,
    }
