"""Reading and checking are work for the processor: processes do it, one for each core.

Threads alone would share one core, and a thousand articles would wait for it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from briefings import checking
from briefings.errors import BriefingsError
from briefings.pipeline import brief_article
from briefings.readers import read_article, read_text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import Self

    from briefings.batch.recipe import Recipe
    from briefings.domain import Article, Brief

P = ParamSpec("P")
T = TypeVar("T")

# A process is for one core, but the linear algebra in it would take all: on small vectors, that only costs.
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_recipe: Recipe  # of this process, when it is one of the workshop's


class Workshop:
    """`processes` processes that work by `recipe`, for any number of threads. Close it after use.

    They are started with the first work.
    """

    def __init__(self, recipe: Recipe, processes: int) -> None:
        self._recipe = recipe
        self.processes = processes
        self._lock = threading.Lock()
        self._alone = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            if self._pool is not None:
                # Waiting costs nothing, since Python's end waits too; but it wakes the pool without a lock
                # and, should the pool close at that moment, ends in a stack trace.
                self._pool.shutdown(wait=True, cancel_futures=True)

    def read(self, path: Path) -> Article:
        """The article in the file at `path`; see `read_article`."""
        return self._do(read_article, path)

    def read_all(self, paths: Iterable[Path]) -> Iterator[Article | None]:
        """The article in each of the files, in their order; None where none can be read."""
        return self._all(read_article, paths)

    def read_texts(self, paths: Iterable[Path]) -> Iterator[str | None]:
        """The text of each of the articles, in their order; None where none can be read. See `read_text_of`."""
        return self._all(read_text_of, paths)

    def _all(self, work: Callable[[Path], T], paths: Iterable[Path]) -> Iterator[T | None]:
        def done(path: Path) -> T | None:
            try:
                return self._do(work, path)
            except Exception:  # noqa: BLE001 - told when the article is to be briefed
                return None

        threads = ThreadPoolExecutor(2 * self.processes, initializer=block_interrupts)
        try:
            yield from threads.map(done, paths)
        finally:
            threads.shutdown(wait=False, cancel_futures=True)

    def check(self, *draft: Any, **more: Any) -> Brief:
        """The checked brief of a draft; see `checking.check`."""
        return self._do(checking.check, *draft, **more)

    def extract(self, path: Path) -> Brief:
        """The brief of the file at `path`, by extraction."""
        return self._do(_extract, path)

    def _do(self, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        with self._lock:
            pool = self._pool = self._pool or self._opened(self.processes)
        try:
            return pool.submit(work, *arguments, **named).result()
        except BrokenProcessPool:
            with self._lock:
                if self._pool is pool:
                    self._pool = None
        # Somebody's work killed a process and with it all work that was under way. Each of them is tried
        # alone, so that only the one that kills fails.
        try:
            with self._alone, self._opened(1) as pool:
                return pool.submit(work, *arguments, **named).result()
        except BrokenProcessPool as error:
            raise BriefingsError(
                "the process at work on it was killed twice, perhaps for want of memory; "
                "brief it alone with `briefings brief` to see why"
            ) from error

    def _opened(self, processes: int) -> ProcessPoolExecutor:
        for name in _ONE_THREAD:
            os.environ.setdefault(name, "1")
        return ProcessPoolExecutor(
            processes,
            # Not fork: other threads of ours hold locks at this very moment.
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(self._recipe,),
        )


def block_interrupts() -> None:
    """Leave Ctrl-C to the main thread: it is not for this one, nor for the processes that it starts."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _begin(recipe: Recipe) -> None:
    global _recipe  # the lens is sent once, not with every article
    _recipe = recipe
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """A run that is killed cannot end its processes, and they would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _extract(path: Path) -> Brief:
    recipe = _recipe
    return brief_article(
        read_article(path),
        recipe.lens,
        language=recipe.language,
        marking=recipe.marking,
        content=recipe.content,
    )
