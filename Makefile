# One command runner. `make help` lists the targets.
SHELL := /bin/bash
SWIFT ?= swift
PREFIX ?= /usr/local
BIN := .build/release/bold
STORE := .demo/store
SOURCES := $(shell find Sources -type f)
RELEASE_FLAGS := -c release --static-swift-stdlib

.DEFAULT_GOAL := help
PERSONS ?= 1000000
SEED ?= 1

SHARED := $(or $(BOLD_SHARED),../shared)

.PHONY: help deps build demo test redteam validate bench bench-disclosure bench-tui format lint docs sample install clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

deps: ## install what is missing (as root by apt; otherwise print the command)
	@scripts/dependencies

build: $(BIN) ## build the program in release: .build/release/bold

# Only when a source changed: the package manager takes seconds to find that nothing did.
$(BIN): Package.swift $(SOURCES)
	@scripts/dependencies
	$(SWIFT) build $(RELEASE_FLAGS) --product bold
	@touch $@

$(STORE)/manifest.json: $(wildcard SampleData/* SampleData/*/*) $(BIN)
	@mkdir -p $(dir $(STORE))
	$(BIN) build SampleData --store $(STORE)

demo: $(STORE)/manifest.json ## build, make a store of SampleData and open the explorer on it
	$(BIN) explore --store $(STORE)

test: deps build ## run every test (debug and release walls, terminal, real readers)
	BOLD_REQUIRE_RELEASE=1 RANDOM_KEYS=$(or $(RANDOM_KEYS),100000) $(SWIFT) test

redteam: deps ## attack protected tables at length (minutes); `make test` runs a part of it
	$(SWIFT) build --build-tests
	BOLD_REDTEAM=long $(SWIFT) test --skip-build --filter RedTeamTests

validate: build ## compare PERSONS invented persons of each SEED with published figures
	scripts/validate --persons $(PERSONS) $(SEED)

bench: build ## measure speed, as ratios to peers in the same run
	Benchmarks/run $(EVENTS)

bench-disclosure: $(STORE)/manifest.json ## measure protection: random views of SampleData, large tables, beside a peer
	$(SWIFT) build $(RELEASE_FLAGS) --product protection-bench
	Benchmarks/disclosure $(STORE) $(SHARED)/data/sdc/speed/syn200k_counts.csv

bench-tui: build ## measure the terminal beside its bounds
	Benchmarks/terminal

format: ## format every source file
	$(SWIFT) format -i -r Sources Tests Package.swift

lint: ## check format, the wall's rules, generated documents' presence
	scripts/lint

docs: build ## regenerate man page, completions, key table
	scripts/docs

sample: build ## regenerate SampleData (same seed, same bytes)
	scripts/sample

install: build ## install the program, man page and completions below PREFIX
	install -D -m 0755 $(BIN) $(DESTDIR)$(PREFIX)/bin/bold
	install -D -m 0644 docs/man/bold.1 $(DESTDIR)$(PREFIX)/share/man/man1/bold.1
	install -D -m 0644 docs/completions/bold.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/bold
	install -D -m 0644 docs/completions/_bold $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_bold
	install -D -m 0644 docs/completions/bold.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/bold.fish

clean: ## remove what was built
	rm -rf .build .demo
