from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import UnreadableArticle
from briefings.readers.encodings import EIGHT_BIT, decode

RUSSIAN = (
    "Порт принял первый контейнерный поезд, который шёл через степь одиннадцать суток. Аналитики "
    'считают, что маршрут станет выгодным не раньше будущей осени: "Тарифы согласованы только на бумаге", '
    "- сказал один из них. Между тем соседние страны просят увеличить число судов и пересмотреть график. "
    "Объём перевозок за январь вырос на 12 процентов, хотя в декабре он снижался. Эксперт подчеркнул, что "
    "многое зависит от погоды, цен на топливо и готовности железной дороги принять новые вагоны. Ёлочные "
    "базары закрылись, а склады по-прежнему полны. Решение ожидается в четверг, после встречи министров."
)
KAZAKH = (
    "Өңірдегі су мәселесі жөніндегі келіссөздер көктемде жалғасады. Сарапшылардың айтуынша, әр елдің "
    "мүддесін ескеру қажет, әйтпесе уағдаластық ұзаққа бармайды. «Біз үшін ең бастысы — сенім», — деді "
    "маман. Қазақстан тараптарға бейтарап алаң ұсынуға дайын екенін бұрын да білдірген. Былтыр өзен "
    "деңгейі күрт төмендеп, егін шығымы азайды. Ғалымдар мұздықтардың еруі жылдамдап барады деп ескертеді. "
    "Жаңа үлгі бойынша есептеу жүргізілді: шығын көлемі жүз миллион теңгеге жетуі мүмкін. Һәм бұл – "
    "алдын ала болжам ғана. Ұйымдастырушылар шешім күзде қабылданатынын айтып отыр, бірақ нақты күні белгісіз."
)
ENGLISH = (
    "The corridor’s first café opened at a dry port last week – “a small sign,” one clerk said, “but people "
    "noticed.” Freight rates fell by 7 percent in March; analysts warn that they may rise again in autumn… "
    "Mr. Peña, who follows the route from Zürich, doubts that demand will last. His firm paid £40 a tonne "
    "for storage. Shippers want one tariff for the whole way, and they want it in writing. Neighbouring "
    "states have asked for more vessels, a shorter queue and a timetable that holds in bad weather. The "
    "operator’s reply was brief: not before the spring, and not without a shared budget for the new berths."
)
UNICODE = ("utf-8", "utf-16-le", "utf-16-be")
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
WRITTEN_IN = [
    *((RUSSIAN, encoding) for encoding in (*UNICODE, *EIGHT_BIT) if encoding not in ("cp1252", "kz1048")),
    *((KAZAKH, encoding) for encoding in (*UNICODE, "kz1048")),
    *((ENGLISH, encoding) for encoding in (*UNICODE, "cp1252")),
]


@pytest.mark.parametrize("length", [60, 600])
@pytest.mark.parametrize(("text", "encoding"), WRITTEN_IN)
def test_a_text_is_read_as_it_was_written(text: str, encoding: str, length: int) -> None:
    written = text[:length]
    decoded = decode(written.encode(encoding), "a.txt")
    assert decoded.text == written
    assert decoded.text.encode(decoded.encoding) == written.encode(encoding)


@pytest.mark.parametrize("encoding", MARKS)
@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, ENGLISH])
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(text: str, encoding: str) -> None:
    decoded = decode(MARKS[encoding] + text.encode(encoding), "a.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (KAZAKH, "kz1048")])
def test_any_60_characters_of_a_common_encoding_are_enough(text: str, encoding: str) -> None:
    windows = [text[at : at + 60] for at in range(0, len(text) - 60, 7)]
    assert [decode(window.encode(encoding), "a.txt").text for window in windows] == windows


def test_kazakh_in_kz1048_is_not_taken_for_windows_1251() -> None:
    assert "Қазақстан" in decode(KAZAKH.encode("kz1048"), "a.txt").text
    assert decode(KAZAKH.encode("kz1048"), "a.txt", declared="windows-1251").encoding == "kz1048"


def test_a_text_in_capitals_keeps_its_capitals() -> None:
    for encoding in ("cp1251", "koi8-r"):
        assert decode(RUSSIAN.upper().encode(encoding), "a.txt").text == RUSSIAN.upper()


def test_a_declared_encoding_is_believed_when_the_bytes_do_not_contradict() -> None:
    ascii_with_one_quote = b"The \x93route\x94 opens in May."
    assert decode(ascii_with_one_quote, "a", declared="windows-1251").encoding == "cp1251"
    assert decode(RUSSIAN.encode("koi8-r"), "a", declared="windows-1251").encoding == "koi8-r"
    assert decode(RUSSIAN.encode(), "a", declared="windows-1251").encoding == "utf-8"


@pytest.mark.parametrize("declared", ["", "no-such", "rot13", "base64", "utf-7", "idna"])
def test_an_odd_declared_encoding_is_ignored(declared: str) -> None:
    assert decode(RUSSIAN.encode("cp1251"), "a", declared=declared).text == RUSSIAN


@pytest.mark.parametrize(
    ("data", "remedy"),
    [
        (b"\x00\x01\x02\x03\xff\xfe" * 20, "binary file"),
        (bytes(range(128, 256)) * 3, "save it as UTF-8"),
        ("Η κυβέρνηση ανακοίνωσε νέα μέτρα για την οικονομία".encode("cp1253"), "save it as UTF-8"),
        (RUSSIAN.encode()[:-2], "damaged letter at byte"),
        (RUSSIAN.encode().replace("степь".encode(), b"\xd1\xd1"), "damaged letter at byte"),
        (codecs.BOM_UTF8 + b"\xff\xff", "save it as UTF-8"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "save it as UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_its_name_and_a_remedy(data: bytes, remedy: str) -> None:
    with pytest.raises(UnreadableArticle) as refused:
        decode(data, "notes.txt")
    assert str(refused.value).startswith("notes.txt: ")
    assert remedy in str(refused.value)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("run", ["QUJD" * 200_000, "ё" * 500_000])
def test_one_endless_word_does_not_make_reading_crawl(run: str) -> None:
    text = f"{RUSSIAN} {run}"
    assert decode(text.encode("cp1251"), "a.txt").text == text


@given(st.binary(min_size=1, max_size=300))
def test_decoding_never_invents_a_character(data: bytes) -> None:
    try:
        decoded = decode(data, "a")
    except UnreadableArticle:
        return
    mark = next((mark for mark in MARKS.values() if data.startswith(mark)), b"")
    assert decoded.text.encode(decoded.encoding) in (data, data[len(mark) :])


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1))
def test_utf8_is_always_read_as_utf8(text: str) -> None:
    assert decode(text.encode(), "a").text == text
