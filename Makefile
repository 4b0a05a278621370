# Two commands: `make report` and `make test`. Both set up .venv by themselves, from the locked versions, once.

SHELL := /bin/sh
STORE ?= reports/timeline.db
PAGE ?= reports/index.html
VENV := .venv
BIN := $(VENV)/bin
COVERAGE := 95
ENGINE_COVERAGE := 98

.PHONY: help report test lint bench docs audit ftm lock clean
help:
	@echo "make report   append data/articles/ to $(STORE) and write $(PAGE)"
	@echo "make test     check style, types, layers, then run all tests with coverage"
	@echo "make lint     style, types and layers only"
	@echo "make bench    scores, speed, memory and start-up, with gains and losses against the pinned scores"
	@echo "make docs     write the generated pages of docs/ anew"
	@echo "make ftm      install what reads the FollowTheMoney export back in the tests (needs a C++ compiler, libicu-dev, pkg-config)"
	@echo "make audit    look the locked packages up in the database of known vulnerabilities (needs uv and a network)"
	@echo "make lock     write the lock files anew (needs uv)"
	@echo "make clean    remove what the commands above made"

report: $(VENV)/runtime.stamp
	@$(BIN)/timeline append data/articles --store $(STORE); code=$$?; [ $$code -le 1 ] || exit $$code; \
	$(BIN)/timeline report --out $(PAGE) --store $(STORE) && exit $$code

test: lint
	$(BIN)/pytest -n auto --cov --cov-report= tests
	$(BIN)/coverage report --fail-under=$(COVERAGE)
	$(BIN)/coverage report --include='parsers/*' --fail-under=$(ENGINE_COVERAGE) --format=total

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/dev.stamp
	$(BIN)/python -m tests.benchmarks

docs: $(VENV)/dev.stamp
	@mkdir -p docs
	$(BIN)/python -m timeline.glossary > docs/event-table.md
	$(BIN)/python -m timeline.cli.reference > docs/cli.md
	$(BIN)/python -m timeline.exports.reference > docs/exports.md
	$(BIN)/python -m tests.house.licences > docs/licences.md

# A virtual environment with the newest Python that is there, 3.11 or later.
$(BIN)/python:
	@if command -v uv >/dev/null 2>&1; then uv venv --quiet --allow-existing --python '>=3.11' $(VENV); exit; fi; \
	for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  $$python -c 'import ensurepip, venv' 2>/dev/null || { \
	    echo "$$python cannot make virtual environments; install its venv package (Debian, Ubuntu: apt-get install python3-venv)" >&2; exit 1; }; \
	  $$python -m venv $(VENV); exit; \
	done; \
	echo "Python 3.11 or newer is needed and was not found; install it, or uv, and try again" >&2; exit 1

$(VENV)/runtime.stamp: requirements.lock pyproject.toml | $(BIN)/python
	@$(call install,requirements.lock)
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock pyproject.toml | $(BIN)/python
	@$(call install,requirements-dev.lock)
	@touch $@ $(VENV)/runtime.stamp

# Needs a network that reaches a database of vulnerabilities, so it is no part of the tests.
audit: $(VENV)/dev.stamp
	uvx pip-audit --require-hashes --disable-pip -r requirements.lock

ftm: $(VENV)/ftm.stamp

$(VENV)/ftm.stamp: requirements-ftm.lock $(VENV)/dev.stamp
	@$(call install,requirements-ftm.lock)
	@touch $@

# The locked packages by hash, then the project itself in place, which downloads nothing more.
define install
echo "Installing what $(1) lists into $(VENV) (once)"; \
if command -v uv >/dev/null 2>&1; then pip="uv pip"; into="--compile-bytecode --python $(BIN)/python"; \
else pip="$(BIN)/python -m pip"; into="--quiet --disable-pip-version-check"; fi; \
$$pip install --quiet $$into --require-hashes -r $(1) && \
$$pip install --quiet $$into --no-deps --no-build-isolation -e .
endef

LOCK := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-emit-find-links --group build
lock:
	$(LOCK) --upgrade -o requirements.lock
	$(LOCK) --upgrade --group dev --all-extras -c requirements.lock -o requirements-dev.lock
	$(subst pyproject.toml,,$(LOCK)) --upgrade --group ftm -c requirements-dev.lock -o requirements-ftm.lock

clean:
	rm -rf $(VENV) $(STORE) $(STORE)-wal $(STORE)-shm $(PAGE) .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
