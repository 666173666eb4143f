"""What the mail holds under kills: `python -m tests.measuring.mail [--kills N] [--json]`.

A digest goes to 40 recipients; the sending process is killed with SIGKILL at random moments and started
again until nobody is due. The server says who got it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from briefings.archive.opening import open_archive
from briefings.archive.store import Archive
from briefings.mail.addresses import Mailbox
from briefings.mail.edition import Press
from briefings.rendering import brief_document
from tests.briefs import sample_brief
from tests.digests import numbered, sample_digest
from tests.mail.server import Server, serving
from tests.mail.test_edition import MADE, PUBLIC

ROOT = Path(__file__).parents[2]
DAY = "2031-10-01"
READERS = 40
KILLS = 50


@dataclass(frozen=True)
class Row:
    measure: str
    value: float
    unit: str
    limit: str = ""


@dataclass
class _Tally:
    kills: int = 0
    lost: int = 0
    twice: int = 0
    unclear: int = 0
    unclear_and_there: int = 0
    rounds: int = 0


def rows(kills: int = KILLS) -> list[Row]:
    """Every figure, taken in this very run."""
    tally = _Tally()
    dice = random.Random(11)  # noqa: S311 - the same moments in every run
    while tally.kills < kills:
        _one_digest(tally, kills, dice)
    edition = Press(Mailbox("digest@desk.example"), MADE, PUBLIC)
    started = time.perf_counter()
    made = edition.edition(sample_digest())
    seconds = time.perf_counter() - started
    return [
        Row("kills while sending", tally.kills, "kills"),
        Row("digests sent through kills", tally.rounds, f"digests to {READERS}"),
        Row("lost: neither with the server nor told as unclear", tally.lost, "recipients", "0"),
        Row("sent twice", tally.twice, "recipients", "0"),
        Row("told as unclear", tally.unclear, "recipients", "one a kill at most"),
        Row("told as unclear, and the server has it", tally.unclear_and_there, "recipients"),
        Row("sending, per recipient", _milliseconds(), "ms"),
        Row("making the digest of nine briefs", 1000 * seconds, "ms"),
        Row("its message, encoded, with briefs linked", len(made.eml) / 1000, "KB", "80"),
    ]


def _one_digest(tally: _Tally, kills: int, dice: random.Random) -> None:
    with tempfile.TemporaryDirectory() as folder, serving(Server(pause={"stored": 0.002})) as server:
        _desk(Path(folder))
        started = len(server.mails)
        while True:
            before = tally.kills
            code, entries = _run(Path(folder), server, dice if tally.kills < kills else None)
            tally.kills += code is None
            if tally.kills == before:
                break
        time.sleep(0.2)
        got = Counter(server.recipients)
        unclear = {entry["recipient"] for entry in entries if entry["state"] == "unclear"}
        everyone = {f"r{n:02d}@desk.example" for n in range(READERS)}
        assert started == 0
        tally.rounds += 1
        tally.lost += len(everyone - set(got) - unclear)
        tally.twice += sum(count - 1 for count in got.values())
        tally.unclear += len(unclear)
        tally.unclear_and_there += len(unclear & set(got))


def _desk(folder: Path) -> None:
    brief = numbered(sample_brief(), 1)
    with closing(Archive(open_archive(folder / "out" / "briefings.sqlite"))) as archive:
        archive.store(brief_document(brief), datetime.fromisoformat(f"{DAY}T06:00:00+05:00"))
    (folder / "readers.txt").write_text(
        "\n".join(f"r{n:02d}@desk.example" for n in range(READERS)), encoding="utf-8"
    )
    subprocess.run(_command(), cwd=folder, env=_environment(), check=True, capture_output=True)


def _run(folder: Path, server: Server, dice: random.Random | None) -> tuple[int | None, list[dict[str, str]]]:
    """The exit code (None: killed) and what became of each recipient."""
    process = subprocess.Popen(
        [*_command(), "--send", "--yes", "--json"],
        cwd=folder,
        env=_environment(BRIEFINGS_SMTP_URL=server.url),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    if dice is not None:
        greeted = server.seen["connect"]
        while server.seen["connect"] == greeted and process.poll() is None:
            time.sleep(0.001)
        time.sleep(dice.uniform(0, 0.12))
        if process.poll() is None:
            process.kill()
            process.communicate()
            return None, []
    out, _ = process.communicate(timeout=120)
    return process.returncode, json.loads(out)["recipients"]


def _milliseconds() -> float:
    with tempfile.TemporaryDirectory() as folder, serving(Server()) as server:
        _desk(Path(folder))
        process = subprocess.Popen(
            [*_command(), "--send", "--yes"],
            cwd=folder,
            env=_environment(BRIEFINGS_SMTP_URL=server.url),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        while not server.mails:
            time.sleep(0.001)
        started = time.perf_counter()
        process.wait(timeout=120)
        return 1000 * (time.perf_counter() - started) / (READERS - 1)


def _command() -> list[str]:
    return [sys.executable, "-m", "briefings", "digest", "--date", DAY]


def _environment(**settings: str) -> dict[str, str]:
    ours = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "BRIEFINGS_"))}
    return ours | {
        "PYTHONPATH": str(ROOT),
        "BRIEFINGS_FROM": "digest@desk.example",
        "BRIEFINGS_TO": "readers.txt",
        **settings,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    found = rows(arguments.kills)
    if arguments.json:
        print(json.dumps([asdict(row) for row in found], ensure_ascii=False, indent=1))
        return
    for row in found:
        print(f"{row.measure}: {row.value:g} {row.unit}{f' (limit: {row.limit})' if row.limit else ''}")


if __name__ == "__main__":
    main()
