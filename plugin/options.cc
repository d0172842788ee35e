// SPDX-License-Identifier: GPL-2.0
/*
 * Reads the plugin's options.  A wrong option is an error that names it and
 * says what would be right: a checker that silently does less is worse than
 * none.
 */
#include "gcc-compat.h"
#include "options.h"
#include "engine/rule.h"

namespace safe {

options opts;

static const struct {
	const char *name;
	enum level level;
} levels[] = {
	{ "off", LEVEL_OFF },	{ "try", LEVEL_TRY },	{ "warn", LEVEL_WARN },
	{ "error", LEVEL_ERROR }, { "audit", LEVEL_AUDIT },
};

bool options::rule_enabled(const char *name) const
{
	auto among = [&](const std::vector<std::string> &names) {
		return std::find(names.begin(), names.end(), name) != names.end();
	};

	return (rules.empty() || among(rules)) && !among(without);
}

static bool parse_level(const plugin_name_args *args, const char *value)
{
	for (const auto &l : levels) {
		if (!strcmp(l.name, value)) {
			opts.level = l.level;
			return true;
		}
	}
	error("%<-fplugin-arg-%s-level=%s%>: unknown level; "
	      "use off, try, warn, error or audit", args->base_name, value);
	return false;
}

/* "own,result": only these; "-own": all but this one. */
static bool parse_rules(const plugin_name_args *args, const std::string &value)
{
	std::vector<std::string> names = rule_names();
	std::string known;

	for (const std::string &rule : names)
		known += (known.empty() ? "" : ", ") + rule;

	for (size_t from = 0, to; from <= value.size(); from = to + 1) {
		to = std::min(value.find(',', from), value.size());
		bool minus = value[from] == '-';
		std::string rule = value.substr(from + minus, to - from - minus);

		if (std::find(names.begin(), names.end(), rule) == names.end()) {
			error("%<-fplugin-arg-%s-rules=%s%>: unknown rule %qs; "
			      "the rules are %s", args->base_name, value.c_str(),
			      rule.c_str(), known.c_str());
			return false;
		}
		(minus ? opts.without : opts.rules).push_back(rule);
	}
	return true;
}

static bool unknown_option(const plugin_name_args *args, const char *key)
{
	error("%<-fplugin-arg-%s-%s%> is unknown or lacks its value; the options "
	      "are %<level%>, %<rules%>, %<facts%>, %<stats%>, %<trace%>, "
	      "%<sites%> and %<infer%> with a value, %<stop%> and %<summary%>",
	      args->base_name, key);
	return false;
}

static bool parse_option(const plugin_name_args *args, const plugin_argument *arg)
{
	const struct {
		const char *key;
		std::string *value;
	} files[] = {
		{ "stats", &opts.stats },
		{ "trace", &opts.trace },
		{ "sites", &opts.sites },
		{ "infer", &opts.infer },
	};

	const struct {
		const char *key;
		bool *value;
	} switches[] = {
		{ "stop", &opts.stop },
		{ "summary", &opts.summary },
	};

	for (const auto &s : switches) {
		if (strcmp(arg->key, s.key))
			continue;
		if (arg->value) {
			error("%<-fplugin-arg-%s-%s%> takes no value", args->base_name, s.key);
			return false;
		}
		*s.value = true;
		return true;
	}

	if (!arg->value || !*arg->value)
		return unknown_option(args, arg->key);
	if (!strcmp(arg->key, "level"))
		return parse_level(args, arg->value);
	if (!strcmp(arg->key, "rules"))
		return parse_rules(args, arg->value);
	if (!strcmp(arg->key, "facts")) {
		opts.facts.push_back(arg->value);
		return true;
	}
	for (const auto &f : files) {
		if (!strcmp(arg->key, f.key)) {
			*f.value = arg->value;
			return true;
		}
	}
	return unknown_option(args, arg->key);
}

bool parse_options(const plugin_name_args *args)
{
	bool ok = true;

	for (int i = 0; i < args->argc; i++)
		ok &= parse_option(args, &args->argv[i]);
	return ok;
}

} /* namespace safe */
