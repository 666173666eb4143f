"""`make bench`: how fast, how large, on this machine. Medians; every figure is taken in this very run."""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.measuring.results import Figure, Part, table

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
ARTICLE = next((ROOT / "seeds").glob("ru_*"))
RUNS = 5
LOADED_RUNS = 3
# Without this the Russian name finder's arithmetic spreads over all cores.
ONE_CORE = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_SENTENCE = re.compile(r"[SH]\d+(?: \(.*?\))?\| ")


def whole_process(*arguments: str) -> tuple[float, float]:
    """Median wall seconds and peak MB of `python -m briefings …`, over RUNS runs after one to warm up."""
    seconds, peaks = [], []
    for run in range(RUNS + 1):
        started = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "briefings", *arguments],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            env={k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "BRIEFINGS_"))},
        )
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f"briefings {' '.join(arguments)} ended with {process.returncode}")
        if run:
            seconds.append(took)
            peaks.append(usage.ru_maxrss / 1024)
    return statistics.median(seconds), max(peaks)


def median_seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return statistics.median(times)


def process_figures() -> list[Figure]:
    with tempfile.TemporaryDirectory() as out:
        seconds, peak = whole_process("brief", str(ARTICLE), "--out", out)
    help_seconds, _ = whole_process("--help")
    return [
        Figure("one Russian article, extraction, whole process", seconds, "s", "≤ 2.0"),
        Figure("the same, peak memory", peak, "MB", "≤ 350"),
        Figure("briefings --help", help_seconds, "s", "≤ 0.25"),
    ]


def reading_figures() -> list[Figure]:
    from briefings.language.sentences import split
    from briefings.readers import read_article

    article = read_article(ARTICLE)
    text = article.text * 200
    megabytes = len(text.encode()) / 1e6
    return [
        Figure("sentence splitting", megabytes / median_seconds(lambda: split(text, "ru")), "MB/s", "≥ 2"),
        Figure("reading one Russian article (loaded)", median_seconds(lambda: read_article(ARTICLE)), "s"),
    ]


def checking_figures() -> list[Figure]:
    from briefings.checking import locate
    from briefings.lens import load_lens
    from briefings.pipeline import brief_article
    from briefings.readers import read_article

    article, lens = read_article(ARTICLE), load_lens()
    words = [article.words_of(s).split() for s in article.body]
    quotes = [" ".join(w[i : i + 6]) for w in words for i in range(0, max(1, len(w) - 6), 3)]
    seconds = median_seconds(lambda: [locate(article, q) for q in quotes])
    return [
        Figure("quotations located", len(quotes) / seconds, "a second", "≥ 1000"),
        Figure("one brief by extraction (loaded)", median_seconds(lambda: brief_article(article, lens)), "s"),
    ]


def prompt_figures() -> list[Figure]:
    from briefings.drafting.prompts import render_prompt
    from briefings.lens import load_lens
    from briefings.llm.tokens import count
    from briefings.readers import read_article

    lens = load_lens()
    articles = [read_article(path) for path in sorted((ROOT / "seeds").glob("*.*"))[-2:]]
    prompts = ["\n".join(turn.text for turn in render_prompt(a, lens, "ru").turns) for a in articles]
    bare = ["\n".join(line for line in text.splitlines() if not _SENTENCE.match(line)) for text in prompts]
    tokens = [count(text, "gpt-4o") for text in bare]
    pairs = zip(*prompts, strict=False)
    alike = next((i for i, (a, b) in enumerate(pairs) if a != b), min(map(len, prompts)))
    shared = count(prompts[0][:alike], "gpt-4o")
    return [
        Figure("prompt without the article", max(tokens), "o200k tokens", "≤ 2500"),
        Figure("of it shared by the second article of a run", 100 * shared / tokens[1], "%", "≥ 90"),
    ]


def loaded_figures() -> list[Figure]:
    """What a loaded process does, in CPU time: the fixture's articles, and thirty statements on each of them."""
    figures = []
    for language, name, options in (
        ("kk", "Kazakh", ()),
        ("en", "English", ()),
        ("ru", "Russian, names found by capitals alone", ("--without-names",)),
        ("ru", "Russian", ()),
    ):
        runs = [_loaded(language, *options) for _ in range(LOADED_RUNS)]
        speed = statistics.median(run["articles a second"] for run in runs)
        limit = "≥ 8" if name == "Russian" else "≥ 100"
        figures.append(Figure(f"articles analysed: {name}", speed, "a CPU second", limit))
        if not options:
            seconds = statistics.median(run["check, seconds"] for run in runs)
            figures.append(Figure(f"check of thirty statements: {name}", 1000 * seconds, "CPU ms", "≤ 20"))
    return figures


def _loaded(language: str, *options: str) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.measuring.loaded", language, *options]
    printed = subprocess.run(command, cwd=ROOT, env=os.environ | ONE_CORE, check=True, capture_output=True)
    found: dict[str, float] = json.loads(printed.stdout)
    return found


def measure() -> list[Figure]:
    parts = (process_figures, reading_figures, checking_figures, prompt_figures, loaded_figures)
    return [figure for part in parts for figure in part()]


def main(as_json: bool) -> None:
    figures = measure()
    if as_json:
        print(json.dumps({"figures": [figure.as_json() for figure in figures]}, ensure_ascii=False, indent=1))
    else:
        print(table(Part("figures", (), figures=figures)))


if __name__ == "__main__":
    main("--json" in sys.argv)
