# Begrip. Needs nothing but Python 3.11 or newer and make: uv is brought along (.ci/uv) when it is not on PATH.
.POSIX:
.PHONY: help serve test test-clients test-external conformance reliability fuzz check bench bench-live bench-rules migrate sdl docs clean

UV = .ci/uv
RUN = $(UV) run --frozen
EMBEDDED = $(UV) run --frozen --no-dev --extra embedded
# Node builds the workbench: the one on PATH, else the one of a wheel.
NODE = $$(command -v node >/dev/null 2>&1 || echo --group web)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name text; do printf '  make %-14s %s\n' "$$name" "$$text"; done

serve: ## a running server with a sample glossary: http://127.0.0.1:8000/graphql
	@$(EMBEDDED) $(NODE) true
	@( $(EMBEDDED) $(NODE) python web/build.py || echo 'begrip: the workbench was not built; the API is served all the same' >&2 ) & \
		exec $(EMBEDDED) begrip serve

test: ## all tests in Python, on embedded PostgreSQL and Valkey, with coverage
	$(RUN) pytest --ignore=tests/web --ignore=tests/clients --ignore=tests/conformance --ignore=tests/reliability --hypothesis-profile=fixed -n 2 --dist worksteal --cov --cov-report=term
	$(RUN) coverage report --include='rules/*' --fail-under=100

test-clients: ## clients for Node and Python and a headless Chromium against a running server; says so where they cannot run
	-$(RUN) $(NODE) python web/build.py
	-$(RUN) python tests/install.py examples/clients
	$(RUN) pytest tests/web tests/clients

test-external: ## the tests marked `engine`, on PostgreSQL 15+ and Redis 7+ of this machine
	.ci/external

conformance: ## official audits, reference clients, linters and client generators from npm; says so where they cannot run
	-$(RUN) python tests/install.py tests/conformance
	$(RUN) pytest tests/conformance

reliability: ## kill, cut, fill and flood what runs; writes docs/reliability.md (half an hour; no part of the tests)
	code=0; $(RUN) pytest tests/reliability -n 0 || code=$$?; $(RUN) python -m tests.reliability.report; exit $$code

fuzz: ## 10,000 generated operations against a running server: none finds a defect
	BEGRIP_FUZZ=10000 $(RUN) pytest tests/e2e/test_fuzz.py

check: ## style, types, layers, dependencies, container files
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy .
	$(RUN) lint-imports
	$(RUN) deptry .
	$(RUN) hadolint Dockerfile
	$(RUN) check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml

bench: ## import and validate 10,000 glosses of WordNet through the public interface
	mkdir -p benchmarks/data
	$(RUN) python -m benchmarks.wordnet 10000 > benchmarks/data/words.jsonl
	$(RUN) python -m benchmarks.import_and_follow benchmarks/data/words.jsonl

bench-live: ## live events beside a Node server and the naive way: docs/benchmarks.md, anew
	npm ci --prefix benchmarks/peers/live --no-audit --no-fund --loglevel=error
	$(RUN) python -m benchmarks.live

bench-rules: ## how right the rules are: docs/rules-quality.md, anew
	$(RUN) python -m benchmarks.rules_quality

migrate: ## bring the database of DATABASE_URL, or the embedded one, to the newest shape
	$(EMBEDDED) begrip migrate

sdl: ## write schema/schema.graphql and CHANGELOG-schema.md
	$(RUN) begrip sdl --write

docs: ## write the generated pages: rules and settings
	$(RUN) begrip docs

clean: ## remove what can be made again; data in .data stay
	rm -rf .venv .uv build dist web/dist web/node_modules *.egg-info .coverage .coverage.* \
		.mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
