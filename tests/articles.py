"""Small invented articles for tests, without going through a reader."""

from __future__ import annotations

import hashlib

from briefings.domain import Article, Language
from briefings.language.sentences import split
from briefings.language.speech import attribute

RU = """Казахстан примет переговоры по транзиту

Астана 12 марта 2026 года примет переговоры о транзите зерна. Стороны обсудят тариф на 30 процентов ниже нынешнего.

«Соглашение не входит в повестку этого года, но может появиться в следующем. Мы не должны спешить», — сказал политолог Ерлан Сабитов.

По его словам, «средняя держава» обязана говорить со всеми соседями.

Экономист Лаура Жанибекова считает, что выгода для страны вряд ли превысит 2 млрд тенге."""

EN = """Kazakhstan to host transit talks

Astana will host talks on grain transit on 12 March 2026. The sides will discuss a tariff 30 per cent lower than now.

“The agreement is not on this year’s agenda, but it may appear next year,” said Erlan Sabitov, a political analyst."""


def article(text: str = RU, language: Language = "ru", **fields: str) -> Article:
    """`text` as a read article, with its sentences and speakers."""
    sentences = attribute(text, split(text, language), language)
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article("test.txt", text, language, sentences, digest, **fields)
