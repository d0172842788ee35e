// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret \|\| card.rings == 3 */
/* Likely, not certain: reported to those who ask for it. */
/* { dg-options "-fplugin-arg-safe_plugin-level=audit" } */
#include "../misuse.h"

struct card {
	unsigned int rings, memory;
	bool up;
};

static noinline int card_init_ring(struct card *card)
{
	if (!card->memory)
		return -ENOMEM;
	card->memory--;
	card->rings++;
	return 0;
}

static noinline int card_init_rings(struct card *card)
{
	unsigned int i;
	int ret = 0;

	for (i = 0; i < 3; i++) {
		ret = card_init_ring(card);
		if (ret)
			break;
	}
	return ret;
}

static noinline int card_init_chip(struct card *card)
{
	card->up = true;
	return 0;
}

static noinline int wrong_init(struct card *card)
{
	card_init_rings(card);	/* { dg-warning "what 'card_init_rings' returns is ignored.*SAFE_E_RESULT_IGNORED" } */
	return card_init_chip(card);
}

static noinline int right_init(struct card *card)
{
	int ret = card_init_rings(card);

	if (ret)
		return ret;
	return card_init_chip(card);
}

static int wrong(void)
{
	struct card card = { .memory = 2 };
	int ret = wrong_init(&card);

	must(ret || card.rings == 3);
	return 0;
}

static int right(void)
{
	struct card card = { .memory = 2 };
	int ret = right_init(&card);

	must(ret || card.rings == 3);
	return 0;
}
