"""`briefings costs`: what the model has cost, by day, model or article."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from briefings.cli.options import out_option, settings_from
from briefings.cli.telling import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from briefings.archive.ledger import Bill, By

_NUMBERS = ("calls", "tokens in", "cached", "tokens out", "cost")


@click.command()
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Only from this day on.")
@click.option(
    "--by",
    type=click.Choice(["day", "model", "article"]),
    default="day",
    show_default=True,
    help="One line for each of these.",
)
@out_option
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
def command(since: datetime | None, by: By, as_json: bool, **given: Any) -> None:
    """Add up what the calls to models have cost, as the archive has kept them."""
    from briefings.archive.ledger import bills, unanswered

    archive = settings_from(**given).archive
    day = since.date() if since else None
    found, total = bills(archive, by=by, since=day), bills(archive, by="all", since=day)
    lost = unanswered(archive, since=day)
    if as_json:
        document = {
            "by": by,
            "bills": [_entry(bill) for bill in found],
            "total": _entry(total[0]) if total else None,
            "unanswered_calls": lost,
        }
        click.echo(json.dumps(document, ensure_ascii=False, indent=1))
        return
    if found:
        for line in _table([(_subject(bill), bill) for bill in found] + [("all", total[0])], by):
            click.echo(line)
    else:
        period = f" since {day}" if day else ""
        click.echo(f"Nothing was paid{period}: {one_line(str(archive))} holds no call to a model.")
    if lost:
        click.echo(f"Calls that were cut off and may be on the provider's bill as well: {lost}")


def _entry(bill: Bill) -> dict[str, Any]:
    return {**asdict(bill), "cost_usd": bill.cost_usd}


def _subject(bill: Bill) -> str:
    if bill.path:
        return one_line(bill.path)
    return one_line(bill.subject or "–")


def _table(lines: Sequence[tuple[str, Bill]], by: By) -> Iterator[str]:
    width = max(len(by), *(len(subject) for subject, _ in lines))
    yield f"{by:<{width}}" + "".join(f"{head:>14}" for head in _NUMBERS)
    for subject, bill in lines:
        counts = (bill.calls, bill.tokens_in, bill.tokens_cached, bill.tokens_out)
        yield f"{subject:<{width}}" + "".join(f"{count:>14,}" for count in counts) + f"  {_price(bill):>12}"


def _price(bill: Bill) -> str:
    from briefings.llm.metering import dollars

    if not bill.unpriced or bill.unpriced == bill.calls:
        return dollars(bill.cost_usd)
    return f"{dollars(bill.known_usd)} + {bill.unpriced:,} at an unknown price"
