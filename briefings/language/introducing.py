"""How an article introduces a speaker, and what that makes of them where no role could be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.language.names.same import same_person
from briefings.language.names.trades import is_role
from briefings.language.parties import bodies_in, heads_something, own_body
from briefings.language.roles import standing

if TYPE_CHECKING:
    from briefings.domain import Article, Language, Speaker
    from briefings.language.roles import Standing

_LONGEST = 4  # words of a role before a name
# What a role in front of a name cannot reach over: "says | its | commercial director, Claire Roe".
_BEFORE = re.compile(r"([^\s,.;:«»“”\"()]+(?:[ ][^\s,.;:«»“”\"()]+)*),\s+$")
_BEHIND = re.compile(r",\s+([^,.;:«»“”\"()–—]+)")
_STOPS = re.compile(
    r"(?:an?|the|its|their|his|her|our|sa(?:id|ys?)|told|added|and|but|of|\S+['’]s)$", re.IGNORECASE
)
_DETERMINER = re.compile(r"^(?:(?:an?|the|its|their|his|her|\S+['’]s?)\s+)+", re.IGNORECASE)
# A clause that says what somebody heads or does: "who heads the relief department".
_CLAUSE: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"^(?:котор(?:ый|ая)\s+)?(?:возглавля|руковод|управля|владе|представля)", re.IGNORECASE),
    "kk": re.compile(r"(?:басқаратын|жетекшілік\s+ететін|иелік\s+ететін)$", re.IGNORECASE),
    "en": re.compile(r"^who\s+(?:heads|leads|runs|chairs|owns|manages|represents)\b", re.IGNORECASE),
}
_ASIDE = re.compile(r"\s+and\s+no\s")  # "head of the union and no relation of the minister"


def standing_in(article: Article, speaker: Speaker) -> Standing:
    """What `article` makes of `speaker`: by the printed role, by the words around the name where there is none.

    Who heads a body that the role does not name (“its director”) heads the one that the paragraph named before.
    """
    if speaker.role is None:
        return _introduced(article, speaker)
    found = standing(speaker)
    if found == "party" and heads_something(speaker.role) and own_body(speaker.role) is None:
        named = bodies_in(_paragraph_before(article, speaker.name))
        return "expert" if named == {"knowledge"} else "party"
    return found


def standing_of(article: Article, name: str) -> Standing | None:
    """What `article` makes of the person called `name`, however the name is written; None of nobody heard in it."""
    heard = [s.speaker for s in article.sentences if s.speaker and same_person(name, s.speaker.name)]
    return standing_in(article, max(heard, key=lambda speaker: speaker.role is not None)) if heard else None


def introduced_role(article: Article, name: str) -> str | None:
    """The role beside a full name that stands in apposition: "its commercial director, Claire Roe".

    As printed, without what it begins with; None when no word for a role stands there.
    """
    if article.language != "en":
        return None
    for before, behind in _surroundings(article, name):
        for words in (before, _DETERMINER.sub("", behind)):
            if words and not words[0].isupper() and is_role(words.split()[-1], "en"):
                return _ASIDE.split(words, maxsplit=1)[0]
    return None


def _introduced(article: Article, speaker: Speaker) -> Standing:
    """The standing of somebody without a role; "other" when the words around the name say nothing of one."""
    from briefings.domain import Speaker as Named

    found = standing(speaker)
    if found != "other" or len(speaker.name.split()) == 1:
        return found
    for before, behind in _surroundings(article, speaker.name):
        clause = _CLAUSE[article.language].search(behind)
        for words in filter(None, (before, behind if clause or _is_a_role(behind, article.language) else "")):
            told = standing_in(article, Named(speaker.name, words)) if words else "other"
            if told in ("official", "party"):
                return told
    return found


def _is_a_role(words: str, language: Language) -> bool:
    """Whether a phrase behind a name may say who it is: one of its first words is a word for a role."""
    first = _DETERMINER.sub("", words).split()[: _LONGEST + 1]
    return not words.startswith("who ") and any(is_role(word, language) for word in first)


def _surroundings(article: Article, name: str) -> list[tuple[str, str]]:
    """For each mention of `name` the phrase before its comma and the one behind it, each maybe empty."""
    found = []
    for mention in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", article.text):
        before = _BEFORE.search(article.text, max(0, mention.start() - 100), mention.start())
        behind = _BEHIND.match(article.text, mention.end())
        found.append(
            (
                _role_before(before.group(1), article.language) if before else "",
                behind.group(1) if behind else "",
            )
        )
    return found


def _role_before(words: str, language: Language) -> str:
    """The end of `words` that is a role: nothing when its last word is none."""
    role: list[str] = []
    for word in reversed(words.split()):
        if not role and not is_role(word, language):
            return ""
        if _STOPS.match(word) or len(role) == _LONGEST:
            break
        role.insert(0, word)
    return " ".join(role)


def _paragraph_before(article: Article, name: str) -> str:
    """The text of the first paragraph in which `name` is heard, up to the name."""
    heard = next((s for s in article.sentences if s.speaker and s.speaker.name == name), None)
    if heard is None:
        return ""
    begin = next(s for s in article.sentences if s.paragraph == heard.paragraph).start
    at = article.text.find(name.split()[-1], heard.start, heard.end)
    return article.text[begin : at if at >= 0 else heard.end]
