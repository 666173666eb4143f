"""The model of Russian names reads a sentence once, by itself or together with others."""

from __future__ import annotations

import pytest

from briefings.language.names import russian
from briefings.language.names.russian import find_russian, read_russian_ahead

SENTENCES = (
    "Директор Института степных рек Айгуль Сапарова встретилась в Астане с Полом Уэстом.",
    "Компания «Норвик рейл» поставит локомотивы.",
    "Об этом сообщил министр транспорта Даурен Жаксылыков на брифинге, который прошёл в Караганде во вторник.",
    "Г-жа Ким с этим не согласна.",
    "— …",
)


@pytest.fixture(autouse=True)
def _nothing_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(russian, "_read", {})


def test_what_is_read_ahead_together_holds_the_same_names() -> None:
    alone = []
    for sentence in SENTENCES:
        russian._read.clear()
        alone.append(find_russian(sentence))
    russian._read.clear()
    read_russian_ahead(SENTENCES)
    assert [find_russian(sentence) for sentence in SENTENCES] == alone
    assert sum(map(len, alone)) > len(SENTENCES)


def test_a_sentence_is_read_once_wherever_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    article = " ".join(SENTENCES[:3])
    find_russian(article)
    monkeypatch.setattr(russian, "_model", lambda: pytest.fail("read again"))
    cited = "\n".join((SENTENCES[2], SENTENCES[0]))
    assert [span.text_in(cited) for span in find_russian(cited) if span.kind == "person"] == [
        "Даурен Жаксылыков",
        "Айгуль Сапарова",
        "Полом Уэстом",
    ]


def test_only_so_many_sentences_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(russian, "_KEPT", 2)
    for sentence in SENTENCES[:4]:
        find_russian(sentence)
    assert list(russian._read) == list(SENTENCES[2:4])
