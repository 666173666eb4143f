"""Which of the mentions of a sentence is the subject of a verb of saying."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.language.speech.table import ANYBODY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.language.speech.mention import Mention
    from briefings.language.speech.table import SpeechTable

_NEAR_WORDS = 3
_FAR_WORDS = 10
_BROKEN = re.compile(r"[.;:!?·]|(?<!\d)[—–]|[—–](?!\d)|\s-\s")  # but not 3–5
_ASIDE = re.compile(r",|(?:who|which|whose)\b")
# What describes a person between the name and the verb: «X из института Y, однофамилец министра, в реформу не | верит»,
# «X, аналитик бюро | «Баланс», к прогнозу | относится …» (the role belongs to the mention, its quoted name does not)
_PAST_ASIDE = re.compile(
    r"(?:\s*[«\"][^«»\"]{2,40}[»\"],|(?:\s(?:из|от|of|from|at|in|with)\s[^,]{2,80})?,[^,]{2,120},(?:[^,]{2,120},)?)(?P<rest>[^,]*)"
)
_TELLS = re.compile(r"(?:told|tell|assur|remind|inform|advis)")
_BEHIND_QUOTE = re.compile(r"[\"”»·]\s*$")  # "…," promises X: a verb, though "promises" may be a noun
_AUXILIARY = re.compile(
    r"\s+(?:would|will|could|should|may|might|must|can|is|was|are|were|has|had|have|did|does|do|need(?:s|ed)?)\b"
)
# Parentheses that part a subject from its verb and mean nothing: «В министерстве, в свою очередь, уверяют».
_PARENTHESIS = re.compile(
    r",\s*(?:в\s+свою\s+очередь|со\s+своей\s+стороны|однако|впрочем|напротив|тем\s+временем|между\s+тем|for\s+(?:its|his|her)\s+part"
    r"|however|meanwhile|in\s+turn|by\s+contrast|өз\s+кезегінде|керісінше),"
)
_NO_DESCRIPTION = re.compile(
    r"[,.;:!?—–·]|\b(?:it|he|she|they|we|i|that|this|these|there|would|will|was|were|is|are|had|has|have|to|not|could|should"
    r"|may|might|if|when|as|in|on|by)\b"
)
# "the project's developer, | X Metals, | said"
_IS_NAMED = re.compile(r"(?:\b(?:the|its|an?)|['’]s)\s(?:[\w’'-]+\s){0,2}[\w’'-]+,\s$")
# «Перевозчик, | компания «Бриз»,», «Подрядчик проекта, | «Бриз»,»
_EXPLAINED = re.compile(
    r"(?:^|[.!?…\n]\s*)(?P<noun>[а-яё-]+(?:\s+[а-яё-]+){0,2}),\s(?!(?:что|чтобы|как|если|когда|хотя|но|а|и)\b)"
    r"(?:[а-яё-]+\s){0,2}$"
)
# «Курчатов | тұрғындары», «Асқар | достары»: the people are the subject, and whose they are stands before them
_KAZAKH_PEOPLE_OF = re.compile(
    r"\s[\w-]{3,}(?:[лдт]ары|[лдт]ері)\b(?!\s+(?:туралы|жайлы|жөнінде|арқылы|бойынша|үшін))"
)
_REACH_OF_NOUN = 60  # characters
_QUALIFIES = re.compile(r"\s+(?:of|from|at|in|with|из|от)\s+(?:the\s+)?(?:[\w-]+['’]s?\s+)?")


def is_inside(frame: str, start: int, body: Mention, table: SpeechTable) -> bool:
    """Whether people in a body speak: «в министерстве», «министрлікте»."""
    return bool(
        table.inside.search(frame, start, body.start) or table.inside_form.search(frame, body.start, body.end)
    )


def heads_of(frame: str, mentions: Sequence[Mention], table: SpeechTable) -> list[Mention]:
    """The mentions without those that only qualify their neighbour: «глава МИД», «Үкімет өкілі»."""
    kept: list[Mention] = []
    for mention in _without_owners(frame, mentions) if table.verb_last else mentions:
        if table.bare_clause and _names_noun_before(frame, mention):
            mention = replace(mention, end=mention.end + 1)
        elif table.role_first and (noun := _set_apart(frame, mention)):
            mention = replace(mention, start=noun.start("noun"), end=mention.end + 1, agreement=ANYBODY)
        last = kept[-1] if kept else None
        if last is None or not last.nominative:
            kept.append(mention)
            continue
        between = frame[last.end : mention.start]
        if (
            last.kind == "body"
            and mention.kind == "person"
            and " " in mention.text
            and between in (" ", "» ", "” ")
        ):
            kept[-1] = mention  # «техник хозяйства «Ак булак» X»: the body stands in the role
            continue
        if spokespeople := _spokespeople(frame, last, mention, table):
            kept[-1] = spokespeople
            continue
        if table.verb_last:
            if last.kind == "body" and mention.kind in ("role", "person", "crowd") and between.isspace():
                kept.pop()
        elif last.kind in ("role", "crowd") and mention.kind == "person" and between.strip() == ",":
            # "Its director, X, said": the role and both commas belong to the name
            kept[-1] = replace(
                mention, start=last.start, end=mention.end + frame.startswith(",", mention.end)
            )
            continue
        elif mention.kind == "body" and (
            (last.kind == "role" and 0 <= _gap(frame, last.end, mention.start) <= 1)
            or (last.kind in ("role", "person") and _QUALIFIES.fullmatch(between))
        ):
            if last.kind == "role":
                kept[-1] = replace(last, end=mention.end)  # "the head of the union, X, said"
            continue
        kept.append(mention)
    return kept


def _without_owners(frame: str, mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if m.kind != "person" or not _KAZAKH_PEOPLE_OF.match(frame, m.end)]


def _set_apart(frame: str, body: Mention) -> re.Match[str] | None:
    """The noun that a body between commas explains: «Перевозчик, компания «Бриз», предупредил …»."""
    if body.kind != "body" or not body.nominative or not frame.startswith(",", body.end):
        return None
    return _EXPLAINED.search(frame, max(0, body.start - _REACH_OF_NOUN), body.start)


def _names_noun_before(frame: str, body: Mention) -> bool:
    """Whether a body stands between commas as the name of the noun before it."""
    if body.kind != "body" or not frame.startswith(",", body.end):
        return False
    return _IS_NAMED.search(frame, max(0, body.start - _REACH_OF_NOUN), body.start) is not None


def _spokespeople(frame: str, first: Mention, second: Mention, table: SpeechTable) -> Mention | None:
    """The body behind «представители компании», «компания өкілдері», "representatives of the firm"."""
    crowd, body = (second, first) if table.verb_last else (first, second)
    if crowd.kind != "crowd" or body.kind != "body" or not table.speaks_for.fullmatch(crowd.text.lower()):
        return None
    if not re.fullmatch(r"\s+(?:(?:of|from|at)\s+(?:the\s+)?)?", frame[first.end : second.start]):
        return None
    return replace(body, start=first.start, end=second.end, nominative=True, agreement=ANYBODY)


def subject_of(
    frame: str, verb: re.Match[str], start: int, mentions: Sequence[Mention], table: SpeechTable
) -> tuple[Mention | None, bool]:
    """The subject of a verb, and whether it stands on the verb's right."""
    form = table.agreement(verb.group())
    # «Заңгер X одақта сот жоғын айтты»: a person who speaks of what is in a body
    named = table.verb_last and any(m.kind == "person" and m.nominative for m in mentions)
    for m in () if named else mentions:  # «в министерстве сообщили»
        if m.kind != "body" or form.plural is False or not is_inside(frame, start, m, table):
            continue
        on_the_right = m.start > verb.start()
        gap = _gap(frame, verb.end(), m.start) if on_the_right else _gap(frame, m.end, verb.start())
        if 0 <= gap <= (_FAR_WORDS if table.verb_last else _NEAR_WORDS):
            return m, on_the_right
    fitting = [m for m in mentions if m.nominative and form.fits(m.agreement)]
    left = [m for m in fitting if m.end <= verb.start()]
    right = [m for m in fitting if m.start >= verb.end()]
    joined = table.joined.search(frame, start, verb.start())
    if joined and left and left[-1].start >= joined.start():
        joined = None  # "and X said" has a subject of its own
    if table.tied.fullmatch(verb.group()) or joined:
        # "The bank declined, saying …", "He met X and said …": it shares the subject
        return (left[0] if left else None), False
    if table.verb_last:
        return _verb_last_subject(frame, verb, left, right)
    return _clause_subject(frame, verb, start, left, right, table)


def _clause_subject(
    frame: str,
    verb: re.Match[str],
    start: int,
    left: Sequence[Mention],
    right: Sequence[Mention],
    table: SpeechTable,
) -> tuple[Mention | None, bool]:
    nearest = left[-1] if left else None
    behind = _gap(frame, nearest.end, verb.start()) if nearest else -1
    if 0 <= behind <= (0 if table.noun_like.fullmatch(verb.group()) else _NEAR_WORDS):
        return nearest, False
    if table.noun_like.fullmatch(verb.group()) and not _BEHIND_QUOTE.search(frame, 0, verb.start()):
        return (_before_commas(frame, verb, left) if frame[verb.start() - 2] == "," else None), False
    if left and left[0].start == start and left[0].kind == "person" and _before_commas(frame, verb, left[:1]):
        return left[0], False  # "X, who teaches at Y, considers the company a bargain"
    inverted = table.inverted.search(frame, 0, verb.start())
    if table.bare_clause and (_TELLS.match(verb.group()) or (right and _begins_clause(frame, right[0]))):
        inverted = (
            None  # "X, the manager, told the Ledger", "X, one of the defenders, said they are disappointed"
        )
    if right and inverted and 0 <= _gap(frame, verb.end(), right[0].start) <= table.inverted_words:
        return right[0], True
    if 0 <= behind <= _FAR_WORDS:
        return nearest, False
    if right and inverted and right[0].kind == "person" and _is_described(frame[verb.end() : right[0].start]):
        return right[0], True
    return _before_commas(frame, verb, left), False


def _begins_clause(frame: str, mention: Mention) -> bool:
    """Whether what follows an English verb of saying is the subject of what is said, and not who says it."""
    rest = frame[mention.end : mention.end + 20]
    if mention.kind == "pronoun":
        return bool(re.match(r"\s+\w", rest))
    return bool(_AUXILIARY.match(rest))


def _is_described(between: str) -> bool:
    """Whether only a description stands between a verb and a name: "says investor and practitioner X"."""
    between = between.strip().removesuffix(",")  # "says its rector, X"
    return 0 < len(between.split()) <= _FAR_WORDS and not _NO_DESCRIPTION.search(between)


def _before_commas(frame: str, verb: re.Match[str], left: Sequence[Mention]) -> Mention | None:
    """«X, комментируя вопрос, отметил»: the clause between commas belongs to the subject."""
    for m in left:
        # The role behind a name has its closing comma: "X, the director, commenting on it, noted"
        between = frame[m.end - frame.startswith(",", m.end - 1) : verb.start()].strip()
        if between == "," and m.kind == "person" and frame[: m.start].rstrip().endswith(","):
            return m  # "One of his grandsons, X, said"
        if len(between) > 1 and between[-1] == "," and _ASIDE.match(between) and not _BROKEN.search(between):
            return m
        if m.kind == "person" and _is_past_aside(frame[m.end : verb.start()]):
            return m
    return None


def _is_past_aside(between: str) -> bool:
    """Whether only what describes a person stands between the name and the verb, with few words behind it."""
    found = _PAST_ASIDE.fullmatch(between)
    return found is not None and not _BROKEN.search(between) and len(found["rest"].split()) <= _NEAR_WORDS


def _verb_last_subject(
    frame: str, verb: re.Match[str], left: Sequence[Mention], right: Sequence[Mention]
) -> tuple[Mention | None, bool]:
    if right and 0 <= _gap(frame, verb.end(), right[0].start) <= _NEAR_WORDS + 1:
        return right[0], True
    for m in left:
        if m.kind == "role" and frame.startswith(",", m.end) and any(p.kind == "person" for p in left):
            continue  # «Саясаттанушы, институт қызметкері X …»: the role belongs to the name
        if not re.search(r"[;:·]|(?<!\d)[—–]|[.!?]\s", frame[m.end : verb.start()]) or m.kind == "person":
            return m, False
    return None, False


def _gap(frame: str, start: int, end: int) -> int:
    """Words between two places of one clause, -1 when a comma or more stands between."""
    if start > end:
        return 0
    between = _PARENTHESIS.sub(" ", frame[start:end])
    if "," in between or _BROKEN.search(between):
        return -1
    return len(between.split())


def words_between(frame: str, start: int, end: int) -> int | None:
    """How many words stand between two places; None when they do not follow each other."""
    return len(frame[start:end].split()) if start <= end else None
