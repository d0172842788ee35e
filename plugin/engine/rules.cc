// SPDX-License-Identifier: GPL-2.0
/*
 * The rules that the options enable.
 */
#include "rule.h"
#include "../options.h"

namespace safe {

/* Filled while the plugin is loaded, before there are options. */
static std::vector<rule *> &all_rules()
{
	static std::vector<rule *> all;

	return all;
}

rule_entry::rule_entry(rule *r)
{
	all_rules().push_back(r);
}

std::vector<std::string> rule_names()
{
	std::set<std::string> names;

	for (const rule *r : all_rules())
		names.insert(r->name);
	return { names.begin(), names.end() };
}

const std::vector<rule *> &rules()
{
	static std::vector<rule *> enabled;
	static bool made;

	if (!made) {
		made = true;
		for (rule *r : all_rules()) {
			if (!opts.rule_enabled(r->name))
				continue;
			r->index = enabled.size();
			enabled.push_back(r);
		}
	}
	return enabled;
}

} /* namespace safe */
