"""`briefings brief`: what it writes, what it prints, and that nothing is written over."""

from __future__ import annotations

import json
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from briefings import publishing
from briefings.archive.opening import open_archive
from briefings.archive.store import Archive
from briefings.rendering import brief_schema
from tests.cli.calling import ANSWER, ROOT, article, call, command, drafts_with, environment
from tests.llm.server import FaultyServer, answer

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = {"md": ".md", "html": ".html", "plain": ".plain.html", "json": ".json"}
SAMPLE = ROOT / "seeds" / "kk_mediation_centre.md"


def brief_in(folder: Path, name: str = "карьер") -> Any:
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def test_without_options_a_brief_is_written_in_three_formats(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = call(capsys, "brief", article(tmp_path))
    assert called.code == 0
    assert called.out.splitlines() == ["out/карьер.md", "out/карьер.html", "out/карьер.json"]
    assert sorted(f.name for f in (tmp_path / "out").iterdir()) == [
        "briefings.sqlite",
        *("карьер.html", "карьер.json", "карьер.md"),
    ]
    assert "Drafting by extraction" in called.err
    assert "Open out/карьер.html in a browser." in called.err


@pytest.mark.parametrize("kind", SUFFIXES)
def test_a_format_writes_that_file_and_no_other(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = call(capsys, "brief", article(tmp_path), "--format", kind, "--out", "briefs")
    (file,) = {*(tmp_path / "briefs").iterdir()} - {tmp_path / "briefs" / "briefings.sqlite"}
    assert file.name == f"карьер{SUFFIXES[kind]}"
    assert called.out == f"briefs/{file.name}\n"
    assert "Акимат Жалтырского района" in file.read_text(encoding="utf-8")


def test_json_on_standard_output_is_one_document_that_says_what_became_of_each_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = call(capsys, "brief", article(tmp_path), "none.txt", "--json")
    assert called.code == 1
    done, failed = json.loads(called.out)["briefs"]
    brief = brief_in(tmp_path / "out")
    assert (done["outcome"], done["id"], done["revision"]) == ("done", brief["id"], 1)
    assert (done["drafter"], done["language"]) == ("extraction", "ru")
    assert done["files"] == ["out/карьер.md", "out/карьер.html", "out/карьер.json"]
    assert (failed["outcome"], failed["files"], failed["id"]) == ("failed", [], None)
    assert "none.txt" in failed["error"]


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_language_asked_for_is_that_of_the_brief(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "brief", article(tmp_path), "--lang", language)
    brief = brief_in(tmp_path / "out")
    assert (brief["language"], brief["article"]["language"]) == (language, "ru")
    assert brief["id"].endswith(f"-{language}")


def test_auto_is_the_language_of_the_article_whatever_is_configured(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BRIEFINGS_LANGUAGE", "en")
    call(capsys, "brief", SAMPLE, "--lang", "auto")
    assert brief_in(tmp_path / "out", SAMPLE.stem)["language"] == "kk"


def test_the_model_asked_for_on_the_command_line_is_asked_and_named_in_the_brief(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with FaultyServer(then=answer(ANSWER)) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "brief", article(tmp_path), "--model", "small")
    assert called.code == 0
    assert [seen.body["model"] for seen in server.requests] == ["small"]
    made = brief_in(tmp_path / "out")["made"]
    assert (made["drafter"], made["model"]) == ("model", "small-1")
    assert (made["tokens_in"], made["tokens_out"]) == (120, 30)
    assert f"Drafting with small at {server.base_url}" in called.err


def test_extraction_asks_no_model_also_when_one_is_configured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with FaultyServer() as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "brief", article(tmp_path), "--drafter", "extraction")
    assert (called.code, server.requests) == (0, [])
    assert brief_in(tmp_path / "out")["made"]["drafter"] == "extraction"


def test_a_lens_of_ones_own_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours = ROOT / "prompts" / "lens" / "kazakhstan.yaml"
    (tmp_path / "mine.yaml").write_bytes(ours.read_bytes() + b"\n# mine\n")
    call(capsys, "brief", article(tmp_path))
    with_ours = brief_in(tmp_path / "out")["made"]["lens_sha256"]
    assert call(capsys, "brief", article(tmp_path), "--lens", "mine.yaml").code == 0
    assert brief_in(tmp_path / "out")["made"]["lens_sha256"] != with_ours


def test_every_brief_written_follows_the_schema_that_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import jsonschema

    schema = json.loads(call(capsys, "schema").out)
    assert schema == brief_schema()
    call(capsys, "brief", article(tmp_path), SAMPLE)
    for file in (tmp_path / "out").glob("*.json"):
        jsonschema.validate(json.loads(file.read_text(encoding="utf-8")), schema)


def test_a_password_in_the_address_is_never_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with FaultyServer(then=answer(ANSWER)) as server:
        drafts_with(monkeypatch, server)
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url.replace("//", "//desk:hush-hush@"))
        called = call(capsys, "brief", article(tmp_path), "--json")
    assert called.code == 0
    assert "hush-hush" not in called.err + called.out


# ---- numbers and names ------------------------------------------------------------------------


def test_the_same_article_again_keeps_number_and_revision_from_any_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    article(tmp_path / "in")
    call(capsys, "brief", "in/карьер.md", "--out", tmp_path / "briefs")
    first = brief_in(tmp_path / "briefs")
    monkeypatch.chdir(tmp_path / "in")
    called = call(capsys, "brief", "карьер.md", "--out", tmp_path / "briefs")
    again = brief_in(tmp_path / "briefs")
    assert called.code == 0
    assert (again["id"], again["revision"]) == (first["id"], 1)
    assert again["made"]["created"] >= first["made"]["created"]


def test_an_article_without_a_date_keeps_its_number_the_next_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "brief", article(tmp_path))
    brief = brief_in(tmp_path / "out")
    brief["id"] = "2026-01-05/07-ru"
    (tmp_path / "out" / "карьер.json").write_text(json.dumps(brief), encoding="utf-8")
    (tmp_path / "out" / "briefings.sqlite").unlink()  # as an older version left the folder
    for _ in range(2):
        assert call(capsys, "brief", article(tmp_path)).out.splitlines()[0] == "out/карьер.md"
    assert brief_in(tmp_path / "out")["id"] == "2026-01-05/07-ru"


def test_a_brief_that_came_out_otherwise_is_the_next_revision(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    call(capsys, "brief", article(tmp_path))
    with FaultyServer(then=answer(ANSWER)) as server:
        drafts_with(monkeypatch, server)
        call(capsys, "brief", article(tmp_path))
    brief = brief_in(tmp_path / "out")
    assert (brief["id"][-5:], brief["revision"], brief["made"]["drafter"]) == ("01-ru", 2, "model")


def test_two_articles_of_one_name_are_both_kept_also_in_two_calls(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monday = article(tmp_path / "mon", "news.md")
    tuesday = article(tmp_path / "tue", "news.md", "\nПодробностей нет.\n")
    call(capsys, "brief", monday, "--format", "json")
    called = call(capsys, "brief", tuesday, "--format", "json")
    first = brief_in(tmp_path / "out", "news")
    second = brief_in(tmp_path / "out", f"news-{first['id'][:10]}-02-ru")
    assert first["article"]["sha256"] != second["article"]["sha256"]
    assert second["id"] == f"{first['id'][:10]}/02-ru"
    assert called.out == f"out/news-{first['id'][:10]}-02-ru.json\n"


def test_a_brief_in_another_language_does_not_write_over_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "brief", article(tmp_path), "--format", "json")
    call(capsys, "brief", article(tmp_path), "--format", "json", "--lang", "kk")
    languages = sorted(
        brief_in(tmp_path / "out", f.stem)["language"] for f in (tmp_path / "out").glob("*.json")
    )
    assert languages == ["kk", "ru"]


# ---- the archive -------------------------------------------------------------------------------


def stored_in(file: Path) -> list[tuple[str, int]]:
    with closing(open_archive(file)) as connection:
        rows = connection.execute("SELECT number, revision FROM briefs ORDER BY id").fetchall()
    return [(row["number"], row["revision"]) for row in rows]


def test_every_brief_is_in_the_archive_whatever_is_written_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFINGS_ARCHIVE", str(tmp_path / "desk" / "ours.sqlite"))
    call(capsys, "brief", SAMPLE, "--format", "md")
    call(capsys, "brief", SAMPLE, "--format", "md", "--lang", "ru", "--out", "other")
    assert stored_in(tmp_path / "desk" / "ours.sqlite") == [("2026-05-19/01-kk", 1), ("2026-05-19/01-ru", 1)]
    assert [file.name for file in (tmp_path / "out").iterdir()] == [f"{SAMPLE.stem}.md"]
    assert [file.name for file in (tmp_path / "other").iterdir()] == [f"{SAMPLE.stem}.md"]


def test_an_archive_that_cannot_be_used_is_named_before_anything_is_paid_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out" / "briefings.sqlite"
    file.parent.mkdir()
    file.write_text("Dear colleagues,\n" * 99, encoding="utf-8")
    with FaultyServer(then=answer(ANSWER)) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "brief", article(tmp_path))
    assert (called.code, called.out, server.requests) == (2, "", [])
    (line,) = called.complaints
    assert "out/briefings.sqlite is not an archive but another kind of file" in line
    assert "BRIEFINGS_ARCHIVE" in line
    assert [f.name for f in file.parent.iterdir()] == [file.name]


def test_a_brief_that_was_paid_for_is_kept_when_the_archive_fails_meanwhile(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, file = article(tmp_path), tmp_path / "out" / "briefings.sqlite"
    call(capsys, "brief", first, "--drafter", "extraction")
    before = {f.name: f.read_bytes() for f in file.parent.iterdir() if f.suffix != ".sqlite"}
    real = Archive.store

    def on_a_full_disk(self: Archive, *given: Any) -> int:
        pages = self.connection.execute("PRAGMA page_count").fetchone()[0]
        self.connection.execute(f"PRAGMA max_page_count = {pages}")
        return real(self, *given)

    monkeypatch.setattr(Archive, "store", on_a_full_disk)
    with FaultyServer(then=answer(ANSWER)) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "brief", first)
    assert (called.code, called.out, len(server.requests)) == (1, "", 1)
    (line,) = called.complaints
    assert "no room left on its disk" in line
    (kept,) = (tmp_path / "out" / "unstored").iterdir()
    assert f"the brief that was made is kept in out/unstored/{kept.name}" in line
    assert json.loads(kept.read_text(encoding="utf-8"))["made"]["model"] == "small-1"
    assert {f.name: f.read_bytes() for f in file.parent.iterdir() if f.name in before} == before
    assert len(stored_in(file)) == 1


def test_runs_at_the_same_time_never_take_one_number_and_never_write_over_each_others_files(
    tmp_path: Path,
) -> None:
    files = [article(tmp_path / str(at), "news.md", f"\nНомер {at}.\n") for at in range(3)]
    (tmp_path / "again").mkdir()
    again = article(tmp_path / "again", "news.md", "\nНомер 0.\n")
    running = [
        subprocess.Popen(
            command("brief", file, "--format", "json", "--format", "md"),
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for file in (*files, again)
    ]
    said = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0] * 4, said
    briefs = {file.name: brief_in(tmp_path / "out", file.stem) for file in (tmp_path / "out").glob("*.json")}
    numbers = sorted(brief["id"][-5:] for brief in briefs.values())
    assert numbers == ["01-ru", "02-ru", "03-ru"]
    assert len({brief["article"]["sha256"] for brief in briefs.values()}) == 3
    assert [revision for _, revision in stored_in(tmp_path / "out" / "briefings.sqlite")] == [1, 1, 1]
    for (out, _), file in zip(said, (*files, again), strict=True):
        written = json.loads((tmp_path / out.splitlines()[0]).read_text(encoding="utf-8"))
        assert written["article"]["text"] == file.read_text(encoding="utf-8")


def test_the_newest_revision_is_the_one_that_stays_in_the_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real, file = publishing.write_whole, tmp_path / "out" / "briefings.sqlite"

    def overtaken(path: Path, text: str) -> None:
        monkeypatch.setattr(publishing, "write_whole", real)
        with closing(Archive(open_archive(file))) as archive:
            ((number, _),) = stored_in(file)
            document = archive.brief(number)
            assert document is not None
            document["gaps"] = ["Сроки."]
            assert archive.store(document) == 2
        real(path, text)

    monkeypatch.setattr(publishing, "write_whole", overtaken)
    called = call(capsys, "brief", article(tmp_path))
    brief = brief_in(tmp_path / "out")
    assert (called.code, brief["revision"], brief["gaps"]) == (0, 2, ["Сроки."])
    assert "Сроки." in (tmp_path / "out" / "карьер.md").read_text(encoding="utf-8")
