"""How fast, how dear and how safe a batch is: against a local endpoint, beside what others do, in one run.

    python -m tests.measuring.batch [--quick] [--json] [calls | kills | extraction | overhead]...

The endpoint works in a process of its own and every client meets the same weather there. The lower bound of
a run is max(latency × n / workers, n / RPM, tokens / TPM); its client cannot do better.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.batch.server import Endpoint, Ledger
from tests.cli.calling import ANSWER, ROOT, article, command, environment, settings_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_KEY = "sk-not-a-real-key-0001"


@dataclass(frozen=True)
class Row:
    measure: str
    value: float | str
    unit: str = ""
    limit: str = ""


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    articles: int = 600
    workers: int = 64
    median: float = 8.0
    rpm: int = 420
    tpm: int = 2_000_000
    kills: int = 20
    killed_articles: int = 300
    extracted: tuple[int, int] = (100, 1000)
    overhead_calls: int = 1000


FULL = Size()
QUICK = Size(120, 32, 4.0, 600, 2_000_000, 3, 60, (30, 300), 300)


@dataclass(frozen=True)
class Ended:
    code: int
    seconds: float
    cpu: float
    peak: float  # MB, of the largest process


def batch(folder: Path, *options: str, **settings: str) -> Ended:
    """`briefings batch` over folder/in, as a process of its own."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command("batch", "in", *options),
        cwd=folder,
        env=environment(**settings),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    return Ended(process.returncode, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def short_articles(folder: Path, number: int) -> list[Path]:
    return [article(folder / "in", f"{each:05}.md", f"\nДеталь {each}.\n") for each in range(number)]


def sound_briefs(folder: Path) -> tuple[int, int]:
    """Briefs in the out folder, and files that are not whole."""
    sound = broken = 0
    for file in (folder / "out").rglob("*"):
        if file.suffix == ".part":
            broken += 1
        elif file.suffix == ".json" and file.name != "batch.json":
            try:
                json.loads(file.read_text(encoding="utf-8"))["made"]
            except (ValueError, KeyError):
                broken += 1
            else:
                sound += 1
    return sound, broken


# ---- beside others --------------------------------------------------------------------------------


def weather(size: Size) -> dict[str, Any]:
    return {
        "median": size.median,
        "sigma": 0.3,
        "rpm": size.rpm,
        "tpm": size.tpm,
        "error": 0.02,
        "cut": 0.01,
    }


def bound(size: Size, ledger: Ledger, each: float) -> float:
    """Seconds; `each` is the mean latency in the weather that all clients met."""
    tokens = ledger.tokens / max(1, ledger.let_in) * size.articles
    return max(each * size.articles / size.workers, 60 * size.articles / size.rpm, 60 * tokens / size.tpm)


def about(
    name: str, size: Size, ledger: Ledger, seconds: float, lost: int, each: float, *, ours: bool
) -> list[Row]:
    limits = ("≤ 1.25", "0", "0", "≤ 2") if ours else ("", "", "", "")
    values = (
        ("makespan / bound", seconds / bound(size, ledger, each), ""),
        ("articles lost", lost, ""),
        ("answers paid twice", ledger.paid_again, ""),
        ("refused with 429", 100 * ledger.refused / max(1, ledger.calls), "% of calls"),
    )
    return [
        Row(f"{name}: {measure}", value, unit, limit)
        for (measure, value, unit), limit in zip(values, limits, strict=True)
    ]


def call_rows(size: Size) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        paths = short_articles(folder, size.articles)
        with Endpoint(**weather(size)) as endpoint:
            ended = batch(
                folder, "--workers", str(size.workers), **settings_for(endpoint.base_url, timeout=120)
            )
            ledger = endpoint.ledger()
        each = ledger.worked / ledger.paid
        lost = size.articles - sound_briefs(folder)[0]
        yield Row("lower bound", bound(size, ledger, each), "s")
        yield from about(
            "briefings batch, reading and checking included",
            size,
            ledger,
            ended.seconds,
            lost,
            each,
            ours=True,
        )
        yield Row("briefings batch: processor time", 1000 * ended.cpu / size.articles, "ms an article")
        yield Row("briefings batch: peak of the largest process", ended.peak, "MB")
        bodies = requests_of(paths)
    for name, client in PEERS.items():
        with Endpoint(**weather(size)) as endpoint:
            started = time.perf_counter()
            try:
                answered = client(endpoint.base_url, bodies, size)
            except Exception as error:  # noqa: BLE001 - what cannot run is said so in its row
                yield Row(f"{name}: could not run", f"{type(error).__name__}: {error}"[:120])
                continue
            seconds = time.perf_counter() - started
            ledger = endpoint.ledger()
        yield from about(name, size, ledger, seconds, size.articles - answered, each, ours=False)


def requests_of(paths: list[Path]) -> list[dict[str, Any]]:
    """The very requests that a batch makes for these articles."""
    from briefings.drafting.prompts import render_prompt
    from briefings.lens import load_lens
    from briefings.llm.dialect import Dialect
    from briefings.readers import read_article

    lens, dialect = load_lens(), Dialect()
    return [dialect.request("small-1", render_prompt(read_article(path), lens, "ru")) for path in paths]


def sound(text: str | None) -> bool:
    return text == ANSWER


def sdk_loop(base_url: str, bodies: list[dict[str, Any]], size: Size) -> int:
    """asyncio, a semaphore, and the SDK with its default retries."""
    import openai

    async def everything() -> int:
        async with openai.AsyncOpenAI(base_url=base_url, api_key=_KEY) as client:
            width = asyncio.Semaphore(size.workers)

            async def one(body: dict[str, Any]) -> bool:
                async with width:
                    try:
                        reply = await client.chat.completions.create(**body)
                    except openai.OpenAIError:
                        return False
                return sound(reply.choices[0].message.content)

            return sum(await asyncio.gather(*map(one, bodies)))

    return asyncio.run(everything())


def aiolimiter_and_tenacity(base_url: str, bodies: list[dict[str, Any]], size: Size) -> int:
    """aiolimiter told both limits, tenacity with exponential waits, the answer checked before it counts."""
    import openai
    import tenacity
    from aiolimiter import AsyncLimiter

    async def everything() -> int:
        async with openai.AsyncOpenAI(base_url=base_url, api_key=_KEY, max_retries=0) as client:
            width = asyncio.Semaphore(size.workers)
            # With a minute's worth at once, as its examples have it, the start is refused: a second's worth.
            requests, tokens = AsyncLimiter(size.rpm / 60, 1), AsyncLimiter(size.tpm / 60, 1)

            @tenacity.retry(
                wait=tenacity.wait_random_exponential(1, 20),
                stop=tenacity.stop_after_attempt(6),
                reraise=True,
            )
            async def one(body: dict[str, Any]) -> bool:
                async with width, requests:
                    await tokens.acquire(min(len(json.dumps(body["messages"])) / 6 + 600, size.tpm / 60))
                    reply = await client.chat.completions.create(**body)
                if not sound(reply.choices[0].message.content):
                    raise ValueError("not an answer")
                return True

            done = await asyncio.gather(*map(one, bodies), return_exceptions=True)
            return sum(result is True for result in done)

    return asyncio.run(everything())


def langextract(base_url: str, bodies: list[dict[str, Any]], size: Size) -> int:
    """langextract's OpenAI provider with its own parallel runner; it gives up at the first error of any call."""
    from langextract.providers.openai import OpenAILanguageModel

    model = OpenAILanguageModel(
        model_id="small-1", api_key=_KEY, base_url=base_url, max_workers=size.workers, temperature=0.0
    )
    prompts = ["\n".join(message["content"] for message in body["messages"]) for body in bodies]
    answered = 0
    for start in range(0, len(prompts), size.workers):  # batches of its width, as its annotator makes them
        try:
            for outputs in model.infer(prompts[start : start + size.workers]):
                answered += sound(outputs[0].output)
        except Exception:  # noqa: BLE001, S112 - the batch it was in is lost
            continue
    return answered


PEERS: dict[str, Callable[[str, list[dict[str, Any]], Size], int]] = {
    "asyncio and the SDK's retries, calls only": sdk_loop,
    "aiolimiter and tenacity, calls only": aiolimiter_and_tenacity,
    "langextract's parallel runner, calls only": langextract,
}


# ---- killed ---------------------------------------------------------------------------------------


def kill_rows(size: Size) -> Iterator[Row]:
    dice = random.Random(5)  # noqa: S311 - moments
    with tempfile.TemporaryDirectory() as place, Endpoint(median=0.5) as endpoint:
        folder = Path(place)
        short_articles(folder, size.killed_articles)
        arrived: dict[str, int] = {}  # what was in the journal at a kill, and how often it was paid by then
        paid_again = 0
        workers = 8
        for _ in range(size.kills):
            target = endpoint.ledger().paid + dice.randint(1, size.killed_articles // size.kills)
            process = subprocess.Popen(
                command("batch", "in", "--workers", str(workers)),
                cwd=folder,
                env=environment(**settings_for(endpoint.base_url)),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            while endpoint.ledger().paid < target and process.poll() is None:
                time.sleep(0.01)
            time.sleep(dice.uniform(0, 0.3))
            process.kill()
            process.wait()
            time.sleep(2.0)  # what was on its way is paid for now
            counts = paid_by_article(endpoint.ledger())
            paid_again += sum(counts[key] - before for key, before in arrived.items())
            arrived = {key: counts[key] for key in answered_articles(folder)}
        batch(folder, "--workers", str(workers), **settings_for(endpoint.base_url))
        ledger = endpoint.ledger()
        counts = paid_by_article(ledger)
        paid_again += sum(counts[key] - before for key, before in arrived.items())
        sound_ones, broken = sound_briefs(folder)
    name = f"{size.kills} SIGKILLs over {size.killed_articles} articles"
    yield Row(f"{name}: lost", size.killed_articles - sound_ones, "", "0")
    yield Row(f"{name}: half files", broken, "", "0")
    yield Row(f"{name}: arrived answers paid again", paid_again, "", "0")
    yield Row(f"{name}: answers on their way paid again", ledger.paid_again, "", f"≤ {workers * size.kills}")


def paid_by_article(ledger: Ledger) -> dict[str, int]:
    counts: dict[str, int] = {}
    for entry in ledger.entries.values():
        counts[entry.article] = counts.get(entry.article, 0) + entry.paid
    return counts


def answered_articles(folder: Path) -> list[str]:
    """The articles, by the number in their text, whose answer is in the journal."""
    import hashlib

    numbers = {hashlib.sha256(path.read_bytes()).hexdigest(): path.stem for path in (folder / "in").iterdir()}
    archive = folder / "out" / "briefings.sqlite"
    if not archive.exists():
        return []
    with closing(sqlite3.connect(archive)) as db:
        found = db.execute("SELECT article_sha256 FROM calls").fetchall()
    return [str(int(numbers[row[0]])) for row in found]


# ---- by extraction --------------------------------------------------------------------------------


def extraction_rows(size: Size) -> Iterator[Row]:
    few, many = (extracted(number) for number in size.extracted)
    yield Row("extraction, whole run", size.extracted[1] / many.seconds, "briefs/s", "≥ 10")
    yield Row("extraction: processor time", 1000 * many.cpu / size.extracted[1], "ms a brief")
    yield Row(
        f"peak memory, {size.extracted[1]} articles / {size.extracted[0]}", many.peak / few.peak, "", "≤ 1.2"
    )
    yield Row("peak of the largest process", many.peak, "MB")


def extracted(number: int) -> Ended:
    source = next((ROOT / "seeds").glob("ru_*")).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "in").mkdir()
        for each in range(number):
            varied = source.replace("1,3 млн", f"{1 + each / 100:.2f} млн".replace(".", ",")).replace(
                "18 %", f"{each % 90 + 5} %"
            )
            (folder / "in" / f"{each:05}.txt").write_text(
                f"{varied}\nНомер выпуска — {each}.\n", encoding="utf-8"
            )
        return batch(folder, "--drafter", "extraction")


# ---- what a call costs the client -----------------------------------------------------------------


def overhead_rows(size: Size) -> Iterator[Row]:
    """Processor time of this process for each call, journal and pacing included; the imports are not."""
    from briefings.archive.calls import Journal
    from briefings.batch.asking import asked_for_good, endpoint
    from briefings.batch.budget import Budget
    from briefings.batch.halting import Halt
    from briefings.llm.base import Prompt, Turn
    from briefings.llm.pacing import Pace

    system = "Слово за словом. " * 500
    with tempfile.TemporaryDirectory() as place, Endpoint(median=0.5) as server:
        halt = Halt()
        pace = Pace(workers=size.workers, sleep=halt.sleep)
        asked = endpoint("small-1", pace, api_key=None, base_url=server.base_url, timeout=60)
        with closing(Journal(Path(place) / "a.sqlite")) as journal:
            model = asked_for_good(asked, journal, Budget(), pace, halt, cards={})
            prompts = [
                Prompt((Turn("system", system), Turn("user", f"Деталь {each}. {'Текст статьи. ' * 200}")))
                for each in range(size.overhead_calls + 1)
            ]
            model.complete(prompts.pop())
            began = time.process_time()
            with ThreadPoolExecutor(size.workers) as pool:
                list(pool.map(model.complete, prompts))
            took = time.process_time() - began
    yield Row(f"client, {size.workers} wide", 1000 * took / size.overhead_calls, "ms CPU a call", "≤ 15")


PARTS: dict[str, Callable[[Size], Iterator[Row]]] = {
    "calls": call_rows,
    "kills": kill_rows,
    "extraction": extraction_rows,
    "overhead": overhead_rows,
}


def rows(*, quick: bool = False, parts: tuple[str, ...] = tuple(PARTS)) -> list[Row]:
    """Every measure, taken in this very run."""
    return [row for part in parts for row in PARTS[part](QUICK if quick else FULL)]


def main(arguments: list[str]) -> None:
    parts = tuple(name for name in PARTS if name in arguments) or tuple(PARTS)
    if "--json" in arguments:
        measured = rows(quick="--quick" in arguments, parts=parts)
        print(json.dumps({"rows": [asdict(row) for row in measured]}, ensure_ascii=False, indent=1))
        return
    print("| measure | value | limit |\n|---|---|---|")
    for part in parts:
        for row in PARTS[part](QUICK if "--quick" in arguments else FULL):
            value = (
                row.value
                if isinstance(row.value, str)
                else f"{row.value:,.3g}"
                if row.value < 100
                else f"{row.value:,.0f}"
            )
            print(f"| {row.measure} | {value} {row.unit} | {row.limit} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
