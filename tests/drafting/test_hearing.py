"""Interested parties are heard, with name and role, and never among the experts, whoever drafts."""

from __future__ import annotations

import pytest

from briefings.checking import check_statement, is_withheld
from briefings.domain import Draft, Language, Proposal, Speaker
from briefings.drafting.by_extraction import draft_by_extraction
from briefings.drafting.hearing import hear_parties
from briefings.lens import load_lens
from tests.articles import article

# Who has a stake, and the article that hears them beside an expert.
HEARD: dict[Language, tuple[str, str, str]] = {
    "ru": (
        "Дамир Кайсаров",
        "председатель союза пекарей",
        (
            "Казахстан с 1 мая 2031 года запретит вывоз муки. Запрет продлится до сентября.\n\n"
            "«Мельницы встанут, если запрет продлят», — сказал председатель союза пекарей Дамир Кайсаров. "
            "По словам Кайсарова, убытки составят 3 млн тенге.\n\n"
            "Экономист Лаура Жанибекова считает, что Казахстан выиграет от низких цен на хлеб."
        ),
    ),
    "kk": (
        "Дәмір Қайсаров",
        "наубайшылар одағының төрағасы",
        (
            "Қазақстан 2031 жылғы 1 мамырдан ұн экспортына тыйым салады. Тыйым қыркүйекке дейін созылады.\n\n"
            "«Тыйым ұзартылса, диірмендер тоқтайды», – деді наубайшылар одағының төрағасы Дәмір Қайсаров. "
            "Қайсаровтың айтуынша, шығын 3 миллион теңгеге жетеді.\n\n"
            "Экономист Лаура Жәнібекова Қазақстан нан бағасының төмендеуінен ұтады деп есептейді."
        ),
    ),
    "en": (
        "Ada Winterley",
        "commercial director",
        (
            "Kazakhstan will ban exports of flour from 1 May 2031. The ban will last until September.\n\n"
            "Larkfield Mills is unhappy. “The mills will stop if the ban is prolonged,” said its commercial director, "
            "Ada Winterley. Winterley said losses would reach 3m tenge.\n\n"
            "Economist Laura Pike argues that Kazakhstan would gain from cheap bread."
        ),
    ),
}


@pytest.mark.parametrize("language", HEARD)
def test_a_party_is_reported_with_name_and_role_and_is_no_expert(language: Language) -> None:
    name, role, text = HEARD[language]
    draft = draft_by_extraction(article(text, language), load_lens())
    assert name not in {p.speaker.name for p in draft.expert_views if p.speaker}
    heard = [p for p in (*draft.event, *draft.stakes, *draft.watch) if p.speaker and p.speaker.name == name]
    assert {(p.voice, p.speaker.role) for p in heard if p.speaker} == {("reported", role)}


@pytest.mark.parametrize("language", HEARD)
def test_a_party_is_not_heard_in_the_bottom_line_while_an_expert_is(language: Language) -> None:
    name, _, text = HEARD[language]
    draft = draft_by_extraction(article(text, language), load_lens())
    assert name not in {p.speaker.name for p in draft.bottom_line if p.speaker}


@pytest.mark.parametrize("language", HEARD)
def test_what_a_model_gives_to_an_expert_with_a_stake_is_reported_of_them(language: Language) -> None:
    name, role, text = HEARD[language]
    read = article(text, language)
    cited = next(s for s in read.sentences if s.speaker and s.speaker.name == name)
    said = Proposal(read.words_of(cited), "expert", (cited.id,), Speaker(name, role))
    expert = Proposal("…", "expert", (read.sentences[-1].id,), read.sentences[-1].speaker)
    draft = hear_parties(Draft(language, "model", title=said, expert_views=(said, expert)), read)
    assert draft.expert_views == (expert,)
    assert [(p.voice, p.text, p.speaker) for p in draft.stakes] == [("reported", said.text, said.speaker)]
    assert draft.title
    assert draft.title.voice == "reported"
    assert not is_withheld(check_statement(draft.stakes[0], read, "stakes").findings)
    assert hear_parties(draft, read) == draft


def test_a_firm_in_quotation_marks_is_nobody_asked_for_a_view() -> None:
    text = (
        "Казахстан открыл причал. Компания «Степной Ветер» сообщила, что вложила 3 млн тенге. "
        "По данным «Степной Ветер», рейсов стало больше. «Степной Ветер» обещает нанять матросов."
    )
    draft = draft_by_extraction(article(text), load_lens())
    assert draft.expert_views == ()


def test_of_somebody_unnamed_the_tag_stays_with_the_words() -> None:
    text = (
        "Казахстан с 1 мая 2031 года запретит вывоз муки. Запрет продлится до сентября.\n\n"
        "«Если запрет продлят, убытки вырастут вдвое», — предупредила собеседница газеты."
    )
    read = article(text)
    draft = draft_by_extraction(read, load_lens())
    said = [p for p in (*draft.stakes, *draft.event, *draft.watch) if p.citations == ("S3",)]
    assert all(p.text.endswith("предупредила собеседница газеты.") for p in said)
    assert not any(is_withheld(check_statement(p, read, "stakes").findings) for p in said)
