# Everything a fresh machine needs: Python 3.11 (up to 3.13), git and make.
#
#   make demo    set up, then one night on the invented articles in seeds/demo
#   make test    set up, then the test suite
#   make check   format, lint, types, import contracts, generated pages, lock (try `make -k check`)
#   make rules   write docs/rules.md anew from the rules themselves
#   make bench   measure what has a budget
#   make lock    resolve requirements.lock anew; `make lock UPGRADE=--upgrade` takes newer versions
#   make clean   remove the environment, the caches and the demonstration's store

.DEFAULT_GOAL := help
SHELL := bash
.SHELLFLAGS := -euo pipefail -c

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
UV_VERSION := 0.13.8
ROOMS := flows storage checkers seeds
RULES_PAGE := docs/rules.md
DEMO_FOLDER := .demo
WRITE_RULES := $(BIN)/python -m flows.cli.main rules --markdown

# Prefect asks for both before it stops reporting its use to its makers.
export PREFECT_SERVER_ANALYTICS_ENABLED := false
export DO_NOT_TRACK := 1

.PHONY: help setup demo test check check-format check-lint check-types check-imports check-pages \
	check-lock rules bench lock clean

help:
	@sed -n 's/^#   //p' Makefile

setup: $(READY)

# The commands are tried, not only looked up: a version manager may offer a name that it cannot run.
# `uv` is told which Python to use, so an environment that happens to be active stays untouched.
$(READY): requirements.lock pyproject.toml
	@if ! $(BIN)/python -c '' 2>/dev/null; then \
	  for python in python3.11 python3.12 python3 python3.13 none; do \
	    $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
	      2>/dev/null && break; \
	  done; \
	  if [ $$python = none ]; then \
	    echo 'Recount needs Python 3.11, 3.12 or 3.13 on the PATH; install one and try again.' >&2; \
	    exit 1; \
	  fi; \
	  $$python -m venv --clear $(VENV); \
	fi
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --compile-bytecode \
	  -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY)
	@rm -rf $(DEMO_FOLDER) && mkdir -p $(DEMO_FOLDER)
	@RECOUNT_DATABASE_URL=sqlite:///$(DEMO_FOLDER)/recount.db $(BIN)/recount nightly --demo

test: $(READY)
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: check-format check-lint check-types check-imports check-pages check-lock

check-format: $(READY)
	$(BIN)/ruff format --check .

check-lint: $(READY)
	$(BIN)/ruff check .

check-types: $(READY)
	$(BIN)/mypy --strict $(ROOMS) tests benchmarks

check-imports: $(READY)
	$(BIN)/lint-imports

check-pages: $(READY)
	$(WRITE_RULES) | diff -u --label '$(RULES_PAGE)' --label 'make rules' $(RULES_PAGE) -

# Says when pyproject.toml asks for what the lock does not hold.
check-lock: $(READY)
	$(BIN)/uv pip check --python $(BIN)/python

# By way of another file, so that a command that fails leaves the page as it was.
rules: $(READY)
	$(WRITE_RULES) > $(VENV)/rules.md
	mv $(VENV)/rules.md $(RULES_PAGE)

bench: $(READY)
	$(BIN)/python -m benchmarks

# The options keep the file free of registry addresses and good for every platform.
lock: $(READY)
	$(BIN)/uv pip compile --quiet $(UPGRADE) --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --extra dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) $(DEMO_FOLDER) build *.egg-info .mypy_cache .pytest_cache .ruff_cache
