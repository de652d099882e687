# Thin lines over the command line. `make site` and `make test` work in a fresh clone.
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve test check lint bench lock clean

site: $(VENV)/.site ## build the example school into site/oakfield-primary/
	$(BIN)/schoolpolicy build

serve: $(VENV)/.site ## show the site while files are edited
	$(BIN)/schoolpolicy serve

check: $(VENV)/.site ## say what is wrong or missing
	$(BIN)/schoolpolicy check

test: $(VENV)/.dev lint ## run every test
	@sh tests/find-browser.sh
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadgroup

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.dev ## measure, side by side
	$(BIN)/python -m bench

$(VENV)/bin/python:
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; this is $$(python3 --version)."; exit 1; }
	@python3 -m venv $(VENV) || { rm -rf $(VENV); \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && apt-get install -y -qq python3-venv && python3 -m venv $(VENV); \
		else echo "Install Python's venv first: sudo apt install python3-venv"; exit 1; fi; }

INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check

$(VENV)/.site: $(VENV)/bin/python requirements/site.txt requirements/build.txt pyproject.toml
	$(INSTALL) --require-hashes -r requirements/site.txt -r requirements/build.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.site requirements/dev.txt
	$(INSTALL) --require-hashes -r requirements/dev.txt
	@touch $@

lock: ## write the lock files again; needs uv
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		pyproject.toml -o requirements/site.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--extra dev pyproject.toml -o requirements/dev.txt
	printf 'hatchling==1.27.0\neditables\n' | uv pip compile --quiet --universal \
		--python-version 3.11 --generate-hashes --no-header - -o requirements/build.txt

clean:
	rm -rf $(VENV) site .cache
