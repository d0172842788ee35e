// SPDX-License-Identifier: GPL-2.0
/* Runs into: Kernel panic .*Kernel mode fault */
#include "../misuse.h"

struct link {
	int speed;
};

static struct link *link_up(int id) __returns_err;
static noinline struct link *link_up(int id)
{
	return ERR_PTR(id ? -ENODEV : -EAGAIN);
}

/* The last attempt may have failed as well. */
static noinline int wrong_speed(int id)
{
	struct link *link;
	int attempts = 3;

	do {
		link = link_up(id);	/* { dg-note "returned by 'link_up'" } */
	} while (IS_ERR(link) && --attempts);	/* { dg-note "it failed on this path" } */
	return link->speed;	/* { dg-error "'link' is an error pointer here: 'link_up' failed on this path.*SAFE_E_FAILED_USED" } */
}

static noinline int right_speed(int id)
{
	struct link *link;
	int attempts = 3;

	do {
		link = link_up(id);
	} while (IS_ERR(link) && --attempts);
	return IS_ERR(link) ? PTR_ERR(link) : link->speed;
}

static int wrong(void)
{
	return wrong_speed(0);
}

static int right(void)
{
	return right_speed(0);
}
