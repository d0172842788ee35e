// SPDX-License-Identifier: GPL-2.0
/*
 * Collects what other files need to know, and writes it into the object file.  The
 * section is not loaded, and the linker scripts of the kernel drop it.
 */
#include "link.h"
#include "uses.h"
#include "../contract.h"
#include "../location.h"
#include "../engine/summary.h"

namespace safe {

namespace {

const unsigned int VERSION = 1;
/* A file has no more than this to say; what is left out is counted. */
const size_t MOST_BYTES = 256 << 10;
const size_t MOST_OF_A_FUNCTION = 24;	/* obligations */
const size_t MOST_NOTES = 6;

struct record {
	std::string results, properties;
	std::set<std::string> seen;
	std::vector<std::string> owned;		/* releasers of what it returns */
	std::set<std::string> conditions, callees;
	bool returns_owned = false, returns_other = false;
};

struct conditional {
	finding f;
	tree fndecl;
	std::string conditions;
};

std::unordered_map<tree, record> records;
std::vector<conditional> obligations;
std::unordered_map<tree, size_t> obligations_of;
std::set<std::string> obligations_seen;
std::set<std::string> members;
std::string later_uses;
size_t left_out;

/* A text as part of a line. */
std::string plain(std::string text)
{
	for (char &c : text)
		if ((unsigned char)c < ' ')
			c = ' ';
	return text;
}

std::string place(location_t where)
{
	expanded_location loc = user_place(where);
	std::string text = std::to_string(loc.line) + ":" + std::to_string(loc.column);

	if (!loc.file || !strcmp(loc.file, main_input_filename))
		return text;
	return plain(loc.file) + ":" + text;
}

std::string joined(const std::set<std::string> &words, char separator)
{
	std::string text;

	for (const std::string &w : words)
		text += (text.empty() ? "" : std::string(1, separator)) + w;
	return text;
}

/* As crc32() of zlib. */
uint32_t checksum(const std::string &text)
{
	uint32_t crc = ~0u;

	for (unsigned char c : text) {
		crc ^= c;
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
	}
	return ~crc;
}

std::string distance_text(int64_t distance)
{
	return distance == SOMEWHERE ? "+*" :
	       !distance ? "" : (distance > 0 ? "+" : "") + std::to_string(distance);
}

/* The line about the argument @i; "" if there is nothing to say. */
std::string argument_line(tree fndecl, tree parm, unsigned int i)
{
	tree type = TREE_TYPE(parm);

	if (!POINTER_TYPE_P(type) || FUNC_OR_METHOD_TYPE_P(TREE_TYPE(type)))
		return "";

	const argument_summary *sum = summary_of_argument(fndecl, i);

	if (!sum)
		return "";

	std::string text;

	for (const argument_use &u : sum->given) {
		const char *how = u.kind == pointer_use::RELEASED ? "=" :
				  u.kind == pointer_use::COUNTED ? "-" : "";

		text += std::string(" ") + how + u.to + "#" + std::to_string(u.param) +
			distance_text(u.distance) + (u.always ? "" : "?");
	}
	/* What is kept may be anything: nothing but this is worth saying. */
	if (sum->kept && text.empty() && !sum->deref)
		return "";
	text = std::string(sum->kept ? "k" : "") + (sum->returned ? "r" : "") +
	       (sum->deref ? "d" : "") + (sum->tested ? "t" : "") + text;
	return "A\t" + std::to_string(i) + "\t" + (text.empty() ? "-" : text) + "\n";
}

std::string function_lines(tree fndecl)
{
	std::string text;
	unsigned int i = 0;
	auto found = records.find(fndecl);

	for (tree parm = DECL_ARGUMENTS(fndecl); parm; parm = DECL_CHAIN(parm), i++)
		text += argument_line(fndecl, parm, i);
	if (found != records.end()) {
		const record &r = found->second;

		if (r.returns_owned && !r.returns_other) {
			std::set<std::string> by(r.owned.begin(), r.owned.end());

			text += "R\t" + joined(by, ',') + "\t" + joined(r.callees, ' ') + "\t" +
				joined(r.conditions, ' ') + "\n";
		}
		text += r.properties;
	}
	if (text.empty())
		return "";
	return "F\t" + link_name(fndecl) + "\t" + place(DECL_SOURCE_LOCATION(fndecl)) + "\t" +
	       std::to_string(i) + (stdarg_p(TREE_TYPE(fndecl)) ? "+" : "") + "\n" + text;
}

std::string obligation_lines(const conditional &o)
{
	std::string text;
	size_t notes = 0;

	text = std::string("O\t") + o.f.id + "\t" + (o.f.likely ? "l" : "w") + "\t" +
	       place(o.f.where) + "\t" + link_name(o.fndecl) + "\t" + o.conditions + "\t" +
	       plain(o.f.text) + "\n";
	for (const finding_note &n : o.f.notes)
		if (notes++ < MOST_NOTES)
			text += "N\t" + place(n.where) + "\t" + plain(n.text) + "\n";
	return text;
}

/* Functions of headers that findings depend on: no other file tells of them. */
std::set<tree> asked_of_headers()
{
	std::set<tree> asked;

	for (const conditional &o : obligations) {
		const std::string &all = o.conditions;

		for (size_t from = all.find('~'); from != std::string::npos;
		     from = all.find('~', from + 1)) {
			std::string name = all.substr(from, all.find_first_of("#/", from) - from);

			if (tree fndecl = header_function(name))
				asked.insert(fndecl);
		}
	}
	return asked;
}

/* As a string of the assembler's. */
std::string quoted(const std::string &text)
{
	std::string out;

	for (unsigned char c : text) {
		if (c == '\n') {
			out += "\\n";
		} else if (c == '\t') {
			out += "\\t";
		} else if (c == '"' || c == '\\') {
			out += '\\';
			out += c;
		} else if (c >= 0x7f) {
			char octal[8];

			snprintf(octal, sizeof(octal), "\\%03o", c);
			out += octal;
		} else {
			out += c;
		}
	}
	return out;
}

void emit(const std::string &text)
{
	/* In pieces: assemblers have a longest line. */
	std::string code = ".pushsection .discard.safe,\"\",%progbits\n";

	for (size_t from = 0, to; from < text.size(); from = to) {
		to = text.find('\n', from) + 1;
		code += "\t.ascii \"" + quoted(text.substr(from, to - from)) + "\"\n";
	}
	code += "\t.popsection";
	symtab->finalize_toplevel_asm(build_string(code.size(), code.c_str()));
}

} /* namespace */

void link_property(tree fndecl, const char *property, location_t where)
{
	if (!linking())
		return;

	record &r = records[fndecl];

	if (r.seen.insert(property).second)
		r.properties += std::string("P\t") + property + "\t" + place(where) + "\n";
}

void link_inherits(tree fndecl, const char *property, const std::string &callee,
		   location_t where)
{
	if (!linking() || callee.empty())
		return;

	record &r = records[fndecl];

	if (r.seen.insert(property + ("\t" + callee)).second)
		r.properties += std::string("C\t") + property + "\t" + callee + "\t" +
				place(where) + "\n";
}

void link_result(tree fndecl, const std::vector<std::string> &releasers,
		 const std::string &conditions, const std::string &callee)
{
	if (!linking())
		return;

	record &r = records[fndecl];

	if (!callee.empty())
		r.callees.insert(callee);
	r.owned.insert(r.owned.end(), releasers.begin(), releasers.end());
	if (releasers.empty() && callee.empty())
		r.returns_other = true;
	else
		r.returns_owned = true;
	if (!conditions.empty())
		r.conditions.insert(conditions);
}

void link_obligation(finding &&f, tree fndecl, const std::string &conditions)
{
	/* One defect on several paths, if the same makes it one. */
	if (!linking() || !obligations_seen.insert(f.key + "\n" + conditions).second)
		return;
	if (++obligations_of[fndecl] > MOST_OF_A_FUNCTION) {
		left_out++;
		return;
	}
	obligations.push_back({ std::move(f), fndecl, conditions });
}

void link_use(tree fndecl, tree name, const pointer_use &passed, const pointer_use &use)
{
	std::string to = passed.to + "#" + std::to_string(passed.param) +
			 distance_text(passed.distance);

	if (!obligations_seen.insert(place(use.where) + to).second)
		return;
	if (++obligations_of[fndecl] > MOST_OF_A_FUNCTION) {
		left_out++;
		return;
	}
	later_uses += std::string("U\t") + (use.kind == pointer_use::RELEASED ? use.to : "") +
		      "\t" + place(use.where) + "\t" + place(passed.where) + "\t" + to + "\t" +
		      text_of_pointer(name) + "\n";
}

void link_member(const std::string &member, const std::string &function, location_t where)
{
	members.insert("M\t" + member + "\t" + function + "\t" + place(where) + "\n");
}

void link_member_contract(const std::string &member, const std::string &promises,
			  location_t where)
{
	members.insert("K\t" + member + "\t" + promises + "\t" + place(where) + "\n");
}

void write_summary(const std::vector<cgraph_node *> &nodes)
{
	std::string text;
	auto add = [&](const std::string &lines) {
		if (text.size() + lines.size() > MOST_BYTES)
			left_out++;
		else
			text += lines;
	};

	if (!linking())
		return;
	for (cgraph_node *n : nodes) {
		function *fn = body_of(n->decl);

		if (!fn)
			continue;
		look_at_results(fn, summary_known(n->decl));
		look_at_calls(fn);
		look_for_releases(fn);
	}
	look_for_members(nodes);
	for (cgraph_node *n : nodes)
		if (body_of(n->decl))
			add(function_lines(n->decl));
	for (tree fndecl : asked_of_headers())
		if (body_of(fndecl))
			add(function_lines(fndecl));
	for (const std::string &m : members)
		add(m);
	add(later_uses);
	for (const conditional &o : obligations)
		add(obligation_lines(o));

	char end[64];

	text = "S\t" + std::to_string(VERSION) + "\t" + plain(main_input_filename) + "\n" + text;
	snprintf(end, sizeof(end), "E\t%08x\t%zu\n", checksum(text), left_out);
	emit(text + end);
}

} /* namespace safe */
