# Two commands do everything from a fresh clone: `make audit` and `make test`.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
SAMPLE := sample_audits/northlight_broadband/profile.yaml
AS_OF := 2026-11-21

.PHONY: audit test test-engines search lint types docs samples catalogue benchmarks clean

audit: .venv/.installed .venv/.libraries  ## audit a sample; leaves audit/report.pdf
	mkdir -p audit
	$(BIN)/cxaudit run $(SAMPLE) --as-of $(AS_OF) \
	  -o audit/report.pdf -o audit/report.html -o audit/result.json

test: .venv/.installed .venv/.libraries .venv/.engines lint types  ## run all tests
	$(BIN)/pytest -n auto --cov --ignore=tests/engines
	$(MAKE) test-engines COVERAGE='--cov --cov-append'

test-engines: .venv/.installed .venv/.engines  ## the same measures on PostgreSQL and Spark
	$(BIN)/pytest tests/engines -n 2 --dist loadfile $(COVERAGE)

search: .venv/.installed .venv/.libraries  ## try properties on many examples, others each time
	$(BIN)/pytest -m hypothesis --hypothesis-profile=deep -n auto

lint: .venv/.installed
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/lint-imports

types: .venv/.installed .venv/.engines
	$(BIN)/mypy

samples: .venv/.installed .venv/.libraries  ## render the samples again; read the diff
	$(BIN)/pytest tests/test_sample_audits.py --update-golden -p no:randomly

catalogue: .venv/.installed  ## write the generated pages of docs/ again; read the diff
	$(BIN)/pytest tests/test_docs.py tests/test_guides.py --update-golden -p no:randomly

docs: .venv/.installed  ## build the site into build/site; warnings are errors
	$(BIN)/pytest tests/test_site.py -p no:randomly
	$(BIN)/zensical build --clean --strict

benchmarks: .venv/.installed .venv/.libraries  ## print ratios, measured in one run
	$(BIN)/python -m benchmarks

# An editable install sees a new plugin only after it is run again, hence pyproject.toml.
.venv/.installed: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "cxaudit needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group dev --editable .
	touch $@

# What WeasyPrint needs of the system: `cxaudit doctor` says the same for other systems.
LIBRARIES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation
.venv/.libraries: .venv/.installed
	@if $(BIN)/cxaudit doctor >/dev/null 2>&1; then :; \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  apt-get update --quiet && DEBIAN_FRONTEND=noninteractive \
	  apt-get install --quiet --yes --no-install-recommends $(LIBRARIES); \
	else echo "For PDF, install what 'cxaudit doctor' names; all else works without."; fi
	@touch $@

# A PostgreSQL and a Java to run tests on; what is missing is skipped, with the reason.
ENGINES := $(if $(wildcard /usr/lib/postgresql/*/bin/initdb),,postgresql) \
  $(if $(shell command -v java),,default-jre-headless)
.venv/.engines: .venv/.installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group engines
	@if [ -n "$(strip $(ENGINES))" ] && command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  apt-get update --quiet && DEBIAN_FRONTEND=noninteractive \
	  apt-get install --quiet --yes --no-install-recommends $(ENGINES) || true; \
	fi
	@touch $@

clean:
	rm -rf .venv audit build dist .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
