# SPDX-License-Identifier: GPL-2.0
#
# The user's entry.  Each target installs what it needs and may be run again at
# once: nothing is downloaded or built twice.  Kernels are kept outside the
# checkout, in ${XDG_CACHE_HOME:-~/.cache}/safe.

CC ?= gcc
CXX ?= g++

BUILD := build

.PHONY: all help demo check bench plugin clean
all: help

help:
	@echo 'safe: a hardened C runtime for the Linux kernel'
	@echo
	@echo '  make demo      migrate, prove, check and boot drivers/gpio/gpio-sim.c'
	@echo '                 (SAFE_REPORT=file.html writes the page as HTML too)'
	@echo '  make check     all tests          (GROUP=name[,name] only these groups)'
	@echo '  make bench     instructions and text size against hand-written goto code,'
	@echo '                 compile time of the plugin, migration throughput'
	@echo '  make plugin    build/safe_plugin.so for the gcc named by CC'
	@echo '  make clean     remove build/; kernels: scripts/safe kernel clean'
	@echo
	@echo '  scripts/safe migrate FILE...        convert a driver to guards and owned pointers'
	@echo '  scripts/safe verify OLD.c NEW.c     prove that two versions do the same'
	@echo '  scripts/safe check FILE...          check with the plugin'
	@echo '  scripts/safe kernel fetch|build|boot|list|clean'
	@echo '  scripts/safe COMMAND --help         more of each'

.PHONY: deps
deps:
	@scripts/install-deps

# ---- plugin -----------------------------------------------------------------

PLUGIN := $(BUILD)/safe_plugin.so
PLUGIN_SRC := $(wildcard plugin/*.cc plugin/engine/*.cc plugin/rules/*.cc plugin/sites/*.cc \
	plugin/link/*.cc)
PLUGIN_OBJ := $(PLUGIN_SRC:%.cc=$(BUILD)/%.o) $(BUILD)/plugin/facts_text.o \
	$(BUILD)/plugin/ids_text.o
# A plugin runs only in the very gcc it was built for: rebuilt when CC changes.
PLUGIN_STAMP := $(BUILD)/plugin/compiler
PLUGIN_CXXFLAGS := -std=gnu++17 -O2 -g -fPIC -fno-rtti -fno-exceptions \
	-Wall -Wextra -Wno-unused-parameter -fvisibility=hidden \
	-Iplugin -Iinclude

plugin: deps
	@$(MAKE) --no-print-directory $(PLUGIN)

$(PLUGIN): $(PLUGIN_OBJ)
	@echo '  LD      $@'
	@$(CXX) -shared -o $@.tmp $^ && mv $@.tmp $@

$(BUILD)/plugin/%.o: plugin/%.cc $(PLUGIN_STAMP)
	@echo '  CXX     $@'
	@mkdir -p $(@D)
	@$(CXX) $(PLUGIN_CXXFLAGS) -isystem $$($(CC) -print-file-name=plugin)/include \
		-MMD -MP -c -o $@ $<

# The plugin carries the text of the facts: it loads with nothing beside it.
FACTS := $(wildcard include/safe/facts/*.h)

$(BUILD)/plugin/facts_text.cc: $(FACTS) Makefile
	@mkdir -p $(@D)
	@{ echo '/* Made from include/safe/facts. */'; \
	   echo '#include "gcc-compat.h"'; \
	   echo '#include "facts.h"'; \
	   echo 'const struct safe::builtin_facts safe::builtin_facts[] = {'; \
	   for f in $(FACTS); do \
		echo "{ \"$$f\", R\"facts("; cat $$f; echo ')facts" },'; \
	   done; \
	   echo '{ 0, 0 } };'; } > $@

# Which rule reports which id: each file of a rule says whose it is.
RULES := $(wildcard plugin/rules/*.cc)

$(BUILD)/plugin/ids_text.cc: $(RULES) Makefile
	@mkdir -p $(@D)
	@{ echo '/* Made from plugin/rules. */'; \
	   echo '#include "gcc-compat.h"'; \
	   echo '#include "allow.h"'; \
	   echo 'const struct safe::rule_id safe::rule_ids[] = {'; \
	   for f in $(RULES); do \
		ids=$$(grep -o '"SAFE_E_[A-Z_]*"' $$f | sort -u); \
		rule=$$(sed -n 's/.*[Rr]ule "\([a-z]*\)".*/\1/p' $$f | head -n 1); \
		test "$$rule" -o -z "$$ids" || \
			{ echo "$$f does not say which rule it is of" >&2; exit 1; }; \
		for id in $$ids; do echo "{ \"$$rule\", $$id },"; done; \
	   done; \
	   echo '{ 0, 0 } };'; } > $@.tmp && mv $@.tmp $@

$(BUILD)/plugin/%_text.o: $(BUILD)/plugin/%_text.cc $(PLUGIN_STAMP)
	@echo '  CXX     $@'
	@$(CXX) $(PLUGIN_CXXFLAGS) -isystem $$($(CC) -print-file-name=plugin)/include \
		-MMD -MP -c -o $@ $<

$(PLUGIN_STAMP): FORCE
	@mkdir -p $(@D)
	@$(CC) -v 2>&1 | tail -n 1 | cmp -s - $@ || $(CC) -v 2>&1 | tail -n 1 > $@

.PHONY: FORCE
FORCE:

-include $(PLUGIN_OBJ:.o=.d)

# ---- the rest ---------------------------------------------------------------

demo: plugin
	@scripts/safe demo

check: plugin
	@tests/run $(if $(GROUP),--group $(GROUP))

bench: plugin
	@bench/run

clean:
	rm -rf $(BUILD)
