"""The prompts: read from prompts/*.md, filled for one article.

The system turn is the same for every article of a run, and the article stands before the task, so that a
provider can serve the start of a prompt from its cache.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unicodedata import category

import jinja2

from briefings import resources
from briefings.drafting.answer import answer_schema, revision_schema
from briefings.errors import UserError
from briefings.llm.base import Prompt, Turn
from briefings.rendering.labels import labels

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from briefings.domain import Article, Language, Sentence, Withheld
    from briefings.lens import Lens
    from briefings.rendering.labels import Labels

# Room for a long brief in Kazakh, which takes the most tokens, and for some thinking before it.
ANSWER_TOKENS = 8192
FILES = ("brief.system.md", "brief.article.md", "brief.task.md", "revise.task.md", "repair.md")

_LANGUAGE_NAMES: dict[Language, str] = {"ru": "Russian", "kk": "Kazakh", "en": "English"}


def render_prompt(
    article: Article, lens: Lens, language: Language, *, overrides: Path | None = None
) -> Prompt:
    """The exact prompt that asks for a brief of the whole `article` in `language`."""
    return load_prompts(lens, language, overrides=overrides).brief(article, article.sentences)


def load_prompts(
    lens: Lens, language: Language, *, overrides: Path | None = None, max_tokens: int = ANSWER_TOKENS
) -> Prompts:
    """The prompts for briefs in `language`, an answer taking `max_tokens` at most.

    A file in `overrides`/prompts replaces ours of the same name. Raises `UserError` when a file is missing,
    is no template or has a hole that nothing fills.
    """
    sources = {name: resources.read(f"prompts/{name}", overrides) for name in FILES}
    printed = resources.read("templates/labels.yaml", overrides)
    # A batch asks for the same prompts for every article; by their text, as somebody may edit a file meanwhile.
    made_of = (lens.sha256, language, max_tokens, printed, *sources.values())
    if made_of not in _made:
        while len(_made) >= _KEPT:
            _made.pop(next(iter(_made)), None)
        _made[made_of] = _make(lens, language, max_tokens, sources, labels(language, overrides))
    return _made[made_of]


_KEPT = 8
_made: dict[tuple[object, ...], Prompts] = {}


def _make(
    lens: Lens, language: Language, max_tokens: int, sources: Mapping[str, str], words: Labels
) -> Prompts:
    wording = {
        "scale": list(words.likelihood.values()),
        "banned_in_assessment": words.banned_in_assessment,
        "banned_anywhere": words.banned_anywhere,
        "translation": words.words["translation"],
        "limits": dict(words.limits),
    }
    dimensions = tuple(dimension.id for dimension in lens.dimensions)
    version = json.dumps([sources, wording, answer_schema(dimensions), revision_schema()], sort_keys=True)
    templates = _Templates(sources)
    return Prompts(
        templates=templates,
        system=templates.fill(
            "brief.system.md",
            language=language,
            language_name=_LANGUAGE_NAMES[language],
            subject=lens.subject,
            lens=lens.name["en"],
            dimensions=[{"id": d.id, "definition": d.definition["en"]} for d in lens.dimensions],
            **wording,
        ),
        sha256=hashlib.sha256(version.encode()).hexdigest(),
        language=language,
        subject=lens.subject,
        dimensions=dimensions,
        max_tokens=max_tokens,
    )


class _Templates:
    """Texts with holes. A hole that nothing fills is an error, not an empty place."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.DictLoader(sources),
            undefined=jinja2.StrictUndefined,
            autoescape=False,  # noqa: S701 - a prompt is plain text; the article is fenced by its marker
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def fill(self, name: str, **values: Any) -> str:
        try:
            return self._environment.get_template(name).render(values)
        except jinja2.TemplateError as error:
            raise UserError(f"prompts/{name} cannot be filled: {error}; compare it with ours") from error


@dataclass(frozen=True)
class Prompts:
    """The prompts in one output language. `sha256` names this version of their files, words and schemas."""

    templates: _Templates
    system: str
    sha256: str
    language: Language
    subject: str
    dimensions: tuple[str, ...]
    max_tokens: int

    def brief(self, article: Article, sentences: Sequence[Sentence]) -> Prompt:
        """Ask for the brief of `sentences`, all of the article or a part of it."""
        user = self._user_turn(article, sentences, "brief.task.md")
        return self._prompt(user, answer_schema(self.dimensions), "brief")

    def revision(
        self,
        article: Article,
        sentences: Sequence[Sentence],
        failed: Sequence[Withheld],
    ) -> Prompt:
        """Ask for replacements of the `failed` statements, numbered from 1 in the order given."""
        statements = [_failed(item, withheld) for item, withheld in enumerate(failed, start=1)]
        user = self._user_turn(article, sentences, "revise.task.md", statements=statements)
        return self._prompt(user, revision_schema(), "replacements")

    def repair(self, mistakes: Sequence[str]) -> str:
        """Ask for the same answer without its mistakes; twenty lines of them say enough."""
        return self.templates.fill("repair.md", mistakes=mistakes[:20])

    def _prompt(self, user: str, schema: dict[str, Any], name: str) -> Prompt:
        turns = (Turn("system", self.system), Turn("user", user))
        return Prompt(turns, schema=schema, schema_name=name, max_tokens=self.max_tokens)

    def _user_turn(
        self, article: Article, sentences: Sequence[Sentence], task: str, **data: Sequence[str]
    ) -> str:
        particulars = _particulars(article)
        numbered = "\n".join(numbered_line(article, sentence) for sentence in sentences)
        marker = _marker(
            article.sha256, "\n".join([*particulars, numbered, *itertools.chain(*data.values())])
        )
        return self.templates.fill(
            "brief.article.md",
            marker=marker,
            particulars=particulars,
            numbered=numbered,
            part=len(sentences) < len(article.sentences),
            subject=self.subject,
            task=self.templates.fill(
                task, marker=marker, language_name=_LANGUAGE_NAMES[self.language], **data
            ),
        )


def numbered_line(article: Article, sentence: Sentence) -> str:
    """`S8 (Name)| words` on one line whatever breaks the sentence holds; the name where one is heard."""
    speaker = f" ({_on_one_line(sentence.speaker.name)})" if sentence.speaker else ""
    return f"{sentence.id}{speaker}| {_on_one_line(article.words_of(sentence))}"


def _marker(seed: str, fenced: str) -> str:
    """A word that stands nowhere in what it fences, the same for the same article.

    Who writes an article cannot foresee it, so no words of theirs can pretend to stand outside.
    """
    candidates = (hashlib.sha256(f"{seed} {n}".encode()).hexdigest()[:12] for n in itertools.count())
    return next(candidate for candidate in candidates if candidate not in fenced)


def _particulars(article: Article) -> list[str]:
    known = {
        "language": _LANGUAGE_NAMES[article.language],
        "genre": article.genre,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published,
        "title": article.title,
    }
    return [f"{name}: {_on_one_line(value)}" for name, value in known.items() if value]


def _failed(item: int, withheld: Withheld) -> str:
    statement = withheld.statement
    return json.dumps(
        {
            "item": item,
            "section": withheld.section,
            "text": statement.text,
            "voice": statement.voice,
            "speaker": statement.speaker.name if statement.speaker else None,
            "citations": statement.citations,
            "findings": [f"{finding.rule}: {finding.detail}" for finding in withheld.findings],
        },
        ensure_ascii=False,
    )


def _on_one_line(text: str) -> str:
    # A line break inside a sentence would let an article forge a numbered line, and letters that no
    # reader sees (tags, joiners, overrides of direction) could speak to the model alone.
    return " ".join("".join(c for c in text if category(c) not in ("Cf", "Co", "Cn")).split())
