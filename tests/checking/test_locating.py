from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.checking import locate
from tests.articles import EN, article

if TYPE_CHECKING:
    from briefings.domain import Language

RU_ARTICLE, EN_ARTICLE = article(), article(EN, "en")


def words(located) -> str:
    return RU_ARTICLE.text[located.start : located.end]


@pytest.mark.parametrize(
    "quote",
    [
        "Мы не должны спешить",
        "«мы не должны спешить»",
        "мы  не\u00a0должны спешить,",
        "Соглашение не входит в повестку этого года, но может появиться в следующем. Мы не должны спешить",
    ],
)
def test_the_same_words_are_verbatim_whatever_the_marks_and_the_case(quote: str) -> None:
    located = locate(RU_ARTICLE, quote)
    assert located.verdict == "verbatim"
    assert words(located).casefold().endswith("спешить")


def test_a_quotation_names_every_sentence_it_touches() -> None:
    assert locate(RU_ARTICLE, "в следующем. Мы не должны").sentences == ("S3", "S4")


def test_a_part_of_a_word_is_not_a_quotation() -> None:
    assert locate(RU_ARTICLE, "глашение не входит в повес").verdict != "verbatim"


@pytest.mark.parametrize(
    "quote",
    [
        "Астана 12 марта … примет переговоры о транзите зерна",
        "Стороны обсудят тариф [...] ниже нынешнего",
    ],
)
def test_parts_in_order_around_an_ellipsis_may_be_printed(quote: str) -> None:
    assert locate(RU_ARTICLE, quote).verdict == "ellipsis"


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("Соглашение … входит в повестку этого года", "the cut takes a negation away"),
        ("ниже нынешнего … Стороны обсудят тариф", "the parts are turned round"),
        ("Мы не должны … обязана говорить со всеми соседями", "two speakers' sentences are spliced"),
        ("Соглашение не входит в повестку будущего года", "a word is changed"),
        ("Соглашение входит в повестку этого года", "a word is left out without a sign"),
        ("Мы не должны спешит", "another form of a word is another word"),
        ("тариф на 20 процентов ниже нынешнего", "a figure is changed"),
    ],
)
def test_what_was_changed_is_altered(quote: str, why: str) -> None:
    assert locate(RU_ARTICLE, quote).verdict == "altered", why


@pytest.mark.parametrize(
    "quote", ["Мы не дожлны спешить", "Соглашениие не входит в повестку", "Соглашение не вхoдит в повестку"]
)
def test_a_slip_of_the_keyboard_is_a_slip(quote: str) -> None:
    assert locate(RU_ARTICLE, quote).verdict == "slip"


@pytest.mark.parametrize("quote", ["Договор подписан вчера вечером в столице", "???", ""])
def test_what_nobody_said_is_absent(quote: str) -> None:
    located = locate(RU_ARTICLE, quote)
    assert (located.verdict, located.start, located.sentences) == ("absent", None, ())


def test_an_english_modal_changed_by_one_letter_is_altered() -> None:
    assert locate(EN_ARTICLE, "The sides would discuss a tariff").verdict == "altered"


def test_of_two_places_the_cited_one_is_taken() -> None:
    twice = article("Мы готовы ждать долго. Другие ушли. Мы готовы ждать долго.")
    assert locate(twice, "готовы ждать долго", within=("S3",)).sentences == ("S3",)


LEFT_OPEN: list[tuple[Language, str, str]] = [
    ("en", "The draft has been sent but has not been put to a vote.", "The draft has been sent…"),
    ("en", "Nobody needs a summit; what the states lack is a table.", "…the states lack is a table"),
    ("en", "I agree on the timing, but hardly on the sum.", "I agree on the timing…"),
    ("ru", "Методику предложил Казахстан, а не привезли извне.", "Методику предложил Казахстан…"),
    ("ru", "Это не убыток, а вклад в дорогу.", "…вклад в дорогу"),
    ("ru", "Порт снизит долю до 60%, однако дорогу не закроет.", "Порт снизит долю до 60%…"),
    ("kk", "Жоба дайын, бірақ оған ешкім қол қойған жоқ.", "Жоба дайын…"),
    ("kk", "Өңірдің салмағы артады, ал бәсекеден ешкім ұтпайды.", "Өңірдің салмағы артады…"),
]


@pytest.mark.parametrize(("language", "text", "quote"), LEFT_OPEN)
def test_a_contrast_left_out_at_an_end_takes_nothing_from_the_rest(
    language: Language, text: str, quote: str
) -> None:
    assert locate(article(text, language), quote).verdict == "verbatim"


TURNED_AT_AN_END: list[tuple[Language, str, str]] = [
    ("en", "Nobody in Brussels invented that figure.", "…in Brussels invented that figure"),
    ("en", "I do not think that the port will open.", "…the port will open"),
    ("en", "The bill could shrink if the smelters bought wind power.", "The bill could shrink…"),
    (
        "ru",
        "Порт принесёт 45 млн долларов, но лишь при условии, что тариф упадёт.",
        "Порт принесёт 45 млн долларов…",
    ),
    ("ru", "Вряд ли порт откроют к осени.", "…порт откроют к осени"),
    ("ru", "Власти говорят о возможной отмене сбора.", "…отмене сбора"),
    ("ru", "Погибли не менее 384 человек.", "…384 человек"),
    ("kk", "Терминал жүкті қабылдауы мүмкін.", "Терминал жүкті қабылдауы…"),
    ("kk", "Елдер бұл мәселеде бір дауыспен сөйлемейді.", "Елдер бұл мәселеде бір дауыспен…"),
]


@pytest.mark.parametrize(("language", "text", "quote"), TURNED_AT_AN_END)
def test_a_denial_a_doubt_or_a_condition_left_out_at_an_end_alters(
    language: Language, text: str, quote: str
) -> None:
    assert locate(article(text, language), quote).verdict == "altered"


def test_an_attribute_may_be_left_out_with_its_noun_but_not_without() -> None:
    told = article("Суд узнал о незаконных действиях в порту и сборах за прошлые годы.")
    assert locate(told, "Суд узнал о … сборах за прошлые годы").verdict == "ellipsis"
    assert locate(told, "Суд узнал о … действиях в порту").verdict == "altered"


def test_a_figure_may_be_left_out_with_its_bound_but_not_lose_it() -> None:
    told = article("Гелий-3 понадобится людям не ранее чем через 80 лет после высадки.")
    assert locate(told, "Гелий-3 понадобится … через 80 лет").verdict == "altered"
    assert locate(told, "Гелий-3 понадобится … после высадки").verdict == "ellipsis"


def test_an_ellipsis_of_the_article_itself_is_no_cut() -> None:
    told = article("Он сказал об Ису: «...да, это новость, и она хороша».")
    assert locate(told, "Он сказал об Ису: «...да, это новость … хороша").verdict == "ellipsis"


def test_of_two_beginnings_the_nearer_one_is_taken() -> None:
    told = article("Надеюсь, мы сможем победить. Надеюсь, мы сможем забыть прошлый сезон.")
    assert locate(told, "Надеюсь, мы сможем … прошлый сезон").sentences == ("S2",)


def test_an_accent_may_be_written_as_a_mark_of_its_own() -> None:
    told = article("The case was simple, said Paz Zárate.", "en")
    assert locate(told, "said Paz Za\u0301rate").verdict == "verbatim"


@given(st.data())
def test_every_stretch_of_whole_words_is_found_where_it_stands(data: st.DataObject) -> None:
    sentence = data.draw(st.sampled_from(RU_ARTICLE.body))
    spoken = RU_ARTICLE.words_of(sentence).split()
    first = data.draw(st.integers(0, len(spoken) - 1))
    last = data.draw(st.integers(first + 1, len(spoken)))
    quote = " ".join(spoken[first:last])
    located = locate(RU_ARTICLE, quote, within=(sentence.id,))
    if any(c.isalnum() for c in quote):
        assert located.verdict == "verbatim"
        assert words(located) in quote


@given(st.text(max_size=80))
def test_no_text_breaks_the_search(quote: str) -> None:
    located = locate(RU_ARTICLE, quote)
    assert (located.start is None) == (located.verdict == "absent")


CUT = [
    ("ru", "«Мы снизим сбор, но лишь для судов с зерном и только до осени», — сказал директор.",
     "Мы снизим сбор … до осени", "Мы снизим сбор, но лишь для судов с зерном"),
    ("ru", "«Этот паром выручал всех, пока река не обмелела», — вспоминает капитан.",
     "Этот паром выручал всех…", "выручал всех, пока река не обмелела"),
    ("ru", "«Нам отвечают: „Приезжайте“, но у ворот стоит охрана», — сказала она.",
     "Нам отвечают: […] у ворот стоит охрана", "у ворот стоит охрана"),
    ("en", "“We shall open the gate, but only to lorries with seals and by day,” the chief said.",
     "We shall open the gate … by day", "We shall open the gate, but only to lorries with seals"),
    ("kk", "«Біз қақпаны ашамыз, бірақ тек жүк көліктеріне және күндіз ғана», — деді бастық.",
     "Біз қақпаны ашамыз … күндіз", "Біз қақпаны ашамыз, бірақ тек жүк көліктеріне"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "source", "spliced", "whole"), CUT)
def test_a_cut_may_not_take_a_limit_or_what_somebody_is_quoted_saying(
    language: Language, source: str, spliced: str, whole: str
) -> None:
    read = article(source, language)
    assert locate(read, spliced).verdict == "altered"
    assert locate(read, whole).verdict == "verbatim"


CUT_WHOLE: list[tuple[Language, str, str]] = [
    ("ru", "Мы не продаём зерно, а сдаём вагоны в аренду.", "Мы … сдаём вагоны в аренду"),
    ("ru", "Порт не только хранит уголь, но и грузит суда.", "Порт … грузит суда"),
    ("en", "The harbour does not sell grain but leases wagons.", "The harbour … leases wagons"),
    ("kk", "Біз астық сатқан жоқпыз, вагонды жалға бердік.", "Біз … вагонды жалға бердік"),
    ("kk", "Біз тек көмір емес, астық та тиейміз.", "Біз … астық та тиейміз"),
    ("kk", "Порт рұқсат күтпей, кемелерді қабылдай бастады.", "Порт … кемелерді қабылдай бастады"),
]


@pytest.mark.parametrize(("language", "text", "quote"), CUT_WHOLE)
def test_a_denial_may_be_cut_with_all_that_it_denies(language: Language, text: str, quote: str) -> None:
    assert locate(article(text, language), quote).verdict == "ellipsis"


CUT_FROM_ITS_VERB: list[tuple[Language, str, str]] = [
    ("ru", "Мы больше не продаём зерно соседям.", "Мы … продаём зерно соседям"),
    ("en", "The harbour does not, we hear, sell grain.", "The harbour … sell grain"),
    ("kk", "Порт рұқсат алмай, кемелерді қабылдамайды.", "Порт … кемелерді қабылдамайды"),
    ("kk", "Біз көктемде астық сатпаймыз деп ойлаймыз.", "Біз көктемде астық … деп ойлаймыз"),
]


@pytest.mark.parametrize(("language", "text", "quote"), CUT_FROM_ITS_VERB)
def test_a_denial_may_not_be_cut_from_what_it_denies(language: Language, text: str, quote: str) -> None:
    assert locate(article(text, language), quote).verdict == "altered"
