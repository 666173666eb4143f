from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.checking import check_statement, is_withheld
from briefings.domain import Language, Proposal, Section, Speaker, Statement, Voice
from briefings.language.sentences import split
from briefings.language.speech import attribute
from tests.articles import article

ARTICLE = article()
SABITOV, ZHANIBEKOVA = "Ерлан Сабитов", "Лаура Жанибекова"


def stated(
    text: str,
    *citations: str,
    voice: Voice = "reported",
    speaker: str | None = None,
    section: Section = "event",
) -> Statement:
    proposal = Proposal(text, voice, citations, Speaker(speaker) if speaker else None)
    return check_statement(proposal, ARTICLE, section)


def rules(statement: Statement) -> set[str]:
    return {f.rule for f in statement.findings if f.severity == "withhold"}


@pytest.mark.parametrize(
    ("text", "citations", "voice", "speaker"),
    [
        ("Астана примет переговоры о транзите зерна 12 марта 2026 г.", ["S1"], "reported", None),
        ("Тариф обсудят на 30% ниже нынешнего.", ["S2"], "reported", None),
        ("Соглашение «не входит в повестку этого года».", ["S3"], "expert", SABITOV),
        ("По словам Е. Сабитова, спешить не следует.", ["S4"], "expert", SABITOV),
        ("Выгода для страны вряд ли превысит 2 млрд тенге.", ["S6"], "expert", ZHANIBEKOVA),
        ("Astana will host talks on grain transit on March 12, 2026.", ["S1"], "reported", None),
        ("Астана 2026 жылғы 12 наурызда астық транзиті туралы келіссөз өткізеді.", ["S1"], "reported", None),
    ],
)
def test_what_the_cited_sentence_says_is_printed(
    text: str, citations: list[str], voice: Voice, speaker: str | None
) -> None:
    statement = stated(text, *citations, voice=voice, speaker=speaker)
    assert statement.findings == ()


def test_words_that_only_the_header_has_are_no_quotation() -> None:
    text = "outlet: Полуденный вестник севера\n\nВ порту открыли причал."
    start = text.index("В порту")
    read = replace(ARTICLE, text=text, sentences=attribute(text, split(text, "ru", start), "ru"))
    found = check_statement(
        Proposal("Причал открыли, пишет «Полуденный вестник севера».", "reported", ("S1",)), read, "event"
    )
    assert [f.rule for f in found.findings if f.rule == "quotation"] == ["quotation"]


@pytest.mark.parametrize(
    ("text", "citations", "voice", "speaker", "rule"),
    [
        ("Астана примет переговоры.", [], "reported", None, "citation"),
        ("Астана примет переговоры.", ["S99"], "reported", None, "citation"),
        ("Сабитов говорит о «новой эпохе сотрудничества».", ["S3"], "expert", SABITOV, "quotation"),
        ("«Не входит в повестку этого года».", ["S4"], "expert", SABITOV, "quotation"),
        ("Спешить нельзя.", ["S4"], "expert", ZHANIBEKOVA, "speaker"),
        ("По словам Жанибековой, спешить нельзя.", ["S4"], "expert", None, "speaker"),
        ("Спешить с соглашением не следует.", ["S4"], "reported", None, "voice"),
        ("Спешить нельзя.", ["S4"], "expert", None, "voice"),
        ("Вероятно, роль проверят переговорами.", ["S1"], "assessment", SABITOV, "voice"),
        ("Тариф обсудят на 20% ниже нынешнего.", ["S2"], "reported", None, "number"),
        ("Астана примет переговоры о транзите зерна 13 марта 2026 года.", ["S1"], "reported", None, "date"),
        ("Ташкент примет переговоры о транзите зерна.", ["S1"], "reported", None, "name"),
        ("Соглашение входит в повестку этого года.", ["S3"], "expert", SABITOV, "negation"),
        ("Соглашение появится в следующем году.", ["S3"], "expert", SABITOV, "hedge"),
        ("Астана приняла переговоры о транзите зерна.", ["S1"], "reported", None, "tense"),
        ("Порты Каспия перегружены контейнерами и судами.", ["S1"], "reported", None, "support"),
        ("Tashkent will host talks on grain transit.", ["S1"], "reported", None, "name"),
        ("Тариф 40 пайызға төмен болады.", ["S2"], "reported", None, "number"),
    ],
)
def test_what_it_does_not_say_is_withheld_by_its_rule(
    text: str, citations: list[str], voice: Voice, speaker: str | None, rule: str
) -> None:
    assert rule in rules(stated(text, *citations, voice=voice, speaker=speaker))


def test_a_finding_names_the_sentence_and_the_words_that_clash() -> None:
    (finding,) = stated("Тариф обсудят на 20% ниже нынешнего.", "S2").findings
    assert "20%" in finding.detail
    assert "S2" in finding.detail


def test_an_assessment_rests_on_its_sentences_and_carries_a_word_of_the_scale() -> None:
    section: Section = "positioning"
    good = stated(
        "Вероятно, роль страны проверят переговоры о транзите.", "S1", voice="assessment", section=section
    )
    bare = stated("Роль страны проверят переговоры.", "S1", voice="assessment", section=section)
    named = stated("Вероятно, роль проверят переговоры в Баку.", "S1", voice="assessment", section=section)
    assert good.findings == ()
    assert rules(bare) == {"voice"}
    assert rules(named) == {"name"}


def test_a_likelihood_that_the_expert_did_not_give_is_not_lent_to_him() -> None:
    text = "Весьма вероятно, что страны не должны спешить."
    assert "voice" in rules(stated(text, "S4", voice="expert", speaker=SABITOV))


def test_a_declined_term_in_quotation_marks_is_not_a_changed_quotation() -> None:
    statement = stated("Он говорит о роли «средней державы».", "S5", voice="expert", speaker=SABITOV)
    assert "quotation" not in rules(statement)


def test_a_slip_in_a_quotation_is_printed_in_the_spelling_of_the_source() -> None:
    statement = stated("«Мы не дожлны спешить».", "S4", voice="expert", speaker=SABITOV)
    assert statement.text == "«Мы не должны спешить»."
    assert not is_withheld(statement.findings)
    assert [f.rule for f in statement.findings] == ["quotation"]
    (quote,) = statement.quotes
    assert ARTICLE.text[quote.start : quote.end] == "Мы не должны спешить"


@pytest.mark.parametrize("sentence", ARTICLE.body, ids=lambda s: s.id)
def test_a_sentence_of_the_source_never_contradicts_itself(sentence) -> None:  # type: ignore[no-untyped-def]
    words = ARTICLE.words_of(sentence)
    speaker = sentence.speaker.name if sentence.speaker else None
    voice: Voice = "expert" if speaker else "reported"
    assert stated(words, sentence.id, voice=voice, speaker=speaker).findings == ()


def test_what_the_source_leaves_unsaid_may_be_said_to_be_unsaid() -> None:
    assert stated("Астана примет переговоры о транзите зерна, участники не названы.", "S1").findings == ()


def test_a_speaker_whom_the_text_leaves_open_is_not_held_against_the_person_last_named() -> None:
    told = article("Политолог Ерлан Сабитов приехал утром.\n\nОн загадочно улыбнулся: тариф, мол, снизят.")
    loosened = replace(
        told, sentences=tuple(replace(s, voice="indirect", speaker=None) for s in told.sentences)
    )
    proposal = Proposal("Тариф снизят.", "expert", ("S2",), Speaker("Ерлан Сабитов"))
    other = replace(proposal, speaker=Speaker("Лаура Жанибекова"))
    assert "speaker" not in {f.rule for f in check_statement(proposal, loosened, "event").findings}
    assert "speaker" in {f.rule for f in check_statement(other, loosened, "event").findings}


def test_a_comparison_of_ours_may_set_two_speakers_beside_each_other() -> None:
    text = "Сабитов говорит о сроках, Жанибекова — о выгоде; прямого спора нет."
    assert stated(text, "S4", "S6", voice="assessment", section="comparison").findings == ()


def test_a_bare_company_may_be_the_one_just_named_and_no_other() -> None:
    told = article(
        "Steppe Metals plans a plant in Karaganda. The company put the cost at $780 million.", "en"
    )
    bare = replace(told.sentences[1], voice="indirect", speaker=Speaker("company"))
    told = replace(told, sentences=(told.sentences[0], bare))
    named = Proposal(
        "Steppe Metals put the cost at $780 million.", "reported", ("S1", "S2"), Speaker("Steppe Metals")
    )
    other = replace(named, speaker=Speaker("Kuryk Shipping"))
    assert "speaker" not in {f.rule for f in check_statement(named, told, "event").findings}
    assert "speaker" in {f.rule for f in check_statement(other, told, "event").findings}


BODY_AND_SPOKESMAN = [
    (
        "The transport ministry denies this. Its spokeswoman, Dinara Seitova, said the station would stay open.",
        "Dinara Seitova said the station would stay open.",
    ),
    (
        "Министерство транспорта отрицает это. Пресс-секретарь министерства Динара Сеитова сообщила, что вокзал работает.",
        "Динара Сеитова сообщила, что вокзал работает.",
    ),
    (
        "Көлік министрлігі мұны жоққа шығарды. Министрліктің баспасөз хатшысы Динара Сейітова вокзал жұмыс істейтінін айтты.",
        "Динара Сейітова вокзал жұмыс істейтінін айтты.",
    ),
]


@pytest.mark.parametrize(("text", "claim"), BODY_AND_SPOKESMAN)
def test_a_body_may_be_cited_beside_the_one_who_speaks_for_it(text: str, claim: str) -> None:
    language: Language = "ru" if "вокзал работает" in text else "kk" if "вокзал" in text else "en"
    read = replace(
        ARTICLE, text=text, language=language, sentences=attribute(text, split(text, language), language)
    )
    name = " ".join(claim.split()[:2])
    found = check_statement(Proposal(claim, "official", ("S1", "S2"), Speaker(name)), read, "event")
    assert "speaker" not in {f.rule for f in found.findings}


@pytest.mark.parametrize("rank", ["Colonel", "Brigadier General"])
def test_an_officer_is_no_expert(rank: str) -> None:
    text = f"{rank} Igor Basargin said two hundred troops were taking part."
    read = replace(ARTICLE, text=text, language="en", sentences=attribute(text, split(text, "en"), "en"))
    voices: tuple[Voice, Voice] = ("official", "expert")
    withheld = [
        "voice"
        in {
            f.rule
            for f in check_statement(
                Proposal("Two hundred troops are taking part.", voice, ("S1",), Speaker("Igor Basargin")),
                read,
                "event",
            ).findings
        }
        for voice in voices
    ]
    assert withheld == [False, True]
