// SPDX-License-Identifier: GPL-2.0
/*
 * Where each built-in fact stands: a compilation uses few of them, so only the names are
 * looked for at first, and a prototype is read when its function is.
 */
#include "gcc-compat.h"
#include "facts.h"

namespace safe {

namespace {

/* Skips white space and comments at @at, and copies directives to @directives. */
const char *skip(const char *at, std::string *directives)
{
	for (;;) {
		const char *begin = at;

		while (ISSPACE(*at))
			at++;
		if (at[0] == '/' && at[1] == '*') {
			const char *end = strstr(at + 2, "*/");

			at = end ? end + 2 : at + strlen(at);
		}
		if (*at == '#') {
			const char *line = at;

			while (*at && (*at != '\n' || at[-1] == '\\'))
				at++;
			directives->append(line, at).append("\n");
		}
		if (at == begin)
			return at;
	}
}

/* The name of the function in the prototype at @at, which ends before @end. */
std::string name_in(const char *at, const char *end)
{
	const char *open = std::find(at, end, '(');
	const char *begin = open;

	while (begin > at && ISIDNUM(begin[-1]))
		begin--;
	return std::string(begin, open);
}

/* Adds the names that stand in each __released_by("...", ...) of @text. */
void find_releasers(const char *text, std::unordered_set<std::string> *names)
{
	static const char word[] = "__released_by(";

	while ((text = strstr(text, word))) {
		text += strlen(word);
		for (const char *end = strchr(text, ')'); text && end && text < end; ) {
			const char *from = strchr(text, '"');
			const char *to = from ? strchr(from + 1, '"') : NULL;

			if (!to || from > end)
				break;
			names->insert(std::string(from + 1, to));
			text = to + 1;
		}
	}
}

} /* namespace */

void facts_index::build()
{
	if (!files.empty())
		return;
	for (const struct builtin_facts *f = builtin_facts; f->file; f++) {
		const char *at = f->text, *end;

		files.push_back({ f->file, "" });
		while (*(at = skip(at, &files.back().directives))) {
			end = strchr(at, ';');
			if (!end)
				break;
			places[name_in(at, end)].push_back({ files.size() - 1, at, end + 1 });
			at = end + 1;
		}
		find_releasers(f->text, &releasers);
	}
}

void facts_index::read(const std::string &function, facts_sink *sink)
{
	build();

	auto found = places.find(function);

	if (found == places.end())
		return;
	for (const place &p : found->second) {
		std::string text = files[p.file].directives + std::string(p.begin, p.end);

		read_facts(files[p.file].name, text.c_str(), sink);
	}
	places.erase(found);
}

bool facts_index::is_releaser(const std::string &function)
{
	build();
	return releasers.count(function);
}

} /* namespace safe */
