/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Writes JSON, one object a line, to the files that the options name.
 */
#ifndef SAFE_JSON_H
#define SAFE_JSON_H

#include <string>

namespace safe {

/*
 * Builds one JSON value from left to right.  Commas are put in by the writer;
 * the caller closes what it opens.
 */
class json {
public:
	json &open(char bracket);		/* '{' or '[' */
	json &close(char bracket);		/* '}' or ']' */
	json &key(const char *name);
	json &str(const std::string &value);
	json &num(long long value);
	json &boolean(bool value);

	const std::string &text() const { return out; }

private:
	void separate();

	std::string out;
	bool first = true;	/* nothing yet inside the innermost bracket */
};

/*
 * Appends @text and a newline to @path in a single write, so that compilations
 * that run at once do not mix their lines.  Return: false after reporting an
 * error.
 */
bool append_line(const std::string &path, const std::string &text);

} /* namespace safe */

#endif /* SAFE_JSON_H */
