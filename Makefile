# Rejoinder. `make` or `make help` lists the targets; each installs what it needs (Tools/need).

ESSAY   ?=
PREFIX  ?= /usr/local
DESTDIR ?=
SHARED  ?=
RECORD  ?=
SOAK    ?= 20
FUZZ    ?= 60

SWIFT        ?= swift
BUILD_FLAGS  := --explicit-target-dependency-import-check error
# lld: gold repeats glibc's warnings about static linking, which are of no use here.
STATIC_FLAGS := -c release --scratch-path .build-static --static-swift-stdlib \
                -Xswiftc -static-executable -Xswiftc -use-ld=lld
FORMATTED    := Sources Tests Resources Tools Package.swift

# Passed by environment, so that a path with spaces or quotes stays one argument.
export ESSAY PREFIX DESTDIR SHARED SOAK FUZZ

.DEFAULT_GOAL := help
.PHONY: help run test soak fuzz release install lint format bench eval clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# The release configuration: its first build takes about 30 s against 15 s for a debug build, an
# unchanged one 1 s either way, and only optimised code shows the reader as it is.
run: ## build and read ESSAY=path, without it the essay that comes with the program
	@Tools/need build
	@$(SWIFT) build -c release $(BUILD_FLAGS) --product rejoinder
	@if [ -n "$$ESSAY" ]; then exec .build/release/rejoinder read "$$ESSAY"; \
	else exec .build/release/rejoinder read --sample; fi

# RECORD=1 rewrites the golden screens and fails the run, so that no recording passes unseen.
test: ## all tests; RECORD=1 rewrites the golden screens (and fails)
	@Tools/need build tests
	$(if $(RECORD),REJOINDER_RECORD=1 )$(SWIFT) test --disable-xctest $(BUILD_FLAGS)

# What `make test` does with a few seeds and a few kills, with many times as many.
soak: ## the long tests, SOAK=20 times as long
	@Tools/need build tests
	REJOINDER_SOAK="$$SOAK" $(SWIFT) test --disable-xctest $(BUILD_FLAGS) \
	  --filter 'KillTests|WriterTests|RepairTests|PowerCutTests|FaultContractTests|RandomMessageTests|PlaceTests|ChangeTests|MarginColumnTests'

# libFuzzer with the address sanitizer; what it finds becomes a test (Tests/FuzzTests). Both in one
# option of the compiler's, which takes the last of several: of `--sanitize` given twice it took either.
fuzz: ## bytes from anywhere into parsers, layout, files and keys, FUZZ=60 seconds each
	@Tools/need build
	REJOINDER_FUZZ=1 $(SWIFT) build -c release --scratch-path .build-fuzz $(BUILD_FLAGS) \
	  --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=address --product fuzz
	@Tools/fuzz .build-fuzz/release/fuzz "$$FUZZ"

release: build/rejoinder ## one static, stripped binary at build/rejoinder

# Swift decides what is out of date, so the rule always runs.
.PHONY: build/rejoinder
build/rejoinder:
	@Tools/need build release
	$(SWIFT) build $(STATIC_FLAGS) $(BUILD_FLAGS) --product rejoinder
	@mkdir -p build
	strip -o $@ .build-static/release/rejoinder
	@printf '%s: %s bytes\n' $@ "$$(wc -c < $@)"

# What was released is installed as it is, so that `make release && sudo make install` compiles
# nothing as root.
install: $(if $(wildcard build/rejoinder),,release) ## copy build/rejoinder below PREFIX (/usr/local); DESTDIR is honoured
	install -D -m 755 build/rejoinder "$$DESTDIR$$PREFIX/bin/rejoinder"
	install -D -m 644 docs/rejoinder.1 "$$DESTDIR$$PREFIX/share/man/man1/rejoinder.1"
	@for place in bash:bash-completion/completions/rejoinder zsh:zsh/site-functions/_rejoinder \
	  fish:fish/vendor_completions.d/rejoinder.fish; do \
	  build/rejoinder --generate-completion-script "$${place%%:*}" \
	    | install -D -m 644 /dev/stdin "$$DESTDIR$$PREFIX/share/$${place#*:}"; \
	done

lint: ## layout of the code, and the house rules
	@Tools/need lint
	@failed=0; \
	$(SWIFT) format lint --strict --recursive --parallel $(FORMATTED) || failed=1; \
	Tools/lint || failed=1; \
	Tools/check-pack || failed=1; \
	exit $$failed

format: ## lay the code out as `make lint` wants it
	$(SWIFT) format --in-place --recursive --parallel $(FORMATTED)

bench: build/rejoinder ## speed beside less, with the goals (SHARED=path adds its essays)
	@Tools/need bench
	@$(SWIFT) build -c release $(BUILD_FLAGS) --product evaluate-anchors
	@$(SWIFT) build -c release $(BUILD_FLAGS) --product evaluate-claims
	python3 Benchmarks/bench.py --program build/rejoinder --anchors .build/release/evaluate-anchors --claims .build/release/evaluate-claims $(if $(SHARED),--shared "$$SHARED")

# The labelled essays are not ours to ship: they lie in SHARED/corpora.
eval: ## anchors in edited texts, articles in pages, claims; SHARED=path measures on a corpus
	@Tools/need build
	@$(SWIFT) build -c release $(BUILD_FLAGS) --product evaluate-claims
	@$(SWIFT) build -c release $(BUILD_FLAGS) --product evaluate-anchors
	@$(SWIFT) build -c release $(BUILD_FLAGS) --product evaluate-pages
	.build/release/evaluate-anchors $(if $(SHARED),"$$SHARED/corpora/webis-editorials-16/validation.jsonl",Resources/data/essay.txt)
	.build/release/evaluate-pages
	.build/release/evaluate-claims $(if $(SHARED),"$$SHARED/corpora/webis-editorials-16/validation.jsonl",--show Resources/data/essay.txt)

clean: ## remove what was built
	rm -rf .build .build-static .build-fuzz build
