// SPDX-License-Identifier: GPL-2.0
/* Runs into: must: ret \|\| board.count == 3 */
#include "../misuse.h"

struct board {
	int ports[2];
	unsigned int count;
};

static int *add_port(struct board *board, int id) __returns_err;
static noinline int *add_port(struct board *board, int id)
{
	if (board->count == ARRAY_SIZE(board->ports))
		return ERR_PTR(-ENOSPC);
	board->ports[board->count] = id;
	return &board->ports[board->count++];
}

static int wrong_fill(struct board *board, unsigned int n)
{
	unsigned int i;

	for (i = 0; i < n; i++)
		(void)add_port(board, i);	/* { dg-error "what 'add_port' returns is ignored, and with it the error.*SAFE_E_RESULT_IGNORED" } */
	return 0;
}

static int right_fill(struct board *board, unsigned int n)
{
	unsigned int i;
	int *port;

	for (i = 0; i < n; i++) {
		port = add_port(board, i);
		if (IS_ERR(port))
			return PTR_ERR(port);
	}
	return 0;
}

static int wrong(void)
{
	struct board board = {};
	int ret = wrong_fill(&board, 3);

	must(ret || board.count == 3);
	return ret;
}

static int right(void)
{
	struct board board = {};
	int ret = right_fill(&board, 3);

	must(ret || board.count == 3);
	return ret;
}
