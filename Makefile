# Two commands matter: `make run` and `make test`. Each does all of its set-up, once.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

# A Python of your choice gets an environment of its own: make test PYTHON=python3.12
PYTHON ?=
VENV := .venv$(if $(PYTHON),-$(notdir $(PYTHON)))
PY := $(VENV)/bin/python -P
INSTALL := $(VENV)/bin/python -m pip --disable-pip-version-check --quiet install --no-input
FOR_RUN := $(VENV)/ready-to-run
FOR_TEST := $(VENV)/ready-to-test

# An environment that was copied along with the project still points to where it came from.
ifneq ($(shell cat $(VENV)/made-for 2>/dev/null),$(shell pwd -P))
.PHONY: $(VENV)/made-for
endif

.PHONY: help
help: ## say what there is (this)
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

.PHONY: run
run: $(FOR_RUN) ## open the window
	@.ci/system_packages.sh run $(VENV)/bin/python
	@.ci/run_program.sh $(VENV)/bin/python

.PHONY: test
test: $(FOR_TEST) lint types ## everything that must hold before a change is taken
	@.ci/system_packages.sh test $(VENV)/bin/python
	$(PY) -m pytest --numprocesses 2 --dist loadscope --no-loadscope-reorder

.PHONY: lint
lint: $(FOR_TEST) ## style and layers
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(VENV)/bin/lint-imports --no-cache

.PHONY: types
types: $(FOR_TEST) ## type annotations
	$(PY) -m mypy

.PHONY: fuzz
fuzz: $(FOR_TEST) ## a hundred thousand broken files for the readers, some ten minutes
	OFFICE_DIRECTORY_FUZZ=100000 $(PY) -m pytest --numprocesses 2 tests/exchange/test_fuzz.py

.PHONY: bench
bench: $(FOR_TEST) ## how fast it is, against a bare script
	$(VENV)/bin/python -m tests.benchmarks

.PHONY: screenshots
screenshots: $(FOR_TEST) ## the pictures of the README, light and dark
	@.ci/system_packages.sh run $(VENV)/bin/python
	mkdir -p docs
	for theme in light dark; do \
	  $(PY) -m directory_app --data-dir build/screenshots --size 1440x900 --theme $$theme \
	    --office 'European Secretariat' --screenshot docs/window-$$theme.png || exit 1; \
	done

.PHONY: wheel
wheel: $(FOR_TEST) ## the package, in dist/
	$(PY) -m pip --disable-pip-version-check wheel --quiet --no-build-isolation --no-deps --no-index -w dist .

.PHONY: installer
installer: $(FOR_TEST) ## the program as one folder that needs no Python, in dist/
	@.ci/system_packages.sh test $(VENV)/bin/python
	$(PY) -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build/installer installer.spec
	cd / && env -i '$(CURDIR)/dist/office-directory/office-directory' self-test

.PHONY: lock
lock: ## pin every dependency anew (UPGRADE=--upgrade for the newest)
	.ci/lock.sh $(UPGRADE)

.PHONY: clean
clean: ## remove all that was made
	rm -rf .venv* build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/made-for:
	@.ci/make_venv.sh $(VENV) $(PYTHON)

$(FOR_RUN): $(VENV)/made-for .ci/lock/run.txt pyproject.toml
	@echo "Installing what the program needs"
	@$(INSTALL) --require-hashes --only-binary :all: -r .ci/lock/run.txt
	@$(INSTALL) --no-deps --no-index --no-build-isolation -e .
	@touch $@

$(FOR_TEST): $(FOR_RUN) .ci/lock/test.txt
	@echo "Installing what the tests need"
	@$(INSTALL) --require-hashes --only-binary :all: -r .ci/lock/test.txt
	@touch $@
