# `make run` opens the workbench on the sample; `make test` runs the tests; nothing needs to be installed before.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test test-slow check bench lock clean picture

.venv/.installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/.developer: .venv/.installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

run: .venv/.installed
	$(BIN)/tm sample

test: .venv/.developer
	$(BIN)/python -m pytest -n 2 -m "not slow and not bench"

test-slow: .venv/.developer
	$(BIN)/python -m pytest -n 2 -m slow

bench: .venv/.developer
	$(BIN)/python -m pytest tests/bench -m bench -s -p no:randomly

check: .venv/.developer
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m alembic -c alembic.ini check
	sh .ci/wheel

UV_COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --emit-build-options

lock: .venv/.developer
	$(UV_COMPILE) --output-file requirements.lock pyproject.toml .ci/build.in
	$(UV_COMPILE) --extra test --extra check --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml .ci/build.in .ci/tools.in

clean:
	rm -rf .venv dist build

picture: .venv/.developer
	$(BIN)/python docs/picture.py
