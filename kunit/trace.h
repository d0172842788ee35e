/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What happened, in order, as a string: one letter an event.  A suite runs its
 * cases one after the other, and each begins with an empty trace.
 */
#ifndef _SAFE_KUNIT_TRACE_H
#define _SAFE_KUNIT_TRACE_H

#include <kunit/test.h>

static char trace_text[128];
static size_t trace_length;

static inline void trace(char event)
{
	if (trace_length < sizeof(trace_text) - 1)
		trace_text[trace_length++] = event;
	trace_text[trace_length] = '\0';
}

static inline void trace_begin(void)
{
	trace_length = 0;
	trace_text[0] = '\0';
}

static inline int trace_init(struct kunit *test)
{
	trace_begin();
	return 0;
}

/* Compares with what is expected, and begins anew. */
#define EXPECT_TRACE(test, expected) do {			\
	KUNIT_EXPECT_STREQ(test, (const char *)trace_text, expected);	\
	trace_begin();						\
} while (0)

#endif /* _SAFE_KUNIT_TRACE_H */
