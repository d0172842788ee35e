# SPDX-License-Identifier: GPL-2.0
#
# For the Kbuild of a driver that uses safe:
#
#	include /path/to/safe/safe.mk
#
# gives every object of the directory the include path and, with SAFE_CHECK=1
# or after "make plugin", the checker.
SAFE_DIR := $(patsubst %/,%,$(dir $(lastword $(MAKEFILE_LIST))))

subdir-ccflags-y += -I$(SAFE_DIR)/include
# What the compiler only warns of by itself: a result, an owner or the error of a
# guard that nobody looks at.
subdir-ccflags-y += -Werror=unused-result -Werror=unused-variable
# SAFE_STRICT := y before this file is included: the whole module is strict.
ifeq ($(SAFE_STRICT),y)
subdir-ccflags-y += -DSAFE_STRICT -include $(SAFE_DIR)/include/safe/strict.h
endif
ifneq ($(wildcard $(SAFE_DIR)/build/safe_plugin.so),)
subdir-ccflags-$(CONFIG_CC_IS_GCC) += -fplugin=$(SAFE_DIR)/build/safe_plugin.so
endif
