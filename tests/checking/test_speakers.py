"""Whose words a statement may cite: for a clause of ours, beside a body's own, under a body's full name."""

from __future__ import annotations

import pytest

from briefings.checking import check_statement
from briefings.checking.attribution import same_speaker, serves
from briefings.domain import LANGUAGE_CODES, Language, Proposal, Section, Speaker, Voice
from briefings.language.roles import standing
from tests.articles import article


def speaker_findings(
    text: str,
    claim: str,
    language: Language,
    *,
    voice: Voice = "assessment",
    speaker: str | None = None,
    section: Section = "comparison",
) -> list[str]:
    """What the speaker rule says of a claim that cites all sentences of the text."""
    read = article(text, language)
    proposal = Proposal(
        claim, voice, tuple(s.id for s in read.sentences), Speaker(speaker) if speaker else None
    )
    return [f.detail for f in check_statement(proposal, read, section).findings if f.rule == "speaker"]


TWO_VOICES: dict[Language, str] = {
    "ru": "Политолог Ерлан Сабитов заявил, что союз окрепнет. Юрист Лаура Жанибекова отметила, что суда у союза нет.",
    "kk": "Саясаттанушы Ерлан Сәбит одақтың күшейетінін айтты. Заңгер Лаура Жәнібек одақта сот жоғын атап өтті.",
    "en": "Political scientist Mark Hall said the union would grow. Lawyer Laura Pike noted that the union had no court.",
}
LATER_CLAUSE: list[tuple[Language, str]] = [
    ("ru", "Союз, вероятно, останется слабым: суда, по словам Лауры Жанибековой, у него нет."),
    ("ru", "Союз, вероятно, окрепнет, но суда у него, отметила Лаура Жанибекова, нет."),
    ("kk", "Одақ әлсіз қалуы ықтимал: Лаура Жәнібектің айтуынша, онда сот жоқ."),
    ("en", "The union is likely to stay weak: it has, according to Laura Pike, no court."),
    ("en", "The union will probably grow, but Laura Pike noted that it had no court."),
]
AT_THE_HEAD: list[tuple[Language, str]] = [
    ("ru", "По словам Лауры Жанибековой, союз, вероятно, окрепнет, но суда у него нет."),
    ("ru", "Союз, по словам Лауры Жанибековой, вероятно, окрепнет."),
    ("kk", "Лаура Жәнібектің айтуынша, одақ күшеюі ықтимал, бірақ онда сот жоқ."),
    ("en", "According to Laura Pike, the union is likely to grow, but it has no court."),
]


@pytest.mark.parametrize(("language", "claim"), LATER_CLAUSE)
def test_an_attribution_in_a_later_clause_of_ours_holds_for_that_clause(
    language: Language, claim: str
) -> None:
    assert speaker_findings(TWO_VOICES[language], claim, language) == []


@pytest.mark.parametrize(("language", "claim"), AT_THE_HEAD)
def test_an_attribution_at_the_head_holds_for_the_whole(language: Language, claim: str) -> None:
    assert speaker_findings(TWO_VOICES[language], claim, language)


def test_whoever_is_named_for_a_clause_is_heard_in_one_of_the_sentences() -> None:
    text = f"{TWO_VOICES['ru']} Историк Павел Лунин сказал, что союз стар."
    read = article(text, "ru")
    claim = "Союз, вероятно, останется слабым: суда, по словам Павла Лунина, у него нет."
    found = check_statement(Proposal(claim, "assessment", ("S1", "S2")), read, "comparison").findings
    assert "speaker" in {f.rule for f in found}


SERVING: list[tuple[Language, str, str]] = [
    (
        "ru",
        (
            "Министерство водных ресурсов сообщило, что канал откроют в мае. Вице-министр водных ресурсов Тимур Алиев "
            "уточнил, что заработает один шлюз."
        ),
        "Тимур Алиев",
    ),
    (
        "ru",
        "Союз мукомолов «Жернов» заявил, что мельницы встанут. «Зерна нет», — сказал его председатель Тимур Алиев.",
        "Тимур Алиев",
    ),
    (
        "kk",
        (
            "Су ресурстары министрлігі арнаның мамырда ашылатынын хабарлады. Су ресурстары вице-министрі Тимур Әлиев бір "
            "шлюз жұмыс істейтінін нақтылады."
        ),
        "Тимур Әлиев",
    ),
    (
        "kk",
        "«Диірмен» одағы диірмендердің тоқтайтынын мәлімдеді. Одақ төрағасы Тимур Әлиев астық жоғын айтты.",
        "Тимур Әлиев",
    ),
    (
        "en",
        (
            "The Ministry of Water Resources said the canal would open in May. Deputy minister Tim Allen specified that one "
            "lock would work."
        ),
        "Tim Allen",
    ),
    (
        "en",
        'The Millers\' Union said the mills would stop. "There is no grain," said its chairman, Tim Allen.',
        "Tim Allen",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), SERVING)
def test_a_body_may_be_cited_beside_the_one_who_serves_it(
    language: Language, text: str, speaker: str
) -> None:
    claim = text.partition(". ")[2]
    assert speaker_findings(text, claim, language, voice="reported", speaker=speaker, section="event") == []


def test_another_ministry_is_not_served() -> None:
    text = (
        "Министерство водных ресурсов сообщило, что канал откроют в мае. Министр финансов Тимур Алиев уточнил, что "
        "денег нет."
    )
    claim = "Тимур Алиев уточнил, что денег нет."
    assert speaker_findings(text, claim, "ru", voice="official", speaker="Тимур Алиев", section="event")


@pytest.mark.parametrize(
    ("role", "body", "does"),
    [
        ("заместитель председателя комитета", "Комитет гражданской авиации", True),
        ("председатель Комитета статистики", "Комитет гражданской авиации", False),
        ("одақ төрайымы", "«Жайлау» малшылар одағы", True),
        ("deputy minister of agriculture", "Ministry of Agriculture", True),
        ("professor of agriculture", "Ministry of Agriculture", False),
        ("директор", "Комитет гражданской авиации", False),
    ],
)
def test_a_role_tells_which_body_is_served(role: str, body: str, does: bool) -> None:
    assert serves(role, body) is does


FULL_NAMES: list[tuple[Language, str, str]] = [
    (
        "kk",
        "«Жайлау» малшылар одағы жиналды. Одақтың мәліметінше, шөп қымбаттаған.",
        "«Жайлау» малшылар одағы",
    ),
    ("ru", "Союз мукомолов «Жернов» собрался. По данным союза, мука подорожала.", "Союз мукомолов «Жернов»"),
    ("en", "The Steppe Millers' Union met. The union said flour was dearer.", "Steppe Millers' Union"),
]


@pytest.mark.parametrize(("language", "text", "body"), FULL_NAMES)
def test_a_body_of_which_only_the_noun_is_cited_may_be_named_in_full(
    language: Language, text: str, body: str
) -> None:
    read = article(text, language)
    proposal = Proposal(text.partition(". ")[2], "reported", ("S2",), Speaker(body))
    assert "speaker" not in {f.rule for f in check_statement(proposal, read, "event").findings}


@pytest.mark.parametrize(
    "role",
    [
        "директор Агентства карантина и защиты растений Узбекистана",
        "заместитель председателя Комитета гражданской авиации",
        "Азаматтық авиация комитеті төрағасының орынбасары",
        "агенттік төрағасы",
        "deputy head of the Civil Aviation Committee",
        "director of Uzbekistan's Plant Quarantine Agency",
        "Kyrgyzstan's envoy",
    ],
)
def test_who_heads_an_agency_or_committee_of_state_is_an_official(role: str) -> None:
    assert standing(Speaker("Timur Aliev", role)) == "official"


@pytest.mark.parametrize(
    "role",
    [
        "директор рекламного агентства",
        "председатель родительского комитета",
        "директор агентства «Степной курьер»",
        "executive director of a travel agency",
        "chair of the strike committee",
        "«Дала» агенттігінің директоры",
    ],
)
def test_who_heads_a_private_agency_is_none(role: str) -> None:
    assert standing(Speaker("Timur Aliev", role)) != "official"


def test_the_languages_of_these_tests_are_all() -> None:
    assert {language for language, *_ in SERVING} == set(LANGUAGE_CODES)


def test_a_name_in_quotation_marks_is_its_body_with_or_without_the_noun() -> None:
    assert same_speaker("«Самырсын» компаниясы", "Самырсын")
    assert same_speaker("Самырсын", "«Самырсын» компаниясы")
    assert not same_speaker("«Самырсын» компаниясы", "«Шырша» компаниясы")


ANSWERED: dict[Language, tuple[str, str, str, str]] = {
    "ru": (
        "Историк Павел Лунин сказал, что музей удвоит число гостей. Экономист Лаура Жанибекова в такой рост не верит.",
        "Лаура Жанибекова",
        "Лаура Жанибекова не верит, что число гостей удвоится.",
        "Лаура Жанибекова считает, что музей удвоит число гостей.",
    ),
    "kk": (
        "Тарихшы Павел Лунин мұражай қонақтарын екі есе көбейтеді деді. Экономист Лаура Жәнібек мұндай өсімге сенбейді.",
        "Лаура Жәнібек",
        "Лаура Жәнібек мұражай қонақтарының екі есе көбейетініне сенбейді.",
        "Лаура Жәнібек мұражай қонақтарын екі есе көбейтеді деп санайды.",
    ),
    "en": (
        "Historian Mark Hall said the museum would double its visitors. Economist Laura Pike does not believe in such growth.",
        "Laura Pike",
        "Laura Pike does not believe that the museum will double its visitors.",
        "Laura Pike expects the museum to double its visitors.",
    ),
}


@pytest.mark.parametrize("language", ANSWERED)
def test_who_doubts_what_another_said_may_cite_it_who_repeats_it_may_not(language: Language) -> None:
    text, speaker, doubted, repeated = ANSWERED[language]
    assert speaker_findings(text, doubted, language, voice="expert", speaker=speaker) == []
    assert speaker_findings(text, repeated, language, voice="expert", speaker=speaker)
