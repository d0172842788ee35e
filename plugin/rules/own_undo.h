/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Part of rule "own": follows what the functions of a file do and undo (own_undo.cc).
 */
#ifndef SAFE_RULES_OWN_UNDO_H
#define SAFE_RULES_OWN_UNDO_H

#include "undo_deed.h"

namespace safe {

class undo_rule : public rule {
public:
	undo_rule() : rule("own") { watches_calls = true; }

	unsigned int on(machine &m, unsigned int st, const occasion &o) override;
	unsigned int join(unsigned int a, unsigned int b) const override;
	bool wants(const contract &c) const override { return false; }
	bool wants_call(const gcall *call) const override;
	void calls(machine &m, const gcall *call, const contract *c) override;
	void called(machine &m, const gcall *call, const contract *c) override;
	void leave(machine &m, const value &returned) override;
	void end(machine &m) override;

private:
	scene *scene_of(machine &m);
	std::vector<deed *> open_deeds(machine &m, scene &s);
	void set_how(machine &m, const deed &d, unsigned int how);
	void begin(machine &m, scene &s, const gcall *call, tree fndecl);
	void look_at_result(machine &m, deed &d, const range &r, const_tree type);
	void ask(machine &m, scene &s, const gcall *call);
	void note_taker(machine &m, deed &d);
	void note_refusal(machine &m, deed &d, const gimple *call);

	/* undo_calls.cc */
	void set_undone(machine &m, deed &d, tree name);
	void undo(machine &m, const gcall *call, tree name, const std::vector<deed *> &open);
	void drop(machine &m, const gcall *call, const contract *c,
		  const std::vector<deed *> &open);
	void note_out_parameters(machine &m, const gcall *call, const std::vector<deed *> &open);
	void let_callee(machine &m, scene &s, const gcall *call, tree fndecl,
			const std::vector<deed *> &open);

	/* undo_exit.cc */
	unsigned int refused(machine &m, const deed &d) const;
	void note_exit(machine &m, scene &s, deed &d, unsigned int st, const value &returned);
	tree unwound(machine &m, scene &s, const deed &d);
	void note_in_vain(machine &m, deed &d);

	std::unordered_map<tree, std::unique_ptr<scene>> scenes;
};

} /* namespace safe */

#endif /* SAFE_RULES_OWN_UNDO_H */
