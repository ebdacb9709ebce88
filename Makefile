# Two commands do everything: `make start` and `make test`. The rest is for those who want one part of it.
PYTHON ?= python3.11
PORT ?= 8000
export PUBLIC_URL ?= http://127.0.0.1:$(PORT)
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py

.PHONY: help start test check services migrate demo bench bench-understanding bench-paper bench-queue clean
help:  ## What can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.ready: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-training.txt requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

start: $(VENV)/.ready  ## The whole service with demo data on http://127.0.0.1:8000
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@$(MANAGE) load_demo
	@$(MANAGE) serve --port $(PORT)

services: $(VENV)/.ready  ## Web, worker and beat as separate processes on DATABASE_URL and REDIS_URL
	@test -n "$$DATABASE_URL" -a -n "$$REDIS_URL" || { echo "Set DATABASE_URL and REDIS_URL first."; exit 2; }
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@trap 'kill 0' EXIT; \
	$(BIN)/celery -A patientview worker --concurrency 1 --loglevel WARNING & \
	$(BIN)/celery -A patientview beat --loglevel WARNING --schedule $${TMPDIR:-/tmp}/patientview-beat & \
	$(MANAGE) watch_alerts & \
	$(BIN)/gunicorn patientview.wsgi --bind 127.0.0.1:$(PORT) --workers 3 --no-control-socket & \
	wait

# The tests start many processes: without compiled modules each would compile the whole service again.
test: export PYTHONDONTWRITEBYTECODE =
test: $(VENV)/.ready-dev check  ## Every check and every test
	$(BIN)/python -m pytest -n auto --dist loadgroup

check: $(VENV)/.ready-dev  ## Style, the direction of imports, migrations, the API's schema
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check --fail-level WARNING
	$(MANAGE) spectacular --validate --fail-on-warn --file /dev/null

bench: $(VENV)/.ready-dev  ## The figures in docs/benchmarks.md
	$(BIN)/python -m tests.benchmarks

bench-understanding: $(VENV)/.ready-dev  ## How fast comments are read, and how near that is to the machine's limit
	$(BIN)/python -m tests.benchmarks.understanding $(if $(FEEDBACK),--feedback $(FEEDBACK))

bench-paper: $(VENV)/.ready-dev  ## How well scanned forms are read: 1,000 generated pages
	$(BIN)/python -m tests.benchmarks.paper $(PAPER)

bench-queue: $(VENV)/.ready-dev  ## How fast the queue is on PostgreSQL with a million feedback (QUEUE="--database URL")
	$(BIN)/python -m tests.benchmarks.queue $(QUEUE)

clean:  ## Remove the virtual environment and the demo's data
	rm -rf $(VENV) var
