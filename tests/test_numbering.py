from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from briefings.numbering import Register, numbered

if TYPE_CHECKING:
    from pathlib import Path


def document(
    number: str, sha256: str, revision: int = 1, text: str = "a", seconds: float = 0.1
) -> dict[str, Any]:
    return {
        "id": number,
        "revision": revision,
        "language": number[-2:],
        "article": {"sha256": sha256, "path": f"{sha256}.txt"},
        "title": {"text": text},
        "made": {"seconds": seconds, "created": "2026-01-01T00:00:00+00:00", "model": None},
    }


def test_the_first_brief_of_a_day_is_number_one() -> None:
    assert Register().number("2026-03-01", "ru", "a") == "2026-03-01/01-ru"


def test_a_number_is_never_given_to_another_article() -> None:
    register = Register([numbered(document("2026-03-01/01-ru", "a"))])
    assert register.number("2026-03-01", "ru", "b") == "2026-03-01/02-ru"
    assert register.number("2026-03-02", "ru", "b") == "2026-03-02/01-ru"


def test_an_article_keeps_its_number_also_in_another_language() -> None:
    register = Register([numbered(document("2026-03-01/04-ru", "a"))])
    assert register.number("2026-03-01", "kk", "a") == "2026-03-01/04-kk"


def test_the_same_brief_made_again_keeps_its_revision_and_a_changed_one_gets_the_next() -> None:
    register = Register([numbered(document("2026-03-01/01-ru", "a", revision=2))])
    again = numbered(document("2026-03-01/01-ru", "a", seconds=9.0))
    assert register.revision(again) == 2
    assert register.revision(numbered(document("2026-03-01/01-ru", "a", text="b"))) == 3
    assert register.revision(numbered(document("2026-03-01/02-ru", "c"))) == 1


def test_files_that_are_no_briefs_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "brief.json").write_text(json.dumps(document("2026-03-01/01-ru", "a")), encoding="utf-8")
    (tmp_path / "list.json").write_text("[1]", encoding="utf-8")
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    (tmp_path / "other.json").write_text('{"made": 1}', encoding="utf-8")
    assert Register.of_folder(tmp_path).number("2026-03-01", "ru", "b") == "2026-03-01/02-ru"
