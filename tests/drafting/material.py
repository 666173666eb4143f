"""What the drafting tests share: an invented article, numbered by hand, and a sound answer about it."""

from __future__ import annotations

import hashlib
import json
from copy import deepcopy
from typing import Any

from briefings.domain import Article, Sentence, Speaker

PARAGRAPHS = (
    ("# Карьер без дороги",),
    ("Акимат Жалтырского района планирует открыть карьер в 2031 году.", "Сумма вложений не названа."),
    ("«Дорога может не выдержать», — сказала геолог Айжамал Түлкібек-Норд.", "Соседние районы пока молчат."),
    ("Ведомство ответит позже.",),
)


def article_of(*paragraphs: tuple[str, ...], **fields: Any) -> Article:
    """An article of these paragraphs; a line that starts with "# " is a heading."""
    text, sentences, counted = "", [], {"S": 0, "H": 0}
    for number, lines in enumerate(paragraphs, start=1):
        for line in lines:
            words = line.removeprefix("# ")
            letter = "H" if line.startswith("# ") else "S"
            counted[letter] += 1
            sentences.append(
                Sentence(
                    f"{letter}{counted[letter]}",
                    "heading" if letter == "H" else "sentence",
                    len(text),
                    len(text) + len(words),
                    number,
                    speaker=Speaker("Айжамал Түлкібек-Норд", "геолог") if "Айжамал" in line else None,
                )
            )
            text += words + " "
        text += "\n"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article("test.txt", text, "ru", tuple(sentences), sha256, **fields)


ARTICLE = article_of(*PARAGRAPHS)

_EVENT = {
    "citations": ["S1"],
    "voice": "official",
    "speaker": "Акимат Жалтырского района",
    "text": "Акимат Жалтырского района планирует открыть карьер в 2031 году.",
}
_ANSWER: dict[str, Any] = {
    "event": [_EVENT],
    "expert_views": [
        {
            "speaker": "Айжамал Түлкібек-Норд",
            "role": "геолог",
            "views": [
                {
                    "citations": ["S3"],
                    "text": "По словам Айжамал Түлкібек-Норд, дорога «может не выдержать».",
                }
            ],
        }
    ],
    "comparison": [{"citations": ["S1", "S3"], "text": "Акимат говорит о сроке, геолог о дороге."}],
    "stakes": [
        {**_EVENT, "kind": "obligation", "text": "Акимат планирует открыть карьер."},
        {
            "citations": ["S3"],
            "voice": "expert",
            "speaker": "Айжамал Түлкібек-Норд",
            "text": "Айжамал Түлкібек-Норд считает, что дорога может не выдержать.",
            "kind": "gain",
        },
    ],
    "dimensions": [{"citations": ["S1"], "id": "resources_investment", "sign": "+", "level": 2}],
    "source_issues": [{"citations": ["S2"], "kind": "status", "text": "«Сумма вложений не названа»."}],
    "gaps": ["Сумма вложений"],
    "positioning": [
        {
            "citations": ["S3"],
            "text": "Вероятно, срок будет зависеть от дороги.",
            "alternative": {"citations": ["S1"], "text": "Есть реальная возможность открытия в срок."},
        }
    ],
    "confidence": {"level": "low", "reason": "Один материал."},
    "watch": [{"citations": ["S4"], "text": "Ответ соседних районов."}],
    "bottom_line": [_EVENT],
    "title": {**_EVENT, "text": "Акимат планирует карьер, дорога вызывает вопросы"},
}


def answer(**changes: Any) -> dict[str, Any]:
    """A sound answer about `ARTICLE`, with top-level fields changed."""
    return deepcopy(_ANSWER) | changes


def written(**changes: Any) -> str:
    """The same as a model writes it."""
    return json.dumps(answer(**changes), ensure_ascii=False)


def statement(*citations: str, **changes: Any) -> dict[str, Any]:
    """One statement that cites these sentences."""
    return {**_EVENT, "citations": list(citations), **changes}
