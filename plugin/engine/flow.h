/* SPDX-License-Identifier: GPL-2.0 */
/*
 * What is fixed about a function before any path through it is followed: the
 * order of its blocks, which names are live where, which names are copies.
 */
#ifndef SAFE_ENGINE_FLOW_H
#define SAFE_ENGINE_FLOW_H

#include "gcc-compat.h"

namespace safe {

/* The member that @ref reads, or the type of what it reads. */
const_tree member_of(const_tree ref);

class flow {
public:
	explicit flow(function *fn);
	~flow();
	flow(const flow &) = delete;

	function *fn;

	/* Position in reverse postorder; -1 for what is not reached. */
	int order(const basic_block bb) const { return orders[bb->index]; }
	basic_block block(int order) const { return blocks[order]; }
	int block_count() const { return blocks.size(); }

	/* Blocks that end in BUG() or loop for ever prove nothing. */
	bool reaches_exit(const basic_block bb) const { return exits[bb->index]; }
	bool is_loop_header(const basic_block bb) const { return headers[bb->index]; }
	bool is_back_edge(const edge e) const
	{
		return order(e->dest) <= order(e->src);
	}

	struct loop {
		std::vector<bool> blocks;	/* by index */
		std::vector<bool> uses;		/* names, by version */
	};
	/* The loop that begins at @header. */
	const loop &loop_of(const basic_block header);

	/* Whether a path from @from to the end, or round the loop, does without @bb. */
	bool avoids(const basic_block from, const basic_block bb, const loop *round) const;

	/* The name that @name is a mere copy of, or itself. */
	tree root(tree name) const;
	bool live_in(const basic_block bb, unsigned int version) const
	{
		return bitmap_bit_p(live[bb->index], version);
	}

	/* Whether @stmt uses a name that may have no value yet. */
	bool is_doubtful(const gimple *stmt) const { return doubtful.count(stmt); }

	/* A condition that is computed, or a member that is read, twice. */
	bool repeated(const_tree member) const { return repeats.count(member); }
	bool repeated(tree_code code, tree x, tree y) const;
	/* A function that answers yes or no and is asked more than once. */
	bool asked_again(tree fndecl) const
	{
		auto found = questions.find(fndecl);

		return found != questions.end() && found->second > 1;
	}

private:
	typedef std::vector<bool> bits;

	void order_blocks();
	void find_exits();
	void find_copies();
	void find_liveness();
	void find_repeats();
	void find_doubtful();
	void live_at_end(basic_block bb, sbitmap now) const;
	void kill_and_use(const gimple *stmt, sbitmap now) const;

	std::vector<basic_block> blocks;
	std::vector<int> orders;
	bits exits, headers;
	std::vector<tree> roots;
	std::vector<sbitmap> live;	/* per block, names live at its start */
	std::map<int, loop> loops;	/* those that were asked for */
	std::unordered_set<const_tree> repeats;
	std::unordered_map<size_t, int> expressions;
	std::unordered_map<tree, int> questions;
	std::unordered_set<const gimple *> doubtful;
};

/* Whether @name is what its variable is before it has any value. */
bool is_unset(const_tree name);
/* @stmt only hands a value on: to another name, or in another type. */
bool is_copy(const gimple *stmt);

} /* namespace safe */

#endif /* SAFE_ENGINE_FLOW_H */
