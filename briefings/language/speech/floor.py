"""Whether a sentence without a tag still belongs to the one whose speech was just reported."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.domain import Sentence, Speaker
    from briefings.language.speech.mention import Mention
    from briefings.language.speech.stage import Source
    from briefings.language.speech.table import SpeechTable
    from briefings.language.speech.tags import Tag

_FIGURE = re.compile(r"\d")
# What hangs on a condition is a forecast, which the outlet leaves to others, whatever year it has.
_SUPPOSED = re.compile(r"\b(?:если|if|unless|егер)\b")
_NO_YEAR = re.compile(r"\b(?!20\d\d\b)\d")
# So is what is only likely: «К осени, скорее всего, воды не хватит».
_LIKELY = re.compile(r"\b(?:скорее всего|вероятно|сірә|бәлкім|probably|most likely)\b")
_ITS_WISH = re.compile(r"it\s+(?:wants|needs|hopes|seeks|would\s+like)\s")  # a body's, behind its own words
_UNTIL_THEN = re.compile(r"оған\s+(?:дейін|қоса)")  # of a day, not of a person
# A calendar is the outlet's own, behind whomever it stands: «Отгрузка намечена на май», "The vote is set for May".
_MONTH = {
    "ru": r"(?:январ|феврал|март|апрел|ма[йяе]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*",
    "kk": r"(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)\w*",
    "en": r"(?:january|february|march|april|may|june|july|august|september|october|november|december)",
}
_SCHEDULED = re.compile(
    rf"(?:намечен|запланирован|назначен)\w*\s+на\s+(?:[\w-]+\s+){{0,2}}{_MONTH['ru']}"
    rf"|{_MONTH['kk']}(?:\s+айын[ад]а?)?\s+(?:жоспарлан|белгілен|тағайындал|межелен)ған\.?$"
    rf"|(?:is|are)\s+(?:scheduled|planned|set|due)\s+(?:for|in)\s+(?:[\w-]+\s+){{0,2}}{_MONTH['en']}"
)
_SPENT = re.compile(r"\w(?:[ыі]л|[ыіа]н|са?л)(?:ды|ді)\.?$")  # «ақша кранға жұмсалды»: a deed, told of nobody
_OPENING_WORDS = 4  # «На следующий день он уехал»


@dataclass(frozen=True, slots=True)
class Floor:
    """Who holds the floor after a sentence.

    `reported`: what follows without a tag is still theirs. `heard`: somebody has just said something, so a
    bare judgement behind it is theirs: «…», — сказал X. Никакой указ этого не изменит.
    """

    source: Source
    paragraph: int
    reported: bool
    heard: bool = False


def goes_on(
    floor: Floor,
    lowered: str,
    sentence: Sentence,
    tags: Sequence[Tag],
    mentions: Sequence[Mention],
    table: SpeechTable,
) -> bool:
    """Whether a sentence with these tags and mentions is still the reported speech of the floor's holder."""
    start, end = sentence.start, sentence.end
    if floor.heard and sentence.paragraph == floor.paragraph and _ITS_WISH.match(lowered, start):
        return not floor.source.by_person
    if (
        not (floor.reported or floor.heard)
        or table.back_to_outlet.match(lowered, start)
        or table.himself.match(lowered, start)
    ):
        return False
    if not floor.reported and not _judges(floor, lowered, sentence, mentions, table):
        return False
    carried = table.carries_on.match(lowered, start)
    figure = _FIGURE if not _SUPPOSED.search(lowered, start, end) else _NO_YEAR
    figures = figure.search(lowered, start, end) and not _judges(floor, lowered, sentence, mentions, table)
    dated = figures or _SCHEDULED.search(lowered, start, end) or _SPENT.search(lowered, start, end)
    if not carried and (sentence.paragraph != floor.paragraph or dated):
        return False  # "The port handled 4 million tonnes" is the outlet's own background
    if table.impersonal.search(lowered, start, end) or table.first_person.search(lowered, start, end):
        return False  # the writer speaks of himself
    if lowered[end - 1] == "?" or " " not in lowered[start:end]:  # «Допустим.»
        return False
    if any(tag.subject for tag in tags):  # somebody speaks, of what we are not told
        return False
    return not _acts(lowered, sentence, mentions, floor.source.speaker, table)


def tells_of_itself(
    lowered: str, sentence: Sentence, tags: Sequence[Tag], mentions: Sequence[Mention], table: SpeechTable
) -> bool:
    """Whether the sentence shows that the outlet speaks: of a person, of what is known or of another day."""
    start, end = sentence.start, sentence.end
    return bool(
        tags
        or any(
            m.kind in ("person", "role", "pronoun") and m.nominative and not m.agreement.plural
            for m in mentions
        )
        or table.back_to_outlet.match(lowered, start)
        or (table.himself.match(lowered, start) and not _UNTIL_THEN.match(lowered, start))
        or table.impersonal.search(lowered, start, end)
        or table.first_person.search(lowered, start, end)
        or lowered[end - 1] == "?"
    )


def _judges(
    floor: Floor, lowered: str, sentence: Sentence, mentions: Sequence[Mention], table: SpeechTable
) -> bool:
    """Whether a sentence right behind a person's words is a judgement, with no actor, day or figure of its own."""
    start, end = sentence.start, sentence.end
    return (
        sentence.paragraph == floor.paragraph
        and (
            table.backshift.search(lowered, start, end) is not None
            or (
                table.judges.search(lowered, start, end) is not None
                and (
                    table.reports_on.search(lowered, start, end) is None
                    or _LIKELY.search(lowered, start, end) is not None
                )
            )
        )
        and not any(m.kind in ("person", "body", "document") and m.nominative for m in mentions)
    )


def _acts(
    lowered: str, sentence: Sentence, mentions: Sequence[Mention], speaker: Speaker | None, table: SpeechTable
) -> bool:
    """Whether the sentence tells a deed of another («Иванов подписал указ») or of the speaker («Он уехал»)."""
    if any(m.kind == "person" and m.nominative and m.speaker == speaker for m in mentions):
        return True  # nobody calls himself by name
    actor = next(iter(mentions), None)
    named = actor is not None and (
        actor.kind == "role" or (actor.kind == "person" and actor.speaker != speaker)
    )
    if actor and named and actor.nominative and table.verb_last:
        words = len(lowered[sentence.start : actor.start].split())
        if words == 0 or (actor.kind == "person" and words <= _OPENING_WORDS):
            return True  # «Ферманы құрған Зейнеп – …»
    if actor is None or not actor.nominative or not table.act.match(lowered, actor.end + 1):
        return False
    before = lowered[sentence.start : actor.start]
    if actor.kind in ("pronoun", "role"):  # nobody calls himself he, or «чиновник»
        return len(before.split()) <= _OPENING_WORDS
    return actor.kind == "person" and actor.speaker != speaker and not before.strip(' —–-«"')
