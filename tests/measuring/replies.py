"""What becomes of a model's answers: what is withheld, what wrong reaches a reader, what true is lost, what it costs.

Three kinds of answers. Strong ones, to eighteen articles, were given by a large model to the rendered prompt and
are taken as true throughout; those to articles 8 to 11 were read by those who mend rules. For six articles, sloppy and hostile ones were written by hand, each item with its defect or none
(`defects`, parallel to the items of `answer`). A hostile model answers the request for repairs as well.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from briefings.drafting.prompts import render_prompt
from briefings.lens import load_lens
from briefings.llm.base import prompt_sha256
from briefings.llm.scripted import Scripted
from briefings.llm.tokens import count
from briefings.pipeline import brief_article
from briefings.readers import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Brief, Language

ROOT = Path(__file__).parents[2]
REPLIES = ROOT / "tests" / "eval" / "replies"
RECORDED = ROOT / "tests" / "cases"
NOTHING_BETTER = '{"replacements": []}'


@dataclass(frozen=True)
class Row:
    """One article and one kind of answer. `wrong` reached a reader; `lost` are true items that did not."""

    kind: str
    name: str
    items: int
    withheld: int
    wrong: tuple[str, ...]
    lost: tuple[str, ...]
    true: int
    tokens: int
    calls: int


def rows() -> list[Row]:
    """A row for each answer that is kept: strong, sloppy, hostile."""
    hand_written = sorted((*REPLIES.glob("sloppy/*.json"), *REPLIES.glob("hostile/*.json")))
    return [*map(_strong, strong_answers()), *map(_labelled, hand_written)]


@dataclass(frozen=True)
class Strong:
    """An answer of a large model to the prompt of one article; `current`: to the prompt as it is now."""

    name: str
    article: Path
    language: str
    text: str
    current: bool


def strong_answers() -> Iterator[Strong]:
    """The answers of tests/eval/replies/strong; those of tests/cases/recorded_* were given to older prompts."""
    lines = (REPLIES / "strong" / "prompts.sha256").read_text(encoding="utf-8").splitlines()
    asked = {name: sha256 for sha256, name in (line.split() for line in lines)}
    for file in sorted(REPLIES.glob("strong/*.json")):
        name, _, language = file.stem.partition("_in_")
        place = ROOT / "tests" / "eval" / "articles" / f"{name}.txt"
        article = read_article(place)
        now = prompt_sha256(
            render_prompt(article, load_lens(), cast("Language", language or article.language))
        )
        text = file.read_text(encoding="utf-8")
        yield Strong(file.stem, place, language or name[:2], text, asked.get(file.name) == now)
    for case in sorted(RECORDED.glob("recorded_*")):
        record = json.loads((case / "record.json").read_text(encoding="utf-8"))
        text = (case / "reply.json").read_text(encoding="utf-8")
        yield Strong(case.name, ROOT / record["article"], record["language"], text, False)


def _strong(answer: Strong) -> Row:
    brief, calls = _briefed(answer.article, answer.language, [answer.text, NOTHING_BETTER])
    items = [text for _, text in _items(json.loads(answer.text))]
    shown = printed(brief)
    lost = tuple(item for item in items if item not in shown)
    kind = "strong" if answer.current else "strong, older prompt"
    tokens = count(answer.text, "gpt-4o")
    return Row(kind, answer.name, len(items), len(brief.withheld), (), lost, len(items), tokens, calls)


def _labelled(file: Path) -> Row:
    reply = json.loads(file.read_text(encoding="utf-8"))
    answer, repair = (json.dumps(reply[part], ensure_ascii=False) for part in ("answer", "repair"))
    article = ROOT / "tests" / "eval" / "articles" / f"{reply['article']}.txt"
    brief, calls = _briefed(article, reply["language"], [answer, repair])
    shown = printed(brief)
    judged = [(text, _defect(reply["defects"], place)) for place, text in _items(reply["answer"])]
    judged += zip((r["text"] for r in reply["repair"]["replacements"]), reply["repair_defects"], strict=True)
    true = [text for text, defect in judged if defect is None]
    wrong = tuple(f"{defect}: {text}" for text, defect in judged if defect is not None and text in shown)
    lost = tuple(text for text in true if text not in shown)
    tokens = count(answer, "gpt-4o")
    return Row(
        file.parent.name, file.stem, len(judged), len(brief.withheld), wrong, lost, len(true), tokens, calls
    )


@cache
def _lens() -> Any:
    return load_lens()


def _briefed(article: Path, language: str, answers: list[str]) -> tuple[Brief, int]:
    model = Scripted([*answers, NOTHING_BETTER])
    brief = brief_article(read_article(article), _lens(), model, language=language)  # type: ignore[arg-type]
    return brief, len(model.prompts)


def _items(answer: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of an answer that a reader may see, with its place; dimensions have none."""
    for section in ("event", "comparison", "stakes", "source_issues", "watch", "bottom_line"):
        for at, item in enumerate(answer[section]):
            yield (section, at), item["text"]
    for at, expert in enumerate(answer["expert_views"]):
        for number, view in enumerate(expert.get("views", [expert])):
            yield ("expert_views", at, number), view["text"]
    for at, position in enumerate(answer["positioning"]):
        yield ("positioning", at, 0), position["text"]
        if position.get("alternative"):
            yield ("positioning", at, 1), position["alternative"]["text"]
    for at, gap in enumerate(answer["gaps"]):
        yield ("gaps", at), gap
    yield ("confidence", 0), answer["confidence"]["reason"]
    yield ("title", 0), answer["title"]["text"]


def _defect(defects: Any, place: tuple[str | int, ...]) -> str | None:
    for step in place:
        defects = defects[step]
    found: str | None = defects
    return found


def printed(brief: Brief) -> set[str]:
    """Every text that a reader of `brief` is told as said, the annex's list of withheld statements left out."""
    lists = (brief.bottom_line, brief.event, brief.stakes, brief.comparison, brief.watch, (brief.title,))
    texts = {statement.text for statements in lists for statement in statements}
    texts |= {s.text for view in brief.expert_views for s in view.position}
    texts |= {outlook.statement.text for outlook in brief.positioning}
    texts |= {outlook.alternative.text for outlook in brief.positioning if outlook.alternative}
    texts |= {issue.text for issue in brief.source_issues} | set(brief.gaps)
    return texts | {brief.confidence.reason}


def table(found: list[Row]) -> str:
    """The rows as Markdown."""
    lines = ["| answers | article | items | withheld | wrong, printed | true, lost | tokens | calls |"]
    lines.append("|---|---|---|---|---|---|---|---|")
    for row in found:
        lost = f"{len(row.lost)}/{row.true}"
        lines.append(
            f"| {row.kind} | {row.name} | {row.items} | {row.withheld} | {len(row.wrong)} | {lost} "
            f"| {row.tokens} | {row.calls} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    everything = rows()
    print(table(everything))
    for row in everything:
        for text in row.wrong:
            print(f"WRONG {row.kind} {row.name}: {text}")
        for text in row.lost:
            print(f"lost {row.kind} {row.name}: {text}")
