// SPDX-License-Identifier: GPL-2.0
/*
 * Says findings in GCC's own format, with notes along the path.
 */
#include "gcc-compat.h"
#include "allow.h"
#include "diagnostics.h"
#include "location.h"
#include "options.h"
#include "strict.h"

namespace safe {

/* Other places of the same defect that are worth a note. */
static const size_t MOST_OTHER_PLACES = 4;

static std::vector<finding> findings;

static bool before(location_t a, location_t b)
{
	return linemap_compare_locations(line_table, a, b) > 0;
}

void add_finding(finding &&f)
{
	f.where = user_location(f.where);
	for (finding_note &n : f.notes)
		n.where = user_location(n.where);
	if (f.likely && opts.level != LEVEL_AUDIT)
		return;
	findings.push_back(std::move(f));
}

/*
 * One defect that two rules see is said once, by the one that knows more: what is leaked
 * is not undone, where it is forgotten says more than that nothing in the file releases it,
 * and a guard whose lock was dropped releases it again.
 */
class said_better {
public:
	explicit said_better(const std::vector<finding> &all)
	{
		for (const finding &f : all) {
			bool leaks = !strcmp(f.id, "SAFE_E_LEAK") && !f.of_file;

			if (leaks)
				leaked.insert(f.birth);
			if (leaks || !strcmp(f.id, "SAFE_E_NOT_UNDONE"))
				forgotten.insert(f.birth);
			if (strncmp(f.id + strlen("SAFE_E_"), "GUARD_", strlen("GUARD_")))
				continue;
			guarded.insert(line_of(f.where));
			for (const finding_note &n : f.notes)
				guarded.insert(line_of(n.where));
		}
	}

	bool covers(const finding &f) const
	{
		if (!strcmp(f.id, "SAFE_E_NOT_UNDONE"))
			return leaked.count(f.birth);
		if (f.of_file)
			return forgotten.count(f.birth);
		return (!strcmp(f.id, "SAFE_E_DOUBLE_LOCK") ||
			!strcmp(f.id, "SAFE_E_DOUBLE_UNLOCK")) && guarded.count(line_of(f.where));
	}

private:
	static std::pair<std::string, int> line_of(location_t where)
	{
		expanded_location place = user_place(where);

		return { place.file ? place.file : "", place.line };
	}

	std::set<location_t> leaked, forgotten;
	std::set<std::pair<std::string, int>> guarded;
};

/* One defect on several paths: the first place, and notes for the others. */
static void merge(std::vector<finding> *all)
{
	std::map<std::string, size_t> first;
	std::map<std::string, std::vector<location_t>> places;
	std::set<std::pair<location_t, std::string>> said;
	said_better better(*all);
	std::vector<finding> out;

	for (finding &f : *all) {
		if (better.covers(f))
			continue;
		/* The branches of a macro in a called function are several calls of it. */
		if (!said.emplace(f.where, f.text).second)
			continue;

		auto slot = first.emplace(f.key, out.size());
		std::vector<location_t> &seen = places[f.key];

		if (slot.second) {
			seen.push_back(f.where);
			out.push_back(std::move(f));
			continue;
		}
		if (std::find(seen.begin(), seen.end(), f.where) != seen.end())
			continue;
		seen.push_back(f.where);
		if (seen.size() <= MOST_OTHER_PLACES)
			out[slot.first->second].notes.push_back({ f.where, "and here" });
	}
	all->swap(out);
}

static void say(const finding &f)
{
	auto_diagnostic_group group;
	bool said;

	if (opts.level == LEVEL_ERROR || (is_strict() && !f.likely)) {
		error_at(f.where, "%s [%s]", f.text.c_str(), f.id);
		said = true;
	} else {
		/* The level says what a finding is; -Werror is for GCC's own. */
		werror_off off;

		said = warning_at(f.where, 0, "%s [%s]", f.text.c_str(), f.id);
	}
	for (const finding_note &n : f.notes)
		if (said)
			inform(n.where, "%s", n.text.c_str());
}

unsigned int report_findings()
{
	remove_allowed(&findings);
	std::stable_sort(findings.begin(), findings.end(),
			 [](const finding &a, const finding &b) {
				 return before(a.where, b.where);
			 });
	merge(&findings);
	for (const finding &f : findings)
		say(f);
	return findings.size();
}

} /* namespace safe */
