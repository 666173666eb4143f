from __future__ import annotations

from pathlib import Path

import pytest

from briefings.errors import UserError
from briefings.settings import Settings, load_settings


def test_without_any_setting_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings({}, tmp_path) == Settings()


def test_the_file_wins_over_the_environment_and_an_option_over_both(tmp_path: Path) -> None:
    (tmp_path / "briefings.toml").write_text('BRIEFINGS_MODEL = "from-file"\nout = "file-out"\n', "utf-8")
    environ = {"BRIEFINGS_MODEL": "from-environment", "OPENAI_BASE_URL": "http://127.0.0.1/v1"}
    settings = load_settings(environ, tmp_path, {"out": Path("option-out"), "model": None})
    assert (settings.model, settings.out) == ("from-file", Path("option-out"))
    assert settings.base_url == "http://127.0.0.1/v1"


def test_an_empty_variable_is_one_not_set(tmp_path: Path) -> None:
    assert load_settings({"BRIEFINGS_MODEL": " "}, tmp_path).model is None


def test_the_key_may_stand_in_a_file_and_is_never_shown(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("sk-secret\n", encoding="utf-8")
    settings = load_settings({"OPENAI_API_KEY_FILE": str(tmp_path / "key")}, tmp_path)
    assert settings.api_key == "sk-secret"
    assert "secret" not in repr(settings)
    assert "secret" not in str(settings)


@pytest.mark.parametrize(
    ("toml", "named"),
    [
        ("colour = 1", "colour"),
        ("= broken", "briefings.toml"),
        ('language = "fr"', "fr"),
        ('context_window = "many"', "context_window"),
        ("timeout = -1", "timeout"),
        ('api_key_file = "/nowhere/key"', "/nowhere/key"),
    ],
)
def test_a_setting_that_cannot_hold_is_named(tmp_path: Path, toml: str, named: str) -> None:
    (tmp_path / "briefings.toml").write_text(toml, encoding="utf-8")
    with pytest.raises(UserError, match=named):
        load_settings({}, tmp_path)


def test_auto_language_is_the_articles_own(tmp_path: Path) -> None:
    assert load_settings({"BRIEFINGS_LANGUAGE": "auto"}, tmp_path).language is None
    assert load_settings({"BRIEFINGS_LANGUAGE": "kk"}, tmp_path).language == "kk"


def test_the_mail_server_may_stand_in_a_file_and_is_never_shown(tmp_path: Path) -> None:
    (tmp_path / "smtp").write_text("smtp://desk:s3cret@mail.desk.example\n", encoding="utf-8")
    settings = load_settings({"BRIEFINGS_SMTP_URL_FILE": str(tmp_path / "smtp")}, tmp_path)
    assert settings.smtp_url == "smtp://desk:s3cret@mail.desk.example"
    assert "s3cret" not in f"{settings} {settings!r}"


def test_recipients_may_be_a_list_in_the_file(tmp_path: Path) -> None:
    (tmp_path / "briefings.toml").write_text('BRIEFINGS_TO = ["a@desk.example", "b@desk.example"]\n', "utf-8")
    assert load_settings({}, tmp_path).recipients == "a@desk.example, b@desk.example"


def test_the_archive_is_in_the_out_folder_unless_it_is_named(tmp_path: Path) -> None:
    assert load_settings({}, tmp_path, {"out": Path("desk")}).archive == Path("desk/briefings.sqlite")
    named = {"BRIEFINGS_ARCHIVE": "~/briefs.sqlite", "BRIEFINGS_OUT": "desk"}
    assert load_settings(named, tmp_path).archive == Path("~/briefs.sqlite").expanduser()


def test_inner_endpoints_are_hosts_between_commas_or_a_list(tmp_path: Path) -> None:
    told = {"BRIEFINGS_INNER_ENDPOINTS": " model.example, 10.0.0.8:8000 ,"}
    assert load_settings(told, tmp_path).inner_endpoints == ("model.example", "10.0.0.8:8000")
    (tmp_path / "briefings.toml").write_text('inner_endpoints = ["model.example"]', encoding="utf-8")
    assert load_settings({}, tmp_path).inner_endpoints == ("model.example",)
