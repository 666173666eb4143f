# What policy staff type. `make` alone lists it.
# Variables: ARTICLE= one article · IN= a folder of them · LANGUAGE= ru, kk, en or auto · OUT= folder
#            MODEL= model's name · DATE= day of the digest · YES=1 send without asking
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
OUT ?= out
READY := .venv/.ready
TEST_READY := .venv/.ready-for-tests
PEERS_READY := .venv/.ready-with-peers
ACROSS_READY := .venv/.ready-across
PAGE_TOOLS := tests/browser/node_modules/.ready

.PHONY: help brief batch digest send doctor across test check eval bench lock clean

help: ## list the targets
	@echo "Usage: make TARGET [ARTICLE=path] [IN=folder] [LANGUAGE=ru|kk|en] [OUT=folder] [MODEL=name]"
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

brief: $(READY) ## brief the sample articles, or yours: make brief ARTICLE=path LANGUAGE=en
	@$(BIN)/briefings brief $(if $(ARTICLE),"$(ARTICLE)",seeds/*.*) --out "$(OUT)" \
	  $(if $(LANGUAGE),--lang "$(LANGUAGE)") $(if $(MODEL),--model "$(MODEL)")

batch: $(READY) ## brief a folder of articles: make batch IN=folder; the same again goes on where it stopped
	@test -n "$(IN)" || { echo "which folder? make batch IN=folder"; exit 2; }
	@$(BIN)/briefings batch "$(IN)" --out "$(OUT)" $(if $(LANGUAGE),--lang "$(LANGUAGE)") \
	  $(if $(MODEL),--model "$(MODEL)")

digest: $(READY) ## make the digest of today, or DATE=2031-10-01; sends nothing
	@$(BIN)/briefings digest --out "$(OUT)" $(if $(DATE),--date "$(DATE)") $(if $(LANGUAGE),--language "$(LANGUAGE)")

send: $(READY) ## send that digest, after showing it and asking (YES=1: without asking)
	@$(BIN)/briefings digest --send --out "$(OUT)" $(if $(DATE),--date "$(DATE)") $(if $(YES),--yes)

doctor: $(READY) ## check that everything needed is there, and how to get what is not
	@$(BIN)/briefings doctor

across: $(ACROSS_READY) ## add the check of meaning across languages (91 MB, Linux on x86-64)

test: $(TEST_READY) ## run the tests (Python alone, no network)
	@$(BIN)/python -m pytest -q -m "not browser"

check: $(TEST_READY) $(PAGE_TOOLS) ## format, lint, types, import walls, tests, and the page in a real browser
	@$(BIN)/ruff format --check . && $(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -q -m "not browser"
	@command -v chromium >/dev/null || { echo "make check needs Chromium for the page gates: apt-get install chromium"; exit 1; }
	@$(BIN)/python -m pytest -q -m browser tests/browser

eval: $(PEERS_READY) ## measure quality; DATA=folder adds checks on outside texts
	@$(BIN)/briefings eval $(if $(DATA),--data "$(DATA)")

bench: $(PEERS_READY) ## measure speed and memory on this machine
	@$(BIN)/briefings bench

lock: $(TEST_READY) ## renew the pinned versions (needs uv)
	@tests/lock.sh

clean: ## remove what make has made, but not your briefs
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis tests/browser/node_modules

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "briefings needs Python 3.11 or newer; try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { \
	  echo "Python's venv module is missing; on Debian or Ubuntu: apt-get install python3-venv"; exit 2; }
	@echo "Setting up (once; about half a minute) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(ACROSS_READY): $(READY) tests/across.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r tests/across.lock
	@touch $@

$(TEST_READY): $(READY) $(ACROSS_READY) tests/requirements.lock
	@echo "Setting up the test tools (once) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r tests/requirements.lock
	@touch $@

$(PEERS_READY): $(TEST_READY) tests/peers.lock
	@echo "Setting up what eval and bench compare with (once) …" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r tests/peers.lock
	@touch $@

$(PAGE_TOOLS): tests/browser/package-lock.json
	@command -v npm >/dev/null || { echo "make check needs Node.js for the page gates: apt-get install nodejs npm"; exit 1; }
	@cd tests/browser && npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@
