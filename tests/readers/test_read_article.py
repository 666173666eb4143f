from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.errors import UnreadableArticle
from briefings.readers import READERS, SUPPORTED, read_article, read_text_of

if TYPE_CHECKING:
    from briefings.domain import Article


ROOT = Path(__file__).parents[2]


def words(article: Article) -> dict[str, str]:
    return {sentence.id: article.words_of(sentence) for sentence in article.sentences}


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def test_offsets_count_from_the_first_character_of_the_file(tmp_path: Path) -> None:
    text = " date 2025-09-22 Порт открыт. Поезд пришёл.\n\nЧто это значит\n\nПока немного.\n"
    article = read_article(write(tmp_path, "a.txt", text))
    assert article.text == text
    assert article.sentences[0].start == 17
    assert words(article) == {
        "S1": "Порт открыт.",
        "S2": "Поезд пришёл.",
        "H1": "Что это значит",
        "S3": "Пока немного.",
    }
    assert (article.published, article.language, article.title) == ("2025-09-22", "ru", None)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_header_lines_give_metadata_and_no_sentences(newline: str, tmp_path: Path) -> None:
    text = "Тақырып: Порт\nДереккөз: Алатау шолушысы\nКүні: 22 қыркүйек 2025\nҮлгі: иә\n\nПорт дүйсенбіде ашылды.\n"
    path = write(tmp_path, "a.txt", text.replace("\n", newline))
    article = read_article(path)
    assert article.text.encode() == path.read_bytes()
    assert words(article) == {"S1": "Порт дүйсенбіде ашылды."}
    assert (article.title, article.outlet, article.published, article.sample, article.language) == (
        "Порт",
        "Алатау шолушысы",
        "2025-09-22",
        True,
        "kk",
    )


def test_the_language_given_beats_the_language_stated_beats_the_language_seen(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "Язык: қазақша\nДата: 2025-09-22\n\nПорт открыт в понедельник.")
    assert read_article(path).language == "kk"
    assert read_article(path, language="en").language == "en"
    assert read_article(write(tmp_path, "b.txt", "Порт открыт в понедельник.")).language == "ru"


def test_markdown_headings_lose_their_hashes_and_sentences_keep_their_emphasis(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Порт\n---\n## Что **дальше**?\n\n**Порт** открыт. Читайте [доклад](https://a.org/b.c).\n"
    )
    article = read_article(write(tmp_path, "a.md", text))
    assert article.text == text
    assert words(article) == {
        "H1": "Что **дальше**?",
        "S1": "**Порт** открыт.",
        "S2": "Читайте [доклад](https://a.org/b.c).",
    }


def test_a_heading_before_the_first_sentence_is_the_title(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, "a.md", "# Порт и **поезд**\n\nПорт открыт.\n"))
    assert article.title == "Порт и поезд"


def test_the_hash_is_of_the_bytes_of_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, "a.html", "<p>Порт открыт, сообщил оператор железной дороги.</p>", "cp1251")
    assert read_article(path).sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert read_article(str(path)).path == str(path)


def test_the_letters_of_kazakh_and_the_russian_yo_survive_every_encoding(tmp_path: Path) -> None:
    kazakh = "Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і әріптері сақталады, деді сарапшы."
    russian = "Ёж идёт через порт, а её ещё ждут: объём растёт, сообщил оператор."
    for text, encoding in ((kazakh, "kz1048"), (kazakh, "utf-16"), (russian, "cp1251"), (russian, "koi8-r")):
        assert read_article(write(tmp_path, "a.txt", text, encoding)).text == text


@pytest.mark.parametrize("suffix", READERS)
def test_every_supported_suffix_is_read_in_either_case(suffix: str, tmp_path: Path) -> None:
    assert suffix in SUPPORTED
    for name in (f"a{suffix}", f"A{suffix.upper()}"):
        article = read_article(write(tmp_path, name, "The port opened on Monday, the operator said."))
        assert words(article) == {"S1": "The port opened on Monday, the operator said."}


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").iterdir()), ids=lambda path: path.suffix)
def test_the_text_alone_is_the_text_of_the_article(path: Path) -> None:
    assert read_text_of(path) == read_article(path).text


def test_the_text_alone_of_what_is_no_article_is_refused_too(tmp_path: Path) -> None:
    (tmp_path / "table.xlsx").write_bytes(b"PK")
    with pytest.raises(UnreadableArticle, match=r"table\.xlsx: is not of a kind that can be read"):
        read_text_of(tmp_path / "table.xlsx")


def test_a_mark_between_two_sentences_belongs_to_the_first(tmp_path: Path) -> None:
    path = tmp_path / "marks.md"
    path.write_text("_Да?_: нет", encoding="utf-8")
    article = read_article(path)
    assert [article.text[s.start : s.end] for s in article.sentences] == ["_Да?_", ": нет"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    text=st.text(alphabet="аБ вё. !?\n\r«»#*_[](ә)\u00a0:-", max_size=80),
    suffix=st.sampled_from([".txt", ".md"]),
)
def test_the_text_is_kept_and_every_sentence_lies_in_it_in_order(
    text: str, suffix: str, tmp_path: Path
) -> None:
    path = write(tmp_path, f"a{suffix}", text + "\n\nПорт открыт.")
    article = read_article(path)
    assert article.text.encode() == path.read_bytes()
    ends = [0]
    for sentence in article.sentences:
        assert ends[-1] <= sentence.start < sentence.end <= len(article.text)
        assert article.words_of(sentence).strip() == article.words_of(sentence)
        ends.append(sentence.end)
    assert article.words_of(article.sentences[-1]).endswith("Порт открыт.")
