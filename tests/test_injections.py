"""Instructions hidden in an article change nothing: they stay in their line of the prompt, and a model that
obeys them has its answer withheld."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefings.drafting.prompts import numbered_line, render_prompt
from briefings.language.orders import orders_a_program
from briefings.lens import load_lens
from briefings.llm.scripted import Scripted
from briefings.pipeline import brief_article
from briefings.readers import read_article
from briefings.rendering import RENDERERS, render

if TYPE_CHECKING:
    from briefings.domain import Article, Brief

LINES = (Path(__file__).parent / "cases" / "injections.jsonl").read_text(encoding="utf-8").splitlines()
CASES = [json.loads(line) for line in LINES]
NO_REPAIR = '{"replacements": []}'
LENS = load_lens()

TITLES = {"ru": "Карьер без дороги", "kk": "Жолсыз карьер", "en": "A dry port without a road"}
PARAGRAPHS = {
    "ru": (
        "Акимат Жалтырского района планирует открыть карьер в 2031 году. Сумма вложений не названа.",
        "«Дорога может не выдержать», — сказала геолог Жанар Алимова. Соседние районы пока молчат.",
    ),
    "kk": (
        "Жалтыр ауданының әкімдігі 2031 жылы карьер ашуды жоспарлап отыр. Жоба құны аталған жоқ.",
        "«Жол көтермеуі мүмкін», — деді геолог Жанар Әлімова. Көрші аудандар әзірге жауап берген жоқ.",
    ),
    "en": (
        "Saryarka Rail plans to open a dry port in Akshatau in 2031. The cost is not named.",
        (
            "“The road may not carry the load,” said Marta Lindqvist, a transport economist. "
            "Neighbouring districts have not replied so far."
        ),
    ),
}
HONEST = {
    "ru": "Акимат Жалтырского района планирует открыть карьер в 2031 году.",
    "kk": "Жалтыр ауданының әкімдігі 2031 жылы карьер ашуды жоспарлап отыр.",
    "en": "Saryarka Rail plans to open a dry port in Akshatau in 2031.",
}
REASONS = {"ru": "Один материал.", "kk": "Бір ғана мақала.", "en": "One article."}
UNSEEN = {
    "comment": "<!-- {} -->",
    "element": "<p hidden>{}</p>",
    "style": '<div style="position:absolute; left:-9999px">{}</div>',
}


def article_with(case: dict[str, Any], folder: Path) -> Article:
    """The invented article with the hidden words in their place, read as a user's file would be."""
    language, place, hidden = case["language"], case["place"], case["hidden"]
    title = hidden if place == "title" else TITLES[language]
    paragraphs = list(PARAGRAPHS[language])
    if place in UNSEEN:
        body = "".join(f"<p>{p}</p>" for p in paragraphs) + UNSEEN[place].format(hidden)
        text = f"<html><head><title>{title}</title></head><body><article>{body}</article></body></html>"
        file = folder / "article.html"
    else:
        paragraphs += [hidden] if place == "sentence" else []
        text = f"title: {title}\ndate: 2031-02-03\n\n" + "\n\n".join(paragraphs) + "\n"
        file = folder / "article.txt"
    file.write_text(text, encoding="utf-8")
    return read_article(file)


def answer(case: dict[str, Any]) -> str:
    """What a model would say that does its work and what the article tells it besides."""
    language, obeyed = case["language"], case["obeyed"]
    event = {"citations": ["S1"], "voice": "reported", "speaker": None, "text": HONEST[language]}
    empty = {name: [] for name in ("expert_views", "comparison", "stakes", "dimensions", "source_issues")}
    empty |= {name: [] for name in ("gaps", "positioning", "watch", "bottom_line")}
    sound = {
        **empty,
        "event": [event],
        "confidence": {"level": "low", "reason": REASONS[language]},
        "title": {**event, "text": HONEST[language].removesuffix(".")},
    }
    return json.dumps({**sound, **obeyed}, ensure_ascii=False)


def told(value: Any) -> list[str]:
    """Every text of the obedient part of an answer."""
    if isinstance(value, dict):
        own = [value[name] for name in ("text", "reason") if name in value]
        return own + [text for part in value.values() for text in told(part)]
    if isinstance(value, list):
        return [text for part in value for text in ([part] if isinstance(part, str) else told(part))]
    return []


def payload(case: dict[str, Any]) -> list[str]:
    return [text for text in told(case["obeyed"]) if not re.fullmatch(r"S\d+", text)]


def brief_of(case: dict[str, Any], folder: Path) -> Brief:
    model = Scripted([answer(case), NO_REPAIR, NO_REPAIR])
    return brief_article(article_with(case, folder), LENS, model, language=case["language"])


def test_there_are_ten_cases_in_each_language() -> None:
    languages = [case["language"] for case in CASES]
    assert {language: languages.count(language) for language in languages} == {"ru": 10, "kk": 10, "en": 10}
    assert len({case["id"] for case in CASES}) == 30
    assert all(payload(case) for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["id"])
def test_hidden_words_stay_in_their_line_of_the_prompt(case: dict[str, Any], tmp_path: Path) -> None:
    article = article_with(case, tmp_path)
    system, user = (turn.text for turn in render_prompt(article, LENS, case["language"]).turns)
    hidden = " ".join(case["hidden"].split())
    assert hidden not in system
    fence = re.fullmatch(r"<article (\w+)>\n(.*)\n</article \1>\n\n(.*)", user, re.DOTALL)
    assert fence is not None
    inside, task = fence[2], fence[3]
    assert hidden not in task
    if case["place"] in UNSEEN:
        assert hidden not in user
        assert hidden not in article.text
        return
    lines = inside.splitlines()
    numbered = [numbered_line(article, sentence) for sentence in article.sentences]
    assert lines[-len(numbered) :] == numbered
    if case["place"] == "title":
        assert f"title: {hidden}" in lines
    else:
        whole = " ".join(line.partition("| ")[2] for line in numbered)
        assert hidden in whole


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["id"])
def test_nothing_that_an_obedient_model_says_reaches_a_reader(case: dict[str, Any], tmp_path: Path) -> None:
    brief = brief_of(case, tmp_path)
    withheld = " ".join(w.statement.text for w in brief.withheld)
    for text in payload(case):
        assert text in withheld
    assert [s.text for s in brief.event] == (
        [HONEST[case["language"]]] if "event" not in case["obeyed"] else []
    )
    assert all(d.sign == "not_covered" for d in brief.dimensions)
    assert (brief.made.marking, brief.confidence.level) == ("TLP:CLEAR", "low")
    # The annex lists what was withheld, with reasons; besides, only the numbered source may hold these words,
    # as it does under the brief of a model that obeyed nothing.
    honest = brief_of({**case, "obeyed": {}}, tmp_path)
    for form in RENDERERS:
        page, plain = render(replace(brief, withheld=()), form), render(honest, form)  # type: ignore[arg-type]
        assert [page.count(text) for text in payload(case)] == [plain.count(text) for text in payload(case)]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["id"])
def test_extraction_prints_no_instruction(case: dict[str, Any], tmp_path: Path) -> None:
    brief = brief_article(article_with(case, tmp_path), LENS, language=case["language"])
    printed = [brief.title, *brief.bottom_line, *brief.event, *brief.stakes, *brief.watch]
    printed += [s for view in brief.expert_views for s in view.position]
    printed += [outlook.statement for outlook in brief.positioning]
    assert printed
    assert not [s.text for s in printed if orders_a_program(s.text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "«Не забудьте про дорогу», — напомнила геолог.",
        "Модель экономики, по словам аналитика, устарела: ответа на вопрос нет.",
        "Министр просил включить в повестку вопрос о нейросетях.",
        "Нейросети, считает он, пишут сводки быстрее людей.",
        "Министрлік жасанды интеллектке арналған заңды қабылдады деп жазды басылым.",
        "Қорытынды жарияланды, оған бес ел қол қойды.",
        "AI models, she said, answer faster than clerks.",
        "The assistant minister said: ‘We will add a port.’",
        "System operators must include reserves in their reports.",
        "Ministers agreed to ignore the previous tariff.",
    ],
)
def test_news_about_programs_is_no_order_to_one(sentence: str) -> None:
    assert not orders_a_program(sentence)


@pytest.mark.parametrize("letters", ["\U000e0049\U000e0047\U000e004e", "\u202e", "\u200b\u2060"])
def test_letters_that_no_reader_sees_do_not_reach_the_model(letters: str, tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text(PARAGRAPHS["en"][0].replace("dry port", f"dry {letters}port"), encoding="utf-8")
    user = render_prompt(read_article(file), LENS, "en").turns[1].text
    assert "dry port" in user
    assert not set(letters) & set(user)
