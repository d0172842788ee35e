// SPDX-License-Identifier: GPL-2.0
/*
 * Writes JSON, one object a line, to the files that the options name.
 */
#include "gcc-compat.h"
#include "json.h"

#include <fcntl.h>
#include <unistd.h>

namespace safe {

void json::separate()
{
	if (!first)
		out += ',';
	first = false;
}

json &json::open(char bracket)
{
	separate();
	out += bracket;
	first = true;
	return *this;
}

json &json::close(char bracket)
{
	out += bracket;
	first = false;
	return *this;
}

json &json::key(const char *name)
{
	str(name);
	out += ':';
	first = true;
	return *this;
}

json &json::str(const std::string &value)
{
	separate();
	out += '"';
	for (unsigned char c : value) {
		if (c == '"' || c == '\\') {
			out += '\\';
			out += c;
		} else if (c < 0x20 || c >= 0x7f) {
			/* Bytes, not characters: a file's encoding is its own. */
			char code[8];

			snprintf(code, sizeof(code), "\\u%04x", c);
			out += code;
		} else {
			out += c;
		}
	}
	out += '"';
	return *this;
}

json &json::num(long long value)
{
	separate();
	out += std::to_string(value);
	return *this;
}

json &json::boolean(bool value)
{
	separate();
	out += value ? "true" : "false";
	return *this;
}

bool append_line(const std::string &path, const std::string &text)
{
	std::string line = text + "\n";
	int fd = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
	bool ok = fd >= 0 &&
		  write(fd, line.data(), line.size()) == (ssize_t)line.size();

	/* Said once, not for every line. */
	static std::unordered_set<std::string> told;

	if (!ok && told.insert(path).second)
		error("cannot write %qs: %m", path.c_str());
	if (fd >= 0)
		close(fd);
	return ok;
}

} /* namespace safe */
