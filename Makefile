# onrecord: `make site` builds the sample, `make test` runs the tests. Each does all of its own set-up.

PYTHON ?= python3
# How many tests run at once.
JOBS ?= 2

python := .venv/bin/python
pytest := $(python) -m pytest
# Neighbours share what a module's fixtures build, so each worker has a row of them, not every other.
at_once := --numprocesses $(JOBS) --dist worksteal
browser := tests/browser/node_modules
uv := build/uv/bin/uv
release := build/release/bin

.DEFAULT_GOAL := help
.PHONY: help site docs test test-long quick check lint format types golden screenshots bench lock dist audit \
	clean ready-site ready-test ready-release ready-browser

help: ## say what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name what; do \
		printf '%-18s %s\n' "$$name" "$$what"; done

site: ready-site ## build content/ into public/
	@$(PYTHON) requirements/install.py alone .venv/bin/onrecord build
	@echo "Look at it: $(python) -m http.server --bind 127.0.0.1 --directory public 8000"

docs: ready-site ## build the documentation into docs/public/
	@$(PYTHON) requirements/install.py alone .venv/bin/onrecord build --strict --site docs
	@echo "Look at it: $(python) -m http.server --bind 127.0.0.1 --directory docs/public 8000"

test: ready-test ready-browser ## run every test in its quick form
	@$(pytest) $(at_once)

test-long: ready-test ready-browser ## run every test with the counts of the specifications
	@ONRECORD_COUNTS=long $(pytest) $(at_once)

bench: ready-test ## measure onrecord beside the generators that are here (BENCH=options)
	@$(python) -m benchmarks $(BENCH)

check: lint types quick ## lint, types and the tests that need no browser

quick: ready-test ## run the tests that need no browser
	@$(pytest) $(at_once) -m 'not browser'

lint: ready-test ## ruff, as the house has it
	@$(python) -m ruff check
	@$(python) -m ruff format --check

format: ready-test ## let ruff lay out the code
	@$(python) -m ruff format
	@$(python) -m ruff check --fix

types: ready-test ## mypy, strict
	@$(python) -m mypy

golden: ready-test ready-browser ## accept what the sample, the cases and the pictures show now
	@$(pytest) --accept -p no:randomly tests/test_cases.py tests/test_golden.py \
		tests/unit/render/test_contract.py tests/unit/rig/test_reference.py \
		tests/browser/test_pictures.py

screenshots: ready-test ready-browser ## take pictures of every kind of page into build/screenshots/
	@$(python) -m tests.rig.screenshots $(ONLY)

lock: ## pin the newest allowed versions in requirements/
	@test -x $(uv) || { $(PYTHON) -m venv build/uv && build/uv/bin/python -m pip install --quiet uv; }
	@$(uv) pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
		--no-header --no-emit-index-url --group set-up --extra search \
		--output-file requirements/site.txt pyproject.toml
	@$(uv) pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
		--no-header --no-emit-index-url --group set-up --extra search --extra test \
		--constraints requirements/site.txt --output-file requirements/test.txt pyproject.toml
	@$(uv) pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
		--no-header --no-emit-index-url --group pyproject.toml:release \
		--constraints requirements/site.txt --output-file requirements/release.txt
	@cd tests/browser && npm install --package-lock-only

dist: ready-release ## make the packages of a release in dist/, with the list of what they need
	@rm -rf dist
	@SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(release)/python -m hatchling build -d dist
	@$(release)/twine check --strict dist/*
	@$(release)/cyclonedx-py requirements --pyproject pyproject.toml --mc-type application \
		--output-reproducible --output-file dist/onrecord.cdx.json requirements/site.txt

audit: ready-release ## ask for known faults of what is shipped with onrecord
	@$(release)/pip-audit --strict --disable-pip --require-hashes --requirement requirements/site.txt

clean: ## remove all that was made, the virtual environment included
	rm -rf .venv .onrecord public build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis $(browser)
	find generator tests requirements -name __pycache__ -prune -exec rm -rf {} +

ready-site:
	@$(PYTHON) requirements/install.py site

ready-release:
	@test build/release/.installed -nt requirements/release.txt || { \
		$(PYTHON) -m venv build/release && $(release)/python -m pip install --quiet \
		--require-hashes --requirement requirements/release.txt && touch build/release/.installed; }

ready-test:
	@$(PYTHON) requirements/install.py test

ready-browser: ready-test
	@$(PYTHON) requirements/install.py browser
