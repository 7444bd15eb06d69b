# Each target is one command, which works as well without make; `python3 bootstrap.py` does the set-up.
.DEFAULT_GOAL := help
.PHONY: help setup report verify notebooks test test-full lint bench bench-scale stability multiverse reproducibility lock
.PHONY: audit licences sbom coverage fuzz mutation clean

# make report PYTHON=python3.12 builds .venv with that Python, if it is not there yet
PYTHON ?=

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s%s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

setup: ## make .venv from requirements.lock, if it is not there or not current
	@python3 bootstrap.py $(if $(PYTHON),--python $(PYTHON))

report: setup ## render the bundled study into reports/
	.venv/bin/framing report seeds --out reports

verify: setup ## run the bundled study again and say of each figure of reports/ whether it is the same
	.venv/bin/framing verify reports

notebooks: setup ## run the notebooks and write them as pages into reports/notebooks/
	.venv/bin/framing notebooks

test: setup ## run the tests, but for the slow ones, on all cores
	.venv/bin/python -m pytest -m "not slow" -n auto --dist loadfile

test-full: setup ## run all tests: the quick ones on all cores, then the slow ones one by one
	.venv/bin/python -m pytest -m "not slow" -n auto --dist loadfile
	.venv/bin/python -m pytest -m slow

coverage: setup ## run all tests and say how much of the code they reach, branch by branch
	.venv/bin/python -m pytest -n auto --dist loadfile --cov=analysis --cov-branch --cov-report=term:skip-covered

lint: setup ## ruff, mypy and import-linter over the whole tree
	.venv/bin/pre-commit run --all-files

bench: setup ## print how long the commands take
	.venv/bin/framing bench

bench-scale: setup ## time plain BERTopic and framing topics side by side (FULL=1: on 120,000 paragraphs as well)
	.venv/bin/framing bench-scale $(if $(FULL),--full)

fuzz: setup ## fuzz the readers with atheris and keep a record (half an hour; Linux; RUNS=200000)
	.venv/bin/python -m tests.fuzz.run --runs $(or $(RUNS),200000)

mutation: setup ## change the code in one place at a time, count how often the tests notice, keep a record (SAMPLE=150 SEED=1)
	.venv/bin/python -m tests.mutation --sample $(or $(SAMPLE),150) --seed $(or $(SEED),1)

stability: setup ## print how stable the topics are under other seeds, row orders, noise and threads
	.venv/bin/framing stability seeds

multiverse: setup ## print in how many other choices each headline comparison keeps its sign
	.venv/bin/framing multiverse seeds

reproducibility: setup ## render the study again on other kernels, in other places and orders, and compare every byte
	.venv/bin/framing reproduce seeds --against reports

lock: setup ## write requirements.lock anew (four minutes; UPGRADE="--upgrade" for newer versions)
	.venv/bin/python .ci/lock.py $(UPGRADE)

audit: setup ## ask for known faults in the locked packages; skipped where the database cannot be reached
	.venv/bin/python .ci/audit.py

licences: setup ## list the licence of every installed package
	.venv/bin/pip-licenses --from=mixed --format=plain-vertical --order=license

sbom: setup ## write all packages as a CycloneDX bill of materials, sbom.json
	.venv/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --output-file sbom.json .venv

clean: ## remove .venv and the caches of the tools
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis mutants dist
