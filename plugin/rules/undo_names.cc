// SPDX-License-Identifier: GPL-2.0
/*
 * Part of rule "own": which function undoes what another one did, by their names.
 */
#include "undo_names.h"

namespace safe {

typedef std::vector<std::string> words;

/* What undoes, and what it undoes; "un" and "de" before any verb need no line. */
static const struct {
	const char *undo;
	words done;
} opposites[] = {
	{ "put", { "get", "lookup", "grab", "hold", "take", "ref", "acquire", "alloc",
		   "create", "new", "open", "fetch" } },
	{ "release", { "get", "acquire", "request", "claim", "reserve", "alloc", "create", "take",
		       "grab", "hold", "init", "lookup", "open" } },
	{ "free", { "alloc", "allocate", "request", "create", "new", "dup", "clone", "build",
		    "init", "reserve" } },
	{ "destroy", { "create", "init", "alloc", "new", "make", "build" } },
	{ "delete", { "create", "add", "new", "insert", "alloc" } },
	{ "del", { "add", "insert", "create", "new" } },
	{ "remove", { "add", "create", "insert", "install" } },
	{ "erase", { "insert", "add" } },
	{ "unref", { "get", "create", "alloc", "new", "lookup" } },
	{ "unreference", { "get", "create", "alloc", "new", "lookup" } },
	{ "drop", { "get", "take", "grab", "hold" } },
	{ "rele", { "hold", "get", "grab" } },
	{ "disable", { "enable" } },
	{ "off", { "on" } },
	{ "stop", { "start", "run" } },
	{ "exit", { "init", "enter" } },
	{ "fini", { "init" } },
	{ "cleanup", { "init", "setup", "prepare", "create", "alloc" } },
	{ "teardown", { "setup", "init" } },
	{ "shutdown", { "init", "start", "startup" } },
	{ "leave", { "enter", "join" } },
	{ "close", { "open" } },
	{ "detach", { "attach" } },
	{ "disconnect", { "connect" } },
	{ "relinquish", { "acquire", "claim" } },
	{ "assert", { "deassert" } },
};

/* Variants of one action: what is left without them is what the action is about. */
static const char *const variants[] = {
	"sync", "async", "noidle", "autosuspend", "suspend", "resume", "nosync", "rcu",
	"locked", "unlocked", "all", "now", "safe", "by", "from", "and", "the", "for", "of",
	"noprof", "optional", "exclusive", "simple", "max", "min", "range", "cyclic", "flags",
	"noresume", "ex", "ext", "one", "single", "singlethread", "ordered",
};

/* Names that are put together in their own way. */
static const struct {
	const char *done;	/* the beginning of the name */
	const char *undo;	/* the whole name */
} irregular[] = {
	{ "fget", "fput" },			{ "dget", "dput" },
	{ "igrab", "iput" },			{ "kmap", "kunmap" },
	{ "ioremap", "iounmap" },		{ "of_iomap", "iounmap" },
	{ "alloc_chrdev_region", "unregister_chrdev_region" },
	{ "bus_find_device", "put_device" },	{ "class_find_device", "put_device" },
	{ "driver_find_device", "put_device" },
	{ "device_find_child", "put_device" },	{ "pci_get_", "pci_dev_put" },
	{ "get_task_mm", "mmput" },		{ "mmgrab", "mmdrop" },
	{ "mmget", "mmput" },			{ "get_pid_task", "put_task_struct" },
	{ "get_proc_task", "put_task_struct" },	{ "usb_get_from_anchor", "usb_free_urb" },
	{ "usb_get_from_anchor", "usb_put_urb" },
	{ "of_parse_phandle", "of_node_put" },	{ "of_get_", "of_node_put" },
	{ "of_find_", "of_node_put" },		{ "of_graph_get_", "of_node_put" },
	{ "kobject_init_and_add", "kobject_put" },
	{ "pm_runtime_enable", "pm_runtime_force_suspend" },
};

/*
 * What is switched to and fro has no owner: interrupts, queues, timers.  Locks are
 * another rule's.
 */
static const char *const switches[] = {
	"lock", "unlock", "trylock", "mutex", "spin", "rwsem", "seqlock", "semaphore",
	"irq", "irqs", "intr", "intrs", "interrupt", "interrupts", "bh", "preempt",
	"netif", "napi", "list", "hlist", "llist", "rb", "bit", "timer", "work",
	"atomic", "counter", "stats", "trace", "time", "timing", "queue", "queues", "unaligned",
	"user", "skb", "pagefault", "sleep", "msg",
};

static bool is_one_of(const std::string &word, const char *const *all, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (word == all[i])
			return true;
	return false;
}

/* The verb that "unregister", "deinit" and "disassociate" turn round, or "". */
static std::string turned_round(const std::string &word)
{
	for (const char *prefix : { "un", "de", "dis" })
		if (!word.compare(0, strlen(prefix), prefix) && word.size() > strlen(prefix) + 2)
			return word.substr(strlen(prefix));
	return "";
}

/* "un" turns round only what is a word by itself: no "unit", no "default". */
static const char *const regular[] = {
	"register", "map", "pin", "link", "bind", "ref", "reference", "prepare", "init",
	"install", "load", "charge", "reserve", "mount", "activate", "attach", "populate",
	"publish", "subscribe", "export", "share", "hash", "queue", "configure", "authorize",
	"claim", "use", "setup", "initialize", "inhibit", "set", "request", "allocate",
	"alloc", "mark", "poison", "freeze", "block", "throttle", "associate",
};

static const words *undone_by(const std::string &word)
{
	for (const auto &o : opposites)
		if (word == o.undo)
			return &o.done;
	return NULL;
}

static bool is_undo_word(const std::string &word)
{
	std::string verb = turned_round(word);

	return undone_by(word) || (!verb.empty() &&
	       is_one_of(verb, regular, ARRAY_SIZE(regular)));
}

static bool is_done_word(const std::string &word)
{
	for (const auto &o : opposites)
		if (std::find(o.done.begin(), o.done.end(), word) != o.done.end())
			return true;
	return is_one_of(word, regular, ARRAY_SIZE(regular));
}

static bool word_undoes(const std::string &undo, const std::string &done)
{
	const words *all = undone_by(undo);

	if (all && std::find(all->begin(), all->end(), done) != all->end())
		return true;
	return turned_round(undo) == done &&
	       is_one_of(done, regular, ARRAY_SIZE(regular));
}

/* "devices" are of the kind of "device". */
static std::string singular(const std::string &word)
{
	return word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's' ?
	       word.substr(0, word.size() - 1) : word;
}

call_name::call_name(const std::string &name) : name(name)
{
	static const char *const creators[] = { "request", "free", "alloc", "create", "destroy" };
	size_t from = 0;
	bool creates = false;

	while (from < name.size()) {
		size_t end = std::min(name.find('_', from), name.size());
		std::string word = name.substr(from, end - from);

		from = end + 1;
		for (char &c : word)
			c = TOLOWER(c);
		if (word.empty())
			continue;
		words.push_back(singular(word));
		managed |= word == "devm" || word == "drmm" || word == "pcim" || word == "devres";
		toggles |= is_one_of(word, switches, ARRAY_SIZE(switches));
		creates |= is_one_of(word, creators, ARRAY_SIZE(creators));
		if (is_undo_word(word))
			undo.push_back(word);
		else if (is_done_word(word))
			done.push_back(word);
		else if (!is_one_of(word, variants, ARRAY_SIZE(variants)))
			things.push_back(singular(word));
	}
	/* request_irq() and free_irq() are no switch. */
	toggles &= !creates;
	/* What is held in reset does nothing: that is the safe side. */
	toggles |= has("reset") && has("enable");
}

static bool is_irregular(const std::string &undo, const std::string &done)
{
	for (const auto &i : irregular)
		if (undo == i.undo && !done.compare(0, strlen(i.done), i.done))
			return true;
	return false;
}

/* "get_destroy_msg": a message that tells somebody to destroy. */
static bool gets(const call_name &name)
{
	return name.has("get") && !name.undo.empty() &&
	       name.name.find("get_") < name.name.find(name.undo[0]);
}

bool undoes(const call_name &undo, const call_name &done, bool *special)
{
	bool opposite = false;

	*special = false;
	if (undo.managed || done.managed || !done.undo.empty())
		return false;
	*special = is_irregular(undo.name, done.name);
	if (*special)
		return true;
	if (undo.toggles || done.toggles || gets(undo))
		return false;
	for (const std::string &u : undo.undo)
		for (const std::string &d : done.done)
			opposite |= word_undoes(u, d);
	if (!opposite || undo.things.empty())
		return false;
	/* A name that says more is about something more special. */
	for (const std::string &thing : undo.things)
		if (!done.has(thing))
			return false;
	for (const std::string &thing : undo.done)
		if (!done.has(singular(thing)))
			return false;
	return true;
}

bool is_undo(const call_name &name)
{
	if (!name.undo.empty())
		return true;
	for (const auto &i : irregular)
		if (name.name == i.undo)
			return true;
	return false;
}

bool can_be_undone(const call_name &name)
{
	if (name.managed || !name.undo.empty())
		return false;
	if (!name.done.empty() && !name.toggles)
		return true;
	for (const auto &i : irregular)
		if (!name.name.compare(0, strlen(i.done), i.done))
			return true;
	return false;
}

bool only_starts(const call_name &name)
{
	for (const std::string &word : name.done)
		if (word != "start" && word != "run" && word != "enable" && word != "on" &&
		    word != "enter")
			return false;
	return !name.done.empty();
}

bool done_if_failed(const std::string &name)
{
	static const char *const names[] = {
		"pm_runtime_get_sync", "pm_runtime_get", "kobject_init_and_add",
	};

	return is_one_of(name, names, ARRAY_SIZE(names));
}

bool succeeds_with_truth(const call_name &name)
{
	/* The number of entries. */
	if (name.has("map") && name.has("sg"))
		return true;
	for (const char *word : { "try", "unless", "tryget", "zero", "live", "dead" })
		if (name.has(word))
			return true;
	return false;
}

} /* namespace safe */
