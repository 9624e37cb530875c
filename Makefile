# Every target sets up what it needs. The first run takes a minute or two, the next ones notice that nothing has changed.

PORT ?= 8000
# The day in China, where the law is.
TODAY ?= $(shell TZ=CST-8 date +%F)
python = .venv/bin/python
# The enumerations and what renders thousands of texts: a coverage run would slow them down threefold, and nearly every branch is reached without.
many = $(addprefix tests/,decide/test_every_answer.py decide/test_every_question_counts.py decide/test_early.py write/test_every_sentence.py write/test_contract.py write/test_letters.py write/test_compiled.py decide/test_standing.py rules/test_sentences.py write/test_telling.py)
covered = $(filter-out $(many),$(wildcard $(addsuffix /test_*.py,$(addprefix tests/,decide kit rules write keep))) tests/test_stories.py)
# Of the rest, what a copy of the package is tried with: neither sources nor pages are looked at, nothing is drawn, and nothing scored.
elsewhere = $(addprefix tests/,keep/test_archive_page.py law/test_channels.py read/test_end_to_end.py write/test_who_did_what.py test_copy_style.py test_import_direction.py test_package.py test_setup.py)
installed = $(filter-out $(many) $(elsewhere),$(wildcard $(addsuffix /test_*.py,$(addprefix tests/,ask decide kit law read rules write keep)) tests/test_*.py))
ready = .venv/.installed node_modules/.installed

# Every build would print a note that Material for MkDocs ends its life in 2027; checker.publish keeps the move short.
export NO_MKDOCS_2_WARNING = 1

.PHONY: serve check test lint test-engines test-installed package build publish texts upkeep measure called pictures bench browser whole-browser engines
.DEFAULT_GOAL := serve

# The site at http://127.0.0.1:$(PORT)/, rebuilt after every edit. No compiled files: they would look like edits.
serve: $(ready)
	PYTHONDONTWRITEBYTECODE=1 $(python) -m mkdocs serve --no-strict --dev-addr 127.0.0.1:$(PORT)

# Everything that has to hold before a change lands.
test: lint build browser
	npm test
	CHECKER_BROWSER="$$(cat build/browser-path)" $(python) -m pytest --numprocesses 2 --dist loadfile $(addprefix --ignore ,$(covered))
	$(python) -m pytest --quiet --numprocesses 2 --dist loadfile $(covered) --cov=checker.kit --cov=checker.rules --cov=checker.decide --cov=checker.write --cov-branch --cov-fail-under=95 --cov-report=term:skip-covered

# What is quick: a minute on two cores, while one writes. No browser, no enumeration.
check: lint
	npm test
	$(python) -m pytest --quiet --numprocesses 2 --dist loadfile --ignore tests/browser $(addprefix --ignore ,$(many)) tests

# One format for all Python, what ruff finds in it, and types over checker/. `.venv/bin/ruff format .` writes the format.
lint: .venv/.installed
	$(python) -m ruff format --check .
	$(python) -m ruff check .
	$(python) -m mypy

# What takes its time by nature: the self-check's path in Chromium, Firefox and WebKit, every state of it before axe, every fault of Python's
# start, and Lighthouse on every kind of page. And the site built once more, elsewhere and without a network. On Debian, what is not there is installed.
test-engines: build browser whole-browser engines
	$(python) -m pytest --quiet -m heavy tests/publish
	CHECKER_BROWSER="$$(cat build/browser-path)" $(python) -m pytest --numprocesses 2 --dist load -m heavy tests/browser
	CHECKER_BROWSER="$$(cat build/whole-browser-path)" $(python) -m pytest --numprocesses 2 --dist load tests/engines

# The engine in the oldest Python that pyproject.toml allows, installed from its wheel. Left out is what takes its time, or what the package has no part in.
test-installed: .venv/.installed
	@sh setup/installed.sh
	cd build/installed && venv/bin/python -m pytest --quiet --numprocesses 2 --dist loadfile $(installed)

# What pip can install, in dist/. The second is made from the first, so that the first is known to be whole.
package: .venv/.installed
	$(python) -m build --no-isolation --outdir dist

# The site as it is published, in site/.
build: $(ready)
	$(python) -m mkdocs build --strict

# The pages in docs/ that are made from the rules, written anew.
publish: $(ready)
	$(python) -m checker.publish --write

# After a new rule, question or letter: the pages, the table of what each rule has texts for, the golden texts
# and words. Three minutes, or with RULES=… (the ids of new rules) seconds; read what changed.
texts: publish
	$(python) -m tests.write.coverage $(RULES)
	$(python) -m pytest --quiet -n0 tests/write/test_golden.py tests/rules/test_words.py --update-golden

# What somebody has to look at again, in build/upkeep.md too; new years go into checker/law/holidays.toml, marked as not compared. That something is due,
# status 1 of the command, is no failure here.
upkeep: .venv/.installed
	@$(python) -m checker.publish.upkeep --today $(TODAY) || test $$? -eq 1

# What our own checker comes to on the public stories, and the page that says so. Seconds; wanted after a change of rules, of what reads stories, or of the version.
measure: $(ready)
	$(python) -m bench.ours --measure
	$(python) -m checker.publish --write

# Which functions of Pyodide's machine code are called, in checker/publish/called.txt: after a new edition of Pyodide or binaryen, without which nothing is built,
# and when a tool asks more of Python than before. Three minutes.
called: $(ready) whole-browser engines
	CHECKER_BROWSER="$$(cat build/whole-browser-path)" $(python) -m bench.called

# Icons, the card that a link is shown with, and the pictures of README: drawn anew, and committed.
pictures: build browser
	$(python) setup/pictures.py

# Speed against the checker loaded the documented ways, sizes, and Lighthouse. Takes half an hour; BENCH_ROUNDS=1 is quick and rough.
bench: build whole-browser
	CHECKER_BROWSER="$$(cat build/whole-browser-path)" $(python) -m bench

# Content counts and not dates: whoever goes back and forth between two commits, or copies a folder, sets up nothing anew and needs no network.
.venv/.installed: requirements.lock .python-version setup/python.sh setup/find-python.sh
	@cat $^ | cksum | cmp -s - $@ || sh setup/python.sh
	@cat $^ | cksum >$@

node_modules/.installed: package-lock.json setup/node.sh
	@cat $^ | cksum | cmp -s - $@ || sh setup/node.sh
	@cat $^ | cksum >$@

# Looked for every time, since a browser can go away between two runs.
browser: .venv/.installed
	@sh setup/browser.sh

whole-browser: .venv/.installed
	@sh setup/browser.sh whole

engines:
	@sh setup/engines.sh
