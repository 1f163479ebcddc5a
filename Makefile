# Needs Python 3.11 or newer and make; everything else is installed into .venv from locked, hashed files.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--custom-compile-command "make lock"

# Compiled byte code is kept: every local Lambda process imports the same packages.
export PYTHONDONTWRITEBYTECODE :=
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: help install up test versions check sound fix bench screenshots fuzz events lock web build deploy
.DEFAULT_GOAL := help

help:  ## What there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(INSTALLED)  ## Virtual environment with locked requirements

$(INSTALLED): tests/requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=...")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	sed -n '/^uv==/,/[^\\]$$/p' tests/requirements.txt > .venv/uv.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.txt
	$(BIN)/uv pip sync --quiet --require-hashes tests/requirements.txt
	$(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

web: install  ## Build the web applications, when their sources changed
	@$(BIN)/python -m infra.local.web_build

up: web  ## Start the local stack (HELPDESK_PORT, HELPDESK_DATA, HELPDESK_SEED, HELPDESK_CLOCK; ARGS=--wait: in the background)
	@exec $(BIN)/helpdesk up $(ARGS)

test: web sound  ## Every test: Python, local stack, browser, web (ARGS=--durations shows the slowest)
	$(BIN)/pytest -n auto --dist loadfile $(ARGS:--durations=--durations=30)
	cd web && npm test

versions: install  ## Unit and contract tests once on each installed Python from 3.11 on (ARGS="-k mail")
	$(BIN)/python -m tests.versions $(ARGS)

check: web sound  ## Format, lint, types, import rules, templates
	$(BIN)/cfn-lint
	cd web && npm run check

# What `make test` and `make check` ask of Python first: seconds, once mypy has its cache.
sound: install
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/lint-imports
	$(BIN)/mypy

fix: web  ## Repair what tools can repair
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	cd web && npm run format

bench: web  ## What each operation costs (ARGS="--n 10000 --json out.json", see --help)
	$(BIN)/python -m tests.bench $(ARGS)

screenshots: web  ## Pictures of every page and state, with an index (ARGS="--to folder --only ticket")
	$(BIN)/python -m tests.screenshots $(ARGS)

fuzz: web .venv/fuzz/installed  ## Thousands of made-up requests to a local stack of their own (ARGS="--requests 5000")
	$(BIN)/python -m tests.fuzz $(ARGS)

.venv/fuzz/installed: tests/fuzz/requirements.txt | install
	$(BIN)/uv venv --quiet --clear .venv/fuzz
	$(BIN)/uv pip sync --quiet --python .venv/fuzz/bin/python --require-hashes tests/fuzz/requirements.txt
	touch $@

events: web  ## Regenerate OpenAPI, event schemas and the TypeScript types made from them
	$(BIN)/python -m infra.generate
	cd web && npm run types

lock: install  ## Lock requirements anew from pyproject.toml
	$(LOCK) pyproject.toml --extra dev --group search --group numbers --group answers -o tests/requirements.txt
	$(LOCK) pyproject.toml -c tests/requirements.txt -o layers/dependencies/requirements.txt
	$(LOCK) --group search -c tests/requirements.txt -o layers/search/requirements.txt
	$(LOCK) --group numbers -c tests/requirements.txt -o layers/numbers/requirements.txt
	$(LOCK) --group answers -c tests/requirements.txt -o layers/answers/requirements.txt
	$(LOCK) tests/fuzz/requirements.in -o tests/fuzz/requirements.txt

build: install  ## Lay out what is deployed to AWS
	$(BIN)/python -m infra.publish build

deploy: web build  ## Deploy to AWS (DEPLOY_ARGS; see python -m infra.publish deploy --help)
	$(BIN)/python -m infra.publish deploy $(DEPLOY_ARGS)
