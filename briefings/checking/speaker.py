"""Nobody gets another's words: whoever a statement names as speaker speaks in the sentences it cites."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.checking.attribution import describe, same_body, same_speaker, serves, speaks
from briefings.domain import Finding
from briefings.language.meaning.concepts import REPORTING
from briefings.language.meaning.cues import find_cues
from briefings.language.meaning.polarity import find_negations
from briefings.language.meaning.words import carried, content_words, related_words
from briefings.language.names import find_names, is_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.checking.evidence import Evidence
    from briefings.domain import Language, Sentence, Speaker

# What begins another clause; a comma alone also sets off «, по словам X,».
_NEW_CLAUSE = re.compile(
    r"[:;.!?]\s|\s[—–]\s|,\s+(?:но|а|однако|хотя|зато|тогда\s+как|в\s+то\s+время\s+как|поскольку|так\s+как|потому\s+что|ведь|и"
    r"|ал|бірақ|алайда|өйткені|себебі|дегенмен|сондықтан|but|while|whereas|although|though|since|because|as|and|yet)\s",
    re.IGNORECASE,
)
_SPEAKS_FOR = re.compile(r"spokes|пресс-секретар|представител|баспасөз\s+хатшы|өкіл", re.IGNORECASE)
# The body's own head, by a possessive: "said its chairwoman, X", «сообщил его председатель».
_ITS_HEAD = re.compile(
    r"\b(?:its|their|его|её|ее|их|оның|олардың)\s+(?:[\w-]+\s+){0,2}?(?:(?:deputy|vice)[\s-]+)?"
    r"(?:chair\w*|head|director|president|leader|secretary|minister|founder|chief|owner|manager|председател|глав|директор|президент"
    r"|руководител|лидер|секретар|министр|основател|владел|заместител|төраға|төрайым|басшы|директор|президент|жетекші|хатшы|министр|құрылтайшы)",
    re.IGNORECASE,
)
# A reply, by which its sentence leans on the one before: «с этим не согласен», "countered".
_ANSWERS = re.compile(
    r"не\s+соглас|не\s+раздел|возраж|возрази|парир|ответил|отвеча|отверг|спорит|оспар|отказ|disagree|repl(?:y|ie)|respond|counter"
    r"|reject|dispute|answer|келіспе|қарсы|жауап"
    # another figure of the same: "put the share far lower, at 8%", «оценил эту долю куда ниже»
    r"|\bputs?\s+(?:the|this|that|it)\b[^.;]{0,30}\b(?:lower|higher)|(?:оценил|назвал|назва)\w*\s[^.;]{0,40}\b(?:ниже|выше|меньш|больш)"
    r"|(?:төмен|жоғары|аз|көп)(?:ірек)?\s+(?:деп\s+)?(?:бағала|ата)",
    re.IGNORECASE,
)
_ASIDE = 4  # words that an answer may borrow from what it answers: «10% мест в экипаже»
# What a sentence answers to stands in the one before.
_SUCH: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(
        r"\b(?:так(?:ой|ая|ое|ие|ого|ому|ую|им|их)|эт(?:ому|ой|ого|им|их|о)|с ним|с ней)\b", re.IGNORECASE
    ),
    "kk": re.compile(r"\b(?:мұндай\w*|бұған|оған|мұны|онымен|бұл|осындай)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:such|this|these)\b", re.IGNORECASE),
}
_LENT = 2  # words of one sentence of the outlet's
_NEAR = 2  # sentences from a body's words to those of its head


def check(evidence: Evidence) -> Iterator[Finding]:
    """A finding for each named speaker whom the cited sentences do not hear, or hear beside somebody else."""
    claimed = _claimed(evidence)
    for name in claimed:
        if not any(
            speaks(name, s) or _acts(name, s, evidence) or _may_speak(name, s, evidence)
            for s in evidence.cited
        ):
            heard = _heard(evidence.cited) or "the outlet itself"
            if evidence.cited:
                yield Finding("speaker", f"{evidence.numbers}: said by {heard}, not by {name}")
    if len(claimed) != 1 or _holds_for_a_clause(claimed[0], evidence):
        return  # a comparison names several; each was looked for above
    if lent := _lent(claimed[0], evidence):
        yield Finding("speaker", f"{lent} is said by the outlet itself, not by {claimed[0]}")
    for sentence in evidence.cited:
        other = sentence.speaker
        if other is None or same_speaker(claimed[0], other.name) or _is_compared(other, evidence):
            continue
        if (
            _is_beside(claimed[0], sentence, evidence)
            or _answers(claimed[0], sentence, evidence)
            or _speaks_for(claimed[0], other, evidence)
        ):
            continue
        if _is_answered(claimed[0], sentence, evidence):
            continue
        if _is_bare(other) and is_printed(claimed[0], evidence.context, "organisation"):
            continue  # "the company" of the sentence before
        yield Finding("speaker", f"{sentence.id} is said by {describe(other)}, not by {claimed[0]}")


def _lent(name: str, evidence: Evidence) -> str | None:
    """The outlet's sentence whose words a statement puts into the mouth of `name`, who says none of them."""
    language = evidence.language
    own = [s for s in evidence.cited if s.speaker and same_speaker(name, s.speaker.name)]
    outlets = [s for s in evidence.cited if s.voice == "outlet" and not _acts(name, s, evidence)]
    parts = {part.casefold() for part in name.split()}
    told = any(word.text.casefold() in parts for word in content_words(evidence.unquoted, language))
    if not (own and outlets and told and evidence.same_language) or evidence.statement.voice == "assessment":
        return None
    people = [
        range(n.start, n.end) for n in evidence.names if n.kind == "person" or same_speaker(name, n.text)
    ]
    said = [
        word
        for word in content_words(evidence.statement.text, language)
        if REPORTING not in word.concepts
        and word.text.casefold() not in parts
        and not any(word.start in person for person in people)
    ]

    def holds(sentence: Sentence) -> int:
        theirs = content_words(evidence.article.words_of(sentence), language)
        return sum(any(related_words(word, other) for other in theirs) for word in said)

    lent = next((s.id for s in outlets if holds(s) >= _LENT), None)
    return None if any(map(holds, own)) else lent


def _holds_for_a_clause(name: str, evidence: Evidence) -> bool:
    """Whether an assessment of ours gives only a later clause to somebody: «…: права решений, по словам X, не дали».

    «По словам X, …» at its head, and «Штаб, по словам X, …» in its first clause, hold for the whole.
    """
    if evidence.statement.voice != "assessment":
        return False
    said = next((n for n in evidence.names if same_speaker(n.text, name)), None)
    return said is not None and _NEW_CLAUSE.search(evidence.unquoted, 0, said.start) is not None


def _is_bare(speaker: Speaker) -> bool:
    """Whether the article only says "the company", «ведомство»: a body, but not which."""
    return speaker.name.islower() and len(speaker.name.split()) == 1


def _may_speak(name: str, sentence: Sentence, evidence: Evidence) -> bool:
    presumed = evidence.presumed_speaker(sentence)
    return presumed is not None and same_speaker(name, presumed)


def _speaks_for(claimed: str, body: Speaker, evidence: Evidence) -> bool:
    """Whether a body's sentence is cited beside that of the one who speaks for it: a ministry and its spokesman."""
    own = next((s for s in evidence.cited if speaks(claimed, s)), None)
    if own is None or own.speaker is None or body.role is not None or not _is_body(body, evidence):
        return False
    words = evidence.article.words_of(own)
    role = own.speaker.role or words  # "Its spokeswoman, X, said"
    if _SPEAKS_FOR.search(role) or same_body(body.name, role):
        return True
    if own.speaker.role and serves(own.speaker.role, body.name):
        return True
    return _ITS_HEAD.search(words) is not None and _is_right_before(own, body, evidence)


def _is_right_before(sentence: Sentence, body: Speaker, evidence: Evidence) -> bool:
    """Whether the body spoke or was named at most a few sentences before: «сообщил его председатель X»."""
    at = evidence.article.sentences.index(sentence)
    before = evidence.article.sentences[max(0, at - _NEAR) : at]
    return any(s.speaker is not None and same_speaker(body.name, s.speaker.name) for s in before)


def _is_body(speaker: Speaker, evidence: Evidence) -> bool:
    people = find_names(speaker.name, evidence.article.language)
    return not any(name.kind == "person" for name in people)


def _is_compared(speaker: Speaker, evidence: Evidence) -> bool:
    """Whether an assessment of ours names this speaker too: it sets two views beside each other."""
    if evidence.statement.voice != "assessment":
        return False
    return is_printed(speaker.name, evidence.statement.text, "person")


def _is_beside(claimed: str, sentence: Sentence, evidence: Evidence) -> bool:
    """Whether another's sentence is cited beside the speaker's own, and one of the two is named for it.

    «Министерство опровергло слова Кисунгу» names him; "My colleague Seitov is more sceptical" brings in Seitov.
    """
    if sentence.speaker is None or not any(speaks(claimed, s) for s in evidence.cited):
        return False
    return is_printed(sentence.speaker.name, evidence.unquoted, "person") or is_printed(
        claimed, evidence.article.words_of(sentence), "person"
    )


def _is_answered(claimed: str, sentence: Sentence, evidence: Evidence) -> bool:
    """Whether the speaker's own sentence, cited too, answers this one right before it.

    The statement must tell the answer: in a word for answering, or because what it says stands there.
    """
    at = evidence.article.sentences.index(sentence)
    behind = evidence.article.sentences[at + 1 : at + 1 + _NEAR]
    own = next((s for s in behind if s in evidence.cited and speaks(claimed, s)), None)
    if own is None:
        return False
    answer = evidence.article.words_of(own)
    if not _ANSWERS.search(answer):
        return False
    if _ANSWERS.search(evidence.unquoted):
        return True
    question, language = evidence.article.words_of(sentence), evidence.language
    of_own = carried(evidence.asserted, answer, language, evidence.article.language)
    of_both = carried(evidence.asserted, f"{answer}\n{question}", language, evidence.article.language)
    if of_own is None or of_both is None:
        return False
    return len(of_own.missing) <= len(of_both.missing) + _ASIDE


def _answers(claimed: str, sentence: Sentence, evidence: Evidence) -> bool:
    """Whether the speaker's own cited sentence doubts or denies what another said before it, and the statement too.

    «Мұндай өсімге сенбейді»: what growth stands in the other's sentence.
    """
    there = evidence.article.language
    order = evidence.article.sentences
    own = [s for s in evidence.cited if speaks(claimed, s) and order.index(s) > order.index(sentence)]
    turning = [
        s
        for s in own
        if _turns(evidence.article.words_of(s), there) and _SUCH[there].search(evidence.article.words_of(s))
    ]
    return bool(turning) and _turns(evidence.unquoted, evidence.language)


def _turns(text: str, language: Language) -> bool:
    topics = ("doubt", "lack")  # «мұны да аз көреді»
    return any(find_cues(topic, text, language) for topic in topics) or bool(find_negations(text, language))


def _claimed(evidence: Evidence) -> list[str]:
    """The speaker field, and whom the wording gives words to: «по словам Сабитова».

    Of the wording only those count who speak in the article; a name that nobody there bears is the matter
    of another rule.
    """
    names = [evidence.statement.speaker.name] if evidence.statement.speaker else []
    heard = {s.speaker.name for s in evidence.article.sentences if s.speaker}
    for sentence in evidence.attributions:
        name = sentence.speaker.name if sentence.speaker else None
        if name and not any(same_speaker(name, other) for other in names):
            names += [name] if any(same_speaker(name, other) for other in heard) else []
    return names


def _acts(name: str, sentence: Sentence, evidence: Evidence) -> bool:
    """Whether the outlet's own sentence names the speaker: «Ранее Сабитов намекнул на …»."""
    if sentence.voice != "outlet" or sentence.speaker is not None:
        return False
    words = evidence.article.words_of(sentence)
    return any(same_speaker(name, found.text) for found in find_names(words, evidence.article.language))


def _heard(cited: tuple[Sentence, ...]) -> str:
    return ", ".join(dict.fromkeys(describe(s.speaker) for s in cited if s.speaker))
