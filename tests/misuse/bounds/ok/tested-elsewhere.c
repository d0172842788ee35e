// SPDX-License-Identifier: GPL-2.0
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
/* Indices that a helper or a macro has tested, or gives back only if they fit. */
#include <linux/bitfield.h>
#include <linux/errno.h>
#include <linux/io.h>
#include <linux/kernel.h>
#include <linux/minmax.h>
#include <linux/nospec.h>
#include <linux/of.h>
#include <linux/string.h>

#define FOO_CHANNELS		6
#define FOO_STATUS		0x10
#define FOO_STATUS_CHANNEL	GENMASK(2, 0)

#define foo_for_each_channel(foo, i)				\
	for ((i) = 0; (i) < ARRAY_SIZE((foo)->channels); (i)++)	\
		if ((foo)->channels[i])

struct foo_message {
	__le16 channel;
	__be32 length;
};

struct foo {
	void __iomem *base;
	int channels[FOO_CHANNELS];
	u8 all[8];
};

static inline bool foo_is_channel(unsigned int i)
{
	return i < FOO_CHANNELS;
}

static inline unsigned int foo_clamped(unsigned int i)
{
	return min_t(unsigned int, i, FOO_CHANNELS - 1);
}

static int foo_parse(const struct foo_message *m, unsigned int *channel)
{
	unsigned int i = le16_to_cpu(m->channel);

	if (!foo_is_channel(i))
		return -EINVAL;
	*channel = i;
	return 0;
}

/* By a helper that says whether it fits. */
int channel(const struct foo *foo, unsigned int i);
int channel(const struct foo *foo, unsigned int i)
{
	if (!foo_is_channel(i))
		return -EINVAL;
	return foo->channels[i];
}

/* By a helper that makes it fit. */
int nearest_channel(const struct foo *foo, unsigned int i);
int nearest_channel(const struct foo *foo, unsigned int i)
{
	return foo->channels[foo_clamped(i)] + foo->channels[clamp(i, 1u, 5u)];
}

/* The out-parameter is set, and tested, only where the helper succeeds. */
int received(const struct foo *foo, const struct foo_message *m);
int received(const struct foo *foo, const struct foo_message *m)
{
	unsigned int i;
	int ret = foo_parse(m, &i);

	if (!ret)
		ret = foo->channels[i];
	return ret;
}

/* Received, and given to the helper as it came. */
int received_raw(const struct foo *foo, const struct foo_message *m);
int received_raw(const struct foo *foo, const struct foo_message *m)
{
	unsigned int i = le16_to_cpu(m->channel);

	if (i > FOO_CHANNELS || !foo_is_channel(i))
		return -EINVAL;
	return foo->channels[i];
}

/* A register of which the macro leaves three bits. */
int hardware_channel(const struct foo *foo);
int hardware_channel(const struct foo *foo)
{
	u32 status = readl(foo->base + FOO_STATUS);

	return foo->all[FIELD_GET(FOO_STATUS_CHANNEL, status)];
}

/* Tested, and once more for what the processor only guesses. */
int guessed(const struct foo *foo, unsigned int i);
int guessed(const struct foo *foo, unsigned int i)
{
	if (i >= FOO_CHANNELS)
		return -EINVAL;
	i = array_index_nospec(i, FOO_CHANNELS);
	return foo->channels[i];
}

/* The macro's own test stands between the loop and the body. */
int busy(const struct foo *foo);
int busy(const struct foo *foo)
{
	unsigned int i;
	int n = 0;

	foo_for_each_channel(foo, i)
		n += foo->channels[i];
	return n;
}

/* As many as there is room for, whatever was received. */
int take(const struct foo_message *m, const void *from, u8 *out);
int take(const struct foo_message *m, const void *from, u8 *out)
{
	size_t n = be32_to_cpu(m->length);
	u8 buf[16] = { };

	n = min(n, sizeof(buf));
	memcpy(buf, from, n);
	*out = buf[0];
	return n;
}

/* A name of any length, of which a precision takes a few. */
int label(const struct device_node *np, char *out);
int label(const struct device_node *np, char *out)
{
	char name[16];

	sprintf(name, "foo-%.8s", np->full_name);
	return strscpy(out, name, sizeof(name));
}
