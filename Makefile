# `make demo` and `make test` set up everything they need; there is no other set-up command.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test e2e pictures bench-articles bench-reading bench-language bench-questions bench-answers bench-hostile docs lint format lock clean

help: ## What can be made here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "onrecord needs Python 3.11 or newer; $(PYTHON) is older. Try: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "This Python lacks the venv module. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Setting up .venv (once; takes about a minute) ..."
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --only-binary :all: -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## Read two bundled articles, ask two questions, show a digest: no Slack needed
	@$(BIN)/onrecord demo

test: $(READY) ## Run the tests
	@$(BIN)/python -m pytest -n 2 --dist loadfile

e2e: $(READY) ## Test the bot against a Slack that nobody here wrote (needs Node 20)
	@if command -v npm >/dev/null; then npm ci --prefix tests/e2e --no-audit --no-fund --silent; \
	  else echo "There is no Node here: the emulated Slack is left out."; fi
	@$(BIN)/python -m pytest tests/e2e

bench-articles: $(READY) ## Measure who-said-what on our own articles
	@$(BIN)/python -m tests.articles.figures

bench-reading: $(READY) ## Measure the reading step beside bare trafilatura, in pages per second
	@$(BIN)/python -m tests.bench.reading

bench-language: $(READY) ## Measure who-said-what and its speed; BENCH=FOLDER of the shared benchmark
	@$(BIN)/python -m tests.bench.language $(BENCH)

bench-questions: $(READY) ## Put 3,380 questions to archives of our own articles, and count what answers them
	@$(BIN)/python -m tests.bench.questions

bench-answers: $(READY) ## Measure questions on large archives; SIZES=1000000 for a million statements (minutes)
	@$(BIN)/python -m tests.bench.answers $(SIZES)

bench-hostile: $(READY) ## Print what becomes of hostile pages, with seconds and memory (takes a minute)
	@$(BIN)/python -m tests.bench.hostile

pictures: $(READY) ## Renew the pictures in docs/ (needs Node 20 and Chromium)
	@npm ci --prefix tests/pictures --no-audit --no-fund --silent
	@$(BIN)/python -m tests.pictures.photograph

docs: $(READY) ## Renew what the documents quote from the program
	@$(BIN)/python -m tests.documents

lint: $(READY) ## Check style, types and formatting
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(READY) ## Format the code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

lock: ## Renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --output-file requirements.lock

clean: ## Remove what was set up
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache
