# Each target is one command, which works as well without make; `python3 bootstrap.py` does the set-up.
.DEFAULT_GOAL := help
.PHONY: help setup report verify notebooks test lint bench bench-scale stability multiverse reproducibility lock clean

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

test: setup ## run the tests
	.venv/bin/python -m pytest

lint: setup ## ruff, mypy and import-linter over the whole tree
	.venv/bin/pre-commit run --all-files

bench: setup ## print how long the commands take
	.venv/bin/framing bench

bench-scale: setup ## time plain BERTopic and framing topics side by side (FULL=1: on 120,000 paragraphs as well)
	.venv/bin/framing bench-scale $(if $(FULL),--full)

stability: setup ## print how stable the topics are under other seeds, row orders, noise and threads
	.venv/bin/framing stability seeds

multiverse: setup ## print in how many other choices each headline comparison keeps its sign
	.venv/bin/framing multiverse seeds

reproducibility: setup ## render the study again on other kernels, in other places and orders, and compare every byte
	.venv/bin/framing reproduce seeds --against reports

lock: setup ## write requirements.lock anew (four minutes; UPGRADE="--upgrade" for newer versions)
	.venv/bin/python .ci/lock.py $(UPGRADE)

clean: ## remove .venv and the caches of the tools
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis dist
