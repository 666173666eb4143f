"""`briefings check`: verdicts on a draft that nobody trusts."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from briefings.errors import UserError


@click.command()
@click.argument("article", type=click.Path(path_type=Path))
@click.argument("draft", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def command(article: Path, draft: Path, as_json: bool) -> None:
    """Check every statement of DRAFT against the sentences of ARTICLE that it cites.

    \b
    DRAFT is JSON: {"language": "ru", "statements": [{"id": 1, "section": "event", "text": "…",
      "voice": "reported", "speaker": null, "citations": ["S1"]}]}
    Exit code 1 when a statement is withheld.
    """
    from briefings.checking.submitted import check_draft, parse_draft
    from briefings.readers import read_article

    try:
        text = draft.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(f"{draft} cannot be read ({error.strerror}); check the name") from error
    except UnicodeDecodeError as error:
        raise UserError(f"{draft} is not UTF-8 ({error.reason}); save the draft as UTF-8") from error
    verdicts = check_draft(read_article(article), parse_draft(text, str(draft)))
    if as_json:
        click.echo(json.dumps(verdicts, ensure_ascii=False, indent=1))
    else:
        for statement in verdicts["statements"]:
            click.echo(f"{statement['verdict']:<10} {statement['id']}")
            for finding in statement["findings"]:
                click.echo(f"           {finding['rule']}: {finding['detail']}")
    if any(s["verdict"] == "withheld" for s in verdicts["statements"]):
        sys.exit(1)
