"""The fixed words of the pages, in Russian, Kazakh and English, read from templates/labels.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

import yaml

from briefings import resources
from briefings.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.domain import DrafterName, Language

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language, by what they name.

    `voices`, `marks` and `tags` are the phrase, the letter and the gutter word of a voice; `reasons` say why
    a statement was withheld, `rules` name what to look at when it is only marked. `remarks`, `gaps` and
    `weak_places` are what the program says of a source; those and `words` hold sentences with holes, `words`
    filled by `fill`. The digest has its own: `digest`, `digest_voices`, `changes`, `subjects`, and `counts`,
    from a noun to its plural forms "one", "few" and "many". The `banned_…` and
    `confidence_words` are what the check looks for, `limits` the words that a section may have.
    """

    language: Language
    headings: Words
    kinds: Words
    genres: Words
    languages: Words
    voices: Words
    marks: Words
    tags: Words
    likelihood: Words
    confidence: Words
    corroboration: Words
    signs: Words
    levels: Words
    issues: Words
    reasons: Words
    rules: Words
    citing: Words
    notices: Words
    remarks: Words
    gaps: Words
    weak_places: Words
    words: Words
    digest: Words
    digest_voices: Words
    changes: Words
    subjects: Words
    counts: Mapping[str, Words]
    banned_in_assessment: tuple[str, ...]
    banned_anywhere: tuple[str, ...]
    confidence_words: tuple[str, ...]
    limits: Mapping[str, int]
    date_format: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]

    def fill(self, name: str, /, **values: object) -> str:
        """The phrase `words[name]` with its holes filled: `fill("revision", n=2)`."""
        return self.words[name].format_map(values)

    def counted(self, noun: str, n: int) -> str:
        """`n` with its noun in the right form: `counted("items", 3)`."""
        from babel import Locale  # reads its tables from disk, and a brief counts nothing in words

        forms = self.counts[noun]
        return forms.get(Locale.parse(self.language).plural_form(n), forms["many"]).format(n=n)

    def date(self, iso: str, form: str | None = None) -> str:
        """An ISO date as this language writes it, or in another `form`; what is no date is given back."""
        try:
            day = date.fromisoformat(iso)
        except ValueError:
            return iso
        return (form or self.date_format).format(
            day=day.day,
            month=day.month,
            year=day.year,
            month_name=self.months[day.month - 1],
            weekday=self.weekdays[day.weekday()],
        )

    def moment(self, iso: str) -> str:
        """An ISO date and time as this language writes it, to the minute; anything else as it is."""
        try:
            moment = datetime.fromisoformat(iso)
        except ValueError:
            return iso
        # %Z of an offset is its sign and hours, "UTC+05:00"; without a zone it is empty.
        return f"{self.date(moment.date().isoformat())} {moment:%H:%M %Z}".rstrip()


@cache
def _file(overrides: Path | None) -> dict[str, Any]:
    path = resources.find("templates/labels.yaml", overrides)
    try:
        loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UserError(f"{path} is not YAML: {error}; compare it with ours") from error
    return loaded


@cache
def labels(language: Language, overrides: Path | None = None) -> Labels:
    """The labels of `language`; `overrides` is a content folder that may hold its own templates/labels.yaml.

    Raises `UserError` naming the entry when the file lacks one in this language.
    """
    try:
        return _labels(language, _file(overrides))
    except (KeyError, TypeError) as error:
        path = resources.find("templates/labels.yaml", overrides)
        raise UserError(f"{path} lacks {error} in {language}; compare it with ours") from error


def _labels(language: Language, file: dict[str, Any]) -> Labels:

    def group(name: str) -> Words:
        return {key: entry[language] for key, entry in file[name].items()}

    voices = file["voice"]
    return Labels(
        language=language,
        headings=group("headings"),
        kinds=group("document_kinds"),
        genres=group("genre_names"),
        languages=group("language_names"),
        voices=group("voice"),
        marks={voice: entry["mark"][language] for voice, entry in voices.items()},
        tags={voice: entry["tag"][language] for voice, entry in voices.items()},
        likelihood={step["id"]: step[language] for step in file["likelihood"]},
        confidence=group("confidence"),
        corroboration=group("corroboration"),
        signs=group("signs"),
        levels=group("levels"),
        issues=group("issue_kinds"),
        reasons=group("reasons"),
        rules=group("rules"),
        citing=group("citation_kinds"),
        notices=group("notices"),
        remarks=group("remarks"),
        gaps=group("gaps"),
        weak_places=group("issues"),
        words=group("words"),
        digest=group("digest"),
        digest_voices=group("digest_voices"),
        changes=group("changes"),
        subjects=group("subject_line"),
        counts={
            noun: {form: entry[language] for form, entry in forms.items()}
            for noun, forms in file["counts"].items()
        },
        banned_in_assessment=tuple(file["banned_in_assessment"][language]),
        banned_anywhere=tuple(file["banned_anywhere"][language]),
        confidence_words=tuple(file["confidence_words"][language]),
        limits={name: int(most * file["more_words"][language]) for name, most in file["limits"].items()},
        date_format=file["date"][language],
        months=tuple(file["months"][language]),
        weekdays=tuple(file["weekdays"][language]),
    )


def ai_notice(language: Language, drafter: DrafterName, reviewed_by: str | None = None) -> str:
    """The notice that a brief must carry: how it was made, and whether a person has checked it."""
    words = labels(language).notices
    checked = words["reviewed"].format(name=reviewed_by) if reviewed_by else words["unreviewed"]
    return f"{words[drafter]} {checked}"
