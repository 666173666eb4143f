from __future__ import annotations

import pytest

from briefings.checking import check_statement, is_withheld
from briefings.domain import Language, Proposal, Section, Speaker, Voice
from tests.articles import article

SOURCES: dict[Language, str] = {
    "ru": "Совет предложили четырём столицам, однако ни одна из них устав пока не подписала. "
    "Если тариф снизят, порт окупится за год, заявила экономист Лаура Жанибекова. "
    "Без второго причала порт вряд ли устроит перевозчиков, заявила экономист Лаура Жанибекова. "
    "\n\nЗаседание назначено на июнь.",
    "kk": "Ұсынысқа Ташкент әлі ресми жауап берген жоқ. "
    "Тариф төмендесе, порт бір жылда өзін ақтайды, деді экономист Лаура Жәнібекова. "
    "Порттың тасымалдаушыларға ұнауы екіталай, деді экономист Лаура Жәнібекова. "
    "\n\nОтырыс маусымға белгіленді.",
    "en": "The draft was sent to New York but has not been put to a vote. "
    "Unless the tariff falls, small farms will hardly notice the port, said Laura Whitcombe, an economist. "
    "She does not rule out a vote by June. "
    "\n\nThe meeting is set for June.",
}
LAURA = {"ru": "Лаура Жанибекова", "kk": "Лаура Жәнібекова", "en": "Laura Whitcombe"}


def passes(language: Language, text: str, citation: str, voice: Voice, section: Section = "event") -> bool:
    speaker = Speaker(LAURA[language]) if voice == "expert" else None
    proposal = Proposal(text, voice, (citation,), speaker)
    return not is_withheld(check_statement(proposal, article(SOURCES[language], language), section).findings)


@pytest.mark.parametrize(
    ("language", "text", "citation", "voice", "section"),
    [
        ("ru", "Столицы возглавили совет.", "S1", "reported", "title"),
        ("ru", "Порт окупится за год, заявила Лаура Жанибекова.", "S2", "expert", "stakes"),
        (
            "ru",
            "Без второго причала порт устроит перевозчиков, заявила Лаура Жанибекова.",
            "S3",
            "expert",
            "stakes",
        ),
        ("kk", "Ташкент ұсынысты қабылдады.", "S1", "reported", "bottom_line"),
        ("kk", "Порт бір жылда өзін ақтайды, деді Лаура Жәнібекова.", "S2", "expert", "stakes"),
        ("en", "New York adopted the draft.", "S1", "reported", "title"),
        ("en", "Small farms will hardly notice the port, Laura Whitcombe said.", "S2", "expert", "stakes"),
        ("en", "Laura Whitcombe expects a vote by June.", "S3", "expert", "expert_views"),
    ],
)
def test_an_open_matter_told_as_settled_is_withheld(
    language: Language, text: str, citation: str, voice: Voice, section: Section
) -> None:
    assert not passes(language, text, citation, voice, section)


@pytest.mark.parametrize(
    ("language", "text", "citation", "voice", "section"),
    [
        ("ru", "Ни одна из столиц устав пока не подписала.", "S1", "reported", "title"),
        ("ru", "Если тариф снизят, порт окупится за год, заявила Лаура Жанибекова.", "S2", "expert", "stakes"),
        ("ru", "Без второго причала порт не устроит перевозчиков, полагает Лаура Жанибекова: это маловероятно.", "S3", "expert", "stakes"),
        ("ru", "Заседание назначено на июнь.", "S4", "reported", "bottom_line"),
        ("kk", "Ташкент әлі жауап берген жоқ.", "S1", "reported", "title"),
        ("kk", "Тариф төмендесе, порт бір жылда өзін ақтайды, деді Лаура Жәнібекова.", "S2", "expert", "stakes"),
        ("en", "The draft has not been put to a vote.", "S1", "reported", "title"),
        ("en", "Laura Whitcombe does not rule out a vote by June.", "S3", "expert", "expert_views"),
        ("en", "The meeting is set for June.", "S4", "reported", "bottom_line"),
    ],
)  # fmt: skip
def test_what_keeps_the_matter_open_is_printed(
    language: Language, text: str, citation: str, voice: Voice, section: Section
) -> None:
    assert passes(language, text, citation, voice, section)


@pytest.mark.parametrize(
    ("language", "sign", "named"),
    [
        ("ru", "Первая подпись столицы под уставом.", True),
        ("ru", "Визит президента соседней страны.", False),
        ("kk", "Ташкенттің ресми жауабы.", True),
        ("kk", "Сеулдегі екінші саммит.", False),
        ("en", "The vote on the draft in New York.", True),
        ("en", "A loan of a foreign bank.", False),
    ],
)
def test_what_to_watch_is_named_in_its_sentence(language: Language, sign: str, named: bool) -> None:
    assert passes(language, sign, "S1", "assessment", "watch") is named


def test_a_judgement_lets_another_country_do_nothing_that_the_source_does_not_tell() -> None:
    source = article("He did not rule out a similar port in Turkey. Turkey will pay for the berth.", "en")
    text = "There is a realistic possibility that Turkey will pay for a second port."
    found = [
        is_withheld(check_statement(Proposal(text, "assessment", (number,)), source, "positioning").findings)
        for number in ("S1", "S2")
    ]
    assert found == [True, False]


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        (
            "ru",
            "Проект устава Фонда Арала разослан соседям Казахстана.",
            "Вероятно, председательство Казахстана в Фонде Арала удержит вопрос устава в повестке.",
        ),
        (
            "kk",
            "Екі ел серіктес бола алады деп сенеді Лаура Жәнібекова.",
            "Екі елдің серіктестігіне сенімді тек Лаура Жәнібекова білдіреді, бұл ықтимал қолдауды көрсетеді.",
        ),
    ],
)
def test_in_a_judgement_who_stands_behind_a_preposition_or_only_speaks_does_nothing(
    language: Language, source: str, text: str
) -> None:
    statement = Proposal(text, "assessment", ("S1",))
    findings = check_statement(statement, article(source, language), "positioning").findings
    assert [finding.detail for finding in findings if finding.rule == "support"] == []
