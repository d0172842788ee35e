/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Protocols: in what order the functions of an interface may be called on one
 * handle.  From the annotations __from_state(), __to_state(), __to_state_if(), __until() and
 * __returns_state(), and for interfaces of the kernel from a table.
 */
#ifndef SAFE_PROTOCOL_H
#define SAFE_PROTOCOL_H

#include "contract.h"

namespace safe {

/* A state of a handle; 0 is none that is known. */
typedef uint8_t protocol_state;

/* What one function does to the handle that is passed as one of its arguments. */
struct protocol_step {
	unsigned int arg = 0;
	std::vector<protocol_state> from;	/* empty: any */
	protocol_state to = 0;			/* 0: as before */
	bool conditional = false;		/* only if the return value says so */
	ret_condition condition = RET_EQ_0;
	/* The handle stays what @to says until one of these is called. */
	std::vector<std::string> until;
	bool needs_init = false;	/* good for nothing before the function that begins */
	std::string begins;		/* the name of that function */
};

struct protocol_function {
	std::string name;
	std::vector<protocol_step> steps;
	protocol_state returned = 0;	/* of the handle that it returns */
};

/* NULL: it has no part in a protocol. */
const protocol_function *protocol_of(const gcall *call);

/* "started" */
std::string name_of_state(protocol_state state);
/* Both belong to the same interface. */
bool same_protocol(protocol_state a, protocol_state b);
/* Functions that end @state, if it must not be the last one; the first is proposed. */
const std::vector<std::string> &ends_of(protocol_state state);

void register_protocol(const char *plugin);

} /* namespace safe */

#endif /* SAFE_PROTOCOL_H */
