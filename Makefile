# outreachaudit. `make demo` and `make test` are all that a new user needs.

GO      ?= go
# For each fuzz target; 5m on two processors before a release.
FUZZTIME ?= 30s
# Random moments of each signal that the program is tried with.
ROUNDS   ?= 30
# Invented requests that are measured, and how often.
ROWS     ?= 1000000
RUNS     ?= 3

.PHONY: all help build demo test model check format vet staticcheck tidy race vuln licences fuzz faults bench simulate samples update picture clean

all: build

help: ## what there is to make
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

build: ## build bin/outreachaudit
	$(GO) build -trimpath -o bin/outreachaudit ./cmd/outreachaudit

# The samples hold one broken row on purpose, so the audit ends with code 3: report written, row listed.
demo: build ## audit samples/ and say where the workbook is
	@mkdir -p demo
	@bin/outreachaudit audit samples -o demo/outreach-audit.xlsx --force; code=$$?; \
	if [ $$code -ne 3 ]; then echo "make demo: expected exit code 3, got $$code" >&2; exit 1; fi
	@echo
	@echo "Open the workbook: $(CURDIR)/demo/outreach-audit.xlsx"

test: ## run all tests
	$(GO) test ./...

check: format vet staticcheck tidy licences race ## everything that must hold before a commit

format:
	@files=$$(gofmt -l cmd audit report samples); if [ -n "$$files" ]; then echo "gofmt would change:"; echo "$$files"; exit 1; fi

vet:
	$(GO) vet ./...

staticcheck:
	$(GO) tool staticcheck ./...

tidy:
	$(GO) mod tidy -diff
	$(GO) mod verify

race:
	$(GO) test -race ./...

vuln: ## known vulnerabilities in dependencies; needs the vulnerability database
	$(GO) tool govulncheck ./...

# Modules that are linked into the program, and the kind of licence each one's text is of.
licences: ## licences of what is linked into the program
	@$(GO) list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}} {{.Dir}}{{end}}{{end}}' ./cmd/outreachaudit | sort -u | \
	while read -r path version folder; do \
		file=$$(ls "$$folder" | grep -i -E '^(licen[cs]e|copying)' | head -n 1); \
		text=$$(tr '\n' ' ' < "$$folder/$${file:-missing}" 2>/dev/null); \
		case "$$text" in \
		*'GNU '*|*'Mozilla Public'*) kind=copyleft ;; \
		*'Apache License'*) kind=Apache-2.0 ;; \
		*'Redistribution and use in source'*) kind=BSD ;; \
		*'Permission is hereby granted, free of charge'*) kind=MIT ;; \
		*) kind=unknown ;; \
		esac; \
		printf '%-12s %s %s\n' "$$kind" "$$path" "$$version"; \
		case $$kind in copyleft|unknown) exit 1 ;; esac; \
	done

faults: ## run the program under signals, full disks, limits, hostile files
	$(GO) run ./cmd/faults -rounds $(ROUNDS)

fuzz: ## each fuzz target for FUZZTIME
	@for package in $$($(GO) list ./audit/... ./report); do \
		for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$package $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 2s $$package || exit 1; \
		done; \
	done

# Peers are measured where they are installed: see cmd/bench/peers.
bench: build ## Go benchmarks of each stage, and the program beside other tools
	$(GO) test -run '^$$' -bench . -benchmem ./...
	$(GO) run ./cmd/bench -rows $(ROWS) -runs $(RUNS)

model: ## learn the model of habits again from its labelled notes, and measure it
	$(GO) run ./cmd/train
	@echo "Notes kept aside, audit/habit/heldout:"
	$(GO) run ./cmd/train -notes audit/habit/heldout -measure

simulate: ## check the statistics against simulated data of known truth
	$(GO) run ./cmd/simulate

samples: ## make the sample exports again (same bytes)
	$(GO) run ./samples/generate -out samples

update: ## rewrite golden files after a change that is meant
	$(GO) test ./report ./cmd/outreachaudit -update

picture: demo ## make README's pictures again; needs LibreOffice and poppler-utils
	cd demo && soffice --headless --convert-to pdf outreach-audit.xlsx >/dev/null
	cd demo && pdftoppm -r 110 -png -f 1 -l 1 -singlefile outreach-audit.pdf summary
	cd demo && pdftoppm -r 120 -png -f 2 -l 2 -x 0 -y 0 -W 1985 -H 620 -singlefile outreach-audit.pdf habits
	mv demo/summary.png demo/habits.png report/

clean:
	rm -rf bin demo
