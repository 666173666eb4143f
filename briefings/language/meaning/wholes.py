"""A part told as the whole: the source counts some, most or nine of twelve, the statement says all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.language.figures import find_figures, same_figure
from briefings.language.meaning.alignment import Clash
from briefings.language.meaning.clauses import clauses
from briefings.language.meaning.cues import Cue, whole_words
from briefings.language.meaning.words import same_word

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from briefings.domain import Language
    from briefings.language.meaning.clauses import Clause

# In the notation of `cues_ru`. «Все три», «всех остальных», "all 40" count what they name.
_WHOLE: dict[Language, re.Pattern[str]] = {
    "ru": whole_words(
        r"""(?<!не\s)(?<!не\s\w\s)(?<!не\s\w\w\s)(?<!не\s\w\w\w\s)все(?:х|м|ми)?(?!\s+(?:же|еще|равно|чаще|больше|более|меньше
        |лучше|хуже|\w+ее|\d|дв\w+|тр[её]\w*|четыр\w+|пят\w+|шест\w+|сем\w+|восьм?\w+|девят\w+|десят\w+|эт\w+))
        |до единого|без исключения"""
    ),
    "kk": whole_words(r"барлық|барлығы(?!\s*\d)|бәрі(?:не|нің|н)?|түгел|түгелдей"),
    "en": whole_words(
        r"""(?<!after\s)(?<!above\s)(?<!at\s)(?<!not\s)(?<!of\s)all(?!\s+(?:\d|two|three|four|five|six|seven|eight|nine|ten|but|over
        |these|those|along|other))|every one|without exception"""
    ),
}
_PART: dict[Language, re.Pattern[str]] = {
    "ru": whole_words(
        r"""\d+%|\d+ процент*
        |\w+ из (?:\d+|двух|трех|четырех|пяти|шести|семи|восьми|девяти|\w+дцати|сорока|ста)
        |из (?:\d+|\w+и)(?: [\w-]+){1,6} \d+|из \d+|из (?:трех|четырех|пяти|шести|семи|восьми|девяти|\w+дцати)
        |большинств*|част(?:ь|и|ью)|половин*|трет(?:ь|и|ью)|четверт(?:ь|и|ью)|остальн*|не все(?:х|м|ми)?
        |(?:\w+|\d+) из (?:них|которых)|некотор*|лишь|только|отдельн*|меньшинств*|почти все|перв(?:ые|ых) [\w-]+"""
    ),
    "kk": whole_words(
        r"""\d+%|\d+ пайыз*
        |(?:\w+еу|\w+ау|он|\d+-?)(?:[ыі]|[ыі]н\w*)|көпшіліг*|көбі*|бөліг*|жарты*|қалған*|бәрі емес|кейбір*
        |тек|ғана|үштен|төрттен|алғашқы"""
    ),
    "en": whole_words(
        r"""\d+%|\d+ per ?cent
        |(?:\w+|\d+) (?:of|out of) (?:the |its |their )?(?:\d+|three|four|five|six|seven|eight|nine|ten)
        |(?:\w+|\d+) of (?:them|which|whom)
        |most|half|a (?:third|quarter)|the (?:rest|others?|remaining)|some|several|few|only|not all|part of
        |nearly all|almost all|first (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|\w+ty)"""
    ),
}


# «Все четыре», "both", «төртеуі де», against «первую», "the first one", «біріншісі».
_COUNTED: dict[Language, re.Pattern[str]] = {
    "ru": whole_words(
        r"""(?<!не\s)все(?:х|м|ми)? (?:\d+|двое|трое|дв[уае]\w*|тр[её]\w*|тремя
        |четыр\w+|пят\w+|шест\w+|сем\w+|восьм?\w+|девят\w+|десят\w+)
        |об[ае](?:их|им|ими)?"""
    ),
    "kk": whole_words(
        r"(?:екеу|үшеу|төртеу|бесеу|алтау|жетеу|\w+ы|\w+і)[іы](?:нің|ның)? де"
        r"|барлық (?:\d+|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|он)"
    ),
    "en": whole_words(
        r"(?<!not\s)all (?:of (?:the|its|their) )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten)|both"
    ),
}
_FIRST: dict[Language, re.Pattern[str]] = {
    "ru": whole_words(
        r"перв(?:ую|ый|ая|ое)(?! (?:раз|очередь))|(?:лишь|только|пока) од(?:на|ин|но|ну)|од(?:на|ин|но|ну) из"
    ),
    "kk": whole_words(r"бірінші(?:сі|сін)|алғашқы(?:сы|сын)|тек бір(?:і|еуі|еуін)"),
    "en": whole_words(
        r"the first(?: one| of (?:them|these|which))?"
        r"(?= (?:was|is|has|were|of|one|to|in|on|left|went|came|\w+ed)\b|[,.;])"
        r"|(?:only|just) one|one of"
    ),
}


# «Из 26 вагонов сошли три», "of the 26 wagons three left the rails"
_OUT_OF: dict[Language, re.Pattern[str]] = {
    "ru": whole_words(
        r"из \d+(?: [\w-]+){1,6} (?:\d+|од\w+|дв\w+|тр\w+|четыр\w+|пят\w+|шест\w+|сем\w+|\w+дцать)"
    ),
    "kk": whole_words(r"\d+ (?:[\w-]+ ){1,3}(?:\w+[уы]і|\d+-[ыі])"),
    "en": whole_words(
        r"of (?:the |its |their )?\d+(?: [\w-]+){1,4} (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
    ),
}
_OF_THEM: dict[Language, re.Pattern[str]] = {
    "ru": whole_words(r"(?:\w+|\d+) из (?:них|которых)"),
    "kk": whole_words(r"(?:оның|олардың) (?:ішінде )?(?:\w+[уы]і|\d+-[ыі])"),
    "en": whole_words(r"(?:\w+|\d+) of (?:them|which|whom)"),
}


def takes_part_for_whole(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement says of all what its source says of a part; nowhere if the source says all, too."""
    there = source_language or language
    return tuple(
        Clash(said, part)
        for whole, some in ((_WHOLE, _PART), (_COUNTED, _FIRST), (_COUNTED, _OF_THEM), (_COUNTED, _OUT_OF))
        if not whole[there].search(source)
        for said, ours in _found(whole[language], statement, language)
        for part, theirs in _found(some[there], source, there)
        if _speaks_of_the_same(ours, theirs, part.end if some is _OF_THEM else 0, deed=some is _OUT_OF)
        or (some is _FIRST and _counts_alike((said, statement, language), source, there))
    )[:1]


def _found(pattern: re.Pattern[str], text: str, language: Language) -> Iterator[tuple[Cue, Clause]]:
    for match in pattern.finditer(text):
        for clause in clauses(text, language):
            if clause.start <= match.start() < clause.end:
                yield Cue("amount", match.start(), match.end(), match[0]), clause


def _counts_alike(said: tuple[Cue, str, Language], source: str, there: Language) -> bool:
    """Whether the source counts as many: «четыре баржи; первую спустили», "all four were launched"."""
    cue, statement, language = said
    counted = [f for f in find_figures(statement, language) if cue.start <= f.start < cue.end]
    return any(same_figure(f, other) for f in counted for other in find_figures(source, there))


def _speaks_of_the_same(ours: Clause, theirs: Clause, behind: int = 0, *, deed: bool = False) -> bool:
    """Whether the two clauses have something in common (a `deed`), of the second what stands from `behind` on."""
    theirs_behind = [b for b in theirs.content if b.start >= behind and (b.form.verb or not deed)]
    return any(same_word(a, b) for a in ours.content for b in theirs_behind)
