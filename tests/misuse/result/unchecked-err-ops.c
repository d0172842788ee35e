// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

struct chan {
	int tag;
};

typedef struct chan *chan_request(int id) __returns_err;

struct chan_ops {
	chan_request *request;
};

static noinline struct chan *no_request(int id)
{
	return ERR_PTR(-EOPNOTSUPP);
}

static const struct chan_ops no_channels = { .request = no_request };

static noinline int wrong_tag(const struct chan_ops *ops, int id)
{
	struct chan *chan = ops->request(id);

	return chan->tag;	/* { dg-error "'chan' is used but may be an error pointer: test what the function returned with IS_ERR\(\) first.*SAFE_E_UNCHECKED_ERR" } */
}

static noinline int right_tag(const struct chan_ops *ops, int id)
{
	struct chan *chan = ops->request(id);

	return IS_ERR(chan) ? PTR_ERR(chan) : chan->tag;
}

static int wrong(void)
{
	return wrong_tag(&no_channels, 1);
}

static int right(void)
{
	return right_tag(&no_channels, 1);
}
