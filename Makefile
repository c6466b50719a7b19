# Everything that one does here, by name; `make help` lists it.  Each target sets up .venv for itself.
# Recipes stay plain enough for GNU Make 3.81.

.DEFAULT_GOAL := help
# As if .venv were activated: nbgrader looks for `alembic` on PATH, and kernels are started by name.
RUN := PATH="$(CURDIR)/.venv/bin:$$PATH"
# JupyterLab refuses root unless told; in a container root is often the only user.
AS_ROOT := $(if $(filter 0,$(shell id -u)),--allow-root)

.PHONY: help
help:  ## Say what there is
	@echo "make TARGET, where TARGET is one of"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "PYTHON=python3.12 make setup   takes that interpreter (3.11, 3.12 or 3.13)"
	@echo "LAB_ARGS='--no-browser' make lab   passes arguments on to JupyterLab"

.PHONY: setup
setup:  ## Make .venv, or bring it up to date; the other targets do so themselves
	@.ci/setup

.PHONY: grade
grade: setup  ## Grade a demonstration class with nbgrader, and print what each submission got and why
	@$(RUN) python -m course.grading

.PHONY: report
report: setup  ## Say how the class did, and write build/report/: a page and a table (ONLY="event queue")
	@$(RUN) python -m course.grading report $(ONLY)

.PHONY: regrade
regrade: setup  ## Grade again whom changed checks touch, and say whose score changed and why (IN=event)
	@$(RUN) python -m course.grading regrade $(IN)

.PHONY: lab
lab: setup  ## Open the lessons in JupyterLab, as a student has them: a copy of your own, in my-lessons/
	@$(RUN) python -m course.grading desk
	@$(RUN) jupyter lab --ServerApp.root_dir="$(CURDIR)/my-lessons" $(AS_ROOT) $(LAB_ARGS)

.PHONY: release
release: setup  ## Make release/ anew from source/
	@$(RUN) python -m course.grading release

.PHONY: exercise
exercise: setup  ## Begin an exercise that works, to be changed into another: IN=queue/1-hand-over NAME=feed-the-cat
	@$(RUN) python -m course.grading exercise "$(IN)" "$(NAME)"

.PHONY: kit
kit: setup  ## Write build/threads-course.zip: all that a learner needs, for whoever has no clone
	@$(RUN) python -m course.grading kit

.PHONY: gallery
gallery: setup  ## Write docs/gallery.md and its pictures anew, from the programs in docs/gallery/programs/
	@$(RUN) python -m docs.gallery

# All four are run even if one of them fails; then the whole has failed.
.PHONY: test
test: setup  ## Check everything: lint, types, notebooks, pytest
	@$(MAKE) --no-print-directory --keep-going lint types notebooks pytest

.PHONY: lint
lint: setup  ## Is the code in the form that ruff asks for?
	@$(RUN) ruff check --quiet . && $(RUN) ruff format --check --quiet . && echo "lint: nothing to mend"

.PHONY: types
types: setup  ## Do the types fit (mypy, strict)?
	@$(RUN) mypy

.PHONY: notebooks
notebooks: setup  ## Does each lesson print what is stored in it (nbval, strict)?
	@$(RUN) python -m pytest --nbval --nbval-cell-timeout=60 source

.PHONY: pytest
pytest: setup  ## Run the tests in tests/ on all cores, or what TESTS names: TESTS='tests/search -x' make pytest
	@.ci/need chromium "the test in a browser" chromium chromium-browser google-chrome
	@.ci/need postgresql "the tests with PostgreSQL" initdb /usr/lib/postgresql/*/bin/initdb
	@$(RUN) python -m pytest -n logical --dist loadfile $(TESTS)

.PHONY: catalogue
catalogue: setup  ## Print the table of wrong and right answers to every exercise, and fail if it does not hold (ONLY=queue)
	@$(RUN) python -m tests.catalogue $(ONLY)

.PHONY: attacks
attacks: setup  ## Hand in hostile and broken notebooks, print what came of each, and fail if one got through (ONLY=pipes)
	@$(RUN) python -m tests.attacks $(ONLY)

.PHONY: mutants
mutants: setup  ## Is every small mistake in a reference answer seen by the checks? (MUTANTS_ARGS='--only event --reasons')
	@$(RUN) python -m tests.mutants $(MUTANTS_ARGS)

CLASS ?= 60
.PHONY: same
same: setup  ## Has a class of CLASS the same marks on one worker, two, a Dask cluster, SQLite and PostgreSQL? (60)
	@.ci/need postgresql "the tests with PostgreSQL" initdb /usr/lib/postgresql/*/bin/initdb
	@$(RUN) CLASS=$(CLASS) python -m pytest tests/grading/test_same_everywhere.py

PROGRAMS ?= 20000
.PHONY: prove
prove: setup  ## Compare the search with naive enumeration on PROGRAMS random programs (PROVE_ARGS='--first 20000 --family d')
	@$(RUN) python -m tests.search.prove --programs $(PROGRAMS) $(PROVE_ARGS)

.PHONY: format
format: setup  ## Mend what ruff can mend
	@$(RUN) ruff check --fix --quiet . ; $(RUN) ruff format .

.PHONY: bench
bench: setup  ## Compare the explorer with its peers: verdicts, executions, speed (ten minutes and more)
	@$(RUN) python -m benchmarks $(BENCH_ARGS)

.PHONY: scale
scale: setup  ## Grade a class of 1,000, beside stock nbgrader (hours; SCALE_ARGS='--sizes 10,100', '--minutes 30', '--help')
	@$(RUN) python -m benchmarks.scale $(SCALE_ARGS)

EXECUTIONS ?= 200000
.PHONY: leaks
leaks: setup  ## Does anything stay behind after EXECUTIONS executions of each benchmark program (200,000)?
	@$(RUN) python -m benchmarks.memory --executions $(EXECUTIONS)

.PHONY: requirements
requirements:  ## Compile requirements.in into requirements.txt: newest versions for Python 3.11 to 3.13 (needs uv)
	@uv pip compile --quiet --upgrade --universal --python-version 3.11 \
		--custom-compile-command "make requirements" requirements.in --output-file requirements.txt

# Never what people handed in, nor their marks: in submitted/, autograded/, feedback/ and gradebook.db only the
# demonstration class is removed, which marks its own folders.
.PHONY: clean
clean:  ## Remove .venv, the demonstration class and what tools leave behind; never anybody's work
	-@[ ! -e .venv/ready ] || [ ! -e gradebook.db ] || $(RUN) python -m course.grading clear
	@rm -rf .venv build course.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find $(wildcard course source release tests benchmarks) \
		\( -name __pycache__ -o -name .ipynb_checkpoints \) -type d -prune -exec rm -rf {} +
