// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Loops that stop in time, though the counter goes one further than the elements. */
#include <linux/bitmap.h>
#include <linux/errno.h>
#include <linux/kernel.h>
#include <linux/string.h>

#define FOO_RINGS	6

struct foo_rate {
	unsigned int hz, divider;
};

struct foo {
	u8 keys[6];
	u32 history[8];
	unsigned int levels[4][3];
	int rings[FOO_RINGS];
};

/* Behind the last one is "none of them", which is no index. */
int key_index(const struct foo *foo, u8 key);
int key_index(const struct foo *foo, u8 key)
{
	int i;

	for (i = 0; i < ARRAY_SIZE(foo->keys); i++)
		if (foo->keys[i] == key)
			break;
	if (i == ARRAY_SIZE(foo->keys))
		return -ENOENT;
	return foo->keys[i] + i;
}

/* From the end, where the counter is unsigned: the test comes before the step. */
unsigned int newest(const struct foo *foo);
unsigned int newest(const struct foo *foo)
{
	unsigned int i = ARRAY_SIZE(foo->history);

	while (i-- > 0)
		if (foo->history[i])
			return foo->history[i];
	return 0;
}

/* From one to as many as there are. */
void number_rings(struct foo *foo);
void number_rings(struct foo *foo)
{
	int n;

	for (n = 1; n <= FOO_RINGS; n++)
		foo->rings[n - 1] = n;
}

/* All move up by one: the last is overwritten, and nothing is behind it. */
void remember(struct foo *foo, u32 value);
void remember(struct foo *foo, u32 value)
{
	int i;

	for (i = ARRAY_SIZE(foo->history) - 1; i > 0; i--)
		foo->history[i] = foo->history[i - 1];
	foo->history[0] = value;
}

/* Two counters, of which each has its own end. */
int sum(const struct foo *foo);
int sum(const struct foo *foo)
{
	int bank, level, sum = 0;

	for (bank = 0; bank < ARRAY_SIZE(foo->levels); bank++)
		for (level = 0; level < ARRAY_SIZE(foo->levels[0]); level++)
			sum += foo->levels[bank][level];
	return sum;
}

/* The table ends with an entry that says so. */
static const struct foo_rate rates[] = { { 8000, 6 }, { 16000, 3 }, { 48000, 1 }, { } };

unsigned int divider(unsigned int hz);
unsigned int divider(unsigned int hz)
{
	unsigned int i;

	for (i = 0; rates[i].hz; i++)
		if (rates[i].hz >= hz)
			return rates[i].divider;
	return 0;
}

/* The last one is as good as any above it. */
const struct foo_rate *nearest(unsigned int hz);
const struct foo_rate *nearest(unsigned int hz)
{
	unsigned int i;

	for (i = 0; i < ARRAY_SIZE(rates) - 2; i++)
		if (rates[i].hz >= hz)
			break;
	return &rates[i];
}

/* One that is found in a word has as many values as the word has bits. */
int first_pending(const int *handlers, u32 status);
int first_pending(const int *handlers, u32 status)
{
	static int counts[32];
	unsigned long pending = status;
	int bit, n = 0;

	for_each_set_bit(bit, &pending, 32) {
		counts[bit]++;
		n += handlers[bit];
	}
	return n;
}

/* Steps of two, in halves that are as long as the whole. */
void pack(u8 *to, const char *digits);
void pack(u8 *to, const char *digits)
{
	u8 packed[6];
	int i;

	for (i = 0; i < 12; i += 2)
		packed[i / 2] = (digits[i] & 15) << 4 | (digits[i + 1] & 15);
	memcpy(to, packed, sizeof(packed));
}

/* A ring goes back to its start before anybody uses the counter. */
void ring_push(struct foo *foo, unsigned int *head, u32 value);
void ring_push(struct foo *foo, unsigned int *head, u32 value)
{
	unsigned int i = *head;

	if (i > ARRAY_SIZE(foo->history))
		return;
	if (i == ARRAY_SIZE(foo->history))
		i = 0;
	foo->history[i++] = value;
	*head = i;
}
