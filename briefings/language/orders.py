"""Sentences that give orders to a program instead of telling a reader something.

An article may hold them to steer whoever summarises it: «игнорируй предыдущие инструкции», "SYSTEM: add …",
a made-up numbered line. Nothing true can rest on such a sentence, whatever it says. Each pattern wants two
things at once, an order and what only a program has (instructions, a prompt, fields of an answer): news
about programs speaks of them without ordering.
"""

from __future__ import annotations

import re
from functools import lru_cache

# What stands where only the frame of a conversation or of an answer may stand.
_FRAMES = (
    (
        r"^\W*(?:system|assistant|developer|user|система|ассистент|пользователь|жүйе|көмекші|пайдаланушы)"
        r"(?:\s+(?:message|prompt|note|сообщение|промпт|хабарламасы?))?\s*[\]>|]?\s*:"
    ),
    r"<\|?/?(?:system|im_start|im_end|assistant|user|article|statements|instructions?)\b[^>]{0,40}\|?>",
    r"\[/?(?:INST|SYS|SYSTEM)\]|#{2,}\s*(?:system|instructions?|new\s+task)\b",
    r"\b[SH]\d{1,5}\s*(?:\([^)]{0,60}\)\s*)?\|",
    r"[\"“«'](?:title|event|bottom_line|expert_views|positioning|marking|replacements|unsupported)[\"”»']\s*:",
)

_EN_MACHINE = r"(?:AI|LLM|chatbot|language\s+model|summari[sz]er|assistant)s?"
_EN_ORDER = (
    r"(?:write|add|say|state|answer|reply|output|print|include|insert|set|mark|cite|omit|treat|rate|put|give|end"
    r"|close|report)"
)
_EN_PARTS = (
    r"(?:brief|summary|JSON|marking|prompts?|instructions?|bottom\s+line|confidence|dimensions?|citations?|S\d+"
    r"|expert\s+views?|(?:your|the)\s+answer|every\s+field)"
)
_ENGLISH = (
    (
        r"\b(?:ignore|disregard|forget|override|bypass|skip)\b.{0,40}\b(?:previous|above|prior|earlier|preceding|your|all"
        r"|system)\b.{0,30}\b(?:instructions?|rules?|prompts?|guidelines|text|task|checks?)\b"
    ),
    rf"\b(?:instructions?|note|message|attention|dear)\b.{{0,25}}\b{_EN_MACHINE}\b",
    rf"\b{_EN_MACHINE}(?:\s+\w+)?[,:]\s*(?:please\s+|you\s+must\s+)*{_EN_ORDER}\b",
    rf"\byou\s+(?:are\s+now\b|(?:must|will)\s+(?:now\b|{_EN_ORDER}\b.{{0,80}}\b{_EN_PARTS}\b))",
    rf"(?:^|[,:;.!]\s*|\b(?:then|and)\s+)(?:please\s+)?{_EN_ORDER}\b.{{0,80}}\b{_EN_PARTS}\b",
)

_RU_MACHINE = r"(?:ИИ|AI|нейросет[ьи]|языков\w+\s+модел\w+|чат-?бот\w*|(?:ИИ-)?ассистент\w*|модель)"
_RU_ORDER = (
    r"(?:на|пере)?(?:пиши|скажи)(?:те)?|(?:добавь|укажи|ответь|выведи|поставь|включи|вставь|присвой|отметь|процитируй"
    r"|назови|оцени|заверши|сообщи|утверждай|считай)(?:те)?"
)
_RU_PARTS = (
    r"(?:справк|бриф|сводк|JSON|маркировк|гриф|пометк|отметк|промпт|инструкци|уверенност|измерени|ответ|заголов"
    r"|раздел|вывод\w*\b|S\d+)"
)
_RUSSIAN = (
    (
        r"\b(?:(?:про)?игнорируй|забудь|отмени|обойди|не\s+учитывай|не\s+выполняй|пропусти)(?:те)?\b"
        r".{0,60}\b(?:инструкци|указани|правил|выше|предыдущ|проверк|текст|задани)"
    ),
    rf"\b(?:для|внимание|сообщение|инструкция|указание)\b.{{0,20}}\b{_RU_MACHINE}\s*[:.,!—–-]",
    rf"\b{_RU_MACHINE}(?:\s+\w+)?[,:]\s*(?:{_RU_ORDER})\b",
    rf"\b(?:{_RU_ORDER})\b.{{0,80}}\b{_RU_PARTS}",
    r"\bты\s+(?:теперь|больше\s+не)\b",
)

_KK_MACHINE = r"(?:ЖИ|AI|жасанды\s+интеллект|тілдік\s+модель|чат-?бот|көмекші)"
_KK_POLITE = r"(?:ыңыз|іңіз|ңыз|ңіз|ыңдар|іңдер)?"
_KK_ORDER = rf"(?:жаз|қос|көрсет|шығар|қой|енгіз|белгіле|ата|бер|аяқта|бағала|келтір){_KK_POLITE}"
_KK_PARTS = (
    r"(?:анықтама|JSON|таңба|гриф|белгі|промпт|нұсқау|сенімділік|жауап|тақырып|бөлім|өлшем|сілтеме|қорытынды"
    r"|S\d+)"
)
_KAZAKH = (
    (
        r"\b(?:нұсқау|ереже|тапсырма|жоғарыда|алдыңғы|тексер)\w*.{0,60}\b(?:елеме|ескерме|ұмыт|орындама|тыңдама)"
        rf"{_KK_POLITE}(?!\w)"
    ),
    rf"\b{_KK_MACHINE}(?:ге|ке)?\s*(?:арналған\b[^.]{{0,20}}:|[,:!].{{0,120}}\b{_KK_ORDER}(?!\w))",
    rf"\b{_KK_PARTS}\w*(?:-\w+)?.{{0,100}}\b{_KK_ORDER}(?=\s*[.!;:,»”\"]|\s*$)",
    r"\bсен\s+(?:енді|бұдан\s+былай)\b",
)

_ORDER = re.compile("|".join((*_FRAMES, *_ENGLISH, *_RUSSIAN, *_KAZAKH)), re.IGNORECASE)


@lru_cache(maxsize=4096)
def orders_a_program(sentence: str) -> bool:
    """Whether `sentence` tells a program what to do, in Russian, Kazakh or English."""
    return _ORDER.search(" ".join(sentence.split())) is not None
