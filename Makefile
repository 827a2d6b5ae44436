# `make demo` and `make test` are the two commands to know; both need Python 3.11 or later and make, nothing else.

PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# What the bench reads: the example, and real scrapes where they lie beside the project.
REPORTS ?= examples/harbour/reports $(wildcard ../shared/seeds)

.PHONY: demo test check lock bench gate clean

demo: .venv/run
	@echo "== reading the example: eight reports of one event"
	@mkdir -p out
	$(BIN)/secondsource dossier examples/harbour/reports --html out/harbour.html --json out/harbour.json
	@echo "== open this page in a browser: $(CURDIR)/out/harbour.html"

test: check
	@echo "== tests"
	$(BIN)/pytest -rs -n auto --dist loadfile

check: .venv/dev
	@echo "== lint"
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	@echo "== types"
	$(BIN)/mypy
	@echo "== floors"
	$(BIN)/lint-imports

bench: .venv/run
	$(BIN)/python bench/dossier.py $(REPORTS)
	$(BIN)/python bench/read.py examples/harbour/reports
	$(BIN)/python bench/align.py examples/harbour/reports
	$(BIN)/python bench/ingest.py
	$(BIN)/python -m bench.trace
	$(BIN)/python -m bench.clean
	$(BIN)/python -m bench.archive

gate: .venv/dev
	$(BIN)/pytest -rs gate

# Pins every dependency with its hashes, for people who change pyproject.toml.
lock: .venv/dev
	$(BIN)/uv pip compile pyproject.toml --group dev $(LOCKING) -o requirements/dev.txt
	$(BIN)/uv pip compile pyproject.toml --group build -c requirements/dev.txt $(LOCKING) -o requirements/run.txt
	$(BIN)/uv pip compile --group train -c requirements/run.txt $(LOCKING) -o requirements/train.txt
LOCKING := --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links

clean:
	rm -rf .venv out

.venv/run: requirements/run.txt pyproject.toml | .venv/made
	@echo "== installing secondsource and what it runs on (once)"
	$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --no-index -e .
	@touch $@

.venv/dev: requirements/dev.txt .venv/run
	@echo "== installing what it is tested with (once)"
	$(BIN)/pip install --quiet --no-deps --require-hashes -r requirements/dev.txt
	@touch $@

.venv/made:
	@echo "== making an environment of its own in .venv"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "secondsource needs Python 3.11 or later; name one: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing; on Debian: apt-get install python3-venv"; exit 1; }
	@touch $@
